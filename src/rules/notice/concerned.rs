//! Whose work a notice concerns (四（三）: 涉及其他与非煤矿山安全生产有关单位相关工作的): what records name, and what the register suggests.

use super::gravity::problem;
use crate::model::{Concern, Day, Fact, Filed, Lead, Notice, Order, OrderKind, Reference, SettingId, Trigger, UnitId};
use crate::rules::Context;
use crate::rules::due::Due;

/// A unit whose work something touches.
pub(super) struct Concerned<'a> {
    pub(super) unit: &'a UnitId,
    /// The record that touches it; none where the notice itself does.
    pub(super) about: Option<&'a Reference>,
}

/// The units that a record itself names as those to deal with it. Of a lead that several units filed each record may name one.
pub(super) fn responsible<'a>(about: &'a Reference, context: &Context<'a>) -> impl Iterator<Item = Concerned<'a>> {
    let ledger = context.ledger;
    let own = ledger.lead(about);
    let first = own.and_then(|lead| ledger.first_of_lead(lead)).or(own);
    let records = first.into_iter().chain(first.into_iter().flat_map(|first| ledger.repeats_of_lead(first)));
    // Whoever recorded it knows of it.
    let assigned = records.filter_map(|lead| lead.record.assigned_to.as_ref().filter(|unit| lead.path.unit != **unit));
    let assigned = assigned.map(move |unit| Concerned { unit, about: Some(about) });
    assigned.chain(responsible_for(about, context))
}

/// The unit that deals with what is no lead.
fn responsible_for<'a>(about: &'a Reference, context: &Context<'a>) -> Option<Concerned<'a>> {
    let ledger = context.ledger;
    let another = |unit: &&UnitId| about.record.owner() != Some(*unit);
    let order = || ledger.order(about)?.record.transferred_to.as_ref().filter(another);
    // Whoever recorded it knows of it; what was entered for a unit it may not.
    let entered = || ledger.hazard(about).filter(|hazard| hazard.record.entered_by.is_some());
    let hazard = || entered().map(|hazard| &hazard.path.unit);
    let supervising = || problem(about, context)?.1.supervising_unit.as_ref();
    let unit = order().or_else(hazard).or_else(supervising)?;
    Some(Concerned { unit, about: Some(about) })
}

/// The units that the register suggests for the fact that a record holds; whoever recorded it knows of it.
pub(super) fn suggested<'a>(about: &'a Reference, context: &Context<'a>) -> impl Iterator<Item = Concerned<'a>> {
    let (ledger, mines) = (context.ledger, &context.ledger.mechanism.mines);
    let of_order =
        |order: &'a Filed<Order>| Some((fact_of_order(order.record.kind)?, &order.path.unit, order.record.mine.as_ref()));
    let of_lead =
        |lead: &'a Filed<Lead>| Some((fact_of_trigger(lead.record.trigger?)?, &lead.path.unit, lead.record.mine.as_ref()));
    let accident = || ledger.accident(about).map(|accident| (Fact::Accident, &accident.path.unit, Some(&accident.record.mine)));
    let fact = ledger.order(about).and_then(of_order).or_else(|| ledger.lead(about).and_then(of_lead)).or_else(accident);
    let concerns = &ledger.mechanism.settings.concern;
    fact.into_iter().flat_map(move |(fact, owner, mine)| {
        let method = mine.and_then(|mine| mines.get(mine)).and_then(|mine| mine.method);
        let is_there = move |concern: &Concern| concern.method.is_none() || concern.method == method;
        let touched = concerns.iter().filter(move |concern| concern.fact == fact && concern.unit != *owner);
        let touched = touched.filter(move |concern| is_there(concern));
        touched.map(move |concern| Concerned { unit: &concern.unit, about: Some(about) })
    })
}

/// The units that the register suggests for the urgent matter that the notice itself names.
pub(super) fn suggested_by_notice<'a>(notice: &Notice, context: &Context<'a>) -> impl Iterator<Item = Concerned<'a>> {
    let fact = notice.trigger.and_then(fact_of_trigger);
    let touched = context.ledger.mechanism.settings.concern.iter().filter(move |concern| Some(concern.fact) == fact);
    // A notice of nothing in particular is of no kind of mine.
    let touched = touched.filter(|concern| concern.method.is_none());
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

/// The unit that is to be told on a day in place of one that a record names: itself, or who took over from it by then; none where it had
/// not joined yet or nobody took over.
pub(super) fn to_be_told<'a>(unit: &'a UnitId, on: Day, context: &Context<'a>) -> Option<&'a UnitId> {
    context.ledger.mechanism.acting(unit, on).filter(|unit| context.ledger.mechanism.exists(unit, on))
}

/// By when a unit that a record names should have been told: only what the provider itself recorded, and what the unit does not know
/// of by its own part in it, begins a term.
pub(super) fn due(concerned: &Concerned<'_>, provider: &UnitId, context: &Context<'_>) -> Option<Due> {
    let (ledger, about) = (context.ledger, concerned.about?);
    let own = about.record.owner().is_some_and(|owner| owner == provider);
    let lead = || ledger.lead(about).filter(|_| own).map(|lead| lead.record.received);
    let order = || ledger.order(about).filter(|_| own).map(|order| order.record.at.day());
    let problem = || {
        let (action, problem) = problem(about, context)?;
        let took_part = action.record.member_units.contains(concerned.unit);
        action.record.found_on(problem).filter(|_| !took_part)
    };
    let from = lead().or_else(order).or_else(problem)?;
    Some(Due::after(SettingId::NoticeTerm, from, context))
}
