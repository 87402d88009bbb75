//! Sheets of which a record takes several rows: an addressee, a visit, a problem is a row.

use calamine::Data;
use snapbox::str;

use super::grid::Grid;
use crate::support::{Register, assert_whole, said};

const NOTICES: &str = "信息通报";
const AS: &[&str] = &["--as", "应急"];
const OFFICE: &[&str] = &["--as", "区安委办"];
const ISSUED: &str = "notices/2025/yingji/002";
const ENFORCEMENT: &str = "enforcements/2025/anweiban/001";
/// A notice that is not issued yet, of which the second row leaves blank what the first says.
const NEW: &[&[(&str, &str)]] = &[
    &[("通报内容", "2"), ("标题", "关于边坡的通报（虚构）"), ("主送·单位", "公安"), ("主送·涉及职责", "1.4.2")],
    &[("主送·单位", "林业局")],
    &[("通报内容", "2"), ("标题", "关于边坡的通报（虚构）"), ("主送·单位", "河口街道")],
    &[("通报内容", "2"), ("标题", "另一份通报（虚构）"), ("主送·单位", "公安")],
];

/// The row of an item: its record, and what stands in one of its cells.
fn row(grid: &Grid, record: &str, heading: &str, words: &str) -> usize {
    let column = grid.column(heading);
    let is = |row: &&Vec<Data>| row[0].to_string().starts_with(record) && row[column].to_string().starts_with(words);
    let found = grid.rows.iter().position(|row| is(&row));
    found.unwrap_or_else(|| panic!("no row of {record} with {heading} {words}"))
}

fn put(grid: &mut Grid, row: usize, heading: &str, words: &str) {
    let column = grid.column(heading);
    grid.rows[row][column] = if words.is_empty() { Data::Empty } else { Data::String(words.to_owned()) };
}

/// A register with a notice that is not issued yet, its reference and its sheet.
fn unissued() -> (Register, String, Grid) {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&[NOTICES]), NOTICES);
    for cells in NEW {
        grid.add(cells);
    }
    register.taken(&grid, AS);
    let changed = register.git(&["show", "--name-only", "--format=", "HEAD"]);
    assert_eq!(changed.lines().count(), 2, "rows that go together are one record: {changed}");
    let record = changed.lines().next().expect("a record").trim_end_matches(".toml").to_owned();
    let grid = Grid::read(&register.export(&[NOTICES]), NOTICES);
    (register, record, grid)
}

#[test]
fn rows_that_say_the_same_of_the_whole_are_one_new_record() {
    let (register, record, _) = unissued();
    let expected = "content = 2\ntitle = \"关于边坡的通报（虚构）\"\n\n[[to]]\nwho = \"gongan\"\nwhy = \"1.4.2\"\n\n\
                    [[to]]\nwho = \"linye\"\n\n[[to]]\nwho = \"hekou\"\n";
    assert_eq!(register.text(&record), expected);
}

#[test]
fn a_copied_row_is_one_item_more_and_a_changed_one_another() {
    let (register, record, mut grid) = unissued();
    // Copied with its hidden cells, one more; changed in its place, another; deleted, nothing.
    let mut copy = grid.rows[row(&grid, &record, "主送·单位", "林业")].clone();
    copy[grid.column("主送·单位")] = Data::String("水务".into());
    let at = row(&grid, &record, "主送·单位", "公安");
    put(&mut grid, at, "主送·单位", "消防");
    put(&mut grid, at, "主送·涉及职责", "");
    grid.rows.remove(row(&grid, &record, "主送·单位", "河口"));
    grid.rows.push(copy);
    register.taken(&grid, AS);
    let text = register.text(&record);
    let told: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("who = ")).collect();
    assert_eq!(told, ["\"xiaofang\"", "\"linye\"", "\"hekou\"", "\"nongshui\""], "{text}");
    assert!(!text.contains("why"), "{text}");
}

