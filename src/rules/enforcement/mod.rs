//! 联合执法 (三): basis, leader, team, papers, summary, circular.

pub(super) mod demand;
pub(super) mod stage;

mod circular_missing;
mod circular_scope_missing;
mod demand_on_superior;
mod demands_missing;
mod enforcement_basis_missing;
mod enforcement_leader_missing;
mod enforcement_led_by_other;
mod enforcement_member_outside;
mod enforcement_not_joint;
mod expert_in_charge;
mod group_outside_team;
mod mine_without_demand;
mod order_issuer_not_competent;
mod summary_missing;
mod summary_part_missing;
mod superior_not_informed;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[
    &enforcement_member_outside::RULE,
    &enforcement_basis_missing::RULE,
    &enforcement_led_by_other::RULE,
    &enforcement_leader_missing::RULE,
    &enforcement_not_joint::RULE,
    &group_outside_team::RULE,
    &expert_in_charge::RULE,
    &order_issuer_not_competent::RULE,
    &summary_missing::RULE,
    &summary_part_missing::RULE,
    &circular_missing::RULE,
    &circular_scope_missing::RULE,
    &demands_missing::RULE,
    &demand_on_superior::RULE,
    &superior_not_informed::RULE,
    &mine_without_demand::RULE,
];
