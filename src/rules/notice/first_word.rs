//! What was told of a matter, and when: by word of mouth or by a paper, in whichever notice.

use super::notice_chain::is_withdrawn;
use crate::model::{Day, Moment, Reference};
use crate::rules::Context;

/// The first word on a matter and the first paper, as of today.
#[derive(Debug, Default)]
pub(super) struct FirstWord {
    /// When word was first given before a paper.
    pub(super) verbal: Option<Moment>,
    /// When the first paper went out.
    pub(super) paper: Option<Day>,
}

impl FirstWord {
    /// Takes in every notice about a record; `since` leaves out what was said of it before another fact.
    pub(super) fn hear(&mut self, about: &Reference, since: Option<Day>, context: &Context<'_>) {
        let counts = |day: Day| day <= context.today && since.is_none_or(|since| since <= day);
        // A notice about a whole record is about each of its parts.
        let whole = about.part.map(|_| Reference::whole(about.record.clone()));
        for about in std::iter::once(about).chain(whole.as_ref()) {
            for notice in context.ledger.notices_about(about) {
                if notice.record.withdraws.is_some() || is_withdrawn(notice, context) {
                    continue;
                }
                let verbal = notice.record.preliminary.as_ref().map(|preliminary| preliminary.at);
                self.verbal = earlier(self.verbal, verbal.filter(|at| counts(at.day())));
                self.paper = earlier(self.paper, notice.record.issued.filter(|issued| counts(*issued)));
            }
        }
    }

    /// The day on which the matter was first told of, either way.
    pub(super) fn first(&self) -> Option<Day> {
        earlier(self.verbal.map(Moment::day), self.paper)
    }
}

fn earlier<T: Ord>(one: Option<T>, other: Option<T>) -> Option<T> {
    one.into_iter().chain(other).min()
}

/// Whether a fact is judged: from the first day of the mechanism (五（一）) to today.
pub(super) fn is_judged(day: Day, context: &Context<'_>) -> bool {
    context.ledger.mechanism.begins() <= day && day <= context.today
}
