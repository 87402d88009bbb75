//! 二（七）: 对联席会议难以协调一致的问题，由区安委办报区政府或上级部门决定.

use super::held_meeting::HeldMeeting;
use super::paper;
use crate::model::{Filed, SettingId, Upward, UpwardKind};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M11",
    name: "request-unanswered",
    nature: RuleNature::Conduct,
    title: Text::fixed("请示未见批复", "a request without a reply"),
    fires: Text::fixed(
        "办公室就会议未能协调一致的问题发出请示后，设置的批复跟踪时限（reply-term）已过而台账中未见批复。何时批复由上级决定，报请的一方已尽其责，因此只在旁提示，不作为未落实。其他请示、报告和他单位的上行文不判；时限内（含最后一日）不判；已批复的，无论早晚都不判。",
        "The office sent a request about an unresolved question upward, the term after which a reply is asked after (reply-term) has run out, and the register shows none. When to reply is for those above to say, and whoever asked has done their part, so it is shown beside the duty and is no breach of it. Other requests, reports and papers of other units are not judged; nor is a request within the term, its last day included, or one that was replied to, however late.",
    ),
    proves: Some(Text::fixed(
        "办公室就会议未决问题报上级的请示。",
        "A request of the office to those above about a question that a meeting left open.",
    )),
    remedy: Text::fixed(
        "向受文机关了解办理进展；已批复的，补录批复（reply）。",
        "Ask the addressee how it stands; record the reply (reply) if there is one.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Upward(check),
};

fn check(upward: &Filed<Upward>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &upward.record;
    let questions = paper::questions(upward, context);
    let held = questions.first().and_then(|(meeting, _)| HeldMeeting::from_meeting(meeting, context));
    let asks = |held: &HeldMeeting<'_>| record.kind == UpwardKind::Request && held.on <= record.on;
    let Some(held) = held.filter(|held| asks(held) && paper::is_of(upward, held.lead, context)) else { return };
    let system = held.system;
    let to = context.ledger.mechanism.body(&record.to).map_or(record.to.as_str(), |body| body.short.as_str());
    let (on, replied) = (record.on, record.reply.as_ref().map(|reply| reply.on));
    out.register().record_evidence(upward.reference(), on, Some(&system.id));
    let timing = Due::after(SettingId::ReplyTerm, on, context).timing(replied, context);
    if let Timing::Running(due) = timing {
        let what = tr!("跟踪{to}对请示的批复"; "await the reply of {to} to the request");
        out.awaits("reply", due, what).of_system(&system.id).at_most(Level::Advice);
    } else if timing == Timing::Missing {
        let what = tr!(
            "{on} 报{to}的请示，台账中未见批复，可跟踪办理进展";
            "the request to {to} of {on}: the register shows no reply; you may ask how it stands"
        );
        out.report("reply", what).of_system(&system.id).beside();
    }
}
