//! 二（五）: 会议由区应急管理局分管负责人主持.

use super::held_meeting::HeldMeeting;
use crate::model::{Chair, Filed, Meeting, Post, UnitId};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M06",
    name: "meeting-chaired-by-other",
    nature: RuleNature::Conduct,
    title: Text::fixed("会议由他人主持", "a meeting chaired by another"),
    fires: Text::fixed(
        "已召开的会议，台账中未见主持人；或主持人不是机制规定单位（或其承接单位）的分管负责人。该单位主要负责人主持或受委托主持的，写明原因即不再提示，未写明的为提醒；由他人主持而写明原因的为提醒。机制未规定主持单位的、计划中和取消的会议不判。",
        "A meeting was held and the register shows nobody in the chair, or one who is not the leader in charge of the unit that the mechanism names (or of its successor). That unit's main leader, or one by authority, is no fault once the reason is given, and a reminder without; anybody else is a reminder once the reason is given. Not judged where the mechanism names no chair, nor for planned and cancelled meetings.",
    ),
    remedy: Text::fixed(
        "补录主持人（chair）；由他人主持的，写明变更原因（chair 的 because）。",
        "Record who presided (chair); if it was another, say why (because in chair).",
    ),
    reach: Reach::Own,
    scope: Scope::Meeting(check),
};

/// How far the one in the chair is from the one whom the regulation names.
enum Distance {
    /// The leader in charge.
    None,
    /// Of the same unit, above the leader in charge or by authority.
    Near,
    /// Anybody else.
    Far,
}

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    let Some(named) = &held.system.chair else { return };
    held.record_evidence(out);
    let mechanism = &context.ledger.mechanism;
    let (unit, on) = (mechanism.short(named), held.on);
    let Some(chair) = &meeting.record.chair else {
        let what = tr!(
            "{on} 的会议，台账中未见主持人记录，机制规定由{unit}分管负责人主持";
            "the meeting on {on}: the register shows nobody in the chair; the mechanism has the leader in charge of {unit} preside"
        );
        held.report("chair", what, out);
        return;
    };
    let explained = chair.because.is_some() || meeting.record.because.is_some();
    let level = match (distance(chair, named, &held, context), explained) {
        (Distance::None, _) | (Distance::Near, true) => return,
        (Distance::Near, false) | (Distance::Far, true) => Level::Reminder,
        (Distance::Far, false) => Level::Unmet,
    };
    let chaired = mechanism.short(&chair.unit);
    let (post_zh, post_en) = (chair.post.word().zh, chair.post.word().en);
    let (given_zh, given_en) =
        if explained { ("已说明原因", "the reason is given") } else { ("未说明原因", "no reason is given") };
    let what = tr!(
        "{on} 的会议，台账所记主持人为{chaired}（{post_zh}），机制规定由{unit}分管负责人主持，{given_zh}";
        "the meeting on {on} is recorded as chaired by {chaired} ({post_en}); the mechanism has the leader in charge of {unit} preside; {given_en}"
    );
    held.report("chair", what, out).by(named).at_most(level);
}

fn distance(chair: &Chair, named: &UnitId, held: &HeldMeeting<'_>, context: &Context<'_>) -> Distance {
    if !context.ledger.mechanism.stands_for(&chair.unit, named, held.on) {
        return Distance::Far;
    }
    match chair.post {
        Post::InCharge => Distance::None,
        Post::Main | Post::ByAuthority => Distance::Near,
        Post::Other => Distance::Far,
    }
}
