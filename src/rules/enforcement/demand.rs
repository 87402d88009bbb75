//! Whether what a joint enforcement found is asked to be put right (三（七）: 提出整改要求).

use crate::model::{Day, Enforcement, Filed, FoundProblem, Party};
use crate::rules::Context;

/// Whether a demand falls on the mine of a problem or on a unit that supervises it, or took over from that by the day of the circular:
/// the one that the team named, or one that has filed the hazard.
pub(in crate::rules) fn is_demanded(
    action: &Filed<Enforcement>,
    problem: &FoundProblem,
    issued: Day,
    context: &Context<'_>,
) -> bool {
    let mine = Party::Mine(problem.mine.clone());
    let hazards = context.ledger.hazards_from(&action.part(problem.no));
    let holders: Vec<_> = hazards.map(|hazard| &hazard.path.unit).chain(&problem.supervising_unit).collect();
    let supervises = |party: &Party| holders.iter().any(|unit| context.ledger.mechanism.is_for(party, unit, issued));
    let concerns = |party: &Party| *party == mine || supervises(party);
    let mut asked = action.record.task.iter().filter(|task| !task.text.says_nothing());
    asked.any(|task| task.lead.iter().chain(&task.with).any(concerns))
}
