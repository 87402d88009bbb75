//! What files that are there and cannot be read might have shown: nobody can tell, neither that it is so nor that it is not. Their kind, unit
//! and year are all that is known of them.

use super::evidence::{Doubt, Evidence};
use super::rule::RuleNature;
use super::{Context, Finding, Fix, Judgement, minimum};
use crate::model::{Actor, Carrier, Day, Kind, Mechanism, Obligation, ObligationId, RecordPath, Reference, System, UnitId};
use crate::text::Text;

/// Takes what a file that cannot be read may mend for what nobody can tell.
pub(super) fn set_apart(judgement: &mut Judgement, context: &Context<'_>) {
    if context.ledger.unreadable.is_empty() {
        return;
    }
    let findings = std::mem::take(&mut judgement.findings).into_iter();
    let (apart, certain): (Vec<_>, Vec<_>) = findings.partition(|finding| may_mend(finding, context));
    judgement.findings = certain;
    judgement.doubts.extend(apart.into_iter().filter_map(doubt_of));
    judgement.doubts.extend(doubts(context));
}

/// Whether a file that cannot be read may mend what was found: a new record of its kind would, of whoever has to act.
fn may_mend(finding: &Finding, context: &Context<'_>) -> bool {
    let Some(kinds) = finding.mending else { return false };
    let new = match finding.fix {
        Fix::New(kind, _) => Some(kind),
        Fix::Response(_) => Some(Kind::Response),
        Fix::Here | Fix::At(_) | Fix::Elsewhere(_) | Fix::Unknown => None,
    };
    let unreadable = &context.ledger.unreadable;
    finding.rule.nature == RuleNature::Conduct
        && unreadable.iter().any(|path| {
            let RecordPath::Filed(filed) = path else { return false };
            let is_such = new == Some(filed.kind) || kinds.contains(&filed.kind);
            let is_of_time = (finding.on.year()..=context.today.year()).contains(&filed.year);
            is_such && is_of_time && may_be_by(filed.kind, &filed.unit, finding, context)
        })
}

/// Whether something of a unit would count. A hazard or an order does, whoever filed it; a word or a paper is that of who has to act, of whose
/// record it is, or of the office.
fn may_be_by(kind: Kind, unit: &UnitId, finding: &Finding, context: &Context<'_>) -> bool {
    let mechanism = &context.ledger.mechanism;
    let concerned = [&finding.actor, mechanism.owner_of(&finding.record), mechanism.office()];
    matches!(kind, Kind::Hazard | Kind::Order) || concerned.into_iter().chain(&finding.taken_over_from).any(|one| one == unit)
}

/// That nobody can tell what was found, since a file may mend it.
fn doubt_of(finding: Finding) -> Option<(ObligationId, Doubt)> {
    let why = Text::fixed(
        "无从核对（可能与此有关的台账文件未能读出）",
        "that cannot be checked, for a file that may be about it cannot be read",
    );
    Some((finding.obligation?, doubt(finding.record, finding.on, why)))
}

/// What the obligations that would judge a file make of it: unknown, in its year.
fn doubts(context: &Context<'_>) -> Vec<(ObligationId, Doubt)> {
    let mechanism = &context.ledger.mechanism;
    let mut doubts = Vec::new();
    for path in &context.ledger.unreadable {
        for on in days(path, context) {
            let asking = mechanism.obligations.iter().filter(|asking| asking.holds(on) && concerns(asking, path, on, mechanism));
            let why = || Text::fixed("台账文件未能读出", "in a file that cannot be read");
            doubts.extend(asking.map(|asking| (asking.id, doubt(path.clone(), on, why()))));
        }
    }
    doubts
}

fn doubt(record: RecordPath, on: Day, why: Text) -> Doubt {
    Doubt { evidence: Evidence { reference: Reference::whole(record), on, under: on, note: None }, why }
}

/// The last day of each year of which a file may say something.
fn days(path: &RecordPath, context: &Context<'_>) -> impl Iterator<Item = Day> + use<> {
    let (begins, today) = (context.ledger.mechanism.begins(), context.today);
    let years = match path {
        RecordPath::Filed(filed) => filed.year..=filed.year,
        _ => begins.year()..=today.year(),
    };
    years.map(move |year| Day::last_of(year).min(today)).filter(move |day| begins <= *day)
}

/// Whether an obligation would judge a file. What is only counted is counted without it.
fn concerns(asking: &Obligation, path: &RecordPath, on: Day, mechanism: &Mechanism) -> bool {
    let edition = mechanism.edition(on);
    let system = asking.system.as_ref().and_then(|id| edition.system.iter().find(|system| system.id == *id));
    let rules = super::all().filter(|rule| asking.names(rule.name));
    let is_looked_at = rules.map(|rule| rule.scope.kinds()).any(|kinds| {
        // A rule about what carries out several systems says of each what its own shows.
        let own = system.map(|system| system.record.kind()).filter(|own| kinds.contains(own));
        kinds.contains(&path.kind()) && own.is_none_or(|own| own == path.kind() || !carries(path.kind()))
    });
    is_looked_at && !asking.names(minimum::RULE.name) && is_whose(asking, system, path, on, mechanism)
}

fn carries(kind: Kind) -> bool {
    Carrier::ALL.iter().any(|carrier| carrier.kind() == kind)
}

/// Whether it may be of whom an obligation binds: of files that a unit keeps of its own matters, only that unit's.
fn is_whose(asking: &Obligation, system: Option<&System>, path: &RecordPath, on: Day, mechanism: &Mechanism) -> bool {
    let unit = mechanism.owner_of(path);
    match path.kind() {
        Kind::People => mechanism.takes_part(unit, on) && asking.due.is_none_or(|due| due.year() == on.year()),
        Kind::Plan | Kind::Facility | Kind::Licences | Kind::Upward => match &asking.who {
            Actor::Unit(bound) => mechanism.stands_for(unit, bound, on),
            Actor::Office => mechanism.is_office(unit, on),
            Actor::Members | Actor::Owner | Actor::Team => true,
        },
        kind => system.filter(|system| system.record.kind() == kind).is_none_or(|system| mechanism.may_belong(unit, system, on)),
    }
}
