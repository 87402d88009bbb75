//! What a shared repository lets in: the second line. Every clone verifies for itself, whether there is a gate or not.
//!
//! Each commit is judged against its own first parent, as it was when it was filed: the same rules of form, with what its records
//! cite, and only what is at fault now and was not before. What only the union of two lawful lines makes impossible is nobody's fault:
//! `check` finds it at the later record, and it is let in.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use serde::Serialize;
use toml::Table;

use super::Result;
use super::new_words::{marked_message, new_words_may_stand};
use super::proposal::{ProposedRecord, as_told_to_owners, form_faults, judge};
use super::quota::pushed_within;
use super::verify::BreachView;
use crate::git::{Differing, History, Id, Refused, RegisterFolder, TreeEntry};
use crate::model::{ChangeRefusal, Comments, Day, FactsIndex, Kind, Ledger, Record, RecordPath, limits};
use crate::rules::neighbourhood;
use crate::store::facts::{CommitFiles, FactsCache, facts_of_commit, follow_commit};
use crate::sync::united;
use crate::text::{Text, clean};
use crate::trust::{ChangedPaths, Changes, Verifier};

/// A push, as git tells the hook of it.
#[derive(Debug, Clone)]
pub struct GateRequest {
    /// The repository that receives it.
    pub repository: PathBuf,
    /// Where its objects lie until they are accepted.
    pub quarantine: Option<PathBuf>,
    /// The branches that would move, a line each: the commit before, the commit after, the branch.
    pub moves: String,
    /// This moment.
    pub now: DateTime<Utc>,
    /// Where facts of its records are kept between pushes.
    pub facts: FactsCache,
}

/// What becomes of a push.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum GateOutcome {
    /// It is let in.
    Accepted,
    /// It is not, as a whole.
    Refused(GateRefusal),
}

/// Why a push is not let in.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum GateRefusal {
    /// The register's branch would go, or another come; its name.
    Branch(String),
    /// What comes is more than a unit may file in a day, or a record larger than one may be; which.
    Quota(Text),
    /// What comes is not in order.
    Breaches(Vec<BreachView>),
    /// Records that cannot be so.
    Form(Vec<FormFault>),
}

/// One thing that cannot be so.
#[derive(Debug, Serialize)]
pub struct FormFault {
    /// The file, relative to the register.
    pub file: String,
    /// Why.
    pub what: Text,
}

/// Whether a push is let in.
///
/// # Errors
/// The repository cannot be read.
pub fn gate(request: &GateRequest) -> Result<GateOutcome> {
    let folder = RegisterFolder::receiving(&request.repository, request.quarantine.clone())?;
    let open = || History::open(&folder);
    let history = open()?;
    for line in request.moves.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let [old, new, branch] = words[..] else { continue };
        let id = |digits: &str| -> Result<Option<Id>, Text> {
            if digits.bytes().all(|digit| digit == b'0') { Ok(None) } else { Ok(history.find(digits)?) }
        };
        let Some(new) = id(new)?.filter(|_| history.head().is_ok_and(|(main, _)| branch == main)) else {
            return Ok(GateOutcome::Refused(GateRefusal::Branch(clean(branch).into_owned())));
        };
        let old = id(old)?;
        let mut verifier = Verifier::new(&open)?.by_clock(request.now.fixed_offset()).briefly();
        // Asked first, since it costs least: what is too much is not read.
        if let Some(old) = old
            && let Err(why) = pushed_within(&history, (old, new))?
        {
            return Ok(GateOutcome::Refused(GateRefusal::Quota(why)));
        }
        let verdict = verifier.verify(new, old)?;
        if !verdict.breaches.is_empty() {
            return Ok(GateOutcome::Refused(GateRefusal::Breaches(BreachView::all(&verdict.breaches))));
        }
        let files = CommitFiles { open: &open, folder: &request.repository };
        let facts = CommitFacts { files, cache: &request.facts, known: None };
        let mut commits = CommitRecords { history: &history, now: request.now, facts, read: HashMap::new() };
        let faults = commits.faults_since(old, new)?;
        if !faults.is_empty() {
            return Ok(GateOutcome::Refused(GateRefusal::Form(faults)));
        }
    }
    Ok(GateOutcome::Accepted)
}

