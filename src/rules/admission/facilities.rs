//! Who says that facilities are lacking, and whether the works are used without them.

use crate::model::{Facility, FacilityKind, Filed};
use crate::rules::stoppage::stopped_on;
use crate::rules::under::units_bound;
use crate::rules::{Context, Findings, Level, Rule};
use crate::tr;

/// Whether a finding is of a kind, and was made by the unit that the obligations naming a rule have see to it: what another unit says is
/// filed and shown, and changes nothing.
pub(super) fn is_competent(rule: &Rule, of: FacilityKind, facility: &Filed<Facility>, context: &Context<'_>) -> bool {
    let (unit, on) = (&facility.path.unit, facility.record.on);
    let bound = |bound| context.ledger.mechanism.stands_for(unit, bound, on);
    facility.record.kind == of && units_bound(rule.name, on, &context.ledger.mechanism).any(|(_, unit)| bound(unit))
}

/// Says of a finding of that kind that the works are in use while the facilities are lacking. To have looked is what the clause asks, so
/// the finding is evidence of the duty; what should follow from it is advice.
pub(super) fn judge(
    rule: &'static Rule,
    of: FacilityKind,
    facility: &Filed<Facility>,
    context: &Context<'_>,
    out: &mut Findings<'_>,
) {
    let record = &facility.record;
    if !is_competent(rule, of, facility, context) {
        return;
    }
    out.record_occasion();
    let today = context.today;
    let used = record.in_use.map(|since| since.max(record.on)).filter(|since| *since <= today);
    let (Some(since), Some(until)) = (used, record.lacking_until(today)) else { return };
    if until < today || stopped_on(&record.mine, today, context) {
        return;
    }
    let (project, kind) = (&record.project, of.word());
    let (zh, en) = (kind.zh, kind.en);
    let what = tr!(
        "{project}的{zh}未落实“三同时”而主体工程已投产，台账中未见已补充落实或停产的登记";
        "the {en} of {project} are lacking while the works are in use; the register shows neither that this was made good nor that the mine was stopped"
    );
    out.report("made_good", what).at_most(Level::Advice).lasting(since, until);
}
