//! How far a hazard has come, as of the day on which is judged: its term, its re-inspections, whether it is put right.

use crate::model::{
    CloseReason, Day, Enforcement, Filed, FoundProblem, Hazard, HazardSource, Inspected, Ledger, OrderKind, Reference,
    Reinspection,
};
use crate::rules::{Context, Level};

/// What a finding about a hazard may weigh. The clause speaks of major hazards that joint enforcement found; for any
/// other, to do the same is advice.
pub(super) fn weight(hazard: &Hazard) -> Level {
    if is_bound(hazard) { Level::Unmet } else { Level::Advice }
}

/// Whether the clause speaks of it: only then is it evidence.
pub(super) fn is_bound(hazard: &Hazard) -> bool {
    hazard.major && hazard.source_kind == HazardSource::Enforcement
}

/// The same for a problem, before a unit took it over.
pub(super) fn weight_of_problem(problem: &FoundProblem) -> Level {
    if problem.major { Level::Unmet } else { Level::Advice }
}

/// Whether its mine was closed by a day: there is nothing left to put right then.
pub(super) fn mine_closed(hazard: &Hazard, context: &Context<'_>) -> Option<Day> {
    let mine = context.ledger.mechanism.mines.get(&hazard.mine)?;
    mine.closed.filter(|closed| *closed <= context.today)
}

/// Whether it is still to be followed.
pub(super) fn is_followed(hazard: &Hazard, context: &Context<'_>) -> bool {
    !is_closed(hazard, context.today) && mine_closed(hazard, context).is_none()
}

/// Whether it was closed by a day, for whatever reason.
pub(super) fn is_closed(hazard: &Hazard, by: Day) -> bool {
    hazard.closed.as_ref().is_some_and(|closed| closed.on <= by)
}

/// Whether it was filed twice by mistake: the other record is judged.
pub(super) fn is_duplicate(hazard: &Hazard) -> bool {
    hazard.closed.as_ref().is_some_and(|closed| closed.reason == CloseReason::Duplicate)
}

/// The problem of a joint enforcement that it was taken over from.
pub(super) fn problem_of<'a>(hazard: &Hazard, ledger: &'a Ledger) -> Option<(&'a Filed<Enforcement>, &'a FoundProblem)> {
    let from = hazard.from.as_ref()?;
    let action = ledger.enforcement(from)?;
    let problem = action.record.problem.iter().find(|problem| Some(problem.no) == from.part)?;
    Some((action, problem))
}

/// A last day for putting a hazard right, with the key where it stands.
#[derive(Debug)]
pub(super) struct HazardTerm {
    pub(super) key: String,
    pub(super) day: Day,
}

/// The term in force on a day: the latest one set, granted or set anew at a re-inspection by then.
pub(super) fn term(hazard: &Filed<Hazard>, by: Day, ledger: &Ledger) -> Option<HazardTerm> {
    term_before(hazard, by, hazard.record.extension.len(), ledger)
}

/// The same, with only so many of its extensions.
pub(super) fn term_before(hazard: &Filed<Hazard>, by: Day, extensions: usize, ledger: &Ledger) -> Option<HazardTerm> {
    let record = &hazard.record;
    let first = first_term(hazard, by, ledger).map(|day| HazardTerm { key: "rectification.due".into(), day });
    let granted = record.extension.iter().take(extensions).enumerate().filter_map(|(at, extension)| {
        extension.approved_on.filter(|on| *on <= by)?;
        Some(HazardTerm { key: format!("extension[{at}].new_due"), day: extension.new_due })
    });
    let looked = record.reinspection.iter().enumerate().filter(|(_, look)| look.on <= by);
    let anew =
        looked.filter_map(|(at, look)| Some(HazardTerm { key: format!("reinspection[{at}].new_due"), day: look.new_due? }));
    first.into_iter().chain(granted).chain(anew).max_by_key(|term| term.day)
}

/// The first term: the unit's own, else the one in its order to rectify, else the one the team gave.
fn first_term(hazard: &Filed<Hazard>, by: Day, ledger: &Ledger) -> Option<Day> {
    let own = hazard.record.rectification.as_ref().and_then(|rectification| rectification.due);
    let served = |reference: &Reference| {
        let orders = ledger.orders_about(reference).map(|order| &order.record);
        orders.filter(|order| order.kind == OrderKind::Rectify && order.at.day() <= by).filter_map(|order| order.until).max()
    };
    own.or_else(|| served(&hazard.reference())).or_else(|| problem_of(&hazard.record, ledger)?.1.due)
}

/// The last re-inspection by a day, with its position.
pub(super) fn last_look(hazard: &Hazard, by: Day) -> Option<(usize, &Reinspection)> {
    hazard.reinspection.iter().enumerate().filter(|(_, look)| look.on <= by).max_by_key(|(_, look)| look.on)
}

/// The day of the last re-inspection that it failed: what was reported done up to then was not.
pub(super) fn last_failed(hazard: &Hazard, by: Day) -> Option<Day> {
    let failed = hazard.reinspection.iter().filter(|look| look.on <= by && look.result == Inspected::Failed);
    failed.map(|look| look.on).max()
}

/// When the mine reported it done, unless a re-inspection refuted that.
pub(super) fn reported(hazard: &Hazard, by: Day) -> Option<Day> {
    let failed = last_failed(hazard, by);
    hazard.reported_done.filter(|done| *done <= by && failed.is_none_or(|failed| failed < *done))
}

/// The day of the re-inspection that it passed, where that was the last.
pub(super) fn passed(hazard: &Hazard, by: Day) -> Option<Day> {
    last_look(hazard, by).filter(|(_, look)| look.result == Inspected::Passed).map(|(_, look)| look.on)
}

/// When it was put right, as far as that is known by a day.
pub(super) fn put_right(hazard: &Hazard, by: Day) -> Option<Day> {
    reported(hazard, by).or_else(|| passed(hazard, by))
}
