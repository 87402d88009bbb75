//! 二（七）: 对联席会议难以协调一致的问题，由区安委办报区政府或上级部门决定.

use super::held_meeting::HeldMeeting;
use super::paper;
use crate::model::{Day, Filed, Kind, Meeting, ResponseKind, SettingId, Unresolved, Upward, UpwardKind};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M10",
    name: "unresolved-not-escalated",
    nature: RuleNature::Conduct,
    title: Text::fixed("难以协调的问题未见报请决定", "an unresolved question not sent upward"),
    fires: Text::fixed(
        "已召开的会议记有未能协调一致的问题，设置的报请决定时限（escalation-term）已过，而台账中未见办公室在会后就此报本级政府或上级部门的请示；时限未经文件确定的，会议当年之内只作提醒；只报了报告，在时限之后才上报，或上级已就他单位的上报作出决定的，为提醒。涉及该问题的上报算数，会议只有这一个问题的，涉及整次会议的也算；问题所列的上报（upward）未注明涉及事项的同样算；主送镇街等非上级的、早于会议的、涉及其他问题的、他单位的不算。时限内（含最后一日）、办公室已就该问题登记完成或办结的、计划中和取消的会议不判。",
        "A meeting was held with a question that could not be agreed, the term for sending it upward (escalation-term) has run out, and the register shows no later request of the office about it to the government or a superior. Where no paper adopted the term, it is a reminder within the year of the meeting. Only a report, a paper after the term, or a decision from above on another's paper is a reminder. A paper about the question counts, one about the whole meeting where it left no other question open, and the paper that the question names (upward) where that says nothing of what it is about; one to a town or other body that is no superior, from before the meeting, about another question or of another unit does not. Not judged within the term, its last day included, nor where the office has recorded the question as settled, nor for planned and cancelled meetings.",
    ),
    proves: Some(Text::fixed(
        "由办公室在会后报区政府或上级部门的未决问题（unresolved、upward）。",
        "A question left open that the office took to the government or a superior after the meeting (unresolved, upward).",
    )),
    remedy: Text::fixed(
        "由办公室拟请示报本级政府或上级部门，并在问题中登记（unresolved 的 upward）；问题已另行解决的，由办公室对该问题登记“已完成”的回应。",
        "The office sends a request to the government or a superior and records it (upward in unresolved); where the question was settled otherwise, the office files a response that it is done.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    for (at, question) in meeting.record.unresolved.iter().enumerate() {
        if !is_settled(question, &held, context) {
            check_question(at, question, &held, context, out);
        }
    }
}

fn check_question(at: usize, question: &Unresolved, held: &HeldMeeting<'_>, context: &Context<'_>, out: &mut Findings<'_>) {
    let (no, on) = (question.no, held.on);
    let papers = papers(question, held, context);
    let (own, others): (Vec<_>, Vec<_>) = papers.into_iter().partition(|paper| {
        // 由区安委办: whoever leads the meetings, the office sends them.
        paper::is_of(paper, held.lead, context) || paper::is_of(paper, context.ledger.mechanism.office(), context)
    });
    let first = |kind| own.iter().filter(|paper| paper.record.kind == kind).map(|paper| paper.record.on).min();
    let due = Due::after(SettingId::EscalationTerm, on, context);
    let timing = due.timing(first(UpwardKind::Request), context);
    let key = format!("unresolved[{at}].upward");
    match timing {
        Timing::Running(due) => {
            let what = tr!(
                "就 {on} 会议未能协调一致的问题第 {no} 项请示上级";
                "send question {no} of the meeting on {on} upward as a request"
            );
            held.awaits(key, due, what, out);
        }
        Timing::InTime => out.register().record_evidence(held.meeting.part(no), on, Some(&held.system.id)),
        Timing::Late { done: sent, due: last } => {
            out.register().record_evidence(held.meeting.part(no), on, Some(&held.system.id));
            let called = due.called();
            let (zh, en) = (called.zh(), called.en());
            let what = tr!(
                "{on} 的会议未能协调一致的问题第 {no} 项，于 {sent} 上报请示，晚于{zh} {last}";
                "question {no} of the meeting on {on} went upward on {sent}, after {en} {last}"
            );
            held.report(key, what, out).by(held.lead).late();
        }
        Timing::Missing => {
            let (what, level) = missing(no, on, first(UpwardKind::Report), &others, context);
            let report = held.report(key, what, out).by(held.lead).fixed_by(Fix::New(Kind::Upward, Some("about")));
            report
                .at_most(level)
                .at_most(due.weight_of_absence(on, context))
                .lasting(due.day().plus(1), context.today)
                .past(due.fixed());
        }
    }
}

