//! Filing where a mechanism has two systems of a kind, and its members lead by turns: what need not be typed is what the text of the
//! day says, and papers follow it.

use liandong::model::{Ledger, RecordPath};
use liandong::report;
use liandong::store::{self, Source, TextPolicy};

use crate::support::judged::folder;
use crate::support::{Register, Terminal, said};

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

/// A member of two systems, which leads neither. In a register of format 1 it is only a reminder that it does not say of which a record is.
fn with_c_in_both() -> Register {
    let register = register();
    let text = register.read("mechanism.toml").replace("format = 1", "format = 2");
    let text = text.replace("members = [\"a\", \"b\"]", "members = [\"a\", \"b\", \"c\"]");
    std::fs::write(register.folder.join("mechanism.toml"), text).expect("written");
    register.git(&["commit", "-qam", "丙也参加抽查（虚构）"]);
    register
}

/// Who leads goes by the system: it is asked for first, among those of the kind.
#[cfg(unix)]
#[test]
fn of_which_system_it_is_is_asked_first() {
    let register = with_c_in_both();
    let mut terminal = Terminal::of(&register, &["enforcement", "plan", "--as", "丙"]);
    terminal.answers("所属制度：", "双随机联合抽查").answers("名称（可不填）：", "抽查（虚构）").sees("乙").interrupt();
    terminal.ends();
}

#[test]
fn what_may_be_of_two_systems_has_to_say_of_which_it_is() {
    let register = with_c_in_both();
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

/// What `todo` prints of a minimum files into the system whose minimum it is, as it is printed.
#[test]
fn what_is_printed_of_a_minimum_files_into_its_system() {
    let register = register();
    let items: serde_json::Value = serde_json::from_str(&register.ok(&["todo", "--all", "--format", "json"])).expect("JSON");
    let list = items["items"].as_array().or(items.as_array()).expect("items").clone();
    let commands: Vec<&str> = list.iter().filter_map(|item| item["command"].as_str()).collect();
    let command = commands.iter().find(|command| command.contains("enforcement plan"));
    let command = command.unwrap_or_else(|| panic!("{commands:?}"));
    // A system that is the only one of its kind is not named.
    assert!(commands.iter().all(|command| !command.contains("hui")), "{commands:?}");
    let words = shell_words::split(&command.replacen('…', "执法（虚构）", 1).replace('…', "2025-06-10")).expect("words");
    let args: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
    register.ok(&args);
    let filed = register.read("enforcements/2025/a/002.toml");
    assert!(filed.contains("system = \"zhifa\""), "{filed}");
}
