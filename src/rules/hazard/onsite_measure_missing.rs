//! 三（五）: 对发现的重大安全隐患，联合执法组要采取现场处置措施.

use super::course::Course;
use crate::model::{Day, Enforcement, Filed, FoundProblem, Happening as _, Kind, Onsite, Order, OrderKind, RecordPath};
use crate::rules::enforcement::stage::answering_for_team;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H01",
    name: "onsite-measure-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("重大隐患未见现场处置措施", "a major hazard without an on-site measure"),
    fires: Text::fixed(
        "联合执法发现的重大隐患，在发现问题、接收的隐患记录和执法文书（现场处理、停止作业、停产停业、关闭）中都未见现场处置措施；只写“无”，写明没有采取、拟采取的，只是拍照取证、登记台账、上报、告知的，或者企业没有撤人、停产而只是告知的，不算措施（执法组强制清场、断电等的算）；措施日期晚于联合执法结束的，作提醒。其他途径发现的重大隐患只作建议；移交前采取的措施算数；一般隐患、取消的联合执法、重复登记的不判。",
        "A major hazard found by joint enforcement has no on-site measure: neither with the problem, nor in the hazard taken over from it, nor as an order (on-site measure, stop work, suspension, closure). One that says \"none\", that none was taken or that it is only meant, that a record was made or somebody told, or that the enterprise did nothing and was told to, is no measure (to clear the place by force is). A measure dated after the enforcement ended is a reminder. Major hazards found otherwise are advice only; what was taken before a hazard was handed on counts; other hazards, enforcements called off and records filed twice are not judged.",
    ),
    proves: Some(Text::fixed(
        "联合执法发现、登记了现场处置措施或相应文书的重大隐患。",
        "A major hazard of joint enforcement with an on-site measure or an order that is one.",
    )),
    remedy: Text::fixed(
        "请补录现场处置措施（problem.onsite 或隐患的 onsite），或登记相应的执法文书（orders）。",
        "Record the measure (onsite of the problem or hazard), or file the order.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Each(&[Kind::Enforcement, Kind::Hazard], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let begun = |action: &&Filed<Enforcement>| {
        action.record.has_begun(context.today) && action.record.on().is_some_and(|from| is_judged(from, context))
    };
    for action in context.ledger.enforcements.iter().filter(begun) {
        for (at, problem) in action.record.problem.iter().enumerate().filter(|(_, problem)| problem.major) {
            if let Some(found) = action.record.found_on(problem).filter(|found| is_judged(*found, context)) {
                judge_problem(action, at, problem, found, context, out);
            }
        }
    }
    for hazard in context.ledger.hazards.iter().filter(|hazard| is_judged(hazard.record.found, context)) {
        let course = Course::of(hazard, context);
        let with_problem = course.origin.is_some_and(|(_, problem)| problem.major);
        // The measure is for the team's stay: what was determined to be major only after it asks for none.
        let stay =
            course.origin.and_then(|(action, _)| action.record.ended()).unwrap_or(hazard.record.found).max(hazard.record.found);
        if course.was_major(stay) && !with_problem && !course.is_duplicate() {
            judge_hazard(&course, context, out);
        }
    }
}

fn is_judged(found: Day, context: &Context<'_>) -> bool {
    context.ledger.mechanism.begins() <= found && found <= context.today
}

