//! What whoever waits sees: how far something has come, on a terminal only; and the result, opened where that is asked for.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::{clean, copy_to, home};

/// A program of that name in a folder, which writes its first argument into a file beside it.
fn stand_in(folder: &Path, name: &str) {
    let path = folder.join(name);
    std::fs::write(&path, format!("#!/bin/sh\nprintf %s \"$1\" > '{}'\n", folder.join("opened").display())).expect("written");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("executable");
}

/// The program, whose desktop is the stand-in.
fn program(path: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_liandong"));
    program.env("LIANDONG_LANG", "zh").env("LIANDONG_NOW", "2026-01-05T09:00:00+08:00").env("PATH", path);
    program.arg("--data").arg(clean());
    program
}

#[test]
fn what_was_written_is_opened_where_that_is_asked_for() {
    let folder = home();
    stand_in(folder.path(), "xdg-open");
    let path = format!("{}:/usr/bin:/bin", folder.path().display());
    let opened = folder.path().join("opened");
    let cases: &[(&[&str], &str, &str)] = &[
        (&["report", "--year", "2025"], "--out", "-年报.html"),
        (&["ledger", "隐患"], "--out", "台账.xlsx"),
        (&["paper", "notices/2025/yingji/001"], "--out", "公文.docx"),
        (&["deadlines"], "--ics", "期限.ics"),
    ];
    for (args, option, file) in cases {
        let out = folder.path().join(file);
        let out = out.to_str().expect("UTF-8");
        let run = |more: &[&str]| program(&path).args(*args).arg(format!("{option}={out}")).args(more).output().expect("runs");
        assert!(run(&[]).status.success());
        assert!(!opened.exists(), "{args:?}: only where it is asked for");
        assert!(run(&["--force", "--open"]).status.success());
        let start = Instant::now();
        // The other program is not waited for.
        while std::fs::read_to_string(&opened).ok().as_deref() != Some(out) {
            assert!(start.elapsed() < Duration::from_secs(10), "{args:?} was not opened");
            std::thread::sleep(Duration::from_millis(20));
        }
        std::fs::remove_file(&opened).expect("removable");
    }
}

#[test]
fn where_nothing_opens_it_the_file_stands_and_that_is_said() {
    let folder = home();
    let out = folder.path().join("年报.html");
    let done =
        program(folder.path().to_str().expect("UTF-8")).args(["report", "--year", "2025", "--open", "--out"]).arg(&out).output();
    let done = done.expect("runs");
    assert!(done.status.success() && out.is_file());
    assert!(String::from_utf8_lossy(&done.stderr).contains("请自行打开"), "{}", String::from_utf8_lossy(&done.stderr));
}

/// A register that takes longer than a second to read in any build.
fn large(folder: &Path, count: usize) {
    copy_to(folder);
    let text = format!(
        "mine = \"dashan\"\nfound = 2025-03-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"{}\"\n",
        "采场边坡局部坡度偏陡（虚构）".repeat(1000)
    );
    for number in 100..100 + count {
        std::fs::write(folder.join(format!("hazards/2025/yingji/{number:03}.toml")), &text).expect("written");
    }
}

#[test]
fn how_far_it_has_come_is_shown_on_a_terminal_only() {
    let terminal = |command: &str| Command::new("script").args(["-qec", command, "/dev/null"]).output();
    if terminal("true").is_err() {
        return;
    }
    let folder = home();
    large(folder.path(), 2000);
    let ask = format!(
        "'{}' --data '{}' --lang zh deadlines --as-of 2025-05-16",
        env!("CARGO_BIN_EXE_liandong"),
        folder.path().display()
    );
    let start = Instant::now();
    let piped = Command::new("sh").args(["-c", &ask]).output().expect("runs");
    let took = start.elapsed();
    assert!(!String::from_utf8_lossy(&piped.stderr).contains("读取记录"), "nobody watches a pipe");
    let shown = String::from_utf8_lossy(&terminal(&ask).expect("runs").stdout).into_owned();
    let seen = shown.contains("读取记录") || shown.contains("核对");
    // A machine so fast that it is over before is shown nothing.
    assert!(seen || took < Duration::from_millis(1500), "{took:?}: {shown}");
    let quick =
        format!("'{}' --data '{}' --lang zh deadlines --as-of 2025-05-16", env!("CARGO_BIN_EXE_liandong"), clean().display());
    let start = Instant::now();
    let shown = String::from_utf8_lossy(&terminal(&quick).expect("runs").stdout).into_owned();
    assert!(!shown.contains("读取记录") || start.elapsed() > Duration::from_secs(1), "what is over soon is not worth a word");
}
