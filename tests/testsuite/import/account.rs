//! Nothing is dropped in silence: every cell of a spreadsheet is taken, is as the register says, is refused at its place, or is named as
//! not taken.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use calamine::Data;
use rust_xlsxwriter::{Format, Formula, Note, Workbook, Worksheet};
use serde_json::Value;
use snapbox::str;

use super::grid::Grid;
use crate::support::{Dice, Register, TRIES, assert_whole, said};

pub(super) const AS: &[&str] = &["--as", "应急"];
pub(super) const HEADINGS: [&str; 7] = ["矿山", "发现日期", "发现方式", "性质", "隐患描述", "整改措施", "整改期限"];
pub(super) const ROW: [&str; 5] = ["大山石场（虚构）", "2025-06-03", "自行检查", "事故隐患", "挡墙开裂（虚构）"];

/// A workbook of one sheet of hazards with a row, changed in some way.
pub(super) fn book(register: &Register, change: impl FnOnce(&mut Worksheet)) -> PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("隐患").expect("a name");
    for (column, words) in (0..).zip(HEADINGS) {
        sheet.write_string(0, column, words).expect("written");
    }
    for (column, words) in (0..).zip(ROW) {
        sheet.write_string(1, column, words).expect("written");
    }
    change(sheet);
    let file = register.home.join("清点.xlsx");
    book.save(&file).expect("saved");
    file
}

/// A part of a package with some of its words changed.
pub(super) fn patch(file: &Path, part: &str, from: &str, to: &str) {
    let bytes = fs::read(file).expect("a file");
    let mut read = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a package");
    let mut write = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..read.len() {
        let mut entry = read.by_index(at).expect("a part");
        let name = entry.name().expect("a name").into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("XML");
        if name == part {
            assert!(text.contains(from), "{text}");
            text = text.replace(from, to);
        }
        write.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        write.write_all(text.as_bytes()).expect("written");
    }
    fs::write(file, write.finish().expect("written").into_inner()).expect("written");
}

fn csv(register: &Register, text: &str) -> PathBuf {
    let file = register.home.join("清点.csv");
    fs::write(&file, text).expect("written");
    file
}

#[test]
fn a_cell_without_a_heading_is_refused_at_its_place() {
    let register = Register::of_example();
    let file = csv(&register, "矿山,发现日期,发现方式,性质,隐患描述\ndashan,2025-06-03,自行检查,事故隐患,挡墙开裂,坡脚积水\n");
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  F2：第 2 行的这一格没有表头，不知道是哪一栏的；请补上表头，或清空这一格（.csv 文件多半是内容里的逗号没有加引号）
问题已标在 [TEMP]/清点-问题.csv；改好后导入它
清点：共 1 张表 2 行 11 格
  待登记 5 格（1 行），表头 5 格，有问题 1 格

"#]],
    );
    let lost = book(&register, |sheet| {
        sheet.write_string(0, 5, " ").expect("written").write_string(1, 5, "撤人（虚构）").expect("written");
    });
    assert!(register.refuses_file(&lost, AS).contains("隐患!F2：第 2 行的这一格没有表头"));
    // Also in a row that says nothing else.
    let alone = book(&register, |sheet| _ = sheet.write_string(5, 20, "备注（虚构）").expect("written"));
    assert!(register.refuses_file(&alone, &[AS, &["--force"]].concat()).contains("隐患!U6：第 6 行的这一格没有表头"));
}

#[test]
fn a_heading_that_was_merged_over_two_lines_is_one() {
    let register = Register::of_example();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("隐患").expect("a name");
    for (column, words) in (0..).zip(HEADINGS) {
        if column == 0 {
            sheet.merge_range(0, column, 1, column, words, &Format::new()).expect("merged");
        } else {
            sheet.write_string(1, column, words).expect("written");
        }
    }
    for (column, words) in (0..).zip(ROW) {
        sheet.write_string(2, column, words).expect("written");
    }
    let file = register.home.join("两行表头.xlsx");
    book.save(&file).expect("saved");
    let done = register.import(&file, AS);
    assert!(done.status.success() && said(&done).contains("登记 5 格（1 行）"), "{}", said(&done));
}

