//! Whether what has a term was done, as of a day. Terms are settings, so to be late is never more than a reminder.

use crate::model::Day;

/// What there is to say of an act that has a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timing {
    /// Not done yet, and the term still runs: neither a fault nor evidence.
    Open,
    /// Not done, and the term has run out or there is none.
    Missing,
    /// Done, within its term where there is one.
    InTime,
    /// Done after its term.
    Late {
        /// When.
        done: Day,
        /// The last day of the term.
        due: Day,
    },
}

impl Timing {
    /// What is dated after `today` has not been done.
    pub(super) fn of(done: Option<Day>, due: Option<Day>, today: Day) -> Self {
        match (done.filter(|done| *done <= today), due) {
            (Some(done), Some(due)) if due < done => Self::Late { done, due },
            (Some(_), _) => Self::InTime,
            (None, Some(due)) if today <= due => Self::Open,
            (None, _) => Self::Missing,
        }
    }
}
