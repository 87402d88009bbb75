//! 联席会议 (二): who called and chaired it, who came, what it decided and where it could not agree.

mod agenda_material_missing;
mod agenda_task_missing;
mod decided_without_task;
mod held_meeting;
mod meeting_chaired_by_other;
mod meeting_convened_by_other;
mod member_attendance_missing;
mod minutes_missing;
mod outsider_counted_present;
pub(super) mod paper;
mod request_unanswered;
mod request_with_several_matters;
mod signer_missing;
mod town_not_invited;
mod unresolved_not_escalated;
mod unresolved_without_positions;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &outsider_counted_present::RULE,
    &member_attendance_missing::RULE,
    &agenda_task_missing::RULE,
    &meeting_convened_by_other::RULE,
    &town_not_invited::RULE,
    &meeting_chaired_by_other::RULE,
    &agenda_material_missing::RULE,
    &minutes_missing::RULE,
    &unresolved_without_positions::RULE,
    &unresolved_not_escalated::RULE,
    &request_unanswered::RULE,
    &signer_missing::RULE,
    &request_with_several_matters::RULE,
    &decided_without_task::RULE,
];
