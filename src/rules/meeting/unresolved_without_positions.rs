//! 二（七）: 对联席会议难以协调一致的问题，由区安委办报区政府或上级部门决定.

use super::held_meeting::HeldMeeting;
use crate::model::{Filed, Meeting};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M09",
    name: "unresolved-without-positions",
    nature: RuleNature::Conduct,
    title: Text::fixed("难以协调的问题未记各单位意见", "an unresolved question without the units' positions"),
    fires: Text::fixed(
        "已召开的会议记有未能协调一致的问题，而没有任何单位的意见。条文未要求逐一记录意见，因此只作提醒；计划中和取消的会议不判。",
        "A meeting was held with a question that could not be agreed, and no unit's position is recorded. The clause does not ask for positions in so many words, so it is only a reminder. Planned and cancelled meetings are not judged.",
    ),
    proves: None,
    remedy: Text::fixed(
        "补录各单位对该问题的意见（unresolved 的 positions），供上级决定时参考。",
        "Record what each unit holds (positions in unresolved), for those who are to decide.",
    ),
    reach: Reach::Own,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    for (at, question) in meeting.record.unresolved.iter().enumerate() {
        let (no, on) = (question.no, held.on);
        // Positions alone show nothing of the question's having gone upward: they are no evidence of the obligation.
        if question.positions.is_empty() {
            let what = tr!(
                "{on} 的会议，未能协调一致的问题第 {no} 项未说明各单位意见";
                "the meeting on {on}: question {no}, which could not be agreed, does not state what the units hold"
            );
            held.report(format!("unresolved[{at}].positions"), what, out).by(held.lead).at_most(Level::Reminder);
        }
    }
}
