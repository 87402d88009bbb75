//! Whether what a joint enforcement found is asked to be put right (三（七）: 提出整改要求).

use crate::model::{Day, Enforcement, FoundProblem, Party};
use crate::rules::Context;

/// Whether a demand falls on the mine of a problem or on the unit that supervises it, or took over from that by the day of the circular.
pub(in crate::rules) fn is_demanded(action: &Enforcement, problem: &FoundProblem, issued: Day, context: &Context<'_>) -> bool {
    let mine = Party::Mine(problem.mine.clone());
    let supervises = |party: &Party| {
        let unit = problem.supervising_unit.as_ref();
        unit.is_some_and(|unit| context.ledger.mechanism.is_for(party, unit, issued))
    };
    let concerns = |party: &Party| *party == mine || supervises(party);
    action.task.iter().any(|task| task.lead.iter().chain(&task.with).any(concerns))
}
