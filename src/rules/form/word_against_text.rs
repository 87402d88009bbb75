//! A word that claims what its own text denies: 已采取措施 beside “尚未封存”, 已完成 beside “未完成”.

use super::empty_words;
use super::place::called;
use crate::model::{
    BoundAct, Day, FacilityState, Filed, FiledPath, Inspected, Kind, Lead, LeadVerdict, Leaf, LeafGroups, Prose, RecordPath,
    Response, ResponseKind,
};
use crate::rules::under::units_bound;
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F30",
    name: "word-against-text",
    nature: RuleNature::Remark,
    title: Text::fixed(
        "登记的结论与其内容相反，或者内容等于没有写",
        "a word that its own text denies, or a text that says nothing",
    ),
    fires: Text::fixed(
        "文书登记的结论与自己的内容相反的。回应：已采取措施的内容只写“无”“待定”“已阅”“无进展”等，或者写明尚未采取、已启封、只要求企业封存而企业拒不执行，应当封存、退库的单位只写要求、建议、同意、承诺、研究封存或者退库，或者只处理了一部分（“部分封存”“炸药已清退，雷管尚在库”）；就一座矿山的文书、隐患登记而内容只写其他矿山的；已完成的内容只写“已阅”“无进展”等，已完成的内容通篇只写未办、拟办、等待批复或者已取消（不论是何事项），已完成、同意办结的内容写明尚未完成、仍在办理、企业拒不执行，或者不合格、不同意办结，任务已取消，只完成一部分（“完成过半”“3项完成2项”“除某矿外均已完成”“基本完成”）；答复写明不予答复、另行答复，或者通篇只是尚在研究、尚未制定；接收承办写明不接收、待研究；确认代录写明不属实；会签写明不同意会签、未会签、拟会签、待研究后会签或者撤回会签：这样的回应一律不作数。线索的核查结论与说明相反（不属实而写属实、属实而写不属实）或者写明尚在调查，或者就不属实的线索已下达整改、处罚、停产等文书：不属实的结论不作数。复查登记为合格、三同时登记为已落实而说明写明未整改、未落实、仍在整改、不合格，或者只有一部分合格的（“部分合格”“主要问题已整改”），仍按登记的结论。现场处置的措施写明没有采取、拟采取，只是拍照取证、登记、上报、告知，或者企业没有撤人、停产而只是告知的不作数；事故的救援处置措施、调查结论，上级文件的办理结果，通报的已采取的措施写明没有办理的同样指出。只写拟办、暂缓、缓办、待办、下周办理、正在办理的，上述各处都一样。写明的是他方、他事未办（“企业未整改，已责令停产”“已印发通知，企业尚未报送”“企业不配合，由公安强制封存”“未封存的炸药已退库”）的不判；须写明的理由、依据、意见、批准人、结果等只写“无”“/”“待定”“略”“同上”的，作建议（写“无意见”的不判）。判断只看字句，因此只作提醒。",
        "What a record says in a word, and its own text denies. Responses: measures taken whose text says nothing (无, 待定, 已阅, 无进展), that nothing was done, that it was undone (已启封), or that the mine was told to seal and refuses, or, of whoever is to put explosives away, only that it is asked, proposed, agreed to, promised or planned, or that a part was (部分封存); measures or done about an order or hazard at one mine with a text about another; done whose text is 已阅 or 无进展 and no more, or says of whatever it was only that it was not done, is planned, waits or was called off (未印发, 拟印发, 等待批复, 已取消印发); done or accepted with a text that says not yet, that it goes on, is refused, fails or is not accepted, that the task was called off, or that a part was done (完成过半, 3项完成2项, 基本完成); an answer that gives none (不予答复, 另行答复) or only that it is being looked into; taken over with a text that does not; confirmed with one that says that it is not so; cosigned with one that refuses to, does not yet, or takes it back: none of these counts. The result of a lead and its text contradict each other, or the text says that it is still looked into, or an order to rectify, stop or fine answers a lead that is unfounded: a result that it is unfounded counts for nothing then. A re-inspection that passed, or facilities in place, with a text that says otherwise, or so of a part only (部分合格), stand as recorded. A measure on site that says that none was taken, or is only meant, that only a record was made or somebody told, or that the enterprise did nothing and was told to, counts for nothing; so are told the measures of a rescue, the outcome of an inquiry, what became of a directive, the measures of a notice. What is only meant or put off (拟办, 暂缓, 缓办, 待办, 下周办理, 正在办理) is the same in each of these places. Not where another or another thing is meant (“企业未整改，已责令停产”, “已印发通知，企业尚未报送”). Where a reason, a basis, an opinion, an approval or a result is asked and the text says nothing (无, /, 待定, 略, 同上), it is advice (not “无意见”, which is an opinion). Told by the words alone, hence a reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对类别和内容：尚未办理的，改登记为“进展”；已办理的，用 amend 更正内容并说明原因。",
        "Check the word and the text: what is not done yet is progress; where it was done, amend the text, with a reason.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    empty_words::check(context, out);
    said_done(context, out);
    let ledger = context.ledger;
    for response in &ledger.responses {
        let Some(text) = &response.record.text else { continue };
        let kind = response.record.kind;
        if let Some(what) = of_response(kind, text) {
            report(&response.path, response.record.on, "text".to_owned(), what, out);
        } else if is_of_another_mine(response, context) {
            let what = Text::fixed(
                "登记为对本矿山文书、隐患的处理，而内容写的只是其他矿山，对本矿山不作数；应就该矿山的文书登记",
                "it answers an order or hazard at one mine, and its text speaks of another only: of this one it counts for nothing; please file it for the other",
            );
            report(&response.path, response.record.on, "text".to_owned(), what, out);
        } else if kind == ResponseKind::MeasuresTaken && text.only_speaks_of_keeping() && is_to_keep(response, context) {
            let what = Text::fixed(
                "登记为“已采取措施”，而内容只写要求、建议、承诺、研究封存或者退库，没有写明已经封存、退库，不作数",
                "it is filed as measures taken, and its text only asks, proposes, promises or plans to put explosives away, and does not say that they were: it counts for nothing",
            );
            report(&response.path, response.record.on, "text".to_owned(), what, out);
        }
    }
    for lead in &ledger.leads {
        if let Some(result) = lead.record.result.as_ref().filter(|result| result.is_contradicted()) {
            let what = Text::fixed(
                "登记了核查结论，而说明写的是没有核查、尚在核实或者相反的结论，请核对；不属实的结论这样写的，不作数",
                "a result is recorded, and its text says that it was not looked into, not yet, or the contrary: please check; where the result is that it is unfounded, it counts for nothing",
            );
            report(&lead.path, result.on, "result.text".to_owned(), what, out);
        }
        against_orders(lead, context, out);
    }
    for hazard in &ledger.hazards {
        let (path, found) = (&hazard.path, hazard.record.found);
        if hazard.record.onsite.as_ref().is_some_and(|onsite| onsite.measure.takes_no_measure()) {
            let what = Text::fixed(
                "现场处置的措施写的是没有采取、拟采取，或者只是取证、登记、告知，不作数",
                "the measure on site says that none was taken, or only that it is meant, or that a record was made or somebody told: it counts for nothing",
            );
            report(path, found, "onsite.measure".to_owned(), what, out);
        }
        for (at, look) in hazard.record.reinspection.iter().enumerate() {
            if look.result == Inspected::Passed && look.text.as_ref().is_some_and(holds_not) {
                let on = look.on;
                let what = tr!(
                    "{on} 的复查登记为合格，而说明写的是没有整改到位、不合格或者只有一部分合格，请核对";
                    "the re-inspection of {on} is recorded as passed, and its text says that it was not put right, fails, or holds in part: please check"
                );
                report(path, found, format!("reinspection[{at}].text"), what, out);
            }
        }
    }
    for action in &ledger.enforcements {
        let on = action.record.began().unwrap_or(Day::first_of(action.path.year));
        for (at, problem) in action.record.problem.iter().enumerate() {
            if problem.onsite.as_ref().is_some_and(|onsite| onsite.measure.takes_no_measure()) {
                let no = problem.no;
                let what = tr!(
                    "第 {no} 项问题的现场处置写的是没有采取、拟采取，或者只是取证、登记、告知，不作数";
                    "the measure on site about problem {no} says that none was taken, or only that it is meant, or that a record was made or somebody told: it counts for nothing"
                );
                report(&action.path, on, format!("problem[{at}].onsite.measure"), what, out);
            }
        }
    }
    for facility in &ledger.facilities {
        let record = &facility.record;
        if record.state == FacilityState::InPlace && record.text.as_ref().is_some_and(holds_not) {
            let what = Text::fixed(
                "登记为已落实，而说明写的是没有落实，请核对",
                "it is recorded as in place, and its text says that it is not: please check",
            );
            report(&facility.path, record.on, "text".to_owned(), what, out);
        }
    }
}

