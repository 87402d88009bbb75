//! Periods in which a minimum is counted: a week to a year of the calendar.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};

use super::date::{Day, YEARS, beyond_years};
use super::field::{Lies, Shape, words};
use super::leaf::Leaf;
use super::pattern::Pattern;
use super::said_day::SEASON;
use super::value::scalar;
use crate::text::{Text, clean};
use crate::tr;

words! {
    /// How often something is asked for.
    pub enum Every {
        /// Once a week, from Monday.
        Week = "week", "每周", "week";
        Month = "month", "每月", "month";
        Quarter = "quarter", "每季度", "quarter";
        HalfYear = "half-year", "每半年", "half-year";
        Year = "year", "每年", "year";
    }
}

/// A stretch of the calendar: 2025, 2025-H1, 2025-Q3, 2025-06, 2025-W07.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    every: Every,
    /// Its place in the year, from 1.
    index: u8,
}

impl Period {
    /// A calendar year.
    #[must_use]
    pub fn year(year: u16) -> Self {
        Self { year, every: Every::Year, index: 1 }
    }

    /// The periods of one length that end in a year. A week belongs to the year of its Thursday, as ISO 8601 has it.
    #[must_use]
    pub fn all_of(year: u16, every: Every) -> Vec<Self> {
        let count = match every {
            Every::Year => 1,
            Every::HalfYear => 2,
            Every::Quarter => 4,
            Every::Month => 12,
            Every::Week => weeks_of(year),
        };
        (1..=count).map(|index| Self { year, every, index }).collect()
    }

    /// A stretch of time as a person says it: 今年, 去年, 上月, 本季度, 上半年, 5月, 2025年5月, 2025年第2季度, and whatever [`Period::from_str`]
    /// takes. A missing year is that of `today`, unless the stretch would then lie where it cannot be meant: what lies behind has begun, and a term
    /// is not over for half a year.
    ///
    /// # Errors
    /// How to write it.
    pub fn said(given: &str, today: Day, lies: Lies) -> Result<Self, Text> {
        let plain = super::to_half_width(given);
        let plain = plain.trim();
        let near = |every: Every, back: usize| {
            let years = [today.year(), today.year() - 1];
            let mut past: Vec<Self> = years.into_iter().flat_map(|year| Self::all_of(year, every)).collect();
            past.retain(|period| period.first() <= today);
            past.sort_by_key(|period| std::cmp::Reverse(period.first()));
            past.into_iter().nth(back)
        };
        let said = match plain {
            "今年" | "本年" | "this year" => near(Every::Year, 0),
            "去年" | "上年" | "last year" => near(Every::Year, 1),
            "本月" | "这个月" | "this month" => near(Every::Month, 0),
            "上月" | "上个月" | "last month" => near(Every::Month, 1),
            "本季度" | "this quarter" => near(Every::Quarter, 0),
            "上季度" | "last quarter" => near(Every::Quarter, 1),
            "本周" | "这周" | "this week" => near(Every::Week, 0),
            "上周" | "last week" => near(Every::Week, 1),
            _ => None,
        };
        said.or_else(|| Self::of_chinese(plain, today, lies)).map_or_else(|| given.parse(), Ok)
    }

    /// The first or the last day of a stretch of time that lies behind, as a person says it, or the day that is said.
    ///
    /// # Errors
    /// It is neither: how to write a day.
    pub fn edge_said(given: &str, today: Day, edge: fn(Self) -> Day) -> Result<Day, Text> {
        Self::said(given, today, Lies::Behind).map(edge).or_else(|_| Day::said(given, today, Lies::Behind))
    }

