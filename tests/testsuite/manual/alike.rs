//! Both languages of a page say the same: the same headings, rows and commands, each in its own words.

use std::collections::BTreeMap;
use std::path::Path;

use liandong::model::{ClauseKey, Kind};
use liandong::text::Lang;

use super::{headings, pairs, read, typed};
use crate::support::{clean, run_in, said};

/// Folders that a page makes, as each language calls them.
const FOLDERS: &[(&str, &str)] = &[
    ("台账", "register"),
    ("../台账", "../register"),
    ("公安", "police"),
    ("联络员", "liaisons"),
    ("督办", "tasks"),
    ("../数据湖", "../lake"),
    ("全市湖", "city-lake"),
];

const ENDINGS: [&str; 7] = [".docx", ".xlsx", ".html", ".csv", ".git", ".bundle", ".toml"];

/// The names of commands in English, by the Chinese ones.
fn commands() -> BTreeMap<String, String> {
    let mut names = BTreeMap::from([("搜索".to_owned(), "search".to_owned())]);
    for line in said(&run_in(Lang::En, &clean(), &["help"])).lines() {
        let Some((name, about)) = line.strip_prefix("  ").and_then(|line| line.split_once(' ')) else { continue };
        if let Some(zh) = about.strip_suffix(')').and_then(|about| about.rsplit_once('(')).map(|(_, zh)| zh) {
            names.insert(zh.to_owned(), name.to_owned());
        }
    }
    assert!(names.len() > 50, "{names:?}");
    names
}

/// A command without what differs between the languages.
fn bare(command: &str) -> Vec<String> {
    let words = shell_words::split(command).unwrap_or_else(|error| panic!("{command}: {error}"));
    let words: Vec<String> = words.iter().flat_map(|word| word.split(' ').map(str::to_owned)).collect();
    let mut bare = Vec::new();
    let mut words = words.iter().map(String::as_str).peekable();
    while let Some(word) = words.next() {
        let number = words.next_if(|next| next.split('-').count() == 3 && next.starts_with("20") && next.len() > 12);
        if let Some(number) = number {
            let folder = Kind::by_name(word).unwrap_or_else(|why| panic!("{why}")).folder();
            let units = [("应急", "yingji"), ("公安", "gongan"), ("区安委办", "anweiban")];
            let parts: Vec<&str> =
                number.split('-').map(|part| units.iter().find(|(zh, _)| *zh == part).map_or(part, |(_, id)| id)).collect();
            bare.push(format!("{folder}/{}", parts.join("/")));
        } else if let Some(ending) = ENDINGS.iter().find(|ending| word.ends_with(*ending)) {
            bare.push(format!("*{ending}"));
        } else if let Some((_, en)) = FOLDERS.iter().find(|(zh, _)| *zh == word) {
            bare.push((*en).to_owned());
        } else if let Ok(clause) = word.parse::<ClauseKey>() {
            bare.push(clause.to_string());
        } else {
            bare.push(word.to_owned());
        }
    }
    bare
}

#[test]
fn both_languages_say_the_same() {
    let names = commands();
    for [zh, en] in pairs() {
        let (zh_text, en_text) = (read(&zh), read(&en));
        let levels = |text: &str| headings(text).map(|(level, _)| level).collect::<Vec<_>>();
        let places = |page: &Path| page.display().to_string();
        assert_eq!(levels(&zh_text), levels(&en_text), "{} and {}", places(&zh), places(&en));
        let rows = |text: &str| text.matches("\n|").count();
        assert_eq!(rows(&zh_text), rows(&en_text), "rows of {}", places(&zh));
        let (zh_typed, en_typed) = (typed::commands(&zh_text), typed::commands(&en_text));
        assert_eq!(zh_typed.len(), en_typed.len(), "{} and {}", places(&zh), places(&en));
        // A word is that of the other language as the name of a command or of a kind.
        let is_alike = |(zh, en): (&String, &String)| {
            let kinds = (Kind::by_name(zh), Kind::by_name(en));
            zh == en || names.get(zh) == Some(en) || matches!(kinds, (Ok(zh), Ok(en)) if zh == en)
        };
        for (zh_one, en_one) in zh_typed.iter().zip(&en_typed) {
            let (zh_words, en_words) = (bare(zh_one), bare(en_one));
            let alike = zh_words.len() == en_words.len() && zh_words.iter().zip(&en_words).all(is_alike);
            assert!(alike, "{}: {zh_words:?}, {en_words:?}", places(&zh));
        }
    }
}
