//! 期限: what comes due, and the same as a calendar to be kept.

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::parts::{input, record_link, said, select, unread};
use crate::desk::answer::{Answer, answer, chain};
use crate::desk::asked_of::AskedWords;
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::frame::{CALENDAR, DEADLINES, Page};
use crate::ops::{self, DeadlinesOutcome, DeadlinesRequest, Result};
use crate::render;
use crate::report::{Deadline, Readers};
use crate::text::{Text, clean};

/// Whose, and until when.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct DeadlineQuery {
    unit: String,
    until: String,
}

pub(super) async fn page(State(desk): State<AtHand>, AskedWords(query): AskedWords<DeadlineQuery>) -> Answer {
    answer(desk, move |desk| {
        let title = Text::fixed("期限", "deadlines");
        let filter = filter(desk, &query)?;
        Ok(match due(desk, &query) {
            Ok(found) => {
                Answer::page(desk, &Page { title, here: DEADLINES, body: html! { (filter) (told(desk, &query, &found)) } })
            }
            // What was asked stays, to be asked otherwise.
            Err(failure) => {
                Answer::refused(desk, &Page { title, here: DEADLINES, body: html! { (filter) (chain(desk, &failure)) } })
            }
        })
    })
    .await
}

pub(super) async fn calendar(State(desk): State<AtHand>, AskedWords(query): AskedWords<DeadlineQuery>) -> Answer {
    answer(desk, move |desk| {
        let found = due(desk, &query)?;
        let calendar =
            render::calendar(&found.deadlines, &found.called_off, &found.calendar, found.now, &Text::default(), desk.lang);
        let name = desk.fixed("期限", "deadlines");
        Ok(Answer::File(format!("{name}.ics"), "text/calendar; charset=utf-8", calendar.into_bytes()))
    })
    .await
}

fn due(desk: &Desk, query: &DeadlineQuery) -> Result<DeadlinesOutcome> {
    let (unit, until) = (said(&query.unit), said(&query.until));
    let request = DeadlinesRequest { unit, as_of: None, until, readers: Readers::Internal, before: None };
    ops::deadlines(desk.source(), &request, &desk.environment())
}

fn filter(desk: &Desk, query: &DeadlineQuery) -> Result<Markup> {
    let register = desk.register()?;
    let all = (String::new(), Text::fixed("全部", "all"));
    let units = ops::filing_units(&register).into_iter().map(|unit| (unit.answer, unit.label));
    let units: Vec<(String, Text)> = std::iter::once(all).chain(units).collect();
    Ok(html! {
        form.filter method="get" action=(desk.link(DEADLINES)) role="search" {
            (select(desk, "unit", &Text::fixed("单位", "unit"), &query.unit, &units))
            (input(desk, "until", &Text::fixed("到哪一天为止", "up to this day"), &query.until))
            button type="submit" { (desk.fixed("查看", "show")) }
        }
    })
}

fn told(desk: &Desk, query: &DeadlineQuery, found: &DeadlinesOutcome) -> Markup {
    let caption = desk.count(&Text::fixed("期限", "deadlines"), found.deadlines.len());
    let heads = [
        Text::fixed("日期", "on"),
        Text::fixed("事项", "what"),
        Text::fixed("单位", "units"),
        Text::fixed("记录", "record"),
        Text::fixed("条款", "clause"),
    ];
    html! {
        (unread(desk, &found.unread))
        @if found.deadlines.is_empty() { p { (desk.fixed("没有将到的期限", "nothing comes due")) } }
        @else {
            ul.acts { li { a.button href=(desk.link_asking(CALENDAR, &[("unit", &query.unit), ("until", &query.until)])) {
                (desk.fixed("下载日历（.ics）", "download the calendar (.ics)"))
            } } }
            div.scroll tabindex="0" role="region" aria-label=(caption) {
                table {
                    caption { (caption) }
                    thead { tr { @for head in &heads { th scope="col" { (desk.say(head)) } } } }
                    tbody { @for deadline in &found.deadlines { (row(desk, deadline)) } }
                }
            }
        }
    }
}

fn row(desk: &Desk, deadline: &Deadline) -> Markup {
    html! {
        tr {
            th scope="row" {
                (deadline.on)
                @if deadline.near { " " span.amber { (desk.fixed("临近", "near")) } }
            }
            td { (desk.say(&deadline.what)) }
            td { (clean(&deadline.short.join("、"))) }
            td { (record_link(desk, &deadline.record)) }
            td { (clean(deadline.clause.as_deref().unwrap_or_default())) }
        }
    }
}
