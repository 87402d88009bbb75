//! What was recorded in a year under each duty of chapter one: for information, since the regulation asks for no record of it.

use std::collections::HashMap;

use serde::Serialize;

use super::named::Named;
use crate::model::{ClauseKey, Day, FiledPath, Ledger, ObligationId, Reference};
use crate::text::Text;
use crate::tr;

/// What was recorded under a duty in a year.
#[derive(Debug, Clone, Serialize)]
pub struct DutyRecords {
    /// The unit whose duty it is.
    pub unit: String,
    /// Its short name (公安), the same in both languages.
    pub short: String,
    /// The clause, as files cite it (`1.4.2`).
    pub clause: String,
    /// The clause, as papers cite it (一（四）2).
    pub clause_path: String,
    /// How many records name it (`duties`).
    pub count: usize,
    /// The records, oldest first; of more than [`DutyRecords::NAMED`] the first.
    pub records: Vec<Named>,
    /// Where it is judged, or that no record of it is asked for.
    pub note: Text,
}

impl DutyRecords {
    /// How many records are named; all are counted.
    pub const NAMED: usize = 20;
}

/// A line for every duty that held in the year, in the order of the regulation.
#[must_use]
pub fn duty_records(ledger: &Ledger, year: u16, today: Day) -> Vec<DutyRecords> {
    let (mechanism, on) = (&ledger.mechanism, Day::last_of(year).min(today));
    let mut named: HashMap<ClauseKey, Vec<(Day, &FiledPath)>> = HashMap::new();
    ledger.each(|path, record| {
        if let Some(on) = record.on().filter(|on| on.year() == year && *on <= today) {
            for duty in record.duties() {
                named.entry(*duty).or_default().push((on, path));
            }
        }
    });
    let mut lines = Vec::new();
    for (unit, file) in &mechanism.duties {
        for key in file.duty.iter().filter_map(|duty| file.clause.item(duty.no)) {
            let Some(clause) = mechanism.clause(key, on) else { continue };
            let mut records = named.remove(&key).unwrap_or_default();
            records.sort_unstable();
            let founded: Vec<ObligationId> =
                mechanism.obligations.iter().filter(|one| one.clause == key && one.holds(on)).map(|one| one.id).collect();
            let name = |(_, path): &(Day, &FiledPath)| Named::from_reference(&Reference::from((*path).clone()), mechanism);
            lines.push((
                key,
                DutyRecords {
                    unit: unit.to_string(),
                    short: mechanism.short(unit).to_owned(),
                    clause: key.to_string(),
                    clause_path: clause.path.as_str().to_owned(),
                    count: records.len(),
                    records: records.iter().take(DutyRecords::NAMED).map(name).collect(),
                    note: note(&founded, records.is_empty()),
                },
            ));
        }
    }
    lines.sort_by_key(|(key, _)| *key);
    lines.into_iter().map(|(_, line)| line).collect()
}

fn note(founded: &[ObligationId], is_empty: bool) -> Text {
    match founded.first() {
        Some(id) => tr!("见 {id}"; "see {id}"),
        None if is_empty => Text::fixed("本台账不要求登记", "no record of it is asked for"),
        None => Text::default(),
    }
}
