//! What a cell shows is what is taken: what a spreadsheet keeps in another way, what leaves something open and what only makes sense on
//! the sheet is refused or named.

use std::fs;
use std::path::PathBuf;

use calamine::Data;
use rust_xlsxwriter::{Format, Image};
use snapbox::str;

use super::account::{AS, book, patch};
use super::grid::Grid;
use crate::support::{Register, assert_whole, said};

const OFFICE: &[&str] = &["--as", "区安委办"];

/// A sheet of hazards with one row, some of whose cells say another thing.
fn hazard(register: &Register, cells: &[(&str, &str)]) -> PathBuf {
    let own = [
        ("矿山", "dashan"),
        ("发现日期", "2025-06-03"),
        ("发现方式", "自行检查"),
        ("性质", "事故隐患"),
        ("隐患描述", "挡墙开裂（虚构）"),
    ];
    let is_other = |heading: &str| cells.iter().any(|(other, _)| *other == heading);
    let all: Vec<(&str, &str)> = own.into_iter().filter(|(heading, _)| !is_other(heading)).chain(cells.iter().copied()).collect();
    let line = |cells: Vec<&str>| cells.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    let [head, row] =
        [all.iter().map(|(heading, _)| *heading).collect(), all.iter().map(|(_, words)| *words).collect()].map(line);
    let file = register.home.join("一行.csv");
    fs::write(&file, format!("{head}\n{row}\n")).expect("written");
    file
}

#[test]
fn what_says_nothing_off_the_sheet_is_refused() {
    let register = Register::of_example();
    for (words, why) in [("同上", "把内容写全"), ("〃", "把内容写全"), ("/", "不是内容"), ("——", "不是内容"), ("／", "不是内容")]
    {
        let told = register.refuses_file(&hazard(&register, &[("整改措施", words)]), &[AS, &["--force"]].concat());
        assert!(told.contains(why) && told.contains("有 1 处问题"), "{words}: {told}");
    }
    // Within a text they are signs like others.
    let done = register.import(&hazard(&register, &[("整改措施", "同上述第1项，撤人/清理（虚构）")]), AS);
    assert!(done.status.success(), "{}", said(&done));
    // What stands so stands.
    let record = "hazards/2025/yingji/001";
    register.ok(&["amend", record, "--set", "because=同上", "--reason", "补记（虚构）", "--as", "应急"]);
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    assert!(register.taken(&grid, AS).contains("一致"));
    grid.set("hazards/2025/yingji/002", "情况说明", "同上");
    assert!(register.refuses(&grid, AS).contains("把内容写全"));
}

#[test]
fn a_number_that_is_shown_in_another_way_is_refused() {
    let register = Register::of_example();
    for (number, format, is_taken) in [
        (0.95, "0%", false),
        (7.0, "000", false),
        (1.0 / 3.0, "0.00", false),
        (1.0 / 3.0, "General", false),
        (1234.5, "#,##0.00\"元\"", false),
        (1.1, "0.00", false),
        (7.0, "General", true),
        (2.5, "General", true),
        (7.0, "0", true),
        (7.0, "0_ ", true),
        (13_800_000_000.0, "@", true),
    ] {
        let format_of = Format::new().set_num_format(format);
        let file = book(&register, |sheet| _ = sheet.write_number_with_format(1, 5, number, &format_of).expect("written"));
        let done = register.import(&file, &[AS, &["--dry-run"]].concat());
        assert_eq!(done.status.success(), is_taken, "{number} {format}: {}", said(&done));
        assert_eq!(said(&done).contains("和看到的不一样"), !is_taken, "{number} {format}: {}", said(&done));
    }
    let file = book(&register, |sheet| _ = sheet.write_boolean(1, 5, true).expect("written"));
    assert!(register.refuses_file(&file, AS).contains("变成了 TRUE"));
    let file = book(&register, |sheet| _ = sheet.write_number(1, 5, 1.0).expect("written"));
    patch(&file, "xl/worksheets/sheet1.xml", "<v>1</v>", "<v>NaN</v>");
    assert!(!register.import(&file, &[AS, &["--dry-run"]].concat()).status.success());
}

