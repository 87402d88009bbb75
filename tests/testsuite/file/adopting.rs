//! Reference values become the office's own, from a day on, by a paper.

use serde_json::Value;

use crate::support::Register;

const BASIS: &[&str] = &["--basis", "云区安委办〔2026〕1号（虚构）", "--as", "区安委办"];

fn adopt(words: &[&str]) -> Vec<String> {
    [&["settings", "adopt"], words, BASIS].concat().iter().map(|word| (*word).to_owned()).collect()
}

fn words(owned: &[String]) -> Vec<&str> {
    owned.iter().map(String::as_str).collect()
}

/// The entries of a setting, in their order.
fn entries(register: &Register, id: &str) -> Vec<toml::Table> {
    let file: toml::Table = register.read("settings.toml").parse().expect("TOML");
    let all = file["setting"].as_array().expect("settings").iter().filter_map(|setting| setting.as_table().cloned());
    all.filter(|setting| setting["id"].as_str() == Some(id)).collect()
}

#[test]
fn from_that_day_on_it_is_the_offices_own() {
    let register = Register::init();
    let before = register.commits();
    register.ok(&words(&adopt(&["会议纪要时限", "--value", "5个工作日"])));
    assert_eq!(register.commits(), before + 1);
    register.assert_clean();
    let found = entries(&register, "minutes-term");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(!found[0].contains_key("basis") && found[0]["value"].as_str() == Some("10 working-days"));
    assert_eq!(found[1]["value"].as_str(), Some("5 working-days"));
    assert_eq!(found[1]["since"].to_string(), "2026-01-05");
    assert_eq!(found[1]["clause"].as_str(), Some("2.6"));
    assert!(found[1]["basis"].as_str().is_some_and(|basis| basis.contains("〔2026〕1号")));
    // The rest by another paper, in one filing; what is adopted stays as it is.
    register.ok(&words(&adopt(&["--all", "--since", "2026-02-01"])));
    assert_eq!(register.commits(), before + 2);
    assert_eq!(entries(&register, "minutes-term").len(), 2);
    assert_eq!(entries(&register, "summary-term").len(), 2);
    assert_eq!(entries(&register, "records-a-day").len(), 1);
    let output = register.run(&["check", "--year", "2026", "--format", "json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(!answer.to_string().contains("listed-twice"));
    // A new value is a new paper's.
    register.ok(&words(&adopt(&["minutes-term", "--value", "7 working-days", "--since", "2026-03-01"])));
    assert_eq!(entries(&register, "minutes-term").len(), 3);
}

/// What is absent past a reference is only reminded of while the year runs; past the office's own it is not done. What began before the day
/// of adoption stays as it was.
#[test]
fn a_term_binds_from_its_day_on_and_not_before() {
    let level = |adopted_since: Option<&str>| {
        let register = Register::init();
        if let Some(since) = adopted_since {
            register.ok(&words(&adopt(&["会议纪要时限", "--since", since])));
        }
        let meeting = ["meeting", "plan", "--as", "区安委办", "--title", "联席会议（虚构）", "--planned", "2025-11-03"];
        register.ok(&meeting);
        register.ok(&[
            "meeting",
            "held",
            "meetings/2026/anweiban/001",
            "--as",
            "区安委办",
            "--held",
            "2025-11-03",
            "--decided",
            "部署冬季检查（虚构）",
        ]);
        let output = register.run(&["check", "--as-of", "2025-12-22", "--format", "json"]);
        let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let units = answer["units"].as_array().expect("units").iter();
        let mut findings = units.flat_map(|unit| unit["findings"].as_array().expect("findings"));
        let late = findings.find(|finding| finding["rule"] == "minutes-missing").expect("no minutes");
        late["level"].as_str().expect("a level").to_owned()
    };
    assert_eq!(level(None), level(Some("2025-12-01")));
    assert_ne!(level(None), level(Some("2025-11-01")));
}

#[test]
fn what_cannot_be_adopted_is_said() {
    let register = Register::init();
    let refused = |words_given: &[&str]| register.refused(&words(&adopt(words_given)));
    assert!(refused(&["会议纪要时"]).contains("会议纪要时限"));
    assert!(refused(&["天气"]).contains("可确定的有"));
    assert!(refused(&["单位每日登记件数上限"]).contains("不需要确定"));
    assert!(refused(&["会议纪要时限", "--value", "12-01"]).contains("10 working-days"));
    assert!(refused(&["会议纪要时限", "--value", "很快"]).contains("不是设置值"));
    assert!(refused(&["台账起录日"]).contains("--value"));
    // Nobody but the office, and by a paper.
    let told = register.refused(&["settings", "adopt", "会议纪要时限", "--basis", "x", "--as", "公安"]);
    assert!(told.contains("区安委办"), "{told}");
    assert!(register.refused(&["settings", "adopt", "会议纪要时限", "--as", "区安委办"]).contains("--basis"));
    assert!(register.refused(&["settings", "adopt", "会议纪要时限", "--basis", " ", "--as", "区安委办"]).contains("--basis"));
    assert!(register.refused(&["settings", "adopt", "会议纪要时限", "--basis", "…", "--as", "区安委办"]).contains("填写"));
    register.ok(&words(&adopt(&["会议纪要时限"])));
    assert!(refused(&["minutes-term"]).contains("已由"));
    // A day before what it says already would be read as if it came after.
    assert!(refused(&["minutes-term", "--value", "3个工作日", "--since", "2025-12-01"]).contains("自 2026-01-05 起"));
    // Nothing is left but what is adopted: all of them once more is nothing.
    register.ok(&words(&adopt(&["--all"])));
    assert!(refused(&["--all"]).contains("没有还是参考值的"));
}
