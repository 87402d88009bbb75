//! Registers of format 1: an obligation names its rules, and does not say which of them show that it was carried out.

use super::shipped;
use crate::model::Obligation;

impl Obligation {
    /// Gives an obligation of format 1 what format 2 says: of a rule that the shipped obligation of this id names, what that says of it;
    /// of any other, that it does both.
    pub(super) fn complete(&mut self) {
        let rules = std::mem::take(&mut self.rules);
        let shipped = shipped::obligations().iter().find(|shipped| shipped.id == self.id);
        for rule in rules {
            let known = shipped.filter(|shipped| shipped.names(rule.as_str()));
            if known.is_none_or(|known| known.breaks(rule.as_str())) && !self.breaks(rule.as_str()) {
                self.breaks.push(rule.clone());
            }
            if known.is_none_or(|known| known.counts(rule.as_str())) && !self.counts(rule.as_str()) {
                self.counts.push(rule);
            }
        }
    }
}
