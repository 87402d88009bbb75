//! What a shared repository lets in: the second line. Every clone verifies for itself, whether there is a gate or not.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::git::{History, Id, Refused};
use crate::model::{Day, Kind, Leaf, Ledger, Record, RecordPath, limits};
use crate::rules::{self, Context, Level, Unverified};
use crate::text::Text;
use crate::trust::{Verdict, Verifier};

/// Why something is not let in.
#[derive(Debug)]
pub enum GateRefusal {
    /// The branch would go, or another come.
    Branch(String),
    /// What comes is not in order.
    Breaches(Verdict),
    /// Records that cannot be so: the file, and why.
    Form(Vec<(String, Text)>),
}

/// Whether a branch may move from one commit to another. `None` as the new one takes it away.
///
/// # Errors
/// The repository cannot be read.
pub fn gate(
    open: &(dyn Fn() -> Result<History, Refused> + Sync),
    branch: &str,
    (old, new): (Option<Id>, Option<Id>),
    now: DateTime<Utc>,
) -> Result<Result<(), GateRefusal>, Refused> {
    let history = open()?;
    let (main, _) = history.head()?;
    let Some(new) = new.filter(|_| branch == main) else { return Ok(Err(GateRefusal::Branch(branch.to_owned()))) };
    let verdict = Verifier::new(open)?.verify(new, old)?;
    if !verdict.breaches.is_empty() {
        return Ok(Err(GateRefusal::Breaches(verdict)));
    }
    let faults = form(&history, old, new, now)?;
    Ok(if faults.is_empty() { Ok(()) } else { Err(GateRefusal::Form(faults)) })
}

/// What cannot be so in the records that changed, and was not so before. How anybody acted is never judged here.
fn form(history: &History, old: Option<Id>, new: Id, now: DateTime<Utc>) -> Result<Vec<(String, Text)>, Refused> {
    let changed: BTreeSet<RecordPath> =
        history.diff_trees(old, new)?.iter().filter_map(|change| RecordPath::of_file(&change.path).ok()).collect();
    let before = match old {
        Some(old) => faults(history, old, &changed, now)?,
        None => Vec::new(),
    };
    let after = faults(history, new, &changed, now)?;
    let is_new = |fault: &&FormFault| {
        !before.iter().any(|other| other.rule == fault.rule && other.file == fault.file && other.key == fault.key)
    };
    Ok(after.iter().filter(is_new).map(|fault| (fault.file.clone(), fault.what.clone())).collect())
}

/// One thing that cannot be so.
struct FormFault {
    rule: &'static str,
    file: String,
    key: String,
    what: Text,
}

/// The faults of form of some records as they are at a commit, judged with what they point at.
fn faults(history: &History, commit: Id, changed: &BTreeSet<RecordPath>, now: DateTime<Utc>) -> Result<Vec<FormFault>, Refused> {
    let mut wanted: BTreeSet<RecordPath> = own_files(history, commit)?;
    wanted.extend(changed.iter().cloned());
    let mut records = Vec::new();
    for path in &wanted {
        if let Some(record) = read(history, path, commit)? {
            records.push((path.clone(), record));
        }
    }
    for path in pointed_at(&records, &wanted) {
        if let Some(record) = read(history, &path, commit)? {
            records.push((path, record));
        }
    }
    // A register without a mechanism is told by other means.
    let Ok(ledger) = Ledger::new(records, BTreeSet::new()) else { return Ok(Vec::new()) };
    let zone = ledger.mechanism.file.time_zone.offset();
    let today = Day::from_date(now.with_timezone(&zone).date_naive());
    let judged = rules::judge_register(&Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing });
    let faults = judged.findings.into_iter().filter(|finding| finding.level == Level::Form && changed.contains(&finding.record));
    Ok(faults
        .map(|found| FormFault { rule: found.rule.code, file: found.record.file(), key: found.key, what: found.what })
        .collect())
}

/// The files by which records are understood: everything but what happened.
fn own_files(history: &History, commit: Id) -> Result<BTreeSet<RecordPath>, Refused> {
    let mut paths = BTreeSet::new();
    for kind in Kind::ALL.iter().copied().filter(|kind| !kind.is_happening()) {
        if kind.is_single() {
            paths.insert(RecordPath::Single(kind));
            continue;
        }
        let files = history.files_below(commit, kind.folder().trim_end_matches('/'))?;
        paths.extend(files.iter().filter_map(|(file, _)| RecordPath::of_file(file).ok()));
    }
    Ok(paths)
}

fn pointed_at(records: &[(RecordPath, Record)], known: &BTreeSet<RecordPath>) -> BTreeSet<RecordPath> {
    let mut paths = BTreeSet::new();
    for (_, record) in records.iter().filter(|(path, _)| path.kind().is_happening()) {
        record.visit(&mut |_, leaf| {
            if let Leaf::Reference(reference) = leaf
                && !known.contains(&reference.record)
            {
                paths.insert(reference.record.clone());
            }
        });
    }
    paths
}

fn read(history: &History, path: &RecordPath, commit: Id) -> Result<Option<Record>, Refused> {
    let Some(entry) = history.entry(commit, &path.file())? else { return Ok(None) };
    let bytes = history.blob(entry.id, limits::RECORD_BYTES)?;
    Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|text| Record::read(path, &text).ok()))
}
