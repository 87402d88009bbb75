//! 信息通报 (四): what a notice says, who reviewed it, how it goes out.

mod circle;
mod common_problem_not_reported;
mod common_problem_without_suggestions;
mod concealed_accident_not_notified;
mod concerned;
mod concerned_unit_not_told;
mod content_unknown;
mod delivery_not_shown;
mod first_word;
mod formal_paper_missing;
mod further;
mod grave_matter;
mod gravity;
mod major_hazard_not_notified;
mod measures_missing;
pub(super) mod notice_chain;
mod only_office_told;
mod paper_form_missing;
mod protection_missing;
mod review_missing;
mod reviewed_text_changed;
mod reviewer_not_in_charge;
mod sharing_undetermined;
mod suggestions_missing;
mod terms;
mod timeliness;
mod urgent_fact_not_notified;
mod verbal_review_unconfirmed;
mod zero_report_contradicted;

use super::Rule;
pub(super) use circle::{Circle, circle, circle_of};
pub(super) use further::is_further_notice;
pub use notice_chain::is_withdrawn;
pub(super) use notice_chain::{stands, telling_of};
pub use timeliness::{Matter, Promptness, Timeliness, measure_timeliness};
pub(super) use zero_report_contradicted::RULE as ZERO_REPORT_CONTRADICTED;

pub(super) static RULES: &[&Rule] = &[
    &content_unknown::RULE,
    &urgent_fact_not_notified::RULE,
    &formal_paper_missing::RULE,
    &paper_form_missing::RULE,
    &major_hazard_not_notified::RULE,
    &concerned_unit_not_told::RULE,
    &measures_missing::RULE,
    &suggestions_missing::RULE,
    &common_problem_without_suggestions::RULE,
    &review_missing::RULE,
    &reviewer_not_in_charge::RULE,
    &reviewed_text_changed::RULE,
    &verbal_review_unconfirmed::RULE,
    &sharing_undetermined::RULE,
    &protection_missing::RULE,
    &common_problem_not_reported::RULE,
    &only_office_told::RULE,
    &zero_report_contradicted::RULE,
    &concealed_accident_not_notified::RULE,
    &delivery_not_shown::RULE,
];