/// What is said where the office asked for no decision: those above may have decided all the same, on another's paper.
fn missing(no: u32, on: Day, reported: Option<Day>, others: &[&Filed<Upward>], context: &Context<'_>) -> (Text, Level) {
    let decided = others.iter().filter_map(|paper| Some((&paper.path.unit, paper.record.reply.as_ref()?.on)));
    let decided = decided.filter(|(_, day)| *day <= context.today).min_by_key(|(_, day)| *day);
    if let Some((unit, day)) = decided {
        let unit = context.ledger.mechanism.short(unit);
        let what = tr!(
            "{on} 的会议未能协调一致的问题第 {no} 项，已由上级于 {day} 决定（经{unit}上报，非经办公室报请）";
            "question {no} of the meeting on {on} was decided above on {day}, on a paper of {unit} and not of the office"
        );
        return (what, Level::Reminder);
    }
    if let Some(sent) = reported {
        let what = tr!(
            "{on} 的会议未能协调一致的问题第 {no} 项，{sent} 以报告上报；报告不请求批复，需上级决定的请用请示";
            "question {no} of the meeting on {on} went upward as a report on {sent}; a report asks for no decision, a request does"
        );
        return (what, Level::Reminder);
    }
    let what = tr!(
        "{on} 的会议未能协调一致的问题第 {no} 项，台账中未见报请上级决定的记录";
        "question {no} of the meeting on {on}: the register shows no request upward about it"
    );
    (what, Level::Form)
}

/// The papers, up to today and not from before the meeting, that took that very question to somebody above.
fn papers<'a>(question: &Unresolved, held: &HeldMeeting<'a>, context: &Context<'a>) -> Vec<&'a Filed<Upward>> {
    let ledger = context.ledger;
    let named = question.upward.as_ref().and_then(|paper| ledger.upward_paper(paper));
    let (part, whole) = (held.meeting.part(question.no), held.meeting.reference());
    let papers = named.into_iter().chain(ledger.papers_about(&part)).chain(ledger.papers_about(&whole));
    // Of a meeting without its day nobody knows that a paper came before it.
    let record = &held.meeting.record;
    let began = if record.held.is_some() { held.on } else { record.planned.map_or(held.on, |planned| planned.min(held.on)) };
    let counts = |paper: &&Filed<Upward>| {
        let in_order = began <= paper.record.on && paper.record.on <= context.today;
        in_order && paper::goes_up(paper, context) && paper::takes_up(paper, question, held.meeting)
    };
    papers.filter(counts).collect()
}

/// Whether those who convene the meetings, or the office, said since that the question needs no decision any more.
fn is_settled(question: &Unresolved, held: &HeldMeeting<'_>, context: &Context<'_>) -> bool {
    let (ledger, part) = (context.ledger, held.meeting.part(question.no));
    ledger.responses_to(&part).any(|response| {
        let (unit, on) = (&response.path.unit, response.record.on);
        let by_office = ledger.mechanism.stands_for(unit, held.lead, on) || ledger.mechanism.is_office(unit, on);
        let takes_back = response.record.text.as_ref().is_some_and(|text| text.takes_back_done() || text.fails());
        let says_so = matches!(response.record.kind, ResponseKind::Done | ResponseKind::Accepted) && !takes_back;
        by_office && says_so && held.on <= response.record.on && response.record.on <= context.today
    })
}
