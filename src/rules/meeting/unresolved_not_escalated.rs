//! 二（七）: 对联席会议难以协调一致的问题，由区安委办报区政府或上级部门决定.

use super::held_meeting::HeldMeeting;
use crate::model::{BodyKind, Day, Filed, Kind, Meeting, ResponseKind, SettingId, Unresolved, Upward, UpwardKind};
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
        "已召开的会议记有未能协调一致的问题，设置的报请决定时限（escalation-term）已过，而台账中未见就此报本级政府或上级部门的请示；只报了报告，或在时限之后才上报的为提醒。问题所列的上报（upward）、涉及该问题或整次会议的上报都算；主送镇街等非上级的不算。时限内（含最后一日）、办公室已就该问题登记完成或办结的、计划中和取消的会议不判。",
        "A meeting was held with a question that could not be agreed, the term for sending it upward (escalation-term) has run out, and the register shows no request about it to the government or a superior. Only a report, or a paper after the term, is a reminder. The paper that the question names (upward), or one about the question or the whole meeting, counts; one to a town or other body that is no superior does not. Not judged within the term, its last day included, nor where the office has recorded the question as settled, nor for planned and cancelled meetings.",
    ),
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
    let request = first(question, UpwardKind::Request, held, context);
    let report = first(question, UpwardKind::Report, held, context);
    let timing = Due::after(SettingId::EscalationTerm, on, context).timing(request, context);
    let key = format!("unresolved[{at}].upward");
    if let Timing::Running(due) = timing {
        let what = tr!(
            "就 {on} 会议未能协调一致的问题第 {no} 项请示上级";
            "send question {no} of the meeting on {on} upward as a request"
        );
        held.awaits(key, due, what, out);
        return;
    }
    out.register().record_evidence(held.meeting.part(no), on, Some(&held.system.id));
    match (timing, report) {
        (Timing::InTime | Timing::Running(_), _) => {}
        (Timing::Late { done: sent, .. }, _) => {
            let what = tr!(
                "{on} 的会议未能协调一致的问题第 {no} 项，于 {sent} 上报请示，晚于设置的时限";
                "question {no} of the meeting on {on} went upward on {sent}, after the term that is set"
            );
            held.report(key, what, out).by(held.lead).late();
        }
        (Timing::Missing, Some(sent)) => {
            let what = tr!(
                "{on} 的会议未能协调一致的问题第 {no} 项，{sent} 以报告上报；报告不请求批复，需上级决定的请用请示";
                "question {no} of the meeting on {on} went upward as a report on {sent}; a report asks for no decision, a request does"
            );
            held.report(key, what, out).by(held.lead).at_most(Level::Reminder).fixed_by(Fix::New(Kind::Upward, Some("about")));
        }
        (Timing::Missing, None) => {
            let what = tr!(
                "{on} 的会议未能协调一致的问题第 {no} 项，台账中未见报请上级决定的记录";
                "question {no} of the meeting on {on}: the register shows no request upward about it"
            );
            held.report(key, what, out).by(held.lead).fixed_by(Fix::New(Kind::Upward, Some("about")));
        }
    }
}

/// The day of the first paper of that kind, up to today, that took the question to somebody above.
fn first(question: &Unresolved, kind: UpwardKind, held: &HeldMeeting<'_>, context: &Context<'_>) -> Option<Day> {
    let ledger = context.ledger;
    let named = question.upward.as_ref().and_then(|paper| ledger.upward_paper(paper));
    let (part, whole) = (held.meeting.part(question.no), held.meeting.reference());
    let papers = named.into_iter().chain(ledger.papers_about(&part)).chain(ledger.papers_about(&whole));
    let counts = |paper: &Filed<Upward>| paper.record.kind == kind && paper.record.on <= context.today && goes_up(paper, context);
    papers.filter(|paper| counts(paper)).map(|paper| paper.record.on).min()
}

fn goes_up(paper: &Filed<Upward>, context: &Context<'_>) -> bool {
    let to = context.ledger.mechanism.body(&paper.record.to);
    to.is_some_and(|body| matches!(body.kind, BodyKind::Government | BodyKind::Superior))
}

/// Whether those who convene the meetings, or the office, said that the question needs no decision any more.
fn is_settled(question: &Unresolved, held: &HeldMeeting<'_>, context: &Context<'_>) -> bool {
    let (ledger, part) = (context.ledger, held.meeting.part(question.no));
    ledger.responses_to(&part).any(|response| {
        let by_office = response.path.unit == *held.lead || response.path.unit == *ledger.mechanism.office();
        let says_so = matches!(response.record.kind, ResponseKind::Done | ResponseKind::Accepted);
        by_office && says_so && response.record.on <= context.today
    })
}
