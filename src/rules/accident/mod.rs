//! Accidents: who organises the inquiry (一（一）8) and who takes part in it and in the rescue (一（三）2, 一（四）3, 一（十一）3). The clauses
//! give no day, so that whatever is lacking is a reminder at most.

mod accident_not_investigated;
mod explosives_without_participant;
mod grade_at_odds;
mod inquiry_without_participant;
mod participant;
mod rescue_without_participant;
mod whole;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &accident_not_investigated::RULE,
    &inquiry_without_participant::RULE,
    &rescue_without_participant::RULE,
    &explosives_without_participant::RULE,
    &grade_at_odds::RULE,
];
