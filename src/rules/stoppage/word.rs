//! What units said that they did, and whether a mine is stopped.

use super::account::account;
use crate::model::{BoundAct, Day, Filed, MineId, Order, RecordPath, Reference, SaidByDay, UnitId};
use crate::rules::under::units_bound;
use crate::rules::{Context, RegisterFindings, Rule};
use crate::text::Text;

/// The one unit that the obligation of a rule binds.
pub(super) fn bound_unit<'a>(rule: &'a Rule, on: Day, context: &Context<'a>) -> Option<&'a UnitId> {
    units_bound(rule.name, on, &context.ledger.mechanism).map(|(_, unit)| unit).next()
}

/// What a unit, or whoever took over from it, said that it did about an order: of the order itself, of its hazard, or of a notice that told of
/// either.
pub(super) fn account_of(order: &Filed<Order>, unit: &UnitId, act: BoundAct, context: &Context<'_>) -> SaidByDay {
    let matters: Vec<Reference> = std::iter::once(order.reference()).chain(order.record.hazard.clone()).collect();
    account(&matters, order.record.mine.as_ref(), unit, act, context)
}

/// The mines that are closed by their files alone: no order that stood when they were says by whom and why.
pub(super) fn closed_without_order<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'a MineId, Day)> {
    let (ledger, today) = (context.ledger, context.today);
    let closed = ledger.mechanism.mines.iter().filter_map(|(id, mine)| Some((id, mine.closed?)));
    closed.filter(move |(mine, closed)| {
        *closed <= today && !ledger.closures_of(mine).any(|order| order.record.at.day() <= today && stood_on(order, *closed))
    })
}

/// Whether an order had not been lifted when a mine was closed. What is lifted afterwards closed it all the same.
pub(super) fn stood_on(order: &Filed<Order>, closed: Day) -> bool {
    order.record.lifted.as_ref().is_none_or(|lifted| closed < lifted.on)
}

/// Of a mine that is closed by its file alone: what a unit said that it did about it shows that it did, else nobody can tell.
pub(super) fn judge_closed(
    mine: &MineId,
    closed: Day,
    unit: &UnitId,
    act: BoundAct,
    why: Text,
    context: &Context<'_>,
    out: &mut RegisterFindings,
) {
    let matter = Reference::whole(RecordPath::Mine(mine.clone()));
    match account(std::slice::from_ref(&matter), Some(mine), unit, act, context).stands_since(None) {
        Some(day) => out.record_evidence(matter, day, None),
        None => out.record_doubt(matter, closed, why),
    }
}

/// Whether an order stands on a day that stops or closes a whole mine or takes its licence. A stop lasts until it is lifted.
pub(in crate::rules) fn stopped_on(mine: &MineId, day: Day, context: &Context<'_>) -> bool {
    context.ledger.stoppages_of(mine).any(|order| {
        let lifted = order.record.lifted.as_ref().is_some_and(|lifted| lifted.on <= day);
        order.record.at.day() <= day && !lifted
    })
}
