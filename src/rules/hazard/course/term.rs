//! The term of a hazard: the first, what moved it, where it ran out, and what was done after that.

use super::Course;
use crate::model::{Day, Filed, Hazard, Inspected, Order, OrderKind, Prose, Reference, Reinspection, Response, ResponseKind};

/// A last day for putting a hazard right, with the key where it stands.
#[derive(Debug, Clone)]
pub(in crate::rules::hazard) struct HazardTerm {
    pub(in crate::rules::hazard) key: String,
    pub(in crate::rules::hazard) day: Day,
}

/// A term that took the place of another.
#[derive(Debug)]
struct Move {
    /// The day on which it was granted or set.
    on: Day,
    term: HazardTerm,
    /// Whether it was granted as an extension: one that leaves less time than there was extends nothing.
    extends: bool,
}

impl<'a> Course<'a> {
    /// The term in force on a day: the first one, until it is moved.
    pub(in crate::rules::hazard) fn term(&self, by: Day) -> Option<HazardTerm> {
        self.term_before(by, self.record().extension.len())
    }

    /// The same, with only so many of its extensions.
    pub(in crate::rules::hazard) fn term_before(&self, by: Day, extensions: usize) -> Option<HazardTerm> {
        let moved = self.moves(by, extensions).pop().map(|moved| moved.term);
        moved.or_else(|| self.first_term(by))
    }

    /// The times in which a term had run out and no other was set yet, each with the term and the day on which it was moved. Where the mine
    /// had reported it done by then, the term was kept as far as anybody knew.
    pub(in crate::rules::hazard) fn gaps(&self, by: Day) -> Vec<(HazardTerm, Day)> {
        let mut term = self.first_term(by);
        let mut gaps = Vec::new();
        for moved in self.moves(by, self.record().extension.len()) {
            let is_gap =
                |term: &HazardTerm| term.day < moved.on && self.record().reported_done.is_none_or(|done| term.day < done);
            gaps.extend(term.filter(is_gap).map(|term| (term, moved.on)));
            term = Some(moved.term);
        }
        gaps
    }

    /// The terms that were set by a day after the first one, in the order in which they were.
    fn moves(&self, by: Day, extensions: usize) -> Vec<Move> {
        let record = self.record();
        let granted = record.extension.iter().take(extensions).enumerate().filter_map(|(at, extension)| {
            let term = HazardTerm { key: format!("extension[{at}].new_due"), day: extension.new_due };
            Some(Move { on: extension.approved_on?, term, extends: true })
        });
        let earlier = self.records().filter(|hazard| hazard.path != self.hazard.path);
        let before = earlier.flat_map(|hazard| set_before(&hazard.record));
        let anew = self.looks(by).filter_map(|(at, look)| {
            let term = HazardTerm { key: format!("reinspection[{at}].new_due"), day: look.new_due? };
            sets_term(look).then_some(Move { on: look.on, term, extends: false })
        });
        // Only the department that follows it sets it another term.
        let own = self.ordered(by).filter(|(order, _)| self.is_own(order));
        let ordered = own.map(|(order, day)| Move { on: order.record.at.day(), term: first(day), extends: false });
        let mut moves: Vec<Move> = granted.chain(anew).chain(before).chain(ordered).filter(|moved| moved.on <= by).collect();
        moves.sort_by_key(|moved| moved.on);
        let mut standing = self.first_term(by).map(|term| term.day);
        moves.retain(|moved| {
            let stands = !moved.extends || standing.is_none_or(|term| term <= moved.term.day);
            standing = if stands { Some(moved.term.day) } else { standing };
            stands
        });
        moves
    }

    /// The first term: the one that the team gave, else that of the first order, else the unit's own.
    fn first_term(&self, by: Day) -> Option<HazardTerm> {
        let given = self.origin.and_then(|(_, problem)| problem.due);
        let served = || self.ordered(by).map(|(order, day)| (order.record.at, day)).min().map(|(_, day)| day);
        let own = || self.line.iter().find_map(|hazard| hazard.record.rectification.as_ref()?.due);
        given.or_else(served).or_else(own).map(first)
    }

