//! What the answers do not depend on: which year it is by the calendar, what files are called, and which clone a record came from. Tried
//! on the register of every case and on the one with a fault of every rule.

use std::collections::{BTreeMap, BTreeSet};

use super::{Case, ReadFile, TOPICS, read_folder, read_once, read_record};
use crate::support::Dice;
use crate::support::example;
use crate::support::judged::day;
use liandong::model::{Day, Ledger, RecordPath};
use liandong::report::{self, Guide, Question};
use liandong::rules::{self, Context, Unverified};

/// The texts of a register, by path, and what is asked of it.
struct Asked {
    what: String,
    files: BTreeMap<String, String>,
    unreadable: BTreeSet<RecordPath>,
    by_number: bool,
    year: u16,
    as_of: String,
}

fn registers() -> Vec<Asked> {
    let of_case = |case: &Case| {
        let (files, unreadable) = case.register();
        let (what, as_of) = (case.question_en.to_owned(), case.as_of.to_owned());
        Asked { what, files, unreadable, by_number: case.by_number, year: case.year, as_of }
    };
    let mut all: Vec<Asked> = TOPICS.iter().flat_map(|(_, cases)| cases.iter().map(of_case)).collect();
    let (root, mut files) = (example("broken"), BTreeMap::new());
    read_folder(&root, &root, &mut files);
    let unreadable = BTreeSet::new();
    let (what, as_of) = ("examples/broken".to_owned(), "2025-12-31".to_owned());
    all.push(Asked { what, files, unreadable, by_number: false, year: 2025, as_of });
    // Another text has another digest.
    for text in all.iter_mut().flat_map(|asked| asked.files.values_mut()) {
        *text = text.lines().filter(|line| !line.starts_with("digest = ")).flat_map(|line| [line, "\n"]).collect();
    }
    all
}

/// What is said of a register: a line for each finding, each thing to be done, each piece of evidence and each obligation.
fn answers(asked: &Asked) -> BTreeSet<String> {
    answers_of(asked, read_once)
}

fn answers_of(asked: &Asked, read: impl Fn(&str, &str) -> ReadFile) -> BTreeSet<String> {
    let ledger = Ledger::new(asked.files.iter().map(|(file, text)| read(file, text)), asked.unreadable.clone())
        .expect("a whole mechanism");
    let today: Day = day(&asked.as_of);
    let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
    let judged = rules::judge_register(&context);
    let question = Question { year: asked.year, unit: None, rule: None };
    let report = report::check(&context, &judged, &question, None, Guide::NONE);
    let found = judged.findings.iter().map(|found| {
        let rules::Finding { rule, record, key, level, actor, on, since, until, late, beside, .. } = found;
        format!("{} {level:?} {record} {key} @{actor} {on} {since} {until} {late} {beside}", rule.code)
    });
    let asked_for = judged.pending.iter().map(|pending| {
        let rules::Pending { rule, record, key, due, level, actor, .. } = pending;
        format!("{} {level:?} {record} {key} @{actor} due {due}", rule.code)
    });
    let shown = judged.evidence.iter().map(|(id, fact)| format!("{id} {} {}", fact.reference, fact.on));
    let stands = report.obligations.iter().map(|one| format!("{} {:?} {}", one.id, one.state, one.count));
    found.chain(asked_for).chain(shown).chain(stands).collect()
}

/// How long the calendar takes to come round: weekdays and leap days fall as they did.
const ROUND: u32 = 28;

fn path_of(text: &str) -> RecordPath {
    text.parse().unwrap_or_else(|why| panic!("{text}: {why}"))
}

/// Moves every year that stands in a text.
fn moved(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while at < chars.len() {
        let run = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        let digits: String = chars[at..at + run].iter().collect();
        match digits.parse::<u32>() {
            Ok(year) if run == 4 && (2020..=2035).contains(&year) => out.push_str(&(year + ROUND).to_string()),
            _ => out.push_str(&digits),
        }
        at += run;
        out.extend(chars.get(at).filter(|c| !c.is_ascii_digit()));
        at += 1;
    }
    out
}

#[test]
fn twenty_eight_years_later_everything_is_judged_alike() {
    assert_eq!(moved("2025-03-01〔2025〕7号 0766-0000012 2024"), "2053-03-01〔2053〕7号 0766-0000012 2052");
    for asked in registers() {
        let here: BTreeSet<String> = answers(&asked).iter().map(|line| moved(line)).collect();
        let later = Asked {
            what: asked.what,
            files: asked.files.iter().map(|(path, text)| (moved(path), moved(text))).collect(),
            unreadable: asked.unreadable.iter().map(|path| path_of(&moved(&path.to_string()))).collect(),
            by_number: asked.by_number,
            year: asked.year + 28,
            as_of: moved(&asked.as_of),
        };
        assert_same(&later.what, &here, &answers(&later));
    }
}

/// Another number, perhaps of another clone, for every record of a folder.
fn renamed(files: &BTreeMap<String, String>, dice: &mut Dice) -> BTreeMap<String, String> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in files.keys().filter(|path| path.matches('/').count() == 3) {
        let (folder, name) = path.rsplit_once('/').expect("a folder");
        folders.entry(folder).or_default().push(name.trim_end_matches(".toml"));
    }
    let mut names = BTreeMap::new();
    for (folder, old) in folders {
        let mut serials: Vec<usize> = (201..201 + old.len()).collect();
        for nth in (1..serials.len()).rev() {
            serials.swap(nth, dice.below(nth + 1));
        }
        for (old, serial) in old.into_iter().zip(serials) {
            let series = ["", "b", "k"][dice.below(3)];
            names.insert(format!("{folder}/{old}"), format!("{folder}/{series}{serial}"));
        }
    }
    names
}

/// A text with every record in it by its other name. Names end where no digit follows.
fn with_names(text: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = text.to_owned();
    for (old, new) in names {
        let mut from = 0;
        while let Some(at) = out[from..].find(old.as_str()).map(|at| at + from) {
            let end = at + old.len();
            let is_whole = !out[end..].starts_with(|c: char| c.is_ascii_digit());
            if is_whole {
                out.replace_range(at..end, new);
            }
            from = at + if is_whole { new.len() } else { old.len() };
        }
    }
    out
}

#[test]
fn it_does_not_matter_what_files_are_called_and_who_filed_first() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    for asked in registers().into_iter().filter(|asked| !asked.by_number) {
        let names = renamed(&asked.files, &mut dice);
        let here: BTreeSet<String> = answers(&asked).iter().map(|line| with_names(line, &names)).collect();
        let files = asked.files.iter().map(|(path, text)| (with_names(path, &names), with_names(text, &names)));
        let unreadable = asked.unreadable.iter().map(|path| path_of(&with_names(&path.to_string(), &names))).collect();
        let elsewhere = Asked { files: files.collect(), unreadable, ..asked };
        // Each of its texts is another: none is kept.
        assert_same(&elsewhere.what, &here, &answers_of(&elsewhere, read_record));
    }
}

fn assert_same(what: &str, here: &BTreeSet<String>, there: &BTreeSet<String>) {
    let (gone, new) = (here.difference(there).collect::<Vec<_>>(), there.difference(here).collect::<Vec<_>>());
    assert!(gone.is_empty() && new.is_empty(), "{what}\nonly before: {gone:#?}\nonly after: {new:#?}");
}
