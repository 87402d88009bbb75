//! 待办: what waits, the most pressing first, each with its record and what does it.

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::parts::{record_link, unread};
use crate::desk::answer::{Answer, answer};
use crate::desk::asked_of::AskedWords;
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::frame::{Page, TODO};
use crate::desk::way::{said, to_do};
use crate::ops::{self, TodoOutcome, TodoRequest};
use crate::report::{TodoGroup, TodoItem};
use crate::text::{Text, clean};
use crate::tr;

/// For whom.
#[derive(Deserialize)]
pub(super) struct TodoQuery {
    #[serde(default)]
    all: bool,
}

pub(super) async fn page(State(desk): State<AtHand>, AskedWords(query): AskedWords<TodoQuery>) -> Answer {
    answer(desk, move |desk| {
        let request = TodoRequest { all: query.all, ..TodoRequest::default() };
        let outcome = ops::todo(desk.source(), &request, &desk.environment())?;
        Ok(Answer::page(desk, &Page { title: title(&outcome), here: TODO, body: body(desk, &outcome) }))
    })
    .await
}

fn title(outcome: &TodoOutcome) -> Text {
    let day = outcome.as_of;
    match &outcome.unit {
        Some(unit) => {
            let unit = clean(unit).into_owned();
            tr!("{unit}的待办（{day}）"; "what waits for {unit} ({day})")
        }
        None => tr!("各单位的待办（{day}）"; "what waits for all ({day})"),
    }
}

fn body(desk: &Desk, outcome: &TodoOutcome) -> Markup {
    let groups = outcome.items.chunk_by(|one, other| one.urgency == other.urgency);
    html! {
        (unread(desk, &outcome.unread))
        @if outcome.unit.is_some() {
            ul.acts { li { a.button href=(desk.link_asking(TODO, &[("all", "true")])) { (desk.fixed("看各单位的", "of all units")) } } }
        }
        @if outcome.items.is_empty() { p { (desk.fixed("没有待办", "nothing waits")) } }
        @for items in groups {
            h2 class=(colour(items[0].urgency)) { (desk.count(&items[0].urgency.label(), items.len())) }
            ul.items { @for one in items { li { (item(desk, one, outcome.unit.is_none())) } } }
        }
    }
}

const fn colour(urgency: TodoGroup) -> &'static str {
    match urgency {
        TodoGroup::Unmet | TodoGroup::Incorrect => "red",
        TodoGroup::Reminded | TodoGroup::Unsigned | TodoGroup::Uncosigned | TodoGroup::Near => "amber",
        TodoGroup::Advised | TodoGroup::Running | TodoGroup::Local => "green",
    }
}

fn item(desk: &Desk, item: &TodoItem, of_all: bool) -> Markup {
    let term = match (item.since, item.until) {
        (_, Some(until)) => Some(tr!("至 {until}"; "until {until}")),
        (Some(since), None) => Some(tr!("自 {since}"; "since {since}")),
        (None, None) => None,
    };
    html! {
        p {
            @if of_all && !item.units.is_empty() { strong { (clean(&item.units.join("、"))) } " · " }
            @if let Some(record) = &item.record { (record_link(desk, record)) " · " }
            (said(desk, &item.what))
        }
        p.faint {
            @if let Some(term) = &term { (desk.say(term)) }
            @if term.is_some() && item.clause.is_some() { " · " }
            @if let Some(clause) = &item.clause { (clean(clause)) }
        }
        // The record is a link already: no command is needed to see it.
        @let command = item.command.as_ref().filter(|command| item.record.is_none() || !command.is("show"));
        (to_do(desk, command))
    }
}
