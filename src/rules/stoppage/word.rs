//! What a unit said that it did about an order.

use crate::model::{Actor, Day, Filed, Order, Reference, ResponseKind, UnitId};
use crate::rules::under::naming;
use crate::rules::{Context, Rule};

/// The one unit that the obligation of a rule binds.
pub(super) fn bound_unit<'a>(rule: &Rule, on: Day, context: &Context<'a>) -> Option<&'a UnitId> {
    let mut bound = naming(rule.name, on, &context.ledger.mechanism).filter_map(|obligation| match &obligation.who {
        Actor::Unit(unit) => Some(unit),
        _ => None,
    });
    bound.next()
}

/// When a unit, or whoever took over from it, first said that it had done something about an order: of the order itself, of its hazard, or
/// of a notice that told of either.
pub(super) fn acted(order: &Filed<Order>, unit: &UnitId, context: &Context<'_>) -> Option<Day> {
    let (ledger, own) = (context.ledger, order.reference());
    let matters: Vec<Reference> = std::iter::once(own).chain(order.record.hazard.clone()).collect();
    let notices = matters.iter().flat_map(|matter| ledger.notices_about(matter)).map(Filed::reference);
    let all: Vec<Reference> = notices.chain(matters.iter().cloned()).collect();
    let said = all.iter().flat_map(|matter| ledger.responses_to(matter)).filter(|response| {
        let on = response.record.on;
        let done = matches!(response.record.kind, ResponseKind::MeasuresTaken | ResponseKind::Done);
        done && on <= context.today && ledger.mechanism.stands_for(&response.path.unit, unit, on)
    });
    said.map(|response| response.record.on).min()
}
