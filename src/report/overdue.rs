//! 隐患超期未改: what a mine has not put right in its term. That is the mine's fault; whether the department urged it, the obligations say
//! (三（五）: 督促非煤矿山企业落实整改).

use rayon::prelude::*;
use serde::Serialize;

use super::named::Named;
use super::question::Question;
use crate::model::{Day, Filed, Hazard};
use crate::rules::{Context, HazardStage, hazard_stage, is_major_hazard};

/// A hazard past its term that nobody has put right.
#[derive(Debug, Clone, Serialize)]
pub struct OverdueHazard {
    /// The hazard.
    pub record: Named,
    /// What its mine is called.
    pub mine: String,
    /// The short name of the unit that supervises it.
    pub unit: String,
    /// Whether it is a major hazard.
    pub major: bool,
    /// The last day of its term.
    pub due: Day,
    /// How many days have passed since.
    pub days: i64,
}

/// Those found by the end of a year whose term ended by then, and not before the regulation came into force, as they stand on the day judged: the major ones first, then by mine.
pub(super) fn overdue_hazards(context: &Context<'_>, question: &Question) -> Vec<OverdueHazard> {
    if question.rule.is_some() {
        return Vec::new();
    }
    let last = Day::last_of(question.year);
    let asked = |hazard: &&Filed<Hazard>| question.unit.as_ref().is_none_or(|unit| *unit == hazard.path.unit);
    let hazards = context.ledger.hazards.par_iter().filter(|hazard| hazard.record.found <= last).filter(asked);
    let mut overdue: Vec<OverdueHazard> = hazards.filter_map(|hazard| overdue(hazard, last, context)).collect();
    overdue.sort_by(|a, b| (!a.major, &a.mine, a.due, &a.record.reference).cmp(&(!b.major, &b.mine, b.due, &b.record.reference)));
    overdue
}

fn overdue(hazard: &Filed<Hazard>, last: Day, context: &Context<'_>) -> Option<OverdueHazard> {
    let (HazardStage::Overdue, Some(due)) = hazard_stage(hazard, context) else { return None };
    let mechanism = &context.ledger.mechanism;
    (due <= last && mechanism.begins() <= due).then(|| OverdueHazard {
        record: Named::from_reference(&hazard.reference(), mechanism),
        mine: mechanism.mine_name(&hazard.record.mine).to_owned(),
        unit: mechanism.short(&hazard.path.unit).to_owned(),
        major: is_major_hazard(hazard, context),
        due,
        days: due.days_until(context.today),
    })
}
