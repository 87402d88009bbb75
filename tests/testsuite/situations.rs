//! Six situations from beginning to end: what happens on which day, what the officers type, what they see, and what `check` says
//! of it. Each is told twice, in Chinese and in English, with the same commands.
//!
//! Every register begins as the clean example of 2025. A heading with a date and time puts the clock there; every `$` line of a
//! console block is run in the register. `LIANDONG_BLESS=1 cargo test situations` writes what is seen: read the difference.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::support::{LIANDONG, Register, said};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/situations")
}

/// The day and time that a heading begins with, as RFC 3339.
fn clock(line: &str) -> Option<String> {
    let heading = line.strip_prefix("## ")?;
    let (day, time) = (heading.get(..10)?, heading.get(11..16)?);
    Some(format!("{day}T{time}:00+08:00"))
}

/// Tells a situation anew: the same words and commands, with what is seen now.
fn told(text: &str, language: &'static str) -> String {
    let mut register = Register::of_example();
    let (mut out, mut in_console) = (String::new(), false);
    for line in text.lines() {
        match line {
            "```console" => in_console = true,
            "```" => in_console = false,
            _ if in_console && !line.starts_with("$ ") => continue,
            _ => {}
        }
        if let Some(now) = clock(line) {
            register.at(now);
        }
        out.push_str(line);
        out.push('\n');
        let Some(typed) = line.strip_prefix("$ ").filter(|_| in_console) else { continue };
        let words = shell_words::split(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
        let program = if words[0] == "liandong" { LIANDONG } else { &words[0] };
        let mut command = register.program(program);
        let done = command.args(&words[1..]).env("LIANDONG_LANG", language).stdin(Stdio::null()).output();
        let done = done.unwrap_or_else(|error| panic!("{program}: {error}"));
        let said = said(&done);
        if !done.status.success() {
            let _ = writeln!(out, "? {}", done.status.code().expect("a code"));
        }
        out.push_str(said.trim_end());
        if !said.trim_end().is_empty() {
            out.push('\n');
        }
    }
    out
}

fn commands(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with("$ ")).collect()
}

fn tells(name: &str) {
    let mut typed: Vec<Vec<String>> = Vec::new();
    for language in ["zh", "en"] {
        let file = folder().join(format!("{name}.{language}.md"));
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        typed.push(commands(&text).into_iter().map(str::to_owned).collect());
        let now = told(&text, language);
        if std::env::var_os("LIANDONG_BLESS").is_some() {
            fs::write(&file, &now).expect("writable");
        }
        for (at, (was, is)) in text.lines().zip(now.lines()).enumerate() {
            assert_eq!(is, was, "{}:{}", file.display(), at + 1);
        }
        assert_eq!(now, text, "{}", file.display());
    }
    assert_eq!(typed[0], typed[1], "{name}: the same commands in both languages");
}

/// Each file is a test of its own, and none is left out.
macro_rules! situations {
    ($($name:ident),+ $(,)?) => {
        $(#[test]
        fn $name() {
            tells(&stringify!($name).replace('_', "-"));
        })+

        #[test]
        fn every_situation_is_told() {
            let told: Vec<String> = [$(stringify!($name)),+].iter().map(|name| name.replace('_', "-")).collect();
            for entry in fs::read_dir(folder()).expect("a folder").map(|entry| entry.expect("an entry").file_name()) {
                let name = entry.to_string_lossy().into_owned();
                let stem = name.strip_suffix(".zh.md").or_else(|| name.strip_suffix(".en.md"));
                assert!(stem.is_none_or(|stem| told.iter().any(|told| told == stem)), "{name} is told by no test");
            }
        }
    };
}

situations! {
    explosives_on_a_friday_evening,
    a_question_two_bureaus_cannot_settle,
    three_days_of_joint_enforcement,
    people_and_bureaus_change,
    twentieth_of_december,
    a_wrong_notice_and_a_boundary,
}
