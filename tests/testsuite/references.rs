//! Whatever a table prints for a record is understood wherever a record is typed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use liandong::model::{Kind, Mechanism, RecordPath};
use liandong::ops::reference::literal;
use liandong::ops::{
    CheckOutcome, CheckRequest, DeadlinesRequest, Environment, ListRequest, LoadedRegister, RecordLookup, Resolver, ShowOutcome,
    ShowRequest, Unwatched, check, deadlines, list, show,
};
use liandong::report::Readers;
use liandong::store::{Source, TextPolicy};
use serde_json::Value;

use crate::support::{copy, example};

/// A register that is read once and asked many things.
struct Asked {
    register: LoadedRegister,
    mechanism: Mechanism,
}

impl Asked {
    fn of(folder: &Path) -> Self {
        let register = LoadedRegister::read(source(folder), TextPolicy::Keep, &environment(&Unwatched::default())).expect("read");
        let mechanism = register.mechanism().expect("whole");
        Self { register, mechanism }
    }

    fn resolver(&self) -> Resolver<'_> {
        let records = RecordLookup::Files { source: &self.register.source, newer: None };
        Resolver { mechanism: &self.mechanism, today: "2025-12-31".parse().expect("a day"), records }
    }
}

fn source(folder: &Path) -> Source {
    Source::Folder(folder.to_owned())
}

fn environment(watched: &Unwatched) -> Environment<'_> {
    Environment::unattended("2026-01-05T01:00:00Z".parse().expect("a moment"), watched)
}

