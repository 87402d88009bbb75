//! What pages say of the project is so: variables, pages of the desk, examples, parts of the gate.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[cfg(feature = "desk")]
use liandong::desk::on_terminal;
use liandong::text::Lang;

use super::{TOP, read};
use crate::support::{clean, run_in, said};

fn top(path: &str) -> PathBuf {
    Path::new(TOP).join(path)
}

/// The sources of a folder, whole.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            text += &sources(&path);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text += &read(&path);
        }
    }
    text
}

/// The words that begin with a mark, such as the names of variables.
fn words(text: &str, begin: &str) -> BTreeSet<String> {
    let ends = |c: char| !(c.is_ascii_uppercase() || c == '_');
    let rests = text.match_indices(begin).map(|(at, _)| &text[at..]);
    rests.map(|rest| rest[..rest.find(ends).unwrap_or(rest.len())].to_owned()).collect()
}

#[test]
fn help_names_every_variable_that_is_read() {
    // The clock of tests, what shells ask for themselves, and what a build says.
    let untold = ["LIANDONG_NOW", "LIANDONG_COMPLETE", "LIANDONG_COMMIT"];
    let mut read: BTreeSet<String> = words(&sources(&top("src")).replace('"', " \""), "LIANDONG_");
    read.retain(|name| !untold.contains(&&**name));
    for lang in [Lang::Zh, Lang::En] {
        let told = words(&said(&run_in(lang, &clean(), &["help", "environment"])), "LIANDONG_");
        assert_eq!(told, read, "{lang:?}");
    }
    assert!(read.len() > 3);
}

#[test]
fn the_desk_has_the_pages_that_the_manual_tells_of() {
    let frame = read(&top("src/desk/frame.rs"));
    let (_, places) = frame.split_once("const PLACES").expect("the places");
    let (places, _) = places.split_once("];").expect("their end");
    let names: Vec<Vec<&str>> = places.split("Text::fixed(").skip(1).map(|rest| rest.split('"').collect()).collect();
    for (lang, at) in [("zh", 1), ("en", 3)] {
        let page = read(&top("examples/manual").join(lang).join("desk.md"));
        let told: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).skip(2).collect();
        assert_eq!(told, names.iter().map(|name| name[at]).collect::<Vec<_>>(), "{lang}");
    }
}

/// What no page of the desk does is told by the page on the desk, and that a front door tells of the desk does not say that it does all.
#[cfg(feature = "desk")]
#[test]
fn what_stays_on_the_terminal_is_told() {
    for (lang, heading, end) in [("zh", "## 仍在终端办的", "。"), ("en", "## What stays on the terminal", ".")] {
        let page = read(&top("examples/manual").join(lang).join("desk.md"));
        let (_, told) = page.split_once(heading).expect(heading);
        let (told, _) = told.split_once(end).expect("an end");
        assert_eq!(told.split('`').skip(1).step_by(2).collect::<Vec<_>>(), on_terminal().collect::<Vec<_>>(), "{lang}");
    }
    for (front, words) in [("README.md", "stays on the terminal"), ("README.zh-CN.md", "仍在终端办的")] {
        let front = read(&top(front));
        assert!(front.lines().any(|line| line.starts_with("- `desk`") && line.contains(words)), "{front}");
    }
}

#[test]
fn every_folder_of_examples_is_told_of() {
    let page = read(&top("examples/README.md"));
    let told = |name: &str| page.contains(&format!("| `{name}/"));
    for entry in fs::read_dir(top("examples")).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(!entry.path().is_dir() || told(&name), "examples/README.md says nothing of {name}/");
    }
}

/// A part that a page or a file of the gate names is one.
#[test]
fn every_part_of_the_gate_that_is_named_is_one() {
    let parts = read(&top(".ci/parts"));
    let known: BTreeSet<&str> = parts.lines().filter_map(|line| line.strip_prefix("run_")?.split("()").next()).collect();
    let mut count = 0;
    for page in [".github/SECURITY.md", ".github/CONTRIBUTING.md", ".github/CHANGELOG.md"] {
        let text = read(&top(page));
        for rest in text.split("part `").chain(text.split("LIANDONG_ONLY=")).skip(1) {
            let name = rest.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default();
            // The beginning of the page, before the first of either.
            if name.is_empty() {
                continue;
            }
            assert!(known.contains(name), "{page}: {name}");
            count += 1;
        }
    }
    for list in [".ci/fast", ".ci/run", ".ci/long"] {
        let text = read(&top(list));
        for names in text.lines().filter_map(|line| line.trim().strip_prefix("for name in ")?.split(';').next()) {
            for name in names.split(' ') {
                assert!(known.contains(name), "{list}: {name}");
                count += 1;
            }
        }
    }
    assert!(count > 20, "{count} parts");
}

/// A list that CONTRIBUTING sends a reader to is one of the sources or the tests.
#[test]
fn every_list_that_contributing_names_is_one() {
    let all = sources(&top("src")) + &sources(&top("tests/testsuite"));
    let page = read(&top(".github/CONTRIBUTING.md"));
    let is_name = |word: &&str| 3 < word.len() && word.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let names: BTreeSet<&str> = page.split('`').skip(1).step_by(2).filter(is_name).collect();
    for name in &names {
        let is_one = ["const", "static"].iter().any(|how| all.contains(&format!("{how} {name}:")));
        assert!(is_one, "CONTRIBUTING.md: {name}");
    }
    assert!(names.len() > 8, "{names:?}");
}
