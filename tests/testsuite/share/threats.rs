//! What the page on security says that a test or a part of the gate holds, that is there for.

use std::fs;

use crate::support::{assert_tests_named, top};

#[test]
fn every_test_that_the_page_names_is_there() {
    let page = fs::read_to_string(top().join(".github/SECURITY.md")).expect("the page");
    let parts = fs::read_to_string(top().join(".ci/parts")).expect("the parts of the gate");
    let mut rows = 0;
    for row in page.lines().filter(|row| row.starts_with("| ") && !row.starts_with("| threat")) {
        let part = row.split_once("part `").and_then(|(_, after)| after.split('`').next());
        assert!(part.is_none_or(|part| parts.contains(&format!("run_{part}()"))), "no such part: {row}");
        assert!(assert_tests_named(row) > 0 || part.is_some(), "no test: {row}");
        rows += 1;
    }
    assert!(rows > 20, "{rows} rows");
}