/// Every record that a value names, by what people call it there.
fn labels(value: &Value, found: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(keys) => {
            if let (Some(Value::String(reference)), Some(title)) = (keys.get("ref"), keys.get("title")) {
                for lang in ["zh", "en"] {
                    if let Some(title) = title.get(lang).or(Some(title)).and_then(Value::as_str) {
                        found.insert((title.to_owned(), reference.clone()));
                    }
                }
            }
            keys.values().for_each(|value| labels(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| labels(value, found)),
        _ => {}
    }
}

/// What `list`, `check`, `show` and `deadlines` print for records of a register.
fn printed(folder: &Path) -> BTreeSet<(String, String)> {
    let watched = Unwatched::default();
    let environment = environment(&watched);
    let mut found = BTreeSet::new();
    for year in [2024, 2025] {
        let request = CheckRequest { year: Some(year), as_of: Some("2025-12-31".to_owned()), ..CheckRequest::default() };
        let Ok(CheckOutcome::Judged(checked)) = check(source(folder), &request, &environment, |_, _| None) else {
            panic!("a whole register")
        };
        labels(&serde_json::to_value(&checked.report).expect("a value"), &mut found);
    }
    let request = DeadlinesRequest { unit: None, as_of: Some("2025-06-01".to_owned()), until: None, readers: Readers::Internal };
    let coming = deadlines(source(folder), &request, &environment).expect("deadlines");
    labels(&serde_json::to_value(&coming.deadlines).expect("a value"), &mut found);
    for kind in Kind::ALL {
        let listing = list(source(folder), &every(*kind), &environment).expect("a list").listing;
        // The one file of a kind has no column for what it is called.
        if !kind.is_single() {
            for (row, value) in listing.rows.iter().zip(&listing.values) {
                let reference = value["ref"].as_str().expect("a reference").to_owned();
                found.extend([row[0].zh(), row[0].en()].map(|label| (label.to_owned(), reference.clone())));
            }
        }
    }
    found
}

fn every(kind: Kind) -> ListRequest {
    ListRequest { kind, unit: None, year: None, since: None, until: None, mine: None, words: None, equal: Vec::new() }
}

#[test]
fn every_label_that_is_printed_is_understood() {
    for name in ["clean", "broken"] {
        let asked = Asked::of(&example(name));
        let labels = printed(&example(name));
        assert!(labels.len() > 100, "{} labels", labels.len());
        for (label, reference) in labels {
            let meant = literal(&reference).expect("a path");
            assert_eq!(asked.resolver().target(&label), Ok(meant), "{name}: {label}");
        }
    }
}

#[test]
fn what_show_prints_is_understood() {
    let watched = Unwatched::default();
    let (folder, asked) = (example("clean"), Asked::of(&example("clean")));
    for record in ["mines/dashan", "meetings/2025/anweiban/001", "settings", "units/gongan"] {
        let request = ShowRequest { record: record.to_owned(), ..ShowRequest::default() };
        let Ok(ShowOutcome::Record(page)) = show(source(&folder), &request, &environment(&watched), |_, _| None) else {
            continue;
        };
        let mut found = BTreeSet::new();
        labels(&serde_json::to_value(&page).expect("a value"), &mut found);
        assert!(!found.is_empty(), "{record}");
        for (label, reference) in found {
            assert_eq!(asked.resolver().target(&label), Ok(literal(&reference).expect("a path")), "{label}");
        }
    }
}

#[test]
fn a_record_has_many_names() {
    let asked = Asked::of(&example("clean"));
    let path: RecordPath = "notices/2025/gongan/001".parse().expect("a path");
    for name in [
        "notices/2025/gongan/001",
        "./notices/2025/gongan/001.toml",
        "通报 2025-公安-001",
        "notice 2025-公安-001",
        "notice gongan/1",
        "通报 2025/gongan/1",
    ] {
        assert_eq!(asked.resolver().file(name), Ok(path.clone()), "{name}");
        assert_eq!(asked.resolver().of_kind(name, Kind::Notice), Ok(path.clone()), "{name}");
    }
    assert_eq!(asked.resolver().of_kind("公安/1", Kind::Notice), Ok(path));
    assert_eq!(asked.resolver().file("公安").expect("a unit").to_string(), "units/gongan");
}

#[test]
fn a_mine_is_known_by_the_name_that_it_had_and_two_of_one_name_are_both_told() {
    let copy = copy();
    let write = |path: &str, text: &str| {
        let file = copy.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
        std::fs::write(file, text).expect("writable");
    };
    write("mines/xin/base.toml", "name = \"新石场（虚构）\"\nformer_names = [\"老石场（虚构）\"]\ntown = \"hekou\"\n");
    for id in ["yi", "er"] {
        write(&format!("mines/{id}/base.toml"), "name = \"同名石场（虚构）\"\ntown = \"hekou\"\n");
    }
    let asked = Asked::of(copy.path());
    for name in ["老石场（虚构）", "矿山 老石场（虚构）", "mine 新石场（虚构）", "xin"] {
        assert_eq!(asked.resolver().file(name).map(|path| path.to_string()), Ok("mines/xin/base".to_owned()), "{name}");
    }
    let why = asked.resolver().file("同名石场（虚构）").expect_err("two");
    assert!(why.en().contains("mines/er/base") && why.en().contains("mines/yi/base"), "{why}");
}

/// Papers bear numbers; a number stands in one record of the invented year.
#[test]
fn the_number_of_a_paper_finds_its_record_however_its_brackets_are_typed() {
    let asked = Asked::of(&example("clean"));
    let mut numbers: BTreeMap<String, Vec<RecordPath>> = BTreeMap::new();
    for (path, record) in &asked.register.loaded.records {
        record.visit(&mut |_: &liandong::model::KeyPath<'_>, leaf| {
            if let liandong::model::Leaf::Number(number) = leaf {
                numbers.entry(number.as_str().to_owned()).or_default().push(path.clone());
            }
        });
    }
    let single = numbers.iter().filter_map(|(number, paths)| <[_; 1]>::try_from(paths.clone()).ok().map(|[path]| (number, path)));
    let mut count = 0;
    for (number, path) in single.take(5) {
        let typed = number.replace('〔', "[").replace('〕', "] ");
        assert_eq!(asked.resolver().file(&typed), Ok(path), "{typed}");
        count += 1;
    }
    assert!(count > 0);
    let why = asked.resolver().file("云区安委办〔2099〕77号").expect_err("nowhere");
    assert!(why.en().contains("the register has no"), "{why}");
}
