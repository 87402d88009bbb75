//! 四（三）: 存在重大安全风险被责令停止作业，被举报涉嫌越界开采、瞒报谎报生产安全事故等严重违法违规行为、被暂扣相关证照或责令停止作业等重要信息，应及时通报.

use std::collections::HashMap;

use super::first_word::{FirstWord, Tellers, is_judged};
use super::terms::Terms;
use crate::model::{
    ClauseKey, Day, Fact, Filed, Kind, Lead, LeadResult, LeadVerdict, Moment, Order, OrderKind, Reference, Trigger,
};
use crate::rules::due::Timing;
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N02",
    name: "urgent-fact-not-notified",
    nature: RuleNature::Conduct,
    title: Text::fixed("重要信息未见及时通报", "an important fact without a prompt notice"),
    fires: Text::fixed(
        "执法文书或线索属于应及时通报的重要情形，先行告知和正式通报的时限（设置 verbal-term、notice-term）都已过，而台账中未见涉及该事项（about）的先行告知或印发的通报。时限未经文件确定的只作参考：事项已了结（文书解除、隐患销号、线索核查完毕）而未通报的按未落实，尚未了结的，在该情形当年之内只作提醒。按时先行告知或按时印发，有其一即可；两者都晚于时限的，最多为提醒。通报须发给发出单位和矿山以外、当时存在的至少一个单位（只发办公室的也算）。通报涉及该文书所针对的隐患或线索、且不早于该文书的，同样算数；早于该情形的（先行告知比到时分）、零报告、他单位自行发出的通报不算；就同一隐患、线索下达过文书的单位发出的算数。按时通报后又撤回的，自撤回之日起算作未通报。未填重要情形、而已查实且职责依据只与此类情形相关（涉及单位建议 concern）的线索，只作建议。时限内查明不属实的线索（就该线索下达过整改、处罚、停产等文书的除外）、被撤回的通报不判；写明与另一条登记为同一线索的（same_as），并入那一条判断一次，其中有一条查实的，不按不属实。",
        "An order or lead is one of the important facts, both terms (verbal-term, notice-term) have run out, and the register shows neither a preliminary word nor an issued notice about it. Terms that no paper adopted are only there to compare with: what was not told of when the matter was settled (order lifted, hazard closed, lead looked into) is a breach, before that a reminder within the year of the fact. A word in time or a paper in time is enough; if both came later it is a reminder at most. A notice must go to at least one body that existed then, other than the provider and the mine; the office alone will do. A notice about the hazard or lead of an order counts as well unless it came before the order; one from before the fact (a word: by the minute), a report of nothing or a neighbour's does not; that of a unit that served an order on the same hazard or lead does. What was told in time and withdrawn later is lacking from the withdrawal on. A lead that names no important fact, was confirmed, and carries a duty that the table of concerns ties to such facts alone is advice. Not judged: a lead found unfounded within the term, unless an order to rectify, stop or fine answers it; withdrawn notices do not count; a lead that is recorded as the same as another (same_as) is judged with that one, once, and is not unfounded where any of them was confirmed.",
    ),
    proves: Some(Text::fixed(
        "已先行告知或印发通报的重要情形（文书、线索）。",
        "An important fact (order or lead) of which word was given or a notice was issued.",
    )),
    remedy: Text::fixed(
        "已通报的，在通报的 about 中列明该文书或线索；已口头告知的，登记 preliminary；未通报的，请尽快通报。",
        "If it was notified, name the order or lead in the notice's about; if word was given, record preliminary; otherwise please notify.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Each(&[Kind::Order, Kind::Lead], check),
};

/// A fact that must be notified promptly.
pub(super) struct UrgentFact {
    pub(super) reference: Reference,
    pub(super) trigger: Trigger,
    /// What it is called: as the clause does, unless it is graver than the clause's words.
    called: Text,
    /// When its terms begin to run.
    pub(super) at: Moment,
    pub(super) terms: Terms,
    /// What was said of it.
    pub(super) word: FirstWord,
    /// Whether the matter is settled: the order lifted, its hazard closed, the lead looked into.
    is_settled: bool,
}

