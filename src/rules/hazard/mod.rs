//! 隐患 (三（五）): on-site measure, rectification, re-inspection, close-out.

mod competence;
mod course;

mod closed_without_ground;
mod extension_unapproved;
mod failed_reinspection_without_term;
mod hazard_differs_from_origin;
mod hazard_not_closed;
mod lasting;
mod onsite_measure_missing;
mod problem_not_followed;
mod problem_not_taken_over;
mod problem_taken_over_twice;
mod problem_unassigned;
mod rectification_missing;
mod rectification_overdue;
mod reinspection_by_other;
mod reinspection_missing;
mod stage;

use super::Rule;
pub(super) use course::{Course, mine_closed};
pub use stage::{HazardStage, goes_on_elsewhere, hazard_stage, is_major_hazard};

pub(super) static RULES: &[&Rule] = &[
    &onsite_measure_missing::RULE,
    &problem_unassigned::RULE,
    &problem_not_taken_over::RULE,
    &rectification_missing::RULE,
    &rectification_overdue::RULE,
    &extension_unapproved::RULE,
    &reinspection_missing::RULE,
    &failed_reinspection_without_term::RULE,
    &hazard_not_closed::RULE,
    &closed_without_ground::RULE,
    &hazard_differs_from_origin::RULE,
    &reinspection_by_other::RULE,
    &problem_not_followed::RULE,
    &problem_taken_over_twice::RULE,
];
