//! What a rule says of a record, before the obligation that it is about gives it weight.

use super::Context;
use super::finding::{Finding, Fix, Pending};
use super::level::Level;
use super::rule::{Rule, RuleNature};
use super::under::{Homes, Under};
use crate::model::{Day, Kind, Obligation, ObligationId, RecordPath, SystemId, UnitId};
use crate::text::Text;

/// By what something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// By the clause of its obligation.
    Clause,
    /// By what offices do: no clause says so, and no duty is left undone.
    Practice,
}

/// What a rule says of one finding, or of one thing to be done, before the mechanism gives it weight.
#[derive(Debug)]
pub struct Report {
    record: RecordPath,
    key: String,
    on: Day,
    since: Day,
    until: Day,
    term: Option<Day>,
    actor: Option<UnitId>,
    at_most: Level,
    /// Under which obligation it is said; where nothing else was said, that of the record's system.
    of: Option<Under>,
    what: Text,
    late: bool,
    lapsed: bool,
    beside: bool,
    fix: Fix,
    /// A rule of conduct by whose clause a fault of form is one.
    clause_of: Option<&'static str>,
    ground: Ground,
    /// The kinds of record besides its fix that would mend it; none where files that cannot be read were taken into account already.
    mending: Option<&'static [Kind]>,
}

impl Report {
    pub(super) fn new(record: RecordPath, on: Day, key: String, what: Text) -> Self {
        let (since, until) = (on, on);
        Self {
            record,
            key,
            on,
            since,
            until,
            term: None,
            actor: None,
            at_most: Level::Form,
            of: None,
            what,
            late: false,
            lapsed: false,
            beside: false,
            fix: Fix::Here,
            clause_of: None,
            ground: Ground::Clause,
            mending: Some(&[]),
        }
    }

