//! 记录: those of one kind, narrowed and paged.

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::parts::{input, record_address, said, select, unread, year};
use crate::desk::answer::{Answer, answer, chain};
use crate::desk::asked_of::AskedWords;
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::frame::{MINES, Page, RECORDS};
use crate::model::Kind;
use crate::model::field::Shape;
use crate::ops::{self, ListOutcome, ListRequest, Result, TasksRequest};
use crate::report::ledger::Topic;
use crate::report::{Arrangement, ListingForm, Unfinished};
use crate::text::Text;
use crate::tr;

/// What meetings, enforcements and papers set, which is no kind of record but a part of several.
const TASKS: &str = "tasks";

/// How many stand on a page.
const PAGE: usize = 100;

/// Which are asked for.
#[derive(Deserialize)]
#[serde(default)]
pub(super) struct RecordQuery {
    kind: String,
    year: String,
    unit: String,
    mine: String,
    state: String,
    find: String,
    page: usize,
}

impl Default for RecordQuery {
    fn default() -> Self {
        let nothing = String::new;
        let kind = Kind::Hazard.folder().to_owned();
        Self { kind, year: nothing(), unit: nothing(), mine: nothing(), state: nothing(), find: nothing(), page: 1 }
    }
}

pub(super) async fn page(State(desk): State<AtHand>, AskedWords(query): AskedWords<RecordQuery>) -> Answer {
    answer(desk, move |desk| listed(desk, &query, RECORDS)).await
}

/// The mines, which have a place of their own.
pub(super) async fn mines(State(desk): State<AtHand>, AskedWords(query): AskedWords<RecordQuery>) -> Answer {
    let query = RecordQuery { kind: Kind::Mine.folder().to_owned(), ..query };
    answer(desk, move |desk| listed(desk, &query, MINES)).await
}

/// The records that were asked for; where they cannot be given, what was asked stays to be asked otherwise.
fn listed(desk: &Desk, query: &RecordQuery, here: &'static str) -> Result<Answer> {
    let failed = match found(desk, query, here) {
        Ok(answer) => return Ok(answer),
        Err(failure) => failure,
    };
    let body = html! {
        (chain(desk, &failed))
        @if here == RECORDS { (filter(desk, query)?) } @else { (narrow(desk, query)) }
    };
    let title = if here == MINES { Kind::Mine.label() } else { Text::fixed("记录", "records") };
    Ok(Answer::refused(desk, &Page { title, here, body }))
}

fn found(desk: &Desk, query: &RecordQuery, here: &'static str) -> Result<Answer> {
    let (outcome, label) = if query.kind == TASKS {
        let limit = Some(query.first().saturating_add(PAGE));
        let request = TasksRequest { unit: said(&query.unit), year: query.year()?, unfinished: query.unfinished(), limit };
        (ops::tasks(desk.source(), &request, &desk.environment())?, Text::fixed("督办事项", "tasks"))
    } else {
        let request = request(query)?;
        (ops::list(desk.source(), &request, &desk.environment())?, request.kind.label())
    };
    let topic = Topic::by_name(label.zh());
    let (zh, en) = (label.zh(), label.en());
    let title = if here == MINES { label } else { tr!("记录：{zh}"; "records: {en}") };
    let body = html! {
        @if here == RECORDS { (filter(desk, query)?) } @else { (narrow(desk, query)) }
        (unread(desk, &outcome.unread))
        @if let Some(unseen) = &outcome.unseen { p.note { (desk.say(unseen)) } }
        (table(desk, &outcome, query.first()))
        (pages(desk, query, outcome.listing.total, here))
        @if let Ok(topic) = topic {
            ul.acts { li {
                a.button href=(desk.link_asking("ledger", &[("kind", topic.id()), ("year", &query.year), ("unit", &query.unit)])) {
                    (desk.fixed("下载台账（.xlsx）", "download the ledger (.xlsx)"))
                }
            } }
        }
    };
    Ok(Answer::page(desk, &Page { title, here, body }))
}

impl RecordQuery {
    /// How many stand on earlier pages.
    fn first(&self) -> usize {
        (self.page.max(1) - 1).saturating_mul(PAGE)
    }

    fn year(&self) -> Result<Option<u16>, Text> {
        year(&self.year)
    }

    fn unfinished(&self) -> Option<Unfinished> {
        match self.state.as_str() {
            "open" => Some(Unfinished::Open),
            "overdue" => Some(Unfinished::Overdue),
            _ => None,
        }
    }

    fn asked<'q>(&'q self, page: &'q str) -> [(&'static str, &'q str); 7] {
        let Self { kind, year, unit, mine, state, find, .. } = self;
        [("kind", kind), ("year", year), ("unit", unit), ("mine", mine), ("state", state), ("find", find), ("page", page)]
    }
}

