//! The front doors and the manual: what they tell people to type does what they say it does, what the program writes of itself is what
//! is kept, links lead somewhere, and both languages say the same.
//!
//! `LIANDONG_BLESS=1 cargo test manual` writes the program's own chapters and what is seen anew: read the difference.

mod alike;
mod counts;
mod drawn;
mod drift;
mod lakes;
mod links;
mod pictures;
mod steps;
mod typed;
mod usual;

use std::fs;
use std::path::{Path, PathBuf};

const TOP: &str = env!("CARGO_MANIFEST_DIR");

/// Pages written by hand, each in both languages: Chinese, English.
fn pairs() -> Vec<[PathBuf; 2]> {
    let manual = Path::new(TOP).join("examples/manual");
    let drawn = drawn::NAMES;
    let mut names: Vec<String> = fs::read_dir(manual.join("en"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| !drawn.contains(&name.as_str()))
        .collect();
    names.sort();
    let front = [Path::new(TOP).join("README.zh-CN.md"), Path::new(TOP).join("README.md")];
    let chapters = names.iter().map(|name| [manual.join("zh").join(name), manual.join("en").join(name)]);
    std::iter::once(front).chain(chapters).collect()
}

fn read(page: &Path) -> String {
    fs::read_to_string(page).unwrap_or_else(|error| panic!("{}: {error}", page.display()))
}

fn is_blessing() -> bool {
    std::env::var_os("LIANDONG_BLESS").is_some()
}

/// The lines outside fences, with their numbers.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut inside = false;
    text.lines().enumerate().filter_map(move |(at, line)| {
        let is_fence = line.starts_with("```");
        inside ^= is_fence;
        (!inside && !is_fence).then_some((at + 1, line))
    })
}

/// The headings, with their levels.
fn headings(text: &str) -> impl Iterator<Item = (usize, &str)> {
    prose(text).filter_map(|(_, line)| {
        let words = line.trim_start_matches('#');
        words.strip_prefix(' ').filter(|_| line.starts_with('#')).map(|words| (line.len() - words.len() - 1, words))
    })
}

/// A front door is read standing: it fits on two screens and on any terminal.
#[test]
fn the_front_doors_are_short() {
    for page in &pairs()[0] {
        let text = read(page);
        assert!(text.lines().count() <= 120, "{}: {} lines", page.display(), text.lines().count());
        for (at, line) in text.lines().enumerate() {
            assert!(liandong::text::width(line) <= 120, "{}:{}", page.display(), at + 1);
        }
    }
}
