//! 一（四）2: 负责对停工、停产、停建非煤矿山民用爆炸物品进行封存或退库处理，对当地政府决定取缔或关闭的……清退民用爆炸物品.

use super::other_stops::{PutAway, put_away_at_another};
use super::word::{account_of, bound_unit, closed_without_order, judge_closed};
use crate::model::{BoundAct, Day, Filed, Kind, Lapse, LicenceKind, MineId, Order, OrderKind, RecordPath, ResponseKind, UnitId};
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "S01",
    name: "explosives-not-sealed",
    nature: RuleNature::Conduct,
    title: Text::fixed("停产、关闭矿山的民用爆炸物品未见处理", "explosives at a stopped mine without a word of them"),
    fires: Text::fixed(
        "责令停产停业、全矿停止作业或关闭的矿山，档案中有当日有效的爆破作业许可证，而台账中未见负有此项职责的单位在此之后就该文书（或其隐患、所涉通报）登记已采取措施，自己就此发出的通报也没有写明措施；内容写明未封存、尚未退库、拟封存、正在组织退库、已安排或者已通知封存、只处理了一部分等的，只写其他矿山的，或者没有写到封存、退库、清退的不算（未写内容、只写“已按要求处理”的算），他单位代录的、代录而未写明该单位来文文号（或者写的是其他单位的文号）的不算。矿山档案已记关闭而其时没有关闭文书（或已解除）的，为情况不明。就同一矿山另一次停产、关闭已登记处理，其后矿山一直停着的，或者当时本文书尚未解除的，不再要求；关闭的须退库、清退，就关闭文书或者此前只登记封存的照判；当时已退库、清退而其间恢复过生产的，为情况不明，登记了恢复供应、解封的照判。条文没有规定时限，自次日起提醒，至文书解除为止，解除以后才登记的同样指出；封存以后、文书解除以前又登记已启封、发还、恢复供应、封条破损的，自当日起提醒，至重新封存为止（以最后的登记为准，中间一段仍指出）；只停一处作业的（责令停止作业而未写明停止部位 place 是全矿，或停产、关闭文书写明所停、所关的部位；写“全矿”、矿山名称等的是整座矿山）、档案中没有爆破作业许可证的不判。",
        "A mine was ordered to suspend production, or to stop work in all of it, or closed, its file has a blasting permit in force that day, and the unit that has this duty has said of no measures taken since: neither of the order nor of its hazard or a notice about them, nor in a notice of its own; a word that says itself that it was not done (未封存) or is only meant, asked or under way (拟封存, 已安排封存, 正在退库), that only a part was, or is of something else or of another mine, is none; one without a text, or in general (已按要求处理), is; nor does one count that another unit entered for it, or the office without the number of its paper (or with that of another unit's). Where a mine is closed by its file alone, with no order that stood then, it is unknown. Nor is it asked again where that unit said so at another stop of the mine while this order stood, or before it and the mine has stood still since. At a closure explosives are to be returned: that they were sealed, said of it or before, is not enough; where all was returned then and the mine worked in between, it is unknown, unless that unit said that explosives were given back or supplied again. The clause sets no term, so it reminds from the next day until the order is lifted; said only after that it is told as well. Where it said after the sealing, and before the order was lifted, that they were unsealed (or the seal was broken), given back or supplied again, it reminds from that day until they are put away anew: the last word is the state, and the gap is told. Not where one place of work was stopped (a stop-work order that does not say in place that it is all of the mine, or a suspension or closure that names the part; “全矿”, the name of the mine and the like are all of it), nor a mine without a blasting permit on file.",
    ),
    proves: Some(Text::fixed(
        "就停产、关闭矿山登记了已采取措施的文书（responses，measures-taken）。",
        "An order that stopped or closed a mine, about which measures taken are on record (responses, measures-taken).",
    )),
    remedy: Text::fixed(
        "已封存、退库、清退的，由该单位回应 measures-taken；尚未处理的，请尽快处理。",
        "If they were sealed, returned or withdrawn, that unit responds with measures-taken; if not, it should do so soon.",
    ),
    reach: Reach::SameMine,
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
            judge_closed(mine, closed, unit, BoundAct::Remove, why, context, out);
        }
    }
}

