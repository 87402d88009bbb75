//! The types of the program by name: a name stands for one of them.

use std::collections::BTreeMap;

use super::source::{Source, sources};

/// Names that stand for several types, and why.
const TWICE: &[&str] = &[];

/// The names that a file gives to types: of structs, enums, unions, traits and aliases, but for those that belong to a trait.
fn declared(source: &Source) -> Vec<&str> {
    let (mut found, mut blocks, mut opens_trait) = (Vec::new(), Vec::new(), false);
    let mut words = tokens(&source.code).peekable();
    while let Some(word) = words.next() {
        match word {
            "impl" | "trait" => opens_trait = true,
            "{" => blocks.push(std::mem::take(&mut opens_trait)),
            "}" => drop(blocks.pop()),
            ";" => opens_trait = false,
            _ => {}
        }
        let belongs_to_trait = word == "type" && blocks.last() == Some(&true);
        if ["struct", "enum", "union", "trait", "type"].contains(&word) && !belongs_to_trait {
            found.extend(words.peek().filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase())));
        }
    }
    found
}

/// Words, and every other sign by itself.
fn tokens(code: &str) -> impl Iterator<Item = &str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = code;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let end = if is_word(first) { rest.find(|c| !is_word(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (token, left) = rest.split_at(end);
        rest = left;
        Some(token)
    })
}

/// Every name, with the files that give it.
pub(super) fn types(sources: &[Source]) -> BTreeMap<&str, Vec<String>> {
    let mut types: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in sources {
        for name in declared(source) {
            types.entry(name).or_default().push(source.name());
        }
    }
    types
}

#[test]
fn no_type_name_stands_twice() {
    let sources = sources();
    let types = types(&sources);
    let twice: Vec<String> = types
        .iter()
        .filter(|(name, files)| files.len() > 1 && !TWICE.contains(name))
        .map(|(name, files)| format!("{name}: {}", files.join(", ")))
        .collect();
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}
