//! `list 督办`: every task that was set, wherever that was, with its term and where it stands.

use serde_json::{Value, json};

use super::Listing;
use crate::model::{Party, Reference, UnitId};
use crate::report::{Named, Unfinished};
use crate::rules::{Context, Supervised, TaskState, tasks};
use crate::text::Text;

/// Which tasks are wanted.
#[derive(Debug, Clone, Default)]
pub struct TaskFilter {
    /// Only those that wait for that unit, or that it answers for.
    pub unit: Option<UnitId>,
    /// Only those that were set in that year.
    pub year: Option<u16>,
    /// Only those that are not accepted yet, or whose term has passed besides.
    pub unfinished: Option<Unfinished>,
    /// How many are listed at most.
    pub limit: Option<usize>,
}

/// The tasks that a filter lets through, by their terms; those without one last.
#[must_use]
pub fn list_tasks(context: &Context<'_>, filter: &TaskFilter) -> Listing {
    let mut wanted: Vec<Supervised<'_>> = tasks(context).into_iter().filter(|task| passes(task, filter, context)).collect();
    wanted.sort_by_key(|task| (task.task.due.is_none(), task.task.due, task.reference().to_string()));
    let total = wanted.len();
    wanted.truncate(filter.limit.unwrap_or(total));
    let headings = vec![
        Text::fixed("编号", "record"),
        Text::fixed("事项", "task"),
        Text::fixed("牵头责任单位", "lead"),
        Text::fixed("交办日期", "set on"),
        Text::fixed("完成时限", "due"),
        Text::fixed("状态", "state"),
    ];
    Listing {
        shown: (0..headings.len()).collect(),
        headings,
        references: wanted.iter().map(|task| task.reference().to_string()).collect(),
        rows: wanted.iter().map(|task| row(task, context)).collect(),
        values: wanted.iter().map(|task| value(task, context)).collect(),
        total,
    }
}

fn passes(task: &Supervised<'_>, filter: &TaskFilter, context: &Context<'_>) -> bool {
    let is_finished = matches!(task.state(context), TaskState::Accepted(..) | TaskState::PutRight(_));
    let is_wanted = match filter.unfinished {
        None => true,
        Some(Unfinished::Open) => !is_finished,
        Some(Unfinished::Overdue) => !is_finished && task.is_past(context),
    };
    let of_unit = |unit: &UnitId| *unit == task.actor(context) || lead(task).is_some_and(|lead| lead.is_unit(unit));
    is_wanted && filter.unit.as_ref().is_none_or(of_unit) && filter.year.is_none_or(|year| task.set.year() == year)
}

fn lead<'a>(task: &Supervised<'a>) -> Option<&'a Party> {
    task.task.lead.as_ref()
}

fn row(task: &Supervised<'_>, context: &Context<'_>) -> Vec<Text> {
    let mechanism = &context.ledger.mechanism;
    let short = |party: &Party| mechanism.party(party).to_owned();
    let day = |day: Option<crate::model::Day>| Text::same(day.map(|day| day.to_string()).unwrap_or_default());
    let standing = Text::fixed("长期坚持", "standing");
    vec![
        Named::from_reference(&task.reference(), mechanism).title,
        Text::same(task.task.text.open().unwrap_or_default().replace('\n', " ")),
        Text::same(lead(task).map(short).unwrap_or_default()),
        day(Some(task.set)),
        if task.task.standing && task.task.due.is_none() { standing } else { day(task.task.due) },
        task.label(context),
    ]
}

fn value(task: &Supervised<'_>, context: &Context<'_>) -> Value {
    let reference: Reference = task.reference();
    let (state, said) = (task.state(context), task.label(context));
    let word = match state {
        TaskState::Open if task.is_past(context) => "overdue",
        TaskState::Open => "open",
        TaskState::Returned(_) => "returned",
        TaskState::Done(_) => "done",
        TaskState::Accepted(..) => "accepted",
        TaskState::PutRight(_) => "put-right",
    };
    json!({ "ref": reference.to_string(), "task": task.task, "set": task.set, "state": word, "said": said })
}