    /// The orders to rectify, and by when.
    fn ordered(&self, by: Day) -> impl Iterator<Item = (&'a Filed<Order>, Day)> {
        let orders = self.orders(by).filter(|order| order.record.kind == OrderKind::Rectify);
        orders.filter_map(|order| Some((order, order.record.until?)))
    }

    /// Whether a unit that follows it, or followed it, served an order.
    fn is_own(&self, order: &Filed<Order>) -> bool {
        let (mechanism, on) = (&self.context.ledger.mechanism, order.record.at.day());
        self.records().any(|hazard| mechanism.stands_for(&order.path.unit, &hazard.path.unit, on))
    }

    /// When the department last did something about it after a day on which its term had run out: looked, served a paper, dealt with an
    /// extension, recorded that it urged.
    pub(in crate::rules::hazard) fn urged_after(&self, ended: Day) -> Option<Day> {
        self.urged_between(ended, self.today())
    }

    /// The same, up to a day.
    pub(in crate::rules::hazard) fn urged_between(&self, ended: Day, by: Day) -> Option<Day> {
        let after = |day: Day| ended < day && day <= by;
        let extended = self.record().extension.iter().flat_map(|extension| [Some(extension.asked), extension.approved_on]);
        let urges = [ResponseKind::Progress, ResponseKind::MeasuresTaken, ResponseKind::Returned];
        let own = |said: &&Filed<Response>| {
            self.context.ledger.mechanism.stands_for(&said.path.unit, &self.hazard.path.unit, said.record.on)
        };
        // Said of the hazard, of the problem that it was, or of an order about it.
        let orders = self.orders(self.today()).map(Filed::reference);
        let matters: Vec<Reference> =
            std::iter::once(self.hazard.reference()).chain(self.record().from.clone()).chain(orders).collect();
        let said = matters.iter().flat_map(|matter| self.context.ledger.responses_to(matter));
        // A word that nobody was urged (未督促), or that says nothing (无, 已阅, 无进展), is none.
        let speaks = |said: &&Filed<Response>| said.record.tells() && !said.record.text.as_ref().is_some_and(Prose::denies);
        let said = said.filter(|said| urges.contains(&said.record.kind)).filter(own).filter(speaks).map(|said| said.record.on);
        let looked = self.looks(self.today()).map(|(_, look)| look.on);
        let served = self.orders(self.today()).filter(|order| self.is_own(order)).map(|order| order.record.at.day());
        looked.chain(served).chain(extended.flatten()).chain(said).filter(|day| after(*day)).max()
    }

    /// The day of a re-inspection that failed, gave no other term, and after which the department did nothing more: the term that had run out
    /// stands as it was.
    pub(in crate::rules::hazard) fn left_without_term(&self) -> Option<Day> {
        let (_, look) = self.last_look(self.today()).filter(|(_, look)| look.result == Inspected::Failed && !sets_term(look))?;
        let is_answered = self.orders(self.today()).any(|order| look.on <= order.record.at.day() && self.is_own(order));
        (!is_answered && self.urged_after(look.on).is_none()).then_some(look.on)
    }
}

/// A term that stands at no key of its own in the record: it is told where the first one is written.
fn first(day: Day) -> HazardTerm {
    HazardTerm { key: "rectification.due".to_owned(), day }
}

/// The terms that were set in a record before it was handed on.
fn set_before(hazard: &Hazard) -> impl Iterator<Item = Move> {
    let moved = |on: Day, day: Day, extends: bool| Move { on, term: first(day), extends };
    let granted = hazard.extension.iter();
    let granted = granted.filter_map(move |extension| Some(moved(extension.approved_on?, extension.new_due, true)));
    let looks = hazard.reinspection.iter().filter(|look| sets_term(look));
    granted.chain(looks.filter_map(move |look| Some(moved(look.on, look.new_due?, false))))
}

/// Whether a re-inspection gave the mine any time: a term that had run out by then is none.
fn sets_term(look: &Reinspection) -> bool {
    look.new_due.is_some_and(|due| look.on <= due)
}
