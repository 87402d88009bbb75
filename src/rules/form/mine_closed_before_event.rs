//! A closed mine is not worked: what was found or ordered there afterwards is at another mine, or the mine was opened again.

use std::collections::{HashMap, HashSet};

use crate::model::{Day, Enforcement, FiledPath, Ledger, MineId, Order, OrderKind, RecordPath};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F14",
    name: "mine-closed-before-event",
    nature: RuleNature::Remark,
    title: Text::fixed("矿山关闭之后的隐患、检查或文书", "something at a mine that was closed before"),
    fires: Text::fixed(
        "矿山档案的关闭日期，或者档案未记关闭时未解除的（整座矿山）关闭文书之后，又登记了该矿山的隐患、联合执法检查或发现的问题，或现场处理、停止作业、停产、限期整改的文书。关闭当日的、关闭文书解除以后的、处罚和移送等善后文书、线索和通报（可能正是关于关闭后的情形）不判。只作提醒。",
        "After the mine's own day of closure or, where its file has none, an order that closes all of it and was not lifted, a hazard, a visit or problem of a joint enforcement, or an order to take on-site measures, stop, suspend or rectify was recorded at the mine. Not on that day, not after the order was lifted, not penalties and transfers, nor leads and notices, which may be about just that. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对矿山代号和日期；确已恢复的，请办公室更新矿山档案（closed）或登记关闭文书的解除（lifted）。",
        "Check the mine and the day; if it was opened again, let the office mend the mine's own file (closed) or the order's end be recorded (lifted).",
    ),
    reach: Reach::SameMine,
    scope: Scope::Ledger(check),
};

/// From when a mine was closed and, should it have been, until when.
type Closures<'a> = HashMap<&'a MineId, Vec<(Day, Option<Day>)>>;

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    let closures = closures(ledger);
    if closures.is_empty() {
        return;
    }
    let mut see = |path: &FiledPath, key: String, mine: &MineId, on: Day| {
        let spans = closures.get(mine).into_iter().flatten();
        let closed =
            spans.filter(|(from, until)| *from < on && until.is_none_or(|until| on < until)).map(|(from, _)| *from).min();
        let Some(closed) = closed else { return };
        let name = ledger.mechanism.mine_name(mine);
        let what = tr!("{name}已于 {closed} 关闭，此处日期为 {on}"; "{name} was closed on {closed}; this is of {on}");
        out.report_at(RecordPath::Filed(path.clone()), on, key, what).at_most(Level::Reminder);
    };
    for hazard in &ledger.hazards {
        see(&hazard.path, "found".into(), &hazard.record.mine, hazard.record.found);
    }
    for order in ledger.orders.iter().filter(|order| is_about_work(&order.record)) {
        if let Some(mine) = &order.record.mine {
            see(&order.path, "at".into(), mine, order.record.at.day());
        }
    }
    for action in &ledger.enforcements {
        for (key, mine, on) in inspected(&action.record) {
            see(&action.path, key, mine, on);
        }
    }
}

fn closures(ledger: &Ledger) -> Closures<'_> {
    let mut closures = Closures::new();
    for (id, mine) in &ledger.mechanism.mines {
        if let Some(closed) = mine.closed {
            closures.entry(id).or_default().push((closed, None));
        }
    }
    for order in ledger.orders.iter().filter(|order| ledger.closes_mine(order)) {
        if let Some(mine) = &order.record.mine {
            let (on, lifted) = (order.record.at.day(), order.record.lifted.as_ref().map(|lifted| lifted.on));
            // What an order closes works on until its file says that it was closed.
            let carried_out = ledger.mechanism.mines.get(mine).and_then(|mine| mine.closed).map_or(on, |closed| closed.max(on));
            if lifted.is_none_or(|lifted| carried_out < lifted) {
                closures.entry(mine).or_default().push((carried_out, lifted));
            }
        }
    }
    closures
}

/// Whether an order speaks of a mine at work; the others wind up what was.
fn is_about_work(order: &Order) -> bool {
    matches!(order.kind, OrderKind::OnsiteMeasure | OrderKind::StopWork | OrderKind::SuspendProduction | OrderKind::Rectify)
}

/// The mines that a joint enforcement visited, and those with problems that no visit names.
fn inspected(action: &Enforcement) -> Vec<(String, &MineId, Day)> {
    let visits = action.visits.iter().enumerate().map(|(at, visit)| (format!("visits[{at}].mine"), &visit.mine, visit.on));
    let visited: HashSet<&MineId> = action.visits.iter().map(|visit| &visit.mine).collect();
    let problems = action.problem.iter().enumerate().filter(|(_, problem)| !visited.contains(&problem.mine));
    let of_problem = problems.filter_map(|(at, problem)| Some((format!("problem[{at}].mine"), &problem.mine, action.from?)));
    visits.chain(of_problem).collect()
}
