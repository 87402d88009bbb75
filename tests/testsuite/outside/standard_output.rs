//! An answer that cannot be printed whole is no answer: exit 2 and a line.

use std::fs::File;
use std::process::Stdio;

use crate::support::Register;

/// What prints something, with its exit code where there is room.
const PRINTING: &[&[&str]] = &[
    &["check", "--year", "2025"],
    &["check", "--year", "2025", "--format", "sarif"],
    &["list", "隐患", "--format", "csv"],
    &["list", "通报"],
    &["show", "hazards/2025/yingji/001"],
    &["report", "--year", "2025", "--format", "json"],
    &["deadlines"],
    &["explain", "H07"],
    &["rules"],
    &["clause", "3.5"],
    &["duty", "list"],
    &["schema", "hazards"],
    &["history", "hazards/2025/yingji/001"],
    &["diff", "--since", "2025-01-01"],
    &["verify"],
    &["whoami"],
    &["key", "list"],
    &["trust", "show"],
    &["help"],
    &["--help"],
    &["--version"],
];

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_a_closed_pipe_is_not() {
    let register = Register::of_example();
    for args in PRINTING {
        let full = File::options().write(true).open("/dev/full").expect("a full disk");
        let done = register.command(args).stdout(full).stderr(Stdio::piped()).output().expect("runs");
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.code() == Some(2) && told.contains("磁盘已满"), "{args:?}: {:?} {told}", done.status);
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let done = register.command(args).stdout(writer).stderr(Stdio::piped()).output().expect("runs");
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(
            done.status.code().is_some_and(|code| code < 2) && !told.contains("没有写全"),
            "{args:?}: {:?} {told}",
            done.status
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_filed_stands_though_it_could_not_be_told() {
    let register = Register::of_example();
    let full = File::options().write(true).open("/dev/full").expect("a full disk");
    let args = [
        "hazard",
        "new",
        "--found",
        "今天",
        "--as",
        "应急",
        "--mine",
        "dashan",
        "--source-kind",
        "inspection",
        "--nature",
        "hazard",
        "--description",
        "题（虚构）",
    ];
    let done = register.command(&args).stdout(full).output().expect("runs");
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("已登记的不受影响"));
    assert_eq!(register.commits(), 2);
}