fn request(query: &RecordQuery) -> Result<ListRequest, Text> {
    let kind = Kind::by_name(&query.kind)?;
    // What happened last comes first.
    let day = kind.fields().iter().find(|field| matches!(field.shape, Shape::Day | Shape::Moment));
    Ok(ListRequest {
        kind,
        unit: said(&query.unit),
        year: query.year()?,
        during: None,
        since: None,
        until: None,
        mine: said(&query.mine),
        words: said(&query.find),
        conditions: Vec::new(),
        unfinished: query.unfinished(),
        arrangement: Arrangement {
            form: ListingForm::Telling,
            columns: None,
            sort: day.filter(|_| kind.is_happening()).map(|field| format!("-{}", field.key)),
            limit: Some(query.first().saturating_add(PAGE)),
        },
    })
}

fn filter(desk: &Desk, query: &RecordQuery) -> Result<Markup> {
    let register = desk.register()?;
    let any = || (String::new(), Text::fixed("全部", "all"));
    let kinds = Kind::ALL.iter().filter(|kind| kind.is_happening() || matches!(kind, Kind::Licences | Kind::People));
    let tasks = (TASKS.to_owned(), Text::fixed("督办事项", "tasks"));
    let kinds = kinds.map(|kind| (kind.folder().to_owned(), kind.label())).chain([tasks]);
    let kinds: Vec<(String, Text)> = kinds.collect();
    let units = ops::filing_units(&register).into_iter().map(|unit| (unit.answer, unit.label));
    let units: Vec<(String, Text)> = std::iter::once(any()).chain(units).collect();
    let mines = ops::known_mines(&register).into_iter().map(|mine| (mine.answer, mine.label));
    let mines: Vec<(String, Text)> = std::iter::once(any()).chain(mines).collect();
    let states = [("open", Text::fixed("没办完的", "not finished")), ("overdue", Text::fixed("已超期的", "past their term"))];
    let states = states.into_iter().map(|(word, label)| (word.to_owned(), label));
    let states: Vec<(String, Text)> = std::iter::once(any()).chain(states).collect();
    Ok(html! {
        form.filter method="get" action=(desk.link(RECORDS)) role="search" {
            (select(desk, "kind", &Text::fixed("类别", "kind"), &query.kind, &kinds))
            (input(desk, "year", &Text::fixed("年份", "year"), &query.year))
            (select(desk, "unit", &Text::fixed("单位", "unit"), &query.unit, &units))
            (select(desk, "mine", &Text::fixed("矿山", "mine"), &query.mine, &mines))
            (select(desk, "state", &Text::fixed("状态", "state"), &query.state, &states))
            (input(desk, "find", &Text::fixed("含有文字", "holding the words"), &query.find))
            button type="submit" { (desk.fixed("查找", "find")) }
        }
    })
}

/// What mines can be narrowed by.
fn narrow(desk: &Desk, query: &RecordQuery) -> Markup {
    html! {
        form.filter method="get" action=(desk.link(MINES)) role="search" {
            (input(desk, "find", &Text::fixed("含有文字", "holding the words"), &query.find))
            button type="submit" { (desk.fixed("查找", "find")) }
        }
    }
}

fn table(desk: &Desk, outcome: &ListOutcome, first: usize) -> Markup {
    let listing = &outcome.listing;
    let caption = desk.count(&Text::fixed("记录", "records"), listing.total);
    html! {
        @if listing.rows.len() <= first { p { (desk.fixed("没有这样的记录", "there are no such records")) } }
        @else {
            div.scroll tabindex="0" role="region" aria-label=(caption) {
                table {
                    caption { (caption) }
                    thead { tr { @for column in &listing.shown { th scope="col" { (desk.say(&listing.headings[*column])) } } } }
                    tbody { @for (row, reference) in listing.rows.iter().zip(&listing.references).skip(first) {
                        tr { @for (at, column) in listing.shown.iter().enumerate() {
                            @let words = desk.say(&row[*column]);
                            @let address = record_address(desk, reference).filter(|_| at == 0);
                            @if let Some(address) = address { th scope="row" { a href=(address) { (words) } } }
                            @else if at == 0 { th scope="row" { (words) } }
                            @else { td { (words) } }
                        } }
                    } }
                }
            }
        }
    }
}

fn pages(desk: &Desk, query: &RecordQuery, total: usize, here: &'static str) -> Markup {
    let (at, last) = (query.page.max(1), total.div_ceil(PAGE).max(1));
    let to = |page: usize| desk.link_asking(here, &query.asked(&page.to_string()));
    html! {
        @if last > 1 {
            nav.pages aria-label=(desk.fixed("分页", "more pages")) {
                @if at > 1 { a.button href=(to(at - 1)) rel="prev" { (desk.fixed("上一页", "previous")) } }
                span { (desk.say(&tr!("第 {at} 页，共 {last} 页"; "page {at} of {last}"))) }
                @if at < last { a.button href=(to(at + 1)) rel="next" { (desk.fixed("下一页", "next")) } }
            }
        }
    }
}
