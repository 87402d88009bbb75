//! What a page of a form says besides its fields.

use std::collections::BTreeMap;

use maud::Markup;

use crate::text::Telling;

/// What a page says besides its fields.
#[derive(Default)]
pub(super) struct PageNotes {
    /// What is wrong with the whole.
    pub(super) wrong: Vec<Telling>,
    /// What is wrong with an answer, by the key of its question.
    pub(super) at: BTreeMap<String, Telling>,
    /// What else is to be known first.
    pub(super) told: Option<Markup>,
}

impl PageNotes {
    pub(super) fn wrong(why: impl Into<Telling>) -> Self {
        Self { wrong: vec![why.into()], ..Self::default() }
    }

    pub(super) fn told(what: Markup) -> Self {
        Self { told: Some(what), ..Self::default() }
    }

    /// What stands at the head of a page: why nothing was filed.
    pub(super) fn is_refusal(&self) -> bool {
        !self.wrong.is_empty() || !self.at.is_empty() || self.told.is_some()
    }
}
