//! What was found once and must not come again: `tests/held/` has a row for each, with the tests that hold it.

use std::fs;

use crate::support::{assert_tests_named, top};

#[test]
fn every_row_names_tests_that_are_there() {
    for (page, least) in [("papers.md", 25), ("outside.md", 30)] {
        let text = fs::read_to_string(top().join("tests/held").join(page)).expect("a page");
        let rows: Vec<&str> = text.lines().filter(|row| row.starts_with("| ")).skip(1).collect();
        assert!(rows.len() >= least, "{page}: {} rows", rows.len());
        for row in rows {
            assert_eq!(row.matches(" | ").count(), 2, "{page}: {row}");
            assert!(assert_tests_named(row) > 0, "{page}: no test: {row}");
        }
    }
}
