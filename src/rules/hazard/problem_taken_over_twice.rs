//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作以及开展复查. Who follows a problem is one answer, not two.

use std::collections::BTreeSet;

use crate::model::{Enforcement, Filed, FoundProblem, Hazard, UnitId};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H14",
    name: "problem-taken-over-twice",
    nature: RuleNature::Conduct,
    title: Text::fixed("一项问题登记了几条隐患", "one problem that several hazards were made of"),
    fires: Text::fixed(
        "联合执法发现的一项问题，有两条以上来源于它、未以移交或重复登记销号的隐患：同一单位（或其承接单位）登记的作提醒，几个单位各自登记的只作建议，因为有关部门可以各自督促职责以内的部分。以移交、重复登记销号的不判，销号是否有依据由 closed-without-ground 判。",
        "Two or more hazards come from one problem of a joint enforcement, and neither was closed as handed on or as filed twice: a reminder where one unit (or its successor) filed them, advice where several did, since each department may see to its own part. Not where one was closed so; whether that has ground, closed-without-ground says.",
    ),
    proves: None,
    remedy: Text::fixed(
        "明确由哪条记录继续，其余的以重复登记（duplicate）或移交（transferred）销号；各管一部分的，在隐患描述中写明。",
        "Say which of the records goes on, and close the others as filed twice (duplicate) or handed on (transferred); where each is for a part, say which in its description.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    for (at, problem) in action.record.problem.iter().enumerate() {
        let going_on: Vec<&Filed<Hazard>> = going_on(action, problem, context).collect();
        if going_on.len() < 2 {
            continue;
        }
        let mechanism = &context.ledger.mechanism;
        let is_same = |one: &UnitId, other: &UnitId| mechanism.stands_for(one, other, context.today);
        let by_one_unit = going_on.iter().enumerate().any(|(nth, one)| {
            going_on[nth + 1..]
                .iter()
                .any(|other| is_same(&one.path.unit, &other.path.unit) || is_same(&other.path.unit, &one.path.unit))
        });
        let units: BTreeSet<&UnitId> = going_on.iter().map(|hazard| &hazard.path.unit).collect();
        let names: Vec<&str> = units.into_iter().map(|unit| mechanism.short(unit)).collect();
        let (no, count, zh, en) = (problem.no, going_on.len(), names.join("、"), names.join(", "));
        let what = tr!(
            "第 {no} 项问题登记了 {count} 条隐患（{zh}），由哪条继续不明";
            "{count} hazards were made of problem {no} ({en}), and which of them goes on is not said"
        );
        let actor = problem.supervising_unit.as_ref().unwrap_or(mechanism.office());
        let level = if by_one_unit { Level::Reminder } else { Level::Advice };
        let since = going_on.iter().map(|hazard| hazard.record.found).max().unwrap_or(context.today);
        out.report(format!("problem[{at}]"), what).by(actor).at_most(level).lasting(since, context.today);
    }
}

/// The hazards that were made of a problem and went to no other record.
fn going_on<'a>(
    action: &Filed<Enforcement>,
    problem: &FoundProblem,
    context: &Context<'a>,
) -> impl Iterator<Item = &'a Filed<Hazard>> + use<'a> {
    let today = context.today;
    let hazards = context.ledger.hazards_from(&action.part(problem.no)).filter(move |hazard| hazard.record.found <= today);
    hazards.filter(move |hazard| {
        let closed = hazard.record.closed.as_ref().filter(|closed| closed.on <= today);
        closed.is_none_or(|closed| !closed.reason.goes_on_elsewhere())
    })
}
