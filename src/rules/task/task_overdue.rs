//! 二（六）: 各相关单位应认真贯彻落实.

use super::supervised::{Supervised, TaskState, all};
use crate::model::{Day, Kind, ResponseKind, SettingId};
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
        "督办事项的完成时限已过，台账中未见牵头责任单位（或其承接单位）报“已完成”，或被退回后未见再次报完成；在时限之后才报完成的为提醒；没有报完成而由办公室同意办结，晚于时限及其后的办结确认时限（acceptance-term）的，同样为提醒。会议部署以外的（通报、批复中的）至多为提醒。长期坚持的事项没有终了，另定有时限的，到期未见进展（只写“无”“已阅”“无进展”等的不算）或完成的只作提醒。时限当日、没有时限的不判；配合单位报的完成不算，内容写明尚未完成、任务已取消或者只完成一部分（“完成2/3”“除某矿外均已完成”）的也不算，本单位已完成而只是企业、他事未完成的算，“进展”“已采取措施”除长期坚持的以外也不算。牵头的是镇街、矿山或未注明的，由办公室跟踪，任一单位代报均可；镇街（会议部署的，还有矿山）不是条文所称的单位，其逾期只作提醒，不影响义务是否落实，其完成也不作落实的依据。",
        "The term of a task has passed and the register shows no word of its lead (or of who took over from it) that it is done, or none since the office returned it; done after the term is a reminder, and so is one that the office accepted without such a word later than the term and that for acceptance (acceptance-term) after it. Tasks of circulars and replies are reminders at most. A standing task never ends; where it has a term all the same, it is a reminder once that has passed without progress (无, 已阅, 无进展 are none) or a word that it is done. Not judged on the last day itself, nor without a term. A helping unit's word does not count, nor one that says itself that it is not done, was called off or was done in part (one that says that only an enterprise, or another matter, is not done does), nor, but for standing tasks, do progress or measures taken. Where a town, a mine or nobody leads, the office follows it and any unit may report. A town (at a meeting a mine too) is none of the units that the clause means: what it leaves undone is a reminder beside the duty, what it did no evidence of it.",
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
    scope: Scope::Each(&[Kind::Meeting, Kind::Enforcement], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for set in &all(context) {
        if let Some(due) = set.task.due {
            check_task(set, due, context, out);
        }
    }
}

fn check_task(set: &Supervised<'_>, due: Day, context: &Context<'_>, out: &mut RegisterFindings) {
    let state = set.state(context);
    if state == TaskState::Open && set.is_followed_in_hazards(context) {
        return;
    }
    let timing = timing(set, due, state, context);
    let outside = set.is_led_outside(context);
    // Of a standing task the term is that of a step, which nobody named.
    let weight = if set.by_meeting && !outside && !set.task.standing { Level::Unmet } else { Level::Reminder };
    let (no, actor, on) = (set.task.no, set.actor(context), due.min(context.today));
    if timing == Timing::Running(due) {
        let what = if set.task.standing {
            tr!("推进长期坚持的督办事项第 {no} 项并登记进展"; "carry on the standing task {no} and record how it stands")
        } else {
            tr!("完成督办事项第 {no} 项"; "carry out task {no}")
        };
        set.awaits(".due", on, due, what, out).by(&actor).at_most(weight).fixed_by(Fix::Response(word_asked(set)));
        return;
    }
    if let (TaskState::Done(done) | TaskState::Accepted(done, _) | TaskState::PutRight(done), false) = (state, outside) {
        set.record_evidence(done, out);
    }
    if let Some(what) = fault(set, due, timing, state, context) {
        let report = set.report(".due", due, what, out).by(&actor).at_most(weight).past(Some(due));
        if outside {
            report.beside();
        }
        match timing {
            Timing::Late { done, .. } => report.late().lasting(due.plus(1), done),
            _ => report.lasting(due.plus(1), context.today).fixed_by(Fix::Response(word_asked(set))),
        };
    }
}

/// How it stands beside its term.
fn timing(set: &Supervised<'_>, due: Day, state: TaskState, context: &Context<'_>) -> Timing {
    let at = |day: Option<Day>| Due::on(due).timing(day, context);
    match state {
        // When it was done nobody said; what the office accepts soon after the term may have been.
        TaskState::Accepted(on, None) if on <= Due::after(SettingId::AcceptanceTerm, due, context).day() => Timing::InTime,
        TaskState::Done(on) | TaskState::Accepted(_, Some(on)) | TaskState::Accepted(on, None) => at(Some(on)),
        // Whether that was in time is judged hazard by hazard.
        TaskState::PutRight(_) => Timing::InTime,
        TaskState::Open | TaskState::Returned(_) => at(set.first_word(context).filter(|_| set.task.standing)),
    }
}

/// The word by which the lead shows that it did what was asked.
fn word_asked(set: &Supervised<'_>) -> ResponseKind {
    if set.task.standing { ResponseKind::Progress } else { ResponseKind::Done }
}

fn fault(set: &Supervised<'_>, due: Day, timing: Timing, state: TaskState, context: &Context<'_>) -> Option<Text> {
    let unnamed = Text::fixed("未注明牵头责任单位", "nobody named");
    let lead = set.task.lead.as_ref().map_or(unnamed, |lead| Text::same(context.ledger.mechanism.party(lead)));
    let (no, zh, en) = (set.task.no, lead.zh(), lead.en());
    match (timing, state) {
        (Timing::InTime | Timing::Running(_), _) => None,
        (Timing::Late { done, .. }, TaskState::Accepted(_, None)) => Some(tr!(
            "督办事项第 {no} 项（{zh}）的时限为 {due}，{done} 同意办结，此前台账中未见报已完成";
            "task {no} ({en}) was due on {due} and accepted on {done}; the register does not show it reported done before"
        )),
        (Timing::Late { done, .. }, TaskState::Open | TaskState::Returned(_)) => Some(tr!(
            "督办事项第 {no} 项（{zh}）长期坚持，另定时限 {due}，{done} 才登记进展";
            "the standing task {no} ({en}) has a term of {due}; how it stands was recorded only on {done}"
        )),
        (Timing::Late { done, .. }, _) => Some(tr!(
            "督办事项第 {no} 项（{zh}）的时限为 {due}，于 {done} 报已完成";
            "task {no} ({en}) was due on {due} and reported done on {done}"
        )),
        (Timing::Missing, _) if set.task.standing => Some(tr!(
            "督办事项第 {no} 项（{zh}）长期坚持，另定时限 {due}，台账中未见进展或完成";
            "the standing task {no} ({en}) has a term of {due}; the register shows neither progress nor that it was done"
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
