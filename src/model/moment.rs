//! Days with a time as people write them, and as files hold them.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use chrono::{NaiveDateTime, NaiveTime, Timelike};
use serde::{Serialize, Serializer};
use toml::Spanned;
use toml::de::DeValue;
use toml::value::{Datetime, Time};

use super::date::{Day, day_of, no_such_day, numbers};
use super::field::Shape;
use super::half_width::to_half_width;
use super::leaf::Leaf;
use super::packed::{Packed, Packer};
use super::reader::TomlReader;
use super::said_day::YearMeant;
use super::value::{Value, leaf, read_str};
use crate::text::{Text, clean};
use crate::tr;

/// A day with a time, to the minute, in the register's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(NaiveDateTime);

impl Moment {
    /// A time of a day.
    #[must_use]
    pub fn new(day: Day, hour: u32, minute: u32) -> Option<Self> {
        Some(Self(day.date().and_time(NaiveTime::from_hms_opt(hour, minute, 0)?)))
    }

    /// The day it lies in.
    #[must_use]
    pub fn day(self) -> Day {
        Day::from_date(self.0.date())
    }

    /// As a chrono date and time.
    #[must_use]
    pub fn date_time(self) -> NaiveDateTime {
        self.0
    }

    /// So many hours later.
    #[must_use]
    pub fn plus_hours(self, hours: u32) -> Self {
        Self(self.0.checked_add_signed(chrono::TimeDelta::hours(i64::from(hours))).unwrap_or(self.0))
    }

    /// As people read it: `2025-03-01 18:30`.
    #[must_use]
    pub fn to_minute(self) -> String {
        format!("{} {:02}:{:02}", self.day(), self.0.hour(), self.0.minute())
    }

    /// The first minute of a day; of a moment that a person wrote without a time, all that is known.
    #[must_use]
    pub fn start_of(day: Day) -> Self {
        Self(day.date().and_time(NaiveTime::MIN))
    }

    /// Whether it certainly lies before another: a day without a time lies before nothing of its own day.
    #[must_use]
    pub fn precedes(self, other: Self) -> bool {
        let has_time = self != Self::start_of(self.day());
        self.day() < other.day() || (has_time && self < other)
    }

    /// The last minute of a day.
    #[must_use]
    pub fn end_of(day: Day) -> Self {
        Self(day.date().and_time(NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default()))
    }

    /// A moment as a person says it, with a day as [`Day::said`] takes it; without a time, midnight is meant.
    ///
    /// # Errors
    /// What is wrong with it and how to write it.
    pub fn said(given: &str, today: Day, meant: impl Into<YearMeant>) -> Result<Self, Text> {
        let plain = to_half_width(given);
        let (day, time) = split_time(&plain);
        Self::at(Day::said(day, today, meant)?, time).ok_or_else(|| no_moment(given))
    }

    /// The same, where somebody says when something happened: a day alone is no hour of it.
    ///
    /// # Errors
    /// It is no moment, or only a day.
    pub fn said_exactly(given: &str, today: Day, meant: impl Into<YearMeant>) -> Result<Self, Text> {
        if split_time(&to_half_width(given)).1.trim().is_empty() {
            let day = Day::said(given, today, meant)?;
            return Err(tr!(
                "“{day}”没有写几时几分，如 {day} 16:30；台账不替人填时间";
                "\"{day}\" says no hour, as {day} 16:30 does: the register makes none up"
            ));
        }
        Self::said(given, today, meant)
    }

    /// Whether a day or moment is said by month and day alone.
    #[must_use]
    pub fn lacks_year(given: &str) -> bool {
        let plain = to_half_width(given);
        numbers(split_time(plain.trim()).0).is_some_and(|numbers| numbers.len() == 2)
    }

    fn at(day: Day, time: &str) -> Option<Self> {
        let time = time.trim().trim_end_matches('分');
        if time.is_empty() {
            return Self::new(day, 0, 0);
        }
        let parts: Vec<&str> = time.split([':', '时', '点']).collect();
        let number = |part: &str| if part.is_empty() { Some(0) } else { part.parse().ok() };
        match parts[..] {
            [hour, minute] | [hour, minute, "00"] => Self::new(day, number(hour)?, number(minute)?),
            _ => None,
        }
    }
}

