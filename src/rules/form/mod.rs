//! Form: what cannot be as it is written. Only these may stop a filing, and of these only what weighs 需更正: what can be
//! true all the same, such as a number of an unusual form, is a reminder.

mod act_filed_twice;
mod anothers_notice_changed;
mod cancelled_though_done;
mod closed_without_passing;
mod dangling_reference;
mod date_in_future;
mod day_missing;
mod document_number_form;
mod document_number_twice;
mod document_number_year;
mod empty_words;
mod event_filed_twice;
mod filed_after_end;
mod filed_under_later_year;
mod gravity_amended_away;
mod impossible_order;
mod joint_issuer_unfit;
mod lead_among_partners;
mod mine_closed_before_event;
mod order_between_records;
mod part_number_twice;
mod person_listed_twice;
mod place;
mod proxy_without_source;
mod reference_in_circle;
mod system_unclear;
mod unit_code_check;
mod unknown_party;
mod visit_of_no_group;
mod waiver_expired;
mod waiver_incomplete;
mod waiver_matches_nothing;
mod weighing;
mod word_against_text;

use super::Rule;
pub use act_filed_twice::repeated_records;
pub(super) use act_filed_twice::{RULE as ACT_FILED_TWICE, later_records};
pub(super) use event_filed_twice::RULE as EVENT_FILED_TWICE;
pub(super) use reference_in_circle::RULE as REFERENCE_IN_CIRCLE;
pub(super) use waiver_expired::RULE as WAIVER_EXPIRED;

pub(super) static RULES: &[&Rule] = &[
    &dangling_reference::RULE,
    &unknown_party::RULE,
    &part_number_twice::RULE,
    &impossible_order::RULE,
    &date_in_future::RULE,
    &document_number_form::RULE,
    &document_number_year::RULE,
    &document_number_twice::RULE,
    &person_listed_twice::RULE,
    &unit_code_check::RULE,
    &waiver_incomplete::RULE,
    &waiver_expired::RULE,
    &waiver_matches_nothing::RULE,
    &mine_closed_before_event::RULE,
    &closed_without_passing::RULE,
    &anothers_notice_changed::RULE,
    &order_between_records::RULE,
    &system_unclear::RULE,
    &proxy_without_source::RULE,
    &cancelled_though_done::RULE,
    &day_missing::RULE,
    &visit_of_no_group::RULE,
    &reference_in_circle::RULE,
    &lead_among_partners::RULE,
    &event_filed_twice::RULE,
    &gravity_amended_away::RULE,
    &filed_under_later_year::RULE,
    &joint_issuer_unfit::RULE,
    &word_against_text::RULE,
    &filed_after_end::RULE,
    &act_filed_twice::RULE,
];
