//! 二（四）: 联席会议由区安委办根据工作需要提出并召集.

use super::held_meeting::HeldMeeting;
use crate::model::{Filed, Meeting};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M04",
    name: "meeting-convened-by-other",
    nature: RuleNature::Conduct,
    title: Text::fixed("会议由其他单位召集", "a meeting convened by another"),
    fires: Text::fixed(
        "已召开的会议，记录的召集单位不是机制规定的召集单位或其承接单位。由其他单位提议、按规定召集的不判；计划中和取消的会议不判。",
        "A meeting was held and its convener is neither the unit that the mechanism names nor the one that took over from it. One that another unit only proposed is no fault. Planned and cancelled meetings are not judged.",
    ),
    proves: Some(Text::fixed(
        "由条文所定单位召集（convener）的会议。",
        "A meeting convened by the unit that the clause names (convener).",
    )),
    remedy: Text::fixed(
        "录入有误的，更正召集单位（convener）；确由其他单位召集的，在情况说明（because）中写明，其他单位可提议召开。",
        "Correct the convener (convener) if it was mistyped; otherwise say why (because). Another unit may propose a meeting.",
    ),
    reach: Reach::Own,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    let mechanism = &context.ledger.mechanism;
    let convener = &meeting.record.convener;
    if mechanism.stands_for(convener, held.lead, held.on) {
        return held.record_evidence(out);
    }
    let (convener, lead, on) = (mechanism.short(convener), mechanism.short(held.lead), held.on);
    let what = tr!(
        "{on} 的会议，台账所记召集单位为{convener}，机制规定由{lead}召集";
        "the meeting on {on} is recorded as convened by {convener}; the mechanism has {lead} convene"
    );
    held.report("convener", what, out).by(held.lead);
}
