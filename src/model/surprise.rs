//! 四不两直: of a joint enforcement that is still to come nobody learns but those who carry it out, and the office, which arranges it (三（四）).

use std::collections::BTreeSet;

use super::{Day, Enforcement, Filed, Kind, Ledger, Mechanism, RecordPath, Reference, UnitId};

impl Enforcement {
    /// Whether on a day a unit does not learn of it yet; `filed_by` is whose record it is.
    #[must_use]
    pub fn is_kept_from(&self, unit: &UnitId, filed_by: Option<&UnitId>, mechanism: &Mechanism, today: Day) -> bool {
        let mut part = self.team().chain([&self.lead]).chain(filed_by);
        self.is_ahead(today) && !mechanism.is_office(unit, today) && !part.any(|other| mechanism.stands_for(unit, other, today))
    }
}

impl Filed<Enforcement> {
    fn is_kept_from(&self, unit: &UnitId, mechanism: &Mechanism, today: Day) -> bool {
        self.record.is_kept_from(unit, Some(&self.path.unit), mechanism, today)
    }
}

impl Ledger {
    /// Whether a record points at a joint enforcement of which its unit does not learn yet, or at another unit's word on one: to that record there is
    /// none, whoever looks at it.
    #[must_use]
    pub fn is_kept_from(&self, by: &RecordPath, reference: &Reference, today: Day) -> bool {
        let Some(unit) = by.owner() else { return false };
        let (mut at, mut seen) = (reference, BTreeSet::new());
        while at.record.kind() == Kind::Response && seen.insert(&at.record) {
            // A response may answer another one.
            let said = self.response(at).filter(|said| !self.mechanism.stands_for(unit, &said.path.unit, today));
            let Some(to) = said.and_then(|said| said.record.to.as_ref()) else { return false };
            at = to;
        }
        let kept = |action: &Filed<Enforcement>| action.is_kept_from(unit, &self.mechanism, today);
        at.record.kind() == Kind::Enforcement && self.enforcement(at).is_some_and(kept)
    }

    /// The same without the joint enforcements of which none of some units learns yet, but for those that are `judged`: what a rule says of a
    /// record by something beside it would tell that.
    #[must_use]
    pub fn as_told_to(mut self, units: &BTreeSet<UnitId>, judged: &BTreeSet<&RecordPath>, today: Day) -> Self {
        let mechanism = &self.mechanism;
        self.enforcements.retain(|action| {
            let learns = |unit: &UnitId| !action.is_kept_from(unit, mechanism, today);
            units.iter().any(learns) || judged.contains(&action.reference().record)
        });
        self
    }
}