/// `2025-03-01T18:30`, `2025-3-1 18:30`, `2025年3月1日18时30分`, also in full-width digits.
impl FromStr for Moment {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let plain = to_half_width(given);
        let (day, time) = split_time(&plain);
        Self::at(day.parse()?, time).ok_or_else(|| no_moment(given))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}:00", self.day(), self.0.hour(), self.0.minute())
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Value for Moment {
    const SHAPE: Shape = Shape::Moment;

    leaf!(|moment| Leaf::Moment(*moment));

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self> {
        match value.get_ref() {
            DeValue::Datetime(Datetime { date: Some(date), time: Some(Time { hour, minute, .. }), offset: None }) => {
                let moment = day_of(*date).and_then(|day| Self::new(day, u32::from(*hour), u32::from(*minute)));
                if moment.is_none() {
                    reader.problem(value.span(), no_such_day(&date.to_string()), Self::SHAPE.expected());
                }
                moment
            }
            DeValue::Datetime(Datetime { offset: Some(_), .. }) => {
                let what = Text::fixed("时间不带时区：都按台账所在时区", "a time carries no zone: all are of the register's own");
                reader.problem(value.span(), what, Self::SHAPE.expected());
                None
            }
            DeValue::Datetime(_) => reader.wrong_shape(value, &Self::SHAPE),
            _ => read_str(value, reader, &Self::SHAPE),
        }
    }

    fn write_inline(&self, out: &mut String) {
        // Writing to memory does not fail.
        let _ = write!(out, "{self}");
    }

    fn pack(&self, packer: &mut Packer) {
        self.day().pack(packer);
        packer.number(self.0.hour().into());
        packer.number(self.0.minute().into());
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        let (day, mut number) = (Day::unpack(packed)?, || packed.number()?.try_into().ok());
        Self::new(day, number()?, number()?)
    }
}

fn split_time(plain: &str) -> (&str, &str) {
    if let Some((day, time)) = plain.split_once(['T', ' ']) {
        return (day, time);
    }
    match plain.find(['日', '号']) {
        Some(at) => plain.split_at(at + '日'.len_utf8()),
        None => (plain, ""),
    }
}

fn no_moment(given: &str) -> Text {
    let given = clean(given);
    tr!("“{given}”不是时间，请写 2025-03-01 18:30"; "\"{given}\" is not a time; write 2025-03-01 18:30")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::Lies;

    #[test]
    fn moments_as_people_write_them() {
        let moment: Moment = "2025-03-01T18:30:00".parse().expect("a moment");
        for written in ["2025-3-1 18:30", "2025年3月1日18时30分", "2025年3月1日18：30", "２０２５-３-１ １８:３０"]
        {
            assert_eq!(written.parse(), Ok(moment), "{written}");
        }
        assert_eq!(moment.to_minute(), "2025-03-01 18:30");
        assert!("2025-03-01T25:00".parse::<Moment>().is_err());
        assert_eq!(moment.plus_hours(24).day(), Day::new(2025, 3, 2).expect("a day"));
    }

    #[test]
    fn the_year_of_a_moment_is_also_that_of_what_is_said_of_it() {
        let january: Day = "2026-01-05".parse().expect("a day");
        let told = Moment::said_exactly("11月3日", january, Lies::Behind).expect_err("no hour");
        assert!(told.zh().contains("2025-11-03 16:30"), "{}", told.zh());
        assert_eq!(Moment::said_exactly("11月3日 9:00", january, Lies::Behind).map(Moment::day), "2025-11-03".parse());
        assert!(Moment::lacks_year("11月3日 9:00") && !Moment::lacks_year("昨天 9:00") && !Moment::lacks_year("2025-11-03"));
    }

    #[test]
    fn a_full_hour_keeps_its_minutes() {
        assert_eq!(Moment::new(Day::first_of(2025), 0, 0).expect("a moment").to_minute(), "2025-01-01 00:00");
        assert_eq!(Moment::new(Day::first_of(2025), 10, 0).expect("a moment").to_minute(), "2025-01-01 10:00");
    }
}
