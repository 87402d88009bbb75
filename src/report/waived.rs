//! Which waivers excuse what: only an obligation in principle, only when approved by somebody in a paper, only while it holds,
//! and only the unit that filed it; what the office filed is for all.

use crate::model::{Day, Filed, Force, Ledger, NamesSomebody, Obligation, Stated, UnitId, Waiver};
use crate::rules::{Finding, Pending};

/// The waiver that excuses a unit from an obligation for a fact of a day, judged as of `today`.
pub(super) fn waiver<'a>(
    ledger: &'a Ledger,
    obligation: &Obligation,
    unit: &UnitId,
    on: Day,
    today: Day,
) -> Option<&'a Filed<Waiver>> {
    let excuses = |waiver: &&Filed<Waiver>| {
        let Waiver { obligation: id, period, reason, approved_by, paper, on: approved, .. } = &*waiver.record;
        *id == obligation.id
            && period.contains(on)
            && waiver.speaks_for(unit, on, &ledger.mechanism)
            && reason.as_ref().is_some_and(|reason| !reason.says_nothing())
            && approved_by.named().is_some()
            && paper.said().is_some()
            && *approved <= today
            && waiver.holds(today)
    };
    // Asked first, so that the waivers are walked only for what they may excuse.
    let waivable = obligation.force == Force::InPrinciple;
    waivable.then(|| ledger.waivers.iter().find(excuses)).flatten()
}

/// The waiver that excuses a finding, by the obligation as it stood on the day of the fact.
pub(super) fn excuse<'a>(ledger: &'a Ledger, finding: &Finding, today: Day) -> Option<&'a Filed<Waiver>> {
    let obligation = ledger.mechanism.obligation_on(finding.obligation?, finding.on)?;
    waiver(ledger, obligation, &finding.actor, finding.on, today)
}

/// Whether a waiver excuses a unit from what is still to be done.
pub(super) fn is_excused(ledger: &Ledger, pending: &Pending, today: Day) -> bool {
    let obligation = ledger.mechanism.obligation_on(pending.obligation, pending.on);
    obligation.is_some_and(|obligation| waiver(ledger, obligation, &pending.actor, pending.on, today).is_some())
}
