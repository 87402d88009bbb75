//! Forms: an empty ledger with what whoever fills it in must know; and the office that takes back those of several units at once.

use calamine::{Data, Reader as _, Xlsx};
use snapbox::str;

use super::grid::Grid;
use crate::support::{Register, assert_whole, said};

const OFFICE: &[&str] = &["--as", "区安委办"];
const PAPER: &[&str] = &["--source", "各单位隐患排查情况汇总（虚构）"];

/// A form of hazards with a row of each unit.
fn filled(register: &Register, units: &[&str]) -> Grid {
    let mut grid = Grid::read(&register.export(&["--template", "隐患"]), "隐患");
    for (at, unit) in units.iter().enumerate() {
        let words = format!("第{at}处截水沟淤堵（虚构）");
        grid.add(&[
            ("监管单位", *unit),
            ("矿山", "大山石场（虚构）"),
            ("发现日期", "2025-11-03"),
            ("发现方式", "自行检查"),
            ("性质", "事故隐患"),
            ("隐患描述", &words),
        ]);
    }
    grid
}

#[test]
fn the_office_enters_what_several_units_reported_at_once() {
    let register = Register::of_example();
    let grid = filled(&register, &["公安", "农水", "公安"]);
    // In the name of no unit are the rows of others taken, and the way out is said.
    let told = register.refuses(&grid, OFFICE);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 3 处问题：
  隐患!D2：这一行写的是公安，而记录属于区安委办；各单位的行请分别以其名义导入，办公室按来文汇总录入的，加 --source 来文 一次导入
  隐患!D3：这一行写的是农水，而记录属于区安委办；各单位的行请分别以其名义导入，办公室按来文汇总录入的，加 --source 来文 一次导入
  隐患!D4：这一行写的是公安，而记录属于区安委办；各单位的行请分别以其名义导入，办公室按来文汇总录入的，加 --source 来文 一次导入
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 4 行 55 格
  隐患：待登记 15 格（3 行），表头 37 格，有问题 3 格

"#]],
    );
    let file = register.home.join("填.xlsx");
    let done = register.import(&file, &[&["--as", "公安"], PAPER].concat());
    assert!(!done.status.success() && said(&done).contains("可以代其他单位录入"), "{}", said(&done));
    let before = register.state();
    let told = register.taken(&grid, &[OFFICE, PAPER].concat());
    assert_ne!(before, register.state());
    let entered = |unit: &str, words: &str| {
        let folder = register.folder.join("hazards/2025").join(unit);
        let files = std::fs::read_dir(folder).unwrap_or_else(|why| panic!("{unit}: {why}: {told}"));
        let texts: Vec<String> =
            files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("UTF-8")).collect();
        texts.into_iter().find(|text| text.contains(words)).unwrap_or_else(|| panic!("{unit} has no {words}: {told}"))
    };
    for (unit, words) in [("gongan", "第0处"), ("nongshui", "第1处"), ("gongan", "第2处")] {
        let text = entered(unit, words);
        assert!(text.contains("entered_by = \"anweiban\"") && text.contains("source = \"各单位隐患"), "{text}");
    }
    // The same form once more is the same rows once more, whose they ever are.
    let told = register.refuses(&grid, &[OFFICE, PAPER].concat());
    assert_eq!(told.matches("已经登记过了").count(), 3, "{told}");
    // Two units may say the same of the same mine.
    let mut grid = filled(&register, &["林业", "消防"]);
    let column = grid.column("隐患描述");
    grid.rows.iter_mut().skip(1).for_each(|row| row[column] = Data::String("同一处塌方（虚构）".to_owned()));
    register.taken(&grid, &[OFFICE, PAPER].concat());
}

/// Without a unit a row would be the office's own, and say nothing of the paper that it came with.
#[test]
fn what_came_with_a_paper_says_whose_it_is() {
    let register = Register::of_example();
    for unit in ["", "区安委办"] {
        let told = register.refuses(&filled(&register, &["公安", unit]), &[OFFICE, PAPER].concat());
        assert!(told.contains("每一行要写明是哪个单位的"), "{unit}: {told}");
    }
}

#[test]
fn what_a_unit_filed_itself_is_not_changed_by_the_office() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    grid.set("hazards/2025/gongan/001", "情况说明", "补记（虚构）");
    let told = register.refuses(&grid, &[OFFICE, PAPER].concat());
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!AP3：这条记录是公安自己登记的，办公室不能代改
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 7 行 193 格
  隐患：与台账一致 124 格（5 行没有变化），编号、单位等 24 格，表头 44 格，有问题 1 格

