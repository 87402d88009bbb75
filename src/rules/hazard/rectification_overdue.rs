//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作.

use super::course::{is_bound, is_followed, put_right, term, weight};
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
        "联合执法发现的重大隐患，整改期限已过，台账中未见整改完成或复查合格；超期后完成的，作提醒；其他隐患只作建议。期限按已批准的延期和复查时新定的期限计，期限的最后一天完成的算按时；报告完成而复查不合格的，不算完成。已销号、矿山已关闭的不判。",
        "The term of a major hazard found by joint enforcement has passed and it is neither reported done nor re-inspected with success; one put right later is a reminder; other hazards are advice. Extensions that were granted and terms set anew at a re-inspection count, the last day is in time, and what a re-inspection refuted is not done. Not judged once closed or the mine is closed.",
    ),
    remedy: Text::fixed(
        "请督促企业整改；已完成的，补录完成日期（reported_done）和复查（[[reinspection]]）；确需延期的，按程序批准后登记（[[extension]]）。",
        "Have the mine put it right; if it did, record reported_done and the re-inspection; an extension is recorded once it is granted.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &hazard.record;
    let done = put_right(record, context.today);
    let Some(term) = term(hazard, done.unwrap_or(context.today), context.ledger) else { return };
    if done.is_none() && !is_followed(record, context) {
        return;
    }
    let timing = Due::on(term.day).timing(done, context);
    if !matches!(timing, Timing::Running(_)) && is_bound(record) {
        out.record_occasion();
    }
    let (mine, due) = (context.ledger.mechanism.mine_name(&record.mine), term.day);
    match timing {
        Timing::Missing => {
            let days = due.days_until(context.today);
            let what = tr!(
                "{mine}的隐患整改期限为 {due}，已超期 {days} 天，台账中未见整改完成";
                "the hazard at {mine} was to be put right by {due}, which is not on record (days since: {days})"
            );
            out.report(term.key, what).at_most(weight(record)).fixed_by(Fix::At("reported_done"));
        }
        Timing::Late { done, .. } => {
            let what = tr!(
                "{mine}的隐患于 {done} 整改完成，期限为 {due}";
                "the hazard at {mine} was put right on {done}; its term ended on {due}"
            );
            out.report(term.key, what).at_most(weight(record)).late();
        }
        Timing::Running(due) => {
            out.awaits(term.key, due, tr!("督促{mine}整改隐患"; "have {mine} put the hazard right")).at_most(weight(record));
        }
        Timing::InTime => {}
    }
}
