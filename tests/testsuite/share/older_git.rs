//! The git that an office has may be ten years old: a register is shared by one that knows no younger option.

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;

use crate::support::{Person, Register, said};

/// A git that knows nothing of what it learned since 2.7, where we could ask for it.
const OLDER: &str = r#"#!/bin/sh
case " $* " in
    *' ls-remote '*'--symref '* | *' ls-remote '*'-- '* | *' fetch '*'--no-write-fetch-head '* | *' bundle create --quiet '*)
        echo "usage: git $*" >&2
        exit 129
        ;;
esac
exec "$REAL_GIT" "$@"
"#;

/// A folder with such a git in it.
fn older(register: &Register) -> PathBuf {
    let folder = register.home.join("older");
    std::fs::create_dir(&folder).expect("made");
    let program = folder.join("git");
    std::fs::write(&program, OLDER).expect("written");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("a program");
    folder
}

#[test]
fn a_register_is_shared_by_a_git_of_ten_years_ago() {
    let register = Register::init();
    let older = older(&register);
    let path = std::env::var_os("PATH").expect("a PATH");
    let real = std::env::split_paths(&path).map(|folder| folder.join("git")).find(|git| git.is_file()).expect("git");
    let path = std::env::join_paths(std::iter::once(older.clone()).chain(std::env::split_paths(&path))).expect("folders");
    let by_it = |command: &mut Command| {
        let done = command.env("PATH", &path).env("REAL_GIT", &real).output().expect("runs");
        assert!(done.status.success(), "{}", said(&done));
        said(&done)
    };
    // It is one.
    let refuses = Command::new(older.join("git")).args(["fetch", "--no-write-fetch-head"]).env("REAL_GIT", &real).output();
    assert_eq!(refuses.expect("runs").status.code(), Some(129));
    let hub = register.home.join("shared.git");
    by_it(&mut register.command(&["share", &hub.to_string_lossy()]));
    let mut police = register.command(&["clone", &hub.to_string_lossy(), "../police"]);
    by_it(&mut police);
    let police: Person = register.in_folder(register.home.join("police"));
    let lead = ["lead", "new", "--as", "公安", "--received", "2026-01-04", "--channel", "巡查发现", "--title", "某事（虚构）"];
    police.ok(&lead);
    by_it(&mut police.command(&["sync"]));
    assert!(by_it(&mut register.command(&["sync"])).contains("公安"));
    // Without a network as well; what was filed is taken back by asking the shared place first.
    police.ok(&lead);
    by_it(&mut police.command(&["undo", "--yes"]));
    police.ok(&lead);
    by_it(&mut police.command(&["pack", "../sent.bundle"]));
    assert!(by_it(&mut register.command(&["receive", "../sent.bundle"])).contains("公安"));
}
