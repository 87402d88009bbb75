//! What is grave enough to be told when it is dealt with. 重大 governs both 隐患 and 问题 in 四（四）: a major hazard, or a problem that
//! was answered by stopping work or production or by withholding a licence. Ordinary problems never are.

use crate::model::{Enforcement, Filed, FoundProblem, Hazard, Notice, Order, Reference, Trigger};
use crate::rules::Context;
use crate::rules::hazard::Course;

/// Whether something is, as of today.
pub(super) fn is_grave(about: &Reference, context: &Context<'_>) -> bool {
    let ledger = context.ledger;
    let hazard = |about: &Reference| ledger.hazard(about).is_some_and(|hazard| is_grave_hazard(hazard, context));
    let problem =
        |about: &Reference| problem(about, context).is_some_and(|(action, problem)| is_grave_problem(action, problem, context));
    let order = || {
        ledger.order(about).is_some_and(|order| {
            let grounds = [&order.record.hazard, &order.record.enforcement];
            stops(order) || grounds.into_iter().flatten().any(|ground| hazard(ground) || problem(ground))
        })
    };
    hazard(about) || problem(about) || order()
}

/// Whether a hazard is: as it was determined or came to light, or by what it was answered with.
pub(super) fn is_grave_hazard(hazard: &Filed<Hazard>, context: &Context<'_>) -> bool {
    let origin = hazard.record.from.as_ref().and_then(|from| problem(from, context));
    let course = Course::of(hazard, context);
    // The duty begins with the find: what is determined later to be no major hazard was one until then.
    course.is_major()
        || course.was_major(hazard.record.found)
        || is_stopped(&hazard.reference(), context)
        || origin.is_some_and(|(action, problem)| is_stopped(&action.part(problem.no), context))
}

/// Whether a problem of a joint enforcement is: the same, or a hazard was made of it that is major.
pub(super) fn is_grave_problem(action: &Filed<Enforcement>, problem: &FoundProblem, context: &Context<'_>) -> bool {
    let part = action.part(problem.no);
    problem.major
        || is_stopped(&part, context)
        || context.ledger.hazards_from(&part).any(|hazard| Course::of(hazard, context).is_major())
}

/// Whether a notice says by itself that work was stopped or a licence withheld.
pub(super) fn says_stopped(notice: &Notice) -> bool {
    matches!(notice.trigger, Some(Trigger::MajorRiskStop | Trigger::LicenceOrStop))
}

/// The problem of a joint enforcement at which something points.
pub(super) fn problem<'a>(about: &Reference, context: &Context<'a>) -> Option<(&'a Filed<Enforcement>, &'a FoundProblem)> {
    let action = context.ledger.enforcement(about)?;
    let problem = action.record.problem.iter().find(|problem| Some(problem.no) == about.part)?;
    Some((action, problem))
}

fn is_stopped(ground: &Reference, context: &Context<'_>) -> bool {
    let mut orders = context.ledger.orders_about(ground);
    orders.any(|order| order.record.at.day() <= context.today && stops(order))
}

/// Whether an order stops work or production, or withholds or revokes a licence.
pub(super) fn stops(order: &Filed<Order>) -> bool {
    matches!(order.record.trigger(), Some(Trigger::MajorRiskStop | Trigger::LicenceOrStop))
}
