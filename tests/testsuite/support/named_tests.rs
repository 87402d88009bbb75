//! Pages that say of each row by which tests it is held.

use std::fs;
use std::path::{Path, PathBuf};

/// The top of the project.
pub(crate) fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Asserts that every test that a row names is there, and says how many it names. They stand below `tests/testsuite/`, or beside what they try.
#[track_caller]
pub(crate) fn assert_tests_named(row: &str) -> usize {
    let named: Vec<&str> = row.split('`').skip(1).step_by(2).filter(|word| word.contains("::")).collect();
    for name in &named {
        let (file, test) = name.rsplit_once("::").expect("a path");
        let file = file.replace("::", "/");
        let places = ["tests/testsuite", "src"].map(|folder| Path::new(folder).join(&file));
        let places = places.iter().flat_map(|place| [place.with_extension("rs"), place.join("mod.rs")]);
        let codes = places.filter_map(|place| fs::read_to_string(top().join(place)).ok());
        assert!(codes.into_iter().any(|code| code.contains(&format!("fn {test}()"))), "{name} is nowhere");
    }
    named.len()
}
