//! What went out comes back, whatever honest people did to it meanwhile.

use std::fs;

use calamine::Data;
use snapbox::str;

use super::grid::Grid;
use crate::support::{Register, assert_whole, said};

pub(super) const AS: &[&str] = &["--as", "应急"];
const REFERENCE: &str = "hazards/2025/yingji/001";
pub(super) const NEW: &[(&str, &str)] = &[
    ("矿山", "大山石场（虚构）"),
    ("发现日期", "２０２５年１２月１日 "),
    ("发现方式", "自行检查"),
    ("性质", "事故隐患"),
    ("隐患描述", "  排水沟淤堵（虚构）。 "),
    ("整改期限", "2025/12/15"),
];

#[test]
fn a_workbook_that_comes_back_as_it_went_changes_nothing() {
    let register = Register::of_example();
    let before = register.state();
    for args in [&[][..], &["--lang", "en"]] {
        let file = register.export(args);
        let done = register.import(&file, AS);
        assert!(done.status.success() && said(&done).contains("一致"), "{}", said(&done));
        // What is drawn from several records is passed over by name.
        assert!(said(&done).contains("发文登记") && said(&done).contains("年度自查"), "{}", said(&done));
        assert!(!said(&done).contains("推算"), "nothing that is worked out differs: {}", said(&done));
    }
    assert_eq!(register.state(), before);
}

#[test]
fn new_rows_are_filed_and_changed_ones_mended_in_one_commit() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    grid.set(REFERENCE, "情况说明", "因台风顺延（虚构）。");
    grid.add(NEW);
    let file = register.home.join("填.xlsx");
    grid.write(&file);
    let before = register.state();
    let dry = register.import(&file, &[AS, &["--dry-run"]].concat());
    assert!(dry.status.success() && said(&dry).contains("+ because"), "{}", said(&dry));
    assert_eq!(register.state(), before);
    let done = register.import(&file, AS);
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(register.git(&["rev-list", "--count", "HEAD"]).trim(), "2", "one commit");
    let changed = register.git(&["show", "--name-only", "--format=", "HEAD"]);
    assert_eq!(changed.lines().count(), 2, "{changed}");
    let new = changed.lines().find(|line| *line != format!("{REFERENCE}.toml")).expect("a new record");
    let text = fs::read_to_string(register.folder.join(new)).expect("a record");
    let expected = "mine = \"dashan\"\nfound = 2025-12-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\n\
                    description = \"排水沟淤堵（虚构）。\"\n\n[rectification]\ndue = 2025-12-15\n";
    assert_eq!(text, expected);
    // What is worked out is not taken, and that is said.
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    grid.set(REFERENCE, "状态", "整改中");
    grid.write(&register.home.join("状态.xlsx"));
    let done = register.import(&register.home.join("状态.xlsx"), AS);
    assert!(done.status.success() && said(&done).contains("“状态”由程序推算，有 1 格"), "{}", said(&done));
    // The same file once more: the changed row says what stands, the new one was filed before.
    let again = register.refuses_file(&file, AS);
    assert_whole(
        &again,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!E8：这一行与 隐患 2025-应急-003 完全相同，已经登记过了；请删去这一行
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 8 行 199 格
  隐患：待登记 5 格（1 行），与台账一致 125 格（6 行没有变化），编号、单位等 24 格，表头 44 格，有问题 1 格

"#]],
    );
}

#[test]
fn what_people_do_to_a_sheet_is_survived() {
    let register = Register::without(&["hazards"]);
    let mut grid = Grid::read(&register.export(&["--template", "隐患"]), "隐患");
    assert!(!grid.rows[0].iter().any(|cell| *cell == *"灯"), "an empty sheet has no column that is worked out");
    grid.add(NEW);
    // A column of their own, columns in another order, a title above, another name of the sheet, no hidden columns.
    for row in &mut grid.rows {
        row.drain(0..2);
        row.reverse();
        row.insert(3, Data::Empty);
    }
    grid.rows[0][3] = Data::String("存档柜号".into());
    grid.rows[1][3] = Data::String("自留".into());
    grid.rows.insert(0, vec![Data::String("某区隐患台账（虚构）".into())]);
    grid.name = "Sheet1".into();
    let file = register.home.join("改.xlsx");
    grid.write(&file);
    let done = register.import(&file, AS);
    assert!(done.status.success() && said(&done).contains("存档柜号"), "{}", said(&done));
    assert!(register.folder.join("hazards/2025/yingji/001.toml").is_file());
}

#[test]
fn comma_separated_text_is_read_in_both_encodings() {
    for gbk in [false, true] {
        let register = Register::of_example();
        let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
        grid.add(NEW);
        let text = grid.csv();
        let bytes = if gbk { encoding_rs::GBK.encode(&text).0.into_owned() } else { [b"\xEF\xBB\xBF", text.as_bytes()].concat() };
        let file = register.home.join("隐患.csv");
        fs::write(&file, bytes).expect("written");
        let done = register.import(&file, AS);
        assert!(done.status.success(), "{gbk}: {}", said(&done));
        assert_eq!(register.git(&["show", "--name-only", "--format=", "HEAD"]).lines().count(), 1, "only the new row");
    }
}

#[test]
fn of_many_records_the_first_are_told_and_the_rest_are_counted() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["--template", "隐患"]), "隐患");
    for number in 0..50 {
        let words = format!("第 {number} 处排水沟淤堵（虚构）。");
        grid.add(&[&NEW[..4], &[("隐患描述", words.as_str()), ("整改期限", "2025-12-15")]].concat());
    }
    let told = register.taken(&grid, AS);
    assert_eq!(told.matches("已登记 隐患").count(), 20, "{told}");
    assert!(told.contains("另有 30 份记录已登记，共 60 项提示；全部见 liandong check"), "{told}");
    assert_eq!(register.git(&["show", "--name-only", "--format=", "HEAD"]).lines().count(), 50);
}
