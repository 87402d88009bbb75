//! What became of the explosives of a mine at another stop. What was put away then is not asked for again while the mine stands still, nor where
//! none came back to it.

use super::account::account;
use crate::model::{BoundAct, Day, Filed, MineId, Order, RecordPath, Reference, SaidByDay, UnitId};
use crate::rules::Context;

/// How far what was said at another stop holds at this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PutAway {
    /// It was said on a day on which this order stood.
    Since(Day),
    /// It was said before, and the mine has stood still since.
    Still,
    /// None was left there; the mine worked since, and whether it was supplied is on no record.
    MayBeStill,
}

/// What a unit said of the explosives at another stop of the mine, as far as it may hold at this one, and all that it said of them.
pub(super) fn put_away_at_another(
    order: &Filed<Order>,
    mine: &MineId,
    unit: &UnitId,
    act: BoundAct,
    context: &Context<'_>,
) -> Option<(PutAway, SaidByDay)> {
    let on = order.record.at.day();
    let others = all_stops(mine, context).filter(|other| other.path != order.path);
    let mut matters: Vec<Reference> =
        others.flat_map(|other| std::iter::once(other.reference()).chain(other.record.hazard.clone())).collect();
    matters.push(Reference::whole(RecordPath::Mine(mine.clone())));
    let said = |act| account(&matters, Some(mine), unit, act, context);
    let put_away = said(act);
    if let Some(since) = put_away.first_done(on).filter(|day| stands(order, *day)) {
        return Some((PutAway::Since(since), put_away));
    }
    let before = put_away.last_done(on)?;
    if put_away.undone_since(Some(on)).is_some() {
        return None;
    }
    if stood_still(mine, before, on, context) {
        return Some((PutAway::Still, put_away));
    }
    let is_removed = said(BoundAct::Remove).last_done(on) == Some(before);
    is_removed.then_some((PutAway::MayBeStill, put_away))
}

fn stands(order: &Filed<Order>, day: Day) -> bool {
    order.record.at.day() <= day && order.record.lifted.as_ref().is_none_or(|lifted| day < lifted.on)
}

/// The orders that had all work at a mine stop. What was put away where one place stood still is not all that is there.
fn all_stops<'a>(mine: &MineId, context: &Context<'a>) -> impl Iterator<Item = &'a Filed<Order>> + use<'a> {
    let ledger = context.ledger;
    ledger.stoppages_of(mine).filter(|order| ledger.stops_all_work(order))
}

/// Whether the mine stood still from one day to another, whichever order had it do so.
fn stood_still(mine: &MineId, from: Day, to: Day, context: &Context<'_>) -> bool {
    let lifted = |order: &Filed<Order>| order.record.lifted.as_ref().map(|lifted| lifted.on);
    let ends = all_stops(mine, context).filter_map(lifted).filter(|on| from < *on && *on < to);
    std::iter::once(from).chain(ends).all(|day| all_stops(mine, context).any(|order| stands(order, day)))
}
