//! 二（六）: 各相关单位应认真贯彻落实.

use super::supervised::{Supervised, TaskState, all};
use crate::model::{Day, ResponseKind};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "T02",
    name: "task-overdue",
    nature: RuleNature::Conduct,
    title: Text::fixed("督办事项逾期", "a task past its term"),
    fires: Text::fixed(
        "督办事项的完成时限已过，台账中未见牵头责任单位（或其承接单位）报“已完成”，或被退回后未见再次报完成；在时限之后才报完成的为提醒。会议部署以外的（通报、批复中的）至多为提醒。时限当日、长期坚持的、办公室已同意办结的不判；配合单位报的完成、“进展”“已采取措施”不算完成。牵头的是镇街、矿山或未注明的，由办公室跟踪，任一单位代报均可；镇街（会议部署的，还有矿山）不是条文所称的单位，其逾期只作提醒，不影响义务是否落实，其完成也不作落实的依据。",
        "The term of a task has passed and the register shows no word of its lead (or of who took over from it) that it is done, or none since the office returned it; done after the term is a reminder. Tasks of circulars and replies are reminders at most. Not judged on the last day itself, for standing tasks, and where the office accepted it as done. A helping unit's word does not count, nor do progress or measures taken. Where a town, a mine or nobody leads, the office follows it and any unit may report. A town (at a meeting a mine too) is none of the units that the clause means: what it leaves undone is a reminder beside the duty, what it did no evidence of it.",
    ),
    proves: Some(Text::fixed(
        "牵头单位报已完成、办公室未退回的督办事项（task）。",
        "A task that its lead reported done and the office did not return (task).",
    )),
    remedy: Text::fixed(
        "已完成的，由牵头责任单位登记“已完成”的回应（responses，to 指向该事项，如 …#2）；未完成的，登记进展并说明原因。",
        "The lead files a response that it is done (responses, to naming the task, such as …#2); else one on how it stands and why.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for set in all(context).iter().filter(|set| !set.task.standing) {
        if let Some(due) = set.task.due {
            check_task(set, due, context, out);
        }
    }
}

fn check_task(set: &Supervised<'_>, due: Day, context: &Context<'_>, out: &mut RegisterFindings) {
    let state = set.state(context);
    let timing = match state {
        TaskState::Done(on) | TaskState::Accepted(_, Some(on)) => Due::on(due).timing(Some(on), context),
        // Accepted without a word of its lead: when it was done nobody said, and the office is content.
        TaskState::Accepted(_, None) => Timing::InTime,
        TaskState::Open | TaskState::Returned(_) => Due::on(due).timing(None, context),
    };
    if state == TaskState::Open && set.is_followed_in_hazards(context) {
        return;
    }
    let outside = set.is_led_outside(context);
    let weight = if set.by_meeting && !outside { Level::Unmet } else { Level::Reminder };
    let (no, actor, on) = (set.task.no, set.actor(context), due.min(context.today));
    if timing == Timing::Running(due) {
        let what = tr!("完成督办事项第 {no} 项"; "carry out task {no}");
        set.awaits(".due", on, due, what, out).by(&actor).at_most(weight);
        return;
    }
    if let (TaskState::Done(done) | TaskState::Accepted(done, _), false) = (state, outside) {
        set.record_evidence(done, out);
    }
    if let Some(what) = fault(set, due, timing, state, context) {
        let report = set.report(".due", due, what, out).by(&actor).at_most(weight);
        if outside {
            report.beside();
        }
        match timing {
            Timing::Late { done, .. } => report.late().lasting(due.plus(1), done),
            _ => report.lasting(due.plus(1), context.today).fixed_by(Fix::Response(ResponseKind::Done)),
        };
    }
}

fn fault(set: &Supervised<'_>, due: Day, timing: Timing, state: TaskState, context: &Context<'_>) -> Option<Text> {
    let unnamed = Text::fixed("未注明牵头责任单位", "nobody named");
    let lead = set.task.lead.as_ref().map_or(unnamed, |lead| Text::same(context.ledger.mechanism.party(lead)));
    let (no, zh, en) = (set.task.no, lead.zh(), lead.en());
    match (timing, state) {
        (Timing::InTime | Timing::Running(_), _) => None,
        (Timing::Late { done, .. }, _) => Some(tr!(
            "督办事项第 {no} 项（{zh}）的时限为 {due}，于 {done} 报已完成";
            "task {no} ({en}) was due on {due} and reported done on {done}"
        )),
        (Timing::Missing, TaskState::Returned(on)) => Some(tr!(
            "督办事项第 {no} 项（{zh}）的时限为 {due}，{on} 退回后台账中未见再次报完成的记录";
            "task {no} ({en}) was due on {due} and returned on {on}; the register does not show it done since"
        )),
        (Timing::Missing, _) => Some(tr!(
            "督办事项第 {no} 项（{zh}）的时限为 {due}，台账中未见完成记录";
            "task {no} ({en}) was due on {due}; the register does not show it done"
        )),
    }
}
