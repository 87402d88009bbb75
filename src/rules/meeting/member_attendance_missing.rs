//! 二（二）: 联席会议单位包括：….

use super::held_meeting::HeldMeeting;
use crate::model::{Filed, Meeting, UnitId};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M02",
    name: "member-attendance-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("成员单位参会情况未录入", "a member whose attendance is not recorded"),
    fires: Text::fixed(
        "已召开的会议，参会情况中没有某成员单位的一行。出席、委派代表、请假、列席都算已录入；会议当日尚未加入或已撤并而无承接单位的成员不判，有承接单位的看承接单位；计划中和取消的会议不判。",
        "A meeting was held and the attendance has no line for a member. Present, deputy, leave and sitting in all count as recorded. A member that had not joined by then, or was dissolved without a successor, is not judged; a successor answers for it. Planned and cancelled meetings are not judged.",
    ),
    proves: Some(Text::fixed("各成员单位的参会情况都已登记的会议。", "A meeting of which the part of every member is recorded.")),
    remedy: Text::fixed(
        "按签到表补录各成员单位的参会情况（attendance），请假的记 leave。",
        "Record how each member took part (attendance) from the sign-in sheet; one who was excused as leave.",
    ),
    reach: Reach::Own,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    let missing: Vec<&UnitId> = held
        .system
        .members
        .iter()
        .filter(|member| !is_recorded(member, &held, context))
        .filter_map(|member| context.ledger.mechanism.acting(member, held.on))
        .collect();
    if missing.is_empty() {
        return held.record_evidence(out);
    }
    let (on, count) = (held.on, missing.len());
    let names: Vec<&str> = missing.into_iter().map(|unit| context.ledger.mechanism.short(unit)).collect();
    let (zh, en) = (names.join("、"), names.join(", "));
    let what = tr!(
        "{on} 的会议，台账中未见 {count} 个成员单位的参会情况：{zh}";
        "the meeting on {on}: members whose part the register does not show ({count}): {en}"
    );
    held.report("attendance", what, out).by(held.lead);
}

fn is_recorded(member: &UnitId, held: &HeldMeeting<'_>, context: &Context<'_>) -> bool {
    let attending = held.meeting.record.attendance.iter().filter_map(|attendance| attendance.who.as_unit());
    attending.into_iter().any(|unit| context.ledger.mechanism.stands_for(&unit, member, held.on))
}
