//! What is kept from whoever looks: joint enforcements that are still to come (四不两直, [`Enforcement::is_kept_from`]). One rule for whatever
//! lists what is to come or is found: what waits, calendars, lists, search.

use std::collections::BTreeSet;

use crate::model::{Day, Enforcement, Filed, Ledger, Mechanism, Record, RecordPath, Reference, UnitId};

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
        let keeps =
            |action: &&Filed<Enforcement>| viewer.misses(&action.record, Some(&action.path.unit), &ledger.mechanism, today);
        let hidden = ledger.enforcements.iter().filter(keeps);
        Self(hidden.map(|action| RecordPath::Filed(action.path.clone())).collect())
    }

    /// Those among records that were read.
    #[must_use]
    pub fn among(records: &[(RecordPath, Record)], mechanism: &Mechanism, viewer: &Viewer, today: Day) -> Self {
        let hidden = records.iter().filter_map(|(path, record)| {
            let Record::Enforcement(action) = record else { return None };
            viewer.misses(action, path.owner(), mechanism, today).then(|| path.clone())
        });
        Self(hidden.collect())
    }

    /// Leaves a ledger without them.
    pub fn leave(&self, ledger: &mut Ledger) {
        ledger.enforcements.retain(|action| !self.keeps(&action.reference().record));
    }

    /// Whether a record is one of them.
    #[must_use]
    pub fn keeps(&self, path: &RecordPath) -> bool {
        self.0.contains(path)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether a record is one of them, or a part of one.
    #[must_use]
    pub fn keeps_named(&self, reference: &str) -> bool {
        !self.0.is_empty() && reference.parse::<Reference>().is_ok_and(|reference| self.keeps(&reference.record))
    }
}

impl Viewer {
    /// Whether it does not learn yet of an enforcement, which `filed_by` filed.
    fn misses(&self, action: &Enforcement, filed_by: Option<&UnitId>, mechanism: &Mechanism, today: Day) -> bool {
        match self {
            Self::Unit(unit) => action.is_kept_from(unit, filed_by, mechanism, today),
            Self::Unknown => action.is_ahead(today),
        }
    }
}