/// Whether a text beside a word that something holds says that it does not, not yet, or only in part.
fn holds_not(text: &Prose) -> bool {
    text.is_unfinished() || text.fails() || text.holds_in_part()
}

/// Whether what is filed as done about a matter at one mine is told of another.
fn is_of_another_mine(response: &Filed<Response>, context: &Context<'_>) -> bool {
    let Response { kind, to, text, .. } = &*response.record;
    let ledger = context.ledger;
    let claims = matches!(kind, ResponseKind::MeasuresTaken | ResponseKind::Done);
    let mine = || {
        let ordered = ledger.order(to.as_ref()?).and_then(|order| order.record.mine.as_ref());
        ordered.or_else(|| ledger.hazard(to.as_ref()?).map(|hazard| &hazard.record.mine))
    };
    claims && text.as_ref().zip(mine()).is_some_and(|(text, mine)| ledger.mechanism.said_of_mine(text, mine).is_none())
}

/// Whether whoever responds is itself to put explosives away; to have another do so is a measure of any other.
fn is_to_keep(response: &Filed<Response>, context: &Context<'_>) -> bool {
    let (unit, on) = (&response.path.unit, response.record.on);
    let mechanism = &context.ledger.mechanism;
    units_bound("explosives-not-sealed", on, mechanism).any(|(_, bound)| mechanism.stands_for(unit, bound, on))
}

