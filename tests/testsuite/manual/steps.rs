//! How far it is from a front door to what a new user came for: counted on what the pages tell people to type, which is run as it stands.
//! `cargo test manual::steps -- --nocapture` prints the table.

use std::io::Write as _;
use std::path::Path;

use super::typed::commands;
use super::{TOP, read};

/// Keys that a Chinese character takes on the way by its sounds: two or three letters and the choice, most of them in words.
const KEYS_OF_A_CHARACTER: usize = 3;

/// A page and the heading from which it is typed, what is looked for, and the most commands and keys that it may take.
const WAYS: &[(&str, &str, &str, usize, usize)] = &[
    ("README.md", "## The first register", "liandong hazard new", 3, 270),
    ("README.zh-CN.md", "## 建第一个台账", "liandong hazard new", 3, 270),
    ("README.md", "## The first register", "liandong ledger", 5, 350),
    ("README.zh-CN.md", "## 建第一个台账", "liandong ledger", 5, 350),
    ("examples/manual/en/first-day.md", "# The first day", "liandong paper notices/", 14, 1440),
    ("examples/manual/zh/first-day.md", "# 第一天", "liandong paper ", 14, 1440),
    ("examples/manual/en/first-day.md", "# The first day", "liandong share", 17, 1560),
    ("examples/manual/zh/first-day.md", "# 第一天", "liandong share", 17, 1560),
];

/// The keys of a line, with the one that ends it.
fn keys(line: &str) -> usize {
    line.chars().map(|c| if c.is_ascii() { 1 } else { KEYS_OF_A_CHARACTER }).sum::<usize>() + 1
}

#[test]
fn what_a_new_user_came_for_is_no_farther_than_it_was() {
    for (page, heading, wanted, most_commands, most_keys) in WAYS {
        let text = read(&Path::new(TOP).join(page));
        let (_, text) = text.split_once(&format!("{heading}\n")).unwrap_or_else(|| panic!("{page}: {heading}"));
        let typed = commands(text);
        // The paper of a draft is not yet the paper.
        let is_it = |line: &&&str| line.starts_with(wanted) && !line.contains("notices-1");
        let last = typed.iter().rposition(|line| is_it(&line)).unwrap_or_else(|| panic!("{page}: {wanted}"));
        let typed = &typed[..=last];
        let (count, keys) = (typed.len(), typed.iter().map(|line| keys(line)).sum::<usize>());
        let _ = writeln!(std::io::stdout(), "{page}, up to {wanted}: {count} commands, {keys} keys");
        assert!(count <= *most_commands && keys <= *most_keys, "{page}, {wanted}: {count} commands, {keys} keys");
    }
}
