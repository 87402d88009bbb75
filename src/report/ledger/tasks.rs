//! 督办事项: every task that a meeting, a circular or a reply from above set, with where it stands by what was said of it.

use super::layout::{Items, NewRow, RowLayout, TakenBack};
use super::sheet::{Called, Holds, Own, Placed, Row, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Day, Kind, Reference, revision, writer};
use crate::report::Light;
use crate::rules::{Supervised, TaskState, tasks};

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "tasks", zh: "督办事项", en: "Tasks" },
    aliases: &["task", "督办"],
    is_public: true,
    taken_back: Some(TakenBack {
        within: &[(Kind::Upward, "reply")],
        // Tasks are rows of the records that set them.
        layout: RowLayout::RowPerItem(&[Items { list: "task", found_by: &["no"], borrowed: &[] }]),
        new_rows: Some(NewRow::Part),
        ..TakenBack::row_per_record(Kind::Meeting)
    }),
    printed: &[
        "task.no",
        "来源",
        "交办日期",
        "task.text",
        "task.lead",
        "task.with",
        "task.due",
        "状态",
        "报告完成日期",
        "办结日期",
    ],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = move |task: &Supervised<'_>| view.wants_unit(&task.actor(&view.context)) && view.wants_day(task.set);
        let tasks = tasks(&view.context).into_iter().filter(wanted);
        tasks.map(move |task| Row { revision: of_record(&task, &view), ..view.row_of(&task.reference(), cells(&task, &view)) })
    })
}

/// The state of the record that set a task, and which of its rows this is.
fn of_record(task: &Supervised<'_>, view: &LedgerView<'_>) -> Option<String> {
    let (ledger, reference) = (view.ledger(), task.reference());
    let meeting = ledger.meeting(&reference).map(|filed| writer::write(&*filed.record));
    let enforcement = || ledger.enforcement(&reference).map(|filed| writer::write(&*filed.record));
    let upward = || ledger.upward_paper(&reference).map(|filed| writer::write(&*filed.record));
    let written = meeting.or_else(enforcement).or_else(upward)?;
    Some(format!("{}#{}", revision(&written), task.task.no))
}

fn light(task: &Supervised<'_>, view: &LedgerView<'_>) -> Light {
    let near = task.task.due.is_some_and(|due| view.mechanism().is_near(view.context.today, due));
    match task.state(&view.context) {
        TaskState::Open | TaskState::Returned(_) if task.is_past(&view.context) => Light::Red,
        TaskState::Done(_) | TaskState::Returned(_) => Light::Yellow,
        TaskState::Open if near || (task.task.due.is_none() && !task.task.standing) => Light::Yellow,
        TaskState::Accepted(..) | TaskState::PutRight(_) | TaskState::Open => Light::Green,
    }
}

/// When it was reported done, and when that was accepted.
fn days(task: &Supervised<'_>, view: &LedgerView<'_>) -> (Option<Day>, Option<Day>) {
    match task.state(&view.context) {
        TaskState::Accepted(accepted, done) => (done, Some(accepted)),
        TaskState::PutRight(passed) => (None, Some(passed)),
        TaskState::Done(done) => (Some(done), None),
        TaskState::Open | TaskState::Returned(_) => (None, None),
    }
}

fn clause(task: &Supervised<'_>, view: &LedgerView<'_>) -> Option<String> {
    let key = task.task.clause?;
    Some(view.mechanism().cited(key, task.set).map_or_else(|| key.to_string(), |clause| clause.path.to_string()))
}

table! { Kind::Meeting, 'a, |task: &Supervised<'a>, view| {
    Placed("来源", "set in") => view.record(&Reference::whole(task.reference().record));
    Own("task.no") => task.task.no;
    ("交办日期", "set on", Holds::Day) => task.set;
    Called("task.text", "事项", "task") => &task.task.text;
    Own("task.lead") => task.task.lead.as_ref().map(|lead| view.party(lead));
    Own("task.with") => view.parties(&task.task.with);
    Own("task.due") => task.task.due;
    Own("task.standing") => task.task.standing;
    Own("task.clause") => clause(task, view);
    ("状态", "state", Holds::Line) => task.label(&view.context);
    ("灯", "light", Holds::Light) => light(task, view);
    ("报告完成日期", "reported done on", Holds::Day) => days(task, view).0;
    ("办结日期", "accepted on", Holds::Day) => days(task, view).1;
} }
