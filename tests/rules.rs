//! Every rule has a folder `tests/rules/<name>/` with `ok/`, where it finds nothing, and `bad/`, where it finds what
//! `bad/expected.txt` says. Both are laid over the shipped mechanism; `as-of.txt` beside them names the day, 2025-12-31 if absent.
//! `unreadable.txt` in one of them names files, a path a line, that are there and cannot be read.
//! `LIANDONG_BLESS=1 cargo test --test rules` writes what is expected anew: read the difference before it is committed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use liandong::model::{Day, Ledger, Record, RecordPath};
use liandong::rules::{self, Desk, Rule};

fn read_folder(root: &Path, records: &mut BTreeMap<RecordPath, Record>) {
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|ending| ending == "toml") {
                let relative = entry.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
                let path = RecordPath::of_file(&relative).unwrap_or_else(|why| panic!("{}: {why}", entry.display()));
                let text = std::fs::read_to_string(&entry).expect("a readable file");
                let record = Record::read(&path, &text).unwrap_or_else(|problems| panic!("{}: {problems:#?}", entry.display()));
                records.insert(path, record);
            }
        }
    }
}

fn findings(rule: &Rule, folder: &Path, today: Day) -> String {
    let mut records = BTreeMap::new();
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &mut records);
    read_folder(folder, &mut records);
    let unreadable = std::fs::read_to_string(folder.join("unreadable.txt")).unwrap_or_default();
    let unreadable: BTreeSet<RecordPath> = unreadable.lines().map(|path| path.parse().expect("a path")).collect();
    records.retain(|path, _| !unreadable.contains(path));
    let ledger = Ledger::new(records, unreadable).expect("a whole mechanism");
    let judged = rules::judge(&Desk { ledger: &ledger, today, now: today });
    let mut list = String::new();
    for finding in judged.findings.iter().filter(|finding| finding.rule.code == rule.code) {
        let clause = finding.clause.map_or(String::new(), |clause| clause.to_string());
        let level = finding.level.id();
        let (record, key, actor) = (&finding.record, &finding.key, &finding.actor);
        let _ = writeln!(list, "{level} {clause} {record} {key} @{actor}\n  {}\n  {}", finding.what.zh(), finding.what.en());
    }
    list
}

fn folder_of(rule: &Rule) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(rule.name)
}

#[test]
fn each_rule_finds_its_fault_and_nothing_else() {
    let bless = std::env::var_os("LIANDONG_BLESS").is_some();
    let mut faults = Vec::new();
    for rule in rules::all() {
        let folder = folder_of(rule);
        let today = std::fs::read_to_string(folder.join("as-of.txt")).unwrap_or_else(|_| "2025-12-31".into());
        let today: Day = today.trim().parse().expect("a day");
        if !folder.join("ok").is_dir() || !folder.join("bad").is_dir() {
            faults.push(format!("{}: no ok or bad folder", rule.name));
            continue;
        }
        let ok = findings(rule, &folder.join("ok"), today);
        if !ok.is_empty() {
            faults.push(format!("{}: ok is not:\n{ok}", rule.name));
        }
        let bad = findings(rule, &folder.join("bad"), today);
        let expected_at = folder.join("bad/expected.txt");
        if bless {
            std::fs::write(&expected_at, &bad).expect("writable");
        }
        let expected = std::fs::read_to_string(&expected_at).unwrap_or_default();
        if bad.is_empty() || bad != expected {
            faults.push(format!("{}: bad finds\n{bad}instead of\n{expected}", rule.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_folder_is_without_its_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    for entry in std::fs::read_dir(root).expect("tests/rules") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        assert!(rules::named(&name).is_some(), "tests/rules/{name} belongs to no rule");
    }
}
