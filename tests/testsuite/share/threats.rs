//! What the page on security says that a test or a part of the gate holds, that is there for.

use std::fs;
use std::path::Path;

#[test]
fn every_test_that_the_page_names_is_there() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(top.join(".github/SECURITY.md")).expect("the page");
    let parts = fs::read_to_string(top.join(".ci/parts")).expect("the parts of the gate");
    let mut rows = 0;
    for row in page.lines().filter(|row| row.starts_with("| ") && !row.starts_with("| threat")) {
        let named: Vec<&str> = row.split('`').skip(1).step_by(2).filter(|word| word.contains("::")).collect();
        let part = row.split_once("part `").and_then(|(_, after)| after.split('`').next());
        assert!(!named.is_empty() || part.is_some(), "no test: {row}");
        assert!(part.is_none_or(|part| parts.contains(&format!("run_{part}()"))), "no such part: {row}");
        rows += 1;
        for name in named {
            let (file, test) = name.rsplit_once("::").expect("a path");
            let file = format!("tests/testsuite/{}.rs", file.replace("::", "/"));
            let code = fs::read_to_string(top.join(&file)).unwrap_or_else(|error| panic!("{name}: {file}: {error}"));
            assert!(code.contains(&format!("fn {test}()")), "{name}: not in {file}");
        }
    }
    assert!(rows > 20, "{rows} rows");
}