fn judge_problem(
    action: &Filed<Enforcement>,
    at: usize,
    problem: &FoundProblem,
    found: Day,
    context: &Context<'_>,
    out: &mut RegisterFindings,
) {
    let (record, team) = (RecordPath::Filed(action.path.clone()), answering_for_team(&action.record));
    let (key, no, name) = (format!("problem[{at}].onsite"), problem.no, context.ledger.mechanism.mine_name(&problem.mine));
    match (first_measure(action, problem, found, context), action.record.ended()) {
        // While the team is at the mines it can still be taken.
        (None, Some(ends)) if context.today <= ends => {
            let what = tr!("对第 {no} 项问题（{name}，重大隐患）采取现场处置措施"; "take an on-site measure against problem {no} ({name}, a major hazard)");
            out.awaits_at(record, found, key, ends, what).by(team);
        }
        (None, _) => {
            let what = tr!(
                "联合执法发现的第 {no} 项问题（{name}，重大隐患），台账中未见发现之后的现场处置措施";
                "problem {no} of the enforcement ({name}, a major hazard): no on-site measure since it was found is on record"
            );
            out.report_at(record, found, key, what).by(team).or_mended_by(&[Kind::Order, Kind::Hazard]);
        }
        (Some(day), Some(ended)) if ended < day => {
            out.record_evidence(action.part(problem.no), found, None);
            let what = tr!(
                "第 {no} 项问题（{name}，重大隐患）的处置措施日期为 {day}，联合执法已于 {ended} 结束";
                "problem {no} ({name}, a major hazard): its measure is dated {day}, the enforcement ended on {ended}"
            );
            out.report_at(record, found, key, what).by(team).late();
        }
        (Some(_), _) => out.record_evidence(action.part(problem.no), found, None),
    }
}

/// The first day since a problem was found on which something was done on the spot: by the team, by the unit that took it over, or by
/// order.
fn first_measure(action: &Filed<Enforcement>, problem: &FoundProblem, found: Day, context: &Context<'_>) -> Option<Day> {
    let (ledger, part) = (context.ledger, action.part(problem.no));
    let taken_over = || ledger.hazards_from(&part);
    let measures = problem.onsite.iter().chain(taken_over().filter_map(|hazard| hazard.record.onsite.as_deref()));
    // An order of the enforcement that names no problem is about this one where the mine has no other.
    let major = action.record.problem.iter().filter(|other| other.major && other.mine == problem.mine).count();
    let at_the_mine = ledger
        .orders_about(&action.reference())
        .filter(|order| major == 1 && order.record.hazard.is_none() && order.record.mine.as_ref() == Some(&problem.mine));
    let about_it = taken_over().flat_map(|hazard| ledger.orders_about(&hazard.reference()));
    let there = |order: &&Filed<Order>| order.record.mine.as_ref().is_none_or(|mine| *mine == problem.mine);
    let orders = at_the_mine.chain(ledger.orders_about(&part)).chain(about_it).filter(there).filter_map(served_at_once);
    measures.filter_map(Onsite::taken).chain(orders).filter(|day| found <= *day && *day <= context.today).min()
}

fn judge_hazard(course: &Course<'_>, context: &Context<'_>, out: &mut RegisterFindings) {
    let (hazard, record) = (course.hazard, &course.hazard.record);
    let (reference, found) = (hazard.reference(), record.found);
    // What was done on the spot before it was handed on stays done.
    let first = course.first_record().map_or(found, |first| first.record.found.min(found));
    let orders = course.records().flat_map(|record| context.ledger.orders_about(&record.reference())).filter_map(served_at_once);
    let measures = course.records().filter_map(|record| record.record.onsite.as_deref().and_then(Onsite::taken));
    if orders.chain(measures).any(|day| first <= day && day <= context.today) {
        if course.is_bound() {
            out.record_evidence(reference, found, None);
        }
        return;
    }
    let name = context.ledger.mechanism.mine_name(&record.mine);
    let what = tr!(
        "{name} {found} 发现的重大隐患，台账中未见发现之后的现场处置措施";
        "the major hazard found at {name} on {found}: no on-site measure since then is on record"
    );
    let report = out.report_at(RecordPath::Filed(hazard.path.clone()), found, "onsite", what);
    report.at_most(course.weight()).or_mended_by(&[Kind::Order]);
}

/// When an order was served that acts on the spot.
fn served_at_once(order: &Filed<Order>) -> Option<Day> {
    use OrderKind::{Close, OnsiteMeasure, StopWork, SuspendProduction};
    let acts = matches!(order.record.kind, OnsiteMeasure | StopWork | SuspendProduction | Close);
    order.record.on().filter(|_| acts)
}
