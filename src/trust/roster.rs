//! Who may sign what, as the register itself says at a commit.

use crate::git::{History, Id, Refused};
use crate::model::{Day, Happening, KeysFile, Kind, Mechanism, Record, RecordPath, Role, UnitId, limits};
use crate::text::Text;

use super::key::PublicKey;

/// The plain series and one for each letter from `b`.
const SERIES: u8 = 26;

/// A key and what it may do.
#[derive(Debug, Clone)]
pub struct KeyHolder {
    /// For which unit.
    pub unit: UnitId,
    /// Whose.
    pub name: String,
    /// What it may sign.
    pub role: Vec<Role>,
    /// From when.
    pub since: Day,
    /// Until when.
    pub until: Option<Day>,
    /// The series in which its holder's computer numbers, 0 for the plain one.
    pub series: u8,
    /// The last commit that is surely its holder's, where it fell into other hands.
    pub last_good: Option<String>,
    /// The key.
    pub key: PublicKey,
}

impl KeyHolder {
    /// Whether it may sign on a day.
    #[must_use]
    pub fn holds(&self, on: Day) -> bool {
        self.since <= on && self.until.is_none_or(|until| on <= until)
    }

    /// The letter before the numbers of its series; none for the plain one.
    #[must_use]
    pub fn letter(&self) -> String {
        if self.series == 0 { String::new() } else { char::from(b'a' + self.series).to_string() }
    }

    fn is(&self, role: Role) -> bool {
        self.role.contains(&role)
    }
}

/// The keys that a register has admitted, with the units that they speak for.
#[derive(Debug, Clone)]
pub struct Roster {
    /// What the register knows of itself, as far as it bears upon keys.
    pub mechanism: Mechanism,
    /// One by one.
    pub holders: Vec<KeyHolder>,
}

/// The units for which the office admitted a key, retired or not, once signatures are on; `keys` brings a unit's file.
#[must_use]
pub fn units_of_key(mechanism: &Mechanism, key: &PublicKey, keys: &dyn Fn(&UnitId) -> Option<KeysFile>) -> Vec<UnitId> {
    let any =
        |unit: &UnitId, is_it: &dyn Fn(&KeyHolder) -> bool| keys(unit).is_some_and(|file| holders(unit, &file).iter().any(is_it));
    if !any(mechanism.office(), &|holder| holder.is(Role::Office)) {
        return Vec::new();
    }
    mechanism.units.keys().filter(|unit| any(unit, &|holder| holder.key.is(key))).cloned().collect()
}

impl Roster {
    /// The roster of a mechanism.
    #[must_use]
    pub fn from_mechanism(mechanism: Mechanism) -> Self {
        let holders = mechanism.keys.iter().flat_map(|(unit, file)| holders(unit, file)).collect();
        Self { mechanism, holders }
    }

