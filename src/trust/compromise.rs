//! What a key signed after it was last surely in the right hands, and what its unit has said of that since.

use std::collections::{BTreeMap, BTreeSet};

use super::announce::is_announced;
use super::key::{PublicKey, signer_of};
use super::merge::Changes;
use super::roster::{Roster, holders, record};
use crate::git::{Commit, Differing, History, Id, Refused, TreeEntry};
use crate::model::{Day, Key, KeysFile, Kind, Line, People, Record, RecordPath, UnitId, limits};

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
    /// Whether somebody else has changed it since: what is honest in it nobody can tell but a person. Of a keys file that is asked of
    /// each key.
    pub is_mixed: bool,
    /// What of a keys file they changed.
    pub keys: ChangedKeys,
}

/// What of a keys file a key in wrong hands changed, one by one, as it was before.
#[derive(Debug, Default)]
pub struct ChangedKeys {
    /// Keys by their lines; none where it was not there before.
    pub keys: BTreeMap<String, Before<Option<Key>>>,
    /// How many people a change of keys takes.
    pub threshold: Option<Before<Option<u32>>>,
    /// The key on paper.
    pub recovery: Option<Before<Option<Line>>>,
}

/// What something was before a key in wrong hands changed it.
#[derive(Debug)]
pub struct Before<T> {
    /// So.
    pub was: T,
    /// Whether somebody else has changed it since.
    pub is_mixed: bool,
}

impl ChangedKeys {
    /// Takes in what a commit made of the file, whose key is in wrong hands or is not.
    fn take(&mut self, old: &KeysFile, new: &KeysFile, is_bad: bool) {
        let lines =
            |file: &KeysFile| file.key.iter().map(|key| (key.public.to_string(), key.clone())).collect::<BTreeMap<_, _>>();
        let (before, after) = (lines(old), lines(new));
        for line in before.keys().chain(after.keys().filter(|line| !before.contains_key(*line))) {
            if before.get(line) == after.get(line) {
                continue;
            }
            let is_known = self.keys.contains_key(line);
            if is_bad && !is_known {
                self.keys.insert(line.clone(), Before { was: before.get(line).cloned(), is_mixed: false });
            } else if let Some(known) = self.keys.get_mut(line).filter(|_| !is_bad) {
                known.is_mixed = true;
            }
        }
        note(&mut self.threshold, (&old.threshold, &new.threshold), is_bad);
        note(&mut self.recovery, (&old.recovery, &new.recovery), is_bad);
    }
}

fn note<T: Clone + PartialEq>(known: &mut Option<Before<T>>, (old, new): (&T, &T), is_bad: bool) {
    if old == new {
        return;
    }
    match known {
        None if is_bad => *known = Some(Before { was: old.clone(), is_mixed: false }),
        Some(known) if !is_bad => known.is_mixed = true,
        _ => {}
    }
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
    let mut files: BTreeMap<String, TouchedFile> = BTreeMap::new();
    let mut changes = Changes::default();
    // Whoever holds another's key may list it once more, under whatever name: that makes it nobody's but whose it was.
    let mut honest: Vec<PublicKey> = Roster::at(history, good)?
        .map(|roster| roster.holders.into_iter().map(|holder| holder.key).collect())
        .unwrap_or_default();
    for id in history.commits_since(tip, &[good])? {
        let commit = history.commit(id)?;
        let changes = changes.of_commit(history, id, &commit.parents)?;
        let of_roster = changes.iter().filter_map(|change| Some((change, RecordPath::of_file(&change.path).ok()?)));
        let of_roster: Vec<_> = of_roster.filter(|(_, path)| is_announced(path.kind())).collect();
        let is_bad = !vouched.contains(&id)
            && signer_of(&commit).is_some_and(|by| by.is(key) || found.admitted.iter().any(|other| other.is(&by)));
        if !is_bad {
            for (change, path) in of_roster {
                honest.extend(admitted(history, &path, change)?);
                if let Some(file) = files.get_mut(&change.path) {
                    file.is_mixed = true;
                    file.take_keys(history, change, false)?;
                }
            }
            continue;
        }
        for (change, path) in &of_roster {
            let admitted = admitted(history, path, change)?.into_iter();
            found.admitted.extend(admitted.filter(|key| !honest.iter().any(|other| other.is(key))));
            let file = files.entry(change.path.clone()).or_insert_with(|| TouchedFile::new(path.clone(), change.old));
            file.take_keys(history, change, true)?;
        }
        found.commits.extend((!of_roster.is_empty()).then_some(id));
    }
    for (file, TouchedFile { path, before, is_mixed, keys }) in files {
        if history.entry(tip, &file)? != before {
            let bytes = before.map(|entry| history.blob(entry.id, limits::RECORD_BYTES)).transpose()?.flatten();
            let before = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            found.files.push(ChangedFile { path, before, is_mixed, keys });
        }
    }
    Ok(found)
}

