//! How far a hazard has come, as of the day on which is judged: what it weighs, its term, its re-inspections, whether it is put right.
//!
//! Words of its own record decide none of that alone. Weight and term follow where it came from (the problem that a team found, the order
//! that was served) until the supervising department determines or moves them; a close-out is believed with what it claims; a
//! re-inspection counts that a department with supervision made.

use super::competence::is_competent;
use crate::model::{
    BindingHazards, CloseReason, Closed, Day, Determination, Enforcement, Filed, FoundProblem, Hazard, HazardSource, Inspected,
    MineId, Order, OrderKind, Reinspection, Response, ResponseKind, UnitId,
};
use crate::rules::{Context, Level};

/// A hazard beside what it came from.
#[derive(Debug, Clone)]
pub(in crate::rules) struct Course<'a> {
    pub(super) hazard: &'a Filed<Hazard>,
    /// The hazards that it was handed on from, the oldest first, and itself.
    line: Vec<&'a Filed<Hazard>>,
    /// The hazards that were made of the same problem and went to another unit, or were closed in favour of another record: what was set
    /// there goes on.
    handed_on: Vec<&'a Filed<Hazard>>,
    /// The problem of a joint enforcement that it was taken over from.
    pub(super) origin: Option<(&'a Filed<Enforcement>, &'a FoundProblem)>,
    context: Context<'a>,
}

/// A last day for putting a hazard right, with the key where it stands.
#[derive(Debug, Clone)]
pub(super) struct HazardTerm {
    pub(super) key: String,
    pub(super) day: Day,
}

/// A term that took the place of another.
#[derive(Debug)]
struct Move {
    /// The day on which it was granted or set.
    on: Day,
    term: HazardTerm,
}

impl<'a> Course<'a> {
    pub(in crate::rules) fn of(hazard: &'a Filed<Hazard>, context: &Context<'a>) -> Self {
        let ledger = context.ledger;
        let mut line = vec![hazard];
        // One that is handed on is the same hazard; a circle is walked once.
        while let Some(before) = line.last().and_then(|last| ledger.hazard(last.record.from.as_ref()?))
            && line.iter().all(|known| known.path != before.path)
        {
            line.push(before);
        }
        let problem = || {
            let from = line.last()?.record.from.as_ref()?;
            let action = ledger.enforcement(from)?;
            Some((action, action.record.problem.iter().find(|problem| Some(problem.no) == from.part)?))
        };
        let origin = problem();
        line.reverse();
        let beside = origin.into_iter().flat_map(|(action, problem)| ledger.hazards_from(&action.part(problem.no)));
        let went = |other: &&Filed<Hazard>| {
            let closed = other.record.closed.as_ref();
            closed.is_some_and(|closed| is_elsewhere_since(closed) && closed.on <= context.today)
        };
        let handed_on = beside.filter(|other| line.iter().all(|known| known.path != other.path)).filter(went).collect();
        Self { hazard, line, handed_on, origin, context: *context }
    }

