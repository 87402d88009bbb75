//! 年度监督检查计划 (一（一）4): that there is one for each year, and that the others know of it (四（二）一).

mod plan_missing;
mod plan_not_shared;

use super::Rule;
pub(super) use plan_missing::{RULE as MISSING, YEARLY_PLAN};

pub(super) static RULES: &[&Rule] = &[&plan_missing::RULE, &plan_not_shared::RULE];
