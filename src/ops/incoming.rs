//! What came in: by unit, new and changed, and what concerns one's own.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Result;
use super::viewing::secret_among;
use crate::git::{Differing, History, Id};
use crate::model::{Day, Leaf, Mechanism, Record, RecordPath, UnitId, limits};
use crate::report::{Named, Viewer, can_be_kept};

/// What came in.
#[derive(Debug, Default, Serialize)]
pub struct Incoming {
    /// By unit, the office's own files under the office.
    pub units: Vec<UnitChanges>,
    /// What concerns this clone's unit.
    pub for_me: Vec<Named>,
}

/// What came of a unit.
#[derive(Debug, Serialize)]
pub struct UnitChanges {
    /// Its short name.
    pub unit: String,
    /// Records that were not there.
    pub new: Vec<Named>,
    /// Records that were there and say something else.
    pub changed: Vec<Named>,
}

impl Incoming {
    /// What differences amount to, for a clone of one unit. Of an enforcement to come, and of what answers it, it learns only
    /// where it takes part (四不两直).
    pub(super) fn from_differences(
        differing: &[Differing],
        history: &History,
        mechanism: &Mechanism,
        me: Option<&UnitId>,
        today: Day,
    ) -> Result<Self> {
        let viewer = me.cloned().map_or(Viewer::Unknown, Viewer::Unit);
        let now = history.head()?.1;
        let read = |path: &RecordPath| {
            let came = || differing.iter().find(|change| change.path == path.file())?.new;
            let entry = came().or_else(|| history.entry(now?, &path.file()).ok()?)?;
            record_of(history, path, entry.id).ok()?
        };
        let mut units: BTreeMap<UnitId, UnitChanges> = BTreeMap::new();
        let mut for_me = Vec::new();
        for change in differing {
            let (Ok(path), Some(new)) = (RecordPath::of_file(&change.path), change.new) else { continue };
            if can_be_kept(path.kind())
                && let Some(record) = record_of(history, &path, new.id)?
                && secret_among(&viewer, &[(path.clone(), record)], &read, mechanism, today).keeps(&path)
            {
                continue;
            }
            let owner = path.owner().unwrap_or(mechanism.office());
            let named = Named::of_record(&path, mechanism);
            if let Some(me) = me.filter(|me| *me != owner)
                && concerns(history, &path, new.id, me)?
            {
                for_me.push(named.clone());
            }
            let unit = units.entry(owner.clone()).or_insert_with(|| UnitChanges {
                unit: mechanism.short(owner).to_owned(),
                new: Vec::new(),
                changed: Vec::new(),
            });
            if change.old.is_none() { unit.new.push(named) } else { unit.changed.push(named) }
        }
        Ok(Self { units: units.into_values().collect(), for_me })
    }
}

/// A record as a blob has it; none where that cannot be read.
fn record_of(history: &History, path: &RecordPath, id: Id) -> Result<Option<Record>> {
    let bytes = history.blob(id, limits::RECORD_BYTES)?;
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    Ok(Record::read(path, &text).ok())
}

/// Whether a record names a unit, or points at something of its.
fn concerns(history: &History, path: &RecordPath, id: Id, me: &UnitId) -> Result<bool> {
    if !path.kind().is_happening() {
        return Ok(false);
    }
    let Some(record) = record_of(history, path, id)? else { return Ok(false) };
    let mut found = false;
    record.visit(&mut |_, leaf| {
        found |= match leaf {
            Leaf::Unit(unit) => unit == me,
            Leaf::Party(party) => party.is_unit(me),
            Leaf::Reference(reference) => reference.record.owner() == Some(me),
            _ => false,
        };
    });
    Ok(found)
}
