//! What a commit changed by which all others are judged: whose key counts, who is the office, what settings say. Whoever takes it in is
//! told of each such change, also of one that a later change takes back.

use std::collections::{BTreeMap, BTreeSet};

use super::key::PublicKey;
use super::merge::Changes;
use super::roster::{KeyHolder, Roster, holders, record};
use super::signed_by::{SignedBy, signed_by};
use crate::git::{History, Id, Refused, TreeEntry};
use crate::model::{
    Day, Key, KeysFile, Kind, MechanismFile, Record, RecordPath, RegisterName, Role, SettingId, SettingsFile, UnitId,
};

/// A commit that changed by what others are judged.
#[derive(Debug)]
pub struct Announcement {
    /// The commit.
    pub commit: Id,
    /// Whose key signed it, by the keys that are known now.
    pub by: SignedBy,
    /// What it changed.
    pub changes: Vec<Announced>,
}

/// One such change.
#[derive(Debug, PartialEq)]
pub enum Announced {
    /// A key counts from now on.
    Admitted(AnnouncedKey),
    /// A key has another first day.
    Since(AnnouncedKey),
    /// A key has another last day: it ends then, or where there is none, it counts again.
    Until(AnnouncedKey),
    /// A key may sign something else.
    Roles(AnnouncedKey),
    /// Whoever has the key numbers in another series.
    Series(AnnouncedKey),
    /// A key fell into other hands.
    Compromised(AnnouncedKey),
    /// A key is known no more.
    Gone(AnnouncedKey),
    /// A change of keys takes so many people of the office from now on.
    Hands(u32),
    /// Another key is kept on paper; its fingerprint, none where there is none any more.
    Recovery(Option<String>),
    /// Another unit is the office: the one before and the one after.
    Office(UnitId, UnitId),
    /// The register is named: from now on each commit says for which register it is.
    Named(RegisterName),
    /// A setting says something else: before and after, where there is one.
    Setting(SettingId, Option<String>, Option<String>),
    /// What was consented to stays, and the words of consent are others.
    Consents(UnitId),
    /// Something else in a file by which the register is understood: what it said and says, but for what is announced by itself; none where
    /// there is no such file, or it cannot be read.
    File(RecordPath, Option<Box<Record>>, Option<Box<Record>>),
}

/// A key, as it is after the change; as it was where it is gone.
#[derive(Debug, PartialEq, Eq)]
pub struct AnnouncedKey {
    /// For which unit.
    pub unit: UnitId,
    /// Whose.
    pub name: String,
    /// What it may sign.
    pub roles: Vec<Role>,
    /// Its first day.
    pub since: Day,
    /// Its last day.
    pub until: Option<Day>,
    /// The letter of the series in which its holder numbers; empty for the plain one.
    pub series: String,
    /// `SHA256:…`.
    pub fingerprint: String,
}

/// What is to be told of the commits that a line has beyond another, oldest first.
///
/// # Errors
/// A commit or a tree is missing.
pub fn announcements(history: &History, tip: Id, without: Id) -> Result<Vec<Announcement>, Refused> {
    let roster = Roster::at(history, tip)?;
    let (mut told, mut changes) = (Vec::new(), Changes::default());
    for commit in history.commits_since(tip, &[without])? {
        let mut found = Vec::new();
        // What a merge only takes from a side is told of the commit that brought it there.
        for change in changes.of_commit(history, commit, &history.parents(commit)?)? {
            let Ok(path) = RecordPath::of_file(&change.path) else { continue };
            if is_announced(path.kind()) {
                let read = |entry: Option<TreeEntry>| entry.map(|entry| record(history, &path, entry.id)).transpose();
                let (old, new) = (read(change.old)?.and_then(Result::ok), read(change.new)?.and_then(Result::ok));
                found.extend(announced(&path, old.as_ref(), new.as_ref()));
            }
        }
        if !found.is_empty() {
            let by = signed_by(&history.commit(commit)?, roster.as_ref());
            told.push(Announcement { commit, by, changes: found });
        }
    }
    Ok(told)
}

