//! A wrong paper is followed by another: what it takes from the first need not be typed again.

use crate::support::Register;

const REVIEW: &[&str] = &["--name", "某甲", "--way", "书面", "--on", "2025-03-02", "--post", "分管负责人", "--as", "应急"];

/// A register with one notice that was issued to two units.
fn issued() -> Register {
    let register = Register::init();
    let new =
        ["notice", "new", "--as", "应急", "--content", "2", "--title", "大山石场重大隐患（虚构）", "--about", "大山石场（虚构）"];
    register.ok(&[&new[..], &["--to", "公安,1.2.1", "--to", "自然资源,1.3.1"]].concat());
    register.ok(&[&["notice", "review", "notices-1"], REVIEW].concat());
    register.ok(&["notice", "issue", "2026/应急/1", "--issued", "2025-03-02", "--doc-type", "函", "--as", "应急"]);
    register
}

#[test]
fn a_withdrawal_goes_to_all_who_got_the_first() {
    let register = issued();
    let first = register.git(&["ls-files", "notices"]).trim().trim_end_matches(".toml").to_owned();
    register.ok(&["notice", "withdraw", "--withdraws", &first, "--title", "撤回通报（虚构）", "--as", "应急"]);
    let draft = register.ok(&["draft", "show", "notices-1"]);
    assert!(draft.contains(&format!("withdraws = \"{first}\"")), "{draft}");
    assert!(draft.contains("who = \"gongan\"") && draft.contains("who = \"ziran\"") && draft.contains("content = 2"), "{draft}");
}

#[test]
fn a_correction_takes_over_what_it_does_not_say_anew() {
    let register = issued();
    let first = register.git(&["ls-files", "notices"]).trim().trim_end_matches(".toml").to_owned();
    let args = [
        "notice",
        "correct",
        "--corrects",
        &first,
        "--title",
        "更正（虚构）",
        "--measures",
        "已停产",
        "--to",
        "公安",
        "--as",
        "应急",
    ];
    register.ok(&args);
    let draft = register.ok(&["draft", "show", "notices-1"]);
    assert!(
        draft.contains("who = \"gongan\"") && !draft.contains("ziran") && draft.contains("about = [\"mines/dashan\"]"),
        "{draft}"
    );
}

#[test]
fn a_problem_of_a_joint_enforcement_is_taken_over_as_it_was_found() {
    let register = Register::init();
    let plan =
        ["enforcement", "plan", "--as", "区安委办", "--title", "联合执法（虚构）", "--start", "2025-06-03", "--to", "2025-06-05"];
    register.ok(&plan);
    let problem = ["enforcement", "problem", "2026/区安委办/1", "--mine", "dashan", "--text", "边坡开裂（虚构）", "--major"];
    let file = register.git(&["ls-files", "enforcements"]).trim().to_owned();
    let named = file.trim_end_matches(".toml");
    let problem: Vec<&str> = problem.iter().map(|word| if word.starts_with("2026") { named } else { word }).collect();
    register.ok(&[&problem[..], &["--as", "区安委办"]].concat());
    register.ok(&["hazard", "take", "--origin", &format!("{named}#1"), "--found", "2025-06-04", "--as", "应急"]);
    let text = register.read("hazards/2025/yingji/001.toml");
    assert!(text.contains("mine = \"dashan\"") && text.contains("major = true") && text.contains("边坡开裂（虚构）"), "{text}");
}

/// It was found when the team was there, not when it is entered.
#[test]
fn a_problem_that_was_dealt_with_at_once_is_taken_over_as_printed() {
    let register = Register::init();
    let office = ["--as", "区安委办"];
    let plan = ["enforcement", "plan", "--title", "联合执法（虚构）", "--start", "2025-06-03", "--to", "2025-06-05"];
    register.ok(&[&plan[..], &office].concat());
    let named = "enforcements/2025/anweiban/001";
    register.ok(&[&["enforcement", "visit", named, "--mine", "dashan", "--on", "2025-06-04"], &office[..]].concat());
    let problem = ["enforcement", "problem", named, "--mine", "dashan", "--text", "浮石（虚构）", "--onsite", "撤人,2025-06-04"];
    register.ok(&[&problem[..], &office].concat());
    register.ok(&["hazard", "take", "--origin", &format!("{named}#1"), "--as", "应急"]);
    let text = register.read("hazards/2025/yingji/001.toml");
    assert!(text.contains("found = 2025-06-04") && text.contains("measure = \"撤人\""), "{text}");
}

