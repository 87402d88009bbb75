//! Every rule has a folder `tests/rules/<name>/` with `ok/`, where it finds nothing, and `bad/`, where it finds what
//! `bad/expected.txt` says. Both are laid over the shipped mechanism; `as-of.txt` beside them names the day, 2025-12-31 if absent.
//! What `ok/` leaves to be done in time, `ok/pending.txt` says; there is none where the rule awaits nothing.
//! `unreadable.txt` in one of them names files, a path a line, that are there and cannot be read.
//! `LIANDONG_BLESS=1 cargo test check::rules` writes what is expected anew: read the difference before it is committed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use liandong::model::{Day, Ledger, Record, RecordPath};
use liandong::rules::{self, Context, Judgement, Rule, Unverified};

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

fn judge(folder: &Path, today: Day) -> Judgement {
    judge_ledger(&ledger_of(folder), today)
}

fn judge_ledger(ledger: &Ledger, today: Day) -> Judgement {
    rules::judge_register(&Context { ledger, today, now: today, unverified: &Unverified::Nothing })
}

/// The records of a folder over the shipped mechanism.
fn ledger_of(folder: &Path) -> Ledger {
    let mut records = BTreeMap::new();
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &mut records);
    read_folder(folder, &mut records);
    let unreadable = std::fs::read_to_string(folder.join("unreadable.txt")).unwrap_or_default();
    let unreadable: BTreeSet<RecordPath> = unreadable.lines().map(|path| path.parse().expect("a path")).collect();
    records.retain(|path, _| !unreadable.contains(path));
    Ledger::new(records, unreadable).expect("a whole mechanism")
}

fn findings(rule: &Rule, judged: &Judgement) -> String {
    let mut list = String::new();
    for finding in judged.findings.iter().filter(|finding| finding.rule.code == rule.code) {
        let clause = finding.clause.map_or(String::new(), |clause| clause.to_string());
        let level = finding.level.id();
        let (record, key, actor) = (&finding.record, &finding.key, &finding.actor);
        let _ = writeln!(list, "{level} {clause} {record} {key} @{actor}\n  {}\n  {}", finding.what.zh(), finding.what.en());
    }
    list
}

fn pending(rule: &Rule, judged: &Judgement) -> String {
    let mut list = String::new();
    for pending in judged.pending.iter().filter(|pending| pending.rule.code == rule.code) {
        let (due, clause, record, key, actor) = (pending.due, pending.clause, &pending.record, &pending.key, &pending.actor);
        let level = pending.level.id();
        let _ =
            writeln!(list, "{due} {level} {clause} {record} {key} @{actor}\n  {}\n  {}", pending.what.zh(), pending.what.en());
    }
    list
}

/// What a file is to say, after it was written anew should that be asked; nothing is said by no file.
fn expected(at: &Path, found: &str) -> String {
    if std::env::var_os("LIANDONG_BLESS").is_some() {
        if found.is_empty() {
            let _ = std::fs::remove_file(at);
        } else {
            std::fs::write(at, found).expect("writable");
        }
    }
    std::fs::read_to_string(at).unwrap_or_default()
}

fn folder_of(rule: &Rule) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(rule.name)
}

/// The day as of which the data of a rule is judged.
fn as_of(rule: &Rule) -> Day {
    let named = std::fs::read_to_string(folder_of(rule).join("as-of.txt")).unwrap_or_else(|_| "2025-12-31".into());
    named.trim().parse().expect("a day")
}

/// Whatever an obligation counts as its evidence is said in words, and seen in the data of the rule.
#[test]
fn what_counts_is_said_and_shown() {
    let mut records = BTreeMap::new();
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &mut records);
    let shipped = Ledger::new(records, BTreeSet::new()).expect("a whole mechanism").mechanism.obligations;
    for obligation in &shipped {
        for name in &obligation.counts {
            let rule = rules::rule_by_name(name.as_str()).unwrap_or_else(|| panic!("{name} is a rule"));
            assert!(rule.proves.is_some(), "{name} counts for {} and does not say as what", obligation.id);
            let shows = |side: &str| {
                let ledger = ledger_of(&folder_of(rule).join(side));
                let counts = |id| ledger.mechanism.obligations.iter().any(|one| one.id == id && one.counts(rule.name));
                judge_ledger(&ledger, as_of(rule)).evidence.iter().any(|(id, _)| counts(*id))
            };
            assert!(shows("ok") || shows("bad"), "{name} counts for {} and shows it nowhere", obligation.id);
        }
    }
}

#[test]
fn each_rule_finds_its_fault_and_nothing_else() {
    let mut faults = Vec::new();
    for rule in rules::all() {
        let (folder, today) = (folder_of(rule), as_of(rule));
        if !folder.join("ok").is_dir() || !folder.join("bad").is_dir() {
            faults.push(format!("{}: no ok or bad folder", rule.name));
            continue;
        }
        let judged = judge(&folder.join("ok"), today);
        let (ok, awaited) = (findings(rule, &judged), pending(rule, &judged));
        if !ok.is_empty() {
            faults.push(format!("{}: ok is not:\n{ok}", rule.name));
        }
        let expected_pending = expected(&folder.join("ok/pending.txt"), &awaited);
        if awaited != expected_pending {
            faults.push(format!("{}: ok awaits\n{awaited}instead of\n{expected_pending}", rule.name));
        }
        let bad = findings(rule, &judge(&folder.join("bad"), today));
        let expected = expected(&folder.join("bad/expected.txt"), &bad);
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
        assert!(rules::rule_by_name(&name).is_some(), "tests/rules/{name} belongs to no rule");
    }
}
