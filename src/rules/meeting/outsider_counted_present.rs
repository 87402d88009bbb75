//! 二（二）: 联席会议单位包括：….

use super::held_meeting::HeldMeeting;
use crate::model::{Attendance, Filed, Meeting, Presence};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M01",
    name: "outsider-counted-present",
    nature: RuleNature::Conduct,
    title: Text::fixed("非成员单位记为出席", "one who is no member counted as present"),
    fires: Text::fixed(
        "已召开的会议，参会情况中把会议当日不属于该制度成员的单位（如镇街）记为“出席”或“委派代表”。记为“列席”的、召集单位和办公室、成员单位的承接单位不判；计划中和取消的会议不判。",
        "A meeting was held and one who was no member of its system that day, such as a town, is recorded as present or as having sent a deputy. Sitting in is no fault; nor are the convener's own unit, the office, and a unit that took over from a member. Planned and cancelled meetings are not judged.",
    ),
    proves: Some(Text::fixed(
        "登记了参会情况（attendance）的会议。",
        "A meeting of which the attendance is recorded (attendance).",
    )),
    remedy: Text::fixed(
        "把该单位的参会情况（attendance 的 how）更正为列席（sitting-in）。",
        "Correct how they took part (how in attendance) to sitting-in.",
    ),
    reach: Reach::Own,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    if meeting.record.attendance.is_empty() {
        return;
    }
    held.record_evidence(out);
    for (at, attendance) in meeting.record.attendance.iter().enumerate() {
        let counted = matches!(attendance.how, Presence::Present | Presence::Deputy);
        if !counted || belongs(attendance, &held, context) {
            continue;
        }
        let (who, on) = (context.ledger.mechanism.party(&attendance.who), held.on);
        let (zh, en) = (&held.system.name, &held.system.name_en);
        let (how_zh, how_en) = (attendance.how.word().zh, attendance.how.word().en);
        let what = tr!(
            "{who}不在{zh}成员单位之列，{on} 的会议记为“{how_zh}”，请核对是否为列席";
            "{who} is no member of the {en}, and is recorded as \"{how_en}\" on {on}; please see whether they sat in"
        );
        held.report(format!("attendance[{at}].how"), what, out).by(held.lead);
    }
}

/// Whether somebody counts: a member, one who took over from a member, or those who hold the meeting.
fn belongs(attendance: &Attendance, held: &HeldMeeting<'_>, context: &Context<'_>) -> bool {
    let mechanism = &context.ledger.mechanism;
    let Some(unit) = attendance.who.as_unit() else { return false };
    let hosts = unit == *held.lead || unit == *mechanism.office();
    hosts || held.system.members.iter().any(|member| mechanism.stands_for(&unit, member, held.on))
}