#[test]
fn what_is_so_of_the_whole_is_changed_in_one_row_or_in_all_alike() {
    let (register, record, mut grid) = unissued();
    let (first, second) = (row(&grid, &record, "主送·单位", "公安"), row(&grid, &record, "主送·单位", "林业"));
    put(&mut grid, first, "标题", "甲（虚构）");
    put(&mut grid, second, "标题", "乙（虚构）");
    let told = register.refuses(&grid, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  信息通报!F51：第 50 行与第 51 行是同一条记录，这一栏却改得不一样；请改成一致，或只在其中一行改
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 53 行 991 格
  信息通报：待登记 1 格（1 行），与台账一致 747 格（50 行没有变化），编号、单位等 208 格，表头 34 格，有问题 1 格

"#]],
    );
    assert!(told.contains(&format!("信息通报!{}：", grid.cell("标题", second + 1))), "{told}");
    // A cell left blank below one that says something is no word against it.
    put(&mut grid, second, "标题", "");
    put(&mut grid, first, "共性问题", "是");
    register.taken(&grid, AS);
    assert!(register.text(&record).contains("title = \"甲（虚构）\"\ncommon = true\n"));
    // A no in one row is a change too.
    let mut grid = Grid::read(&register.export(&[NOTICES]), NOTICES);
    put(&mut grid, second, "共性问题", "否");
    register.taken(&grid, AS);
    assert!(!register.text(&record).contains("common"));
}

#[test]
fn rows_that_are_one_item_are_told() {
    let (register, record, mut grid) = unissued();
    let copy = grid.rows[row(&grid, &record, "主送·单位", "林业")].clone();
    grid.rows.push(copy);
    let last = grid.rows.len() - 1;
    put(&mut grid, last, "主送·涉及职责", "1.4.2");
    assert!(register.refuses(&grid, AS).contains("同一条记录的同一项"));
    put(&mut grid, last, "主送·单位", "水务");
    let original = row(&grid, &record, "主送·单位", "林业");
    put(&mut grid, original, "主送·单位", "消防");
    assert!(register.refuses(&grid, AS).contains("看不出哪一行是原来那一项"));
}

#[test]
fn what_was_issued_stays_and_what_a_row_does_not_show_too() {
    let register = Register::of_example();
    let exported = Grid::read(&register.export(&[NOTICES]), NOTICES);
    let mut grid = exported.clone();
    let mut copy = grid.rows[row(&grid, ISSUED, "主送·单位", "公安")].clone();
    copy[grid.column("主送·单位")] = Data::String("林业".into());
    grid.rows.push(copy);
    let told = register.refuses(&grid, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  信息通报!N50：这条记录已经印发，不能再增加这一项（to）；请删去这一行，确系漏录的用 --reason 写明原因
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 50 行 975 格
  信息通报：待登记 1 格（1 行），与台账一致 742 格（48 行没有变化），编号、单位等 196 格，表头 34 格，有问题 1 格，没有取用 1 格
    没有取用：由程序推算的列，信息通报!P50 等 1 格

"#]],
    );
    assert!(told.contains(&format!("{}：", grid.cell("主送·单位", grid.rows.len()))), "{told}");
    let done = register.import(&register.home.join("填.xlsx"), &[AS, &["--reason", "漏录（虚构）"]].concat());
    assert!(done.status.success(), "{}", said(&done));
    // A delivery may come after the issue, and nothing else of the paper is touched.
    let register = Register::of_example();
    let before = register.text(ISSUED);
    let mut grid = exported.clone();
    let at = row(&grid, ISSUED, "主送·单位", "公安");
    put(&mut grid, at, "送达日期", "2025-05-16");
    put(&mut grid, at, "送达·方式", "书面");
    register.taken(&grid, AS);
    let delivered = "\n[[delivery]]\nwho = \"gongan\"\non = 2025-05-16\nway = \"written\"\n";
    assert_eq!(register.text(ISSUED), before.clone() + delivered);
    // Another export is needed then: this one tells of a record that is no more.
    put(&mut grid, at, "送达·方式", "当面");
    assert!(register.refuses(&grid, AS).contains("导出后这条记录已被改过"));
}