    /// The obligation that it is about, and what it weighs by it; a rule that none names finds nothing but faults of form.
    fn weight<'a>(&self, rule: &Rule, homes: &Homes<'a>) -> Option<(Option<&'a Obligation>, Level)> {
        let obligation = self.broken(rule.name, homes);
        let by_force = match rule.nature {
            RuleNature::Form { since } if homes.mechanism().file.format < since => Level::Reminder,
            RuleNature::Remark => Level::Reminder,
            RuleNature::Form { .. } | RuleNature::Whole => Level::Form,
            RuleNature::Conduct => Level::by_force(obligation.filter(|_| self.is_owed(rule.name, homes))?.force),
        };
        Some((obligation, by_force.min(self.at_most)))
    }

    /// The obligation that what a rule of that name finds here breaks.
    fn broken<'a>(&self, rule: &str, homes: &Homes<'a>) -> Option<&'a Obligation> {
        self.broken_on(self.on, rule, homes)
    }

    fn broken_on<'a>(&self, on: Day, rule: &str, homes: &Homes<'a>) -> Option<&'a Obligation> {
        let of = self.of.clone().unwrap_or_else(|| homes.of(&self.record));
        of.obligation(|found| found.breaks(rule), on, homes.mechanism())
    }

    /// Whether some text still asked for it on the first day on which it was lacking: what a term that ran on left undone when the duty
    /// ended breaks nothing.
    fn is_owed(&self, rule: &str, homes: &Homes<'_>) -> bool {
        self.since <= self.on || self.broken_on(self.since, rule, homes).is_some()
    }

    /// Who has to act, and the unit from which they took it over where that has ended.
    fn actor(&self, context: &Context<'_>) -> (UnitId, Option<UnitId>) {
        let mechanism = &context.ledger.mechanism;
        let owner = || mechanism.owner_of(&self.record);
        let unit = self.actor.as_ref().unwrap_or_else(owner);
        let acting = mechanism.acting(unit, context.today).unwrap_or(unit);
        (acting.clone(), (acting != unit).then(|| unit.clone()))
    }

    pub(super) fn found_by(self, rule: &'static Rule, homes: &Homes<'_>, context: &Context<'_>) -> Option<Finding> {
        let (obligation, level) = self.weight(rule, homes)?;
        let obligation = obligation.filter(|_| self.ground == Ground::Clause);
        let beside = self.clause_of.and_then(|rule| self.broken(rule, homes));
        let (actor, taken_over_from) = self.actor(context);
        Some(Finding {
            rule,
            actor,
            taken_over_from,
            record: self.record,
            key: self.key,
            on: self.on,
            since: self.since,
            until: self.until,
            term: self.term,
            level,
            obligation: obligation.map(|obligation| obligation.id),
            clause: obligation.or(beside).map(|obligation| obligation.clause),
            what: self.what,
            late: self.late,
            lapsed: self.lapsed,
            beside: self.beside,
            fix: self.fix,
            mending: self.mending,
        })
    }

    pub(super) fn awaited_by(self, rule: &'static Rule, due: Day, homes: &Homes<'_>, context: &Context<'_>) -> Option<Pending> {
        let (obligation, level) = self.weight(rule, homes)?;
        let obligation = obligation?;
        let (actor, taken_over_from) = self.actor(context);
        Some(Pending {
            rule,
            actor,
            taken_over_from,
            record: self.record,
            key: self.key,
            on: self.on,
            due,
            level,
            obligation: obligation.id,
            clause: obligation.clause,
            what: self.what,
            fix: self.fix,
        })
    }

    /// Another than the owner of the record has to act.
    pub fn by(&mut self, unit: &UnitId) -> &mut Self {
        self.actor = Some(unit.clone());
        self
    }

    /// It weighs no more than that, whatever the force of the clause: going past a setting is a reminder.
    pub fn at_most(&mut self, level: Level) -> &mut Self {
        self.at_most = self.at_most.min(level);
        self
    }

    /// Something else mends it than the key that was found at fault.
    pub fn fixed_by(&mut self, fix: Fix) -> &mut Self {
        self.fix = fix;
        self
    }

    /// The thing was done, after its term: a reminder at most.
    pub fn late(&mut self) -> &mut Self {
        self.late = true;
        self.at_most(Level::Reminder)
    }

    /// It is the silence of another than the one whom the clause binds: shown, a reminder at most, and no breach of the duty.
    pub fn beside(&mut self) -> &mut Self {
        self.beside = true;
        self.at_most(Level::Reminder)
    }

    /// It is what offices do, and no clause says so: advice, and no clause is named.
    pub fn practice(&mut self) -> &mut Self {
        self.ground = Ground::Practice;
        self.at_most(Level::Advice)
    }

    /// A fault of form that follows from the clause by which the rule of that name judges: the clause is named beside it.
    pub fn clause_of(&mut self, rule: &'static str) -> &mut Self {
        self.clause_of = Some(rule);
        self
    }

    /// A record of these kinds would mend it as well: while one of them cannot be read, nobody can tell.
    pub(super) fn or_mended_by(&mut self, kinds: &'static [Kind]) -> &mut Self {
        self.mending = Some(kinds);
        self
    }

    /// Files that cannot be read were taken into account: none of them could mend it.
    pub(super) fn certain(&mut self) -> &mut Self {
        self.mending = None;
        self
    }

    /// What is lacking lasts: it can still be done, was lacking from the first of these days and is to the last. It is shown in every
    /// year that it reaches.
    pub fn lasting(&mut self, since: Day, until: Day) -> &mut Self {
        (self.since, self.until) = (since.min(until), until);
        self
    }

    /// What is lacking had been done in time, and is lacking since it was undone, up to the last of these days.
    pub fn lapsed(&mut self, since: Day, until: Day) -> &mut Self {
        self.lapsed = true;
        self.lasting(since, until)
    }

    /// The last day of a term that it has gone past. One that only compares fixes no day that could be held against anybody.
    pub(super) fn past(&mut self, term: Option<Day>) -> &mut Self {
        self.term = term;
        self
    }

    /// It is about the obligation of that system, and of no other that names the rule.
    pub fn of_system(&mut self, system: &SystemId) -> &mut Self {
        self.of = Some(Under::System(system.clone()));
        self
    }

    /// It is about that obligation, and no other that names the rule.
    pub fn of_obligation(&mut self, id: ObligationId) -> &mut Self {
        self.of = Some(Under::Obligation(id));
        self
    }
}
