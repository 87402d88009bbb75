//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作.

use super::course::Course;
use crate::model::{Filed, Hazard};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Fix, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H05",
    name: "rectification-overdue",
    nature: RuleNature::Conduct,
    title: Text::fixed("整改超期", "rectification overdue"),
    fires: Text::fixed(
        "联合执法发现的重大隐患，整改期限已过，此后台账中既未见整改完成，也未见监管部门督促（复查、文书、延期、处罚、登记进展）；超期后完成的、期限过后才另定期限的，作提醒；其他隐患只作建议。已经督促而企业仍未整改的，列入“隐患超期未改”，不算监管部门未落实。期限以联合执法组所定为先，其次为首份限期整改文书，再次为本单位所填；由监管部门批准延期、另行下达文书、复查时新定期限的，自当日起改按新的期限，期限的最后一天完成的算按时；报告完成而复查不合格的，不算完成。已有依据销号、矿山已关闭的不判。",
        "The term of a major hazard found by joint enforcement has passed, and since then the register shows neither that it was put right nor that the department urged it (re-inspection, order, extension, penalty, recorded progress); put right later, or given another term only after the old one, it is a reminder; other hazards are advice. Where the department urged and the mine did nothing, it is listed as overdue and no breach of the department. The first term is the one that the team gave, else that of the first order, else the unit's own; an extension granted, a new order and a failed re-inspection move it from their day on; the last day is in time, and what a re-inspection refuted is not done. Not judged once closed with ground or the mine is closed.",
    ),
    remedy: Text::fixed(
        "请督促企业整改；已完成的，补录完成日期（reported_done）和复查（[[reinspection]]）；确需延期的，按程序批准后登记（[[extension]]）。",
        "Have the mine put it right; if it did, record reported_done and the re-inspection; an extension is recorded once it is granted.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let course = Course::of(hazard, context);
    let done = course.put_right();
    if done.is_none() && !course.is_followed() {
        return;
    }
    let (mine, until) = (context.ledger.mechanism.mine_name(&hazard.record.mine), done.unwrap_or(context.today));
    for (term, moved) in course.gaps(until) {
        let due = term.day;
        let what = tr!(
            "{mine}的隐患整改期限为 {due}，{moved} 才另定期限，其间超期";
            "the hazard at {mine} was to be put right by {due}; another term was set only on {moved}"
        );
        out.report(term.key, what).at_most(course.weight()).late().lasting(due.plus(1), moved);
    }
    let Some(term) = course.term(until) else { return };
    let due = term.day;
    match Due::on(due).timing(done, context) {
        Timing::Running(due) => {
            out.awaits(term.key, due, tr!("督促{mine}整改隐患"; "have {mine} put the hazard right")).at_most(course.weight());
            return;
        }
        // What the mine does not do is shown beside: asked of the department is that it urges.
        Timing::Missing if course.was_urged_after(due) => {}
        Timing::Missing => {
            let days = due.days_until(context.today);
            let what = tr!(
                "{mine}的隐患整改期限为 {due}，已超期 {days} 天，此后台账中未见整改完成，也未见督促（复查、文书、延期、处罚、进展）";
                "the hazard at {mine} was to be put right by {due} (days since: {days}); since then neither that nor any urging is on record"
            );
            let report = out.report(term.key, what).at_most(course.weight()).lasting(due.plus(1), context.today);
            report.fixed_by(Fix::At("reported_done"));
            return;
        }
        Timing::Late { done, .. } => {
            let what = tr!(
                "{mine}的隐患于 {done} 整改完成，期限为 {due}";
                "the hazard at {mine} was put right on {done}; its term ended on {due}"
            );
            out.report(term.key, what).at_most(course.weight()).late().lasting(due.plus(1), done);
        }
        Timing::InTime => {}
    }
    if course.is_bound() {
        out.record_occasion_of(until);
    }
}
