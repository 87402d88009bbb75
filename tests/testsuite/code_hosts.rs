//! What a host of code is told: by what a finding is known again the next day, where its rule is explained. `.ci/workflows` runs the files of
//! `examples/ci` themselves.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{Register, example, said};

const BROKEN: &[&str] = &["check", "--year", "2025", "--format", "sarif"];

fn broken() -> Register {
    Register::of_folder(&example("broken"))
}

fn sarif(register: &Register, more: &[&str]) -> Value {
    let done = register.run(&[BROKEN, more].concat());
    serde_json::from_slice(&done.stdout).unwrap_or_else(|_| panic!("{}", said(&done)))
}

/// The fingerprint of each result, by its rule, file and words.
fn prints(log: &Value) -> Vec<(String, String)> {
    let results = log["runs"][0]["results"].as_array().expect("results").iter();
    results
        .map(|result| {
            let prints = &result["partialFingerprints"];
            assert_eq!(prints["liandong/v1"], prints["primaryLocationLineHash"], "GitHub takes the second alone");
            let place = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            let about = format!("{} {}", result["ruleId"].as_str().expect("a rule"), place.as_str().expect("a file"));
            (about, prints["liandong/v1"].as_str().expect("a fingerprint").to_owned())
        })
        .collect()
}

fn by_rule(found: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let mut by_rule: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (about, print) in found {
        by_rule.entry(about.clone()).or_default().insert(print.clone());
    }
    by_rule
}

#[test]
fn no_two_results_have_the_same_fingerprint() {
    let found = prints(&sarif(&broken(), &[]));
    assert!(found.len() > 50);
    let different: BTreeSet<&String> = found.iter().map(|(_, print)| print).collect();
    assert_eq!(different.len(), found.len());
}

#[test]
fn a_finding_is_known_again_on_another_day_in_another_line_and_language() {
    let register = broken();
    let before = by_rule(&prints(&sarif(&register, &[])));
    // In English.
    assert_eq!(by_rule(&prints(&sarif(&register, &["--lang", "en"]))), before);
    // Ten days later some are more, by words that count days; what was found is the same still.
    let later = by_rule(&prints(&sarif(&register, &["--as-of", "2026-01-15"])));
    let same = before.iter().filter(|(about, prints)| later.get(*about).is_some_and(|later| prints.is_subset(later))).count();
    assert!(same * 10 > before.len() * 9, "{same} of {}", before.len());
    // Further down in its file.
    let mut moved = 0;
    for about in before.keys() {
        let file = about.split_once(' ').expect("a file").1;
        let text = register.read(file);
        if !text.starts_with("# 空") {
            register.write(file, &format!("# 空行（虚构）\n# 空行（虚构）\n{text}"));
            moved += 1;
        }
    }
    assert!(moved > 20);
    let log = sarif(&register, &[]);
    assert_eq!(by_rule(&prints(&log)), before);
    let first = |line: &Value| line["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64();
    assert!(log["runs"][0]["results"].as_array().expect("results").iter().all(|one| first(one).is_none_or(|line| line != 2)));
}

#[test]
fn what_was_mended_takes_no_other_fingerprint_with_it() {
    let register = broken();
    let before = by_rule(&prints(&sarif(&register, &[])));
    std::fs::write(register.folder.join("hazards/2025/yingji/900.toml"), "x = \n").expect("written");
    let with = by_rule(&prints(&sarif(&register, &[])));
    assert_eq!(with.keys().filter(|about| about.starts_with("load ")).count(), 1);
    let same = before.iter().filter(|(about, prints)| with.get(*about) == Some(prints)).count();
    assert!(same * 10 > before.len() * 8, "{same} of {}", before.len());
}

#[test]
fn a_rule_leads_to_the_page_that_is_named() {
    let register = broken();
    let rules = |log: &Value| log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules").clone();
    assert!(rules(&sarif(&register, &[])).iter().all(|rule| rule.get("helpUri").is_none()));
    let page = "https://example.invalid/%E8%A7%84%E5%88%99?v=1";
    for rule in rules(&sarif(&register, &["--rules-at", page])) {
        let code = rule["id"].as_str().expect("a code").to_lowercase();
        assert_eq!(rule["helpUri"], format!("{page}#{code}"));
    }
    for wrong in
        ["rules.md", "https://", "ftp://example.invalid/", "javascript:alert(1)", "https://a b", "https://规则/", "https://a/#b"]
    {
        register.fails(&[BROKEN, &["--rules-at", wrong]].concat(), 2);
    }
    register.fails(&["check", "--rules-at", page], 2);
}