#[test]
fn problems_and_visits_are_added_to_an_enforcement() {
    let register = Register::of_example();
    let before = register.text(ENFORCEMENT);
    let mut grid = Grid::read(&register.export(&["联合执法"]), "联合执法");
    let problem = row(&grid, ENFORCEMENT, "发现问题·序号", "2");
    let (mut copy, mut visit) = (grid.rows[problem].clone(), grid.rows[problem].clone());
    copy[grid.column("发现问题·序号")] = Data::Empty;
    copy[grid.column("发现问题·问题")] = Data::String("警示标志缺失（虚构）。".into());
    for (at, heading) in grid.rows[0].iter().enumerate() {
        if heading.to_string().starts_with("发现问题") {
            visit[at] = Data::Empty;
        }
    }
    visit[grid.column("检查·日期")] = Data::String("2025-05-15".into());
    grid.rows.extend([copy, visit]);
    register.taken(&grid, OFFICE);
    let added = "\n[[problem]]\nno = 15\nmine = \"xishan\"\ntext = \"警示标志缺失（虚构）。\"\nsupervising_unit = \"gongan\"\ndue = 2025-05-30\n";
    let visited = "\n[[visits]]\nmine = \"xishan\"\non = 2025-05-15\ngroup = 1\n";
    let expected = before.replace("\n[[problem]]\nno = 1\n", &format!("{visited}\n[[problem]]\nno = 1\n"));
    let expected = expected.replace("\n[summary]", &format!("{added}\n[summary]"));
    // The circular went out without it.
    let late = "\n[[amended]]\non = 2026-01-05\nkeys = [\"problem[4]\"]\nreason = \"情况通报印发后登记\"\n";
    assert_eq!(register.text(ENFORCEMENT), expected + late);
}

#[test]
fn a_visit_that_several_rows_show_is_changed_in_all_of_them() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["联合执法"]), "联合执法");
    let (third, fourth) = (row(&grid, ENFORCEMENT, "发现问题·序号", "3"), row(&grid, ENFORCEMENT, "发现问题·序号", "4"));
    put(&mut grid, third, "检查·日期", "2025-05-13");
    let told = register.refuses(&grid, OFFICE);
    assert!(told.contains(&format!("第 {} 行说的是同一项", fourth + 1)), "{told}");
    put(&mut grid, fourth, "检查·日期", "2025-05-13");
    let told = register.refuses(&grid, OFFICE);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  联合执法!I6：这一格已经登记，不能直接改动（visits[2].on）；请恢复原样，确系笔误的用 --reason 写明原因
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 9 行 240 格
  联合执法：待登记 1 格（1 行），与台账一致 180 格（6 行没有变化），编号、单位等 24 格，表头 34 格，有问题 1 格

"#]],
    );
    assert!(told.contains(&format!("{}：", grid.cell("检查·日期", third + 1))), "{told}");
    register.taken(&grid, &[OFFICE, &["--reason", "录入笔误（虚构）"]].concat());
    assert!(register.text(ENFORCEMENT).contains("mine = \"lvshui\"\non = 2025-05-13\ngroup = 2\n"));
}

#[test]
fn a_number_that_another_problem_has_is_told() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["联合执法"]), "联合执法");
    let mut copy = grid.rows[row(&grid, ENFORCEMENT, "发现问题·序号", "2")].clone();
    copy[grid.column("发现问题·序号")] = Data::Float(3.0);
    grid.rows.push(copy);
    let told = register.refuses(&grid, &[OFFICE, &["--reason", "试（虚构）"]].concat());
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 4 处问题：
  联合执法!H10：这一项已经登记，内容不同；要改它请在它自己的那一行改，要增加一项请换用别的序号或日期
  联合执法!K10：这一项已经登记，内容不同；要改它请在它自己的那一行改，要增加一项请换用别的序号或日期
  联合执法!N10：这一项已经登记，内容不同；要改它请在它自己的那一行改，要增加一项请换用别的序号或日期
  联合执法!O10：这一项已经登记，内容不同；要改它请在它自己的那一行改，要增加一项请换用别的序号或日期
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 10 行 268 格
  联合执法：待登记 3 格（1 行），与台账一致 199 格（8 行没有变化），编号、单位等 27 格，表头 34 格，有问题 4 格，没有取用 1 格
    没有取用：由程序推算的列，联合执法!AA10 等 1 格

"#]],
    );
}