#[test]
fn what_is_filled_in_later_does_not_say_anew_what_stands() {
    let register = issued();
    let file = register.git(&["ls-files", "notices"]).trim().to_owned();
    // The day of issue stands and need not be said again.
    let args = ["notice", "issue", file.trim_end_matches(".toml"), "--doc-number", "云区应急函〔2025〕3号", "--as", "应急"];
    register.ok(&args);
    let text = register.read(&file);
    assert!(text.contains("issued = 2025-03-02") && text.contains("〔2025〕3号"), "{text}");
}

#[test]
fn a_record_from_another_program_is_understood_as_people_write_it() {
    let register = Register::init();
    let given = register.home.join("隐患.json");
    let json = r#"{"mine": "大山石场（虚构）", "found": "2025年3月1日", "nature": "事故隐患", "description": "边坡", "major": true,
        "rectification": {"due": "2025-04-01"}}"#;
    std::fs::write(&given, json).expect("writable");
    register.ok(&["hazard", "new", "--as", "应急", "--from", given.to_str().expect("UTF-8")]);
    let text = register.read("hazards/2025/yingji/001.toml");
    assert!(text.contains("mine = \"dashan\"\nfound = 2025-03-01") && text.contains("due = 2025-04-01"), "{text}");
    std::fs::write(&given, r#"{"mine": null}"#).expect("writable");
    let refused = register.refused(&["hazard", "new", "--as", "应急", "--from", given.to_str().expect("UTF-8")]);
    assert!(refused.contains("隐患.json:1:") && refused.contains("null"), "{refused}");
}

#[test]
fn what_points_at_nothing_is_told_as_such() {
    let register = Register::init();
    for reference in ["执法 2025-区安委办-001#99", "执法 2025-区安委办-001"] {
        let refused = register.refused(&["hazard", "take", "--origin", reference, "--as", "应急"]);
        assert!(refused.contains("enforcements/2025/anweiban/001"), "{refused}");
    }
    let refused = register.refused(&[
        "waive",
        "new",
        "--as",
        "区安委办",
        "--obligation",
        "O99",
        "--period",
        "2025",
        "--reason",
        "x",
        "--on",
        "今天",
    ]);
    assert!(refused.contains("F13") && !refused.contains("amend"), "what is not filed is not amended: {refused}");
}

#[test]
fn what_changes_between_review_and_issue_is_seen() {
    let register = Register::init();
    let new = ["notice", "new", "--as", "应急", "--content", "2", "--title", "重大隐患（虚构）", "--about", "大山石场（虚构）"];
    register.ok(&[&new[..], &["--to", "公安,1.2.1"]].concat());
    register.ok(&[&["notice", "review", "notices-1"], REVIEW].concat());
    let digest = || {
        let text = register.read("notices/2026/yingji/001.toml");
        text.lines().find_map(|line| line.strip_prefix("digest = ")).map(str::to_owned).expect("a digest")
    };
    let reviewed = digest();
    register.ok(&["notice", "text", "2026/应急/1", "--body", "边坡开裂（虚构）。", "--as", "应急"]);
    assert_eq!(digest(), reviewed, "the review is of what was reviewed");
    let issue = ["notice", "issue", "2026/应急/1", "--issued", "2026-01-05", "--doc-type", "函", "--as", "应急"];
    let told = register.ok(&[&issue[..], &["--dry-run"]].concat());
    assert!(told.contains("N12 印发的文本与审核稿不一致"), "{told}");
    // Reviewed once more, it is what goes out.
    register.ok(&[
        "notice",
        "review",
        "2026/应急/1",
        "--name",
        "某甲",
        "--way",
        "书面",
        "--on",
        "2025-03-03",
        "--as",
        "应急",
        "--post",
        "分管负责人",
    ]);
    assert_ne!(digest(), reviewed);
    let told = register.ok(&issue);
    assert!(!told.contains("N12"), "{told}");
}
