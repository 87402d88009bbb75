//! 三（五）: 联合执法文书和相应的行政处罚，由有关非煤矿山安全监管部门依法下达和实施.

use crate::model::{Carrier, Filed, HazardSource, Kind, Ledger, Order};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E08",
    name: "order-issuer-not-competent",
    nature: RuleNature::Conduct,
    title: Text::fixed("执法文书由非监管部门下达", "an order by a unit that is no competent department"),
    fires: Text::fixed(
        "联合执法中（或就联合执法发现的隐患）下达的执法文书，下达单位不是机制的成员单位；是成员单位而不属于联合执法单位的，只作提醒。与联合执法无关的文书不判。",
        "A paper served in a joint enforcement, or about a hazard that one found, was served by a unit that is no member of the mechanism; a member that does not belong to joint enforcement is a reminder only. Papers that have nothing to do with joint enforcement are not judged.",
    ),
    remedy: Text::fixed(
        "请由有权的监管部门依法下达，并登记在该部门名下。",
        "Have the competent department serve it, and file it in that department's folder.",
    ),
    reach: Reach::Cites,
    scope: Scope::Order(check),
};

fn check(order: &Filed<Order>, context: &Context<'_>, out: &mut Findings<'_>) {
    if !of_joint_enforcement(&order.record, context.ledger) {
        return;
    }
    out.record_occasion();
    let (mechanism, served, issuer) = (&context.ledger.mechanism, order.record.at.day(), &order.path.unit);
    let enforcement = order.record.enforcement.as_ref().and_then(|reference| context.ledger.enforcement(reference));
    let named = enforcement.and_then(|action| action.record.system.as_ref());
    let system = mechanism.system(Carrier::Enforcement, named, served);
    if system.is_none_or(|system| system.members.contains(issuer)) {
        return;
    }
    let (name, kind) = (mechanism.short(issuer), order.record.kind.word());
    let (zh, en) = (kind.zh, kind.en);
    if mechanism.members(served).contains(&issuer) {
        let what = tr!(
            "{served} 的文书（{zh}）由{name}下达，该单位不在联合执法单位之列，请核对职权";
            "{name}, which does not belong to joint enforcement, served a paper ({en}) on {served}; please check its competence"
        );
        out.report("", what).at_most(Level::Reminder).fixed_by(Fix::Elsewhere(Kind::Order));
    } else {
        let what = tr!(
            "{served} 的文书（{zh}）由{name}下达，联合执法文书应由有关监管部门依法下达";
            "{name} served a paper ({en}) on {served}; papers of joint enforcement are served by the competent department"
        );
        out.report("", what).fixed_by(Fix::Elsewhere(Kind::Order));
    }
}

fn of_joint_enforcement(order: &Order, ledger: &Ledger) -> bool {
    let hazard = order.hazard.as_ref().and_then(|reference| ledger.hazard(reference));
    order.enforcement.is_some() || hazard.is_some_and(|hazard| hazard.record.source_kind == HazardSource::Enforcement)
}