#[test]
fn an_unclosed_quote_is_refused_with_its_row() {
    let register = Register::of_example();
    let head = "矿山,发现日期,发现方式,性质,隐患描述\n";
    let rows = "dashan,2025-06-03,自行检查,事故隐患,\"挡墙开裂\ndashan,2025-06-04,自行检查,事故隐患,排水沟淤堵\n";
    let told = register.refuses_file(&csv(&register, &format!("{head}{rows}")), AS);
    assert_whole(
        &told,
        str![[r#"
未能完成：第 2 行 E2 开头的引号没有配对，后面的内容分不清是几格；请补上引号（内容里的引号写两个），或另存为 .xlsx 再导入

"#]],
    );
}

#[test]
fn a_formula_that_nobody_calculated_is_refused_at_its_cell() {
    let register = Register::of_example();
    let file = book(&register, |sheet| _ = sheet.write_formula(1, 6, Formula::new("=B2+15")).expect("written"));
    patch(&file, "xl/worksheets/sheet1.xml", "</f><v>0</v>", "</f>");
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!G2：这一格是公式，没有算出的值；请用表格程序打开，保存一次再导入，或直接填写应填的内容
问题已标在 [TEMP]/清点-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 2 行 13 格
  隐患：待登记 5 格（1 行），表头 7 格，有问题 1 格

"#]],
    );
    // The marked copy keeps that: imported as it is, it is refused again.
    let told = register.refuses_file(&register.home.join("清点-问题.xlsx"), &[AS, &["--force"]].concat());
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!G2：这一格是公式，没有算出的值；请用表格程序打开，保存一次再导入，或直接填写应填的内容
问题已标在 [TEMP]/清点-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 2 行 15 格
  隐患：待登记 5 格（1 行），表头 8 格，有问题 1 格，没有取用 1 格
    没有取用：由程序写的列（序号、上次标的问题），隐患!H2 等 1 格

"#]],
    );
}

#[test]
fn cells_merged_over_rows_are_refused_by_name() {
    let register = Register::of_example();
    let file = book(&register, |sheet| {
        for (row, words) in [(2, "排水沟淤堵（虚构）"), (3, "护栏缺失（虚构）")] {
            for (column, cell) in (0..).zip(ROW) {
                sheet.write_string(row, column, if column == 4 { words } else { cell }).expect("written");
            }
        }
        sheet.merge_range(1, 6, 3, 6, "2025-07-01", &Format::new()).expect("merged");
        sheet.merge_range(1, 3, 3, 3, "事故隐患", &Format::new()).expect("merged");
    });
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 2 处问题：
  隐患!D2：D2:D4 合并了单元格，除第一格外都是空的，看不出各格应填什么；请取消合并，逐格填写
  隐患!G2：G2:G4 合并了单元格，除第一格外都是空的，看不出各格应填什么；请取消合并，逐格填写
问题已标在 [TEMP]/清点-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 4 行 21 格
  隐患：待登记 12 格（3 行），表头 7 格，有问题 2 格

"#]],
    );
    assert!(told.contains("有 2 处问题"), "what follows from a merge is not told beside it: {told}");
}