/// A file by which others are judged, while it is followed from commit to commit.
struct TouchedFile {
    path: RecordPath,
    before: Option<TreeEntry>,
    is_mixed: bool,
    keys: ChangedKeys,
}

impl TouchedFile {
    fn new(path: RecordPath, before: Option<TreeEntry>) -> Self {
        Self { path, before, is_mixed: false, keys: ChangedKeys::default() }
    }

    fn take_keys(&mut self, history: &History, change: &Differing, is_bad: bool) -> Result<(), Refused> {
        if self.path.kind() == Kind::Keys {
            let (old, new) = (keys_at(history, &self.path, change.old)?, keys_at(history, &self.path, change.new)?);
            self.keys.take(&old, &new, is_bad);
        }
        Ok(())
    }
}

/// A keys file as it stands somewhere; what cannot be read admits nobody.
fn keys_at(history: &History, path: &RecordPath, entry: Option<TreeEntry>) -> Result<KeysFile, Refused> {
    let file = entry.map(|entry| record(history, path, entry.id)).transpose()?.and_then(Result::ok);
    Ok(match file {
        Some(Record::Keys(file)) => *file,
        _ => KeysFile { threshold: None, recovery: None, key: Vec::new(), consent: Vec::new() },
    })
}

/// The keys that a change of a keys file admits.
fn admitted(history: &History, path: &RecordPath, change: &Differing) -> Result<Vec<PublicKey>, Refused> {
    let RecordPath::OfUnit(Kind::Keys, unit) = path else { return Ok(Vec::new()) };
    let keys = |entry: Option<TreeEntry>| -> Result<Vec<PublicKey>, Refused> {
        Ok(holders(unit, &keys_at(history, path, entry)?).into_iter().map(|holder| holder.key).collect())
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
    let (mut found, mut changes): (Vec<DoubtfulCommit>, _) = (Vec::new(), Changes::default());
    for holder in &roster.holders {
        let Some(good) = &holder.last_good else { continue };
        let good = history.find(good)?;
        for id in history.commits_since(tip, good.as_slice())? {
            let commit = history.commit(id)?;
            let is_new = found.iter().all(|other| other.commit != id);
            if is_new && signer_of(&commit).is_some_and(|by| by.is(&holder.key)) {
                let changes = changes.of_commit(history, id, &commit.parents)?;
                found.push(doubtful(&commit, &changes, &holder.unit));
            }
        }
    }
    settle(history, tip, &mut found)?;
    Ok(found)
}

fn doubtful(commit: &Commit, changes: &[Differing], unit: &UnitId) -> DoubtfulCommit {
    DoubtfulCommit {
        commit: commit.id,
        on: Day::from_date(commit.at.date_naive()),
        title: commit.message.lines().next().unwrap_or_default().to_owned(),
        unit: unit.clone(),
        paths: changes.iter().filter_map(|change| RecordPath::of_file(&change.path).ok()).collect(),
        is_own: None,
    }
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
    let (mut words, mut changes) = (BTreeSet::new(), Changes::default());
    let Some(first) = found.first() else { return Ok(words) };
    let before = history.parents(first.commit)?;
    let units: BTreeSet<RecordPath> = found.iter().map(|one| people(&one.unit)).collect();
    for id in history.commits_since(tip, &before)? {
        if found.iter().any(|one| one.commit == id) {
            continue;
        }
        let commit = history.commit(id)?;
        for change in changes.of_commit(history, id, &commit.parents)? {
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
