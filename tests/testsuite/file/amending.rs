//! A slip is mended by the names that people know, once, and only where something changes.

use crate::support::Register;

const WHY: [&str; 4] = ["--reason", "录入笔误（虚构）", "--as", "应急"];
const RECORD: &str = "hazards/2025/yingji/001";

/// A major hazard with a term that was extended three times.
fn hazard() -> Register {
    let register = Register::init();
    let new = [
        "hazard",
        "new",
        "--mine",
        "dashan",
        "--found",
        "2025-11-01",
        "--source-kind",
        "自行检查",
        "--nature",
        "事故隐患",
        "--major",
        "--criterion",
        "矿安〔2022〕88号 二（一）",
        "--description",
        "边坡开裂（虚构）",
        "--as",
        "应急",
    ];
    register.ok(&new);
    register.ok(&["hazard", "rectify", RECORD, "--due", "2025-11-20", "--plan", "清坡（虚构）", "--as", "应急"]);
    for (asked, due) in [("2025-11-15", "2025-12-01"), ("2025-11-28", "2025-12-20"), ("2025-12-18", "2026-01-10")] {
        register.ok(&["hazard", "extend", RECORD, "--asked", asked, "--new-due", due, "--as", "应急"]);
    }
    register
}

fn amend(register: &Register, record: &str, changes: &[&str]) -> String {
    register.ok(&[&["amend", record], changes, &WHY].concat())
}

fn refused(register: &Register, record: &str, changes: &[&str], why: &str) {
    let told = register.refused(&[&["amend", record], changes, &WHY].concat());
    assert!(told.contains(why), "{changes:?}: {told}");
}

#[test]
fn a_flag_is_cleared_and_a_key_taken_out() {
    let register = hazard();
    amend(&register, "隐患 2025/应急/1", &["--set", "重大隐患=否", "--remove", "判定依据"]);
    let text = register.read(&format!("{RECORD}.toml"));
    assert!(
        !text.contains("major = ") && !text.contains("criterion = ") && text.contains("keys = [\"major\", \"criterion\"]"),
        "{text}"
    );
    amend(&register, RECORD, &["--set", "major=是"]);
    assert!(register.read(&format!("{RECORD}.toml")).contains("major = true"));
    refused(&register, RECORD, &["--set", "major=也许"], "应写作 是 或 否");
}

#[test]
fn items_are_counted_as_people_count() {
    let register = hazard();
    amend(&register, RECORD, &["--set", "延期2.延至=2025-12-25"]);
    let text = register.read(&format!("{RECORD}.toml"));
    assert!(text.contains("2025-12-25") && text.contains("keys = [\"extension[1].new_due\"]"), "{text}");
    amend(&register, RECORD, &["--remove", "延期2"]);
    let text = register.read(&format!("{RECORD}.toml"));
    assert!(!text.contains("2025-12-25") && text.contains("2026-01-10") && text.contains("keys = [\"extension\"]"), "{text}");
    // The last one is named alone, and of several named at once each is the one that was seen.
    amend(&register, RECORD, &["--remove", "extension[0]", "--remove", "extension[1]"]);
    let text = register.read(&format!("{RECORD}.toml"));
    assert!(!text.contains("[[extension]]"), "{text}");
    refused(&register, RECORD, &["--remove", "延期1"], "没有 延期1");
    refused(&register, RECORD, &["--remove", "延期"], "没有可删的");
}

#[test]
fn what_changes_nothing_is_refused() {
    let register = hazard();
    refused(&register, RECORD, &["--set", "description=边坡开裂（虚构）"], "本来就是这样");
    refused(&register, RECORD, &["--set", "发现日期=2025年11月1日"], "本来就是这样");
    refused(&register, RECORD, &["--set", "major=true"], "本来就是这样");
    // One that does change does not carry another that does not.
    refused(&register, RECORD, &["--set", "major=否", "--set", "found=2025-11-01"], "本来就是这样");
    refused(&register, RECORD, &["--set", "criterion="], "--remove");
    refused(&register, RECORD, &["--set", "描述=甲"], "是不是 隐患描述");
    refused(&register, RECORD, &["--set", "延期.延至=2025-12-25"], "有 3 项");
    refused(&register, RECORD, &["--remove", "发现日期"], "found");
    let told = register.refused(&[&["amend", RECORD], &WHY[..]].concat());
    assert!(told.contains("--set"), "{told}");
}

