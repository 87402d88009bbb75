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
