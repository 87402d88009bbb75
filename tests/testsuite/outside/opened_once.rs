//! What a command asks of the repository around a register it asks once: its settings are looked at once, for what would lead elsewhere,
//! and read once, by libgit2; so is the file in which the register says what it is. The system's own account of opened files is counted.

use std::fs;
use std::process::Command;
use std::time::Duration;

use crate::support::{Person, Register, said};

/// How often a command that succeeds opens a file of the register.
fn opened(person: &Person, args: &[&str], file: &str) -> usize {
    let account = person.home.join("account.txt");
    let command = person.command(args);
    let mut traced = person.program("strace");
    traced.args(["-f", "-qq", "-e", "trace=open,openat", "-o"]).arg(&account).arg(command.get_program()).args(args);
    let done = traced.output().expect("strace runs");
    assert!(matches!(done.status.code(), Some(0 | 1)), "{args:?}: {}", said(&done));
    let end = format!("/{file}\"");
    let account = fs::read_to_string(&account).expect("an account");
    account.lines().filter(|line| line.contains(&end) && !line.contains("= -1")).count()
}

/// Whether the system tells; where it does not, nothing is counted, and strictly that is a fault.
fn tells(person: &Person) -> bool {
    let account = person.home.join("account.txt");
    let tells = Command::new("strace").arg("-o").arg(&account).arg("true").status().is_ok_and(|status| status.success());
    assert!(tells || std::env::var_os("LIANDONG_STRICT").is_none(), "strace is not here, or may not look");
    if !tells {
        std::io::Write::write_all(&mut std::io::stderr(), b"opened_once: skipped: strace is not here, or may not look\n")
            .expect("said");
    }
    tells
}

#[test]
fn settings_and_mechanism_are_read_once_a_command() {
    let register = Register::of_example();
    if !tells(&register) {
        return;
    }
    let there = register.home.join("共享.git");
    register.git(&["init", "-q", "--bare", "-b", "main", &there.to_string_lossy()]);
    register.ok(&["sync", &there.to_string_lossy()]);
    // What was written in the very second in which it was looked at is read once more by whoever asks whether it is the same.
    let old = [".", "-name", "*.toml", "-exec", "touch", "-d", "2025-01-01", "{}", "+"];
    assert!(register.program("find").args(old).status().expect("find").success());
    std::thread::sleep(Duration::from_millis(2100));
    register.git(&["update-index", "--refresh", "-q"]);
    register.ok(&["show", "notices/2025/gongan/001"]);
    for args in [
        &["check", "--year", "2025"][..],
        &["show", "notices/2025/gongan/001"],
        &["list", "隐患"],
        &["history", "notices/2025/gongan/001"],
        &["deadlines"],
        &["todo"],
        &["diff", "--since", "2025-12-01"],
        &["paper", "notices/2025/gongan/001", "--out", "../通报.docx", "--force"],
        &["whoami"],
        &["verify"],
        &["lead", "new", "--as", "公安", "--received", "2025-12-01", "--channel", "举报电话", "--title", "夜间爆破（虚构）"],
        &["sync"],
        &["sync"],
    ] {
        let (settings, mechanism) = (opened(&register, args, ".git/config"), opened(&register, args, "mechanism.toml"));
        assert!((1..=2).contains(&settings), "{args:?} opened .git/config {settings} times");
        assert!(mechanism <= 1, "{args:?} opened mechanism.toml {mechanism} times");
    }
}

#[test]
fn what_a_clone_laid_down_is_not_read_again_by_a_sync() {
    let register = Register::of_example();
    if !tells(&register) {
        return;
    }
    let there = register.home.join("共享.git");
    register.git(&["init", "-q", "--bare", "-b", "main", &there.to_string_lossy()]);
    register.ok(&["sync", &there.to_string_lossy()]);
    let clone = register.home.join("克隆");
    register.ok(&["clone", &there.to_string_lossy(), &clone.to_string_lossy()]);
    // A large clone takes seconds; here its files count as laid down before its index was written.
    let index = clone.join(".git/index");
    assert!(register.program("touch").args(["-d", "+3 seconds"]).arg(index).status().expect("touch").success());
    let data = clone.to_string_lossy().into_owned();
    assert_eq!(opened(&register, &["--data", &data, "sync"], "notices/2025/gongan/001.toml"), 0);
    fs::write(clone.join("notices/2025/gongan/001.toml"), "# 手改\n").expect("written");
    assert!(opened(&register, &["--data", &data, "sync"], "notices/2025/gongan/001.toml") > 0);
}
