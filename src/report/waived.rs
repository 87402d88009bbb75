//! Which waivers excuse what: only an obligation in principle, only when approved by somebody in a paper, only while it holds.

use crate::model::{Day, Filed, Force, Ledger, Obligation, Waiver};

/// The waiver that excuses an obligation for a fact of a day, judged as of `today`.
pub(super) fn waiver<'a>(ledger: &'a Ledger, obligation: &Obligation, on: Day, today: Day) -> Option<&'a Filed<Waiver>> {
    let excuses = |waiver: &&Filed<Waiver>| {
        let Waiver { obligation: id, period, reason, approved_by, paper, on: approved, until, .. } = &waiver.record;
        *id == obligation.id
            && period.contains(on)
            && reason.is_some()
            && approved_by.is_some()
            && paper.is_some()
            && *approved <= today
            && until.is_none_or(|until| today <= until)
    };
    let waivable = obligation.force == Force::InPrinciple;
    ledger.waivers.iter().find(excuses).filter(|_| waivable)
}
