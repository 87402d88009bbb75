//! Until when something is to be done, and how that stands: the one place where a rule asks whether a term runs, was kept or
//! has run out. A term that is a setting is counted from the fact; one that a record or a clause names is a day.

use super::{Context, Level};
use crate::model::{Day, Moment, SettingId};
use crate::text::Text;
use crate::tr;

/// Until when an act is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Due {
    last: Moment,
    /// Whether the register sets a term. Without one nothing is late.
    is_set: bool,
    /// Whether the term binds: the clause or a record names the day, or a paper adopted the setting. A setting that nobody adopted is
    /// a term to compare with, and makes nothing a breach.
    binds: bool,
    /// The year whose calendar is not there, where the term was counted over it by Mondays to Fridays.
    guessed: Option<u16>,
}

impl Due {
    /// By the day that a record or a clause names, that day included.
    pub(super) fn on(day: Day) -> Self {
        Self { last: Moment::end_of(day), is_set: true, binds: true, guessed: None }
    }

    /// By the end of the term that a setting gives, counted from the day of a fact.
    pub(super) fn after(term: SettingId, from: Day, context: &Context<'_>) -> Self {
        Self::after_moment(term, Moment::end_of(from), context)
    }

    /// The same, from a moment: a term in hours counts by the clock.
    pub(super) fn after_moment(term: SettingId, from: Moment, context: &Context<'_>) -> Self {
        let deadline = context.ledger.mechanism.deadline(term, from);
        let last = deadline.map_or(Moment::end_of(from.day()), |deadline| deadline.moment);
        let setting = context.ledger.mechanism.setting(term, from.day());
        let binds = deadline.is_some() && setting.is_some_and(|setting| setting.basis.is_some());
        let guessed = deadline.filter(|deadline| deadline.guessed).map(|deadline| deadline.day.year());
        Self { last, is_set: deadline.is_some(), binds, guessed }
    }

    /// Its last day; without a term, the day of the fact.
    pub(super) fn day(self) -> Day {
        self.last.day()
    }

    /// Its last day, where there is a term.
    pub(super) fn term(self) -> Option<Day> {
        self.is_set.then(|| self.day())
    }

    /// Its last day, where it binds.
    pub(super) fn fixed(self) -> Option<Day> {
        self.term().filter(|_| self.binds)
    }

    /// It is counted from the end of another term, and binds no more than that.
    pub(super) fn resting_on(self, other: Self) -> Self {
        Self { binds: self.binds && other.binds, ..self }
    }

    /// Whether the term binds: the clause or a record names its day, or a paper adopted it.
    pub(super) fn binds(self) -> bool {
        self.binds
    }

    /// What the term is called: one that nobody adopted is only there to compare with, and the end of one that reaches a year whose
    /// holidays are not out is a guess.
    pub(super) fn called(self) -> Text {
        let term = if self.binds { Text::fixed("时限", "the term") } else { Text::fixed("参考时限", "the reference term") };
        let Some(year) = self.guessed else { return term };
        let (zh, en) = (term.zh(), term.en());
        tr!(
            "{zh}（{year} 年放假安排 calendar/{year} 未录入，按周一至周五推算）";
            "{en} (a guess by Mondays to Fridays, for calendar/{year} is not there)"
        )
    }

    /// What it weighs at most that something is absent. A term that binds is decisive. Otherwise the clause gives no day: it is a
    /// reminder while the year of the fact and the reference term run, and as much as the clause says once both are over.
    pub(super) fn weight_of_absence(self, fact: Day, context: &Context<'_>) -> Level {
        let over = self.binds || self.day().max(Day::last_of(fact.year())) < context.today;
        if over { Level::Form } else { Level::Reminder }
    }

    /// How an act stands that is known by its day.
    pub(super) fn timing(self, done: Option<Day>, context: &Context<'_>) -> Timing {
        let last = Moment::end_of(self.day());
        Self { last, ..self }.timing_at(done.map(Moment::end_of), context)
    }

    /// How an act stands that is known to the minute. What is dated after the day that is judged has not been done.
    pub(super) fn timing_at(self, done: Option<Moment>, context: &Context<'_>) -> Timing {
        match done.filter(|done| done.day() <= context.today) {
            Some(done) if self.is_set && self.last < done => Timing::Late { done: done.day(), due: self.day() },
            Some(_) => Timing::InTime,
            None if context.today <= self.day() => Timing::Running(self.day()),
            None => Timing::Missing,
        }
    }
}

/// What there is to say of an act that has a term. Terms are mostly settings, so to be late is never more than a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timing {
    /// Done, within its term where there is one.
    InTime,
    /// Not done yet, and its term runs until that day: neither a fault nor evidence.
    Running(Day),
    /// Done after its term.
    Late {
        /// The day on which it was done.
        done: Day,
        /// The last day of the term.
        due: Day,
    },
    /// Not done, and the term has run out.
    Missing,
}

impl Timing {
    /// How a demand stands that either of two acts meets: as the better of them does, and while both are open, until the
    /// later day.
    pub(super) fn either(self, other: Self) -> Self {
        match (self, other) {
            (Self::InTime, _) | (_, Self::InTime) => Self::InTime,
            (Self::Running(one), Self::Running(other)) => Self::Running(one.max(other)),
            (Self::Running(due), _) | (_, Self::Running(due)) => Self::Running(due),
            (late @ Self::Late { .. }, _) | (_, late) => late,
        }
    }
}