#[test]
fn a_merge_over_the_rows_of_one_record_says_what_it_shows() {
    let register = Register::of_example();
    let notice = |last: u32| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name("信息通报").expect("a name");
        let rows = [["通报内容", "标题", "主送·单位"], ["2", "", "公安"], ["2", "", "林业"], ["2", "另一份（虚构）", "公安"]];
        for (row, cells) in (0..).zip(rows) {
            for (column, words) in (0..).zip(cells) {
                sheet.write_string(row, column, words).expect("written");
            }
        }
        sheet.merge_range(1, 1, last, 1, "关于边坡的通报（虚构）", &Format::new()).expect("merged");
        let file = register.home.join("合并.xlsx");
        book.save(&file).expect("saved");
        file
    };
    let dry = [AS, &["--dry-run"]].concat();
    let done = said(&register.import(&notice(2), &dry));
    assert_eq!(done.matches("+ title = ").count(), 2, "{done}");
    // Rows of a record that stands are known by what they refer to.
    let mut grid = Grid::read(&register.export(&["信息通报"]), "信息通报");
    let (title, record) = (grid.column("标题"), "notices/2025/yingji/002");
    let of_record: Vec<usize> = (1..grid.rows.len()).filter(|row| grid.rows[*row][0].to_string().starts_with(record)).collect();
    assert!(of_record.len() > 1, "a notice to several");
    of_record[1..].iter().for_each(|row| grid.rows[*row][title] = Data::Empty);
    assert!(register.taken(&grid, AS).contains("一致"));
}

#[test]
fn what_nobody_sees_is_named_and_taken_only_when_asked_for() {
    let register = Register::of_example();
    for (hide, shown) in [
        (&(|sheet: &mut Worksheet| _ = sheet.set_hidden(true)) as &dyn Fn(&mut Worksheet), "隐藏的表"),
        (&|sheet| _ = sheet.set_very_hidden(true), "隐藏的表"),
        (&|sheet| _ = sheet.set_row_hidden(1).expect("hidden"), "隐藏或被筛选掉的行"),
        (&|sheet| _ = sheet.set_row_height(1, 0).expect("set"), "隐藏或被筛选掉的行"),
        (&|sheet| _ = sheet.set_column_hidden(4).expect("hidden"), "隐藏的列"),
    ] {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("说明").expect("a name").write_string(0, 0, "填表说明（虚构）").expect("written");
        let sheet = book.add_worksheet();
        sheet.set_name("隐患").expect("a name");
        for (row, cells) in [(0, &HEADINGS[..5]), (1, &ROW[..])] {
            for (column, words) in (0..).zip(cells) {
                sheet.write_string(row, column, *words).expect("written");
            }
        }
        hide(sheet);
        let file = register.home.join("隐藏.xlsx");
        book.save(&file).expect("saved");
        let before = register.state();
        let told = said(&register.import(&file, &[AS, &["--dry-run", "--force"]].concat()));
        assert!(!told.contains("挡墙开裂"), "{told}");
        assert!(told.contains(shown) && told.contains("--all-sheets"), "{shown}: {told}");
        let told = said(&register.import(&file, &[AS, &["--dry-run", "--all-sheets"]].concat()));
        assert!(told.contains("+ description = \"挡墙开裂（虚构）\""), "{told}");
        assert_eq!(register.state(), before);
    }
}

#[test]
fn a_ledger_that_is_filtered_comes_back_but_a_new_record_is_not_torn_apart() {
    let register = Register::of_example();
    let hidden = |grid: &Grid, row: u32| {
        let file = register.home.join("筛选.xlsx");
        grid.write(&file);
        let number = row + 1;
        patch(&file, "xl/worksheets/sheet1.xml", &format!("<row r=\"{number}\""), &format!("<row hidden=\"1\" r=\"{number}\""));
        file
    };
    let mut grid = Grid::read(&register.export(&["信息通报"]), "信息通报");
    let done = register.import(&hidden(&grid, 1), AS);
    assert!(done.status.success() && said(&done).contains("隐藏或被筛选掉的行"), "{}", said(&done));
    let last = u32::try_from(grid.rows.len()).expect("rows");
    grid.add(&[("通报内容", "2"), ("标题", "关于边坡的通报（虚构）"), ("主送·单位", "公安")]);
    grid.add(&[("主送·单位", "林业局")]);
    assert!(register.refuses_file(&hidden(&grid, last), AS).contains("一条记录占几行"));
}

