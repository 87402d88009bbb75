//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作.

use super::competence::is_competent;
use super::course::{is_bound_problem, weight_of_problem};
use super::problem_not_taken_over::is_filed;
use crate::model::{Day, Enforcement, Filed, FoundProblem, Kind, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::enforcement::stage::ended;
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H02",
    name: "problem-unassigned",
    nature: RuleNature::Conduct,
    title: Text::fixed("发现的问题未明确监管单位", "a problem without a supervising unit"),
    fires: Text::fixed(
        "联合执法结束后，设置的接收承办时限（take-over-term）已过，重大隐患未明确监管单位，或者监管单位在联合执法结束时不是联合执法单位（或其承接单位）：是其他成员单位的只作提醒；一般问题只作建议。已有单位接收并建立隐患记录的、联合执法未结束或取消的不判。",
        "The term of the setting take-over-term after a joint enforcement has run out and a major hazard that it found has no supervising unit, or one that was none of joint enforcement when that ended (nor took over from one): another member is a reminder only; for other problems this is advice. Not judged where a unit has filed the hazard, before the enforcement ends or when called off.",
    ),
    proves: Some(Text::fixed("已明确监管部门的重大问题。", "A major problem of which the department is named.")),
    remedy: Text::fixed("请填写该问题的监管单位（problem.supervising_unit）。", "Fill in the supervising_unit of the problem."),
    reach: Reach::CitedBy,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    let Some(ended) = ended(record, context.today) else { return };
    let term = Due::after(SettingId::TakeOverTerm, ended, context);
    let (timing, absent) = (term.timing(None, context), term.weight_of_absence(ended, context));
    let since = term.day().plus(1);
    for (at, problem) in record.problem.iter().enumerate() {
        let lack = lack(problem, ended, context).filter(|_| !is_filed(action, problem, context));
        let (key, weight) = (format!("problem[{at}].supervising_unit"), weight_of_problem(record, problem, context));
        if let (Some(_), Timing::Running(due)) = (&lack, timing) {
            let (no, mine) = (problem.no, context.ledger.mechanism.mine_name(&problem.mine));
            let what = tr!("明确第 {no} 项问题（{mine}）的监管部门"; "name the department to supervise problem {no} ({mine})");
            out.awaits(key, due, what).at_most(weight);
            continue;
        }
        if is_bound_problem(record, problem, context) {
            out.record_occasion();
        }
        if let Some((what, at_most)) = lack {
            let report = out.report(key, what).at_most(weight).at_most(absent).at_most(at_most).lasting(since, context.today);
            report.past(term.fixed()).or_mended_by(&[Kind::Hazard]);
        }
    }
}

/// What is amiss with the unit that is to supervise, and how much that weighs at most.
fn lack(problem: &FoundProblem, ended: Day, context: &Context<'_>) -> Option<(Text, Level)> {
    let mechanism = &context.ledger.mechanism;
    let (no, at) = (problem.no, context.ledger.mechanism.mine_name(&problem.mine));
    let Some(unit) = &problem.supervising_unit else {
        let what = tr!(
            "第 {no} 项问题（{at}）未明确由哪个监管部门督促整改";
            "problem {no} ({at}): no unit is named to have it put right"
        );
        return Some((what, Level::Form));
    };
    if is_competent(unit, ended, context) {
        return None;
    }
    let name = mechanism.short(unit);
    if mechanism.takes_part(unit, ended) {
        let what = tr!(
            "第 {no} 项问题（{at}）的监管单位为{name}，不在联合执法单位之列，请核对职权";
            "problem {no} ({at}) is assigned to {name}, which does not belong to joint enforcement; please check its competence"
        );
        return Some((what, Level::Reminder));
    }
    let what = tr!(
        "第 {no} 项问题（{at}）的监管单位为{name}，不属于成员单位，请明确监管部门";
        "problem {no} ({at}) is assigned to {name}, which is no member; name the competent department"
    );
    Some((what, Level::Form))
}
