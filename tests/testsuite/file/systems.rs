//! Filing where a mechanism has two systems of a kind, and its members lead by turns: what need not be typed is what the text of the
//! day says, and papers follow it.

use liandong::model::{Ledger, RecordPath};
use liandong::report;
use liandong::store::{self, Source, TextPolicy};

use crate::support::judged::folder;
use crate::support::{Register, said};

fn register() -> Register {
    let mut register = Register::of_folder(&folder("lunzhi"));
    register.at("2025-05-20T09:00:00+08:00".to_owned());
    register
}

/// To whom the paper of a record goes.
fn addressed(register: &Register, record: &str) -> Vec<String> {
    let loaded = store::load(&Source::Folder(register.folder.clone().into()), TextPolicy::Drop).expect("a readable folder");
    let ledger = Ledger::new(loaded.records, std::collections::BTreeSet::new()).expect("a whole mechanism");
    let path: RecordPath = record.parse().expect("a path");
    let paper = report::paper::paper(&path, None, &ledger).unwrap_or_else(|why| panic!("{record}: {}", why.en()));
    paper.to.classes.into_iter().flat_map(|class| class.names).collect()
}

#[test]
fn who_convenes_is_whose_turn_it_is() {
    let register = register();
    register.ok(&["meeting", "plan", "--title", "二季度再会（虚构）", "--planned", "2025-06-10", "--as", "乙"]);
    assert!(register.read("meetings/2025/b/002.toml").contains("convener = \"b\""));
    register.ok(&["meeting", "plan", "--title", "四季度会（虚构）", "--planned", "2025-11-10", "--as", "丁"]);
    assert!(register.read("meetings/2025/d/001.toml").contains("convener = \"d\""));
}

#[test]
fn who_leads_is_who_leads_that_system() {
    let register = register();
    register.ok(&["enforcement", "plan", "--title", "抽查（虚构）", "--system", "双随机联合抽查", "--as", "甲"]);
    let filed = register.read("enforcements/2025/a/002.toml");
    assert!(filed.contains("system = \"choucha\"") && filed.contains("lead = \"b\""), "{filed}");
    register.ok(&["enforcement", "plan", "--title", "执法（虚构）", "--as", "丙"]);
    let filed = register.read("enforcements/2025/c/001.toml");
    assert!(filed.contains("lead = \"a\""), "{filed}");
}

#[test]
fn what_may_be_of_two_systems_has_to_say_of_which_it_is() {
    let register = register();
    // In a register of format 1 it is only a reminder.
    let text = register.read("mechanism.toml").replace("format = 1", "format = 2");
    let text = text.replace("members = [\"a\", \"b\"]", "members = [\"a\", \"b\", \"c\"]");
    std::fs::write(register.folder.join("mechanism.toml"), text).expect("written");
    register.git(&["commit", "-qam", "丙也参加抽查（虚构）"]);
    let args = ["enforcement", "plan", "--title", "检查（虚构）", "--as", "丙"];
    let refused = register.run(&args);
    let why = said(&refused);
    assert!(!refused.status.success() && why.contains("zhifa") && why.contains("choucha"), "{why}");
    register.ok(&[&args[..], &["--system", "choucha"]].concat());
}

#[test]
fn lists_say_of_which_system_each_is() {
    let register = register();
    let listed = register.ok(&["list", "notices"]);
    assert!(listed.contains("信息通报（重点单位）") && listed.contains("信息通报（其他单位）"), "{listed}");
    // One is still to come, of which its team alone learns.
    let mut program = register.command(&["list", "enforcements"]);
    let listed = said(&program.env("LIANDONG_UNIT", "甲").output().expect("runs"));
    assert!(listed.contains("双随机联合抽查") && listed.contains("联合执法"), "{listed}");
}

#[test]
fn whoever_calls_a_meeting_does_not_write_to_itself() {
    let register = register();
    register.ok(&["meeting", "plan", "--title", "四季度会（虚构）", "--as", "丁"]);
    assert_eq!(addressed(&register, "meetings/2025/d/001"), ["甲局（虚构）", "乙局（虚构）", "丙公司（虚构）"]);
}
