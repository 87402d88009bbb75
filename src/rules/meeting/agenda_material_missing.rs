//! 二（五）: 参会单位应提前准备需联席会议解决的议题材料.

use super::held_meeting::HeldMeeting;
use crate::model::{Filed, Meeting, Prose, RecordPath};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M07",
    name: "agenda-material-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("议题材料未提前准备", "agenda material not prepared beforehand"),
    fires: Text::fixed(
        "会议已召开，所议议题没有材料，也没有附件；或议题在会议之后才提交（提醒）。会议当日提交的不判；尚未上会的议题、计划中和取消的会议不判；没有议题的单位不欠材料。",
        "A meeting was held that dealt with an item without material and without attachments; or the item was handed in after the meeting (a reminder). The day of the meeting is in time. Items not yet dealt with, planned and cancelled meetings are not judged, and a unit without items owes nothing.",
    ),
    proves: Some(Text::fixed(
        "会前提交并附有材料的议题（agenda）。",
        "An agenda item handed in with its material before the meeting (agenda).",
    )),
    remedy: Text::fixed(
        "在议题中补填材料（material），或登记存放在别处的附件（attachments）；今后请在会前提交。",
        "Fill in the material (material) or record the papers kept elsewhere (attachments); please hand it in before the meeting.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    let on = held.on;
    for item in context.ledger.agenda_of(meeting) {
        let submitted = item.record.submitted;
        if context.today < submitted {
            continue;
        }
        out.register().record_evidence(item.reference(), on, Some(&held.system.id));
        let record = || RecordPath::Filed(item.path.clone());
        if item.record.material.as_ref().is_none_or(Prose::says_nothing) && item.record.attachments.is_empty() {
            let what = tr!(
                "议题已提交 {on} 的会议研究，台账中未见议题材料";
                "the item was before the meeting on {on}; the register shows no material for it"
            );
            out.register().report_at(record(), on, "material", what).of_system(&held.system.id);
        } else if on < submitted {
            let what = tr!(
                "议题的提交日期 {submitted} 晚于会议日期 {on}，未见会前准备的记录";
                "the item was handed in on {submitted}, after the meeting on {on}"
            );
            out.register().report_at(record(), on, "submitted", what).of_system(&held.system.id).late();
        }
    }
}