/// Tells of a lead that is recorded as unfounded though its mine was ordered, stopped or fined on it.
fn against_orders(lead: &Filed<Lead>, context: &Context<'_>, out: &mut RegisterFindings) {
    let result = lead.record.result.as_ref().filter(|result| result.verdict == LeadVerdict::Refuted);
    let mut orders = context.ledger.orders_about(&lead.reference());
    let served = orders.find(|order| order.record.kind.acts_on_ground() && order.record.at.day() <= context.today);
    let (Some(result), Some(order)) = (result, served) else { return };
    let (path, on) = (&order.path, order.record.at.day());
    let what = tr!(
        "核查结论登记为不属实，而 {on} 已就该线索下达文书（{path}），请核对；这样的结论不作数";
        "the result is that it is unfounded, and an order of {on} answers it ({path}): please check; such a result counts for nothing"
    );
    report(&lead.path, result.on, "result.verdict".to_owned(), what, out);
}

/// What is to be said of the text of a response of some kind.
fn of_response(kind: ResponseKind, text: &Prose) -> Option<Text> {
    let word = kind.label();
    let (zh, en) = (word.zh(), word.en());
    let not_done = || {
        tr!(
            "登记为“{zh}”，而内容写的是没有办理、尚未办结或者对方拒不执行，不作数";
            "it is filed as \"{en}\", and its text says that nothing was done, not yet, or that it is refused: it counts for nothing"
        )
    };
    match kind {
        ResponseKind::MeasuresTaken => {
            // Whoever urged took a measure, whatever came of it; to have something sealed is another thing than sealing it.
            let is_refused = text.is_unfinished() && text.is_about(BoundAct::PutAway);
            (text.denies() || text.says_nothing() || text.only_acknowledges() || is_refused).then(not_done)
        }
        ResponseKind::Done => (text.takes_back_done() || text.only_acknowledges()).then(not_done),
        ResponseKind::TakenOver => text.is_unfinished().then(|| {
            Text::fixed(
                "登记为“接收承办”，而内容写的是不接收或者待研究，不作数；有不同意见的，登记为“异议”",
                "it is filed as taken over, and its text does not, or not yet: it counts for nothing; whoever disagrees files an objection",
            )
        }),
        ResponseKind::Confirmed => (text.is_unfinished() || text.fails()).then(|| {
            Text::fixed(
                "登记为“确认代录”，而内容写的是不属实或者尚待核实，不作数；有出入的，登记为“异议”",
                "it is filed as confirmed, and its text says that it is not so, or not known yet: it counts for nothing; whoever disagrees files an objection",
            )
        }),
        ResponseKind::Accepted => (text.leaves_undone() || text.fails()).then(|| {
            Text::fixed(
                "登记为“同意办结”，而内容写的是不同意或者没有办结，不作数；退回的，登记为“退回”",
                "it is filed as accepted, and its text does not agree or says that it was not done: it counts for nothing; what is sent back is filed as returned",
            )
        }),
        ResponseKind::Cosigned => (text.refuses() || text.retracts() || text.fails()).then(|| {
            Text::fixed(
                "登记为“会签”，而内容写的是不同意会签、没有会签、待会签或者撤回会签，不作数；有不同意见的，登记为“异议”",
                "it is filed as cosigned, and its text refuses to, does not yet or takes it back: it counts for nothing; whoever disagrees files an objection",
            )
        }),
        ResponseKind::Answer => text.evades().then(|| {
            Text::fixed(
                "登记为“答复”，而内容写的是不予答复、另行答复或者尚在研究，不作数；尚在研究的，登记为“进展”",
                "it is filed as an answer, and its text gives none, or not yet: it counts for nothing; what is still looked into is progress",
            )
        }),
        ResponseKind::Received | ResponseKind::Progress | ResponseKind::Returned | ResponseKind::Objection | ResponseKind::Feedback => {
            None
        }
    }
}

