//! Links of what is written for people lead to files that are there, and to headings in them.

use std::path::{Path, PathBuf};

use super::{TOP, headings, prose, read};

/// Everything that is written for people.
fn pages() -> Vec<PathBuf> {
    let top = Path::new(TOP);
    let folders = ["", ".github", ".github/ISSUE_TEMPLATE", "examples", "examples/manual/zh", "examples/manual/en"];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(top.join(folder)).into_iter().flatten());
    let files = files.map(|entry| entry.expect("an entry").path());
    files.filter(|file| file.extension().is_some_and(|ending| ending == "md")).collect()
}

/// The links of a line outside code.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(link, _)| link))
}

/// The name of a heading in links, as code hosts make it.
fn slug(heading: &str) -> String {
    let words = heading.replace(['`', '*', '\\'], "").to_lowercase();
    let kept = words.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut count = 0;
    for page in pages() {
        let text = read(&page);
        for (at, line) in prose(&text) {
            for link in links(line) {
                let place = format!("{}:{at}: {link}", page.display());
                assert!(!link.contains("://"), "{place} leads outward");
                let (file, heading) = link.split_once('#').unwrap_or((link, ""));
                let target = if file.is_empty() { page.clone() } else { page.parent().expect("a folder").join(file) };
                assert!(target.exists(), "{place} leads nowhere");
                let known = heading.is_empty() || headings(&read(&target)).any(|(_, words)| slug(words) == heading);
                assert!(known, "{place}: no such heading");
                count += 1;
            }
        }
    }
    assert!(count > 50, "{count} links");
}

/// What is to be written new, as CONTRIBUTING says it.
const NEW: [&str; 4] = [
    "src/rules/plan/plan_text_missing.rs",
    "tests/rules/plan-text-missing/ok",
    "src/report/ledger/leads.rs",
    "src/model/kinds/<kind>.rs",
];

/// Where CONTRIBUTING sends a reader there is something.
#[test]
fn every_place_that_contributing_names_is_there() {
    let page = Path::new(TOP).join(".github/CONTRIBUTING.md");
    let rooms = ["src/", "tests/", "data/", "examples/", ".ci/", ".cargo/", ".github/"];
    let mut count = 0;
    for (at, line) in prose(&read(&page)) {
        for place in line.split('`').skip(1).step_by(2).filter(|code| rooms.iter().any(|room| code.starts_with(room))) {
            let path = place.split(' ').next().expect("a path");
            let is_new = NEW.contains(&path) || path.contains('<');
            assert_eq!(Path::new(TOP).join(path).exists(), !is_new, "CONTRIBUTING.md:{at}: {place}");
            count += 1;
        }
    }
    assert!(count > 30, "{count} places");
}
