//! The marked copy of a workbook that was refused carries whatever the refusal rested on: given back untouched it is refused for the same.

use std::fs;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Note, Workbook, Worksheet};
use serde_json::Value;
use snapbox::str;

use super::account::{AS, HEADINGS, ROW, any_table, book, ledgers, patch};
use crate::support::{Dice, Register, TRIES, assert_whole, said};

/// What is told to be wrong with a file.
fn problems(register: &Register, file: &Path) -> Value {
    let done = register.import(file, &[AS, &["--json", "--force"]].concat());
    assert_eq!(done.status.code(), Some(2), "{}: {}", file.display(), said(&done));
    serde_json::from_slice::<Value>(&done.stdout).expect("JSON")["problems"].clone()
}

/// The marked copy of a file.
fn copy_of(file: &Path) -> PathBuf {
    let stem = file.file_stem().expect("a name").to_string_lossy().into_owned();
    file.with_file_name(format!("{stem}-问题.xlsx"))
}

fn second_row(sheet: &mut Worksheet) {
    for (column, words) in (0..).zip(ROW) {
        let words = if column == 4 { "排水沟淤堵（虚构）" } else { words };
        sheet.write_string(2, column, words).expect("written");
    }
}

#[test]
fn a_copy_given_back_untouched_is_refused_for_the_same() {
    let register = Register::of_example();
    let percent = Format::new().set_num_format("0%");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let changes: [&dyn Fn(&mut Worksheet); 6] = [
        &|sheet| {
            second_row(sheet);
            sheet.merge_range(1, 5, 2, 5, "撤人并清理（虚构）", &Format::new()).expect("merged");
        },
        &|sheet| _ = sheet.merge_range(1, 5, 1, 6, "撤人（虚构）", &Format::new()).expect("merged"),
        &|sheet| _ = sheet.write_number_with_format(1, 5, 0.95, &percent).expect("written"),
        &|sheet| {
            let moment = ExcelDateTime::parse_from_str("2025-06-03").expect("a day");
            sheet.write_datetime_with_format(1, 5, &moment, &day).expect("written");
        },
        &|sheet| _ = sheet.write_boolean(1, 5, true).expect("written"),
        &|sheet| _ = sheet.write_formula(1, 5, Formula::new("=1/0").set_result("#DIV/0!")).expect("written"),
    ];
    let before = register.state();
    for (at, change) in changes.iter().enumerate() {
        let file = book(&register, change);
        let told = problems(&register, &file);
        assert_eq!(problems(&register, &copy_of(&file)), told, "{at}");
        assert_eq!(register.state(), before);
    }
}

#[test]
fn whatever_is_wrong_with_a_table_is_wrong_with_its_copy() {
    let register = Register::of_example();
    let (grids, mut dice, mut refused) = (ledgers(&register), Dice(20_260_106), 0);
    let file = register.home.join("任意.xlsx");
    let before = register.state();
    for round in 0..TRIES.cases / 4 {
        any_table(&mut dice, &grids).write(&file);
        let tried = register.import(&file, &[AS, &["--json", "--dry-run"]].concat());
        let is_marked = serde_json::from_slice::<Value>(&tried.stdout).is_ok_and(|told| told["problems"].is_array());
        if !is_marked {
            continue;
        }
        refused += 1;
        let told = problems(&register, &file);
        assert_eq!(problems(&register, &copy_of(&file)), told, "round {round}");
        assert_eq!(register.state(), before);
    }
    assert!(refused * 3 > TRIES.cases / 4, "{refused}");
}

