//! What a person wants to know of a register.

use crate::model::UnitId;
use crate::rules::Rule;

/// What `check` is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// The year.
    pub year: u16,
    /// Only what this unit must act on.
    pub unit: Option<UnitId>,
    /// Only what this rule finds.
    pub rule: Option<&'static Rule>,
}

impl Question {
    /// Whether it is about the year as a whole.
    pub(super) fn is_whole(&self) -> bool {
        self.unit.is_none() && self.rule.is_none()
    }

    /// Whether it is about what that unit must act on, by that rule.
    pub(super) fn asks(&self, unit: &UnitId, by: &Rule) -> bool {
        self.unit.as_ref().is_none_or(|asked| asked == unit) && self.rule.is_none_or(|asked| asked.code == by.code)
    }
}
