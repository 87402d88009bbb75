//! What units said that they did, and whether a mine is stopped.

use crate::model::{BoundAct, Day, Filed, MineId, Notice, Order, Prose, RecordPath, Reference, ResponseKind, UnitId};
use crate::rules::notice::{stands, telling_of};
use crate::rules::under::units_bound;
use crate::rules::{Context, RegisterFindings, Rule};
use crate::text::Text;

/// The one unit that the obligation of a rule binds.
pub(super) fn bound_unit<'a>(rule: &'a Rule, on: Day, context: &Context<'a>) -> Option<&'a UnitId> {
    units_bound(rule.name, on, &context.ledger.mechanism).map(|(_, unit)| unit).next()
}

/// When a unit, or whoever took over from it, first said that it had done something about an order since it was served: of the order itself,
/// of its hazard, or of a notice that told of either.
pub(super) fn acted(order: &Filed<Order>, unit: &UnitId, act: BoundAct, context: &Context<'_>) -> Option<Day> {
    let matters: Vec<Reference> = std::iter::once(order.reference()).chain(order.record.hazard.clone()).collect();
    measures_about(&matters, unit, act, context).filter(|day| order.record.at.day() <= *day).min()
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
    match measures_about(std::slice::from_ref(&matter), unit, act, context).min() {
        Some(day) => out.record_evidence(matter, day, None),
        None => out.record_doubt(matter, closed, why),
    }
}

/// The days on which a unit, or whoever took over from it, said that it had done something about one of these matters: in response to it or to
/// a notice that told of it, or in a notice of its own that states the measures.
pub(in crate::rules) fn measures_about(
    matters: &[Reference],
    unit: &UnitId,
    act: BoundAct,
    context: &Context<'_>,
) -> impl Iterator<Item = Day> + use<> {
    let ledger = context.ledger;
    let notices: Vec<&Filed<Notice>> = matters.iter().flat_map(|matter| telling_of(matter, context)).collect();
    let stated = notices.iter().filter_map(|notice| {
        let states = notice.record.measures.as_ref().is_some_and(|text| tells_of(text, act));
        let on = stands(notice, context).filter(|_| states && notice.record.withdraws.is_none())?;
        ledger.mechanism.stands_for(&notice.path.unit, unit, on).then_some(on)
    });
    let stated: Vec<Day> = stated.collect();
    let all: Vec<Reference> = notices.iter().map(|notice| notice.reference()).chain(matters.iter().cloned()).collect();
    let said = all.iter().flat_map(|matter| ledger.responses_to(matter)).filter(|response| {
        let on = response.record.on;
        let done = matches!(response.record.kind, ResponseKind::MeasuresTaken | ResponseKind::Done);
        let tells = response.record.text.as_ref().is_none_or(|text| tells_of(text, act));
        done && tells && on <= context.today && ledger.mechanism.stands_for(&response.path.unit, unit, on)
    });
    let days: Vec<Day> = said.map(|response| response.record.on).chain(stated).collect();
    days.into_iter()
}

/// Whether a text tells that something was done: it says something, of that, and not that it was not.
fn tells_of(text: &Prose, act: BoundAct) -> bool {
    !text.says_nothing() && !text.denies() && text.is_about(act)
}

/// Whether an order stands on a day that stops or closes a whole mine or takes its licence. A stop lasts until it is lifted.
pub(in crate::rules) fn stopped_on(mine: &MineId, day: Day, context: &Context<'_>) -> bool {
    context.ledger.stoppages_of(mine).any(|order| {
        let lifted = order.record.lifted.as_ref().is_some_and(|lifted| lifted.on <= day);
        order.record.at.day() <= day && !lifted
    })
}