/// Texts that say what was done, or how something ended, wherever they stand: each with whether it says the end.
const SAID_DONE: &[(Kind, &str, bool)] = &[
    (Kind::Accident, "rescue.measures", false),
    (Kind::Accident, "concluded.text", true),
    (Kind::Directive, "carried.text", true),
    (Kind::Notice, "measures", false),
];

/// Tells of those that say the contrary.
fn said_done(context: &Context<'_>, out: &mut RegisterFindings) {
    context.ledger.each(|filed, record| {
        let said: Vec<_> = SAID_DONE.iter().filter(|(kind, ..)| *kind == filed.kind).collect();
        if said.is_empty() {
            return;
        }
        record.leaves_of(LeafGroups::TEXTS, &mut |at, leaf| {
            let Leaf::Prose(text) = leaf else { return };
            let Some((.., is_end)) = said.iter().find(|(_, said, _)| at.is_at(said)) else { return };
            if !(if *is_end { text.is_unfinished() } else { text.denies() }) {
                return;
            }
            let heading = called(&RecordPath::Filed(filed.clone()), at);
            let (zh, en) = (heading.zh(), heading.en());
            let what = tr!(
                "{zh}写的是没有办理、尚未办结或者拟办，请核对";
                "{en} says that it was not done, not yet, or is only meant: please check"
            );
            let on = record.on().unwrap_or(Day::first_of(filed.year));
            report(filed, on, at.to_string(), what, out);
        });
    });
}