#[test]
fn a_heading_that_is_there_twice_is_told_at_the_heading_alone() {
    let register = Register::of_example();
    let file = book(&register, |sheet| {
        sheet.write_string(0, 7, "整改措施").expect("written").write_string(1, 7, "撤人（虚构）").expect("written");
        sheet.write_string(1, 5, "清理（虚构）").expect("written");
    });
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!H1：“整改措施”一列出现了两次，请删去一列
问题已标在 [TEMP]/清点-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 2 行 15 格
  隐患：待登记 6 格（1 行），表头 7 格，有问题 2 格

"#]],
    );
    assert!(told.contains("有问题 2 格"), "the heading and what stands below it: {told}");
}

#[test]
fn each_cell_against_which_something_stands_is_counted_as_refused() {
    let register = Register::of_example();
    let rows = "矿山,发现日期,发现方式,性质,隐患描述,整改期限\n\
                无此矿山,2025-06-03,自行检查,事故隐患,题（虚构）,2025-06-01\ndashan,2025-06-31,自行检查,事故隐患,题（虚构）,\n";
    let told = register.refuses_file(&csv(&register, rows), AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 2 处问题：
  A2：台账中没有“无此矿山”；这里写名称或矿山代号，如 "dashan"（liandong list 矿山）
  B3：没有“2025-06-31”这一天，请核对日期
问题已标在 [TEMP]/清点-问题.csv；改好后导入它
清点：共 1 张表 3 行 17 格
  待登记 9 格（2 行），表头 6 格，有问题 2 格

"#]],
    );
}

#[test]
fn a_cell_that_was_emptied_is_named() {
    let register = Register::of_example();
    let exported = Grid::read(&register.export(&["隐患"]), "隐患");
    let (record, mut grid) = ("hazards/2025/yingji/001", exported.clone());
    let cell = grid.cell("整改期限", grid.row(record) + 1);
    assert_ne!(grid.rows[grid.row(record)][grid.column("整改期限")], Data::Empty, "a term");
    grid.set(record, "整改期限", "");
    let told = register.taken(&grid, &[AS, &["--reason", "录入有误（虚构）"]].concat());
    assert!(told.contains(&format!("清空 1 格（{cell}）")), "{told}");
    let rows = grid.rows.len() - 2;
    assert!(told.contains(&format!("{rows} 行没有变化")), "the row is no unchanged one: {told}");
    // Of a record of several rows a blank says nothing as long as another row says it.
    let mut grid = Grid::read(&register.export(&["信息通报"]), "信息通报");
    let is_of = |row: &Vec<Data>| row[0].to_string().starts_with("notices/2025/yingji/002");
    let (title, note) = (grid.column("标题"), grid.column("情况说明"));
    let of_record: Vec<usize> = (0..grid.rows.len()).filter(|row| is_of(&grid.rows[*row])).collect();
    grid.rows[of_record[1]][title] = Data::Empty;
    grid.rows[of_record[0]][note] = Data::String("补记（虚构）".into());
    assert!(!register.taken(&grid, AS).contains("清空"));
}

#[test]
fn comments_are_named() {
    let register = Register::of_example();
    let file = book(&register, |sheet| _ = sheet.insert_note(1, 4, &Note::new("已口头告知（虚构）")).expect("a note"));
    let done = register.import(&file, AS);
    assert!(done.status.success() && said(&done).contains("隐患!E2 等 1 格有批注"), "{}", said(&done));
}

#[test]
fn a_text_that_no_cell_can_hold_is_not_changed_in_a_sheet() {
    let register = Register::of_example();
    let long = "长".repeat(40_000);
    let record = "hazards/2025/yingji/001";
    register.ok(&["amend", record, "--set", &format!("description={long}"), "--reason", "补全（虚构）", "--as", "应急"]);
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    assert!(register.taken(&grid, AS).contains("一致"), "what was cut off is not a change");
    grid.set(record, "隐患描述", "改短（虚构）");
    assert!(register.refuses(&grid, AS).contains("不能在表格里改"));
    assert!(register.text(record).contains(&long));
}

