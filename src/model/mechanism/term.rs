//! Settings and the terms that they give, counted over the calendar.

use super::{Mechanism, shipped};
use crate::model::{Day, Moment, Setting, SettingId, SettingValue, Term, TermUnit};

/// The end of a term, and whether the calendar of its year was published when it was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermEnd {
    /// The last day of the term.
    pub day: Day,
    /// The last moment, where the term counts hours.
    pub moment: Moment,
    /// Whether a year without a published calendar was counted by Mondays to Fridays.
    pub guessed: bool,
}

/// How a period is judged that the text covers only in part (setting `partial-year`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartialYear {
    /// A shortfall is a reminder at most.
    Warn,
    /// As any other.
    Require,
    /// Nothing is asked.
    Exempt,
}

impl Mechanism {
    /// How a period that is covered only in part is judged on a day.
    #[must_use]
    pub fn partial_year(&self, on: Day) -> PartialYear {
        match self.word(SettingId::PartialYear, on) {
            Some("require") => PartialYear::Require,
            Some("exempt") => PartialYear::Exempt,
            _ => PartialYear::Warn,
        }
    }

    /// A setting as it stood on a day: as the register says it; else, where it says nothing or no value of its sort, as this program ships it.
    #[must_use]
    pub fn setting(&self, id: SettingId, on: Day) -> Option<&Setting> {
        let says = |setting: &&Setting| setting.id == id && id.sort().takes(&setting.value);
        let held = self.settings.setting.iter().filter(says).filter(|setting| setting.since.is_none_or(|since| since <= on));
        held.max_by_key(|setting| setting.since).or_else(|| shipped::setting(id))
    }

    /// Every setting as it stood on a day: those of the register in its order, then those that it leaves out.
    pub fn settings_on(&self, on: Day) -> impl Iterator<Item = &Setting> {
        let said = self.settings.setting.iter().filter(move |said| self.setting(said.id, on).is_some_and(|held| held == *said));
        said.chain(self.unsaid_settings(on))
    }

    /// The settings of which the register says nothing on a day, as this program ships them.
    pub fn unsaid_settings(&self, on: Day) -> impl Iterator<Item = &Setting> {
        let held = SettingId::ALL.iter().filter_map(move |id| self.setting(*id, on));
        held.filter(|held| !self.settings.setting.iter().any(|said| std::ptr::eq(said, *held)))
    }

    /// The term that a setting gives.
    #[must_use]
    pub fn term(&self, id: SettingId, on: Day) -> Option<Term> {
        match self.setting(id, on)?.value {
            SettingValue::Term(term) => Some(term),
            _ => None,
        }
    }

    /// The day of a year that a setting gives, as it stood on another day. In a year without 29 February it is the 28th.
    #[must_use]
    pub fn day_of_year(&self, id: SettingId, year: u16, on: Day) -> Option<Day> {
        match self.setting(id, on)?.value {
            SettingValue::DayOfYear(month, day) => {
                let in_year = |day| Day::new(i32::from(year), u32::from(month), day);
                in_year(u32::from(day)).or_else(|| in_year(28))
            }
            _ => None,
        }
    }

    /// The word that a setting gives.
    #[must_use]
    pub fn word(&self, id: SettingId, on: Day) -> Option<&str> {
        match &self.setting(id, on)?.value {
            SettingValue::Word(word) => Some(word.as_str()),
            _ => None,
        }
    }

    /// The number that a setting gives.
    #[must_use]
    pub fn count(&self, id: SettingId, on: Day) -> Option<u32> {
        match self.setting(id, on)?.value {
            SettingValue::Count(count) => Some(count),
            _ => None,
        }
    }

    /// Whether a review needs a leader's own key on a day.
    #[must_use]
    pub fn reviews_are_signed(&self, on: Day) -> bool {
        self.word(SettingId::Review, on) == Some("signed")
    }

    /// From which day on the register is kept; what lies before is unknown, not unmet.
    #[must_use]
    pub fn records_since(&self) -> Option<Day> {
        match self.setting(SettingId::RecordsSince, Day::last_of(2199))?.value {
            SettingValue::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The end of a term that began at a moment.
    #[must_use]
    pub fn deadline(&self, id: SettingId, from: Moment) -> Option<TermEnd> {
        let term = self.term(id, from.day())?;
        let (day, guessed) = match term.unit {
            TermUnit::Hours => {
                let moment = from.plus_hours(term.count);
                return Some(TermEnd { day: moment.day(), moment, guessed: false });
            }
            TermUnit::Days => (from.day().plus(term.count), false),
            TermUnit::WorkingDays => self.working_days_after(from.day(), term.count),
        };
        Some(TermEnd { day, moment: Moment::end_of(day), guessed })
    }

    /// The end of a term that began on a day.
    #[must_use]
    pub fn due_after(&self, id: SettingId, from: Day) -> Option<Day> {
        self.deadline(id, Moment::end_of(from)).map(|deadline| deadline.day)
    }

    /// Whether people work on a day; `None` where its year's calendar is not published here.
    #[must_use]
    pub fn is_working(&self, day: Day) -> Option<bool> {
        let calendar = self.calendar.get(&day.year())?;
        if calendar.covers_from.is_some_and(|from| day < from) {
            return None;
        }
        Some(calendar.on.contains(&day) || (!calendar.off.contains(&day) && day.is_weekday()))
    }

    /// So many working days after a day, and whether an unpublished year had to be counted by weekdays.
    fn working_days_after(&self, from: Day, count: u32) -> (Day, bool) {
        let (mut day, mut left, mut guessed) = (from, count, false);
        while left > 0 {
            day = day.plus(1);
            let published = self.is_working(day);
            guessed |= published.is_none();
            if published.unwrap_or_else(|| is_probably_working(day)) {
                left -= 1;
            }
        }
        (day, guessed)
    }

    /// Working days from the day after `from` up to and including `to`, and whether an unpublished year had to be counted by
    /// weekdays.
    #[must_use]
    pub fn working_days_between(&self, from: Day, to: Day) -> (u32, bool) {
        let (mut day, mut count, mut guessed) = (from, 0, false);
        while day < to {
            day = day.plus(1);
            let published = self.is_working(day);
            guessed |= published.is_none();
            count += u32::from(published.unwrap_or_else(|| is_probably_working(day)));
        }
        (count, guessed)
    }

    /// Whether something with that end is near due: within the setting's working days.
    #[must_use]
    pub fn is_near(&self, today: Day, end: Day) -> bool {
        self.is_within(SettingId::NearDue, today, end)
    }

    /// Whether a licence with that last day is to be renewed: within the setting's days, far longer than anything else is near due.
    #[must_use]
    pub fn ends_soon(&self, today: Day, until: Day) -> bool {
        self.is_within(SettingId::LicenceAlert, today, until)
    }

    fn is_within(&self, id: SettingId, today: Day, end: Day) -> bool {
        today <= end && self.due_after(id, today).is_some_and(|last| end <= last)
    }
}

/// Whether people probably work on a day of a year whose calendar is not published: on weekdays, but for the days that are holidays in every
/// year by 全国年节及纪念日放假办法 and do not move with the moon.
fn is_probably_working(day: Day) -> bool {
    let is_holiday = matches!((day.month(), day.day()), (1 | 5, 1) | (10, 1..=3));
    day.is_weekday() && !is_holiday
}