/// Every fact that is to be told promptly and is judged. A lead that was found unfounded within its terms, and of which nothing
/// was said, is none.
pub(super) fn facts(context: &Context<'_>) -> Vec<UrgentFact> {
    let mut facts = Vec::new();
    let mut answers: HashMap<&Reference, Vec<&Filed<Order>>> = HashMap::new();
    for order in &context.ledger.orders {
        if let Some(lead) = &order.record.lead {
            answers.entry(lead).or_default().push(order);
        }
        let at = order.record.at;
        if let Some(trigger) = order.record.trigger().filter(|_| is_judged(at.day(), context)) {
            let word = said_of_order(order, context);
            let (terms, is_settled) = (Terms::counted_from(at, context), is_settled(order, context));
            let called = called(trigger, order.record.kind);
            facts.push(UrgentFact { reference: order.reference(), trigger, called, at, terms, word, is_settled });
        }
    }
    for lead in context.ledger.leads.iter().filter(|lead| is_judged(lead.record.received, context)) {
        let Some(trigger) = lead.record.trigger.filter(|_| context.ledger.first_of_lead(lead).is_none()) else { continue };
        // What several units filed of one lead is told of once, from the day on which the first of them knew.
        let records: Vec<&Filed<Lead>> = std::iter::once(lead).chain(context.ledger.repeats_of_lead(lead)).collect();
        let received = records.iter().map(|one| one.record.received).min().unwrap_or(lead.record.received);
        let (reference, at) = (lead.reference(), Moment::end_of(received));
        let orders: Vec<&Filed<Order>> =
            records.iter().filter_map(|one| answers.get(&one.reference())).flatten().copied().collect();
        let (terms, word) = (Terms::counted_from(at, context), said_of_lead(&records, &orders, context));
        // Nobody has a mine put right, stopped or fined on what is unfounded.
        let is_acted_on = orders.iter().any(|order| order.record.kind.acts_on_ground() && order.record.at.day() <= context.today);
        let refuted = refuted(&records, context).is_some_and(|refuted| refuted <= terms.last() && !is_acted_on);
        if !refuted || word.first().is_some() {
            let is_settled = results(&records, context).next().is_some();
            facts.push(UrgentFact { reference, trigger, called: trigger.word().label(), at, terms, word, is_settled });
        }
    }
    facts
}

/// What is withheld for good is no less than withheld (四（三）: 被暂扣相关证照), and is called what it is.
fn called(trigger: Trigger, kind: OrderKind) -> Text {
    if kind == OrderKind::Revoke {
        return Text::fixed("被吊销相关证照", "licence revoked");
    }
    trigger.word().label()
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for fact in facts(context) {
        check_fact(&fact, context, out);
    }
    let unmarked = context.ledger.leads.iter().filter(|lead| lead.record.trigger.is_none());
    for lead in unmarked.filter(|lead| context.ledger.first_of_lead(lead).is_none()) {
        check_unmarked(lead, context, out);
    }
}

/// A lead that does not say what it is about, and was confirmed as a matter of duties that only an important fact touches.
fn check_unmarked(lead: &Filed<Lead>, context: &Context<'_>, out: &mut RegisterFindings) {
    let records: Vec<&Filed<Lead>> = std::iter::once(lead).chain(context.ledger.repeats_of_lead(lead)).collect();
    let received = lead.record.received;
    let is_confirmed = results(&records, context).any(|result| result.verdict == LeadVerdict::Confirmed);
    if !is_confirmed || !is_judged(received, context) {
        return;
    }
    let mut duties = records.iter().flat_map(|one| &one.record.duties);
    let Some(fact) = duties.find_map(|duty| only_fact(*duty, context)) else { return };
    let orders: Vec<&Filed<Order>> = records.iter().flat_map(|one| context.ledger.orders_about(&one.reference())).collect();
    if said_of_lead(&records, &orders, context).first().is_none() {
        let (zh, en) = (fact.word().zh, fact.word().en);
        let what = tr!(
            "线索已查实，所涉职责与“{zh}”有关，未填重要情形，也未见通报；如属该情形，应及时通报";
            "the lead was confirmed and is a matter of a duty about {en}; it names no important fact and no notice is on record: if it is one, it is to be told of promptly"
        );
        out.report_at(lead.reference().record, received, "trigger", what).at_most(Level::Advice);
    }
}

/// The important fact to which the register's table of concerns ties a duty, where it ties it to such facts alone.
fn only_fact(duty: ClauseKey, context: &Context<'_>) -> Option<Fact> {
    let tied = context.ledger.mechanism.settings.concern.iter().filter(|concern| concern.duty == duty);
    let mut facts = tied.map(|concern| concern.fact);
    let fact = facts.next()?;
    let is_urgent = |fact: Fact| matches!(fact, Fact::OverBoundary | Fact::ConcealedReport);
    (is_urgent(fact) && facts.all(is_urgent)).then_some(fact)
}