/// A clause that was written 1.10 is another than 1.1, and nothing tells them apart in a cell whatever its format.
#[test]
fn a_clause_that_became_a_fraction_is_refused() {
    let register = Register::of_example();
    for format in ["0.00", "General", "@"] {
        let clause = Format::new().set_num_format(format);
        let told = register.refuses_file(&task_of_clause(&register, &clause), &[OFFICE, &["--force"]].concat());
        assert!(told.contains("督办事项!D2") && told.contains("1.10 这样的编号会变成 1.1"), "{format}: {told}");
    }
}

/// A new task that rests on a clause which a spreadsheet keeps as a number.
fn task_of_clause(register: &Register, clause: &Format) -> PathBuf {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("督办事项").expect("a name");
    for (column, [heading, words]) in
        (0..).zip([["来源", "会议 2025-区安委办-001"], ["事项", "题（虚构）"], ["牵头责任单位", "应急"], ["依据条款", ""]])
    {
        sheet.write_string(0, column, heading).expect("written").write_string(1, column, words).expect("written");
    }
    sheet.write_number_with_format(1, 3, 1.1, clause).expect("written");
    let file = register.home.join("条款.xlsx");
    workbook.save(&file).expect("saved");
    file
}

#[test]
fn a_telephone_number_keeps_its_first_nought() {
    let register = Register::of_example();
    let import = |number: f64| {
        let mut grid = Grid::read(&register.export(&["--template", "联络员"]), "联络员");
        grid.add(&[("姓名", "新某甲"), ("任职起", "2026-01-04")]);
        let (row, column) = (grid.rows.len() - 1, grid.column("联系电话"));
        grid.rows[row][column] = Data::Float(number);
        let file = register.home.join("电话.xlsx");
        grid.write(&file);
        register.import(&file, &[AS, &["--dry-run"]].concat())
    };
    let lost = import(766_000_000.0);
    assert!(!lost.status.success() && said(&lost).contains("开头的 0 会丢"), "{}", said(&lost));
    assert!(import(13_800_000_000.0).status.success());
}

