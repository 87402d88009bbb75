//! What a commit changed by which all others are judged: whose key counts, who is the office, what settings say. Whoever takes it in is
//! told of each such change, also of one that a later change takes back.

use std::collections::{BTreeMap, BTreeSet};

use super::key::PublicKey;
use super::merge::Changes;
use super::roster::{KeyHolder, Roster, record};
use super::signed_by::{SignedBy, signed_by};
use crate::git::{History, Id, Refused, TreeEntry};
use crate::model::{Day, KeysFile, Kind, MechanismFile, Record, RecordPath, RegisterName, Role, Setting, SettingId, UnitId};

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
#[derive(Debug, PartialEq, Eq)]
pub enum Announced {
    /// A key counts from now on.
    Admitted(AnnouncedKey),
    /// A key has another last day: it ends then, or where there is none, it counts again.
    Until(AnnouncedKey),
    /// A key may sign something else.
    Roles(AnnouncedKey),
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
    /// Something else in a file by which the register is understood.
    File(RecordPath),
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
    /// Its last day.
    pub until: Option<Day>,
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
    let found = match (path, old, new) {
        (RecordPath::OfUnit(Kind::Keys, unit), ..) => keys(unit, old, new),
        (_, Some(Record::Mechanism(old)), Some(Record::Mechanism(new))) => mechanism(old, new),
        (_, Some(Record::Settings(old)), Some(Record::Settings(new))) => settings(&old.setting, &new.setting),
        _ => Vec::new(),
    };
    if found.is_empty() { vec![Announced::File(path.clone())] } else { found }
}

fn mechanism(old: &MechanismFile, new: &MechanismFile) -> Vec<Announced> {
    let office = (old.office != new.office).then(|| Announced::Office(old.office.clone(), new.office.clone()));
    let name = new.register.filter(|_| old.register != new.register).map(Announced::Named);
    office.into_iter().chain(name).collect()
}

fn keys(unit: &UnitId, old: Option<&Record>, new: Option<&Record>) -> Vec<Announced> {
    let file = |version: Option<&Record>| match version {
        Some(Record::Keys(file)) => Some((**file).clone()),
        _ => None,
    };
    keys_files(unit, file(old).as_ref(), file(new).as_ref())
}

/// What changes between two states of all keys.
#[must_use]
pub fn changes_of_keys(before: &Roster, after: &Roster) -> Vec<Announced> {
    let (old, new) = (&before.mechanism.keys, &after.mechanism.keys);
    let units: BTreeSet<&UnitId> = old.keys().chain(new.keys()).collect();
    units.into_iter().flat_map(|unit| keys_files(unit, old.get(unit), new.get(unit))).collect()
}

fn keys_files(unit: &UnitId, old: Option<&KeysFile>, new: Option<&KeysFile>) -> Vec<Announced> {
    let mut found = hands(old, new);
    let holders = |file: Option<&KeysFile>| file.map(|file| super::roster::holders(unit, file)).unwrap_or_default();
    let says = |file: Option<&KeysFile>| file.map(|file| KeysFile { consent: Vec::new(), ..file.clone() });
    let is_other = says(old) != says(new);
    let (old, new) = (holders(old), holders(new));
    // People are told apart by their names: a key under another name is another's.
    let is_same = |one: &KeyHolder, other: &KeyHolder| one.key.is(&other.key) && one.name == other.name;
    let mut is_more = false;
    for holder in &new {
        let Some(before) = old.iter().find(|before| is_same(before, holder)) else {
            found.push(Announced::Admitted(key(holder)));
            continue;
        };
        let differs = [
            (before.until != holder.until || before.since != holder.since, Announced::Until as fn(AnnouncedKey) -> Announced),
            (before.role != holder.role, Announced::Roles),
            (before.last_good != holder.last_good, Announced::Compromised),
        ];
        is_more |= before.series != holder.series;
        found.extend(differs.into_iter().filter(|(differs, _)| *differs).map(|(_, as_change)| as_change(key(holder))));
    }
    let gone = old.iter().filter(|before| !new.iter().any(|holder| is_same(holder, before)));
    found.extend(gone.map(|before| Announced::Gone(key(before))));
    // Whatever else it is, nobody consents to it without a word.
    if is_more || (is_other && found.is_empty()) {
        found.push(Announced::File(RecordPath::OfUnit(Kind::Keys, unit.clone())));
    }
    found
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
        until: holder.until,
        fingerprint: holder.key.fingerprint(),
    }
}

fn settings(old: &[Setting], new: &[Setting]) -> Vec<Announced> {
    let by_id = |settings: &[Setting]| -> BTreeMap<String, (SettingId, String)> {
        let one = |setting: &Setting| (format!("{} {:?}", setting.id, setting.since), (setting.id, setting.value.to_string()));
        settings.iter().map(one).collect()
    };
    let (old, new) = (by_id(old), by_id(new));
    let ids: BTreeMap<&String, SettingId> = old.iter().chain(&new).map(|(name, (id, _))| (name, *id)).collect();
    let value =
        |settings: &BTreeMap<String, (SettingId, String)>, name: &String| settings.get(name).map(|(_, value)| value.clone());
    let differs = ids.into_iter().map(|(name, id)| (id, value(&old, name), value(&new, name)));
    differs.filter(|(_, old, new)| old != new).map(|(id, old, new)| Announced::Setting(id, old, new)).collect()
}
