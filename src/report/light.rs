//! How things stand, at one glance.

use serde::Serialize;

use crate::rules::{HazardStage, Level, Promptness};
use crate::text::Text;

/// A light, always printed with its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// In order.
    Green,
    /// To be looked after.
    Yellow,
    /// Lacking, or about to be.
    Red,
}

impl Light {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::Green, Self::Yellow, Self::Red];

    /// The light of what was found.
    #[must_use]
    pub const fn from_level(level: Level) -> Self {
        match level {
            Level::Advice => Self::Green,
            Level::Reminder => Self::Yellow,
            Level::Unmet | Level::Form => Self::Red,
        }
    }

    /// The light of a hazard: what is past its term is red, what somebody has to do next is yellow.
    #[must_use]
    pub const fn from_stage(stage: HazardStage) -> Self {
        match stage {
            HazardStage::Closed | HazardStage::MineClosed | HazardStage::Running => Self::Green,
            HazardStage::Passed | HazardStage::Reported | HazardStage::WithoutTerm | HazardStage::NearDue => Self::Yellow,
            HazardStage::Overdue => Self::Red,
        }
    }

    /// The light of a notification: a term is only a setting, so to pass it is no more than a reminder.
    #[must_use]
    pub const fn from_promptness(promptness: Promptness) -> Self {
        match promptness {
            Promptness::InTime | Promptness::Running => Self::Green,
            Promptness::Late => Self::Yellow,
            Promptness::Missing => Self::Red,
        }
    }

    /// Its word.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Green => Text::fixed("绿", "green"),
            Self::Yellow => Text::fixed("黄", "yellow"),
            Self::Red => Text::fixed("红", "red"),
        }
    }
}
