//! What the tab key gives in shells that people have: the completions are loaded as their files say, and asked in a clean year's folder.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::{LIANDONG, Register, command, said};

/// What is typed before the tab key, and what stands there after it.
const TYPED: &[(&str, &str)] = &[
    ("liandong sho", "show"),
    ("liandong 待", "待办"),
    ("liandong show hazards/2025/yi", "hazards/2025/yingji/00"),
    ("liandong hazard new --mi", "--mine"),
    ("liandong hazard new --mine da", "dashan"),
    ("liandong check --unit gong", "gongan"),
    ("liandong list hazards --format json", "jsonl"),
];

fn completions(register: &Register, shell: &str) -> PathBuf {
    let file = register.home.join(format!("completions.{shell}"));
    std::fs::write(&file, register.ok(&["completions", shell])).expect("written");
    file
}

/// A shell at the top of the register, which finds the program.
fn shell(register: &Register, name: &str) -> Command {
    let programs = Path::new(LIANDONG).parent().expect("a folder").to_owned();
    let path = std::env::var_os("PATH").expect("a PATH");
    let path = std::env::join_paths(std::iter::once(programs).chain(std::env::split_paths(&path))).expect("folders");
    let mut shell = command(name, &register.home);
    shell.current_dir(&register.folder).env("PATH", path).env("LC_ALL", "C.UTF-8").env("LIANDONG_LANG", "zh");
    shell
}

#[test]
#[ignore = "needs fish"]
fn fish_knows_commands_options_and_names() {
    let register = Register::of_example();
    let file = completions(&register, "fish");
    for (typed, wanted) in TYPED {
        let asked = format!("source {}; complete -C '{typed}'", file.display());
        let done = shell(&register, "fish").args(["--no-config", "-c", &asked]).output().expect("fish");
        assert!(done.status.success() && said(&done).contains(wanted), "{typed}: {}", said(&done));
    }
}

#[test]
#[ignore = "needs zsh"]
fn zsh_knows_commands_options_and_names() {
    let register = Register::of_example();
    let file = completions(&register, "zsh");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shells/complete.zsh");
    let mut zsh = shell(&register, "zsh");
    let mut zsh = zsh.arg("-f").arg(script).arg(file).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("zsh");
    let mut lines = zsh.stdin.take().expect("a pipe");
    for (typed, wanted) in TYPED {
        writeln!(lines, "{typed}\t{wanted}").expect("written");
    }
    drop(lines);
    let done = zsh.wait_with_output().expect("ends");
    assert!(done.status.success(), "{}", said(&done));
}
