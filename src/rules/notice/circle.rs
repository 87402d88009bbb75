//! Whom something was told (四（三）、四（四）: 要向有关单位通报): at least one body that existed, other than the provider and the mine.

use crate::model::{BodyKind, Day, Filed, Notice, Party, UnitId};
use crate::rules::Context;

/// How far a word or a paper reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::rules) enum Circle {
    /// Nobody who is to be told: the provider itself, the mine, those above, a unit that is no more, or nobody at all.
    Nobody,
    /// The office, which is no member and passes it on, and nobody else.
    OfficeOnly,
    /// A member, a town or another department.
    Others,
}

/// How far what a unit told on a day reached.
pub(in crate::rules) fn circle<'a>(
    told: impl IntoIterator<Item = &'a Party>,
    provider: &UnitId,
    on: Day,
    context: &Context<'_>,
) -> Circle {
    told.into_iter().map(|party| reached(party, provider, on, context)).max().unwrap_or(Circle::Nobody)
}

/// How far a notice reached: those who issue it together tell each other nothing by it.
pub(in crate::rules) fn circle_of(notice: &Filed<Notice>, on: Day, context: &Context<'_>) -> Circle {
    let mechanism = &context.ledger.mechanism;
    let issuers: Vec<_> = context.ledger.cosigners_of(notice).filter(|(_, since)| *since <= on).map(|(unit, _)| unit).collect();
    let is_issuer =
        |party: &Party| party.as_unit().is_some_and(|told| issuers.iter().any(|unit| mechanism.stands_for(&told, unit, on)));
    circle(notice.record.told().filter(|party| !is_issuer(party)), &notice.path.unit, on, context)
}

fn reached(party: &Party, provider: &UnitId, on: Day, context: &Context<'_>) -> Circle {
    let mechanism = &context.ledger.mechanism;
    let Party::Body(body) = party else { return Circle::Nobody };
    if let Some(unit) = party.as_unit().filter(|unit| mechanism.units.contains_key(unit)) {
        let is_provider = mechanism.stands_for(&unit, provider, on) || mechanism.stands_for(provider, &unit, on);
        return match &unit {
            unit if is_provider || !mechanism.exists(unit, on) => Circle::Nobody,
            // An office that is a member as well is told as one.
            unit if unit == mechanism.office() && !mechanism.takes_part(unit, on) => Circle::OfficeOnly,
            _ => Circle::Others,
        };
    }
    match mechanism.body(body).map(|body| body.kind) {
        Some(BodyKind::Town | BodyKind::Other) => Circle::Others,
        Some(BodyKind::Government | BodyKind::Superior | BodyKind::Enterprise) | None => Circle::Nobody,
    }
}
