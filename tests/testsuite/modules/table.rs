//! The measures of the program, as `.ci/measure` prints them.

#![allow(clippy::print_stdout, clippy::needless_for_each)] // what it measured is all that it has to say

use std::collections::BTreeMap;

use super::circles::circles;
use super::names::types;
use super::source::{Source, block_end, sources};

/// The lines of every function, from its name to its end.
fn functions(source: &Source) -> Vec<usize> {
    let starts = source.code.match_indices("fn ").filter(|(at, _)| {
        let is_word = !source.code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        is_word && source.code[at + 3..].starts_with(|c: char| c.is_alphabetic() || c == '_')
    });
    let has_body = |at: &usize| {
        let rest = &source.code[*at..];
        rest.find('{').is_some_and(|body| rest.find(';').is_none_or(|end| body < end))
    };
    let lines = |at: usize| source.code[at..block_end(&source.code, at)].lines().count();
    starts.map(|(at, _)| at).filter(has_body).map(lines).collect()
}

/// `50 % / 90 % / 99 % / all` of some numbers are at most these.
fn spread(mut numbers: Vec<usize>) -> String {
    numbers.sort_unstable();
    let at = |percent: usize| numbers.get((numbers.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default();
    format!("{} / {} / {} / {}", at(50), at(90), at(99), at(100))
}

#[test]
#[ignore = "measures nothing that must hold; `.ci/measure` runs it"]
fn measures() {
    let sources = sources();
    let mut rooms: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for source in &sources {
        let (files, lines) = rooms.entry(source.room().unwrap_or("(top)")).or_default();
        *files += 1;
        *lines += source.lines;
    }
    println!("\n| room | files | lines |\n|---|---:|---:|");
    rooms.iter().for_each(|(room, (files, lines))| println!("| {room} | {files} | {lines} |"));
    println!("| all | {} | {} |", sources.len(), sources.iter().map(|source| source.lines).sum::<usize>());
    let functions: Vec<usize> = sources.iter().flat_map(functions).collect();
    println!("\n| | count | 50 % / 90 % / 99 % / longest |\n|---|---:|---|");
    println!("| functions, lines | {} | {} |", functions.len(), spread(functions));
    println!("| files, lines | {} | {} |", sources.len(), spread(sources.iter().map(|source| source.lines).collect()));
    let types = types(&sources);
    let twice: Vec<_> = types.iter().filter(|(_, files)| files.len() > 1).collect();
    println!("\nType names: {}, given twice or more: {}", types.len(), twice.len());
    twice.iter().for_each(|(name, files)| println!("- {name}: {}", files.join(", ")));
    let circles = circles(&sources);
    println!("\nCircles of files inside a room: {}", circles.len());
    circles.iter().for_each(|(room, files)| println!("- {room} ({}): {}", files.len(), files.join(", ")));
}
