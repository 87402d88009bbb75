//! Reference values become the office's own, from a day on, by a paper.

use serde_json::Value;

use crate::support::Register;

const BASIS: &[&str] = &["--basis", "云区安委办〔2026〕1号（虚构）", "--as", "区安委办"];

/// A paper of the year in which the mechanism had begun already.
const EARLIER: &[&str] = &["--basis", "云区安委办〔2025〕1号（虚构）", "--as", "区安委办"];

fn adopt(words: &[&str]) -> Vec<String> {
    adopt_by(BASIS, words)
}

fn adopt_by(basis: &[&str], words: &[&str]) -> Vec<String> {
    [&["settings", "adopt"], words, basis].concat().iter().map(|word| (*word).to_owned()).collect()
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
            register.ok(&words(&adopt_by(EARLIER, &["会议纪要时限", "--since", since])));
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
    assert!(refused(&["会议纪要时限", "--value", "12-01"]).contains("10 个工作日"));
    assert!(refused(&["会议纪要时限", "--value", "0个工作日"]).contains("至少写 1"));
    assert!(refused(&["年度事项红灯日", "--value", "9月1日"]).contains("要晚于黄灯日（10 月 1 日）"));
    assert!(refused(&["会议纪要时限", "--value", "很快"]).contains("5个工作日"));
    assert!(refused(&["台账起录日"]).contains("--value"));
    // Nobody but the office, and by a paper.
    let told = register.refused(&["settings", "adopt", "会议纪要时限", "--basis", "x", "--as", "公安"]);
    assert!(told.contains("区安委办"), "{told}");
    assert!(register.refused(&["settings", "adopt", "会议纪要时限", "--as", "区安委办"]).contains("--basis"));
    assert!(register.refused(&["settings", "adopt", "会议纪要时限", "--basis", " ", "--as", "区安委办"]).contains("--basis"));
    assert!(register.refused(&["settings", "adopt", "会议纪要时限", "--basis", "…", "--as", "区安委办"]).contains("不是文号"));
    register.ok(&words(&adopt(&["会议纪要时限"])));
    assert!(refused(&["minutes-term"]).contains("已由"));
    // A day before what it says already would be read as if it came after.
    let early = adopt_by(EARLIER, &["minutes-term", "--value", "三个工作日", "--since", "2025-12-01"]);
    assert!(register.refused(&words(&early)).contains("自 2026-01-05 起"));
    // Nothing is left but what is adopted: all of them once more is nothing.
    register.ok(&words(&adopt(&["--all"])));
    assert!(refused(&["--all"]).contains("没有还是参考值的"));
}

/// A paper of this year makes nothing of last year late, and what is no paper adopts nothing.
#[test]
fn a_paper_binds_from_its_own_year_on() {
    let register = Register::init();
    let before = register.state();
    let by = |basis: &str, since: &str| {
        let typed = ["settings", "adopt", "会议纪要时限", "--basis", basis, "--since", since, "--as", "区安委办"];
        register.refused(&typed)
    };
    assert!(by("云区安委办〔2026〕1号", "2025-01-01").contains("是 2026 年的文件"));
    assert!(by("《关于时限的通知》（云区安委办〔2026〕1号）", "2025-12-31").contains("是 2026 年的文件"));
    assert!(by("云区安委办〔2019〕1号", "2020-01-01").contains("机制自"));
    for (basis, why) in [
        ("x", "不是文号"),
        ("口头", "不是文号"),
        ("云区安委办[2026]1号", "六角括号"),
        ("云区安委办〔2026〕01号", "不编虚位"),
        ("云区安委办〔2099〕1号", "还没有到"),
    ] {
        let said = by(basis, "2026-01-05");
        assert!(said.contains(why), "{basis}: {said}");
    }
    assert_eq!(register.state(), before);
    for basis in ["2026年第1次联席会议纪要（虚构）", "《关于时限的通知》（云区安委办〔2025〕1号）"]
    {
        let dry = ["settings", "adopt", "会议纪要时限", "--basis", basis, "--as", "区安委办", "--dry-run"];
        register.ok(&dry);
    }
}

/// What the office asks is not adopted by a paper of one of those of whom it is asked.
#[test]
fn the_paper_of_a_member_adopts_nothing() {
    let register = Register::of_example();
    let by = |basis: &str| {
        ["settings", "adopt", "会议纪要时限", "--since", "2025-06-01", "--as", "区安委办", "--basis", basis].map(str::to_owned)
    };
    let number = register.ok(&["list", "notices", "--unit", "应急", "--columns", "doc_number", "--format", "csv"]);
    let number = number.lines().flat_map(|line| line.split(',')).map(|field| field.trim().trim_matches('"'));
    let number = number.rev().find(|field| field.contains('〔')).expect("a number of 应急");
    let told = register.refused(&words(&by(number)));
    assert!(told.contains("是应急的文号"), "{told}");
    // That of those above is one.
    register.ok(&words(&by("区府复〔2025〕1号")));
}

/// What was said of a setting stays with it, and what is adopted does not stand below the words that nobody adopted it.
#[test]
fn remarks_stay_where_they_were_and_what_held_before_is_told() {
    let register = Register::init();
    let file = register.read("settings.toml").replace("id = \"records-a-day\"", "# 只防灌满\nid = \"records-a-day\"");
    register.write("settings.toml", &file);
    register.ok(&["commit"]);
    let told = register.ok(&words(&adopt(&["verbal-term", "--value", "12小时"])));
    assert!(told.contains("此前仍只作提醒"), "{told}");
    let told = register.ok(&words(&adopt(&["verbal-term", "--value", "六小时", "--since", "2026-03-01"])));
    assert!(told.contains("此前仍为 12 小时") && !told.contains("只作提醒"), "{told}");
    let after = register.read("settings.toml");
    assert!(after.contains("# 只防灌满\nid = \"records-a-day\""), "{after}");
    let head = after.find("# 本办按文件确定的").expect("a head");
    assert_eq!(after.matches("# 本办按文件确定的").count(), 1);
    let adopted: Vec<usize> = after.match_indices("basis = ").map(|(at, _)| at).collect();
    assert!(adopted.len() == 2 && adopted.iter().all(|at| head < *at), "{after}");
    let last = after.find("id = \"record-bytes\"").expect("the last that is not adopted");
    assert!(last < head, "{after}");
}