    fn record(&self) -> &'a Hazard {
        &self.hazard.record
    }

    fn today(&self) -> Day {
        self.context.today
    }

    /// Every record of it: those that it was handed on from and itself.
    pub(in crate::rules) fn records(&self) -> impl Iterator<Item = &'a Filed<Hazard>> + use<'a> {
        self.handed_on.clone().into_iter().chain(self.line.clone())
    }

    /// The hazard that it was handed on from first.
    pub(in crate::rules) fn first_record(&self) -> Option<&'a Filed<Hazard>> {
        self.line.first().copied().filter(|first| first.path != self.hazard.path)
    }

    /// Whether it is a major hazard.
    pub(in crate::rules) fn is_major(&self) -> bool {
        self.was_major(self.today())
    }

    /// Whether it was one on a day: as the department had determined last; else by its own record or by anything that it came from.
    pub(in crate::rules) fn was_major(&self, on: Day) -> bool {
        let found = self.origin.is_some_and(|(_, problem)| problem.major);
        self.line.iter().fold(found, |major, hazard| {
            let determined = hazard
                .record
                .determined
                .as_deref()
                .filter(|determined| hazard.record.found <= determined.on && determined.on <= on);
            determined.filter(|word| is_determination(word)).map_or(major || hazard.record.major, |word| word.major)
        })
    }

    /// Whether the clause speaks of it: only then is it evidence.
    pub(super) fn is_bound(&self) -> bool {
        self.binds(self.is_major())
    }

    /// Whether the text of the day on which it was found has departments see to it, being major or not.
    fn binds(&self, is_major: bool) -> bool {
        binding(self.record().found, &self.context).include(self.is_of_enforcement(), is_major)
    }

    fn is_of_enforcement(&self) -> bool {
        let by_team = |hazard: &&Filed<Hazard>| hazard.record.source_kind == HazardSource::Enforcement;
        self.origin.is_some() || self.line.iter().any(by_team)
    }

    /// What a finding about it may weigh. The clause speaks of some hazards (here: major ones that joint enforcement found); for any other,
    /// to do the same is advice.
    pub(super) fn weight(&self) -> Level {
        self.weight_on(self.today())
    }

    /// The same, for what was lacking from a day: a later determination cures nothing.
    pub(super) fn weight_on(&self, day: Day) -> Level {
        if self.binds(self.was_major(day)) { Level::Unmet } else { Level::Advice }
    }

    /// When its mine was closed: there is nothing left to put right then.
    pub(super) fn mine_closed(&self) -> Option<Day> {
        mine_closed(&self.record().mine, &self.context)
    }

    /// The day on which its unit gave it away, to another unit or in favour of another record: until then it was that unit's.
    pub(super) fn given_away(&self) -> Option<&'a Closed> {
        self.closed().filter(|closed| is_elsewhere_since(closed))
    }

    /// The day on which its unit got it from another: it answers for what comes after. A record of the same problem that was closed as
    /// filed twice says so only where the team had named another unit to supervise it.
    pub(super) fn received(&self) -> Option<Day> {
        let mechanism = &self.context.ledger.mechanism;
        let is_own = |unit: &UnitId| mechanism.stands_for(&self.hazard.path.unit, unit, self.today());
        let is_named = self.origin.and_then(|(_, problem)| problem.supervising_unit.as_ref()).is_some_and(is_own);
        let others = self.records().filter(|other| other.path.unit != self.hazard.path.unit);
        let given = others.filter_map(|other| other.record.closed.as_ref()).filter(|closed| closed.on <= self.today());
        let given = given.filter(|closed| closed.reason == CloseReason::Transferred || is_elsewhere_since(closed) && !is_named);
        let handed = self.first_record().filter(|first| first.path.unit != self.hazard.path.unit);
        given.map(|closed| closed.on).chain(handed.map(|_| self.record().found)).max()
    }

    /// Whether another record of it shows that it was put right, or urged after a term, by a day.
    pub(super) fn is_followed_elsewhere(&self, due: Day, by: Day) -> bool {
        self.related().any(|other| {
            let course = Course::of(other, &self.context);
            course.put_right().is_some_and(|done| done <= by) || course.urged_between(due, by).is_some()
        })
    }

    /// Whether the problem that it was taken over from had been given to this unit.
    pub(super) fn was_assigned(&self) -> bool {
        let unit = self.origin.and_then(|(_, problem)| problem.supervising_unit.as_ref());
        let (mechanism, own) = (&self.context.ledger.mechanism, &self.hazard.path.unit);
        unit.is_some_and(|unit| mechanism.stands_for(own, unit, self.today()))
    }

    /// Whether the unit that follows it is a department with supervision: of what the clause speaks of, only such a one can urge.
    pub(super) fn is_in_competent_hands(&self) -> bool {
        is_competent(&self.hazard.path.unit, self.record().found.max(self.context.ledger.mechanism.begins()), &self.context)
    }

    /// The close-out, for a reason that is so.
    pub(super) fn closed(&self) -> Option<&'a Closed> {
        self.claimed().filter(|closed| self.has_ground(closed))
    }

    /// The close-out, for a reason of which the register does not show that it is so.
    pub(super) fn closed_without_ground(&self) -> Option<&'a Closed> {
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
                let from = self.record().from.as_ref();
                self.related().any(|other| other.path.unit != self.hazard.path.unit && from != Some(&other.reference()))
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
        all.filter(move |other| {
            let is_known = other.record.found <= self.today() && other.record.mine == record.mine;
            other.path != self.hazard.path && is_known && self.weight() <= Course::of(other, &self.context).weight()
        })
    }

    /// Whether it was filed twice by mistake: the other record is judged.
    pub(in crate::rules) fn is_duplicate(&self) -> bool {
        self.closed().is_some_and(|closed| closed.reason == CloseReason::Duplicate)
    }

    /// Whether it is still to be followed.
    pub(super) fn is_followed(&self) -> bool {
        self.closed().is_none() && self.mine_closed().is_none()
    }

    /// The re-inspections by a day that a department with supervision made, with their positions.
    fn looks(&self, by: Day) -> impl Iterator<Item = (usize, &'a Reinspection)> {
        let looks = self.record().reinspection.iter().enumerate().filter(move |(_, look)| look.on <= by);
        looks.filter(|(_, look)| self.may_look(look))
    }

    /// Whether whoever made a re-inspection supervises what it is about. Of what the clause does not speak of, its own unit does.
    pub(super) fn may_look(&self, look: &Reinspection) -> bool {
        let own = &self.hazard.path.unit;
        let unit = look.by.as_ref().unwrap_or(own);
        let is_own = unit == own && !self.is_bound() && self.context.ledger.mechanism.exists(unit, look.on);
        is_own || is_competent(unit, look.on, &self.context)
    }

    /// The last of them.
    pub(super) fn last_look(&self, by: Day) -> Option<(usize, &'a Reinspection)> {
        self.looks(by).max_by_key(|(_, look)| look.on)
    }

    /// The day of the last re-inspection that it failed: what was reported done up to then was not.
    pub(super) fn last_failed(&self) -> Option<Day> {
        let failed = self.looks(self.today()).filter(|(_, look)| look.result == Inspected::Failed);
        failed.map(|(_, look)| look.on).max()
    }

    /// When the mine reported it done, unless a re-inspection refuted that.
    pub(super) fn reported(&self) -> Option<Day> {
        let failed = self.last_failed();
        self.record().reported_done.filter(|done| *done <= self.today() && failed.is_none_or(|failed| failed < *done))
    }

    /// The day of the re-inspection that it passed, where that was the last.
    pub(in crate::rules) fn passed(&self) -> Option<Day> {
        self.passed_by(self.today())
    }

    /// The same, as it stood on a day.
    pub(in crate::rules) fn passed_by(&self, by: Day) -> Option<Day> {
        self.last_look(by).filter(|(_, look)| look.result == Inspected::Passed).map(|(_, look)| look.on)
    }

    /// When it was put right, as far as that is known.
    pub(super) fn put_right(&self) -> Option<Day> {
        self.reported().or_else(|| self.passed())
    }

    /// The orders about it, at its mine, that departments with supervision had served by a day.
    pub(super) fn orders(&self, by: Day) -> impl Iterator<Item = &'a Filed<Order>> {
        let (mine, context) = (&self.record().mine, self.context);
        let orders = self.records().flat_map(move |hazard| context.ledger.orders_about(&hazard.reference()));
        orders.filter(move |order| {
            let on = order.record.at.day();
            let is_there = order.record.mine.as_ref().is_none_or(|at| at == mine);
            on <= by && is_there && is_competent(&order.path.unit, on, &context)
        })
    }

    /// The term in force on a day: the first one, until it is moved.
    pub(super) fn term(&self, by: Day) -> Option<HazardTerm> {
        self.term_before(by, self.record().extension.len())
    }

    /// The same, with only so many of its extensions.
    pub(super) fn term_before(&self, by: Day, extensions: usize) -> Option<HazardTerm> {
        let moved = self.moves(by, extensions).pop().map(|moved| moved.term);
        moved.or_else(|| self.first_term(by))
    }

    /// The times in which a term had run out and no other was set yet, each with the term and the day on which it was moved. Where the mine
    /// had reported it done by then, the term was kept as far as anybody knew.
    pub(super) fn gaps(&self, by: Day) -> Vec<(HazardTerm, Day)> {
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
            Some(Move { on: extension.approved_on?, term })
        });
        let earlier = self.records().filter(|hazard| hazard.path != self.hazard.path);
        let before = earlier.flat_map(|hazard| set_before(&hazard.record)).map(|(on, day)| Move { on, term: first(day) });
        let anew = self.looks(by).filter_map(|(at, look)| {
            let term = HazardTerm { key: format!("reinspection[{at}].new_due"), day: look.new_due? };
            sets_term(look).then_some(Move { on: look.on, term })
        });
        // Only the department that follows it sets it another term.
        let own = self.ordered(by).filter(|(order, _)| self.is_own(order));
        let ordered = own.map(|(order, day)| Move { on: order.record.at.day(), term: first(day) });
        let mut moves: Vec<Move> = granted.chain(anew).chain(before).chain(ordered).filter(|moved| moved.on <= by).collect();
        moves.sort_by_key(|moved| moved.on);
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
    pub(super) fn urged_after(&self, ended: Day) -> Option<Day> {
        self.urged_between(ended, self.today())
    }

    /// The same, up to a day.
    pub(super) fn urged_between(&self, ended: Day, by: Day) -> Option<Day> {
        let after = |day: Day| ended < day && day <= by;
        let extended = self.record().extension.iter().flat_map(|extension| [Some(extension.asked), extension.approved_on]);
        let urges = [ResponseKind::Progress, ResponseKind::MeasuresTaken, ResponseKind::Returned];
        let own = |said: &&Filed<Response>| {
            self.context.ledger.mechanism.stands_for(&said.path.unit, &self.hazard.path.unit, said.record.on)
        };
        let said = self.context.ledger.responses_to(&self.hazard.reference());
        let said = said.filter(|said| urges.contains(&said.record.kind)).filter(own).map(|said| said.record.on);
        let looked = self.looks(self.today()).map(|(_, look)| look.on);
        let served = self.orders(self.today()).filter(|order| self.is_own(order)).map(|order| order.record.at.day());
        looked.chain(served).chain(extended.flatten()).chain(said).filter(|day| after(*day)).max()
    }
}

