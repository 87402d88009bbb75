//! What the page on security says that a test holds, a test is there for.

use std::fs;
use std::path::Path;

#[test]
fn every_test_that_the_page_names_is_there() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(top.join(".github/SECURITY.md")).expect("the page");
    let mut rows = 0;
    for row in page.lines().filter(|row| row.starts_with("| ") && !row.starts_with("| threat")) {
        let named: Vec<&str> = row.split('`').skip(1).step_by(2).filter(|word| word.contains("::")).collect();
        assert!(!named.is_empty(), "no test: {row}");
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
