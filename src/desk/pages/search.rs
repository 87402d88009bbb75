//! 查找: where words stand, in records and in drafts.

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::parts::{input, record_link, said, select, unread, year};
use crate::desk::answer::{Answer, answer, chain};
use crate::desk::asked_of::AskedWords;
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::frame::{Page, SEARCH};
use crate::model::Kind;
use crate::ops::{self, Result, SearchOutcome, SearchRequest};
use crate::report::FoundRecord;
use crate::text::{Text, clean};
use crate::tr;

/// How many records are shown.
const SHOWN: usize = 100;

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct SearchQuery {
    words: String,
    kind: String,
    year: String,
}

pub(super) async fn page(State(desk): State<AtHand>, AskedWords(query): AskedWords<SearchQuery>) -> Answer {
    answer(desk, move |desk| {
        let title = Text::fixed("查找", "search");
        let found = said(&query.words).map(|words| found(desk, &query, words)).transpose();
        let (body, is_found) = match found {
            Ok(found) => (found.map(|found| told(desk, &found)), true),
            // What was asked stays, to be asked otherwise.
            Err(failure) => (Some(chain(desk, &failure)), false),
        };
        let page = Page { title, here: SEARCH, body: html! { (form(desk, &query)) @if let Some(body) = body { (body) } } };
        Ok(if is_found { Answer::page(desk, &page) } else { Answer::refused(desk, &page) })
    })
    .await
}

fn found(desk: &Desk, query: &SearchQuery, words: String) -> Result<SearchOutcome> {
    let kind = said(&query.kind).map(|kind| Kind::by_name(&kind)).transpose()?;
    let request = SearchRequest { words: vec![words], kind, year: year(&query.year)? };
    ops::search(desk.source(), &request, &desk.environment())
}

fn form(desk: &Desk, query: &SearchQuery) -> Markup {
    let any = (String::new(), Text::fixed("全部", "all"));
    let kinds = Kind::ALL.iter().map(|kind| (kind.folder().to_owned(), kind.label())).filter(|(folder, _)| !folder.is_empty());
    let kinds: Vec<(String, Text)> = std::iter::once(any).chain(kinds).collect();
    html! {
        form.filter method="get" action=(desk.link(SEARCH)) role="search" {
            (input(desk, "words", &Text::fixed("文字、名称、文号（几个词都要有）", "words, names, numbers (all of them)"), &query.words))
            (select(desk, "kind", &Text::fixed("类别", "kind"), &query.kind, &kinds))
            (input(desk, "year", &Text::fixed("年份", "year"), &query.year))
            button type="submit" { (desk.fixed("查找", "find")) }
        }
    }
}

fn told(desk: &Desk, outcome: &SearchOutcome) -> Markup {
    let count = outcome.records.len();
    let rest = count.saturating_sub(SHOWN);
    let rest = tr!("另有 {rest} 条，请加词缩小范围"; "and {rest} more; add words");
    html! {
        (unread(desk, &outcome.unread))
        h2 { (desk.count(&Text::fixed("记录", "records"), count)) }
        @if count == 0 { p { (desk.fixed("没有这样的记录", "there are no such records")) } }
        ul.items { @for found in outcome.records.iter().take(SHOWN) { li { (record(desk, found)) } } }
        @if count > SHOWN { p.note { (desk.say(&rest)) } }
        @if !outcome.drafts.is_empty() {
            h2 { (desk.count(&Text::fixed("草稿（没有登记）", "drafts, which are not filed"), outcome.drafts.len())) }
            ul.items { @for draft in &outcome.drafts { li {
                p { a href=(desk.link(&format!("record/drafts/{}", draft.draft))) { (clean(&draft.draft)) } }
                @for line in &draft.lines { p.faint { (clean(line.trim())) } }
            } } }
        }
    }
}

fn record(desk: &Desk, found: &FoundRecord) -> Markup {
    html! {
        p { (record_link(desk, &found.record)) @if let Some(on) = found.on { " · " (on) } }
        @for hit in &found.hits {
            @let [before, word, after] = &hit.around;
            p.faint { (desk.say(&hit.field)) (desk.fixed("：", ": ")) (clean(before)) strong { (clean(word)) } (clean(after)) }
        }
    }
}
