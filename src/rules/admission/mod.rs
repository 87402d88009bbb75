//! What a mine must have before and while it works: facilities put to use together with what they protect (三同时: 一（一）6, 一（七）1,
//! 一（九）1, and 一（四）2 on explosives), and licences that hold.

mod environment_facilities_lacking;
mod explosives_despite_facilities;
mod facilities;
mod licence_expired;
mod safety_facilities_lacking;
mod soil_water_facilities_lacking;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &safety_facilities_lacking::RULE,
    &environment_facilities_lacking::RULE,
    &soil_water_facilities_lacking::RULE,
    &explosives_despite_facilities::RULE,
    &licence_expired::RULE,
];
