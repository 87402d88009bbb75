//! An answer that can be chosen.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::text::Text;

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfferedAnswer {
    /// What answers the question.
    pub answer: String,
    /// What it is called.
    pub label: Text,
    /// Whether it waits for just this, or is what is nearly always meant: where no other does, it need not be named.
    pub waits: bool,
}

impl OfferedAnswer {
    /// One that nothing waits for.
    #[must_use]
    pub fn new(answer: String, label: Text) -> Self {
        Self { answer, label, waits: false }
    }
}

/// Each answer once, where it stands first.
pub(super) fn once(found: Vec<OfferedAnswer>) -> Vec<OfferedAnswer> {
    let mut seen = BTreeSet::new();
    found.into_iter().filter(|choice| seen.insert(choice.answer.clone())).collect()
}
