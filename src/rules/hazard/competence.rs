//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作以及开展复查. Who may re-inspect, serve papers and urge.

use crate::model::{Carrier, Day, UnitId};
use crate::rules::Context;

/// Whether a unit is a department with supervision on a day: it is there then, and one of joint enforcement or took over from one. An
/// office that only leads is none: it serves and inspects nothing. What bears the name of a unit that is no more is done by whoever took over
/// from it.
pub(super) fn is_competent(unit: &UnitId, on: Day, context: &Context<'_>) -> bool {
    let mechanism = &context.ledger.mechanism;
    let mut systems = mechanism.systems(Carrier::Enforcement, on);
    let Some(unit) = mechanism.acting(unit, on) else { return false };
    mechanism.exists(unit, on) && systems.any(|system| mechanism.is_member(unit, system, on))
}
