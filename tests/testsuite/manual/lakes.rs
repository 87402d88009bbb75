//! What the manual has people ask of a lake is asked of the lake that they made by it. Run by the part `lake`, which names a Python that has
//! `DuckDB`.

use std::path::Path;
use std::process::Command;

use super::typed::{Reader, blocks, is_line};
use super::{TOP, read};
use crate::support::said;

#[test]
#[ignore = "asks for DuckDB: bash -c 'source .ci/parts; part lake'"]
fn duckdb_answers_as_the_manual_shows() {
    for (language, lake) in [("zh", "数据湖"), ("en", "lake")] {
        let page = Path::new(TOP).join("examples/manual").join(language).join("many-districts.md");
        let text = read(&page);
        let (before, _) = text.split_once("```python").expect("a program");
        let mut reader = Reader::new(before, language);
        for typed in super::typed::commands(before) {
            let seen = reader.types(typed);
            assert!(!seen.first().is_some_and(|line| line.starts_with("? ")), "{typed}: {seen:?}");
        }
        let python = std::env::var_os("LIANDONG_LAKE_PYTHON").expect("LIANDONG_LAKE_PYTHON: a Python with duckdb");
        let mut ask = Command::new(python);
        let asked = ask.arg("-c").arg(&blocks(&text, "python")[0]).current_dir(reader.home.path().join(lake)).output();
        let asked = asked.expect("runs");
        assert!(asked.status.success(), "{}", said(&asked));
        let (seen, kept) = (String::from_utf8(asked.stdout).expect("UTF-8"), &blocks(&text, "text")[0]);
        let alike = seen.lines().zip(kept.lines()).all(|(seen, kept)| is_line(kept, seen));
        assert!(alike && seen.lines().count() == kept.lines().count(), "{language}: {seen}");
    }
}