pub(super) fn is_announced(kind: Kind) -> bool {
    matches!(kind, Kind::Mechanism | Kind::Settings | Kind::Keys | Kind::Unit | Kind::Obligations | Kind::Clauses | Kind::Bodies)
}

/// What changed from one version of a file to the next.
fn announced(path: &RecordPath, old: Option<&Record>, new: Option<&Record>) -> Vec<Announced> {
    let (mut found, rest) = match (path, old, new) {
        (RecordPath::OfUnit(Kind::Keys, unit), ..) => {
            let file = |version: Option<&Record>| match version {
                Some(Record::Keys(file)) => Some((**file).clone()),
                _ => None,
            };
            (keys_files(unit, file(old).as_ref(), file(new).as_ref()), None)
        }
        (_, Some(Record::Mechanism(old)), Some(Record::Mechanism(new))) => mechanism(old, new),
        (_, Some(Record::Settings(old)), Some(Record::Settings(new))) => settings(old, new),
        _ => (Vec::new(), None),
    };
    if let Some((old, new)) = rest {
        found.push(Announced::File(path.clone(), Some(Box::new(old)), Some(Box::new(new))));
    } else if found.is_empty() {
        found.push(file(path, old, new));
    }
    found
}

fn file(path: &RecordPath, old: Option<&Record>, new: Option<&Record>) -> Announced {
    let boxed = |version: Option<&Record>| version.cloned().map(Box::new);
    Announced::File(path.clone(), boxed(old), boxed(new))
}

/// What is announced by itself, and the two versions where they differ in more than that: the one before as if that had been said already.
type AnnouncedOfFile = (Vec<Announced>, Option<(Record, Record)>);

fn mechanism(old: &MechanismFile, new: &MechanismFile) -> AnnouncedOfFile {
    let office = (old.office != new.office).then(|| Announced::Office(old.office.clone(), new.office.clone()));
    let name = new.register.filter(|_| old.register != new.register).map(Announced::Named);
    let told = MechanismFile { office: new.office.clone(), register: new.register.or(old.register), ..old.clone() };
    let rest = (told != *new).then(|| (Record::Mechanism(Box::new(told)), Record::Mechanism(Box::new(new.clone()))));
    (office.into_iter().chain(name).collect(), rest)
}

/// What changes between two states of all keys.
#[must_use]
pub fn changes_of_keys(before: &Roster, after: &Roster) -> Vec<Announced> {
    let (old, new) = (&before.mechanism.keys, &after.mechanism.keys);
    let units: BTreeSet<&UnitId> = old.keys().chain(new.keys()).collect();
    let changed = units.into_iter().filter(|unit| says(old.get(*unit)) != says(new.get(*unit)));
    changed.flat_map(|unit| keys_files(unit, old.get(unit), new.get(unit))).collect()
}

/// All that is consented to of a file.
fn says(file: Option<&KeysFile>) -> Option<KeysFile> {
    file.map(|file| KeysFile { consent: Vec::new(), ..file.clone() })
}

fn keys_files(unit: &UnitId, old: Option<&KeysFile>, new: Option<&KeysFile>) -> Vec<Announced> {
    if old != new && says(old) == says(new) {
        return vec![Announced::Consents(unit.clone())];
    }
    let mut found = hands(old, new);
    let (before, after) = (holders_of(unit, old), holders_of(unit, new));
    for holder in &after {
        let Some(before) = before.iter().find(|before| is_same(before, holder)) else {
            found.push(Announced::Admitted(key(holder)));
            continue;
        };
        let differs = [
            (before.since != holder.since, Announced::Since as fn(AnnouncedKey) -> Announced),
            (before.until != holder.until, Announced::Until),
            (before.role != holder.role, Announced::Roles),
            (before.series != holder.series, Announced::Series),
            (before.last_good != holder.last_good, Announced::Compromised),
        ];
        found.extend(differs.into_iter().filter(|(differs, _)| *differs).map(|(_, as_change)| as_change(key(holder))));
    }
    let gone = before.iter().filter(|before| !after.iter().any(|holder| is_same(holder, before)));
    found.extend(gone.map(|before| Announced::Gone(key(before))));
    // Whatever else it is, nobody consents to it without a word.
    if found.is_empty() || lines(unit, old, &after) != lines(unit, new, &before) {
        let record = |file: Option<&KeysFile>| says(file).map(|file| Box::new(Record::Keys(Box::new(file))));
        found.push(Announced::File(RecordPath::OfUnit(Kind::Keys, unit.clone()), record(old), record(new)));
    }
    found
}

