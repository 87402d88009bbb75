//! The days on which something of the mechanism holds, from one to another; without an end where it has none.

use crate::model::{Clause, Day, Edition, KeyPath, KeyStep, Kind, Mechanism, Obligation, RecordPath, Unit};

/// From which day to which day something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct Validity {
    /// The first day; the mechanism's own where none is said.
    pub(in crate::rules) from: Option<Day>,
    /// The last day.
    pub(in crate::rules) until: Option<Day>,
}

impl Validity {
    /// On every day.
    pub(in crate::rules) const ALWAYS: Self = Self { from: None, until: None };

    pub(in crate::rules) fn of_obligation(obligation: &Obligation) -> Self {
        Self { from: obligation.since, until: obligation.until }
    }

    pub(in crate::rules) fn of_unit(unit: &Unit) -> Self {
        Self { from: unit.since, until: unit.until }
    }

    /// That of the obligation or edition in which a key of the mechanism's files stands; none elsewhere.
    pub(in crate::rules) fn of_place(path: &RecordPath, at: &KeyPath, mechanism: &Mechanism) -> Option<Self> {
        let [KeyStep::Key(list), KeyStep::Item(nth), ..] = at.steps() else { return None };
        match (path, &**list) {
            (RecordPath::Single(Kind::Obligations), "obligation") => mechanism.obligations.get(*nth).map(Self::of_obligation),
            (RecordPath::Single(Kind::Mechanism), "edition") => {
                mechanism.file.edition.get(*nth).map(|edition| Self::of_edition(edition, mechanism))
            }
            _ => None,
        }
    }

    /// A text of a clause holds until the day before the next text of it.
    pub(in crate::rules) fn of_clause(clause: &Clause, mechanism: &Mechanism) -> Self {
        let others = mechanism.clauses.iter().filter(|other| other.key == clause.key);
        let later = others.filter_map(|other| other.since).filter(|since| clause.since.is_none_or(|own| own < *since));
        Self { from: clause.since, until: later.min().map(|next| next.minus(1)) }
    }

    /// An edition holds until the day before the next.
    pub(in crate::rules) fn of_edition(edition: &Edition, mechanism: &Mechanism) -> Self {
        let later = mechanism.file.edition.iter().map(|other| other.from).filter(|from| edition.from < *from);
        Self { from: Some(edition.from), until: later.min().map(|next| next.minus(1)) }
    }

    /// Whether it never holds.
    pub(in crate::rules) fn is_empty(self) -> bool {
        self.from.zip(self.until).is_some_and(|(from, until)| until < from)
    }

    /// Whether there is a day on which both hold.
    pub(in crate::rules) fn meets(self, other: Self) -> bool {
        let before = |one: Self, other: Self| one.until.zip(other.from).is_some_and(|(until, from)| until < from);
        !(self.is_empty() || other.is_empty() || before(self, other) || before(other, self))
    }
}
