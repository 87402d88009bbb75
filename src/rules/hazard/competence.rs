//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作以及开展复查. Who may re-inspect.

use crate::model::{Carrier, Day, Filed, Hazard, UnitId};
use crate::rules::Context;

/// Whether a unit supervises what a hazard is about: the one that follows it, who took over from that, or one of joint enforcement.
pub(super) fn is_competent(unit: &UnitId, hazard: &Filed<Hazard>, on: Day, context: &Context<'_>) -> bool {
    let mechanism = &context.ledger.mechanism;
    let system = || mechanism.system(Carrier::Enforcement, None, on);
    mechanism.stands_for(unit, &hazard.path.unit, on)
        || mechanism.stands_for(&hazard.path.unit, unit, context.today)
        || system().is_some_and(|system| system.members.iter().any(|member| mechanism.stands_for(unit, member, on)))
}
