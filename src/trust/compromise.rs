//! What a key signed after it was last surely in the right hands, and what its unit has said of that since.

use std::collections::{BTreeMap, BTreeSet};

use super::announce::is_announced;
use super::key::{PublicKey, signer_of};
use super::roster::{Roster, holders, record};
use crate::git::{Commit, Differing, History, Id, Refused, TreeEntry};
use crate::model::{Day, Kind, Line, People, Record, RecordPath, UnitId, limits};

/// A commit that was signed with a key in wrong hands, or may have been.
#[derive(Debug, Clone)]
pub struct DoubtfulCommit {
    /// Which.
    pub commit: Id,
    /// The day on which it says that it was made.
    pub on: Day,
    /// The first line of what it says.
    pub title: String,
    /// For which unit the key signs: that unit alone settles it.
    pub unit: UnitId,
    /// What it changed.
    pub paths: BTreeSet<RecordPath>,
    /// Whether the unit has said that it is its own or that it is not; none where it has said nothing.
    pub is_own: Option<bool>,
}

/// A file by which others are judged, as it was before a key in wrong hands changed it.
#[derive(Debug)]
pub struct ChangedFile {
    /// Which.
    pub path: RecordPath,
    /// What it said before; none where it was not there.
    pub before: Option<String>,
    /// Whether somebody else has changed it since: what is honest in it nobody can tell but a person.
    pub is_mixed: bool,
}

/// What came of a key in wrong hands, by what the office knows.
#[derive(Debug, Default)]
pub struct Compromise {
    /// The keys that it admitted, and those that these did.
    pub admitted: Vec<PublicKey>,
    /// The commits that changed by what others are judged, oldest first.
    pub commits: Vec<Id>,
    /// The files that they changed, and that are not as they were before.
    pub files: Vec<ChangedFile>,
}

/// What commits signed with a key, and with keys that it admitted, did to roster, office and settings since a commit; those that are
/// vouched for count as anybody's.
///
/// # Errors
/// A commit or a tree is missing.
pub fn compromise(history: &History, tip: Id, (key, good): (&PublicKey, Id), vouched: &[Id]) -> Result<Compromise, Refused> {
    let mut found = Compromise::default();
    let mut files: BTreeMap<String, (RecordPath, Option<TreeEntry>, bool)> = BTreeMap::new();
    for id in history.commits_since(tip, &[good])? {
        let commit = history.commit(id)?;
        let changes = own_changes(history, &commit)?;
        let of_roster = changes.iter().filter_map(|change| Some((change, RecordPath::of_file(&change.path).ok()?)));
        let of_roster: Vec<_> = of_roster.filter(|(_, path)| is_announced(path.kind())).collect();
        let is_bad = !vouched.contains(&id)
            && signer_of(&commit).is_some_and(|by| by.is(key) || found.admitted.iter().any(|other| other.is(&by)));
        if !is_bad {
            for (change, _) in of_roster {
                files.entry(change.path.clone()).and_modify(|(.., is_mixed)| *is_mixed = true);
            }
            continue;
        }
        for (change, path) in &of_roster {
            found.admitted.extend(admitted(history, path, change)?);
            files.entry(change.path.clone()).or_insert_with(|| (path.clone(), change.old, false));
        }
        found.commits.extend((!of_roster.is_empty()).then_some(id));
    }
    for (file, (path, before, is_mixed)) in files {
        if history.entry(tip, &file)? != before {
            let bytes = before.map(|entry| history.blob(entry.id, limits::RECORD_BYTES)).transpose()?.flatten();
            let before = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            found.files.push(ChangedFile { path, before, is_mixed });
        }
    }
    Ok(found)
}

/// The keys that a change of a keys file admits.
fn admitted(history: &History, path: &RecordPath, change: &Differing) -> Result<Vec<PublicKey>, Refused> {
    let RecordPath::OfUnit(Kind::Keys, unit) = path else { return Ok(Vec::new()) };
    let keys = |entry: Option<TreeEntry>| -> Result<Vec<PublicKey>, Refused> {
        let file = entry.map(|entry| record(history, path, entry.id)).transpose()?.and_then(Result::ok);
        let Some(Record::Keys(file)) = file else { return Ok(Vec::new()) };
        Ok(holders(unit, &file).into_iter().map(|holder| holder.key).collect())
    };
    let (old, mut new) = (keys(change.old)?, keys(change.new)?);
    new.retain(|key| !old.iter().any(|other| other.is(key)));
    Ok(new)
}

/// The commits of a register that were signed with a key in wrong hands, oldest first, with what their units have said of them. What such
/// a commit itself says of others counts only once it is said to be the unit's own.
///
/// # Errors
/// A commit or a tree is missing.
pub fn doubtful_commits(history: &History, tip: Id) -> Result<Vec<DoubtfulCommit>, Refused> {
    let Some(roster) = Roster::at(history, tip)? else { return Ok(Vec::new()) };
    let mut found: Vec<DoubtfulCommit> = Vec::new();
    for holder in &roster.holders {
        let Some(good) = &holder.last_good else { continue };
        let good = history.find(good)?;
        for id in history.commits_since(tip, good.as_slice())? {
            let commit = history.commit(id)?;
            let is_new = found.iter().all(|other| other.commit != id);
            if is_new && signer_of(&commit).is_some_and(|by| by.is(&holder.key)) {
                found.push(doubtful(history, &commit, &holder.unit)?);
            }
        }
    }
    settle(history, tip, &mut found)?;
    Ok(found)
}

