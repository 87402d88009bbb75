//! A day as a person says it: of this week, by its distance from today, or without its year.

use chrono::Datelike as _;

use super::date::{Day, no_such_day, numbers};
use super::field::Lies;
use super::half_width::to_half_width;
use crate::text::Text;

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

/// So many days after it was carried out at most what was planned is filed without its year.
pub(super) const SEASON: u32 = 92;

impl YearMeant {
    /// The day of that name in the year in which it is meant.
    fn of(self, month: u32, day: u32, today: Day) -> Option<Day> {
        const HALF_A_YEAR: i64 = 183;
        if self == Self::ByToday(Lies::Planned) {
            return Self::From(today.minus(SEASON)).of(month, day, today);
        }
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

impl Day {
    /// A day as a person says it: `3月1日`, `3-1`, `25.3.1`, `今天`, `昨天`, `前天`, `明天`, `上周五`, and whatever a file may hold. A
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
            _ => given.parse(),
        }
    }
}

/// 上周五, 本周三, 下星期一: a day of the week before, of this one or the next, each of which begins on a Monday. 周五 alone may be the one
/// that was or the one that comes.
fn weekday(plain: &str, today: Day) -> Option<Day> {
    let weeks = [("上", -7), ("本", 0), ("这", 0), ("下", 7)];
    let (rest, week) = weeks.iter().find_map(|(word, days)| Some((plain.strip_prefix(word)?, *days)))?;
    let name = ["周", "星期", "礼拜"].iter().find_map(|word| rest.strip_prefix(word))?;
    let names = ["一", "二", "三", "四", "五", "六"];
    let at = if ["日", "天"].contains(&name) { 6 } else { names.iter().position(|known| *known == name)? };
    let from_today = week + i64::try_from(at).ok()? - i64::from(today.date().weekday().num_days_from_monday());
    Some(Day::from_date(today.date().checked_add_signed(chrono::TimeDelta::days(from_today))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn days_as_people_say_them() {
        let first = day("2025-03-01");
        let today = day("2025-12-31");
        let behind = |written: &str| Day::said(written, today, Lies::Behind);
        for written in ["3月1日", "３月１号", "25.3.1", "25年3月1日", "二〇二五年三月一日", "二○二五年三月一日", "三月一号"]
        {
            assert_eq!(behind(written), Ok(first), "{written}");
        }
        assert!(
            ["3-1-25", "1.3.1", "99.3.1", "一.三", "二〇二五年三月三十二日", "二五年三月一日"]
                .iter()
                .all(|other| behind(other).is_err())
        );
        assert_eq!(behind("今天"), Ok(today));
        assert_eq!(behind("明天"), Ok(day("2026-01-01")));
        // 31 December 2025 is a Wednesday.
        for (written, meant) in
            [("上周五", "2025-12-26"), ("本周三", "2025-12-31"), ("下星期一", "2026-01-05"), ("上周日", "2025-12-28")]
        {
            assert_eq!(behind(written), Ok(day(meant)), "{written}");
        }
        assert!(behind("周五").is_err(), "it may be the last or the next");
        assert!(Day::said("2月29日", day("2025-06-01"), Lies::Near).is_err());
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
            // What is planned in January for the whole year is of that year; what was carried out in autumn is filed in winter.
            ("8月20日", january, Lies::Planned, "2026-08-20"),
            ("12月20日", january, Lies::Planned, "2025-12-20"),
            ("9月1日", january, Lies::Planned, "2026-09-01"),
            ("9月30日", december, Lies::Planned, "2025-09-30"),
            ("3月10日", december, Lies::Planned, "2026-03-10"),
            ("2月29日", day("2027-12-20"), Lies::Planned, "2028-02-29"),
        ] {
            assert_eq!(Day::said(written, today, lies), Ok(day(meant)), "{written} {today} {lies:?}");
        }
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
