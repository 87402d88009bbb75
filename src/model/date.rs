//! Calendar days as people write them, and as files hold them.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Serialize, Serializer};
use toml::Spanned;
use toml::de::DeValue;
use toml::value::{Date, Datetime};

use super::field::{Lies, Shape};
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

/// By what it is known of which year a day is that is said without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearMeant {
    /// By today: this year, unless the day would then lie more than half a year on the side where it cannot be meant. What lies nearer is taken at
    /// its word.
    ByToday(Lies),
    /// It is the first such day from that one on.
    From(Day),
    /// It is the one that lies nearest to that day.
    Nearest(Day),
    /// It happened: that day came before it, and it came before today.
    Since(Day),
}

impl From<Lies> for YearMeant {
    fn from(lies: Lies) -> Self {
        Self::ByToday(lies)
    }
}

impl YearMeant {
    /// The day of that name in the year in which it is meant.
    fn of(self, month: u32, day: u32, today: Day) -> Option<Day> {
        const HALF_A_YEAR: i64 = 183;
        // 29 February lies where the 28th does: whether there is such a day is asked of the year that is meant.
        let in_year = |year: i32| Day::new(year, month, day.min(28));
        let around = match self {
            Self::ByToday(_) => today,
            Self::From(beside) | Self::Nearest(beside) | Self::Since(beside) => beside,
        };
        let year = i32::from(around.year());
        let distance = around.days_until(in_year(year)?);
        let away = match self {
            Self::ByToday(Lies::Behind | Lies::Near) | Self::Nearest(_) if distance > HALF_A_YEAR => -1,
            Self::ByToday(Lies::Ahead | Lies::Near) | Self::Nearest(_) if distance < -HALF_A_YEAR => 1,
            Self::From(first) if (month, day) < (first.month(), first.day()) => 1,
            Self::Since(first) => {
                let by_today = Self::ByToday(Lies::Behind).of(month, day, today)?;
                let before = in_year(i32::from(by_today.year()) - 1)?;
                let is_before = by_today > today && first <= before;
                return Day::new(i32::from(by_today.year()) - i32::from(is_before), month, day);
            }
            _ => 0,
        };
        Day::new(year + away, month, day)
    }
}

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

    /// A day as a person says it: `3月1日`, `3-1`, `25.3.1`, `今天`, `昨天`, `前天`, `明天`, `上周五`, and whatever [`Day::from_str`] takes. A
    /// missing year is told by [`YearMeant`].
    ///
    /// # Errors
    /// What is wrong with it and how to write it.
    pub fn said(given: &str, today: Self, meant: impl Into<YearMeant>) -> Result<Self, Text> {
        let plain = to_half_width(given);
        match plain.as_str() {
            "今天" | "今日" | "today" => return Ok(today),
            "昨天" | "昨日" | "yesterday" => return Ok(today.minus(1)),
            "前天" => return Ok(today.minus(2)),
            "大前天" => return Ok(today.minus(3)),
            "明天" | "明日" | "tomorrow" => return Ok(today.plus(1)),
            "后天" => return Ok(today.plus(2)),
            _ => {}
        }
        if let Some(day) = weekday(&plain, today) {
            return Ok(day);
        }
        let parts = numbers(&plain);
        match parts.as_deref() {
            Some([month, day]) => meant.into().of(*month, *day, today).ok_or_else(|| no_such_day(given)),
            // 25.6.3: a year of two digits is one that is not far; what else might stand first is no year.
            Some([year, month, day]) if *year < 100 => {
                let year = i32::from(today.year()) / 100 * 100 + i32::try_from(*year).unwrap_or_default();
                let is_near = (-10..=5).contains(&(year - i32::from(today.year())));
                Self::new(year, *month, *day).filter(|_| is_near).ok_or_else(|| no_such_day(given))
            }
            _ => plain.parse(),
        }
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

/// 上周五, 本周三, 下星期一: a day of the week before, of this one or the next, each of which begins on a Monday. 周五 alone may be the one
/// that was or the one that comes.
fn weekday(plain: &str, today: Day) -> Option<Day> {
    let weeks = [("上", -7), ("本", 0), ("这", 0), ("下", 7)];
    let (rest, week) = weeks.iter().find_map(|(word, days)| Some((plain.strip_prefix(word)?, *days)))?;
    let name = ["周", "星期", "礼拜"].iter().find_map(|word| rest.strip_prefix(word))?;
    let names = ["一", "二", "三", "四", "五", "六"];
    let at = if ["日", "天"].contains(&name) { 6 } else { names.iter().position(|known| *known == name)? };
    let from_today = week + i64::try_from(at).ok()? - i64::from(today.0.weekday().num_days_from_monday());
    Some(Day(today.0.checked_add_signed(chrono::TimeDelta::days(from_today))?))
}

/// The numbers of a day: split at signs that people put between them, or `None` where anything else stands there.
pub(super) fn numbers(plain: &str) -> Option<Vec<u32>> {
    let plain = plain.trim_end_matches(['日', '号']);
    let parts = plain.split(['-', '/', '.', '年', '月']).map(|part| {
        let part = part.trim();
        let digits = !part.is_empty() && part.len() <= 8 && part.bytes().all(|b| b.is_ascii_digit());
        if digits { part.parse().ok() } else { None }
    });
    parts.collect()
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
        let today = day("2025-12-31");
        let behind = |written: &str| Day::said(written, today, Lies::Behind);
        for written in ["3月1日", "３月１号", "25.3.1", "25年3月1日"] {
            assert_eq!(behind(written), Ok(first), "{written}");
        }
        assert!(["3-1-25", "1.3.1", "99.3.1"].iter().all(|other| behind(other).is_err()));
        assert!("25.3.1".parse::<Day>().is_err(), "a file says the whole year");
        assert_eq!(behind("今天"), Ok(today));
        assert_eq!(behind("明天"), Ok(day("2026-01-01")));
        // 31 December 2025 is a Wednesday.
        for (written, meant) in
            [("上周五", "2025-12-26"), ("本周三", "2025-12-31"), ("下星期一", "2026-01-05"), ("上周日", "2025-12-28")]
        {
            assert_eq!(behind(written), Ok(day(meant)), "{written}");
        }
        assert!(behind("周五").is_err(), "it may be the last or the next");
    }

    #[test]
    fn a_missing_year_is_the_one_that_is_meant() {
        let (december, january) = (day("2025-12-20"), day("2026-01-05"));
        for (written, today, lies, meant) in [
            // What happened in November was told in January; tomorrow is no slip of a year.
            ("11月3号", january, Lies::Behind, "2025-11-03"),
            ("1月6日", january, Lies::Behind, "2026-01-06"),
            ("1-5", january, Lies::Behind, "2026-01-05"),
            ("2026-11-03", january, Lies::Behind, "2026-11-03"),
            ("1月10日", december, Lies::Behind, "2025-01-10"),
            // A term that is set in December ends in the next year; one that ended a month ago is filed late.
            ("1月10日", december, Lies::Ahead, "2026-01-10"),
            ("11月30日", december, Lies::Ahead, "2025-11-30"),
            ("11月3号", january, Lies::Ahead, "2026-11-03"),
            // Who took office in December is filed in January, who will in January is filed in December.
            ("12月1日", january, Lies::Near, "2025-12-01"),
            ("1月1日", december, Lies::Near, "2026-01-01"),
            ("6月1日", january, Lies::Near, "2026-06-01"),
            ("2月29日", day("2027-12-20"), Lies::Ahead, "2028-02-29"),
        ] {
            assert_eq!(Day::said(written, today, lies), Ok(day(meant)), "{written} {today} {lies:?}");
        }
    }

    #[test]
    fn days_that_are_none() {
        for written in ["2025-02-29", "2025-13-01", "0025-01-01", "2025-3", "三月一日", "", "2025-03-01x", "99999999"] {
            assert!(written.parse::<Day>().is_err(), "{written}");
        }
        assert!("2024-02-29".parse::<Day>().is_ok());
        assert!(Day::said("2月29日", day("2025-06-01"), Lies::Near).is_err());
        let told = "3000-01-01".parse::<Day>().expect_err("beyond");
        assert!(told.zh().contains("1949 年到 2199 年"), "{}", told.zh());
    }

    #[test]
    fn a_missing_year_goes_by_another_day() {
        use YearMeant::{From, Nearest, Since};
        let today = day("2027-01-05");
        for (written, meant, expected) in [
            ("12月15日", From(day("2026-12-01")), "2026-12-15"),
            ("12月1日", From(day("2026-12-01")), "2026-12-01"),
            ("11月30日", From(day("2026-12-01")), "2027-11-30"),
            ("1月10日", From(day("2024-12-20")), "2025-01-10"),
            ("2月29日", From(day("2027-12-20")), "2028-02-29"),
            ("3月11日", Nearest(day("2026-03-10")), "2026-03-11"),
            ("1月2日", Nearest(day("2026-12-30")), "2027-01-02"),
            ("12月30日", Nearest(day("2026-01-02")), "2025-12-30"),
            // What happened lies before today where the fact lies before it, and else is taken at its word.
            ("3月10日", Since(day("2026-02-20")), "2026-03-10"),
            ("3月10日", Since(day("2026-11-20")), "2027-03-10"),
            ("12月20日", Since(day("2024-12-01")), "2026-12-20"),
            ("昨天", From(day("2024-12-01")), "2027-01-04"),
            ("2025-03-10", From(day("2026-12-01")), "2025-03-10"),
        ] {
            assert_eq!(Day::said(written, today, meant), Ok(day(expected)), "{written} {meant:?}");
        }
        assert!(Day::said("2月29日", today, From(day("2026-12-01"))).is_err());
    }
}