fn report(path: &FiledPath, on: Day, key: String, what: Text, out: &mut RegisterFindings) {
    out.report_at(RecordPath::Filed(path.clone()), on, key, what).at_most(Level::Reminder);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KeyPath;
    use crate::model::field::{Field, Shape};

    /// Judged beside a word of the same record.
    const BESIDE: &[(Kind, &str)] = &[
        (Kind::Response, "text"),
        (Kind::Lead, "result.text"),
        (Kind::Hazard, "onsite.measure"),
        (Kind::Hazard, "reinspection.text"),
        (Kind::Enforcement, "problem.onsite.measure"),
        (Kind::Facility, "text"),
    ];

    /// They describe, ask, plan or explain: nothing is claimed to be done.
    const CLAIMS_NOTHING: &[(Kind, &str)] = &[
        (Kind::Plan, "text"),
        (Kind::Lead, "text"),
        (Kind::Order, "text"),
        (Kind::Hazard, "description"),
        (Kind::Hazard, "rectification.plan"),
        (Kind::Hazard, "rectification.precautions"),
        (Kind::Hazard, "remarks"),
        (Kind::Accident, "text"),
        (Kind::Notice, "body"),
        (Kind::Notice, "suggestions"),
        (Kind::Directive, "proposal.text"),
        (Kind::Directive, "text"),
        (Kind::Agenda, "material"),
        (Kind::Meeting, "decided"),
        (Kind::Meeting, "task.text"),
        (Kind::Meeting, "unresolved.question"),
        (Kind::Meeting, "unresolved.positions.text"),
        (Kind::Meeting, "unresolved.proposal"),
        (Kind::Enforcement, "problem.text"),
        (Kind::Enforcement, "task.text"),
        (Kind::Enforcement, "summary.effects"),
        (Kind::Enforcement, "summary.problems"),
        (Kind::Enforcement, "summary.causes"),
        (Kind::Enforcement, "summary.requirements"),
        (Kind::Upward, "body"),
        // Those above decide as they like, to put it off as well.
        (Kind::Upward, "reply.text"),
        (Kind::Upward, "reply.task.text"),
        (Kind::Waiver, "reason"),
    ];

    fn texts(fields: &'static [Field], above: &KeyPath, found: &mut Vec<String>) {
        for field in fields.iter().filter(|field| field.key != "because") {
            let at = above.key(field.key);
            let shape = if let Shape::List(item) = &field.shape { item } else { &field.shape };
            match shape {
                Shape::Prose => found.push(at.to_string()),
                Shape::Table(fields) => texts(fields, &at, found),
                _ => {}
            }
        }
    }

    /// A text that is new is asked after: does it claim that something was done?
    #[test]
    fn every_text_that_claims_is_judged() {
        let known: Vec<(Kind, &str)> = SAID_DONE.iter().map(|(kind, at, _)| (*kind, *at)).collect();
        let known = || known.iter().chain(BESIDE).chain(CLAIMS_NOTHING);
        let mut unknown = Vec::new();
        for kind in Kind::ALL.iter().copied().filter(|kind| kind.is_happening()) {
            let mut found = Vec::new();
            texts(kind.fields(), &KeyPath::default(), &mut found);
            found.retain(|at| !known().any(|(of, key)| *of == kind && key == at));
            unknown.extend(found.iter().map(|at| format!("(Kind::{kind:?}, {at:?}),")));
        }
        assert!(unknown.is_empty(), "{unknown:#?}");
        for (kind, at) in known() {
            assert!(KeyPath::from(*at).field(kind.fields()).is_some(), "{kind:?} {at}");
        }
    }
}
