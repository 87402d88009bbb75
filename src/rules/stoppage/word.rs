//! What units said that they did, and whether a mine is stopped.

use crate::model::{Day, Filed, MineId, Order, Reference, ResponseKind, UnitId};
use crate::rules::notice::telling_of;
use crate::rules::under::units_bound;
use crate::rules::{Context, Rule};

/// The one unit that the obligation of a rule binds.
pub(super) fn bound_unit<'a>(rule: &'a Rule, on: Day, context: &Context<'a>) -> Option<&'a UnitId> {
    units_bound(rule.name, on, &context.ledger.mechanism).map(|(_, unit)| unit).next()
}

/// When a unit, or whoever took over from it, first said that it had done something about an order: of the order itself, of its hazard, or
/// of a notice that told of either.
pub(super) fn acted(order: &Filed<Order>, unit: &UnitId, context: &Context<'_>) -> Option<Day> {
    let matters: Vec<Reference> = std::iter::once(order.reference()).chain(order.record.hazard.clone()).collect();
    measures_about(&matters, unit, context).min()
}

/// The days on which a unit, or whoever took over from it, said that it had done something about one of these matters, or about a notice
/// that told of it.
pub(in crate::rules) fn measures_about(
    matters: &[Reference],
    unit: &UnitId,
    context: &Context<'_>,
) -> impl Iterator<Item = Day> + use<> {
    let ledger = context.ledger;
    let notices = matters.iter().flat_map(|matter| telling_of(matter, context)).map(Filed::reference);
    let all: Vec<Reference> = notices.chain(matters.iter().cloned()).collect();
    let said = all.iter().flat_map(|matter| ledger.responses_to(matter)).filter(|response| {
        let on = response.record.on;
        let done = matches!(response.record.kind, ResponseKind::MeasuresTaken | ResponseKind::Done);
        done && on <= context.today && ledger.mechanism.stands_for(&response.path.unit, unit, on)
    });
    let days: Vec<Day> = said.map(|response| response.record.on).collect();
    days.into_iter()
}

/// Whether an order stands on a day that stops or closes a mine or takes its licence. A stop lasts until it is lifted.
pub(in crate::rules) fn stopped_on(mine: &MineId, day: Day, context: &Context<'_>) -> bool {
    context.ledger.stoppages_of(mine).any(|order| {
        let lifted = order.record.lifted.as_ref().is_some_and(|lifted| lifted.on <= day);
        order.record.at.day() <= day && !lifted
    })
}
