//! 三（五）: 督促非煤矿山企业落实整改工作以及开展复查. That a failed re-inspection needs a new term follows from both; the clause
//! does not say so, hence a reminder at most.

use super::course::{is_bound, is_followed, last_look, term, weight};
use crate::model::{Day, Filed, Hazard, Inspected};
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
    remedy: Text::fixed(
        "请填写该次复查新的期限（reinspection.new_due），或登记后续执法文书（orders）。",
        "Fill in new_due of that re-inspection, or file the order that followed.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &hazard.record;
    let Some((at, look)) = last_look(record, context.today) else { return };
    if look.result != Inspected::Failed || !is_followed(record, context) {
        return;
    }
    if is_bound(record) {
        out.record_occasion();
    }
    let runs = term(hazard, context.today, context.ledger).is_some_and(|term| look.on < term.day);
    if runs || was_ordered(hazard, look.on, context) {
        return;
    }
    let (mine, on) = (context.ledger.mechanism.mine_name(&record.mine), look.on);
    let what = tr!(
        "{mine}的隐患 {on} 复查不合格，未定新的整改期限";
        "the hazard at {mine} failed its re-inspection on {on}; no new term is set"
    );
    out.report(format!("reinspection[{at}].new_due"), what).at_most(weight(record)).at_most(Level::Reminder);
}

/// Whether an order followed instead: penalty, suspension, closure.
fn was_ordered(hazard: &Filed<Hazard>, since: Day, context: &Context<'_>) -> bool {
    let mut served = context.ledger.orders_about(&hazard.reference()).map(|order| order.record.at.day());
    served.any(|day| since <= day && day <= context.today)
}
