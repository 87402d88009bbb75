//! 二（三）: 联席会议主要任务：….

use crate::model::{Agenda, Carrier, Filed, System};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M03",
    name: "agenda-task-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("议题未归入会议任务", "an agenda item outside the tasks of the meeting"),
    fires: Text::fixed(
        "已提交的议题未注明属于会议的哪一项任务，或注明的序号不在条文所列任务之内。条文未列任务的机制不判。",
        "An agenda item was handed in without saying to which task of the meeting it belongs, or with a number that the clause does not list. A mechanism whose clause lists no tasks is not judged.",
    ),
    proves: Some(Text::fixed("已提交的议题（agenda）。", "An agenda item that was handed in (agenda).")),
    remedy: Text::fixed(
        "在议题中填写会议任务（task）的序号；难以归类的，可归入“其他需要共同研究解决的问题”一项。",
        "Fill in the number of the task (task); what fits no other belongs to the one for other questions.",
    ),
    reach: Reach::Cites,
    scope: Scope::Agenda(check),
};

fn check(item: &Filed<Agenda>, context: &Context<'_>, out: &mut Findings<'_>) {
    let mechanism = &context.ledger.mechanism;
    let on = item.record.submitted;
    let (Some(tasks), Some(system)) = (mechanism.edition(on).clauses_tasks, system_of(item, context)) else { return };
    out.register().record_evidence(item.reference(), on, Some(&system.id));
    let clause = mechanism.clause(tasks, on).map_or_else(|| tasks.to_string(), |clause| clause.path.to_string());
    let what = match item.record.task {
        None => {
            tr!("{on} 提交的议题未注明所属会议任务，请对照{clause}填写"; "the item handed in on {on} does not say to which task of clause {clause} it belongs")
        }
        Some(task) if tasks.item(task.0).and_then(|key| mechanism.clause(key, on)).is_none() => {
            tr!("{on} 提交的议题注明会议任务第 {task} 项，{clause}所列任务中未见此项"; "the item handed in on {on} names task {task}, which clause {clause} does not list")
        }
        Some(_) => return,
    };
    out.report("task", what).of_system(&system.id);
}

/// The system of the meeting that it is for, else one of those with meetings to which its unit belongs.
fn system_of<'a>(item: &'a Filed<Agenda>, context: &Context<'a>) -> Option<&'a System> {
    let (mechanism, on) = (&context.ledger.mechanism, item.record.submitted);
    match item.record.meeting.as_ref().and_then(|meeting| context.ledger.meeting(meeting)) {
        Some(meeting) => mechanism.system_of(&meeting.path.unit, &*meeting.record, on),
        None => mechanism.belonging(Carrier::Meeting, None, &item.path.unit, on).system(),
    }
}
