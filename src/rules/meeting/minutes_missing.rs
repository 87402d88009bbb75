//! 二（六）: 联席会议研究解决的重大问题事项和部署的工作安排应形成会议纪要.

use super::held_meeting::HeldMeeting;
use crate::model::{Filed, Meeting, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M08",
    name: "minutes-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("未见会议纪要", "no minutes of a meeting"),
    fires: Text::fixed(
        "已召开的会议有议定事项或督办事项，设置的会议纪要时限（minutes-term）已过而台账中未见印发的纪要；在时限之后印发的为提醒。时限未经文件确定的，会议当年之内、督办事项尚未到期的，也只作提醒。时限内（含最后一日）、没有议定事项的、计划中和取消的会议不判。",
        "A meeting was held that decided something or gave out tasks, the term for minutes (minutes-term) has run out, and the register shows none issued; issued after the term is a reminder. Where no paper adopted the term, what is absent is a reminder within the year of the meeting and until the first of its tasks was due. Within the term, its last day included, nothing is found; nor for a meeting that decided nothing, or was planned or cancelled.",
    ),
    proves: Some(Text::fixed(
        "会后印发了纪要（minutes）的会议。",
        "A meeting of which the minutes were issued after it (minutes).",
    )),
    remedy: Text::fixed(
        "印发会议纪要，并在会议记录中登记（minutes 的 issued、doc_number）。",
        "Issue the minutes and record them (issued and doc_number in minutes).",
    ),
    reach: Reach::Own,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context).filter(|held| held.meeting.record.has_decided()) else { return };
    let (on, minutes) = (held.on, meeting.record.minutes.as_ref());
    // Minutes older than their meeting are none; which day is wrong another rule asks.
    if minutes.is_some_and(|minutes| minutes.issued < on) {
        return;
    }
    let due = Due::after(SettingId::MinutesTerm, on, context);
    match due.timing(minutes.map(|minutes| minutes.issued), context) {
        Timing::Running(last) if due.binds() || !is_called_in(meeting, context) => {
            held.awaits("minutes", last, tr!("印发 {on} 会议的纪要"; "issue the minutes of the meeting on {on}"), out);
        }
        Timing::InTime => held.record_evidence(out),
        Timing::Late { done, due: last } => {
            held.record_evidence(out);
            let called = due.called();
            let (zh, en) = (called.zh(), called.en());
            let what = tr!(
                "{on} 的会议，纪要于 {done} 印发，晚于{zh} {last}";
                "the meeting on {on}: its minutes were issued on {done}, after {en} {last}"
            );
            held.report("minutes.issued", what, out).by(held.lead).late();
        }
        Timing::Running(_) | Timing::Missing => {
            let what = tr!(
                "{on} 的会议有议定事项，台账中未见印发的会议纪要";
                "the meeting on {on} decided something; the register shows no minutes issued"
            );
            let weight = if is_called_in(meeting, context) { Level::Form } else { due.weight_of_absence(on, context) };
            let since = due.day().plus(1).min(context.today);
            held.report("minutes", what, out).by(held.lead).at_most(weight).lasting(since, context.today).past(due.fixed());
        }
    }
}

/// Whether a task of the meeting was due before today. What is called in without minutes has no minutes: the occasion has passed, whatever
/// a term says that no paper adopted.
fn is_called_in(meeting: &Filed<Meeting>, context: &Context<'_>) -> bool {
    meeting.record.task.iter().any(|task| task.due.is_some_and(|day| day < context.today))
}
