//! 一（四）2: 负责对停工、停产、停建非煤矿山民用爆炸物品进行封存或退库处理，对当地政府决定取缔或关闭的……清退民用爆炸物品.

use super::word::{acted, bound_unit};
use crate::model::{Filed, LicenceKind, Order, OrderKind, ResponseKind};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "S01",
    name: "explosives-not-sealed",
    nature: RuleNature::Conduct,
    title: Text::fixed("停产、关闭矿山的民用爆炸物品未见处理", "explosives at a stopped mine without a word of them"),
    fires: Text::fixed(
        "责令停产停业或关闭的矿山，档案中有当日有效的爆破作业许可证，而台账中未见负有此项职责的单位就该文书（或其隐患、所涉通报）登记已采取措施。条文没有规定时限，自次日起提醒，至文书解除为止；只停一处作业的（责令停止作业）、档案中没有爆破作业许可证的不判。",
        "A mine was ordered to suspend production or closed, its file has a blasting permit in force that day, and the unit that has this duty has said of no measures taken: neither of the order nor of its hazard or a notice about them. The clause sets no term, so it reminds from the next day until the order is lifted. Not where one place of work was stopped, nor a mine without a blasting permit on file.",
    ),
    proves: Some(Text::fixed(
        "就停产、关闭矿山登记了已采取措施的文书（responses，measures-taken）。",
        "An order that stopped or closed a mine, about which measures taken are on record (responses, measures-taken).",
    )),
    remedy: Text::fixed(
        "已封存、退库、清退的，由该单位回应 measures-taken；尚未处理的，请尽快处理。",
        "If they were sealed, returned or withdrawn, that unit responds with measures-taken; if not, it should do so soon.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Order(check),
};

fn check(order: &Filed<Order>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &order.record;
    let on = record.at.day();
    let stops = matches!(record.kind, OrderKind::SuspendProduction | OrderKind::Close);
    let (true, Some(unit)) = (stops && uses_explosives(order, context), bound_unit(&RULE, on, context)) else { return };
    if let Some(day) = acted(order, unit, context) {
        return out.record_occasion_of(day.max(on));
    }
    let until = record.lifted.as_ref().map(|lifted| lifted.on).filter(|lifted| *lifted <= context.today);
    if until.unwrap_or(context.today) <= on {
        return;
    }
    let mechanism = &context.ledger.mechanism;
    let (name, kind) = (mechanism.short(unit), record.kind.word());
    let (zh, en) = (kind.zh, kind.en);
    let what = tr!(
        "{on} {zh}的矿山持有爆破作业许可证，台账中未见{name}对民用爆炸物品封存、退库或清退的登记";
        "{on}, {en}: the mine has a blasting permit, and the register shows no word of {name} on its explosives"
    );
    let report = out.report("", what).by(unit).at_most(Level::Reminder).fixed_by(Fix::Response(ResponseKind::MeasuresTaken));
    report.lasting(on.plus(1), until.unwrap_or(context.today));
}

/// Whether the file of its mine has a blasting permit in force on the day of the order.
fn uses_explosives(order: &Filed<Order>, context: &Context<'_>) -> bool {
    let (Some(mine), on) = (&order.record.mine, order.record.at.day()) else { return false };
    context.ledger.mechanism.licences_at(mine).any(|licence| {
        let begun = licence.from.is_none_or(|from| from <= on);
        licence.kind == LicenceKind::Blasting && begun && licence.until.is_none_or(|until| on <= until)
    })
}
