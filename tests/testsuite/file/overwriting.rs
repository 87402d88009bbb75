//! What stands is not said otherwise in silence, and what comes after the paper that lists it says so: by a verb, from a sheet, by an amendment.

use super::HAZARD;
use crate::support::{Register, assert_whole, said};
use snapbox::str;

const MEETING: &str = "meetings/2025/anweiban/001";
const OFFICE: &[&str] = &["--as", "区安委办"];

/// What a register tells of items that came after the minutes, once each was filed.
fn tells_of_later_items(register: &Register) -> Vec<String> {
    let checked = said(&register.run(&["check", "--year", "2025", "--as-of", "2026-01-05"]));
    let told = checked.lines().filter(|line| line.contains("应当重新印发或者另发通知"));
    told.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn what_is_added_to_issued_minutes_is_told_whatever_way_it_came() {
    let register = Register::of_example();
    assert_eq!(tells_of_later_items(&register), [""; 0]);
    let task = ["meeting", "task", MEETING, "--text", "核对联络员名单（虚构）", "--lead", "公安", "--due", "2026-03-01"];
    let filed = register.ok(&[&task[..], OFFICE].concat());
    assert!(filed.contains("F27") && filed.contains("会议纪要已于 2025-04-18 印发"), "where it is filed: {filed}");
    assert!(filed.contains(&format!("liandong amend {MEETING} --set \"minutes.issued=…\"")), "{filed}");
    assert_eq!(tells_of_later_items(&register).len(), 1, "and in check");

    let sheet = format!("来源,事项,牵头责任单位,完成时限\n{MEETING},更新通讯录（虚构）,公安,2026-03-01\n");
    let file = register.home.join("督办事项.csv");
    std::fs::write(&file, sheet).expect("writable");
    let imported = said(&register.run(&[&["import", file.to_str().expect("UTF-8")], OFFICE].concat()));
    assert!(imported.contains("F27"), "{imported}");
    assert_eq!(tells_of_later_items(&register).len(), 2);

    let amend = ["amend", MEETING, "--set", "议定事项=另有议定（虚构）。", "--reason", "漏写（虚构）"];
    register.ok(&[&amend[..], OFFICE].concat());
    let told = tells_of_later_items(&register);
    assert!(told.len() == 3 && told.iter().any(|line| line.contains("议定事项") && line.contains("漏写")), "{told:#?}");

    // Minutes that are issued anew have it all.
    let anew = ["amend", MEETING, "--set", "minutes.issued=2026-01-05", "--reason", "重新印发（虚构）"];
    register.ok(&[&anew[..], OFFICE].concat());
    assert_eq!(tells_of_later_items(&register), [""; 0]);
}

#[test]
fn a_report_that_stands_is_not_moved_by_reporting_again() {
    let register = Register::init();
    register.ok(HAZARD);
    let done = |on| ["hazard", "done", "应急/2025/1", "--reported-done", on, "--as", "应急"];
    let done = |on| done(on).map(|word| if word == "应急/2025/1" { "隐患2025-应急-001" } else { word });
    register.ok(&done("2025-03-10"));
    let before = register.state();
    assert_whole(
        &register.fails(&done("2025-03-08"), 2),
        str![[r#"
未能完成：企业报告整改完成已登记为 2025-03-10，其后没有不合格的复查，不能改登；登记有误的，用 liandong amend 更正（--set 企业报告整改完成=…，写明原因）
所填内容已存为草稿 typed-hazards-1；改好后，同一命令加 --from drafts/typed-hazards-1.toml 登记

"#]],
    );
    assert_eq!(register.state(), before, "nothing is filed");
    let failed = ["hazard", "reinspect", "隐患2025-应急-001", "--on", "2025-03-12", "--by", "应急", "--result", "不合格"];
    register.ok(&[&failed[..], &["--new-due", "2025-03-30", "--as", "应急"]].concat());
    register.fails(&done("2025-03-09"), 2);
    let again = said(&register.run(&done("2025-03-20")));
    assert!(again.contains("企业报告整改完成原为 2025-03-10，改为 2025-03-20"), "what stood is told: {again}");
    register.fails(&done("2025-03-21"), 2);
    let amend =
        ["amend", "隐患2025-应急-001", "--set", "企业报告整改完成=2025-03-21", "--reason", "录错（虚构）", "--as", "应急"];
    register.ok(&amend);
}

#[test]
fn what_goes_on_with_its_matter_is_told_with_what_stood() {
    let register = Register::init();
    let new = ["accident", "new", "--mine", "dashan", "--occurred", "2026-01-02", "--learned", "2026-01-02", "--as", "应急"];
    register.ok(&[&new[..], &["--grade", "一般事故", "--deaths", "1"]].concat());
    let graded = register.run(&["accident", "grade", "应急/1", "--deaths", "2", "--as", "应急"]);
    assert!(graded.status.success() && said(&graded).contains("死亡人数原为 1，改为 2"), "{}", said(&graded));
    let call = |length| ["meeting", "call", "区安委办/1", "--length", length, "--as", "区安委办"];
    register.ok(&["meeting", "plan", "--planned", "2026-02-01", "--title", "联席会议（虚构）", "--as", "区安委办"]);
    let first = said(&register.run(&call("半天")));
    assert!(!first.contains("原为"), "{first}");
    let second = said(&register.run(&call("一天")));
    assert!(second.contains("会期原为 半天，改为 一天"), "{second}");
}
