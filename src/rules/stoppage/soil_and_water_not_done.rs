//! 一（九）3: 指导、监督非煤矿山企业在关闭前完成水土保持治理工作.

use super::word::{account_of, bound_unit, closed_without_order, judge_closed, stood_on};
use crate::model::{BoundAct, Day, Filed, Kind, Order, RecordPath, ResponseKind};
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "S04",
    name: "soil-and-water-not-done",
    nature: RuleNature::Conduct,
    title: Text::fixed("关闭矿山的水土保持治理未见登记", "soil and water at a closed mine without a word"),
    fires: Text::fixed(
        "下达了关闭文书，矿山档案已记关闭，而台账中未见负有此项职责的单位就该文书（或其隐患、所涉通报）登记已采取措施或已完成；内容没有写到水土保持、治理的不算，就该矿山此前的关闭文书登记的同样算数，其间关闭解除、矿山重新开放的，只算重新开放以后登记的。条文要求的是指导、监督，因此只作建议；关闭以后才登记的同样指出。矿山档案已记关闭而其时没有关闭文书（或已解除）的，为情况不明。档案未记关闭的不判。",
        "A closure was ordered, the mine's file says that it is closed, and the unit that has this duty has said of no measures taken or work done: neither of the order, or an earlier one that closed the mine (where it was opened again in between, only what was said since), nor of its hazard or a notice about them, a text about something else being none. The clause asks to guide and supervise, so it is advice only; said only after the closure it is told as well. Where a mine is closed by its file alone, with no order that stood then, it is unknown. Not where the file does not say closed.",
    ),
    proves: Some(Text::fixed(
        "就关闭矿山登记了水土保持治理措施的文书（responses）。",
        "An order of closure about which work on soil and water is on record (responses).",
    )),
    remedy: Text::fixed(
        "已完成治理的，由该单位回应 measures-taken；未完成的，请督促企业完成。",
        "If it was done, that unit responds with measures-taken; if not, have the mine do it.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Each(&[Kind::Order, Kind::Mine], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for order in context.ledger.orders.iter().filter(|order| context.ledger.closes_mine(order)) {
        of_order(order, context, out);
    }
    for (mine, closed) in closed_without_order(context) {
        if let Some(unit) = bound_unit(&RULE, closed, context) {
            let why = Text::fixed(
                "矿山档案已记关闭而未见关闭文书，关闭前的水土保持治理无从核对",
                "in the file of a mine that is closed without an order, so that nobody can tell what was done on soil and water before",
            );
            judge_closed(mine, closed, unit, BoundAct::SoilAndWater, why, context, out);
        }
    }
}

fn of_order(order: &Filed<Order>, context: &Context<'_>, out: &mut RegisterFindings) {
    let record = &order.record;
    let on = record.at.day();
    let mine = record.mine.as_ref().and_then(|mine| context.ledger.mechanism.mines.get(mine));
    let closed = mine.and_then(|mine| mine.closed).filter(|closed| *closed <= context.today);
    let (Some(closed), Some(unit)) = (closed.filter(|closed| stood_on(order, *closed)), bound_unit(&RULE, on, context)) else {
        return;
    };
    // What was done there under an earlier closure stays done while the mine stays closed. One that was opened again is worked again, and
    // before it closes anew the clause asks it anew.
    let earlier = || {
        let closures = record.mine.iter().flat_map(|mine| context.ledger.closures_of(mine));
        closures.filter(|closure| closure.record.at <= record.at)
    };
    let lifted = |closure: &Filed<Order>| closure.record.lifted.as_ref().map(|lifted| lifted.on);
    let is_open = |day: &Day| {
        let stands = |closure: &Filed<Order>| closure.record.at.day() <= *day && lifted(closure).is_none_or(|end| *day < end);
        *day < on && !earlier().any(stands)
    };
    let opened = earlier().filter_map(lifted).filter(is_open).max();
    let said = |closure: &Filed<Order>| {
        let since = opened.map_or(closure.record.at.day(), |opened| opened.max(closure.record.at.day()));
        account_of(closure, unit, BoundAct::SoilAndWater, context).first_done(since)
    };
    let acted = earlier().filter_map(said).min();
    let name = context.ledger.mechanism.short(unit);
    let path = RecordPath::Filed(order.path.clone());
    if let Some(day) = acted {
        out.record_evidence(order.reference(), day, None);
        if closed < day {
            let what = tr!(
                "矿山已于 {closed} 关闭，{name} {day} 才登记水土保持治理的措施，条文要求在关闭前完成";
                "the mine was closed on {closed}, and {name} said on {day} what was done on soil and water; the clause has that done before"
            );
            out.report_at(path, on, "", what).by(unit).at_most(Level::Advice).lasting(closed, day).late();
        }
        return;
    }
    let what = tr!(
        "矿山已于 {closed} 关闭，台账中未见{name}指导、监督其关闭前完成水土保持治理的登记";
        "the mine was closed on {closed}; the register shows no word of {name} on soil and water before that"
    );
    let report = out.report_at(path, on, "", what);
    report.by(unit).at_most(Level::Advice).fixed_by(Fix::Response(ResponseKind::MeasuresTaken));
}
