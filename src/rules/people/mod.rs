//! 联络员 (五（三）): named without a gap, reported, followed when they change.

mod liaison_change_late;
mod liaison_contact_missing;
mod liaison_first_report_late;
mod liaison_gap;
mod liaison_unreported;
mod roll;

use super::Rule;
pub(super) use roll::FIRST_REPORT;

pub(super) static RULES: &[&Rule] = &[
    &liaison_gap::RULE,
    &liaison_change_late::RULE,
    &liaison_unreported::RULE,
    &liaison_first_report_late::RULE,
    &liaison_contact_missing::RULE,
];