    /// The roster at a commit; none where there is no register that can be read.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn at(history: &History, commit: Id) -> Result<Option<Self>, Refused> {
        let mut records = Vec::new();
        for kind in [Kind::Mechanism, Kind::Obligations, Kind::Settings, Kind::Clauses, Kind::Bodies] {
            let path = RecordPath::Single(kind);
            if let Some(entry) = history.entry(commit, &path.file())? {
                records.extend(read(history, path, entry.id)?);
            }
        }
        for kind in [Kind::Unit, Kind::Keys] {
            for (name, id) in history.files_in(commit, kind.folder())? {
                if let Ok(path) = RecordPath::of_file(&format!("{}/{name}", kind.folder())) {
                    records.extend(read(history, path, id)?);
                }
            }
        }
        Ok(Mechanism::new(records).ok().map(Self::from_mechanism))
    }

    /// The roster once a record stands as it is given, or stands no more.
    #[must_use]
    pub fn with(mut self, path: &RecordPath, record: Option<&Record>) -> Self {
        match (path, record) {
            (_, Some(Record::Mechanism(file))) => self.mechanism.file = (**file).clone(),
            (RecordPath::OfUnit(_, unit), Some(Record::Keys(file))) => {
                self.mechanism.keys.insert(unit.clone(), (**file).clone());
            }
            (RecordPath::OfUnit(Kind::Keys, unit), None) => drop(self.mechanism.keys.remove(unit)),
            _ => {}
        }
        Self::from_mechanism(self.mechanism)
    }

    /// Whether anybody's word is asked for: the office has a key.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.office_holder().is_some()
    }

    /// Whether the office could admit a key on a day with one that has no end: without one, trust would end sooner or later.
    #[must_use]
    pub fn can_admit(&self, on: Day) -> bool {
        self.holders.iter().any(|holder| self.is_office(holder) && holder.until.is_none() && holder.since <= on)
    }

    /// The office's first key.
    pub(super) fn office_holder(&self) -> Option<&KeyHolder> {
        self.holders.iter().find(|holder| self.is_office(holder))
    }

    pub(super) fn is_office(&self, holder: &KeyHolder) -> bool {
        holder.unit == *self.mechanism.office() && holder.is(Role::Office)
    }

    /// For whom a key speaks.
    #[must_use]
    pub fn of_key(&self, key: &PublicKey) -> Vec<&KeyHolder> {
        self.holders.iter().filter(|holder| holder.key.is(key)).collect()
    }

    /// The series that a new key of a unit gets: the first that no key in use has. What a retired key numbered is there or never will
    /// be, and its series goes on from there. None where all letters are in use.
    #[must_use]
    pub fn next_series(&self, unit: &UnitId) -> Option<u8> {
        let in_use = |holder: &&KeyHolder| holder.unit == *unit && holder.until.is_none();
        let taken: Vec<u8> = self.holders.iter().filter(in_use).map(|holder| holder.series).collect();
        (0..SERIES).find(|series| !taken.contains(series))
    }

    /// Whether a key may write a record as it is: its own unit's, the office's, or for a unit that sends paper, marked as entered
    /// by the office and not touching what the unit filed itself.
    #[must_use]
    pub fn may_write(&self, holder: &KeyHolder, path: &RecordPath, old: Option<&Record>, new: Option<&Record>, on: Day) -> bool {
        let office = self.mechanism.office();
        if self.owns(holder, path, on) {
            return true;
        }
        if path.owner().is_none() {
            return false;
        }
        let entered = |record: &Record| record.happening().and_then(<dyn Happening>::entered_by) == Some(office);
        let marked = match (old, new) {
            (_, Some(new)) if new.happening().is_some() => entered(new) && old.is_none_or(entered),
            // Who a unit's people are it may tell on paper; licences likewise.
            (_, Some(_)) => true,
            // What it entered it may give another number, as long as nobody else has it.
            (old, None) => old.is_some_and(entered),
        };
        holder.unit == *office && marked
    }

    /// Whether those who sign may say what a record says of who entered it: that the office did says only the office. Registers whose
    /// commits do not say their name yet are judged as before.
    #[must_use]
    pub fn may_name_entry(&self, signers: &[&KeyHolder], old: Option<&Record>, new: Option<&Record>) -> bool {
        let enters =
            |record: Option<&Record>| record.and_then(Record::happening).is_some_and(|happened| happened.entered_by().is_some());
        let claims = self.mechanism.file.register.is_some() && enters(new) && !enters(old);
        !claims || signers.iter().any(|holder| holder.unit == *self.mechanism.office())
    }

    /// Whether a file is that of a key's unit.
    #[must_use]
    pub fn owns(&self, holder: &KeyHolder, path: &RecordPath, on: Day) -> bool {
        match path.owner() {
            Some(owner) => self.mechanism.stands_for(&holder.unit, owner, on),
            None => self.is_office(holder),
        }
    }

    /// Whether a key is that of a leader of a unit.
    #[must_use]
    pub fn is_leader(&self, holder: &KeyHolder, unit: &UnitId, on: Day) -> bool {
        holder.is(Role::Leader) && self.mechanism.stands_for(&holder.unit, unit, on)
    }
}

/// The keys of a unit's file; what is no key is passed over.
pub(super) fn holders(unit: &UnitId, file: &KeysFile) -> Vec<KeyHolder> {
    let holder = |key: &crate::model::Key| {
        let public = PublicKey::read(key.public.as_str()).ok()?;
        let letter = key.series.as_ref().and_then(|series| series.as_str().bytes().next());
        Some(KeyHolder {
            unit: unit.clone(),
            name: key.name.as_str().to_owned(),
            role: key.role.clone(),
            since: key.since,
            until: key.until,
            series: letter.filter(u8::is_ascii_lowercase).map_or(0, |letter| letter - b'a'),
            last_good: key.last_good.as_ref().map(|commit| commit.as_str().to_owned()),
            key: public,
        })
    };
    file.key.iter().filter_map(holder).collect()
}

fn read(history: &History, path: RecordPath, id: Id) -> Result<Option<(RecordPath, Record)>, Refused> {
    Ok(record(history, &path, id)?.ok().map(|record| (path, record)))
}

/// The record that an object holds.
pub(super) fn record(history: &History, path: &RecordPath, id: Id) -> Result<Result<Record, Text>, Refused> {
    let Some(bytes) = history.blob(id, limits::RECORD_BYTES)? else {
        return Ok(Err(Text::fixed("文件太大", "the file is too large")));
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return Ok(Err(Text::fixed("不是 UTF-8", "it is not UTF-8")));
    };
    Ok(Record::read(path, &text).map_err(|problems| problems.into_iter().next().map(|problem| problem.what).unwrap_or_default()))
}
