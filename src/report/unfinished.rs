//! What is not finished: of a record something is still to be done, or should be done by now. The same judgement as what waits.

use std::collections::BTreeSet;

use super::todo::is_open;
use crate::model::RecordPath;
use crate::rules::{Context, HazardStage, Judgement, Level, hazard_stage};

/// Which records are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// Something is still to be done about them.
    Open,
    /// It should be done by now: a term set in the record, or by a setting that the office adopted, has passed.
    Overdue,
}

/// The records of which that is so. A hazard is open until it is closed.
#[must_use]
pub fn unfinished(context: &Context<'_>, judgement: &Judgement, wanted: Unfinished) -> BTreeSet<RecordPath> {
    let is_wanted = |level: Level| match wanted {
        Unfinished::Open => level != Level::Advice && level != Level::Form,
        // What is a reminder rests on a reference value that nobody adopted, or is asked in principle.
        Unfinished::Overdue => level == Level::Unmet,
    };
    let found = judgement.findings.iter().filter(|finding| is_wanted(finding.level) && is_open(finding, context));
    let mut records: BTreeSet<RecordPath> = found.map(|finding| finding.record.clone()).collect();
    if wanted == Unfinished::Open {
        let pending = judgement.pending.iter().filter(|pending| context.today <= pending.due);
        records.extend(pending.map(|pending| pending.record.clone()));
    }
    for hazard in &context.ledger.hazards {
        let path = RecordPath::Filed(hazard.path.clone());
        match (hazard_stage(hazard, context).0, wanted) {
            (stage, _) if stage.is_over() => drop(records.remove(&path)),
            (HazardStage::Overdue, _) | (_, Unfinished::Open) => drop(records.insert(path)),
            _ => {}
        }
    }
    records.extend(context.ledger.enforcements.iter().filter_map(|action| {
        let is_unsettled = action.record.is_unsettled(context.today);
        is_unsettled.then(|| RecordPath::Filed(action.path.clone()))
    }));
    records
}