#[test]
fn an_item_that_somebody_points_at_stays() {
    let register = Register::init();
    register.ok(&["meeting", "plan", "--planned", "2025-12-20", "--as", "区安委办"]);
    for text in ["排查（虚构）", "汇总（虚构）"] {
        register.ok(&[
            "meeting",
            "task",
            "2026/区安委办/1",
            "--text",
            text,
            "--lead",
            "公安",
            "--due",
            "2025-12-30",
            "--as",
            "区安委办",
        ]);
    }
    let meeting = "meetings/2026/anweiban/001";
    register.ok(&["respond", "progress", "--to", &format!("{meeting}#2"), "--text", "在办（虚构）", "--as", "公安"]);
    let remove = |item| ["amend", meeting, "--remove", item, "--reason", "录入笔误（虚构）", "--as", "区安委办"];
    let told = register.refused(&remove("督办事项2"));
    assert!(told.contains("“回应 2026-公安-001”指向它") && told.contains("（编号 2）不能删去"), "{told}");
    // What can be done instead stands there, and does it.
    assert!(told.contains("--set \"督办事项2.text=…\" --reason …"), "{told}");
    let instead = ["--set", "督办事项2.text=汇总各矿情况（虚构）", "--reason", "录入笔误（虚构）", "--as", "区安委办"];
    register.ok(&[&["amend", meeting][..], &instead].concat());
    register.ok(&remove("督办事项1"));
    let text = register.read(&format!("{meeting}.toml"));
    assert!(text.contains("汇总") && !text.contains("排查") && text.contains("no = 2"), "{text}");
}

#[test]
fn mines_licences_and_people_are_mended_too() {
    let register = Register::init();
    let office = ["--reason", "镇街录错（虚构）", "--as", "区安委办"];
    register.ok(&[&["amend", "大山石场（虚构）", "--set", "矿种=花岗岩（虚构）"], &office[..]].concat());
    assert!(register.read("mines/dashan/base.toml").contains("mineral = \"花岗岩（虚构）\""));
    assert!(register.git(&["log", "-1", "--format=%s"]).contains("更正（镇街录错（虚构））"));
    let licence =
        ["mine", "licence", "dashan", "--kind", "安全生产许可证", "--number", "甲1", "--until", "2027-01-01", "--as", "应急"];
    register.ok(&licence);
    amend(&register, "mines/dashan/yingji", &["--set", "证照.有效期止=2027-02-01"]);
    assert!(register.read("mines/dashan/yingji.toml").contains("2027-02-01"));
    register.ok(&["liaison", "set", "--name", "某乙（虚构）", "--since", "2025-01-01", "--as", "应急"]);
    amend(&register, "people/yingji", &["--set", "联络员1.姓名=某丙（虚构）"]);
    assert!(register.read("people/yingji.toml").contains("某丙（虚构）"));
    // Another unit's people, a secret and a reason left open are refused.
    let others = ["amend", "people/yingji", "--set", "联络员.姓名=某丁", "--reason", "误", "--as", "公安"];
    assert!(register.refused(&others).contains("应急"));
    for (why, says) in [("机密★1年", "密级"), ("…", "留给您填写")] {
        let args = ["amend", "people/yingji", "--set", "联络员.姓名=某丁", "--reason", why, "--as", "应急"];
        assert!(register.refused(&args).contains(says), "{why}");
    }
}

/// One value for a part of several keys would take out the others.
#[test]
fn a_part_loses_nothing_that_is_not_named() {
    let register = hazard();
    refused(&register, RECORD, &["--set", "整改=清坡并加固（虚构）"], "整改.due");
    let before = register.read(&format!("{RECORD}.toml"));
    amend(&register, RECORD, &["--set", "整改.整改措施=清坡并加固（虚构）"]);
    let after = register.read(&format!("{RECORD}.toml"));
    assert!(before.contains("due = 2025-11-20") && after.contains("due = 2025-11-20") && after.contains("加固"), "{after}");
    // As it is printed there.
    amend(&register, RECORD, &["--set", "整改.due=2025-11-21"]);
    assert!(register.read(&format!("{RECORD}.toml")).contains("due = 2025-11-21"));
}

/// Named twice, the next item would go in the place of the first.
#[test]
fn an_item_goes_once() {
    let register = hazard();
    let before = register.read(&format!("{RECORD}.toml"));
    refused(&register, RECORD, &["--remove", "延期1", "--remove", "延期1"], "写了两次");
    assert_eq!(register.read(&format!("{RECORD}.toml")), before);
}
