//! 二（七）: 对联席会议难以协调一致的问题，由区安委办报区政府或上级部门决定.

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
        "请示发出后，设置的批复跟踪时限（reply-term）已过而台账中未见批复。何时批复由上级决定，因此只作提醒。报告不等待批复，不判；时限内（含最后一日）不判；已批复的，无论早晚都不判。",
        "A request went upward, the term after which a reply is asked after (reply-term) has run out, and the register shows none. When to reply is for those above to say, so it is only a reminder. A report waits for no reply and is not judged; nor is a request within the term, its last day included, or one that was replied to, however late.",
    ),
    remedy: Text::fixed(
        "向受文机关了解办理进展；已批复的，补录批复（reply）。",
        "Ask the addressee how it stands; record the reply (reply) if there is one.",
    ),
    reach: Reach::Cites,
    scope: Scope::Upward(check),
};

fn check(upward: &Filed<Upward>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &upward.record;
    let Some(system) = paper::system_of(record, context).filter(|_| record.kind == UpwardKind::Request) else { return };
    let to = context.ledger.mechanism.body(&record.to).map_or(record.to.as_str(), |body| body.short.as_str());
    let (on, replied) = (record.on, record.reply.as_ref().map(|reply| reply.on));
    let timing = Due::after(SettingId::ReplyTerm, on, context).timing(replied, context);
    if let Timing::Running(due) = timing {
        let what = tr!("跟踪{to}对请示的批复"; "await the reply of {to} to the request");
        out.awaits("reply", due, what).of_system(&system.id).at_most(Level::Reminder);
        return;
    }
    out.register().record_evidence(upward.reference(), on, Some(&system.id));
    if timing != Timing::Missing {
        return;
    }
    let what = tr!(
        "{on} 报{to}的请示，台账中未见批复，请跟踪办理进展";
        "the request to {to} of {on}: the register shows no reply; please ask how it stands"
    );
    out.report("reply", what).of_system(&system.id).at_most(Level::Reminder);
}