#[test]
fn what_a_spreadsheet_shows_where_it_failed_is_no_text() {
    let register = Register::of_example();
    let file = csv(&register, "矿山,发现日期,发现方式,性质,隐患描述\ndashan,2025-06-03,自行检查,事故隐患,#REF!\n");
    assert!(register.refuses_file(&file, AS).contains("E2：这一格是表格程序的错误值 #REF!"));
    // One that newer programs have is no damage of the file.
    for fault in ["#SPILL!", "#CALC!", "#GETTING_DATA"] {
        let file =
            book(&register, |sheet| _ = sheet.write_formula(1, 5, Formula::new("=1+1").set_result("#N/A")).expect("written"));
        patch(&file, "xl/worksheets/sheet1.xml", "#N/A", fault);
        let told = register.refuses_file(&file, &[AS, &["--force"]].concat());
        assert!(told.contains(&format!("隐患 的 E2 之后有一格是表格程序的错误值 {fault}")) && !told.contains("已损坏"), "{told}");
    }
}

#[test]
fn rows_that_could_not_be_read_are_not_called_alike() {
    let register = Register::of_example();
    let row = |day: &str| format!("dashan,{day},自行检查,事故隐患,题（虚构）\n");
    let rows = format!("矿山,发现日期,发现方式,性质,隐患描述\n{}{}", row("2025-06-31"), row("2025-02-30"));
    let told = register.refuses_file(&csv(&register, &rows), AS);
    assert!(told.contains("有 2 处问题") && !told.contains("完全相同"), "{told}");
}

/// A column that a sheet does not have is one thing to mend, however many rows lack it.
#[test]
fn a_column_that_is_not_there_is_told_once() {
    let register = Register::of_example();
    let rows: Vec<String> = (1..=20).map(|no| format!("大山石场（虚构）,2025-12-01,浮石{no}（虚构）,自行检查\n")).collect();
    let rows = rows.concat();
    let file = register.home.join("隐患.csv");
    fs::write(&file, format!("矿山,发现日期,隐患描述,发现方式\n{rows}大山石场（虚构）,某日,浮石（虚构）,自行检查\n"))
        .expect("writable");
    let told = register.refuses_file(&file, AS);
    assert_eq!(told.matches("表里没有这一栏").count(), 1, "{told}");
    assert!(told.contains("表中有 2 处问题") && told.contains("B22：“某日”不是日期"), "{told}");
}

#[test]
fn what_is_needed_and_hidden_is_told_as_that() {
    let register = Register::of_example();
    let file = book(&register, |sheet| _ = sheet.set_column_hidden(4).expect("hidden"));
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!A2：“隐患描述”必须填写（文字，可分段），表里没有这一栏，或这一栏是隐藏的；请加上或取消隐藏再填
问题已标在 [TEMP]/清点-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 2 行 12 格
  隐患：待登记 3 格（1 行），表头 7 格，有问题 1 格，没有取用 1 格
    没有取用：隐藏的列（要取用加 --all-sheets），隐患!E2 等 1 格

"#]],
    );
    // A blank cell that should not be blank is counted as well.
    let file = book(&register, |sheet| _ = sheet.write_blank(1, 4, &Format::new()).expect("written"));
    let told = register.refuses_file(&file, &[AS, &["--force"]].concat());
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!E2：“隐患描述”必须填写（文字，可分段）
问题已标在 [TEMP]/清点-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 2 行 11 格
  隐患：待登记 4 格（1 行），表头 7 格，空着要填的 1 格

"#]],
    );
}

#[test]
fn one_wrong_cell_is_one_problem() {
    let register = Register::of_example();
    let file = csv(&register, "矿山,发现日期,发现方式,性质,隐患描述\ndashan,某日,自行检查,事故隐患,题（虚构）\n");
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  B2：“某日”不是日期，请写 2025-03-01 或 2025年3月1日
问题已标在 [TEMP]/清点-问题.csv；改好后导入它
清点：共 1 张表 2 行 10 格
  待登记 4 格（1 行），表头 5 格，有问题 1 格

"#]],
    );
}