#[test]
fn a_day_that_depends_on_another_is_refused_and_one_without_its_year_is_named() {
    let register = Register::of_example();
    for words in ["昨天", "今天", "明日", "yesterday"] {
        let told = register.refuses_file(&hazard(&register, &[("发现日期", words)]), &[AS, &["--force"]].concat());
        assert!(told.contains("要看表是哪天填的"), "{words}: {told}");
    }
    let told = said(&register.import(&hazard(&register, &[("发现日期", "1月3日")]), &[AS, &["--dry-run"]].concat()));
    assert_whole(
        &told,
        str![[r#"
hazards/2026/yingji/001.toml
+ mine = "dashan"
+ found = 2026-01-03
+ source_kind = "inspection"
+ nature = "hazard"
+ description = "挡墙开裂（虚构）"
以上没有登记（--dry-run）
E2 等 1 格的日期没有写年份，按离今天最近的年份取用；不是的请写明年份
清点：共 1 张表 2 行 10 格
  待登记 5 格（1 行），表头 5 格

"#]],
    );
    for whole in ["2025年1月3日", "2025-1-3", "20250103", "25.1.3"] {
        let done = register.import(&hazard(&register, &[("发现日期", whole)]), &[AS, &["--dry-run"]].concat());
        assert!(done.status.success() && !said(&done).contains("没有写年份"), "{whole}: {}", said(&done));
    }
    let notice = |at: &str| {
        let file = register.home.join("告知.csv");
        fs::write(&file, format!("通报内容,标题,主送·单位,先行告知·时间,先行告知·告知人\n2,题（虚构）,公安,{at},张某甲\n"))
            .expect("written");
        said(&register.import(&file, &[AS, &["--dry-run"]].concat()))
    };
    assert!(notice("2025-06-03").contains("没有写几时几分"), "{}", notice("2025-06-03"));
    assert!(!notice("2025-06-03 9:30").contains("没有写几时几分"));
}

#[test]
fn pictures_are_named_and_one_in_a_cell_is_refused() {
    let register = Register::of_example();
    // A picture of one pixel.
    let picture: &[u8] = &[
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0,
        0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0D, 0x0A,
        0x2D, 0xB4, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ];
    let image = Image::new_from_buffer(picture).expect("a picture");
    let file = book(&register, |sheet| _ = sheet.insert_image(1, 5, &image).expect("inserted"));
    let done = register.import(&file, AS);
    assert!(done.status.success() && said(&done).contains("隐患 上有 1 处图片或图形，没有取用"), "{}", said(&done));
    let file = book(&register, |sheet| {
        sheet
            .write_string(1, 4, "另一处（虚构）")
            .expect("written")
            .write_string(1, 5, "=DISPIMG(\"ID_甲\",1)")
            .expect("written");
    });
    assert!(register.refuses_file(&file, AS).contains("隐患!F2：这一格是嵌入的图片"));
}

#[test]
fn headings_are_known_with_what_people_add_to_them() {
    let register = Register::of_example();
    let file = book(&register, |_| {});
    for (from, to) in [("性质", "性质 （必填）"), ("隐患描述", "隐患描述："), ("矿山", "矿山(必填)：")] {
        patch(&file, "xl/sharedStrings.xml", &format!("<t>{from}</t>"), &format!("<t>{to}</t>"));
    }
    let done = register.import(&file, AS);
    assert!(done.status.success() && said(&done).contains("登记 5 格（1 行）"), "{}", said(&done));
}

#[test]
fn messages_say_what_the_clerk_sees() {
    let register = Register::of_example();
    let told = register.refuses_file(&hazard(&register, &[("隐患描述", "")]), &[AS, &["--force"]].concat());
    assert!(told.contains("“隐患描述”必须填写") && !told.contains("双引号"), "{told}");
    // What has no column is told with the column beside it.
    let file = register.home.join("审核.csv");
    let write = |text: &[u8]| fs::write(&file, text).expect("written");
    write("通报内容,标题,主送·单位,审核人\n2,题（虚构）,公安,张某甲\n".as_bytes());
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 3 处问题：
  D2：“审核·职务”必须填写（从列表中选：分管负责人、主要负责人、受委托负责人、其他），表里没有这一栏，或这一栏是隐藏的；请加上或取消隐藏再填
  D2：“审核日期”必须填写（日期，如 2025-03-01），表里没有这一栏，或这一栏是隐藏的；请加上或取消隐藏再填
  D2：“审核方式”必须填写（从列表中选：电话、当面、信息、书面、办公系统、机要），表里没有这一栏，或这一栏是隐藏的；请加上或取消隐藏再填
问题已标在 [TEMP]/审核-问题.csv；改好后导入它
清点：共 1 张表 2 行 8 格
  待登记 3 格（1 行），表头 4 格，有问题 1 格

"#]],
    );
    write(b"\xE7\x9F\xBF\xE5\xB1\xB1,a\nb,c\0d\n1,2\n");
    assert!(register.refuses_file(&file, AS).contains("第 2 行有看不见的空字符"));
    for (name, bytes, why) in [("改名.xls", &b"PK\x03\x04"[..], "像是 .xlsx 改了后缀"), ("改名.xlsx", b"x", "不是 .xlsx 工作簿")]
    {
        let file = register.home.join(name);
        fs::write(&file, bytes).expect("written");
        let told = register.refuses_file(&file, AS);
        assert!(told.contains(why) && !told.contains("是不是"), "{told}");
    }
}
