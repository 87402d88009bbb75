//! What whoever waits sees: how far something has come, on a terminal only; and the result, opened where that is asked for.

#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::support::{LIANDONG, clean, command, copy, home};

/// A program of that name in a folder, which writes its first argument into a file beside it.
fn stand_in(folder: &Path, name: &str) {
    let path = folder.join(name);
    std::fs::write(&path, format!("#!/bin/sh\nprintf %s \"$1\" > '{}'\n", folder.join("opened").display())).expect("written");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("executable");
}

/// The program, whose desktop is the stand-in.
fn program(folder: &Path, path: &str) -> Command {
    let mut program = command(LIANDONG, folder);
    program.env("PATH", path).arg("--data").arg(clean());
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
        let run = |more: &[&str]| {
            program(folder.path(), &path).args(*args).arg(format!("{option}={out}")).args(more).output().expect("runs")
        };
        assert!(run(&[]).status.success());
        assert!(!opened.exists(), "{args:?}: only where it is asked for");
        assert!(run(&["--force", "--open"]).status.success());
        // The other program is not waited for: here it is, until it has written.
        let is_opened = || std::fs::read_to_string(&opened).is_ok_and(|asked| asked == out);
        let comes = (0..3000).any(|_| {
            is_opened() || {
                std::thread::sleep(Duration::from_millis(20));
                false
            }
        });
        assert!(comes, "{args:?} was not opened");
        std::fs::remove_file(&opened).expect("removable");
    }
}

#[test]
fn where_nothing_opens_it_the_file_stands_and_that_is_said() {
    let folder = home();
    let out = folder.path().join("年报.html");
    let mut program = program(folder.path(), folder.path().to_str().expect("UTF-8"));
    let done = program.args(["report", "--year", "2025", "--open", "--out"]).arg(&out).output().expect("runs");
    assert!(done.status.success() && out.is_file());
    assert!(String::from_utf8_lossy(&done.stderr).contains("请自行打开"), "{}", String::from_utf8_lossy(&done.stderr));
}

/// A register to which some records more are added, of which each takes a while to read.
fn grow(folder: &Path, from: usize, to: usize) {
    let text = format!(
        "mine = \"dashan\"\nfound = 2025-03-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"{}\"\n",
        "采场边坡局部坡度偏陡（虚构）".repeat(1000)
    );
    for number in from..to {
        std::fs::write(folder.join(format!("hazards/2025/yingji/{number:03}.toml")), &text).expect("written");
    }
}

#[test]
fn how_far_it_has_come_is_shown_on_a_terminal_only() {
    let folder = copy();
    let ask = |data: &Path| format!("'{LIANDONG}' --data '{}' deadlines --as-of 2025-05-16", data.display());
    // A session of its own: a terminal stops what asks it from the background.
    let on_terminal = |data: &Path| {
        let mut terminal = command("setsid", folder.path());
        terminal.env("TERM", "xterm").args(["-w", "script", "-qec", &ask(data), "/dev/null"]).output()
    };
    let is_shown = |data: &Path| {
        let shown = on_terminal(data).expect("runs").stdout;
        let shown = String::from_utf8_lossy(&shown).into_owned();
        shown.contains("读取记录") || shown.contains("核对")
    };
    if on_terminal(&clean()).is_err() {
        return;
    }
    // How long anything takes is the computer's: one that is quick is given more, one that is busy another chance.
    let mut sizes = [100, 1000, 2000, 4000, 8000].windows(2);
    let is_shown_in_time = sizes.any(|sizes| {
        grow(folder.path(), sizes[0], sizes[1]);
        is_shown(folder.path())
    });
    assert!(is_shown_in_time, "what takes long is not said");
    let piped = command("sh", folder.path()).args(["-c", &ask(folder.path())]).output().expect("runs");
    assert!(!String::from_utf8_lossy(&piped.stderr).contains("读取记录"), "nobody watches a pipe");
    assert!((0..20).any(|_| !is_shown(&clean())), "what is over soon is not worth a word");
}
