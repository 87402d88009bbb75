//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作.

use super::competence::is_competent;
use super::course::{is_bound_problem, mine_closed, weight_of_problem};
use crate::model::{
    Day, Enforcement, Filed, FoundProblem, Kind, Order, OrderKind, Prose, Response, ResponseKind, SettingId, UnitId,
};
use crate::rules::due::{Due, Timing};
use crate::rules::enforcement::stage::ended;
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H03",
    name: "problem-not-taken-over",
    nature: RuleNature::Conduct,
    title: Text::fixed("发现的问题未见接收承办", "a problem that no unit took over"),
    fires: Text::fixed(
        "联合执法结束后，设置的接收承办时限（take-over-term）已过，重大隐患的监管单位既未建立来源于该问题的隐患记录，也未下达就该问题的执法文书，又未回应接收；有监管职责的部门就该问题下达文书（写明该问题的；监管单位自己就该次联合执法、该矿山下达的，本单位在该矿山另有重大问题的除外）即为接收承办，文书解除的，或者期限（文书另定的从其规定）之内、期限过后仍有督促的，不判，期限过后未见督促的，按未落实；现场处理措施、移送、信息通报不是接收；只回应接收而未建隐患记录的，在该问题整改期限之内作提醒；整改期限已过而仍无隐患记录，此后也未见该单位就此督促（文书、进展）的，不论是否回应接收，都按未落实；一般问题只作建议。监管单位提出异议的，由办公室明确。未明确监管单位的不判（见 problem-unassigned）；任一有监管职责的部门已建立隐患记录的，视为已接收；办公室等没有监管职责的单位代为登记的不算。",
        "The term of the setting take-over-term after a joint enforcement has run out, and the unit that is to supervise a major hazard has neither filed a hazard from that problem, nor served an order about it, nor said that it takes it over. An order of a department with supervision about the problem (one that names it, or the unit's own in that enforcement at that mine, where it has no other major problem there) takes it over: nothing is said while its term runs (that of the order, where it sets one), once it is lifted, or where the department urged since; after the term without that, it weighs what the clause says. On-site measures, transfers and notices take nothing over. A word without a hazard filed is a reminder until the day that the team gave has passed; after that, with such a word or without, it weighs what the clause says unless that unit did something about it since (an order, progress). Other problems are advice. Where the unit objects, the office decides. Not judged without a supervising unit (see problem-unassigned); a hazard filed by any department with supervision counts, one filed by the office or another without does not.",
    ),
    proves: Some(Text::fixed("已由监管部门登记为隐患的重大问题。", "A major problem that its department filed as a hazard.")),
    remedy: Text::fixed(
        "请监管单位登记隐患（hazards，来源 from 填该问题），或提出异议，由办公室另行明确。",
        "File the hazard with the problem under from, or object, so that the office decides.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    let Some(ended) = ended(record, context.today) else { return };
    let term = Due::after(SettingId::TakeOverTerm, ended, context);
    let (timing, absent) = (term.timing(None, context), term.weight_of_absence(ended, context));
    let since = term.day().plus(1);
    for (at, problem) in record.problem.iter().enumerate() {
        let Some(unit) = &problem.supervising_unit else { continue };
        let demand = if is_filed(action, problem, context) { None } else { demand(action, problem, unit, absent, context) };
        let key = format!("problem[{at}]");
        if let (Some(demand), Timing::Running(due)) = (&demand, timing) {
            out.awaits(key, due, demand.to_do.clone()).by(demand.actor).at_most(demand.weight);
            continue;
        }
        if is_bound_problem(record, problem, context) {
            out.record_occasion();
        }
        if let Some(demand) = demand {
            let report = out.report(key, demand.fault).by(demand.actor).at_most(demand.weight);
            report
                .lasting(demand.overdue.map_or(since, |due| due.plus(1)), context.today)
                .past(term.fixed())
                .fixed_by(Fix::New(Kind::Hazard, Some("from")))
                .or_mended_by(&[Kind::Order, Kind::Response]);
        }
    }
}

