//! How a hazard ends for its unit: closed for a reason that is so, gone with its mine, or given to another, who got it on a day.

use super::Course;
use crate::model::{CloseReason, Closed, Day, Filed, Hazard, Inspected, MineId, Order, UnitId, limits};
use crate::rules::Context;
use crate::rules::hazard::competence::is_competent;

impl<'a> Course<'a> {
    /// When its mine was closed: there is nothing left to put right then.
    pub(in crate::rules::hazard) fn mine_closed(&self) -> Option<Day> {
        mine_closed(&self.record().mine, &self.context)
    }

    /// The day on which its unit gave it away, to another unit or in favour of another record: until then it was that unit's.
    pub(in crate::rules::hazard) fn given_away(&self) -> Option<&'a Closed> {
        self.closed().filter(|closed| closed.reason.goes_on_elsewhere())
    }

    /// The day on which its unit got it from another: it answers for what comes after. A record of the same problem that was closed as
    /// filed twice says so only where the team had named another unit to supervise it.
    pub(in crate::rules::hazard) fn received(&self) -> Option<Day> {
        let mechanism = &self.context.ledger.mechanism;
        let is_own = |unit: &UnitId| mechanism.stands_for(&self.hazard.path.unit, unit, self.today());
        let is_named = self.origin.and_then(|(_, problem)| problem.supervising_unit.as_ref()).is_some_and(is_own);
        let others = self.records().filter(|other| other.path.unit != self.hazard.path.unit);
        let given = others.filter_map(|other| other.record.closed.as_ref()).filter(|closed| closed.on <= self.today());
        let given =
            given.filter(|closed| closed.reason == CloseReason::Transferred || closed.reason.goes_on_elsewhere() && !is_named);
        let handed = self.first_record().filter(|first| first.path.unit != self.hazard.path.unit);
        given.map(|closed| closed.on).chain(handed.map(|_| self.record().found)).max()
    }

    /// Whether another record of it shows that it was put right, or urged after a term, by a day.
    pub(in crate::rules::hazard) fn is_followed_elsewhere(&self, due: Day, by: Day) -> bool {
        self.related().any(|other| {
            let course = Course::of(other, &self.context);
            course.put_right().is_some_and(|done| done <= by) || course.urged_between(due, by).is_some()
        })
    }

    /// Whether the problem that it was taken over from had been given to this unit.
    pub(in crate::rules::hazard) fn was_assigned(&self) -> bool {
        let unit = self.origin.and_then(|(_, problem)| problem.supervising_unit.as_ref());
        let (mechanism, own) = (&self.context.ledger.mechanism, &self.hazard.path.unit);
        unit.is_some_and(|unit| mechanism.stands_for(own, unit, self.today()))
    }

    /// The close-out, for a reason that is so.
    pub(in crate::rules::hazard) fn closed(&self) -> Option<&'a Closed> {
        self.claimed().filter(|closed| self.has_ground(closed))
    }

    /// The close-out, for a reason of which the register does not show that it is so.
    pub(in crate::rules::hazard) fn closed_without_ground(&self) -> Option<&'a Closed> {
        self.claimed().filter(|closed| !self.has_ground(closed))
    }

    /// A close-out that no re-inspection refuted since.
    fn claimed(&self) -> Option<&'a Closed> {
        let closed = self.record().closed.as_ref().filter(|closed| closed.on <= self.today());
        closed.filter(|closed| self.last_failed().is_none_or(|failed| failed <= closed.on))
    }

    fn has_ground(&self, closed: &Closed) -> bool {
        match closed.reason {
            CloseReason::Passed => self.last_look(closed.on).is_some_and(|(_, look)| look.result == Inspected::Passed),
            CloseReason::MineClosed => self.mine_closed().is_some_and(|gone| gone <= closed.on),
            CloseReason::Duplicate => self.related().any(|other| !is_called_duplicate(&other.record) && !self.begot(other)),
            CloseReason::Transferred => {
                let (from, own) = (self.record().from.as_ref(), self.hazard.reference());
                let mechanism = &self.context.ledger.mechanism;
                let is_another = |other: &Filed<Hazard>| {
                    let unit = &other.path.unit;
                    *unit != self.hazard.path.unit && mechanism.exists(unit, closed.on) && from != Some(&other.reference())
                };
                // What was handed on as well is ground only for whom it came from: two that point at each other are followed by nobody.
                let goes_on = |other: &Filed<Hazard>| {
                    let closed = other.record.closed.as_ref();
                    closed.is_none_or(|closed| !closed.reason.goes_on_elsewhere()) || other.record.from.as_ref() == Some(&own)
                };
                self.related().any(|other| is_another(other) && goes_on(other))
            }
        }
    }

    /// Whether another record was made from this one, which is then no other of the same.
    fn begot(&self, other: &'a Filed<Hazard>) -> bool {
        Course::of(other, &self.context).line.iter().any(|before| before.path == self.hazard.path)
    }

    /// Other records of what seems to be the same, weighing no less: those that come from it, or from where it came, and the one that it
    /// came from.
    fn related(&self) -> impl Iterator<Item = &'a Filed<Hazard>> {
        let (ledger, record) = (self.context.ledger, self.record());
        // What comes from a mine, or from a record that is not there, has no more in common than that.
        let from = record.from.as_ref().filter(|from| from.filed().is_some_and(|path| ledger.has(path)));
        let beside = from.into_iter().flat_map(|from| ledger.hazards_from(from));
        let before = from.and_then(|from| ledger.hazard(from));
        let all = ledger.hazards_from(&self.hazard.reference()).chain(beside).chain(before);
        let is_another = |other: &&Filed<Hazard>| other.path != self.hazard.path && other.record.mine == record.mine;
        let known = all.filter(is_another).filter(|other| other.record.found <= self.today());
        known.take(limits::OF_ONE_ORIGIN).filter(|other| self.weight() <= Course::of(other, &self.context).weight())
    }

    /// Whether it was filed twice by mistake: the other record is judged.
    pub(in crate::rules) fn is_duplicate(&self) -> bool {
        self.closed().is_some_and(|closed| closed.reason == CloseReason::Duplicate)
    }

    /// Whether it is still to be followed.
    pub(in crate::rules::hazard) fn is_followed(&self) -> bool {
        self.closed().is_none() && self.mine_closed().is_none()
    }
}

/// When a mine was closed: on the day that its file gives, which tells when that was carried out; else by an order that stands and that a
/// department served whose duty it is (a department with supervision, where no duty says so), or somebody who carried out what a government
/// decided.
pub(in crate::rules) fn mine_closed(mine: &MineId, context: &Context<'_>) -> Option<Day> {
    let (ledger, today) = (context.ledger, context.today);
    let file = ledger.mechanism.mines.get(mine).and_then(|mine| mine.closed);
    let stands = |order: &&Filed<Order>| order.record.lifted.as_ref().is_none_or(|lifted| today < lifted.on);
    let lawful = |order: &&Filed<Order>| {
        let (unit, on) = (&order.path.unit, order.record.at.day());
        let may_close = ledger.mechanism.may_close(unit, on).unwrap_or(true) && is_competent(unit, on, context);
        may_close || ledger.is_closed_from_above(order)
    };
    let standing = ledger.closures_of(mine).filter(stands).filter(lawful);
    let closed = file.or_else(|| standing.map(|order| order.record.at.day()).min());
    closed.filter(|closed| *closed <= today)
}

/// Whether a record says of itself that it was filed twice.
fn is_called_duplicate(hazard: &Hazard) -> bool {
    hazard.closed.as_ref().is_some_and(|closed| closed.reason == CloseReason::Duplicate)
}
