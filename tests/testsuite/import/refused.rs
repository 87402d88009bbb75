//! A cell that cannot be taken leaves the register as it was, and comes back marked.

use std::fs;

use calamine::Data;
use snapbox::str;

use super::grid::Grid;
use crate::support::{Register, assert_whole, said};

const AS: &[&str] = &["--as", "应急"];
const REFERENCE: &str = "hazards/2025/yingji/001";

#[test]
fn each_problem_is_told_and_marked_at_its_cell() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    grid.add(&[("矿山", "大山石厂"), ("发现日期", "2025-02-30"), ("性质", "隐患"), ("隐患描述", "题（虚构）")]);
    let file = register.home.join("隐患.xlsx");
    grid.write(&file);
    let told = register.refuses_file(&file, AS);
    let row = grid.rows.len();
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 3 处问题：
  隐患!E8：台账中没有“大山石厂”，是不是“大山石场（虚构）”？
  隐患!G8：没有“2025-02-30”这一天，请核对日期
  隐患!T8：不认识“隐患”，是不是“事故隐患”？，可选：事故隐患、违法违规行为
问题已标在 [TEMP]/隐患-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 8 行 196 格
  隐患：待登记 1 格（1 行），与台账一致 124 格（6 行没有变化），编号、单位等 24 格，表头 44 格，有问题 3 格

"#]],
    );
    assert!(told.contains(&format!("隐患!{}", grid.cell("发现日期", row))), "{told}");
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 3 处问题：
  隐患!E8：台账中没有“大山石厂”，是不是“大山石场（虚构）”？
  隐患!G8：没有“2025-02-30”这一天，请核对日期
  隐患!T8：不认识“隐患”，是不是“事故隐患”？，可选：事故隐患、违法违规行为
问题已标在 [TEMP]/隐患-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 8 行 196 格
  隐患：待登记 1 格（1 行），与台账一致 124 格（6 行没有变化），编号、单位等 24 格，表头 44 格，有问题 3 格

"#]],
    );
    let copy = register.home.join("隐患-问题.xlsx");
    let marked = Grid::read(&copy, "隐患");
    let remark = marked.rows[row - 1].last().expect("a cell").to_string();
    assert!(remark.contains("2025-02-30") && *marked.rows[0].last().expect("a cell") == *"导入问题", "{remark}");
    // A copy that nobody touched is the one that would be written; any other is not overwritten.
    assert!(register.refuses_file(&file, AS).contains("问题已标在"));
    marked.write(&copy);
    assert!(register.refuses_file(&file, AS).contains("--force"));
    // Mended in the copy, it is taken.
    let mut mended = marked;
    for (heading, words) in
        [("矿山", "大山石场（虚构）"), ("发现日期", "2025-02-28"), ("性质", "事故隐患"), ("发现方式", "自行检查")]
    {
        let column = mended.column(heading);
        mended.rows[row - 1][column] = Data::String(words.into());
    }
    mended.write(&copy);
    let done = register.import(&copy, AS);
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn other_programs_are_told_of_each_problem_too() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["信息通报"]), "信息通报");
    grid.add(&[("通报内容", "2"), ("标题", "题（虚构）"), ("主送·单位", "无此单位")]);
    let (file, row) = (register.home.join("填.xlsx"), grid.rows.len());
    grid.write(&file);
    let before = register.state();
    let done = register.import(&file, &[AS, &["--json"]].concat());
    assert_eq!((done.status.code(), register.state()), (Some(2), before), "{}", said(&done));
    let told: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!((&told["version"], &told["commit"], &told["records"]), (&1.into(), &().into(), &serde_json::json!([])));
    let problem = &told["problems"][0];
    assert_eq!((&problem["sheet"], &problem["cell"]), (&"信息通报".into(), &grid.cell("主送·单位", row).into()), "{told}");
    let says = |lang: &str, words: &str| problem["what"][lang].as_str().is_some_and(|what| what.contains(words));
    assert!(says("zh", "台账中没有“无此单位”") && says("en", "the register has no"), "{told}");
}

#[test]
fn names_and_needed_cells_are_looked_at() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    grid.add(&[
        ("矿山", "大山石厂"),
        ("发现日期", "2025-02-28"),
        ("性质", "事故隐患"),
        ("发现方式", "自行检查"),
        ("隐患描述", "题"),
    ]);
    grid.add(&[("矿山", "大山石场（虚构）"), ("性质", "事故隐患"), ("发现方式", "自行检查"), ("隐患描述", "题")]);
    let file = register.home.join("隐患.xlsx");
    grid.write(&file);
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 2 处问题：
  隐患!E8：台账中没有“大山石厂”，是不是“大山石场（虚构）”？
  隐患!G9：“发现日期”必须填写（日期，如 2025-03-01）
问题已标在 [TEMP]/隐患-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 9 行 201 格
  隐患：待登记 8 格（2 行），与台账一致 124 格（6 行没有变化），编号、单位等 24 格，表头 44 格，有问题 1 格，空着要填的 1 格

"#]],
    );
}

