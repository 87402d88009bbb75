//! What was found once and must not come again: `tests/held/` has a row for each, with the tests or the cases of law that hold it.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{assert_tests_named, top};

#[test]
fn every_row_names_tests_that_are_there() {
    let cases = cases();
    let mut unknown = Vec::new();
    for (page, least) in [("papers.md", 25), ("outside.md", 30), ("law.md", 65), ("other-districts.md", 25)] {
        let text = fs::read_to_string(top().join("tests/held").join(page)).expect("a page");
        let rows = || text.lines().filter(|row| row.starts_with("| "));
        let heads = text.lines().filter(|row| row.starts_with("|---")).count();
        assert!(rows().count() - heads >= least, "{page}: {} rows", rows().count() - heads);
        // A head is followed by its rule.
        let is_head = |row: &str| text.contains(&format!("{row}\n|---"));
        for row in rows().filter(|row| !is_head(row)) {
            assert_eq!(row.matches(" | ").count(), 2, "{page}: {row}");
            let quoted = row.split('「').skip(1).filter_map(|rest| rest.split('」').next());
            let named: Vec<&str> = quoted.filter(|words| words.ends_with('？')).collect();
            assert!(assert_tests_named(row) + named.len() > 0, "{page}: no test: {row}");
            unknown.extend(named.into_iter().filter(|case| !cases.contains(*case)).map(|case| format!("{page}: 「{case}」")));
        }
    }
    assert!(unknown.is_empty(), "no case asks this:\n{}", unknown.join("\n"));
}

/// The questions that the cases of law ask.
fn cases() -> BTreeSet<String> {
    let mut questions = BTreeSet::new();
    for file in fs::read_dir(top().join("tests/testsuite/law")).expect("the cases") {
        let code = fs::read_to_string(file.expect("a file").path()).expect("code");
        let asked = code.split("question_zh: \"").skip(1).filter_map(|rest| rest.split("\",").next());
        questions.extend(asked.map(str::to_owned));
    }
    questions
}
