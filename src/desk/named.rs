//! By what names forms and their fields are known in addresses and pages.

use crate::ops::verbs::{Act, Noun, Verb};

/// The name of an answer: what stands behind is the key of its question.
pub(super) const ANSWER: &str = "q.";

/// The name of the field that answers a question.
pub(super) fn answer_field(key: &str) -> String {
    format!("{ANSWER}{key}")
}

/// The noun and verb of an address; none where there is no such verb, or it is of several records at once.
pub(super) fn verb_called(noun: &str, verb: &str) -> Option<(&'static Noun, &'static Verb)> {
    let noun = Noun::called(noun)?;
    let verb = noun.verb(verb)?;
    (!matches!(verb.act, Act::Succession)).then_some((noun, verb))
}