    /// 2025年5月, 5月, 2025年第2季度, 2025年上半年.
    fn of_chinese(plain: &str, today: Day, lies: Lies) -> Option<Self> {
        const HALF_A_YEAR: u32 = 183;
        let (year, rest) = match plain.split_once('年') {
            Some((year, rest)) if year != "上半" && year != "下半" => {
                (Some(year.trim().parse().ok()?), rest.trim_start_matches('度').trim())
            }
            _ => (None, plain),
        };
        let (every, index) = match rest {
            "上半年" => (Every::HalfYear, 1),
            "下半年" => (Every::HalfYear, 2),
            rest => match rest.strip_suffix("月").or(rest.strip_suffix("月份")) {
                Some(month) => (Every::Month, month.trim().parse().ok()?),
                None => (Every::Quarter, quarter(rest.strip_suffix("季度")?.trim_start_matches('第').trim())?),
            },
        };
        // Whether it is a year at all is said where years are read.
        let of = |year: u16| {
            year.to_string().parse::<Self>().ok()?;
            Self::all_of(year, every).into_iter().find(|period| period.index == index)
        };
        let Some(year) = year else {
            let near = of(today.year())?;
            return match lies {
                Lies::Behind if near.first() > today => of(today.year() - 1),
                Lies::Near if near.first() > today.plus(HALF_A_YEAR) => of(today.year() - 1),
                Lies::Planned => (today.year() - 1..).take(3).filter_map(of).find(|period| period.last() >= today.minus(SEASON)),
                Lies::Near | Lies::Ahead if near.last() < today.minus(HALF_A_YEAR) => of(today.year() + 1),
                _ => Some(near),
            };
        };
        of(year)
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Day {
        let month = |month: u8| Day::new(i32::from(self.year), u32::from(month), 1).unwrap_or(Day::first_of(self.year));
        match self.every {
            Every::Year => Day::first_of(self.year),
            Every::HalfYear => month(self.index * 6 - 5),
            Every::Quarter => month(self.index * 3 - 2),
            Every::Month => month(self.index),
            Every::Week => {
                let monday = NaiveDate::from_isoywd_opt(i32::from(self.year), u32::from(self.index), Weekday::Mon);
                monday.map_or(Day::first_of(self.year), Day::from_date)
            }
        }
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Day {
        let months = match self.every {
            Every::Week => return self.first().plus(6),
            Every::Year => 12,
            Every::HalfYear => 6,
            Every::Quarter => 3,
            Every::Month => 1,
        };
        let first = self.first().date();
        let next = first.checked_add_months(chrono::Months::new(months)).unwrap_or(first);
        Day::from_date(next).minus(1)
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// Its last day within the year that it counts for. The last week of a year may end in the next one.
    #[must_use]
    pub fn last_in_year(self) -> Day {
        self.last().min(Day::last_of(self.year))
    }

    /// As people say it.
    #[must_use]
    pub fn label(self) -> Text {
        let (year, index) = (self.year, self.index);
        let zh = match self.every {
            Every::Year => format!("{year}年度"),
            Every::HalfYear if index == 1 => format!("{year}年上半年"),
            Every::HalfYear => format!("{year}年下半年"),
            Every::Quarter => format!("{year}年第{index}季度"),
            Every::Month => format!("{year}年{index}月"),
            Every::Week => format!("{year}年第{index}周"),
        };
        Text::new(zh, self.to_string())
    }

    /// How long it is.
    #[must_use]
    pub fn every(self) -> Every {
        self.every
    }
}

fn quarter(given: &str) -> Option<u8> {
    const NUMBERS: [&str; 4] = ["一", "二", "三", "四"];
    let named = NUMBERS.iter().position(|number| *number == given).and_then(|at| u8::try_from(at + 1).ok());
    named.or_else(|| given.parse().ok())
}

fn weeks_of(year: u16) -> u8 {
    let last_week = NaiveDate::from_ymd_opt(i32::from(year), 12, 28).map_or(52, |day| day.iso_week().week());
    u8::try_from(last_week).unwrap_or(52)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, index) = (self.year, self.index);
        match self.every {
            Every::Year => write!(f, "{year}"),
            Every::HalfYear => write!(f, "{year}-H{index}"),
            Every::Quarter => write!(f, "{year}-Q{index}"),
            Every::Month => write!(f, "{year}-{index:02}"),
            Every::Week => write!(f, "{year}-W{index:02}"),
        }
    }
}

impl FromStr for Period {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let plain = super::to_half_width(given);
        let parsed = || {
            let (year, rest) = plain.split_once('-').unwrap_or((&plain, ""));
            let year = year.trim_end_matches('年').parse().ok().filter(|year| YEARS.contains(year))?;
            let (every, index) = match rest.chars().next() {
                None => (Every::Year, "1"),
                Some('H') => (Every::HalfYear, &rest[1..]),
                Some('Q') => (Every::Quarter, &rest[1..]),
                Some('W') => (Every::Week, &rest[1..]),
                Some(_) => (Every::Month, rest),
            };
            let index: usize = index.parse().ok()?;
            Self::all_of(year, every).get(index.checked_sub(1)?).copied()
        };
        parsed().ok_or_else(|| {
            let year = plain.split(['-', '年']).next().and_then(|year| year.trim().parse::<u16>().ok());
            if year.is_some_and(|year| year > 999 && !YEARS.contains(&year)) {
                return beyond_years(given);
            }
            let given = clean(given);
            tr!("“{given}”不是期间，应如 2025、2025-H1、2025-Q3、2025-06、2025-W07"; "\"{given}\" is not a period such as 2025, 2025-H1, 2025-Q3, 2025-06 or 2025-W07")
        })
    }
}

