//! What is usual on a command line: each line of the table has a command, which ends as the table says.

use std::path::Path;
use std::process::Stdio;

use super::{TOP, read};
use crate::support::{LIANDONG, Register, command, example, said};

/// How many of them hold.
const HOLD: usize = 43;

/// The cells of each row after the head.
fn rows(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(2);
    let bare = |row: &str| {
        row.replace("\\|", "\u{1}").trim_matches('|').split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect()
    };
    rows.map(bare).collect()
}

#[test]
fn every_convention_is_shown_by_its_command() {
    let page = |lang: &str| rows(&read(&Path::new(TOP).join("examples/manual").join(lang).join("conventions.md")));
    let (zh, en) = (page("zh"), page("en"));
    assert_eq!((zh.len(), en.len()), (43, 43));
    let tail = |rows: &[Vec<String>]| rows.iter().map(|row| row[2..].to_vec()).collect::<Vec<_>>();
    assert_eq!(tail(&zh), tail(&en), "the same commands in both languages");
    for (rows, yes) in [(&zh, "是"), (&en, "yes")] {
        assert_eq!(rows.iter().filter(|row| row[1] == yes).count(), HOLD);
    }
    let register = Register::of_example();
    crate::support::copy_folder(&example("broken"), &register.home.join("broken"));
    let programs = Path::new(LIANDONG).parent().expect("a folder");
    for row in en {
        let typed = row[2].trim_matches('`');
        let mut shell = command("sh", &register.home);
        let path = std::env::join_paths(
            std::iter::once(programs.to_owned()).chain(std::env::split_paths(&std::env::var_os("PATH").expect("a PATH"))),
        );
        shell.env("PATH", path.expect("folders")).env("GIT_CEILING_DIRECTORIES", &register.home);
        let done = shell.current_dir(&register.folder).args(["-c", typed]).stdin(Stdio::null()).output().expect("a shell");
        assert_eq!(done.status.code().map(|code| code.to_string()), Some(row[3].clone()), "{typed}: {}", said(&done));
        let is_silent = typed.contains("quiet") || typed.contains("-q") || typed.contains(">/dev/null");
        let is_said = if row[3] == "2" { &done.stderr } else { &done.stdout };
        assert!(is_silent || !is_said.is_empty(), "{typed} says nothing");
    }
}

/// Every command has an example at the end of its help, and the program understands each.
#[test]
fn every_example_of_a_help_is_understood() {
    let register = Register::of_example();
    let help = |args: &[&str]| said(&register.command(&[args, &["--lang", "en"]].concat()).output().expect("runs"));
    let listed = help(&["help"]);
    let names = listed.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(' ').map(|(name, _)| name));
    let names: Vec<&str> = names.filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase())).collect();
    let topics = ["dates", "records", "conditions", "environment"];
    let names: Vec<&str> = names.into_iter().filter(|name| !topics.contains(name)).collect();
    assert!(names.len() > 50, "{names:?}");
    for name in names {
        for lang in ["zh", "en"] {
            let text = said(&register.command(&["help", name, "--lang", lang]).output().expect("runs"));
            let (_, examples) = text
                .split_once("例如：")
                .or_else(|| text.split_once("For example: "))
                .unwrap_or_else(|| panic!("{name} has no example"));
            for line in examples.lines().map(str::trim).filter(|line| line.starts_with("liandong")) {
                let words = shell_words::split(line).unwrap_or_else(|error| panic!("{line}: {error}"));
                let words: Vec<&str> = words[1..].iter().map(String::as_str).chain(["--help"]).collect();
                let done = register.run(&words);
                assert_eq!(done.status.code(), Some(0), "{line}: {}", said(&done));
            }
        }
    }
}
