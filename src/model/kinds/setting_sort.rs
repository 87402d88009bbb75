//! Of which sort the value of a setting is: a term, a day, a number or one of some words.

use super::{SettingId, SettingValue};
use crate::text::Text;
use crate::tr;

/// Of which sort the value of a setting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingSort {
    /// So many hours, days or working days; one at least, for none is no term.
    Term,
    /// A day of every year.
    DayOfYear,
    /// A day.
    Day,
    /// A number of something.
    Count,
    /// One of these words.
    Word(&'static [&'static str]),
}

impl SettingId {
    /// Of which sort its value is.
    #[must_use]
    pub const fn sort(self) -> SettingSort {
        match self {
            Self::YearlyYellow | Self::YearlyRed => SettingSort::DayOfYear,
            Self::RecordsSince => SettingSort::Day,
            Self::RecordsADay | Self::RecordBytes | Self::GeneralDeaths | Self::GeneralInjured => SettingSort::Count,
            Self::PartialYear => SettingSort::Word(&["warn", "require", "exempt"]),
            Self::Review => SettingSort::Word(&["recorded", "signed"]),
            Self::ArchivePrincipal | Self::ArchiveWork | Self::ArchiveRoutine => {
                SettingSort::Word(&["permanent", "thirty-years", "ten-years"])
            }
            Self::VerbalTerm
            | Self::NoticeTerm
            | Self::SimultaneousTerm
            | Self::MinutesTerm
            | Self::EscalationTerm
            | Self::SummaryTerm
            | Self::CircularTerm
            | Self::LiaisonTerm
            | Self::TakeOverTerm
            | Self::ExtensionLead
            | Self::ReinspectionTerm
            | Self::ReplyTerm
            | Self::FeedbackTerm
            | Self::AcceptanceTerm
            | Self::NearDue
            | Self::LicenceAlert => SettingSort::Term,
        }
    }
}

impl SettingSort {
    /// Whether a value is of this sort.
    #[must_use]
    pub fn takes(self, value: &SettingValue) -> bool {
        match (value, self) {
            (SettingValue::Term(term), Self::Term) => 0 < term.count,
            (SettingValue::DayOfYear(..), Self::DayOfYear)
            | (SettingValue::Day(_), Self::Day)
            | (SettingValue::Count(_), Self::Count) => true,
            (SettingValue::Word(word), Self::Word(words)) => words.contains(&word.as_str()),
            _ => false,
        }
    }

    /// How such a value is written.
    #[must_use]
    pub fn label(self) -> Text {
        match self {
            Self::Term => Text::fixed("期限（至少 1），如 3 working-days", "a term of 1 at least, such as 3 working-days"),
            Self::DayOfYear => Text::fixed("月日，如 10-01", "a day of the year, such as 10-01"),
            Self::Day => Text::fixed("日期，如 2025-01-01", "a day, such as 2025-01-01"),
            Self::Count => Text::fixed("整数，如 2000", "a number, such as 2000"),
            Self::Word(words) => {
                let (zh, en) = (words.join("、"), words.join(", "));
                tr!("{zh} 之一"; "one of {en}")
            }
        }
    }
}
