//! 收文: what came from above, from its receipt to what came of it.

use serde_json::Value;

use crate::support::Register;

const RECEIVED: &[&str] = &[
    "directive",
    "new",
    "--as",
    "区安委办",
    "--kind",
    "上级来文",
    "--sender",
    "甲市安委办（虚构）",
    "--title",
    "关于开展汛期联合检查的通知（虚构）",
    "--number",
    "甲市安委办〔2025〕12号",
    "--received",
    "2025-12-01",
];

const DIRECTIVE: &str = "directives/2025/anweiban/001";

fn waits(register: &Register, unit: &str) -> Vec<Value> {
    let output = register.run(&["todo", "--unit", unit, "--format", "json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let of_it = |item: &&Value| item["record"]["ref"] == DIRECTIVE;
    answer["items"].as_array().expect("items").iter().filter(of_it).cloned().collect()
}

#[test]
fn what_came_waits_until_somebody_says_what_came_of_it() {
    let register = Register::init();
    register.ok(RECEIVED);
    // It is a matter of nobody before somebody is to do it.
    assert!(waits(&register, "应急").is_empty());
    let propose =
        ["directive", "propose", "收文 2025-安委办-001", "--as", "区安委办", "--text", "拟由应急牵头（虚构）", "--lead", "应急"];
    register.ok(&[&propose[..], &["--due", "2026-01-20"]].concat());
    for unit in ["应急", "区安委办"] {
        let found = waits(&register, unit);
        assert_eq!(found.len(), 1, "{unit}: {found:?}");
        assert_eq!((&found[0]["urgency"], &found[0]["until"]), (&"running".into(), &"2026-01-20".into()));
    }
    let command = |unit| waits(&register, unit)[0]["command"].as_str().expect("a command").to_owned();
    assert_eq!(command("区安委办"), format!("liandong directive close {DIRECTIVE} --on … --text … --as 区安委办"));
    assert_eq!(command("应急"), format!("liandong show {DIRECTIVE}"));
    assert!(waits(&register, "公安").is_empty());
    assert!(register.ok(&["deadlines", "--unit", "应急"]).contains("办理：关于开展汛期联合检查的通知"));
    // What comes from above is the circle's own, unless it says otherwise.
    assert!(!register.ok(&["deadlines", "--edition", "public"]).contains("汛期联合检查"));
    // Its term is no term of the regulation's: going past it is reminded, by whatever day, until it is closed.
    let late: Value =
        serde_json::from_slice(&register.run(&["todo", "--unit", "应急", "--as-of", "2026-03-01", "--format", "json"]).stdout)
            .expect("JSON");
    let item = late["items"].as_array().expect("items").iter().find(|item| item["record"]["ref"] == DIRECTIVE).cloned();
    let item = item.expect("it waits still");
    assert_eq!(item["urgency"], "reminded");
    assert!(item["what"]["zh"].as_str().is_some_and(|what| what.contains("台账中未见办理结果")), "{item}");
    // An enforcement rests on it.
    let plan = [
        "enforcement",
        "plan",
        "--as",
        "区安委办",
        "--title",
        "汛期联合检查（虚构）",
        "--start",
        "2025-12-20",
        "--to",
        "2025-12-20",
    ];
    register.ok(&[&plan[..], &["--lead", "应急", "--member-units", "公安"]].concat());
    let basis = ["enforcement", "basis", "enforcements/2025/anweiban/001", "--as", "区安委办", "--kind", "上级部署"];
    register.ok(&[&basis[..], &["--text", "甲市安委办〔2025〕12号（虚构）", "--origin", "收文 2025-安委办-001"]].concat());
    assert!(register.ok(&["show", DIRECTIVE]).contains("执法 2025-区安委办-001"));
    register.ok(&[
        "directive",
        "close",
        DIRECTIVE,
        "--as",
        "区安委办",
        "--on",
        "2025-12-25",
        "--text",
        "已检查（虚构）",
        "--by",
        "enforcements/2025/anweiban/001",
    ]);
    assert!(waits(&register, "应急").is_empty() && waits(&register, "区安委办").is_empty());
    register.assert_clean();
}

#[test]
fn what_cannot_be_so_is_refused_and_what_is_filled_in_stays() {
    let register = Register::init();
    assert!(register.refused(&[RECEIVED, &["--dated", "2025-12-09"]].concat()).contains("2025-12-09"));
    let secret =
        RECEIVED.iter().map(|word| if word.contains("汛期") { "机密★关于检查的通知" } else { *word }).collect::<Vec<_>>();
    assert!(register.refused(&secret).contains("密级"));
    // Nobody is preset as having received it on some day.
    let without: Vec<&str> = RECEIVED[..RECEIVED.len() - 2].to_vec();
    assert!(register.fails(&without, 2).contains("received"));
    register.ok(RECEIVED);
    register.ok(&["directive", "propose", DIRECTIVE, "--as", "区安委办", "--text", "拟办（虚构）"]);
    let again = register.refused(&["directive", "propose", DIRECTIVE, "--as", "区安委办", "--text", "另一种（虚构）"]);
    assert!(again.contains("拟办") || again.contains("proposal"), "{again}");
    // Another unit keeps its own.
    assert!(
        register
            .refused(&["directive", "close", DIRECTIVE, "--as", "公安", "--on", "今天", "--text", "x（虚构）"])
            .contains("区安委办")
    );
    // An enforcement cannot rest on what had not come.
    let plan =
        ["enforcement", "plan", "--as", "区安委办", "--title", "检查（虚构）", "--start", "2025-11-01", "--to", "2025-11-01"];
    register.ok(&[&plan[..], &["--lead", "应急", "--member-units", "公安"]].concat());
    let basis = [
        "enforcement",
        "basis",
        "enforcements/2025/anweiban/001",
        "--as",
        "区安委办",
        "--kind",
        "上级部署",
        "--text",
        "来文（虚构）",
    ];
    let told = register.run(&[&basis[..], &["--origin", DIRECTIVE]].concat());
    let told = crate::support::said(&told);
    assert!(told.contains("早于") || told.contains("2025-12-01"), "{told}");
}
