//! How far a hazard has come, as of the day on which is judged: what it weighs, its term, its re-inspections, whether it is put right.
//!
//! Words of its own record decide none of that alone. Weight and term follow where it came from (the problem that a team found, the order
//! that was served) until the supervising department determines or moves them; a close-out is believed with what it claims; a
//! re-inspection counts that a department with supervision made.

mod closing;
mod term;

pub(in crate::rules) use self::closing::mine_closed;
pub(super) use self::term::HazardTerm;
use super::competence::is_competent;
use crate::model::{
    BindingHazards, Day, Enforcement, Filed, FoundProblem, Hazard, HazardSource, Inspected, Order, Reinspection, UnitId, limits,
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

impl<'a> Course<'a> {
    pub(in crate::rules) fn of(hazard: &'a Filed<Hazard>, context: &Context<'a>) -> Self {
        let ledger = context.ledger;
        let before = |last: &Filed<Hazard>| ledger.hazard(last.record.from.as_ref()?);
        let mut line = vec![hazard];
        // One that is handed on is the same hazard. Of those that come from each other none was first: each stands alone.
        while let Some(earlier) = line.last().and_then(|last| before(last)) {
            if earlier.path == hazard.path {
                line.truncate(1);
                break;
            }
            if line.len() == limits::HANDED_ON || line.iter().any(|known| known.path == earlier.path) {
                break;
            }
            line.push(earlier);
        }
        let problem = || {
            let from = line.last()?.record.from.as_ref()?;
            let action = ledger.enforcement(from)?;
            Some((action, action.record.problem.iter().find(|problem| Some(problem.no) == from.part)?))
        };
        let origin = problem();
        line.reverse();
        let beside = origin.into_iter().flat_map(|(action, problem)| ledger.hazards_from(&action.part(problem.no)));
        let beside = beside.take(limits::OF_ONE_ORIGIN);
        let went = |other: &&Filed<Hazard>| {
            let closed = other.record.closed.as_ref();
            closed.is_some_and(|closed| closed.reason.goes_on_elsewhere() && closed.on <= context.today)
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

    /// The short name of the unit that follows it.
    pub(super) fn unit_short(&self) -> &'a str {
        self.context.ledger.mechanism.short(&self.hazard.path.unit)
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
            let determined = hazard.record.determined.as_deref();
            let determined = determined.filter(|_| self.context.ledger.is_determined(hazard));
            let determined = determined.filter(|word| hazard.record.found <= word.on && word.on <= on);
            // One without supervision finds what it finds; what it weighs, it does not determine.
            let is_able = |unit: &UnitId, day| self.is_competent(unit, day) || !self.is_of_enforcement();
            determined.filter(|word| is_able(&hazard.path.unit, word.on)).map_or(major || hazard.record.major, |word| word.major)
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

    /// Whether the unit that follows it is a department with supervision: of what the clause speaks of, only such a one can urge.
    pub(super) fn is_in_competent_hands(&self) -> bool {
        is_competent(&self.hazard.path.unit, self.record().found.max(self.context.ledger.mechanism.begins()), &self.context)
    }

    /// The re-inspections by a day that a department with supervision made, with their positions.
    fn looks(&self, by: Day) -> impl Iterator<Item = (usize, &'a Reinspection)> {
        let looks = self.record().reinspection.iter().enumerate().filter(move |(_, look)| look.on <= by);
        looks.filter(|(_, look)| self.may_look(look))
    }

    /// Whether a unit supervises it on a day: what a department began under an older text it sees through.
    fn is_competent(&self, unit: &UnitId, on: Day) -> bool {
        let found = self.record().found.max(self.context.ledger.mechanism.begins());
        let mechanism = &self.context.ledger.mechanism;
        let is_there = || mechanism.acting(unit, on).is_some_and(|acting| mechanism.exists(acting, on));
        let began = || is_there() && is_competent(unit, found, &self.context);
        is_competent(unit, on, &self.context) || began()
    }

    /// Whether a re-inspection is one: whoever made it supervises what it is about, and it is no word on the telephone.
    pub(super) fn may_look(&self, look: &Reinspection) -> bool {
        self.is_shown_by_paper() && self.may_inspect(look)
    }

    /// Whether whoever made a re-inspection supervises what it is about. Of what the clause does not speak of, its own unit does.
    pub(super) fn may_inspect(&self, look: &Reinspection) -> bool {
        let (own, mechanism) = (&self.hazard.path.unit, &self.context.ledger.mechanism);
        let unit = look.by.as_ref().unwrap_or(own);
        let is_there = || mechanism.acting(unit, look.on).is_some_and(|acting| mechanism.exists(acting, look.on));
        (unit == own && !self.is_bound() && is_there()) || self.is_competent(unit, look.on)
    }

    /// Whether its unit filed it, or the office transcribed a paper of theirs: what is the unit's own act is so no other way.
    pub(super) fn is_shown_by_paper(&self) -> bool {
        self.context.ledger.is_word_of_unit(&self.hazard.path, self.record(), false)
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

    /// When it was put right, as far as that is known: what passed was so, whenever the mine reported it.
    pub(super) fn put_right(&self) -> Option<Day> {
        self.reported().into_iter().chain(self.first_passed()).min()
    }

    /// The day of the first re-inspection that it passed and that no later one refuted.
    fn first_passed(&self) -> Option<Day> {
        self.passed()?;
        let failed = self.last_failed();
        let passed = self.looks(self.today()).filter(|(_, look)| look.result == Inspected::Passed).map(|(_, look)| look.on);
        passed.filter(|on| failed.is_none_or(|failed| failed <= *on)).min()
    }

    /// The orders about it, at its mine, that departments with supervision had served by a day.
    pub(super) fn orders(&self, by: Day) -> impl Iterator<Item = &'a Filed<Order>> {
        let (mine, context) = (&self.record().mine, self.context);
        let orders = self.records().flat_map(move |hazard| context.ledger.orders_about(&hazard.reference()));
        orders.filter(move |order| {
            let on = order.record.at.day();
            let is_there = order.record.mine.as_ref().is_none_or(|at| at == mine);
            on <= by && is_there && self.is_competent(&order.path.unit, on)
        })
    }
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