#[test]
fn what_was_hidden_stays_hidden_in_the_copy() {
    let register = Register::of_example();
    let file = register.home.join("隐藏.xlsx");
    let mut workbook = Workbook::new();
    // The sheet on which the book would open is one of those that nobody sees.
    for (name, is_hidden) in [("证照", true), ("隐患", false)] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).expect("a name").set_very_hidden(is_hidden);
        if !is_hidden {
            sheet.set_active(true);
        }
        let headings: &[&str] = if is_hidden { &["矿山", "证照种类", "证号"] } else { &HEADINGS };
        for (column, words) in (0..).zip(headings) {
            sheet.write_string(0, column, *words).expect("written");
        }
        if is_hidden {
            for (column, words) in (0..).zip(["dashan", "安全生产许可证", "（虚构）藏001"]) {
                sheet.write_string(1, column, words).expect("written");
            }
            continue;
        }
        for (column, words) in (0..).zip(ROW) {
            let words = if column == 1 { "2025-6-31" } else { words };
            sheet.write_string(1, column, words).expect("written");
        }
        second_row(sheet);
        sheet.write_string(1, 5, "藏在列里（虚构）").expect("written");
        sheet.set_row_hidden(2).expect("hidden").set_column_hidden(5).expect("hidden");
    }
    workbook.save(&file).expect("saved");
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!B2：没有“2025-6-31”这一天，请核对日期
问题已标在 [TEMP]/隐藏-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 2 张表 5 行 24 格
  证照：没有取用 6 格
    没有取用：隐藏的表（要取用加 --all-sheets），证照!A1 等 6 格
  隐患：待登记 4 格（1 行），表头 7 格，有问题 1 格，没有取用 6 格
    没有取用：隐藏或被筛选掉的行（要取用加 --all-sheets），隐患!A3 等 5 格
    没有取用：隐藏的列（要取用加 --all-sheets），隐患!F2 等 1 格