"#]],
    );
}

#[test]
fn a_form_explains_itself_and_offers_names() {
    let register = Register::of_example();
    let file = register.export(&["--template", "隐患"]);
    let mut book: Xlsx<_> = calamine::open_workbook(&file).expect("a workbook");
    assert_eq!(book.sheet_names(), ["隐患", "填表说明", "选项"]);
    let rows = |book: &mut Xlsx<_>, name: &str| -> Vec<Vec<String>> {
        let range = book.worksheet_range(name).expect("a sheet");
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let heads = rows(&mut book, "隐患")[3].clone();
    for (heading, needed) in [("矿山", true), ("发现日期", true), ("隐患描述", true), ("判定依据", false), ("监管单位", false)]
    {
        let marked = format!("{heading}*");
        assert_eq!((heads.contains(&marked), heads.contains(&heading.to_owned())), (needed, !needed), "{heads:?}");
    }
    let told = rows(&mut book, "填表说明");
    let line = |heading: &str| told.iter().find(|row| row[0] == heading).unwrap_or_else(|| panic!("{heading}: {told:?}"));
    assert_eq!(line("矿山")[1..], ["*", "从列表中选矿山，或填名称", "大山石场（虚构）"].map(str::to_owned));
    assert_eq!(line("发现日期")[3], "2025-03-01");
    assert!(line("性质")[2].contains("事故隐患"), "{told:?}");
    assert!(told.iter().skip(2).all(|row| row[2].chars().count() > 1 && !row[3].is_empty()), "{told:?}");
    let offered = rows(&mut book, "选项");
    let has = |column: usize, name: &str| offered.iter().any(|row| row[column] == name);
    assert!(has(0, "大山石场（虚构）") && has(1, "公安") && has(2, "执法 2025-区安委办-001"), "{offered:?}");
    // Filled in where it is, with its other sheets, it is taken.
    let parts = std::fs::read(&file).expect("a file");
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(parts)).expect("a package");
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut package.by_name("xl/worksheets/sheet1.xml").expect("a sheet"), &mut sheet).expect("UTF-8");
    assert_whole(
        &sheet,
        str![[r#"
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:AL4"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="4" ySplit="4" topLeftCell="E5" activePane="bottomRight" state="frozen"/><selection pane="topRight" activeCell="E1" sqref="E1"/><selection pane="bottomLeft" activeCell="A5" sqref="A5"/><selection pane="bottomRight"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelCol="1"/><cols><col min="1" max="2" width="11.7109375" style="3" hidden="1" customWidth="1"/><col min="3" max="4" width="7.7109375" style="3" customWidth="1"/><col min="5" max="5" width="11.7109375" style="1" customWidth="1"/><col min="6" max="6" width="8.7109375" style="1" customWidth="1"/><col min="7" max="7" width="11.7109375" style="1" customWidth="1"/><col min="8" max="8" width="12.7109375" style="2" customWidth="1"/><col min="9" max="9" width="12.7109375" style="1" customWidth="1"/><col min="10" max="10" width="11.7109375" style="3" customWidth="1"/><col min="11" max="11" width="15.7109375" style="1" customWidth="1"/><col min="12" max="12" width="11.7109375" style="1" customWidth="1"/><col min="13" max="13" width="13.7109375" style="1" customWidth="1"/><col min="14" max="14" width="11.7109375" style="2" customWidth="1"/><col min="15" max="15" width="11.7109375" style="3" customWidth="1"/><col min="16" max="16" width="11.7109375" style="2" customWidth="1"/><col min="17" max="17" width="12.7109375" style="3" customWidth="1" outlineLevel="1"/><col min="18" max="18" width="7.7109375" style="1" customWidth="1" outlineLevel="1"/><col min="19" max="19" width="8.7109375" style="3" customWidth="1" outlineLevel="1"/><col min="20" max="20" width="11.7109375" style="1" customWidth="1" outlineLevel="1"/><col min="21" max="21" width="9.7109375" style="1" customWidth="1" outlineLevel="1"/><col min="22" max="22" width="15.7109375" style="2" customWidth="1" outlineLevel="1"/><col min="23" max="23" width="11.7109375" style="2" customWidth="1" outlineLevel="1"/><col min="24" max="26" width="11.7109375" style="1" customWidth="1" outlineLevel="1"/><col min="27" max="27" width="11.7109375" style="2" customWidth="1" outlineLevel="1"/><col min="28" max="28" width="9.7109375" style="1" customWidth="1" outlineLevel="1"/><col min="29" max="29" width="11.7109375" style="2" customWidth="1" outlineLevel="1"/><col min="30" max="30" width="7.7109375" style="2" customWidth="1" outlineLevel="1"/><col min="31" max="31" width="15.7109375" style="2" customWidth="1" outlineLevel="1"/><col min="32" max="32" width="11.7109375" style="1" customWidth="1" outlineLevel="1"/><col min="33" max="33" width="9.7109375" style="1" customWidth="1" outlineLevel="1"/><col min="34" max="34" width="11.7109375" style="2" customWidth="1" outlineLevel="1"/><col min="35" max="35" width="7.7109375" style="1" customWidth="1" outlineLevel="1"/><col min="36" max="36" width="11.7109375" style="3" customWidth="1" outlineLevel="1"/><col min="37" max="37" width="11.7109375" style="1" customWidth="1" outlineLevel="1"/><col min="38" max="38" width="7.7109375" style="1" customWidth="1" outlineLevel="1"/></cols><sheetData><row r="1"><c r="C1" s="4" t="inlineStr"><is><t>隐患台账</t></is></c><c r="D1" s="4"/><c r="E1" s="4"/><c r="F1" s="4"/><c r="G1" s="4"/><c r="H1" s="4"/><c r="I1" s="4"/><c r="J1" s="4"/><c r="K1" s="4"/><c r="L1" s="4"/><c r="M1" s="4"/><c r="N1" s="4"/><c r="O1" s="4"/><c r="P1" s="4"/></row><row r="2"><c r="C2" s="5" t="inlineStr"><is><t>填报单位：　　　　　　　　云城区非煤矿山安全监管协调联动工作机制　　截至 2026-01-05</t></is></c><c r="D2" s="5"/><c r="E2" s="5"/><c r="F2" s="5"/><c r="G2" s="5"/><c r="H2" s="5"/><c r="I2" s="5"/><c r="J2" s="5"/><c r="K2" s="5"/><c r="L2" s="5"/><c r="M2" s="5"/><c r="N2" s="5"/><c r="O2" s="5"/><c r="P2" s="5"/></row><row r="3" ht="18" customHeight="1"><c r="A3" s="6"/><c r="B3" s="6"/><c r="C3" s="6"/><c r="D3" s="6"/><c r="E3" s="6"/><c r="F3" s="7"/><c r="G3" s="7"/><c r="H3" s="7"/><c r="I3" s="7"/><c r="J3" s="7"/><c r="K3" s="7"/><c r="L3" s="8" t="inlineStr"><is><t>整改</t></is></c><c r="M3" s="8"/><c r="N3" s="8" t="inlineStr"><is><t>复查</t></is></c><c r="O3" s="8"/><c r="P3" s="7"/><c r="Q3" s="7"/><c r="R3" s="7"/><c r="S3" s="7"/><c r="T3" s="7"/><c r="U3" s="7"/><c r="V3" s="7"/><c r="W3" s="8" t="inlineStr"><is><t>整改</t></is></c><c r="X3" s="8"/><c r="Y3" s="8"/><c r="Z3" s="8"/><c r="AA3" s="8" t="inlineStr"><is><t>延期</t></is></c><c r="AB3" s="8"/><c r="AC3" s="8"/><c r="AD3" s="8"/><c r="AE3" s="7"/><c r="AF3" s="8" t="inlineStr"><is><t>复查</t></is></c><c r="AG3" s="8"/><c r="AH3" s="8"/><c r="AI3" s="8"/><c r="AJ3" s="7"/><c r="AK3" s="7"/><c r="AL3" s="7"/></row><row r="4" ht="32.25" customHeight="1"><c r="A4" s="9" t="inlineStr"><is><t>记录引用</t></is></c><c r="B4" s="9" t="inlineStr"><is><t>记录版本</t></is></c><c r="C4" s="9" t="inlineStr"><is><t>序号</t></is></c><c r="D4" s="9" t="inlineStr"><is><t>编号</t></is></c><c r="E4" s="9" t="inlineStr"><is><t>监管单位</t></is></c><c r="F4" s="10" t="inlineStr"><is><t>矿山*</t></is></c><c r="G4" s="10" t="inlineStr"><is><t>隐患部位</t></is></c><c r="H4" s="10" t="inlineStr"><is><t>发现日期*</t></is></c><c r="I4" s="10" t="inlineStr"><is><t>隐患描述*</t></is></c><c r="J4" s="10" t="inlineStr"><is><t>重大隐患</t></is></c><c r="K4" s="10" t="inlineStr"><is><t>现场处置·措施</t></is></c><c r="L4" s="8" t="inlineStr"><is><t>整改措施</t></is></c><c r="M4" s="8" t="inlineStr"><is><t>整改责任人</t></is></c><c r="N4" s="8" t="inlineStr"><is><t>复查日期</t></is></c><c r="O4" s="8" t="inlineStr"><is><t>复查结论</t></is></c><c r="P4" s="10" t="inlineStr"><is><t>销号日期</t></is></c><c r="Q4" s="10" t="inlineStr"><is><t>发现方式*</t></is></c><c r="R4" s="10" t="inlineStr"><is><t>来源</t></is></c><c r="S4" s="10" t="inlineStr"><is><t>性质*</t></is></c><c r="T4" s="10" t="inlineStr"><is><t>判定依据</t></is></c><c r="U4" s="10" t="inlineStr"><is><t>检查人</t></is></c><c r="V4" s="10" t="inlineStr"><is><t>现场处置·日期</t></is></c><c r="W4" s="8" t="inlineStr"><is><t>整改期限</t></is></c><c r="X4" s="8" t="inlineStr"><is><t>整改资金</t></is></c><c r="Y4" s="8" t="inlineStr"><is><t>防控措施</t></is></c><c r="Z4" s="8" t="inlineStr"><is><t>应急预案</t></is></c><c r="AA4" s="8" t="inlineStr"><is><t>申请日期</t></is></c><c r="AB4" s="8" t="inlineStr"><is><t>批准人</t></is></c><c r="AC4" s="8" t="inlineStr"><is><t>批准日期</t></is></c><c r="AD4" s="8" t="inlineStr"><is><t>延至</t></is></c><c r="AE4" s="10" t="inlineStr"><is><t>企业报告整改完成</t></is></c><c r="AF4" s="8" t="inlineStr"><is><t>复查单位</t></is></c><c r="AG4" s="8" t="inlineStr"><is><t>复查人</t></is></c><c r="AH4" s="8" t="inlineStr"><is><t>新的期限</t></is></c><c r="AI4" s="8" t="inlineStr"><is><t>说明</t></is></c><c r="AJ4" s="10" t="inlineStr"><is><t>销号原因</t></is></c><c r="AK4" s="10" t="inlineStr"><is><t>情况说明</t></is></c><c r="AL4" s="10" t="inlineStr"><is><t>备注</t></is></c></row><row r="4" ht="32.25" customHeight="1"/></sheetData><autoFilter ref="A4:AL4"/><mergeCells count="7"><mergeCell ref="C1:P1"/><mergeCell ref="C2:P2"/><mergeCell ref="L3:M3"/><mergeCell ref="N3:O3"/><mergeCell ref="W3:Z3"/><mergeCell ref="AA3:AD3"/><mergeCell ref="AF3:AI3"/></mergeCells><dataValidations count="9"><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="AF5:AF204"><formula1>'选项'!$B$2:$B$13</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="请从列表中选择" error="这一格只能填列表中的词。" sqref="AJ5:AJ204"><formula1>"复查合格,矿山关闭,重复登记,移交其他单位"</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="E5:E204"><formula1>'选项'!$B$2:$B$13</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="F5:F204"><formula1>'选项'!$A$2:$A$4</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="请从列表中选择" error="这一格只能填列表中的词。" sqref="J5:J204"><formula1>"是,否"</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="请从列表中选择" error="这一格只能填列表中的词。" sqref="O5:O204"><formula1>"合格,不合格"</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="请从列表中选择" error="这一格只能填列表中的词。" sqref="Q5:Q204"><formula1>"联合执法,自行检查,信息通报,线索举报"</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="R5:R204"><formula1>'选项'!$C$2:$C$63</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="请从列表中选择" error="这一格只能填列表中的词。" sqref="S5:S204"><formula1>"事故隐患,违法违规行为"</formula1></dataValidation></dataValidations><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToHeight="0" orientation="landscape" horizontalDpi="200" verticalDpi="200"/><headerFooter><oddFooter>&amp;L云城区非煤矿山安全监管协调联动工作机制&amp;C第 &amp;P 页，共 &amp;N 页&amp;R截至 2026-01-05</oddFooter></headerFooter></worksheet>
"#]],
    );
    let untouched = register.import(&file, OFFICE);
    assert!(said(&untouched).contains("没有"), "{}", said(&untouched));
}

/// A blank is not the unit of the row above: whose a liaison or a licence is cannot be guessed.
#[test]
fn a_row_of_a_file_that_came_with_a_paper_says_itself_whose_it_is() {
    let register = Register::of_example();
    let office = [OFFICE, PAPER].concat();
    let liaison = |unit: &'static str, name: &'static str| [("单位", unit), ("姓名", name), ("任职起", "2026-01-04")];
    for units in [["公安", "林业", ""], ["", "公安", "林业"], ["公安", "", "林业"]] {
        let mut grid = Grid::read(&register.export(&["--template", "联络员"]), "联络员");
        for (unit, name) in units.into_iter().zip(["甲某", "乙某", "丙某"]) {
            grid.add(&liaison(unit, name));
        }
        let blank = 2 + units.iter().position(|unit| unit.is_empty()).expect("a blank");
        let told = register.refuses(&grid, &office);
        assert!(told.contains(&format!("联络员!{}：按来文", grid.cell("单位", blank))) && told.contains("有 1 处问题"), "{told}");
    }
    let licence = |mine: &'static str, unit: &'static str, number: &'static str| {
        [("矿山", mine), ("登记单位", unit), ("证照种类", "其他证照"), ("证号", number)]
    };
    let mut grid = Grid::read(&register.export(&["--template", "证照"]), "证照");
    grid.add(&licence("大山石场（虚构）", "林业", "（虚构）林001"));
    grid.add(&licence("", "", "（虚构）排001"));
    grid.add(&licence("绿水灰岩矿（虚构）", "", "（虚构）排002"));
    let told = register.refuses(&grid, &office);
    assert!(told.contains("有 2 处问题") && told.matches("空着的不会算作上一行").count() == 2, "{told}");
    // What is written and is no unit is told as that.
    let mut grid = Grid::read(&register.export(&["--template", "联络员"]), "联络员");
    grid.add(&liaison("河口街道", "丁某"));
    let told = register.refuses(&grid, &office);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  联络员!D2：没有“河口街道”这个单位，可选：区安委办、发改、公安、工信、林业、农水、人社、生态环境、消防、应急、住建、自然资源
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 2 行 12 格
  联络员：待登记 2 格（1 行），表头 9 格，有问题 1 格

"#]],
    );
}