/// The facts of commits, one after the other: of the first all are read, of every other what differs from the one before.
struct CommitFacts<'a> {
    files: CommitFiles<'a>,
    cache: &'a FactsCache,
    known: Option<(Id, FactsIndex)>,
}

impl CommitFacts<'_> {
    /// What happened that rules look at from the records of a commit, as they were before it and as they are.
    fn neighbours(&mut self, first: Option<Id>, commit: Id, paths: &[RecordPath]) -> Result<BTreeSet<RecordPath>, Refused> {
        let mut found = BTreeSet::new();
        if let Some(first) = first {
            found.extend(neighbourhood(self.at(first)?, paths));
        }
        found.extend(neighbourhood(self.at(commit)?, paths));
        Ok(found)
    }

    fn at(&mut self, commit: Id) -> Result<&FactsIndex, Refused> {
        let index = match self.known.take() {
            Some((known, mut index)) => {
                follow_commit(&mut index, self.files, known, commit)?;
                index
            }
            None => facts_of_commit(self.files, commit, self.cache)?,
        };
        Ok(&self.known.insert((commit, index)).1)
    }
}

/// The records of commits. A file that stays as it is from one to the next is read once.
struct CommitRecords<'a> {
    history: &'a History,
    now: DateTime<Utc>,
    facts: CommitFacts<'a>,
    read: HashMap<(RecordPath, Id), Option<Record>>,
}

