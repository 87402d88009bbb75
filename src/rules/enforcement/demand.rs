//! Whether what a joint enforcement found is asked to be put right (三（七）: 提出整改要求).

use crate::model::{Enforcement, FoundProblem, Party};

/// Whether a demand falls on the mine of a problem or on the unit that supervises it.
pub(super) fn is_demanded(action: &Enforcement, problem: &FoundProblem) -> bool {
    let mine = Party::Mine(problem.mine.clone());
    let concerns = |party: &Party| *party == mine || problem.supervising_unit.as_ref().is_some_and(|unit| party.is_unit(unit));
    action.task.iter().any(|task| task.lead.iter().chain(&task.with).any(concerns))
}
