//! 三（五）: 督促非煤矿山企业落实整改工作以及开展复查. That a failed re-inspection needs a new term follows from both; the clause
//! does not say so, hence a reminder at most.

use super::course::Course;
use crate::model::{Filed, Hazard, Inspected, Kind};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H08",
    name: "failed-reinspection-without-term",
    nature: RuleNature::Conduct,
    title: Text::fixed("复查不合格未定新的期限", "a failed re-inspection without a new term"),
    fires: Text::fixed(
        "最近一次复查不合格，原期限已到，未定新的期限，也未见复查后下达的执法文书。只作提醒；一般隐患和其他途径发现的只作建议。原期限未到的、已批准延期的、已再次复查的、已销号或矿山已关闭的不判。",
        "The last re-inspection failed, the old term has ended, no new one is set and no order since is on record. A reminder only, and advice unless a major hazard was found by joint enforcement. Not judged while the old term runs, with an extension granted, once re-inspected again, closed, or the mine is closed.",
    ),
    proves: None,
    remedy: Text::fixed(
        "请填写该次复查新的期限（reinspection.new_due），或登记后续执法文书（orders）。",
        "Fill in new_due of that re-inspection, or file the order that followed.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let course = Course::of(hazard, context);
    let Some((at, look)) = course.last_look(context.today) else { return };
    if look.result != Inspected::Failed || !course.is_followed() {
        return;
    }
    let runs = course.term(context.today).is_some_and(|term| look.on < term.day);
    // An order may follow instead: penalty, suspension, closure.
    if runs || course.orders(context.today).any(|order| look.on <= order.record.at.day()) {
        return;
    }
    let (mine, on) = (context.ledger.mechanism.mine_name(&hazard.record.mine), look.on);
    let what = tr!(
        "{mine}的隐患 {on} 复查不合格，未定新的整改期限";
        "the hazard at {mine} failed its re-inspection on {on}; no new term is set"
    );
    let report = out.report(format!("reinspection[{at}].new_due"), what).at_most(course.weight()).at_most(Level::Reminder);
    report.lasting(on, context.today).or_mended_by(&[Kind::Order]);
}
