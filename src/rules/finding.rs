//! What a rule found, as a value; nothing here prints or decides an exit code.

use super::Context;
use super::rule::{Rule, RuleNature};
use super::under::{Homes, Under};
use crate::model::{ClauseKey, Day, Force, Kind, Obligation, ObligationId, RecordPath, ResponseKind, SystemId, UnitId};
use crate::text::Text;

/// How much a finding weighs. The clause's force decides; a rule may only lower it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// 建议: the clause says 可.
    Advice,
    /// 提醒: the clause says 原则上, or a term that is only a setting was passed.
    Reminder,
    /// 未落实: the clause says 应, and the register shows nothing of it.
    Unmet,
    /// 需更正: the record cannot be as it is written.
    Form,
}

impl Level {
    /// Every one, the lightest first.
    pub const ALL: &'static [Self] = &[Self::Advice, Self::Reminder, Self::Unmet, Self::Form];

    /// What not following a clause of that force weighs.
    #[must_use]
    pub const fn by_force(force: Force) -> Self {
        match force {
            Force::Must => Self::Unmet,
            Force::InPrinciple | Force::Basis => Self::Reminder,
            Force::May => Self::Advice,
        }
    }

    /// The word that is printed.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Advice => Text::fixed("建议", "advice"),
            Self::Reminder => Text::fixed("提醒", "reminder"),
            Self::Unmet => Text::fixed("未落实", "not carried out"),
            Self::Form => Text::fixed("需更正", "to be corrected"),
        }
    }

    /// Its name in JSON, never changed.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Reminder => "reminder",
            Self::Unmet => "unmet",
            Self::Form => "form",
        }
    }
}

/// What has to be filed so that a fault is no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fix {
    /// The key that was found at fault.
    Here,
    /// Another key of the same record.
    At(&'static str),
    /// A new record; where a key is named, it points there at the one at fault.
    New(Kind, Option<&'static str>),
    /// A new record of another unit, which only people can name.
    Elsewhere(Kind),
    /// A word on the record at fault.
    Response(ResponseKind),
    /// Something that people have to find out first: no command files it.
    Unknown,
}

/// One thing that a rule found, with its weight by the mechanism.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that says so.
    pub rule: &'static Rule,
    /// The file that it is about; `mechanism` where no record is there to blame.
    pub record: RecordPath,
    /// At which key of it (`to[0].why`); empty for the record as a whole.
    pub key: String,
    /// The day of the fact, by whose text it is judged.
    pub on: Day,
    /// The first day on which something was lacking; the day of the fact where the duty ends with its day or period.
    pub since: Day,
    /// The last day on which it was lacking: the day judged while it still can be done.
    pub until: Day,
    /// The last day of the term that it has gone past, where the clause, a record or an adopted setting fixes one. A term that nobody
    /// adopted is none.
    pub term: Option<Day>,
    /// The unit that has to act.
    pub actor: UnitId,
    /// The unit whose matter it was, where that has ended and the acting one took over from it.
    pub taken_over_from: Option<UnitId>,
    /// The force of the clause, or less where the rule says so.
    pub level: Level,
    /// Which obligation it is about.
    pub obligation: Option<ObligationId>,
    /// The clause of that obligation.
    pub clause: Option<ClauseKey>,
    /// What is so, in one sentence.
    pub what: Text,
    /// Whether a thing was done, but after its term.
    pub late: bool,
    /// Whether it had been done in time and was undone from the first of its days on.
    pub lapsed: bool,
    /// Whether it is somebody else's silence: shown beside the duty, and no breach of whoever did their part.
    pub beside: bool,
    /// What has to be filed so that it is no more.
    pub fix: Fix,
    /// The kinds of record besides its fix that would mend it; none where no file that cannot be read could.
    pub(super) mending: Option<&'static [Kind]>,
}

impl Finding {
    /// Whether something was lacking in a year: what lasts is a finding of every year that it reaches.
    #[must_use]
    pub fn reaches(&self, year: u16) -> bool {
        (self.since.year()..=self.until.year()).contains(&year)
    }
}

/// One thing that is asked of a unit and that is not at fault yet: its term still runs.
#[derive(Debug, Clone)]
pub struct Pending {
    /// The rule that says so.
    pub rule: &'static Rule,
    /// The file that it is about; `mechanism` where no record is there to blame.
    pub record: RecordPath,
    /// At which key of it it will be recorded; empty for the record as a whole.
    pub key: String,
    /// The day of the fact, by which it belongs to a period.
    pub on: Day,
    /// The last day on which it is in time.
    pub due: Day,
    /// The unit that has to act.
    pub actor: UnitId,
    /// The unit whose matter it was, where that has ended and the acting one took over from it.
    pub taken_over_from: Option<UnitId>,
    /// How much it will weigh should it not be done.
    pub level: Level,
    /// The obligation that asks it, as it stood on the day of the fact.
    pub obligation: ObligationId,
    /// The clause of that obligation.
    pub clause: ClauseKey,
    /// What is to be done.
    pub what: Text,
    /// What has to be filed.
    pub fix: Fix,
}

impl Pending {
    /// What will be found should it not be done.
    #[must_use]
    pub fn as_finding(&self) -> Finding {
        Finding {
            rule: self.rule,
            record: self.record.clone(),
            key: self.key.clone(),
            on: self.on,
            since: self.on,
            until: self.due,
            term: None,
            actor: self.actor.clone(),
            taken_over_from: self.taken_over_from.clone(),
            level: self.level,
            obligation: Some(self.obligation),
            clause: Some(self.clause),
            what: self.what.clone(),
            late: false,
            lapsed: false,
            beside: false,
            fix: self.fix,
            mending: None,
        }
    }
}

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
