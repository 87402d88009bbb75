//! Tasks from a sheet: rows of the meeting, the enforcement or the reply that set them.

use calamine::Data;
use snapbox::str;

use super::grid::Grid;
use crate::support::{Register, assert_whole, said};

const TASKS: &str = "督办事项";
const OFFICE: &[&str] = &["--as", "区安委办"];
const MEETING: &str = "meetings/2025/anweiban/001";
const UPWARD: &str = "upward/2025/anweiban/001";
const NEW: &[(&str, &str)] = &[
    ("来源", "会议 2025-区安委办-001"),
    ("事项", "年底前更新联络员名单（虚构）。"),
    ("牵头责任单位", "区安委办"),
    ("完成时限", "2025-12-31"),
];

fn sheet(register: &Register) -> Grid {
    Grid::read(&register.export(&[TASKS]), TASKS)
}

#[test]
fn a_sheet_of_tasks_that_comes_back_as_it_went_changes_nothing() {
    let register = Register::of_example();
    let before = register.state();
    for args in [&[TASKS][..], &[TASKS, "--lang", "en"]] {
        let done = register.import(&register.export(args), OFFICE);
        assert!(done.status.success() && said(&done).contains("一致"), "{}", said(&done));
        assert!(!said(&done).contains("推算"), "nothing that is worked out differs: {}", said(&done));
    }
    assert_eq!(register.state(), before);
}

#[test]
fn tasks_are_changed_and_added_where_they_were_set() {
    let register = Register::of_example();
    let mut grid = sheet(&register);
    grid.set(&format!("{MEETING}#1"), "配合单位", "自然资源、公安");
    grid.set(&format!("{UPWARD}#1"), "完成时限", "2025-10-31");
    // One more of the reply, copied with its hidden cells; one of the meeting that says where it lies.
    let mut copy = grid.rows[grid.row(&format!("{UPWARD}#1"))].clone();
    for (heading, words) in [("事项", "报送治理进度（虚构）。"), ("序号", "")] {
        copy[grid.column(heading)] = if words.is_empty() { Data::Empty } else { Data::String(words.to_owned()) };
    }
    grid.rows.push(copy);
    grid.add(NEW);
    let told = register.refuses(&grid, OFFICE);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  督办事项!K11：这一格已经登记，不能直接改动（reply.task[0].due）；请恢复原样，确系笔误的用 --reason 写明原因
问题已标在 [TEMP]/填-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 1 张表 13 行 193 格
  督办事项：待登记 9 格（3 行），与台账一致 114 格（8 行没有变化），编号、单位等 45 格，表头 18 格，有问题 1 格，没有取用 6 格
    没有取用：由程序推算的列，督办事项!F12 等 6 格

"#]],
    );
    register.taken(&grid, &[OFFICE, &["--reason", "录入有误（虚构）"]].concat());
    let (meeting, upward) = (register.text(MEETING), register.text(UPWARD));
    assert!(meeting.contains("with = [\"ziran\", \"gongan\"]"), "{meeting}");
    // One sequence of numbers runs through tasks and open questions of a record.
    let added = "[[task]]\nno = 5\ntext = \"年底前更新联络员名单（虚构）。\"\nlead = \"anweiban\"\ndue = 2025-12-31\n";
    assert!(meeting.contains(added), "{meeting}");
    assert_whole(
        &upward,
        str![[r#"
kind = "request"
to = "quzhengfu"
about = ["meetings/2025/anweiban/001#4"]
title = "关于明确历史遗留采坑治理牵头单位的请示（虚构）"
signer = "孙某丁"
doc_number = "云区安委办〔2025〕3号"
on = 2025-04-17
contact = "孙某乙，0766-0000012"
body = "联席会议对牵头单位和经费未能协调一致，各单位意见附后，请予明确。妥否，请批示。"

[reply]
number = "（虚构）区府复〔2025〕1号"
on = 2025-05-12
text = "原则同意由区自然资源局牵头，经费列入年度预算。"

[[reply.task]]
no = 1
text = "制定历史遗留采坑治理方案。"
lead = "ziran"
with = ["linye", "nongshui"]
due = 2025-10-31
clause = "2.7"

[[reply.task]]
no = 2
text = "报送治理进度（虚构）。"
lead = "ziran"
with = ["linye", "nongshui"]
due = 2025-10-31
clause = "2.7"

[[amended]]
on = 2026-01-05
keys = ["reply.task[0].due"]
reason = "录入有误（虚构）"

"#]],
    );
    // The rows are shown again as they came; the new one once more is the task that was filed.
    let again = sheet(&register);
    assert_eq!(again.rows.len(), grid.rows.len());
    let mut grid = Grid::read(&register.export(&["--template", TASKS]), TASKS);
    grid.add(NEW);
    let before = register.state();
    assert!(register.taken(&grid, OFFICE).contains("一致"));
    assert_eq!(register.state(), before);
}

#[test]
fn tasks_lie_in_a_record_that_can_set_them() {
    let register = Register::of_example();
    let refuses = |place: &str, expected: &str| {
        let mut grid = Grid::read(&register.export(&["--template", TASKS]), TASKS);
        grid.add(&[&[("来源", place)][..], &NEW[1..]].concat());
        let told = register.refuses(&grid, OFFICE);
        assert!(told.contains(expected), "{expected}: {told}");
    };
    refuses("", "“来源”必须填写");
    refuses("会议 2025-区安委办-099", "不是会议、联合执法或已获批复的上报");
    refuses("上报 2025-区安委办-002", "不是会议、联合执法或已获批复的上报");
    refuses("通报 2025-应急-001", "不是会议、联合执法或已获批复的上报");
    let mut grid = sheet(&register);
    grid.set(&format!("{MEETING}#1"), "来源", "会议 2024-区安委办-001");
    assert!(register.refuses(&grid, OFFICE).contains("这一行在会议 2025-区安委办-001中，不能移到别处"));
    grid.set(&format!("{MEETING}#1"), "来源", MEETING);
    grid.set(&format!("{MEETING}#1"), "完成时限", "2025-07-31");
    assert!(register.refuses(&grid, &["--as", "公安"]).contains("这条记录由区安委办登记"));
}

#[test]
fn a_record_is_changed_on_one_sheet_of_a_file() {
    let register = Register::of_example();
    let mut tasks = sheet(&register);
    tasks.add(NEW);
    let mut meetings = Grid::read(&register.export(&["会议"]), "会议");
    meetings.set(MEETING, "情况说明", "试（虚构）。");
    let file = register.home.join("两表.xlsx");
    Grid::write_all(&[&meetings, &tasks], &file);
    let told = register.refuses_file(&file, OFFICE);
    assert_whole(
        &told,
        str![[r#"
一行也没有登记，表中有 1 处问题：
  督办事项!G12：这条记录在这个文件的另一张表中也改了，不能一并登记；请先导入其中一张，重新导出后再改另一张
问题已标在 [TEMP]/两表-问题.xlsx：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它
清点：共 2 张表 15 行 249 格
  会议：待登记 1 格（1 行），与台账一致 38 格（1 行没有变化），编号、单位等 6 格，表头 27 格
  督办事项：待登记 2 格（1 行），与台账一致 115 格（10 行没有变化），编号、单位等 41 格，表头 18 格，有问题 1 格

"#]],
    );
}