#[test]
fn an_enforcement_is_filed_from_rows() {
    let register = Register::without(&["enforcements"]);
    let mut grid = Grid::read(&register.export(&["--template", "联合执法"]), "联合执法");
    let whole = [("名称", "岁末联合执法（虚构）"), ("牵头单位", "区安委办"), ("开始日期", "2025-12-01")];
    let visit = [("检查·矿山", "大山石场（虚构）"), ("检查·日期", "2025-12-01")];
    let problem = |words: &'static str| [("发现问题·问题", words), ("检查·组号", "1")];
    grid.add(&[&whole[..], &visit, &problem("边坡开裂（虚构）。")].concat());
    grid.add(&[&visit[..], &problem("台账缺失（虚构）。")].concat());
    grid.add(&[("检查·矿山", "西山瓷土矿（虚构）"), ("检查·日期", "2025-12-02")]);
    grid.add(&[("检查·矿山", "绿水灰岩矿（虚构）"), ("发现问题·问题", "未写检查日期（虚构）。")]);
    register.taken(&grid, OFFICE);
    let text = register.text("enforcements/2025/anweiban/001");
    assert_eq!(text.matches("[[visits]]").count(), 2, "{text}");
    assert_eq!(text.matches("[[problem]]").count(), 3, "{text}");
    assert_whole(
        &text,
        str![[r#"
title = "岁末联合执法（虚构）"
lead = "anweiban"
from = 2025-12-01

[[visits]]
mine = "dashan"
on = 2025-12-01
group = 1

[[visits]]
mine = "xishan"
on = 2025-12-02

[[problem]]
no = 1
mine = "dashan"
text = "边坡开裂（虚构）。"

[[problem]]
no = 2
mine = "dashan"
text = "台账缺失（虚构）。"

[[problem]]
no = 3
mine = "lvshui"
text = "未写检查日期（虚构）。"

"#]],
    );
    // A mine alone is no visit.
    grid.add(&[("检查·矿山", "大山石场（虚构）")]);
    grid.add(&[("名称", "另一次（虚构）"), ("牵头单位", "区安委办"), ("检查·矿山", "大山石场（虚构）")]);
    assert!(register.refuses(&grid, OFFICE).contains("“检查·日期”必须填写"));
}

#[test]
fn another_liaison_takes_over_in_the_file_of_the_unit() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["联络员"]), "联络员");
    let next = [("姓名", "赵某丙"), ("任职起", "2025-12-01")];
    grid.set("people/yingji", "任职止", "2025-11-30");
    grid.add(&[&[("单位", "公安")][..], &next].concat());
    let told = register.refuses(&grid, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  联络员!D15：这一行写的是公安，而记录属于应急；各单位的行请分别以其名义导入，办公室按来文汇总录入的，加 --source 来文 一次导入
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 15 行 134 格
  联络员：待登记 3 格（2 行），与台账一致 67 格（12 行没有变化），编号、单位等 52 格，表头 11 格，有问题 1 格

"#]],
    );
    grid.rows.pop();
    grid.add(&next);
    register.taken(&grid, AS);
    let text = register.text("people/yingji");
    assert_whole(
        &text,
        str![[r#"
[[liaison]]
name = "张某乙"
phone = "0766-0000001"
since = 2024-08-20
until = 2025-11-30
reported = 2024-08-20

[[liaison]]
name = "赵某丙"
since = 2025-12-01

[[leader]]
name = "张某甲"
post = "in-charge"
since = 2023-03-01

[[leader]]
name = "张某丁"
post = "main"
since = 2022-06-01

"#]],
    );
}

#[test]
fn more_rows_than_a_list_has_items_are_no_record() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&[NOTICES]), NOTICES);
    for _ in 0..6_000 {
        grid.add(&[("通报内容", "2"), ("标题", "题（虚构）"), ("主送·单位", "公安")]);
    }
    assert!(register.refuses(&grid, AS).contains("同一条记录超过 5000 行"));
    let mut grid = Grid::read(&register.export(&["联络员"]), "联络员");
    for _ in 0..6_000 {
        grid.add(&[("姓名", "某甲"), ("任职起", "2025-12-01")]);
    }
    assert!(register.refuses(&grid, AS).contains("同一条记录超过 5000 行"));
}

