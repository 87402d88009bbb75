//! Of what a report tells: a year, or a stretch of one; of all, or of one unit.

use crate::model::{Day, Every, Period, UnitId};
use crate::text::Text;
use crate::tr;

/// Of what a report tells.
#[derive(Debug, Clone)]
pub struct ReportScope {
    /// The first day whose facts are counted.
    pub first: Day,
    /// The last one, in the same year: what the regulation asks is counted by years.
    pub last: Day,
    /// The unit of which it tells; all where none is named.
    pub unit: Option<UnitId>,
}

impl ReportScope {
    /// A year as a whole, of all units.
    #[must_use]
    pub fn of_year(year: u16) -> Self {
        Self { first: Day::first_of(year), last: Day::last_of(year), unit: None }
    }

    /// The days from one to another.
    ///
    /// # Errors
    /// They are no stretch of one year.
    pub fn between(first: Day, last: Day) -> Result<Self, Text> {
        if last < first {
            return Err(
                tr!("终止日期 {last} 早于起始日期 {first}，请核对 --from 和 --to"; "--to {last} comes before --from {first}"),
            );
        }
        if first.year() != last.year() {
            return Err(tr!(
                "{first} 至 {last} 跨了年度，条文按年计次，请分年生成"; "{first} to {last} reaches over years, by which the regulation counts: please draw up each by itself"
            ));
        }
        Ok(Self { first, last, unit: None })
    }

    /// The year in which it lies.
    #[must_use]
    pub fn year(&self) -> u16 {
        self.first.year()
    }

    /// Whether it is the whole year.
    #[must_use]
    pub fn is_whole_year(&self) -> bool {
        (self.first, self.last) == (Day::first_of(self.year()), Day::last_of(self.year()))
    }

    /// Whether facts of a day are counted.
    pub(super) fn holds(&self, on: Day) -> bool {
        self.first <= on && on <= self.last
    }

    /// Whether what a unit owns is counted.
    pub(super) fn is_of(&self, unit: &UnitId) -> bool {
        self.unit.as_ref().is_none_or(|of| of == unit)
    }

    /// As people say it: 2025年度, 2025年第2季度, 2025年4月10日至20日.
    #[must_use]
    pub fn label(&self) -> Text {
        const LENGTHS: [Every; 4] = [Every::Year, Every::HalfYear, Every::Quarter, Every::Month];
        let mut periods = LENGTHS.into_iter().flat_map(|every| Period::all_of(self.year(), every));
        let whole = periods.find(|period| (period.first(), period.last()) == (self.first, self.last));
        let (first, last) = (self.first, self.last);
        whole.map_or_else(|| tr!("{first}至{last}"; "{first} to {last}"), Period::label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_stretch_is_called_by_what_it_is() {
        for (first, last, zh) in [
            ("2025-01-01", "2025-12-31", "2025年度"),
            ("2025-07-01", "2025-12-31", "2025年下半年"),
            ("2025-04-01", "2025-06-30", "2025年第2季度"),
            ("2024-02-01", "2024-02-29", "2024年2月"),
            ("2025-02-01", "2025-02-27", "2025-02-01至2025-02-27"),
        ] {
            assert_eq!(ReportScope::between(day(first), day(last)).expect("a stretch").label().zh(), zh);
        }
        assert!(ReportScope::between(day("2025-12-01"), day("2026-01-31")).is_err());
        assert!(ReportScope::between(day("2025-06-02"), day("2025-06-01")).is_err());
        assert!(ReportScope::between(day("2025-06-02"), day("2025-06-02")).is_ok());
    }
}
