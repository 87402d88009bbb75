//! How much a finding weighs.

use crate::model::Force;
use crate::text::Text;

/// How much a finding weighs. The clause's force decides; a rule may only lower it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// 建议: the clause says 可.
    Advice,
    /// 提醒: the clause says 原则上, or a term that is only a setting was passed.
    Reminder,
    /// 未落实: the clause says 应, and the register shows nothing of it.
    Unmet,
    /// 需更正: the record cannot be as it is written.
    Form,
}

impl Level {
    /// Every one, the lightest first.
    pub const ALL: &'static [Self] = &[Self::Advice, Self::Reminder, Self::Unmet, Self::Form];

    /// What not following a clause of that force weighs.
    #[must_use]
    pub const fn by_force(force: Force) -> Self {
        match force {
            Force::Must => Self::Unmet,
            Force::InPrinciple | Force::Basis => Self::Reminder,
            Force::May => Self::Advice,
        }
    }

    /// The word that is printed.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Advice => Text::fixed("建议", "advice"),
            Self::Reminder => Text::fixed("提醒", "reminder"),
            Self::Unmet => Text::fixed("未落实", "not carried out"),
            Self::Form => Text::fixed("需更正", "to be corrected"),
        }
    }

    /// Its name in JSON, never changed.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Reminder => "reminder",
            Self::Unmet => "unmet",
            Self::Form => "form",
        }
    }
}
