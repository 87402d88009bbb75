//! What the office entered on behalf of others, and whether they said that it is so.

use serde::Serialize;

use super::named::Named;
use crate::model::{Day, Ledger, RecordPath, Reference, ResponseKind, UnitId};

/// A record that the office entered on behalf of a unit.
#[derive(Debug, Clone, Serialize)]
pub struct EntryView {
    /// The record.
    pub record: Named,
    /// The short name of the unit that entered it for another.
    pub entered_by: String,
    /// The paper from which it was entered.
    pub source: Option<String>,
    /// The day of the fact.
    pub on: Option<Day>,
}

/// What was entered for a unit, or for one from which it took over, and is not confirmed yet; in the order of paths.
#[must_use]
pub fn unconfirmed_entries(ledger: &Ledger, unit: &UnitId, today: Day) -> Vec<EntryView> {
    let mechanism = &ledger.mechanism;
    let mut entries = Vec::new();
    ledger.each(|path, record| {
        let Some(by) = record.entered_by().filter(|_| mechanism.stands_for(unit, &path.unit, today)) else { return };
        let reference = Reference::whole(RecordPath::Filed(path.clone()));
        let confirms = |response: &&crate::model::Filed<crate::model::Response>| {
            response.record.kind == ResponseKind::Confirmed
                && !response.record.text.as_ref().is_some_and(|text| text.fails() || text.is_unfinished())
                && mechanism.stands_for(&response.path.unit, &path.unit, response.record.on)
        };
        if ledger.responses_to(&reference).any(|response| confirms(&response)) {
            return;
        }
        entries.push(EntryView {
            record: Named::from_reference(&reference, mechanism),
            entered_by: mechanism.short(by).to_owned(),
            source: record.source().map(|source| source.as_str().to_owned()),
            on: record.on(),
        });
    });
    entries
}
