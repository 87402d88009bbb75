//! How far a hazard has come, in a word: what ledgers show.

use super::course::Course;
use crate::model::{Day, Filed, Hazard};
use crate::rules::Context;
use crate::text::Text;

/// How far a hazard has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HazardStage {
    /// It was closed, for whatever reason.
    Closed,
    /// Its mine was closed.
    MineClosed,
    /// It passed its re-inspection, and was not closed yet.
    Passed,
    /// The mine reported it done, and nobody has looked yet.
    Reported,
    /// It has no term.
    WithoutTerm,
    /// Its term has passed.
    Overdue,
    /// Its term soon ends.
    NearDue,
    /// Its term runs.
    Running,
}

impl HazardStage {
    /// Every one.
    pub const ALL: &'static [Self] = &[
        Self::Closed,
        Self::MineClosed,
        Self::Passed,
        Self::Reported,
        Self::WithoutTerm,
        Self::Overdue,
        Self::NearDue,
        Self::Running,
    ];

    /// Whether nothing is left to be done about it.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::MineClosed)
    }

    /// The word that is printed.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Closed => Text::fixed("已销号", "closed"),
            Self::MineClosed => Text::fixed("矿山已关闭", "mine closed"),
            Self::Passed => Text::fixed("复查合格，待销号", "passed, to be closed"),
            Self::Reported => Text::fixed("已报完成，待复查", "reported done, to be re-inspected"),
            Self::WithoutTerm => Text::fixed("未定期限", "without a term"),
            Self::Overdue => Text::fixed("已过期限", "past its term"),
            Self::NearDue => Text::fixed("临近期限", "near its term"),
            Self::Running => Text::fixed("整改中", "under way"),
        }
    }
}

/// How far a hazard has come on the day judged, and the term in force.
#[must_use]
pub fn hazard_stage(hazard: &Filed<Hazard>, context: &Context<'_>) -> (HazardStage, Option<Day>) {
    let (course, today) = (Course::of(hazard, context), context.today);
    let term = course.term(today).map(|term| term.day);
    let stage = match term {
        _ if course.closed().is_some() => HazardStage::Closed,
        _ if course.mine_closed().is_some() => HazardStage::MineClosed,
        _ if course.passed().is_some() => HazardStage::Passed,
        _ if course.reported().is_some() => HazardStage::Reported,
        None => HazardStage::WithoutTerm,
        Some(term) if term < today => HazardStage::Overdue,
        Some(term) if context.ledger.mechanism.is_near(today, term) => HazardStage::NearDue,
        Some(_) => HazardStage::Running,
    };
    (stage, term)
}

/// Whether a hazard is a major one: as its department determined, else by its own record or by what it came from.
#[must_use]
pub fn is_major_hazard(hazard: &Filed<Hazard>, context: &Context<'_>) -> bool {
    Course::of(hazard, context).is_major()
}

/// Whether another record goes on with a hazard: it was filed twice, or another unit took it over.
#[must_use]
pub fn goes_on_elsewhere(hazard: &Filed<Hazard>, context: &Context<'_>) -> bool {
    Course::of(hazard, context).given_away().is_some()
}