fn holders_of(unit: &UnitId, file: Option<&KeysFile>) -> Vec<KeyHolder> {
    file.map(|file| holders(unit, file)).unwrap_or_default()
}

/// People are told apart by their names: a key under another name is another's.
fn is_same(one: &KeyHolder, other: &KeyHolder) -> bool {
    one.key.is(&other.key) && one.name == other.name
}

/// The lines of a file's keys, in their order, but for those that are admitted or gone as the others are.
fn lines<'f>(unit: &UnitId, file: Option<&'f KeysFile>, others: &[KeyHolder]) -> Vec<(&'f str, &'f str)> {
    let Some(file) = file else { return Vec::new() };
    let stays = |key: &&Key| {
        let alone = KeysFile { key: vec![(*key).clone()], ..file.clone() };
        holders(unit, &alone).iter().all(|holder| others.iter().any(|other| is_same(other, holder)))
    };
    file.key.iter().filter(stays).map(|key| (key.name.as_str(), key.public.as_str())).collect()
}

/// What an office's file says of hands and of the key on paper.
fn hands(old: Option<&KeysFile>, new: Option<&KeysFile>) -> Vec<Announced> {
    let threshold = |file: Option<&KeysFile>| file.and_then(|file| file.threshold).unwrap_or(1);
    let recovery = |file: Option<&KeysFile>| file.and_then(|file| file.recovery.as_ref().map(|key| key.as_str().to_owned()));
    let mut found = Vec::new();
    if threshold(old) != threshold(new) {
        found.push(Announced::Hands(threshold(new)));
    }
    if recovery(old) != recovery(new) {
        let fingerprint = |line: String| PublicKey::read(&line).map(|key| key.fingerprint()).ok();
        found.push(Announced::Recovery(recovery(new).and_then(fingerprint)));
    }
    found
}

fn key(holder: &KeyHolder) -> AnnouncedKey {
    AnnouncedKey {
        unit: holder.unit.clone(),
        name: holder.name.clone(),
        roles: holder.role.clone(),
        since: holder.since,
        until: holder.until,
        series: holder.letter(),
        fingerprint: holder.key.fingerprint(),
    }
}

fn settings(old: &SettingsFile, new: &SettingsFile) -> AnnouncedOfFile {
    let by_id = |file: &SettingsFile| -> BTreeMap<(SettingId, Option<Day>), String> {
        file.setting.iter().map(|setting| ((setting.id, setting.since), setting.value.to_string())).collect()
    };
    let (before, after) = (by_id(old), by_id(new));
    let ids: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let differs = ids.into_iter().map(|id| (id.0, before.get(id).cloned(), after.get(id).cloned()));
    let found = differs.filter(|(_, old, new)| old != new).map(|(id, old, new)| Announced::Setting(id, old, new)).collect();
    // Clause and paper of those that both have, and all else.
    let same = |file: &SettingsFile, other: &BTreeMap<(SettingId, Option<Day>), String>| {
        let mut file = file.clone();
        file.setting.retain(|setting| other.contains_key(&(setting.id, setting.since)));
        file
    };
    let (mut old, new) = (same(old, &after), same(new, &before));
    for setting in &mut old.setting {
        let said = new.setting.iter().find(|other| (other.id, other.since) == (setting.id, setting.since));
        if let Some(said) = said {
            setting.value = said.value.clone();
        }
    }
    let rest = (old != new).then(|| (Record::Settings(Box::new(old)), Record::Settings(Box::new(new))));
    (found, rest)
}
