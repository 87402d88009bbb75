//! 二（六）: 各相关单位应认真贯彻落实. What was decided and given to nobody leaves no trace of being carried out.

use super::held_meeting::HeldMeeting;
use crate::model::{Filed, Meeting, SettingId, Stated};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M14",
    name: "decided-without-task",
    nature: RuleNature::Conduct,
    title: Text::fixed("议定事项未分解为督办事项", "what was decided and given to nobody"),
    fires: Text::fixed(
        "已召开的会议填写了议定事项（decided），而没有登记任何督办事项（task）：是否贯彻落实无从看出。条文没有要求逐项登记，只作建议。登记了督办事项的、没有议定事项（或只写“无”）的、纪要尚未印发而会议纪要时限（minutes-term）未过的、计划中和取消的会议不判。",
        "A meeting was held and decided something (decided), and no task (task) is recorded: nothing shows whether it is carried out. The clause does not ask for a list of tasks, so this is advice only. Meetings with tasks, that decided nothing, whose minutes are not issued while the term for them (minutes-term) runs, that are planned or were called off are not judged.",
    ),
    proves: None,
    remedy: Text::fixed(
        "把议定事项分解为督办事项（task），写明承办单位、内容和期限；无须承办的，说明后免除。",
        "Record what is to be done as tasks (task), with who does it and by when; where nothing is to be done, waive with a reason.",
    ),
    reach: Reach::Own,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    if meeting.record.decided.said().is_none() || !meeting.record.task.is_empty() {
        return;
    }
    let on = held.on;
    // Tasks are given out with the minutes.
    let minutes = meeting.record.minutes.as_ref().map(|minutes| minutes.issued);
    if matches!(Due::after(SettingId::MinutesTerm, on, context).timing(minutes, context), Timing::Running(_)) {
        return;
    }
    let what = tr!(
        "{on} 的会议有议定事项，未登记督办事项，落实情况无从看出";
        "the meeting on {on} decided something and gave out no task; nothing shows whether it is carried out"
    );
    held.report("task", what, out).by(held.lead).at_most(Level::Advice);
}
