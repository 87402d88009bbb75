//! The days on which something of the mechanism holds, from one to another; without an end where it has none.

use crate::model::{Day, Edition, Mechanism, Obligation, Unit};

/// From which day to which day something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Validity {
    /// The first day; the mechanism's own where none is said.
    pub(super) from: Option<Day>,
    /// The last day.
    pub(super) until: Option<Day>,
}

impl Validity {
    pub(super) fn of_obligation(obligation: &Obligation) -> Self {
        Self { from: obligation.since, until: obligation.until }
    }

    pub(super) fn of_unit(unit: &Unit) -> Self {
        Self { from: unit.since, until: unit.until }
    }

    /// An edition holds until the day before the next.
    pub(super) fn of_edition(edition: &Edition, mechanism: &Mechanism) -> Self {
        let later = mechanism.file.edition.iter().map(|other| other.from).filter(|from| edition.from < *from);
        Self { from: Some(edition.from), until: later.min().map(|next| next.minus(1)) }
    }

    /// Whether it never holds.
    pub(super) fn is_empty(self) -> bool {
        self.from.zip(self.until).is_some_and(|(from, until)| until < from)
    }

    /// Whether there is a day on which both hold.
    pub(super) fn meets(self, other: Self) -> bool {
        let before = |one: Self, other: Self| one.until.zip(other.from).is_some_and(|(until, from)| until < from);
        !(self.is_empty() || other.is_empty() || before(self, other) || before(other, self))
    }
}
