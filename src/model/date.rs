//! Calendar days as people write them, and as files hold them.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Serialize, Serializer};
use toml::Spanned;
use toml::de::DeValue;
use toml::value::{Date, Datetime};

use super::clause_key::said_number;
use super::field::Shape;
use super::half_width::to_half_width;
use super::leaf::Leaf;
use super::packed::{Packed, Packer};
use super::reader::TomlReader;
use super::value::{Value, leaf, read_str};
use crate::text::{Text, clean};
use crate::tr;

/// A calendar day in the register's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// The years that a register may speak of.
pub const YEARS: std::ops::RangeInclusive<u16> = 1949..=2199;

impl Day {
    /// A day of the calendar, where there is such a one.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let day = NaiveDate::from_ymd_opt(year, month, day)?;
        is_known_year(year).then_some(Self(day))
    }

    /// The day of a chrono date.
    #[must_use]
    pub fn from_date(date: NaiveDate) -> Self {
        Self(date)
    }

    /// As a chrono date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// Its year.
    #[must_use]
    pub fn year(self) -> u16 {
        u16::try_from(self.0.year()).unwrap_or_default()
    }

    /// Its month, from 1.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Its day of the month.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The first day of a year.
    ///
    /// # Panics
    /// Never: every `u16` year has a first of January.
    #[must_use]
    pub fn first_of(year: u16) -> Self {
        Self(NaiveDate::from_ymd_opt(i32::from(year), 1, 1).unwrap_or_default())
    }

    /// The last day of a year.
    #[must_use]
    pub fn last_of(year: u16) -> Self {
        Self(NaiveDate::from_ymd_opt(i32::from(year), 12, 31).unwrap_or_default())
    }

    /// So many days later.
    #[must_use]
    pub fn plus(self, days: u32) -> Self {
        Self(self.0.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX))
    }

    /// So many days earlier.
    #[must_use]
    pub fn minus(self, days: u32) -> Self {
        Self(self.0.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN))
    }

    /// Days from this one to a later one; negative to an earlier one.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        (later.0 - self.0).num_days()
    }

    /// Whether it is a Monday to Friday.
    #[must_use]
    pub fn is_weekday(self) -> bool {
        !matches!(self.0.weekday(), chrono::Weekday::Sat | chrono::Weekday::Sun)
    }
}

fn is_known_year(year: i32) -> bool {
    u16::try_from(year).is_ok_and(|year| YEARS.contains(&year))
}

/// A full day: 2025-03-01, 2025-3-1, 2025/3/1, 2025.3.1, 20250301, 2025年3月1日, also in full-width digits.
impl FromStr for Day {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let plain = to_half_width(given);
        let Some(parts) = numbers(&plain) else {
            return Err(no_day(given));
        };
        match parts[..] {
            [year, month, day] => {
                let year = i32::try_from(year).unwrap_or_default();
                Self::new(year, month, day).ok_or_else(|| no_day_of(year, given))
            }
            [whole] if plain.len() == 8 => {
                let year = i32::try_from(whole / 10_000).unwrap_or_default();
                Self::new(year, whole / 100 % 100, whole % 100).ok_or_else(|| no_day_of(year, given))
            }
            _ => Err(no_day(given)),
        }
    }
}