/// What may stand in a cell: right, wrong, of another kind, nothing.
const POOL: &[&str] = &[
    "",
    "",
    "大山石场（虚构）",
    "dashan",
    "无此矿山",
    "2025-06-03",
    "2025年6月3日",
    "某日",
    "事故隐患",
    "自行检查",
    "是",
    "否",
    "应急",
    "公安",
    "1",
    "2",
    "题（虚构）",
    "隐患 2025-应急-001",
    "隐患 2025-应急-777",
    "hazards/2025/yingji/001",
    "通报 2025-应急-002",
    "合计",
    "同上",
    "/",
    "昨天",
    "1月3日",
    "隐患2025应急002",
    "公安、公安局",
    "#N/A",
    "1.4.2",
    "mines/dashan/yingji",
    "people/yingji",
];

/// The ledgers of a register that come back.
pub(super) fn ledgers(register: &Register) -> Vec<Grid> {
    let names = ["隐患", "信息通报", "证照", "联络员", "督办事项", "一企一档"];
    names.iter().map(|name| Grid::read(&register.export(&[name]), name)).collect()
}

/// Some rows of a ledger and some that are none, with whatever in their cells.
pub(super) fn any_table(dice: &mut Dice, ledgers: &[Grid]) -> Grid {
    let from = &ledgers[dice.below(ledgers.len())];
    let name = if dice.below(8) == 0 { "说明" } else { &from.name };
    let mut grid = Grid { name: name.to_owned(), rows: from.rows.iter().take(1 + dice.below(6)).cloned().collect() };
    for _ in 0..dice.below(5) {
        grid.rows.push((0..grid.rows[0].len() + 2).map(|_| Data::String(POOL[dice.below(POOL.len())].into())).collect());
    }
    for _ in 0..dice.below(12) {
        let row = dice.below(grid.rows.len());
        let column = dice.below(grid.rows[row].len());
        grid.rows[row][column] = Data::String(POOL[dice.below(POOL.len())].into());
    }
    grid
}

#[test]
fn any_table_has_each_of_its_cells_in_one_class() {
    let register = Register::of_example();
    let grids = ledgers(&register);
    let before = register.state();
    let mut dice = Dice(20_260_105);
    let mut accounted = 0;
    for round in 0..TRIES.cases {
        let grid = any_table(&mut dice, &grids);
        let file = register.home.join("任意.xlsx");
        grid.write(&file);
        let options = ["--json", "--dry-run", "--force"];
        let done = register.import(&file, &[AS, &options, if dice.below(2) == 0 { &["--all-sheets"] } else { &[] }].concat());
        assert!(matches!(done.status.code(), Some(0 | 2)), "round {round}: {}", said(&done));
        let cells = grid.rows.iter().flatten().filter(|cell| !cell.to_string().trim().is_empty()).count();
        let Ok(told) = serde_json::from_slice::<Value>(&done.stdout) else { continue };
        let sheet = &told["account"]["sheets"][0];
        let count = |key: &str| usize::try_from(sheet[key].as_u64().expect("a number")).expect("a count");
        let passed = sheet["passed"].as_array().expect("a list").iter().map(|passed| passed["count"].as_u64().expect("a number"));
        let classed: usize = ["new", "same", "naming", "headings", "refused"].iter().map(|key| count(key)).sum();
        let classed = classed + usize::try_from(passed.sum::<u64>()).expect("a count");
        assert_eq!((count("cells"), classed, count("rows")), (cells, cells, sheet_rows(&grid)), "round {round}: {told:#}");
        assert!(!said(&done).contains("程序的差错"), "round {round}: {}", said(&done));
        if done.status.code() == Some(2) {
            assert!(!told["problems"].as_array().expect("a list").is_empty(), "round {round}: refused without a word");
        }
        accounted += 1;
    }
    assert!(accounted * 10 > TRIES.cases * 7, "{accounted}");
    assert_eq!(register.state(), before);
}

/// How many rows hold something.
fn sheet_rows(grid: &Grid) -> usize {
    grid.rows.iter().filter(|row| row.iter().any(|cell| !cell.to_string().trim().is_empty())).count()
}