/// Whether a word on the weight of a hazard says by whom and by which paper it is: without, it is nobody's.
fn is_determination(word: &Determination) -> bool {
    word.by.is_some() && word.paper.is_some()
}

/// A term that stands at no key of its own in the record: it is told where the first one is written.
fn first(day: Day) -> HazardTerm {
    HazardTerm { key: "rectification.due".to_owned(), day }
}

/// The terms that were set in a record before it was handed on, each with the day on which it was.
fn set_before(hazard: &Hazard) -> impl Iterator<Item = (Day, Day)> {
    let granted = hazard.extension.iter().filter_map(|extension| Some((extension.approved_on?, extension.new_due)));
    let looks = hazard.reinspection.iter().filter(|look| sets_term(look));
    granted.chain(looks.filter_map(|look| Some((look.on, look.new_due?))))
}

/// Whether a re-inspection gave the mine any time: a term that had run out by then is none.
fn sets_term(look: &Reinspection) -> bool {
    look.new_due.is_some_and(|due| look.on <= due)
}

/// Whether a close-out says that the matter goes on in another record.
fn is_elsewhere_since(closed: &Closed) -> bool {
    matches!(closed.reason, CloseReason::Transferred | CloseReason::Duplicate)
}

/// When a mine was closed: by its file, or by an order that stands and that a department with supervision served.
pub(super) fn mine_closed(mine: &MineId, context: &Context<'_>) -> Option<Day> {
    let (ledger, today) = (context.ledger, context.today);
    let file = ledger.mechanism.mines.get(mine).and_then(|mine| mine.closed);
    let stands = |order: &&Filed<Order>| order.record.lifted.as_ref().is_none_or(|lifted| today < lifted.on);
    let lawful = |order: &&Filed<Order>| is_competent(&order.path.unit, order.record.at.day(), context);
    let standing = ledger.closures_of(mine).filter(stands).filter(lawful);
    let closed = file.into_iter().chain(standing.map(|order| order.record.at.day()));
    closed.filter(|closed| *closed <= today).min()
}

/// Whether a record says of itself that it was filed twice.
fn is_called_duplicate(hazard: &Hazard) -> bool {
    hazard.closed.as_ref().is_some_and(|closed| closed.reason == CloseReason::Duplicate)
}

/// What a finding about a problem may weigh, before a unit took it over.
pub(super) fn weight_of_problem(action: &Enforcement, problem: &FoundProblem, context: &Context<'_>) -> Level {
    if is_bound_problem(action, problem, context) { Level::Unmet } else { Level::Advice }
}

/// Whether the clause speaks of a problem that a joint enforcement found.
pub(super) fn is_bound_problem(action: &Enforcement, problem: &FoundProblem, context: &Context<'_>) -> bool {
    let found = action.found_on(problem).or(action.began()).unwrap_or(context.today);
    binding(found, context).include(true, problem.major)
}

fn binding(on: Day, context: &Context<'_>) -> BindingHazards {
    context.ledger.mechanism.edition(on).binding_hazards.unwrap_or(BindingHazards::MajorOfEnforcement)
}