#[test]
fn the_paper_of_what_keeps_none_is_named_in_history_and_told() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["--template", "联络员"]), "联络员");
    for unit in ["公安", "林业"] {
        grid.add(&[("单位", unit), ("姓名", "新某"), ("任职起", "2026-01-04")]);
    }
    let told = register.taken(&grid, &[OFFICE, PAPER].concat());
    assert_whole(
        &told,
        str![[r#"
已登记 人员 公安（people/gongan.toml）
已登记 人员 林业（people/linye.toml）
其中 2 份（联络员、证照等，或原来就有的记录）里不记来文，也不用单位确认；来文写在这次登记的提交说明里（git log）
清点：共 1 张表 3 行 15 格
  联络员：登记 4 格（2 行），编号、单位等 2 格，表头 9 格

"#]],
    );
    let message = register.git(&["show", "-s", "--format=%s", "HEAD"]);
    assert_whole(
        &message,
        str![[r#"
人员 公安等 2 份记录：按来文由表格导入（各单位隐患排查情况汇总（虚构））

"#]],
    );
}

/// What a notice tells is chosen by its words, and files its number.
#[test]
fn contents_are_offered_in_the_words_of_the_regulation() {
    let register = Register::of_example();
    let file = register.export(&["--template", "信息通报"]);
    let mut book: Xlsx<_> = calamine::open_workbook(&file).expect("a workbook");
    let range = book.worksheet_range("选项").expect("a sheet");
    let offered: Vec<String> = range.rows().map(|row| row[3].to_string()).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(offered.len(), 6, "{offered:?}");
    assert_eq!(offered[2], "2（执法检查发现非煤矿山企业存在的重大隐患问题）");
    for (said, number) in [(offered[2].as_str(), 2), ("3", 3), ("５", 5)] {
        let mut grid = Grid::read(&register.export(&["--template", "信息通报"]), "信息通报");
        let title = format!("关于情况的通报（虚构{number}）");
        grid.add(&[("通报内容", said), ("标题", &title), ("主送·单位", "公安")]);
        let told = register.taken(&grid, &["--as", "应急", "--dry-run"]);
        assert!(told.contains(&format!("content = {number}")), "{said}: {told}");
    }
    let mut grid = Grid::read(&register.export(&["--template", "信息通报"]), "信息通报");
    grid.add(&[("通报内容", "重大隐患"), ("标题", "关于情况的通报（虚构）"), ("主送·单位", "公安")]);
    assert!(register.refuses(&grid, &["--as", "应急"]).contains("应为通报内容的序号，如 2"));
}
