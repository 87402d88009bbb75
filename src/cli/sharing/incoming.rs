//! Incoming changes in a few lines: by unit, new and changed, and what concerns one's own.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::git::{Differing, History};
use crate::model::{Leaf, Mechanism, Record, RecordPath, UnitId, limits};
use crate::report::Named;
use crate::text::{Lang, Text};
use crate::tr;

/// How many records are named one by one.
const NAMED: usize = 10;

/// Incoming changes.
#[derive(Debug, Default, Serialize)]
pub(in crate::cli) struct Incoming {
    /// By unit, the office's own files under the office.
    pub(in crate::cli) units: Vec<UnitChanges>,
    /// What concerns this clone's unit.
    pub(in crate::cli) for_me: Vec<Named>,
}

/// Incoming changes of one unit.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct UnitChanges {
    pub(in crate::cli) unit: String,
    pub(in crate::cli) new: Vec<Named>,
    pub(in crate::cli) changed: Vec<Named>,
}

impl Incoming {
    /// What differences amount to.
    pub(in crate::cli) fn from_differences(
        differing: &[Differing],
        history: &History,
        mechanism: &Mechanism,
        me: Option<&UnitId>,
    ) -> Result<Self, Text> {
        let mut units: BTreeMap<UnitId, UnitChanges> = BTreeMap::new();
        let mut for_me = Vec::new();
        for change in differing {
            let (Ok(path), Some(new)) = (RecordPath::of_file(&change.path), change.new) else { continue };
            let owner = path.owner().unwrap_or(mechanism.office());
            let named = Named::of_record(&path, mechanism);
            if me.is_some_and(|me| me != owner) && concerns(history, &path, new.id, me)? {
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

    /// In a few lines.
    pub(in crate::cli) fn describe(&self, lang: Lang) -> String {
        let mut out = String::new();
        for UnitChanges { unit, new, changed } in &self.units {
            let (new, changed) = (new.len(), changed.len());
            let line = match (new, changed) {
                (0, _) => tr!("  {unit}：改 {changed} 件\n"; "  {unit}: {changed} changed\n"),
                (_, 0) => tr!("  {unit}：新 {new} 件\n"; "  {unit}: {new} new\n"),
                _ => tr!("  {unit}：新 {new} 件，改 {changed} 件\n"; "  {unit}: {new} new, {changed} changed\n"),
            };
            out.push_str(line.get(lang));
        }
        if !self.for_me.is_empty() {
            out.push_str(Text::fixed("  与本单位有关：\n", "  of concern to your unit:\n").get(lang));
            for named in self.for_me.iter().take(NAMED) {
                let (title, reference) = (named.title.get(lang), &named.reference);
                out.extend(["    ", title, "（", reference, "）\n"]);
            }
            let more = self.for_me.len().saturating_sub(NAMED);
            if more > 0 {
                out.push_str(tr!("    另有 {more} 件\n"; "    and {more} more\n").get(lang));
            }
        }
        out
    }
}

/// Whether a record names a unit, or points at something of its.
fn concerns(history: &History, path: &RecordPath, id: crate::git::Id, me: Option<&UnitId>) -> Result<bool, Text> {
    let Some(me) = me.filter(|_| path.kind().is_happening()) else { return Ok(false) };
    let bytes = history.blob(id, limits::RECORD_BYTES)?;
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    let Ok(record) = Record::read(path, &text) else { return Ok(false) };
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
