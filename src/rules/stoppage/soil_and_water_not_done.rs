//! 一（九）3: 指导、监督非煤矿山企业在关闭前完成水土保持治理工作.

use super::word::{acted, bound_unit};
use crate::model::{Filed, Order, OrderKind, ResponseKind};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "S04",
    name: "soil-and-water-not-done",
    nature: RuleNature::Conduct,
    title: Text::fixed("关闭矿山的水土保持治理未见登记", "soil and water at a closed mine without a word"),
    fires: Text::fixed(
        "下达了关闭文书，矿山档案已记关闭，而台账中未见负有此项职责的单位就该文书（或其隐患、所涉通报）登记已采取措施或已完成。条文要求的是指导、监督，因此只作建议。档案未记关闭的、文书已解除的不判。",
        "A closure was ordered, the mine's file says that it is closed, and the unit that has this duty has said of no measures taken or work done: neither of the order nor of its hazard or a notice about them. The clause asks to guide and supervise, so it is advice only. Not where the file does not say closed, nor where the order was lifted.",
    ),
    proves: Some(Text::fixed(
        "就关闭矿山登记了水土保持治理措施的文书（responses）。",
        "An order of closure about which work on soil and water is on record (responses).",
    )),
    remedy: Text::fixed(
        "已完成治理的，由该单位回应 measures-taken；未完成的，请督促企业完成。",
        "If it was done, that unit responds with measures-taken; if not, have the mine do it.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Order(check),
};

fn check(order: &Filed<Order>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &order.record;
    let on = record.at.day();
    let mine = record.mine.as_ref().and_then(|mine| context.ledger.mechanism.mines.get(mine));
    let closed = mine.and_then(|mine| mine.closed).filter(|closed| *closed <= context.today);
    let stands = record.kind == OrderKind::Close && record.lifted.is_none();
    let (true, Some(closed), Some(unit)) = (stands, closed, bound_unit(&RULE, on, context)) else { return };
    if let Some(day) = acted(order, unit, context) {
        return out.record_occasion_of(day.max(on));
    }
    let name = context.ledger.mechanism.short(unit);
    let what = tr!(
        "矿山已于 {closed} 关闭，台账中未见{name}指导、监督其关闭前完成水土保持治理的登记";
        "the mine was closed on {closed}; the register shows no word of {name} on soil and water before that"
    );
    out.report("", what).by(unit).at_most(Level::Advice).fixed_by(Fix::Response(ResponseKind::MeasuresTaken));
}