fn doubtful(history: &History, commit: &Commit, unit: &UnitId) -> Result<DoubtfulCommit, Refused> {
    let changes = own_changes(history, commit)?;
    Ok(DoubtfulCommit {
        commit: commit.id,
        on: Day::from_date(commit.at.date_naive()),
        title: commit.message.lines().next().unwrap_or_default().to_owned(),
        unit: unit.clone(),
        paths: changes.iter().filter_map(|change| RecordPath::of_file(&change.path).ok()).collect(),
        is_own: None,
    })
}

/// What units have said of doubtful commits, as far as it is not one of these that says it.
fn settle(history: &History, tip: Id, found: &mut [DoubtfulCommit]) -> Result<(), Refused> {
    let mut said_by: Vec<BTreeSet<(String, bool)>> = Vec::new();
    for one in &*found {
        let path = people(&one.unit);
        let before = match history.parents(one.commit)?.first() {
            Some(first) if one.paths.contains(&path) => said(history, *first, &path)?,
            Some(_) => said(history, one.commit, &path)?,
            None => BTreeSet::new(),
        };
        let now = said(history, one.commit, &path)?;
        said_by.push(now.difference(&before).cloned().collect());
    }
    let confirmed = if said_by.iter().all(BTreeSet::is_empty) { BTreeSet::new() } else { said_by_others(history, tip, found)? };
    let units: BTreeSet<UnitId> = found.iter().map(|one| one.unit.clone()).collect();
    for unit in units {
        let said = said(history, tip, &people(&unit))?;
        loop {
            // What a doubtful commit says counts once that commit is the unit's own.
            let counts = |word: &(String, bool), found: &[DoubtfulCommit]| {
                let is_of = |at: usize| found[at].is_own != Some(true) && said_by[at].contains(word);
                said.contains(word) && (confirmed.contains(word) || !(0..found.len()).any(is_of))
            };
            let unsettled = |one: &&DoubtfulCommit| one.unit == unit && one.is_own.is_none();
            let settled = found.iter().filter(unsettled).find_map(|one| {
                let id = one.commit.to_string();
                // Of both words the one that trusts less counts.
                let is_own = [false, true].into_iter().find(|is_own| counts(&(id.clone(), *is_own), found))?;
                Some((one.commit, is_own))
            });
            let Some((commit, is_own)) = settled else { break };
            found.iter_mut().filter(|one| one.commit == commit).for_each(|one| one.is_own = Some(is_own));
        }
    }
    Ok(())
}

/// What commits that nobody doubts say of the doubtful ones.
fn said_by_others(history: &History, tip: Id, found: &[DoubtfulCommit]) -> Result<BTreeSet<(String, bool)>, Refused> {
    let mut words = BTreeSet::new();
    let Some(first) = found.first() else { return Ok(words) };
    let before = history.parents(first.commit)?;
    let units: BTreeSet<RecordPath> = found.iter().map(|one| people(&one.unit)).collect();
    for id in history.commits_since(tip, &before)? {
        if found.iter().any(|one| one.commit == id) {
            continue;
        }
        let commit = history.commit(id)?;
        for change in own_changes(history, &commit)? {
            let Some(path) = RecordPath::of_file(&change.path).ok().filter(|path| units.contains(path)) else { continue };
            let before = commit.parents.first().map(|first| said(history, *first, &path)).transpose()?.unwrap_or_default();
            words.extend(said(history, id, &path)?.difference(&before).cloned());
        }
    }
    Ok(words)
}

fn people(unit: &UnitId) -> RecordPath {
    RecordPath::OfUnit(Kind::People, unit.clone())
}

/// The commits of which a unit says at a commit that they are its own or are not.
fn said(history: &History, commit: Id, path: &RecordPath) -> Result<BTreeSet<(String, bool)>, Refused> {
    let entry = history.entry(commit, &path.file())?;
    let file = entry.map(|entry| record(history, path, entry.id)).transpose()?.and_then(Result::ok);
    let Some(Record::People(file)) = file else { return Ok(BTreeSet::new()) };
    let People { vouched, disowned, .. } = &*file;
    let words = |lines: &[Line], is_own| lines.iter().map(|line| (line.to_string(), is_own)).collect::<Vec<_>>();
    Ok(words(vouched, true).into_iter().chain(words(disowned, false)).collect())
}

/// What a commit changed of its own; of a merge, what neither side held.
fn own_changes(history: &History, commit: &Commit) -> Result<Vec<Differing>, Refused> {
    let mut changes = history.diff_trees(commit.parents.first().copied(), commit.id)?;
    for side in commit.parents.iter().skip(1) {
        let mut kept = Vec::new();
        for change in changes {
            if history.entry(*side, &change.path)? != change.new {
                kept.push(change);
            }
        }
        changes = kept;
    }
    Ok(changes)
}
