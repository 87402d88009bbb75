//! 二（六）: 各相关单位应认真贯彻落实. Whether a thing is done, the office says (办结销号).

use super::supervised::{Supervised, TaskState, all};
use crate::model::{Day, Kind, ResponseKind, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "T03",
    name: "task-not-accepted",
    nature: RuleNature::Conduct,
    title: Text::fixed(
        "报完成的督办事项未见确认，或者未报完成已确认",
        "a task reported done that nobody confirmed, or confirmed before",
    ),
    fires: Text::fixed(
        "牵头责任单位已报“已完成”，设置的办结确认时限（acceptance-term）已过，而台账中未见办公室同意办结或退回。条文未规定办结程序，因此只作提醒。时限内（含最后一日）、由办公室自己牵头或跟踪（牵头的是镇街、矿山）的事项不判；已同意或退回的，无论早晚都不判；同意办结早于报“已完成”的（从未报过，或者退回以后没有再报），请核对，同样提醒；从未报“已完成”而由办公室自行核实同意办结的不判。",
        "The lead reported a task done, the term for acceptance (acceptance-term) has run out, and the register shows no word of the office that accepts or returns it. The clause sets no procedure for it, so it is only a reminder. Not judged within the term, its last day included, for tasks that the office itself leads or follows (those of towns and mines), or once it was accepted or returned, however late; one that was accepted before it was reported done (for the first time, or again after it was sent back) is a reminder as well. What the office accepted of itself, and nobody ever reported done, is not.",
    ),
    proves: Some(Text::fixed("办公室同意办结的督办事项。", "A task that the office accepted as done.")),
    remedy: Text::fixed(
        "由办公室核实后登记“同意办结”或“退回”的回应（responses，to 指向该事项）；同意办结在先的，核对日期，写错的用 amend 更正，没有写错的待再报完成后重新登记。",
        "The office looks into it and files a response that accepts or returns it (responses, to naming the task). Where it was accepted first: mend a day that is wrong (amend), else accept it anew once it is reported done.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Each(&[Kind::Meeting, Kind::Enforcement], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let office = context.ledger.mechanism.office();
    for set in all(context) {
        match set.state(context) {
            TaskState::Accepted(on, _) | TaskState::PutRight(on) if !set.is_led_outside(context) => {
                set.record_evidence(on, out);
                check_accepted(&set, on, context, out);
            }
            TaskState::Done(on) if set.is_led_by_unit(context) && set.actor(context) != *office => {
                check_task(&set, on, context, out);
            }
            TaskState::Accepted(..) | TaskState::PutRight(_) | TaskState::Done(_) | TaskState::Returned(_) | TaskState::Open => {}
        }
    }
}

/// A task that was accepted on a day: nobody accepts what is reported done only afterwards, or what was sent back and has not come again.
fn check_accepted(set: &Supervised<'_>, accepted: Day, context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    if !set.is_led_by_unit(context) {
        return;
    }
    let (no, actor) = (set.task.no, set.actor(context));
    let lead = mechanism.short(&actor);
    let done = set.done_after(accepted, context);
    let what = match (done, set.is_accepted_as_returned(accepted, context)) {
        (Some(done), _) => tr!(
            "督办事项第 {no} 项，{accepted} 已同意办结，而{lead} {done} 才报已完成，请核对两处日期，或者核实后再次登记";
            "task {no} was accepted on {accepted} and reported done by {lead} only on {done}: please check both days, or look into it and accept it anew"
        ),
        (None, Some(returned)) => tr!(
            "督办事项第 {no} 项，{returned} 退回以后{lead}没有再报已完成，{accepted} 已同意办结，请核对";
            "task {no} was sent back on {returned} and accepted on {accepted}, and {lead} has not reported it done again: please check"
        ),
        (None, None) => return,
    };
    let report = set.report("", accepted, what, out).by(mechanism.office()).at_most(Level::Reminder);
    if done.is_some() {
        report.fixed_by(Fix::Response(ResponseKind::Accepted));
    } else {
        // It lies in what was answered, and not in the paper that set the task.
        report.fixed_by(Fix::Unknown);
    }
}

/// A task that its lead reported done on a day, and of which the office has said nothing since.
fn check_task(set: &Supervised<'_>, on: Day, context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let (no, actor) = (set.task.no, set.actor(context));
    let lead = mechanism.short(&actor);
    if let Timing::Running(due) = Due::after(SettingId::AcceptanceTerm, on, context).timing(None, context) {
        let what = tr!("核实督办事项第 {no} 项，同意办结或退回"; "accept or return task {no}");
        set.awaits("", on, due, what, out)
            .by(mechanism.office())
            .at_most(Level::Reminder)
            .fixed_by(Fix::Response(ResponseKind::Accepted));
        return;
    }
    let what = tr!(
        "督办事项第 {no} 项，{lead}已于 {on} 报已完成，台账中未见同意办结或退回的记录";
        "task {no} was reported done by {lead} on {on}; the register does not show it accepted or returned"
    );
    let report = set.report("", on, what, out).by(mechanism.office()).at_most(Level::Reminder);
    // What a circular demands was demanded, whatever the office says of it later.
    if !set.by_meeting {
        report.beside();
    }
    report.lasting(on, context.today).fixed_by(Fix::Response(ResponseKind::Accepted));
}
