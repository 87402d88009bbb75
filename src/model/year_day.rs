//! A day of every year, as clauses name it (每年1月31日前).

use super::Day;
use super::field::Shape;
use super::leaf::Leaf;
use super::pattern::Pattern;
use crate::text::{Text, clean};
use crate::tr;

/// A month and a day, written `01-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearDay {
    month: u32,
    day: u32,
}

impl YearDay {
    /// That day of a year; 29 February is the 28th where there is none.
    #[must_use]
    pub fn of(self, year: u16) -> Day {
        let day = |day| Day::new(year.into(), self.month, day);
        day(self.day).or_else(|| day(self.day.saturating_sub(1))).unwrap_or(Day::last_of(year))
    }
}

impl std::fmt::Display for YearDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl std::str::FromStr for YearDay {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let two = |text: &str| (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten();
        let parsed = given.split_once('-').and_then(|(month, day)| Some(Self { month: two(month)?, day: two(day)? }));
        // A leap year has every day that there is.
        parsed.filter(|one| Day::new(2024, one.month, one.day).is_some()).ok_or_else(|| {
            let given = clean(given);
            tr!("“{given}”不是一年中的日期，应如 01-31"; "\"{given}\" is no day of a year, such as 01-31")
        })
    }
}

super::value::scalar!(YearDay, Shape::Pattern(Pattern::YearDay), |day| Leaf::YearDay(*day));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_every_year() {
        for good in ["01-31", "12-31", "02-29"] {
            assert_eq!(good.parse::<YearDay>().map(|day| day.to_string()), Ok(good.to_owned()));
        }
        for bad in ["1-31", "13-01", "02-30", "00-10", "01-00", "0131", "2025-01-31", ""] {
            assert!(bad.parse::<YearDay>().is_err(), "{bad}");
        }
        let leap = "02-29".parse::<YearDay>().expect("a day");
        assert_eq!((leap.of(2024).to_string(), leap.of(2025).to_string()), ("2024-02-29".into(), "2025-02-28".into()));
    }
}