#[test]
fn what_stands_changes_only_with_a_reason() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    grid.set(REFERENCE, "隐患描述", "另一处（虚构）");
    let file = register.home.join("隐患.xlsx");
    grid.write(&file);
    assert!(register.refuses_file(&file, AS).contains("--reason"));
    assert!(register.refuses_file(&file, &["--as", "公安", "--force"]).contains("由应急登记"));
    let done = register.import(&file, &[AS, &["--reason", "录入笔误（虚构）"]].concat());
    assert!(done.status.success(), "{}", said(&done));
    let text = fs::read_to_string(register.folder.join(format!("{REFERENCE}.toml"))).expect("a record");
    assert_whole(
        &text,
        str![[r#"
mine = "dashan"
found = 2025-05-13
source_kind = "enforcement"
from = "enforcements/2025/anweiban/001#1"
nature = "hazard"
major = true
criterion = "矿安〔2022〕88号 二（虚构适用）"
description = "另一处（虚构）"
reported_done = 2025-07-08
duties = ["1.1.4"]

[onsite]
measure = "撤出坡脚作业人员和设备，设置警戒。"
on = 2025-05-13

[rectification]
plan = "削坡减载，增设监测点，完善截排水。"
due = 2025-06-13

[[extension]]
asked = 2025-06-05
approved_by = "张某甲"
approved_on = 2025-06-09
new_due = 2025-06-27

[[reinspection]]
on = 2025-06-26
by = "yingji"
result = "failed"
new_due = 2025-07-10
text = "削坡已完成，监测点未启用。"

[[reinspection]]
on = 2025-07-11
by = "yingji"
result = "passed"

[closed]
on = 2025-07-14
reason = "passed"

[[amended]]
on = 2026-01-05
keys = ["description"]
reason = "录入笔误（虚构）"

"#]],
    );
}

#[test]
fn a_row_that_changed_meanwhile_is_a_conflict() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    let amend = register.run(&["amend", REFERENCE, "--set", "description=现状（虚构）", "--reason", "笔误", "--as", "应急"]);
    assert!(amend.status.success(), "{}", said(&amend));
    let file = register.home.join("隐患.xlsx");
    grid.set(REFERENCE, "情况说明", "说明（虚构）");
    grid.write(&file);
    let told = register.refuses_file(&file, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 2 处问题：
  隐患!H6：导出后这条记录已被改过，台账中现为：现状（虚构）；请重新导出台账，在新表上改
  隐患!AP6：导出后这条记录已被改过，台账中现为：空；请重新导出台账，在新表上改
问题已标在 [TEMP]/隐患-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 7 行 193 格
  隐患：与台账一致 123 格（5 行没有变化），编号、单位等 24 格，表头 44 格，有问题 2 格

"#]],
    );
}

#[test]
fn a_copied_row_and_a_foreign_one_are_told() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    let row = grid.rows[grid.row(REFERENCE)].clone();
    grid.rows.push(row);
    let last = grid.rows.len() - 1;
    let column = grid.column("情况说明");
    grid.rows[last][column] = Data::String("复制（虚构）".into());
    let file = register.home.join("隐患.xlsx");
    grid.write(&file);
    assert!(register.refuses_file(&file, AS).contains("是同一条记录"));
    grid.rows[last][0] = Data::String("hazards/2025/yingji/777".into());
    grid.write(&file);
    assert!(register.refuses_file(&file, &[AS, &["--force"]].concat()).contains("没有 hazards/2025/yingji/777"));
}

#[test]
fn other_formats_are_refused_and_nothing_is_written_beside() {
    let register = Register::of_example();
    for name in ["台账.xls", "台账.ods", "台账.et", "台账.docx"] {
        let file = register.home.join(name);
        fs::write(&file, "x").expect("written");
        assert!(register.refuses_file(&file, AS).contains("另存为 .xlsx"), "{name}");
    }
    assert!(register.refuses_file(&register.home.join("无.xlsx"), AS).contains("没有这个文件"));
}

#[test]
fn a_cell_far_away_and_a_package_that_unfolds_are_refused() {
    let register = Register::of_example();
    let file = register.home.join("远.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_string(1_048_575, 16_383, "远").expect("written");
    book.save(&file).expect("saved");
    assert!(register.refuses_file(&file, AS).contains("XFD1048576 在 200000 行、256 列之外"));
    // A gigabyte of blanks in a megabyte.
    let bomb = register.home.join("炸.xlsx");
    let mut zip = zip::ZipWriter::new(fs::File::create(&bomb).expect("a file"));
    zip.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    for _ in 0..1024 {
        std::io::Write::write_all(&mut zip, &vec![b' '; 1024 * 1024]).expect("written");
    }
    zip.finish().expect("written");
    assert!(register.refuses_file(&bomb, AS).contains("文件解开后超过"));
}

#[test]
fn a_formula_counts_as_what_it_showed() {
    let register = Register::of_example();
    let grid = Grid::read(&register.export(&["隐患"]), "隐患");
    let file = register.home.join("公式.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("隐患").expect("a name");
    for (column, heading) in (0..).zip(&grid.rows[0]) {
        sheet.write_string(0, column, heading.to_string()).expect("written");
    }
    let at = |heading| u16::try_from(grid.column(heading)).expect("a column");
    for (heading, words) in [("矿山", "dashan"), ("发现方式", "自行检查"), ("性质", "事故隐患"), ("发现日期", "2025-12-02")]
    {
        sheet.write_string(1, at(heading), words).expect("written");
    }
    let formula = rust_xlsxwriter::Formula::new("=\"甲\"&\"乙\"").set_result("甲乙（虚构）");
    sheet.write_formula(1, at("隐患描述"), formula).expect("written");
    book.save(&file).expect("saved");
    let done = register.import(&file, AS);
    assert!(done.status.success() && said(&done).contains("等 1 格是公式"), "{}", said(&done));
    assert!(register.git(&["show", "HEAD"]).contains("+description = \"甲乙（虚构）\""));
}