impl CommitRecords<'_> {
    /// What cannot be so in any commit that a push brings, and was not so before it. How anybody acted is never judged here.
    fn faults_since(&mut self, old: Option<Id>, new: Id) -> Result<Vec<FormFault>> {
        let mut faults = Vec::new();
        for commit in self.history.commits_since(new, old.as_slice())? {
            faults.extend(self.faults(commit)?);
            // A register that comes whole is frozen already: of its commits `verify` tells.
            if old.is_some() {
                let what = marked_message(&self.history.commit(commit)?);
                faults.extend(what.map(|what| FormFault { file: commit.to_string()[..10].to_owned(), what }));
            }
        }
        Ok(faults)
    }

    fn faults(&mut self, commit: Id) -> Result<Vec<FormFault>> {
        let parents = self.history.parents(commit)?;
        let first = parents.first().copied();
        let (mut records, mut faults, mut union) = (Vec::new(), Vec::new(), None);
        for change in self.history.diff_trees(first, commit)? {
            let Ok(path) = RecordPath::of_file(&change.path) else { continue };
            let Some(sides) = self.sides(&change, &parents)? else { continue };
            faults.extend(self.new_words(&path, &change, &sides)?);
            if !self.is_united(&change, &parents, &mut union)? {
                records.extend(self.proposed(path, &change)?);
            }
        }
        if records.is_empty() {
            return Ok(faults);
        }
        let paths: Vec<RecordPath> = records.iter().map(|record| record.path.clone()).collect();
        let beside = self.facts.neighbours(first, commit, &paths)?;
        // A register without a mechanism is told by other means.
        let Some(after) = self.ledger(commit, &records, &beside)? else { return Ok(faults) };
        let before = match first {
            Some(first) => self.ledger(first, &records, &beside)?,
            None => None,
        };
        let today = self.today(&after);
        judge(&mut records, before.as_ref(), &after, today);
        let fault = |record: &ProposedRecord| -> Vec<FormFault> {
            let file = record.path.file();
            form_faults(std::slice::from_ref(record))
                .map(|found| FormFault { file: file.clone(), what: found.what.clone() })
                .collect()
        };
        faults.extend(records.iter().flat_map(fault));
        Ok(faults)
    }

    /// Today in a register's zone.
    fn today(&self, ledger: &Ledger) -> Day {
        let zone = ledger.mechanism.file.time_zone.offset();
        Day::from_date(self.now.with_timezone(&zone).date_naive())
    }

    /// What a file was in each commit that a commit follows; none where one of several has it as it is: what a side brings was judged in the
    /// commits that brought it.
    fn sides(&self, change: &Differing, parents: &[Id]) -> Result<Option<Vec<TreeEntry>>, Refused> {
        let others = parents.get(1..).unwrap_or_default();
        let mut sides: Vec<TreeEntry> = change.old.into_iter().collect();
        for parent in others {
            let side = self.history.entry(*parent, &change.path)?;
            if side.map(|entry| entry.id) == change.new.map(|entry| entry.id) {
                return Ok(None);
            }
            sides.extend(side);
        }
        Ok(Some(sides))
    }

    /// The words that a file bears and no side of it did, and that may not come into a register.
    fn new_words(&mut self, path: &RecordPath, change: &Differing, sides: &[TreeEntry]) -> Result<Vec<FormFault>, Refused> {
        let Some(new) = change.new else { return Ok(Vec::new()) };
        let (Some(record), Some(text)) = (self.record(path, new.id)?, self.text(new.id)?) else { return Ok(Vec::new()) };
        let (mut standing, mut before) = (Vec::new(), String::new());
        for side in sides {
            standing.extend(self.record(path, side.id)?);
            before.extend(self.text(side.id)?);
        }
        let refusals = new_words_may_stand(&record, &Comments::from_text(&text), &standing, &before);
        let fault = |refusal: ChangeRefusal| FormFault { file: change.path.clone(), what: refusal.why };
        Ok(refusals.err().unwrap_or_default().into_iter().map(fault).collect())
    }

    /// Whether a merge made nothing of its own of a file that both sides changed: it holds what they make of it where nobody chooses.
    fn is_united(&self, change: &Differing, parents: &[Id], by_side: &mut Option<ChangedPaths>) -> Result<bool, Refused> {
        let ([first, side], Some(new)) = (parents, change.new) else { return Ok(false) };
        if by_side.is_none() {
            *by_side = Some(Changes::default().beyond(self.history, *side, *first)?);
        }
        let Some(by_side) = by_side else { return Ok(false) };
        let values = |text: &str| text.parse::<Table>().ok();
        let united = united(self.history, &change.path, (*first, *side), by_side)?.as_deref().and_then(values);
        Ok(united.is_some() && united == self.text(new.id)?.as_deref().and_then(values))
    }

    fn text(&self, id: Id) -> Result<Option<String>, Refused> {
        Ok(self.history.blob(id, limits::RECORD_BYTES)?.and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// A changed record as the pipeline has it; none where it cannot be read, which the verification says.
    fn proposed(&mut self, path: RecordPath, change: &Differing) -> Result<Option<ProposedRecord>, Refused> {
        let standing = change.old.map(|entry| self.record(&path, entry.id)).transpose()?.flatten();
        let record = change.new.map(|entry| self.record(&path, entry.id)).transpose()?.flatten();
        Ok(record.map(|record| ProposedRecord {
            path,
            before: None,
            standing,
            record,
            text: String::new(),
            found: None,
            findings: Vec::new(),
            known: 0,
        }))
    }

    fn record(&mut self, path: &RecordPath, id: Id) -> Result<Option<Record>, Refused> {
        let key = (path.clone(), id);
        if let Some(known) = self.read.get(&key) {
            return Ok(known.clone());
        }
        let record = self.text(id)?.and_then(|text| Record::read(path, &text).ok());
        self.read.insert(key, record.clone());
        Ok(record)
    }

    /// The ledger in which records are judged as they are at a commit: the register's own files, the records, and what is beside them.
    fn ledger(&mut self, commit: Id, records: &[ProposedRecord], beside: &BTreeSet<RecordPath>) -> Result<Option<Ledger>> {
        let mut wanted = self.own_files(commit)?;
        wanted.extend(beside.iter().cloned());
        wanted.extend(records.iter().map(|record| record.path.clone()));
        let mut found = Vec::new();
        for path in wanted {
            if let Some(entry) = self.history.entry(commit, &path.file())?
                && let Some(record) = self.record(&path, entry.id)?
            {
                found.push((path, record));
            }
        }
        let told = |ledger: Ledger| {
            let today = self.today(&ledger);
            as_told_to_owners(ledger, records, today)
        };
        Ok(Ledger::new(found, BTreeSet::new()).ok().map(told))
    }

    /// The files by which records are understood: everything but what happened.
    fn own_files(&self, commit: Id) -> Result<BTreeSet<RecordPath>, Refused> {
        let mut paths = BTreeSet::new();
        for kind in Kind::ALL.iter().copied().filter(|kind| !kind.is_happening()) {
            if kind.is_single() {
                paths.insert(RecordPath::Single(kind));
                continue;
            }
            let files = self.history.files_below(commit, kind.folder().trim_end_matches('/'))?;
            paths.extend(files.iter().filter_map(|(file, _)| RecordPath::of_file(file).ok()));
        }
        Ok(paths)
    }
}
