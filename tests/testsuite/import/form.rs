//! Forms: an empty ledger with what whoever fills it in must know; and the office that takes back those of several units at once.

use calamine::{Data, Reader as _, Xlsx};

use super::grid::Grid;
use crate::support::{Register, said};

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
    assert!(told.contains("--source"), "{told}");
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
    assert!(told.contains("自己登记的"), "{told}");
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
    assert!(sheet.contains("'选项'!$A$2:$A$4") && sheet.contains("'选项'!$B$2:$B$"), "{sheet}");
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
    assert!(told.contains("没有“河口街道”这个单位"), "{told}");
}

#[test]
fn the_paper_of_what_keeps_none_is_named_in_history_and_told() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["--template", "联络员"]), "联络员");
    for unit in ["公安", "林业"] {
        grid.add(&[("单位", unit), ("姓名", "新某"), ("任职起", "2026-01-04")]);
    }
    let told = register.taken(&grid, &[OFFICE, PAPER].concat());
    assert!(told.contains("其中 2 份（联络员、证照等，或原来就有的记录）里不记来文"), "{told}");
    let message = register.git(&["show", "-s", "--format=%s", "HEAD"]);
    assert!(message.contains("按来文由表格导入（各单位隐患排查情况汇总（虚构））"), "{message}");
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