/// What is asked while a problem is not filed as a hazard, and of whom.
struct Demand<'a> {
    actor: &'a UnitId,
    weight: Level,
    to_do: Text,
    fault: Text,
    /// The term that was set by whoever took it over, and that has passed.
    overdue: Option<Day>,
}

fn demand<'a>(
    action: &Filed<Enforcement>,
    problem: &FoundProblem,
    unit: &'a UnitId,
    absent: Level,
    context: &Context<'a>,
) -> Option<Demand<'a>> {
    let mechanism = &context.ledger.mechanism;
    let weight = weight_of_problem(&action.record, problem, context);
    let (no, mine, name) = (problem.no, context.ledger.mechanism.mine_name(&problem.mine), mechanism.short(unit));
    let take_over = tr!("接收承办第 {no} 项问题（{mine}）并登记隐患"; "take over problem {no} ({mine}) and file the hazard");
    // What the team gave a day for is to be urged once that has passed: neither a word nor silence keeps anybody waiting.
    let until = mine_closed(&problem.mine, context).unwrap_or(context.today);
    let is_over = |due: Day| due < until && !is_urged(action, problem, unit, due, context);
    let orders = orders_on(action, problem, unit, context);
    if let Some(served) = orders.iter().map(|order| order.record.at.day()).max() {
        let is_lifted = |order: &&Filed<Order>| order.record.lifted.as_ref().is_some_and(|lifted| lifted.on <= context.today);
        let set = orders.iter().filter(|order| order.record.kind == OrderKind::Rectify).filter_map(|order| order.record.until);
        let due = set.max().or(problem.due).filter(|due| is_over(*due) && !orders.iter().any(is_lifted))?;
        let fault = tr!(
            "第 {no} 项问题（{mine}）最近一次文书为 {served}，整改期限 {due} 已过，台账中未见隐患记录，此后也未见督促";
            "the last order about problem {no} ({mine}) is of {served}; its term ended on {due}, and neither a hazard nor any urging since is on record"
        );
        return Some(Demand { actor: unit, weight, to_do: take_over, fault, overdue: Some(due) });
    }
    let is_overdue = problem.due.is_some_and(is_over);
    if has_said(action, problem, unit, ResponseKind::TakenOver, context) {
        let fault = tr!(
            "第 {no} 项问题（{mine}）{name}已回应接收，台账中未见隐患记录";
            "{name} said that it takes over problem {no} ({mine}); no hazard from it is on record"
        );
        let weight = if is_overdue { weight } else { weight.min(Level::Reminder).min(absent) };
        return Some(Demand { actor: unit, weight, to_do: take_over, fault, overdue: None });
    }
    if has_said(action, problem, unit, ResponseKind::Objection, context) {
        let to_do = tr!(
            "明确第 {no} 项问题（{mine}）由哪个单位接收（{name}已提出异议）";
            "decide which unit takes over problem {no} ({mine}), to which {name} objected"
        );
        let fault = tr!(
            "第 {no} 项问题（{mine}）{name}提出异议，台账中未见另有单位接收";
            "{name} objected to supervising problem {no} ({mine}); no other unit is on record to have taken it over"
        );
        return Some(Demand { actor: mechanism.office(), weight: weight.min(absent), to_do, fault, overdue: None });
    }
    let fault = tr!(
        "第 {no} 项问题（{mine}）由{name}监管，台账中未见接收承办或隐患记录";
        "problem {no} ({mine}) is assigned to {name}; neither a word of taking it over nor a hazard is on record"
    );
    let weight = if is_overdue { weight } else { weight.min(absent) };
    Some(Demand { actor: unit, weight, to_do: take_over, fault, overdue: None })
}