scalar!(Period, Shape::Pattern(Pattern::Period), |period| Leaf::Period(*period));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_year_is_the_one_that_is_meant() {
        let day = |text: &str| -> Day { text.parse().expect("a day") };
        for (written, today, lies, meant) in [
            ("11月", "2026-01-05", Lies::Behind, "2025-11"),
            ("12月", "2025-11-20", Lies::Behind, "2024-12"),
            ("下半年", "2026-03-01", Lies::Behind, "2025-H2"),
            ("1月", "2026-01-05", Lies::Behind, "2026-01"),
            ("1月", "2025-12-20", Lies::Ahead, "2026-01"),
            ("11月", "2025-12-20", Lies::Ahead, "2025-11"),
            ("12月", "2026-01-05", Lies::Near, "2025-12"),
            ("12月", "2026-01-05", Lies::Planned, "2025-12"),
            ("8月", "2026-01-05", Lies::Planned, "2026-08"),
            ("3月", "2025-12-20", Lies::Planned, "2026-03"),
            ("2025年11月", "2026-01-05", Lies::Ahead, "2025-11"),
        ] {
            assert_eq!(Period::said(written, day(today), lies).map(|p| p.to_string()), Ok(meant.into()), "{written} {today}");
        }
        assert!("3000-01".parse::<Period>().expect_err("beyond").zh().contains("2199"));
    }

    #[test]
    fn periods_cover_their_year() {
        for every in [Every::Month, Every::Quarter, Every::HalfYear, Every::Year] {
            let all = Period::all_of(2024, every);
            assert_eq!(all[0].first(), Day::first_of(2024));
            assert_eq!(all[all.len() - 1].last(), Day::last_of(2024));
            assert!(all.windows(2).all(|pair| pair[0].last().plus(1) == pair[1].first()));
            assert!(all.iter().all(|p| p.to_string().parse() == Ok(*p)));
        }
        assert_eq!(Period::all_of(2026, Every::Week).len(), 53);
        assert_eq!("2024-02".parse::<Period>().map(|p| p.last().to_string()), Ok("2024-02-29".into()));
        // The last week of 2026 ends in 2027 and counts for 2026.
        assert_eq!(
            "2026-W53".parse::<Period>().map(|p| (p.last().to_string(), p.last_in_year())),
            Ok(("2027-01-03".into(), Day::last_of(2026)))
        );
        assert!("2025-13".parse::<Period>().is_err());
        assert!("2025-W53".parse::<Period>().is_err());
    }
}
