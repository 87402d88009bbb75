//! Whose work a notice concerns (四（三）: 涉及其他与非煤矿山安全生产有关单位相关工作的): what records name, and what the register suggests.

use crate::model::{Day, Fact, Filed, Lead, Notice, OrderKind, Reference, Trigger, UnitId};
use crate::rules::Context;

/// A unit whose work something touches.
pub(super) struct Concerned<'a> {
    pub(super) unit: &'a UnitId,
    /// The record that touches it; none where the notice itself does.
    pub(super) about: Option<&'a Reference>,
}

/// The unit that a record itself names as the one to deal with it.
pub(super) fn responsible<'a>(about: &'a Reference, context: &Context<'a>) -> Option<Concerned<'a>> {
    let ledger = context.ledger;
    let lead = || ledger.lead(about)?.record.assigned_to.as_ref();
    let order = || ledger.order(about)?.record.transferred_to.as_ref();
    let hazard = || ledger.hazard(about).map(|hazard| &hazard.path.unit);
    let problem = || {
        let problem = ledger.enforcement(about)?.record.problem.iter().find(|problem| Some(problem.no) == about.part)?;
        problem.supervising_unit.as_ref()
    };
    let unit = lead().or_else(order).or_else(hazard).or_else(problem)?;
    Some(Concerned { unit, about: Some(about) })
}

/// The units that the register suggests for the fact that a record holds; whoever recorded it knows of it.
pub(super) fn suggested<'a>(about: &'a Reference, context: &Context<'a>) -> impl Iterator<Item = Concerned<'a>> {
    let order = context.ledger.order(about).and_then(|order| Some((fact_of_order(order.record.kind)?, &order.path.unit)));
    let of_lead = |lead: &'a Filed<Lead>| Some((fact_of_trigger(lead.record.trigger?)?, &lead.path.unit));
    let fact = order.or_else(|| context.ledger.lead(about).and_then(of_lead));
    let concerns = &context.ledger.mechanism.settings.concern;
    fact.into_iter().flat_map(move |(fact, owner)| {
        let touched = concerns.iter().filter(move |concern| concern.fact == fact && concern.unit != *owner);
        touched.map(move |concern| Concerned { unit: &concern.unit, about: Some(about) })
    })
}

/// The units that the register suggests for the urgent matter that the notice itself names.
pub(super) fn suggested_by_notice<'a>(notice: &Notice, context: &Context<'a>) -> impl Iterator<Item = Concerned<'a>> {
    let fact = notice.trigger.and_then(fact_of_trigger);
    let touched = context.ledger.mechanism.settings.concern.iter().filter(move |concern| Some(concern.fact) == fact);
    touched.map(|concern| Concerned { unit: &concern.unit, about: None })
}

fn fact_of_order(kind: OrderKind) -> Option<Fact> {
    match kind {
        OrderKind::StopWork => Some(Fact::StopWork),
        OrderKind::SuspendProduction => Some(Fact::SuspendProduction),
        OrderKind::WithholdLicence => Some(Fact::WithholdLicence),
        OrderKind::Revoke => Some(Fact::Revoke),
        OrderKind::Transfer => Some(Fact::Transfer),
        OrderKind::Close => Some(Fact::Close),
        OrderKind::OnsiteMeasure | OrderKind::Rectify | OrderKind::Penalty => None,
    }
}

fn fact_of_trigger(trigger: Trigger) -> Option<Fact> {
    match trigger {
        Trigger::MajorRiskStop => Some(Fact::StopWork),
        Trigger::OverBoundary => Some(Fact::OverBoundary),
        Trigger::ConcealedReport => Some(Fact::ConcealedReport),
        // Either a licence or a stop, or anything: the order says which.
        Trigger::LicenceOrStop | Trigger::OtherSerious => None,
    }
}

/// Whether a unit took part on a day.
pub(super) fn is_active(unit: &UnitId, on: Day, context: &Context<'_>) -> bool {
    let known = context.ledger.mechanism.units.get(unit);
    known.is_some_and(|unit| unit.since.is_none_or(|since| since <= on) && unit.until.is_none_or(|until| on <= until))
}