fn of_order(order: &Filed<Order>, context: &Context<'_>, out: &mut RegisterFindings) {
    let record = &order.record;
    let on = record.at.day();
    let is_bound = |mine: &&MineId| context.ledger.stops_all_work(order) && uses_explosives(mine, on, context);
    let (Some(mine), Some(unit)) = (record.mine.as_ref().filter(is_bound), bound_unit(&RULE, on, context)) else { return };
    let until = record.lifted.as_ref().map(|lifted| lifted.on).filter(|lifted| *lifted <= context.today);
    let act = act_asked(order);
    let account = account_of(order, unit, act, context);
    if let Some(day) = account.first_done(on) {
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
        for lapse in account.lapses(on, until) {
            report_lapse(lapse, order, unit, until, context, out);
        }
        return;
    }
    if let Some((put_away, said)) = put_away_at_another(order, mine, unit, act, context) {
        let since = match put_away {
            PutAway::Since(day) => day,
            PutAway::Still => on,
            PutAway::MayBeStill => {
                let why = Text::fixed(
                    "此前已登记退库、清退，其后矿山曾恢复生产，是否又有供应无从核对",
                    "whose explosives were returned before, and that worked since: whether it was supplied again nobody can tell",
                );
                return out.record_doubt(order.reference(), on, why);
            }
        };
        out.record_evidence(order.reference(), since, None);
        let lapses = said.all_lapses(until).into_iter().filter(|lapse| since <= lapse.from);
        lapses.for_each(|lapse| report_lapse(lapse, order, unit, until, context, out));
        return;
    }
    if until.unwrap_or(context.today) <= on {
        return;
    }
    let mechanism = &context.ledger.mechanism;
    let (name, kind) = (mechanism.short(unit), record.kind.word());
    let (zh, en) = (kind.zh, kind.en);
    let what = if act == BoundAct::Remove {
        tr!(
            "{on} {zh}的矿山持有爆破作业许可证，台账中未见{name}此后清退（退库）民用爆炸物品的登记，只是封存的不算";
            "{on}, {en}: the mine has a blasting permit, and the register shows no word of {name} since that its explosives were returned; to have sealed them is not that"
        )
    } else {
        tr!(
            "{on} {zh}的矿山持有爆破作业许可证，台账中未见{name}此后对民用爆炸物品封存、退库或清退的登记";
            "{on}, {en}: the mine has a blasting permit, and the register shows no word of {name} on its explosives since"
        )
    };
    let report = out.report_at(RecordPath::Filed(order.path.clone()), on, "", what);
    let report = report.by(unit).at_most(Level::Reminder).fixed_by(Fix::Response(ResponseKind::MeasuresTaken));
    report.lasting(on.plus(1), until.unwrap_or(context.today));
}

/// What is to be done with the explosives of a mine that an order stops or closes: at a closure nothing stays there that was only sealed (清退).
fn act_asked(order: &Filed<Order>) -> BoundAct {
    if order.record.kind == OrderKind::Close { BoundAct::Remove } else { BoundAct::PutAway }
}

/// That what had been sealed was let go while the mine stands still.
fn report_lapse(
    lapse: Lapse,
    order: &Filed<Order>,
    unit: &UnitId,
    until: Option<Day>,
    context: &Context<'_>,
    out: &mut RegisterFindings,
) {
    let (on, from, name) = (order.record.at.day(), lapse.from, context.ledger.mechanism.short(unit));
    let path = RecordPath::Filed(order.path.clone());
    if let Some(again) = lapse.again {
        let what = tr!(
            "停产、关闭期间，{name} {from} 登记民用爆炸物品已启封、发还、恢复供应或者封条破损，{again} 才重新封存、退库";
            "while the mine stands still, {name} said on {from} that the explosives were unsealed or supplied again, and on {again} that they were put away anew"
        );
        let report = out.report_at(path, on, "", what).by(unit).at_most(Level::Reminder);
        report.lapsed(from, again).late();
        return;
    }
    let what = tr!(
        "停产、关闭期间，{name} {from} 登记民用爆炸物品已启封、发还、恢复供应或者封条破损，台账中未见此后重新封存、退库的登记";
        "while the mine stands still, {name} said on {from} that the explosives were unsealed or supplied again; the register shows no word that they were put away since"
    );
    let report = out.report_at(path, on, "", what).by(unit).at_most(Level::Reminder);
    report.fixed_by(Fix::Response(ResponseKind::MeasuresTaken)).lapsed(from, until.unwrap_or(context.today));
}

/// Whether the file of a mine has a blasting permit in force on a day.
fn uses_explosives(mine: &MineId, on: Day, context: &Context<'_>) -> bool {
    context.ledger.mechanism.licences_at(mine).any(|licence| {
        let begun = licence.from.is_none_or(|from| from <= on);
        licence.kind == LicenceKind::Blasting && begun && licence.until.is_none_or(|until| on <= until)
    })
}