/// 2025-03-01, digit by digit: a register holds a million days, and formatting machinery would cost more than reading them.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |number: u32, place: u32| char::from_digit(number / place % 10, 10).unwrap_or('0');
        let (year, month, day) = (u32::from(Self::year(*self)), self.0.month(), self.0.day());
        for place in [1000, 100, 10, 1] {
            f.write_char(digit(year, place))?;
        }
        for number in [month, day] {
            f.write_char('-')?;
            f.write_char(digit(number, 10))?;
            f.write_char(digit(number, 1))?;
        }
        Ok(())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Value for Day {
    const SHAPE: Shape = Shape::Day;

    leaf!(|day| Leaf::Day(*day));

    fn read(value: &Spanned<DeValue<'_>>, reader: &mut TomlReader) -> Option<Self> {
        match value.get_ref() {
            DeValue::Datetime(Datetime { date: Some(date), time: None, offset: None }) => {
                let day = day_of(*date);
                if day.is_none() {
                    reader.problem(value.span(), no_such_day(&date.to_string()), Self::SHAPE.expected());
                }
                day
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
        packer.number(Self::year(*self).into());
        packer.number(self.0.ordinal().into());
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        let year = packed.number()?.try_into().ok().filter(|year| YEARS.contains(year))?;
        NaiveDate::from_yo_opt(year.into(), packed.number()?.try_into().ok()?).map(Self)
    }
}

/// The day that TOML means.
pub(super) fn day_of(date: Date) -> Option<Day> {
    Day::new(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

/// The numbers of a day: split at signs that people put between them, or `None` where anything else stands there.
pub(super) fn numbers(plain: &str) -> Option<Vec<u32>> {
    let plain = plain.trim_end_matches(['日', '号']);
    let parts = plain.split(['-', '/', '.', '年', '月']).map(|part| {
        let part = part.trim();
        let digits = !part.is_empty() && part.len() <= 8 && part.bytes().all(|b| b.is_ascii_digit());
        // 二〇二六年一月五日, as papers were dated; a 月 tells that these are days and no clauses.
        if digits { part.parse().ok() } else { plain.contains('月').then(|| in_chinese(part)).flatten() }
    });
    parts.collect()
}

/// A number in Chinese digits: a year digit by digit (二〇二六, where full-width signs were made half-width), a month or a day by its tens.
fn in_chinese(part: &str) -> Option<u32> {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|known| known == if "0零○".contains(c) { '〇' } else { c });
    if part.chars().count() == 4 {
        return part.chars().try_fold(0, |year, c| Some(year * 10 + u32::try_from(digit(c)?).ok()?));
    }
    said_number(part).map(u32::from)
}

fn no_day(given: &str) -> Text {
    let given = clean(given);
    tr!("“{given}”不是日期，请写 2025-03-01 或 2025年3月1日"; "\"{given}\" is not a day; write 2025-03-01")
}

/// That a year is none of those of which a register may speak.
#[must_use]
pub fn beyond_years(given: &str) -> Text {
    let (given, first, last) = (clean(given), YEARS.start(), YEARS.end());
    tr!(
        "“{given}”的年份不在 {first} 年到 {last} 年之间，请核对";
        "the year of \"{given}\" does not lie between {first} and {last}; check it"
    )
}

fn no_day_of(year: i32, given: &str) -> Text {
    if is_known_year(year) { no_such_day(given) } else { beyond_years(given) }
}

pub(super) fn no_such_day(given: &str) -> Text {
    let given = clean(given);
    tr!("没有“{given}”这一天，请核对日期"; "there is no day \"{given}\"; check the date")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn days_as_people_write_them() {
        let first = day("2025-03-01");
        for written in ["2025-3-1", "2025/3/1", "2025.03.01", "20250301", "2025年3月1日", "２０２５年３月１日", " 2025-03-1 "]
        {
            assert_eq!(day(written), first, "{written}");
        }
        assert!("25.3.1".parse::<Day>().is_err(), "a file says the whole year");
    }

    #[test]
    fn days_that_are_none() {
        for written in ["2025-02-29", "2025-13-01", "0025-01-01", "2025-3", "三月一日", "", "2025-03-01x", "99999999"] {
            assert!(written.parse::<Day>().is_err(), "{written}");
        }
        assert!("2024-02-29".parse::<Day>().is_ok());
        let told = "3000-01-01".parse::<Day>().expect_err("beyond");
        assert!(told.zh().contains("1949 年到 2199 年"), "{}", told.zh());
    }
}