#[test]
fn a_total_or_a_note_below_is_no_part_of_the_record_above() {
    let register = Register::of_example();
    let whole = [("通报内容", "2"), ("标题", "关于边坡的通报（虚构）"), ("主送·单位", "公安")];
    for (below, told_as) in [
        (("已采取的措施", "合计1件"), "像是合计、注释或落款"),
        (("情况说明", "注：以上均已送达"), "像是合计、注释或落款"),
        (("已采取的措施", "以上1件"), "只写了“已采取的措施”"),
        (("标题", "总计：1件"), "像是合计、注释或落款"),
    ] {
        let mut grid = Grid::read(&register.export(&["--template", NOTICES]), NOTICES);
        grid.add(&whole);
        grid.add(&[below]);
        let told = register.refuses(&grid, AS);
        assert!(told.contains(told_as) && told.contains("有 1 处问题"), "{below:?}: {told}");
    }
    let mut grid = Grid::read(&register.export(&["--template", "督办事项"]), "督办事项");
    let task = [("来源", "会议 2025-区安委办-001"), ("事项", "更新名单（虚构）"), ("牵头责任单位", "应急")];
    grid.add(&task);
    grid.add(&[("事项", "合计：1项")]);
    assert!(register.refuses(&grid, OFFICE).contains("像是合计、注释或落款"));
    // Wherever it stands, and whatever stands beside it.
    let mut grid = Grid::read(&register.export(&["--template", "隐患"]), "隐患");
    grid.add(&[("编号", "合计"), ("隐患描述", "3条")]);
    let told = register.refuses(&grid, AS);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  隐患!C2：第 2 行（合计）像是合计、注释或落款，不是记录；请删去这一行，确是记录的请改写这一格
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 2 行 39 格
  隐患：表头 37 格，有问题 2 格

"#]],
    );
    let mut grid = Grid::read(&register.export(&["--template", "证照"]), "证照");
    grid.add(&[("矿山", "dashan"), ("证照种类", "其他证照"), ("证号", "（虚构）1")]);
    grid.add(&[("说明", "以上为现有证照")]);
    assert!(register.refuses(&grid, AS).contains("只写了“说明”"));
}

#[test]
fn an_emptied_cell_takes_no_item_out() {
    let register = Register::of_example();
    let exported = Grid::read(&register.export(&[NOTICES]), NOTICES);
    let mut grid = exported.clone();
    let at = row(&grid, ISSUED, "主送·单位", "公安");
    for heading in ["主送·单位", "主送·涉及职责"] {
        put(&mut grid, at, heading, "");
    }
    let told = register.refuses(&grid, &[AS, &["--reason", "更正（虚构）"]].concat());
    assert!(told.contains(&format!("{}：这一行的“主送·单位”已经登记，清空不等于删去", grid.cell("主送·单位", at + 1))), "{told}");
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  信息通报!N34：这一行的“主送·单位”已经登记，清空不等于删去；请恢复原样，确实要删去这一项的用 liandong edit 改
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 49 行 952 格
  信息通报：清空 1 格（AA34），与台账一致 726 格（47 行没有变化），编号、单位等 192 格，表头 34 格，空着要填的 1 格

"#]],
    );
    // Nor of what is not issued yet.
    let (register, record, mut grid) = unissued();
    let at = row(&grid, &record, "主送·单位", "林业");
    put(&mut grid, at, "主送·单位", "");
    assert!(register.refuses(&grid, AS).contains("清空不等于删去"));
}

#[test]
fn a_cell_names_one_or_a_set() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["--template", "联络员"]), "联络员");
    grid.add(&[("姓名", "新某、旧某"), ("任职起", "2026-01-04")]);
    assert!(register.refuses(&grid, AS).contains("一行写一个"));
    let mut grid = Grid::read(&register.export(&["--template", "督办事项"]), "督办事项");
    grid.add(&[
        ("来源", "会议 2025-区安委办-001"),
        ("事项", "更新名单（虚构）"),
        ("牵头责任单位", "应急"),
        ("配合单位", "公安、公安局、自然"),
    ]);
    register.taken(&grid, OFFICE);
    assert!(register.text("meetings/2025/anweiban/001").contains("with = [\"gongan\", \"ziran\"]"));
}
