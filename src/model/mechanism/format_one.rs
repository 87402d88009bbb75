//! Registers of format 1: an obligation names its rules, and does not say which of them show that it was carried out.

use std::sync::LazyLock;

use crate::model::reader::{Keys, read};
use crate::model::{Obligation, ObligationsFile};

/// The obligations that the program ships.
static SHIPPED: LazyLock<Vec<Obligation>> = LazyLock::new(|| {
    let file = read::<ObligationsFile>(include_str!("../../../data/obligations.toml"), Keys::Known);
    file.map(|file| file.obligation).unwrap_or_default()
});

impl Obligation {
    /// Gives an obligation of format 1 what format 2 says: of a rule that the shipped obligation of this id names, what that says of it;
    /// of any other, that it does both.
    pub(super) fn complete(&mut self) {
        let rules = std::mem::take(&mut self.rules);
        let shipped = SHIPPED.iter().find(|shipped| shipped.id == self.id);
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
