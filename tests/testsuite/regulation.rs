//! The shipped mechanism is the regulation: every clause and duty to the letter, every file readable and canonical.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use liandong::model::{ClauseKey, Day, Ledger, Record, RecordPath};
use liandong::rules;

fn data() -> Vec<(RecordPath, String, Record)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut files = Vec::new();
    walk(&root, &mut files);
    let read = |file: &PathBuf| {
        let text = std::fs::read_to_string(file).expect("a readable file");
        let path = RecordPath::of_file(&file.strip_prefix(&root).expect("below data").to_string_lossy()).expect("a path");
        let record = Record::read(&path, &text).unwrap_or_else(|problems| panic!("{path}: {problems:?}"));
        (path, text, record)
    };
    files.iter().map(read).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() { walk(&entry, files) } else { files.push(entry) }
    }
}

fn ledger() -> Ledger {
    let records = data().into_iter().map(|(path, _, record)| (path, record));
    Ledger::new(records, BTreeSet::new()).expect("a whole mechanism")
}

#[test]
fn every_clause_is_the_source_to_the_letter() {
    let source = include_str!("../source/clauses.tsv");
    let ledger = ledger();
    let rows: Vec<(&str, &str)> = source.lines().skip(1).filter(|line| !line.is_empty()).map(row).collect();
    assert_eq!(rows.len(), 103);
    assert_eq!(ledger.mechanism.clauses.len(), rows.len());
    for (path, text) in rows {
        let key: ClauseKey = path.parse().expect(path);
        let clause = ledger.mechanism.clause(key, Day::last_of(2024)).unwrap_or_else(|| panic!("no clause {path}"));
        assert_eq!((clause.path.as_str(), clause.text.as_str()), (path, text));
    }
}

fn row(line: &str) -> (&str, &str) {
    let mut cells = line.split('\t');
    let clause = cells.next().expect("a clause");
    (clause, cells.nth(1).expect("a text"))
}

#[test]
fn eleven_units_have_fifty_four_duties() {
    let mechanism = ledger().mechanism;
    assert_eq!(mechanism.units.len(), 12);
    let duties: Vec<ClauseKey> = mechanism
        .duties
        .values()
        .flat_map(|file| file.duty.iter().map(|duty| file.clause.item(duty.no).expect("an item")))
        .collect();
    assert_eq!(duties.len(), 54);
    for duty in duties {
        assert!(mechanism.clause(duty, Day::last_of(2024)).is_some(), "{duty}");
    }
    assert!(mechanism.duties.values().flat_map(|file| &file.duty).all(|duty| !duty.words.is_empty()));
}

#[test]
fn the_words_of_an_obligation_stand_in_its_clause() {
    let mechanism = ledger().mechanism;
    assert_eq!(mechanism.obligations.len(), 61);
    for obligation in &mechanism.obligations {
        let clause = mechanism.clause(obligation.clause, Day::last_of(2024)).expect("its clause");
        assert!(clause.text.as_str().contains(obligation.text.as_str()), "{}: {}", obligation.id, obligation.text);
        assert_ne!(!obligation.is_judged(), obligation.reason.is_none(), "{} is judged or says why not", obligation.id);
    }
}

#[test]
fn every_rule_is_named_once_and_documented() {
    let mut codes = BTreeSet::new();
    let mut names = BTreeSet::new();
    for rule in rules::all() {
        assert!(codes.insert(rule.code), "{} stands twice", rule.code);
        assert!(names.insert(rule.name), "{} stands twice", rule.name);
        for text in [&rule.title, &rule.fires, &rule.remedy].into_iter().chain(&rule.proves) {
            assert!(!text.zh().is_empty() && !text.en().is_empty(), "{}", rule.name);
        }
    }
}

#[test]
fn the_shipped_files_are_canonical() {
    for (path, text, record) in data() {
        let bare: String = text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| [line, "\n"]).collect();
        assert_eq!(record.write(&liandong::model::Comments::default()), bare, "{path}");
    }
}