fn is_settled(order: &Filed<Order>, context: &Context<'_>) -> bool {
    let lifted = order.record.lifted.as_ref().map(|lifted| lifted.on);
    let hazard = order.record.hazard.as_ref().and_then(|hazard| context.ledger.hazard(hazard));
    let closed = hazard.and_then(|hazard| hazard.record.closed.as_ref()).map(|closed| closed.on);
    lifted.into_iter().chain(closed).any(|day| day <= context.today)
}

fn said_of_order(order: &Filed<Order>, context: &Context<'_>) -> FirstWord {
    let Order { hazard, lead, .. } = &*order.record;
    let mut tellers = Tellers::default();
    tellers.add([&order.path.unit]);
    tellers.add([hazard, lead].into_iter().flatten().filter_map(|matter| matter.record.owner()));
    tellers.add(lead.as_ref().and_then(|lead| context.ledger.lead(lead)).and_then(|lead| lead.record.assigned_to.as_ref()));
    // Whoever dealt with the same hazard or lead tells of it as well.
    let others = [hazard, lead].into_iter().flatten().flat_map(|matter| context.ledger.orders_about(matter));
    tellers.add(others.filter(|other| other.record.at.day() <= context.today).map(|other| &other.path.unit));
    let (mut word, since) = (FirstWord::default(), order.record.at);
    for matter in std::iter::once(&order.reference()).chain([hazard, lead].into_iter().flatten()) {
        word.hear(matter, since, &tellers, context);
    }
    word
}

/// What was said of a lead, by whatever record of it.
fn said_of_lead(records: &[&Filed<Lead>], orders: &[&Filed<Order>], context: &Context<'_>) -> FirstWord {
    let mut tellers = Tellers::default();
    tellers.add(records.iter().flat_map(|lead| std::iter::once(&lead.path.unit).chain(&lead.record.assigned_to)));
    tellers.add(orders.iter().map(|order| &order.path.unit));
    let mut word = FirstWord::default();
    let Some(since) = records.iter().map(|lead| Moment::start_of(lead.record.received)).min() else { return word };
    for lead in records {
        word.hear(&lead.reference(), since, &tellers, context);
    }
    for order in orders {
        word.hear(&order.reference(), since, &tellers, context);
    }
    for accident in records.iter().flat_map(|lead| context.ledger.accidents_from(&lead.reference())) {
        word.hear(&accident.reference(), since, &tellers, context);
    }
    word
}

/// What the records of one lead say became of it, by today.
fn results<'a>(records: &[&'a Filed<Lead>], context: &Context<'_>) -> impl Iterator<Item = &'a LeadResult> {
    let results = records.iter().filter_map(|lead| lead.record.result.as_ref());
    results.filter(|result| result.on <= context.today).collect::<Vec<_>>().into_iter()
}

/// When a lead was first found to be unfounded, unless somebody who looked into the same found it confirmed.
fn refuted(records: &[&Filed<Lead>], context: &Context<'_>) -> Option<Day> {
    if results(records, context).any(|result| result.verdict == LeadVerdict::Confirmed) {
        return None;
    }
    results(records, context).filter(|result| result.refutes()).map(|result| result.on).min()
}

fn check_fact(fact: &UrgentFact, context: &Context<'_>, out: &mut RegisterFindings) {
    let UrgentFact { called, terms, word, .. } = fact;
    let day = fact.at.day();
    let timing = terms.timing(word, context);
    let record = fact.reference.record.clone();
    let (zh, en) = (called.zh(), called.en());
    if let Timing::Running(due) = timing {
        let what = tr!("就 {day} {zh}先行告知或印发通报"; "give word or issue a notice: {en} on {day}");
        out.awaits_at(record, day, "", due, what);
        return;
    }
    if timing == Timing::Missing {
        let what = Text::join([&terms.without_word(called, day), &word.passed_over()], "", "");
        let weight = terms.weight_of_absence(day, fact.is_settled, context);
        // What was told in time was, until the notice was withdrawn.
        let told = |(before, _): &(FirstWord, Day)| terms.timing(before, context) != Timing::Missing;
        let lapsed = word.before_lapse().filter(told).map(|(_, withdrawn)| withdrawn);
        if lapsed.is_some() {
            out.record_evidence(fact.reference.clone(), day, None);
        }
        let report = out
            .report_at(record, day, "", what)
            .at_most(weight)
            .past(terms.later().fixed())
            .fixed_by(Fix::New(Kind::Notice, Some("about")));
        if let Some(withdrawn) = lapsed {
            report.lapsed(withdrawn, context.today);
        }
        return;
    }
    out.record_evidence(fact.reference.clone(), day, None);
    if let Timing::Late { .. } = timing {
        out.report_at(record, day, "", terms.passed(called, day, word)).late();
    }
}
