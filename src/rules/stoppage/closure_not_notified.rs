//! 四（三）: 涉及其他……单位相关工作的，要向有关单位通报; that a closure is such a matter is practice.

use crate::model::{Filed, Kind, Order};
use crate::rules::notice::{stands, telling_of};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "S03",
    name: "closure-not-notified",
    nature: RuleNature::Conduct,
    title: Text::fixed("矿山关闭未见通报", "a closure without a notice"),
    fires: Text::fixed(
        "下达了关闭文书，台账中未见涉及该文书（或其隐患、线索）的已印发通报。条文未单列关闭，属工作惯例，只作建议，自次日起提出。同日解除的、只关闭其中一部分的不判，被撤回的通报不算。",
        "A closure was ordered and the register shows no issued notice about the order, its hazard or its lead. The clause does not name closures; this is practice, and advice only, from the next day on. Not where a part of the mine was closed; withdrawn notices do not count.",
    ),
    proves: None,
    remedy: Text::fixed(
        "向有关单位和属地通报关闭情况，在 about 中列明该文书。",
        "Tell those concerned and the town of the closure, naming the order in about.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Order(check),
};

fn check(order: &Filed<Order>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &order.record;
    let on = record.at.day();
    let stood = record.lifted.as_ref().is_none_or(|lifted| on < lifted.on);
    if !context.ledger.closes_mine(order) || !stood || context.today <= on {
        return;
    }
    let own = order.reference();
    let matters = std::iter::once(&own).chain(&record.hazard).chain(&record.lead);
    let mut notices = matters.flat_map(|matter| telling_of(matter, context));
    if !notices.any(|notice| stands(notice, context).is_some_and(|issued| on <= issued)) {
        let what = tr!(
            "{on} 关闭，台账中未见就此通报有关单位的记录（工作惯例）";
            "closed on {on}; the register shows no notice of it to others (practice)"
        );
        out.report("", what).at_most(Level::Advice).fixed_by(Fix::New(Kind::Notice, Some("about")));
    }
}
