//! 五（二）: 在执行过程中如遇问题，请及时向区安委办反馈.

use crate::model::{Filed, Prose, Response, ResponseKind, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "T04",
    name: "feedback-unanswered",
    nature: RuleNature::Conduct,
    title: Text::fixed("反馈的问题未见答复", "feedback without an answer"),
    fires: Text::fixed(
        "单位反馈了执行中的问题，设置的反馈答复时限（feedback-term）已过，而台账中未见办公室对该反馈的答复。条文只要求反馈，因此只作提醒。签收、进展和其他单位的答复，以及内容写明不予答复、另行答复、尚在研究，或者只写“收悉”“已阅”等的，不算答复；时限内（含最后一日）、办公室自己的反馈不判；已答复的，无论早晚都不判。",
        "A unit reported a problem met in practice, the term for an answer (feedback-term) has run out, and the register shows no answer of the office to it. The clause asks only for the feedback, so it is only a reminder. A receipt, progress, another unit's answer, one that reads 收悉 or 已阅 and no more, or that says itself that it gives none (不予答复), or not yet (尚在研究), does not count. Not judged within the term, its last day included, for the office's own feedback, or once it was answered, however late.",
    ),
    proves: Some(Text::fixed(
        "成员单位登记的问题反馈（responses，kind = feedback）。",
        "A problem that a member reported back (responses, kind = feedback).",
    )),
    remedy: Text::fixed(
        "由办公室登记“答复”的回应（responses，to 指向该反馈）。",
        "The office files a response that answers it (responses, to naming the feedback).",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Response(check),
};

fn check(feedback: &Filed<Response>, context: &Context<'_>, out: &mut Findings<'_>) {
    let mechanism = &context.ledger.mechanism;
    let office = mechanism.office();
    if feedback.record.kind != ResponseKind::Feedback || mechanism.is_office(&feedback.path.unit, feedback.record.on) {
        return;
    }
    out.record_occasion();
    let answers = |response: &&Filed<Response>| {
        // One that only acknowledges it (已阅) is a receipt.
        let is_answer = response.record.kind == ResponseKind::Answer
            && response.record.tells()
            && !response.record.text.as_ref().is_some_and(Prose::evades);
        is_answer && mechanism.is_office(&response.path.unit, response.record.on)
    };
    let responses = context.ledger.responses_to(&feedback.reference());
    let answered = responses.filter(answers).map(|response| response.record.on).min();
    let (unit, on) = (mechanism.short(&feedback.path.unit), feedback.record.on);
    match Due::after(SettingId::FeedbackTerm, on, context).timing(answered, context) {
        Timing::Running(due) => {
            let what = tr!("答复{unit} {on} 反馈的问题"; "answer the problem that {unit} reported on {on}");
            out.awaits("", due, what).by(office).at_most(Level::Reminder);
        }
        Timing::Missing => {
            let what = tr!(
                "{unit} {on} 反馈的问题，台账中未见答复";
                "the problem that {unit} reported on {on}: the register shows no answer"
            );
            let report = out.report("", what).by(office).beside();
            report.lasting(on, context.today).fixed_by(Fix::Response(ResponseKind::Answer));
        }
        Timing::InTime | Timing::Late { .. } => {}
    }
}
