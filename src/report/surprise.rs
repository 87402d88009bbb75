//! 四不两直: of a joint enforcement that is still to come nobody learns but those who carry it out. One rule for whatever lists what is to
//! come or is found: what waits, calendars, lists, search.

use std::collections::BTreeSet;

use crate::model::{Day, Ledger, Mechanism, Record, RecordPath, Reference, UnitId};

/// For whom a register is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Viewer {
    /// A unit; the office is one too, and arranges what it is not part of.
    Unit(UnitId),
    /// Nobody knows whom.
    Unknown,
}

/// The enforcements that a viewer does not learn of.
#[derive(Debug, Clone, Default)]
pub struct Surprises(BTreeSet<RecordPath>);

impl Surprises {
    /// Those of a ledger.
    #[must_use]
    pub fn of_ledger(ledger: &Ledger, viewer: &Viewer, today: Day) -> Self {
        let hidden = ledger.enforcements.iter().filter(|action| {
            let part = || action.record.team().chain([&action.record.lead, &action.path.unit]);
            action.record.is_ahead(today) && !viewer.takes_part(part(), &ledger.mechanism, today)
        });
        Self(hidden.map(|action| RecordPath::Filed(action.path.clone())).collect())
    }

    /// Those among records that were read.
    #[must_use]
    pub fn among(records: &[(RecordPath, Record)], mechanism: &Mechanism, viewer: &Viewer, today: Day) -> Self {
        let hidden = records.iter().filter_map(|(path, record)| {
            let Record::Enforcement(action) = record else { return None };
            let part = action.team().chain([&action.lead]).chain(path.owner());
            (action.is_ahead(today) && !viewer.takes_part(part, mechanism, today)).then(|| path.clone())
        });
        Self(hidden.collect())
    }

    /// Whether a record is one of them.
    #[must_use]
    pub fn keeps(&self, path: &RecordPath) -> bool {
        self.0.contains(path)
    }

    /// Whether a record is one of them, or a part of one.
    #[must_use]
    pub fn keeps_named(&self, reference: &str) -> bool {
        !self.0.is_empty() && reference.parse::<Reference>().is_ok_and(|reference| self.keeps(&reference.record))
    }
}

impl Viewer {
    /// Whether it is one of those who carry something out, or the office, which arranges it (三（四）).
    fn takes_part<'u>(&self, mut part: impl Iterator<Item = &'u UnitId>, mechanism: &Mechanism, today: Day) -> bool {
        match self {
            Self::Unit(unit) => mechanism.is_office(unit, today) || part.any(|other| mechanism.stands_for(unit, other, today)),
            Self::Unknown => false,
        }
    }
}
