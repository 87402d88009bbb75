//! 三（五）: 督促非煤矿山企业落实整改工作以及开展复查. A problem of the team carries weight, unit and term by itself: that nobody made a hazard
//! of it takes nothing away.

use super::course::{is_bound_problem, mine_closed, weight_of_problem};
use super::problem_not_taken_over::is_filed;
use crate::model::{Enforcement, Filed, FoundProblem, Kind, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Fix, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H13",
    name: "problem-not-followed",
    nature: RuleNature::Conduct,
    title: Text::fixed("未建隐患记录的重大问题期满未见复查", "a major problem without a hazard and without a re-inspection"),
    fires: Text::fixed(
        "联合执法发现的重大隐患，联合执法组所定整改期限届满后设置的复查时限（reinspection-term）已过，而没有监管部门建立来源于该问题的隐患记录，因而也未见复查；是否回应过接收，不影响判定。未定期限的、一般问题、矿山已于期满前关闭的不判；已建隐患记录的，由 reinspection-missing 判。",
        "The day that the team gave for a major hazard has passed, and the term of the setting reinspection-term since, while no department with supervision filed a hazard from it, so that no re-inspection is on record; a word of taking it over changes nothing. Not without a day, nor for other problems, nor where the mine was closed before; once a hazard is filed, reinspection-missing judges.",
    ),
    proves: None,
    remedy: Text::fixed(
        "请监管单位登记隐患（hazards，来源 from 填该问题），督促整改、组织复查并登记。",
        "File the hazard with the problem under from, have it put right, re-inspect it and record that.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    if !action.record.has_begun(context.today) {
        return;
    }
    for (at, problem) in action.record.problem.iter().enumerate() {
        if is_bound_problem(&action.record, problem, context) && !is_filed(action, problem, context) {
            judge(action, at, problem, context, out);
        }
    }
}

fn judge(action: &Filed<Enforcement>, at: usize, problem: &FoundProblem, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(due) = problem.due.filter(|due| mine_closed(&problem.mine, context).is_none_or(|gone| *due < gone)) else { return };
    let term = Due::after(SettingId::ReinspectionTerm, due, context);
    if term.timing(None, context) != Timing::Missing {
        return;
    }
    let mechanism = &context.ledger.mechanism;
    let (no, mine) = (problem.no, mechanism.mine_name(&problem.mine));
    let what = tr!(
        "第 {no} 项问题（{mine}，重大隐患）整改期限为 {due}，台账中未见隐患记录，也未见复查";
        "problem {no} ({mine}, a major hazard) was to be put right by {due}; neither a hazard nor a re-inspection is on record"
    );
    let actor = problem.supervising_unit.as_ref().unwrap_or(mechanism.office());
    let report =
        out.report(format!("problem[{at}]"), what).by(actor).at_most(weight_of_problem(&action.record, problem, context));
    report.at_most(term.weight_of_absence(due, context)).lasting(term.day().plus(1), context.today).past(term.fixed());
    report.fixed_by(Fix::New(Kind::Hazard, Some("from")));
}