/// The orders by which a department took a problem over (三（五）: 执法文书由有关……监管部门依法下达): those that name it, and those of the unit that is
/// to supervise it which name only the enforcement and the mine, while it has no other major problem there.
fn orders_on<'a>(
    action: &Filed<Enforcement>,
    problem: &FoundProblem,
    unit: &UnitId,
    context: &Context<'a>,
) -> Vec<&'a Filed<Order>> {
    let ledger = context.ledger;
    let is_own = |by: &UnitId, on: Day| ledger.mechanism.stands_for(by, unit, on);
    let is_another = |other: &&FoundProblem| {
        let is_its = other.supervising_unit.as_ref().is_some_and(|its| its == unit);
        other.no != problem.no && other.mine == problem.mine && is_its && (other.major || !problem.major)
    };
    let is_only = !action.record.problem.iter().any(|other| is_another(&other));
    let unnamed = ledger.orders_about(&action.reference()).filter(move |order| {
        let is_there = order.record.hazard.is_none() && order.record.mine.as_ref() == Some(&problem.mine);
        is_only && is_there && is_own(&order.path.unit, order.record.at.day())
    });
    let acts = |order: &&Filed<Order>| {
        let (record, on) = (&order.record, order.record.at.day());
        record.mine.as_ref().is_none_or(|mine| *mine == problem.mine)
            && !matches!(record.kind, OrderKind::OnsiteMeasure | OrderKind::Transfer)
            && action.record.began().is_none_or(|began| began <= on)
            && on <= context.today
            && is_competent(&order.path.unit, on, context)
            && ledger.is_word_of_unit(&order.path, &*order.record, record.number.is_some())
    };
    ledger.orders_about(&action.part(problem.no)).chain(unnamed).filter(acts).collect()
}

/// Whether a hazard was filed from it, by a department with supervision where the clause asks for one.
pub(super) fn is_filed(action: &Filed<Enforcement>, problem: &FoundProblem, context: &Context<'_>) -> bool {
    let is_bound = is_bound_problem(&action.record, problem, context);
    let mut filed = context.ledger.hazards_from(&action.part(problem.no)).filter(|hazard| hazard.record.found <= context.today);
    filed.any(|hazard| !is_bound || is_competent(&hazard.path.unit, hazard.record.found, context))
}

/// Whether the unit did something about it after the term that the team gave, though it filed no hazard: an order at that mine, or a word of
/// progress.
fn is_urged(action: &Filed<Enforcement>, problem: &FoundProblem, unit: &UnitId, due: Day, context: &Context<'_>) -> bool {
    let ledger = context.ledger;
    let (whole, part) = (action.reference(), action.part(problem.no));
    let by_unit = |by: &UnitId, on: Day| due < on && on <= context.today && ledger.mechanism.stands_for(by, unit, on);
    let mut served = ledger.orders_about(&part).chain(ledger.orders_about(&whole));
    let is_served =
        served.any(|order| order.record.mine.as_ref() == Some(&problem.mine) && by_unit(&order.path.unit, order.record.at.day()));
    let urges = [ResponseKind::Progress, ResponseKind::MeasuresTaken, ResponseKind::Returned];
    let is_word = |said: &Filed<Response>| {
        let denies = said.record.text.as_ref().is_some_and(Prose::denies);
        urges.contains(&said.record.kind) && said.record.tells() && !denies && by_unit(&said.path.unit, said.record.on)
    };
    is_served || ledger.responses_to(&part).any(is_word)
}

/// Whether the unit said so, of the problem or of the enforcement as a whole.
fn has_said(
    action: &Filed<Enforcement>,
    problem: &FoundProblem,
    unit: &UnitId,
    kind: ResponseKind,
    context: &Context<'_>,
) -> bool {
    let (whole, part) = (action.reference(), action.part(problem.no));
    let responses = context.ledger.responses_to(&part).chain(context.ledger.responses_to(&whole));
    let stands = |response: &Filed<Response>| context.ledger.mechanism.stands_for(&response.path.unit, unit, response.record.on);
    let mut own = responses.filter(|response| response.record.on <= context.today && stands(response));
    // “待研究”, “不属于我局职责” take nothing over.
    let takes_back = |response: &Filed<Response>| {
        kind == ResponseKind::TakenOver && response.record.text.as_ref().is_some_and(Prose::is_unfinished)
    };
    own.any(|response| response.record.kind == kind && !takes_back(response))
}
