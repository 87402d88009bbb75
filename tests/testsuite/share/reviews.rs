//! Where a review needs the leader's own key, `check` counts it only once its signature is verified.

use serde_json::Value;
use snapbox::str;

use super::district::{District, git_in, someone};
use crate::support::{Person, assert_whole};

const NOTICE: &str = "content = 2\ntitle = \"打击越界开采（虚构）\"\nissued = 2025-11-24\n\n[[to]]\nwho = \"linye\"\n\n[review]\nname = \"某甲（虚构）\"\npost = \"in-charge\"\non = 2025-11-24\nway = \"written\"\n";

/// Whose review it is: without the leaders on record nobody could say.
const LEADERS: &str = "[[leader]]\nname = \"某甲（虚构）\"\npost = \"in-charge\"\nsince = 2024-08-15\n";

/// A district where a review must be signed, with a leader who has a key and has issued a reviewed notice.
fn district() -> (District, Person) {
    let district = District::trusted();
    let office = &district.office;
    office.write("settings.toml", &office.read("settings.toml").replace("value = \"recorded\"", "value = \"signed\""));
    commit(office);
    office.ok(&["sync"]);
    let leader = district.member_as("leader", "公安", &["--role", "负责人"]);
    leader.write("people/gongan.toml", LEADERS);
    leader.write("notices/2025/gongan/001.toml", NOTICE);
    commit(&leader);
    (district, leader)
}

fn commit(person: &Person) {
    person.git(&["add", "-A"]);
    person.git(&["commit", "-qm", &person.for_register("登记（虚构）")]);
}

/// How the obligation that notices are reviewed stands: its state, and what is said of it.
fn standing(person: &Person, more: &[&str]) -> (String, String) {
    let out = person.run(&[&["check", "--format", "json"][..], more].concat()).stdout;
    let report: Value = serde_json::from_slice(&out).expect("JSON");
    let found = report["obligations"].as_array().expect("a list").iter().find(|standing| standing["id"] == "O35");
    let found = found.expect("the obligation");
    (found["state"].as_str().expect("a word").to_owned(), found["note"]["zh"].as_str().expect("words").to_owned())
}

fn is_unknown(person: &Person) {
    let (state, note) = standing(person, &[]);
    assert_eq!(state, "unknown");
    assert_whole(&note, str!["1 项的签名在本机未核验；先 liandong sync，再看 liandong verify"]);
}

#[test]
fn what_the_leader_signed_counts() {
    let (district, leader) = district();
    // What is filed here and not sent yet is verified as it is counted.
    assert_eq!(standing(&leader, &[]).0, "met");
    leader.ok(&["sync"]);
    assert_eq!(standing(&leader, &[]).0, "met");
    let reader = district.reader("reader");
    assert_eq!(standing(&reader, &[]).0, "met");
}

#[test]
fn what_nobody_signed_is_unknown() {
    let (district, leader) = district();
    leader.ok(&["sync"]);
    // A review by a liaison's own hand, and one that is not committed.
    let police = district.member("gongan", "公安");
    // One that said the same would be the leader's once more.
    police.write("notices/2025/gongan/b001.toml", &NOTICE.replace("越界", "超层越界"));
    is_unknown(&police);
    assert_eq!(standing(&police, &["--rev", "HEAD"]).0, "met");
    commit(&police);
    is_unknown(&police);
    assert_eq!(standing(&police, &["--rev", "HEAD~1"]).0, "met");
}

#[test]
fn a_clone_that_never_verified_knows_nothing() {
    let (district, leader) = district();
    leader.ok(&["sync"]);
    let home = someone(district.top.path(), "plain");
    git_in(&home.home, &["clone", "-q", &district.hub(), "register"]);
    is_unknown(&home);
    home.ok(&["sync", &district.hub()]);
    assert_eq!(standing(&home, &[]).0, "met");
}

#[test]
fn without_the_setting_nothing_rests_on_a_signature() {
    let (district, leader) = district();
    let office = &district.office;
    office.write("settings.toml", &office.read("settings.toml").replace("value = \"signed\"", "value = \"recorded\""));
    commit(office);
    office.ok(&["sync"]);
    leader.ok(&["sync"]);
    leader.write("notices/2025/gongan/002.toml", NOTICE);
    assert_eq!(standing(&leader, &[]).0, "met");
}
