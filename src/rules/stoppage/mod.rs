//! What follows when a mine is stopped or closed (一（四）2, 一（九）3), and what an excellent office would want besides: marked as practice,
//! since no clause says it.

mod account;
mod closure_not_notified;
mod explosives_not_sealed;
mod lifted_before_reinspection;
mod other_stops;
mod soil_and_water_not_done;
mod word;

use super::Rule;
pub(super) use account::account;
pub(super) use word::stopped_on;

pub(super) static RULES: &[&Rule] = &[
    &explosives_not_sealed::RULE,
    &lifted_before_reinspection::RULE,
    &closure_not_notified::RULE,
    &soil_and_water_not_done::RULE,
];
