//! 一（四）2: 负责对停工、停产、停建非煤矿山民用爆炸物品进行封存或退库处理，对当地政府决定取缔或关闭的……清退民用爆炸物品.

use super::word::{acted, bound_unit, closed_without_order, judge_closed};
use crate::model::{Day, Filed, Kind, LicenceKind, MineId, Order, RecordPath, ResponseKind};
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "S01",
    name: "explosives-not-sealed",
    nature: RuleNature::Conduct,
    title: Text::fixed("停产、关闭矿山的民用爆炸物品未见处理", "explosives at a stopped mine without a word of them"),
    fires: Text::fixed(
        "责令停产停业、全矿停止作业或关闭的矿山，档案中有当日有效的爆破作业许可证，而台账中未见负有此项职责的单位在此之后就该文书（或其隐患、所涉通报）登记已采取措施，自己就此发出的通报也没有写明措施；内容写明未封存、尚未退库等的不算。矿山档案已记关闭而其时没有关闭文书（或已解除）的，为情况不明。条文没有规定时限，自次日起提醒，至文书解除为止，解除以后才登记的同样指出；只停一处作业的（责令停止作业而未写明停止部位 place 是全矿，或停产文书写明停止部位；写“全矿”、矿山名称等的是整座矿山）、档案中没有爆破作业许可证的不判。",
        "A mine was ordered to suspend production, or to stop work in all of it, or closed, its file has a blasting permit in force that day, and the unit that has this duty has said of no measures taken since: neither of the order nor of its hazard or a notice about them, nor in a notice of its own; a word that says itself that it was not done (未封存) is none. Where a mine is closed by its file alone, with no order that stood then, it is unknown. The clause sets no term, so it reminds from the next day until the order is lifted; said only after that it is told as well. Not where one place of work was stopped (a stop-work order that does not say in place that it is all of the mine, or one that names the part; “全矿”, the name of the mine and the like are all of it), nor a mine without a blasting permit on file.",
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
    scope: Scope::Each(&[Kind::Order, Kind::Mine], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for order in &context.ledger.orders {
        of_order(order, context, out);
    }
    for (mine, closed) in closed_without_order(context) {
        if let Some(unit) = bound_unit(&RULE, closed, context).filter(|_| uses_explosives(mine, closed, context)) {
            let why = Text::fixed(
                "矿山档案已记关闭而未见关闭文书，民用爆炸物品的处理无从核对",
                "in the file of a mine that is closed without an order, so that nobody can tell what became of its explosives",
            );
            judge_closed(mine, closed, unit, why, context, out);
        }
    }
}

fn of_order(order: &Filed<Order>, context: &Context<'_>, out: &mut RegisterFindings) {
    let record = &order.record;
    let on = record.at.day();
    let stops = context.ledger.stops_all_work(order);
    if !record.mine.as_ref().is_some_and(|mine| stops && uses_explosives(mine, on, context)) {
        return;
    }
    let Some(unit) = bound_unit(&RULE, on, context) else { return };
    let until = record.lifted.as_ref().map(|lifted| lifted.on).filter(|lifted| *lifted <= context.today);
    if let Some(day) = acted(order, unit, context) {
        out.record_evidence(order.reference(), day, None);
        // Explosives are sealed while the mine stands still.
        if let Some(lifted) = until.filter(|lifted| *lifted < day) {
            let name = context.ledger.mechanism.short(unit);
            let what = tr!(
                "文书已于 {lifted} 解除，{name} {day} 才登记对民用爆炸物品的处理";
                "the order was lifted on {lifted}, and {name} said on {day} what was done with the explosives"
            );
            let report = out.report_at(RecordPath::Filed(order.path.clone()), on, "", what);
            report.by(unit).at_most(Level::Reminder).lasting(on.plus(1), day).late();
        }
        return;
    }
    if until.unwrap_or(context.today) <= on {
        return;
    }
    let mechanism = &context.ledger.mechanism;
    let (name, kind) = (mechanism.short(unit), record.kind.word());
    let (zh, en) = (kind.zh, kind.en);
    let what = tr!(
        "{on} {zh}的矿山持有爆破作业许可证，台账中未见{name}此后对民用爆炸物品封存、退库或清退的登记";
        "{on}, {en}: the mine has a blasting permit, and the register shows no word of {name} on its explosives since"
    );
    let report = out.report_at(RecordPath::Filed(order.path.clone()), on, "", what);
    let report = report.by(unit).at_most(Level::Reminder).fixed_by(Fix::Response(ResponseKind::MeasuresTaken));
    report.lasting(on.plus(1), until.unwrap_or(context.today));
}

/// Whether the file of a mine has a blasting permit in force on a day.
fn uses_explosives(mine: &MineId, on: Day, context: &Context<'_>) -> bool {
    context.ledger.mechanism.licences_at(mine).any(|licence| {
        let begun = licence.from.is_none_or(|from| from <= on);
        licence.kind == LicenceKind::Blasting && begun && licence.until.is_none_or(|until| on <= until)
    })
}