"#]],
    );
    let copy = copy_of(&file);
    patch(&copy, "xl/sharedStrings.xml", "<t>2025-6-31</t>", "<t>2025-6-30</t>");
    let done = register.import(&copy, AS);
    assert!(done.status.success(), "{}", said(&done));
    let filed = register.git(&["show", "--format=", "HEAD"]);
    assert_whole(
        &filed,
        str![[r#"
diff --git a/hazards/2025/yingji/003.toml b/hazards/2025/yingji/003.toml
new file mode 100644
index 0000000..129a0b4
--- /dev/null
+++ b/hazards/2025/yingji/003.toml
@@ -0,0 +1,5 @@
+mine = "dashan"
+found = 2025-06-30
+source_kind = "inspection"
+nature = "hazard"
+description = "挡墙开裂（虚构）"

"#]],
    );
    for hidden in ["排水沟淤堵", "藏在列里", "藏001"] {
        assert!(!filed.contains(hidden), "{hidden}: {filed}");
    }
    for hidden in ["隐藏的表", "隐藏或被筛选掉的行", "隐藏的列"] {
        assert!(said(&done).contains(hidden), "{hidden}: {}", said(&done));
    }
}

#[test]
fn a_copy_says_what_it_lacks_and_a_dry_run_writes_none() {
    let register = Register::of_example();
    let file = book(&register, |sheet| {
        sheet.write_string(1, 1, "2025-6-31").expect("written");
        sheet.insert_note(1, 0, &Note::new("旧批注（虚构）")).expect("a note");
    });
    let done = register.import(&file, &[AS, &["--dry-run"]].concat());
    assert!(said(&done).contains("没有写标注问题的副本") && !copy_of(&file).exists(), "{}", said(&done));
    // So nothing of a dry run is in the way.
    let told = register.refuses_file(&file, AS);
    assert!(told.contains("其余与原文件一样") && copy_of(&file).exists(), "{told}");
}

#[test]
fn a_copy_says_what_the_file_says_and_no_sign_more() {
    let register = Register::of_example();
    let file = book(&register, |sheet| {
        sheet.write_string(1, 1, "2025-6-31").expect("written");
        sheet.write_string(1, 4, " 挡墙\u{200b}开裂\u{feff}（虚构）\u{202e}").expect("written");
    });
    let told = problems(&register, &file);
    assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
    let copy = copy_of(&file);
    assert_eq!(problems(&register, &copy), told);
    patch(&copy, "xl/sharedStrings.xml", "<t>2025-6-31</t>", "<t>2025-6-30</t>");
    let done = register.import(&copy, AS);
    assert!(done.status.success(), "{}", said(&done));
    let filed = register.git(&["show", "--format=", "HEAD"]);
    assert_whole(
        &filed,
        str![[r#"
diff --git a/hazards/2025/yingji/003.toml b/hazards/2025/yingji/003.toml
new file mode 100644
index 0000000..129a0b4
--- /dev/null
+++ b/hazards/2025/yingji/003.toml
@@ -0,0 +1,5 @@
+mine = "dashan"
+found = 2025-06-30
+source_kind = "inspection"
+nature = "hazard"
+description = "挡墙开裂（虚构）"

"#]],
    );
}

#[test]
fn merges_as_long_as_a_sheet_are_kept_only_so_far() {
    let register = Register::of_example();
    let file = book(&register, |sheet| {
        second_row(sheet);
        sheet.write_string(1, 1, "2025-6-31").expect("written");
        sheet.merge_range(1, 5, 2, 5, "撤人（虚构）", &Format::new()).expect("merged");
    });
    for range in ["F2:F1048576", "F2:XFD1048576", "F2:F3\"/><mergeCell ref=\"F3:G9"] {
        let far = register.home.join("长.xlsx");
        fs::copy(&file, &far).expect("copied");
        patch(&far, "xl/worksheets/sheet1.xml", "<mergeCell ref=\"F2:F3\"", &format!("<mergeCell ref=\"{range}\""));
        let told = problems(&register, &far).to_string();
        assert!(told.contains("合并了单元格"), "{told}");
        assert!(problems(&register, &copy_of(&far)).to_string().contains("合并了单元格"), "{range}");
    }
    assert!(copy_of(&register.home.join("长.xlsx")).metadata().expect("a file").len() < 100_000);
}

/// The parts of a workbook, by name.
fn parts_of(file: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut package = zip::ZipArchive::new(fs::File::open(file).expect("a file")).expect("a package");
    let count = package.len();
    let read = |at: usize| {
        let mut part = package.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).expect("read");
        (part.name().expect("a name").into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

/// The colour of a cell's ground, if it has one.
fn colour(file: &Path, cell: &str) -> Option<String> {
    let parts = parts_of(file);
    let text = |name: &str| String::from_utf8(parts[name].clone()).expect("UTF-8");
    let (sheet, styles) = (text("xl/worksheets/sheet1.xml"), text("xl/styles.xml"));
    let (sheet, styles) = (roxmltree::Document::parse(&sheet).expect("XML"), roxmltree::Document::parse(&styles).expect("XML"));
    let cell = sheet.descendants().find(|node| node.attribute("r") == Some(cell)).expect("a cell");
    let style: usize = cell.attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0);
    let of = |list: &str| styles.descendants().find(|node| node.has_tag_name((XLSX, list))).expect("a list");
    let list = |list: &str| of(list).children().filter(roxmltree::Node::is_element).collect::<Vec<_>>();
    for name in ["fills", "cellXfs"] {
        assert_eq!(of(name).attribute("count"), Some(list(name).len().to_string().as_str()), "{name}");
    }
    let ground: usize = list("cellXfs")[style].attribute("fillId").and_then(|ground| ground.parse().ok()).expect("a fill");
    list("fills")[ground].descendants().find_map(|node| node.attribute("rgb")).map(str::to_owned)
}

const XLSX: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// What a clerk made of a sheet is not taken from it: the copy is the workbook that came, with its bad cells in colour.
#[test]
fn the_clerk_s_own_workbook_comes_back_with_its_formats() {
    let register = Register::of_example();
    let file = book(&register, |sheet| {
        second_row(sheet);
        let bold = Format::new().set_bold().set_background_color(rust_xlsxwriter::Color::RGB(0x00DD_EEFF));
        sheet.write_string_with_format(1, 4, "挡墙开裂（虚构）", &bold).expect("written");
        sheet.write_string_with_format(1, 1, "2025-6-31", &bold).expect("written");
        sheet.write_string(2, 1, "某日").expect("written");
        sheet.insert_note(1, 0, &Note::new("旧批注（虚构）")).expect("a note");
        sheet.write_formula(1, 5, Formula::new("=\"撤\"&\"人\"").set_result("撤人")).expect("written");
        let list = rust_xlsxwriter::DataValidation::new().allow_list_strings(&["甲", "乙"]).expect("a list");
        sheet.add_data_validation(1, 6, 9, 6, &list).expect("added");
        sheet.set_column_width(4, 44).expect("set").set_freeze_panes(1, 0).expect("frozen");
    });
    let told = register.refuses_file(&file, AS);
    assert!(told.contains("其余与原文件一样"), "{told}");
    let copy = copy_of(&file);
    let (own, marked) = (parts_of(&file), parts_of(&copy));
    assert_eq!(own.keys().collect::<Vec<_>>(), marked.keys().collect::<Vec<_>>());
    let changed: Vec<&String> = own.keys().filter(|name| own[*name] != marked[*name]).collect();
    assert_eq!(changed, ["xl/styles.xml", "xl/worksheets/sheet1.xml"]);
    let sheet = String::from_utf8(marked["xl/worksheets/sheet1.xml"].clone()).expect("UTF-8");
    for kept in
        ["<f>\"撤\"&amp;\"人\"</f>", "dataValidation", "legacyDrawing", "customWidth", "没有“2025-6-31”这一天", "<c r=\"H1\""]
    {
        assert!(sheet.contains(kept), "{kept}: {sheet}");
    }
    assert_eq!(colour(&copy, "B2").as_deref(), Some("FFFFC7CD"));
    assert_eq!(colour(&copy, "B3").as_deref(), Some("FFFFC7CD"));
    assert_eq!(colour(&copy, "E2").as_deref(), Some("FFDDEEFF"), "a good cell is as it was");
    // One of the two is mended: its mark and its words go, and nothing is said twice.
    patch(&copy, "xl/sharedStrings.xml", "<t>2025-6-31</t>", "<t>2025-6-30</t>");
    register.refuses_file(&copy, &[AS, &["--force"]].concat());
    assert_eq!(colour(&copy, "B2"), None);
    assert_eq!(colour(&copy, "B3").as_deref(), Some("FFFFC7CD"));
    let sheet = String::from_utf8(parts_of(&copy)["xl/worksheets/sheet1.xml"].clone()).expect("UTF-8");
    assert!(!sheet.contains("没有“2025-6-31”这一天") && sheet.matches("inlineStr").count() == 2, "{sheet}");
    // With both mended it is filed.
    patch(&copy, "xl/sharedStrings.xml", "<t>某日</t>", "<t>2025-6-29</t>");
    let done = register.import(&copy, AS);
    assert!(done.status.success(), "{}", said(&done));
}

/// A ledger may have a column for problems of its own: what stands there is the clerk's, and no remark of ours.
#[test]
fn a_column_of_problems_is_not_taken_for_remarks() {
    let register = Register::of_example();
    let file = register.export(&["联合执法"]);
    patch(&file, "xl/worksheets/sheet1.xml", "大山石场（虚构）</t>", "无此石场（虚构）</t>");
    let told = problems(&register, &file);
    let remarks = told.as_array().map_or(0, Vec::len);
    let text = |file: &Path| String::from_utf8(parts_of(file)["xl/worksheets/sheet1.xml"].clone()).expect("UTF-8");
    let cells = |file: &Path| text(file).matches("</t></is></c>").count();
    // What is wrong, each in a row of its own, below the heading that says so.
    assert!(cells(&file) > 50 && remarks > 0, "{told}");
    assert_eq!(cells(&copy_of(&file)), cells(&file) + remarks + 1, "no cell of the clerk's is gone");
    assert_eq!(problems(&register, &copy_of(&file)), told, "the copy is refused for the same");
}
