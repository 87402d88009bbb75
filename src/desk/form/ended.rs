//! What came of a form: the receipt with the record as it stands now, to be seen again as often as somebody likes.

use axum::extract::State;
use axum::http::StatusCode;
use maud::{Markup, html};

use super::kept::FormEnd;
use super::told::{self, entries, lines, words};
use super::undo::undone;
use crate::desk::answer::{Answer, answer};
use crate::desk::asked_of::AddressName;
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::frame::{NEW, Page, TODO, framed};
use crate::ops::{self, FilingOutcome, Receipt, ShowOutcome, ShowRequest};
use crate::render;
use crate::text::{Text, clean};
use crate::tr;

/// So many records of a receipt are shown whole.
const SHOWN: usize = 3;

pub(super) async fn page(State(desk): State<AtHand>, AddressName(token): AddressName<String>) -> Answer {
    answer(desk, move |desk| {
        let Some(end) = desk.kept.end_of(&token) else { return Ok(nothing(desk)) };
        Ok(Answer::page(desk, &ended(desk, &end)))
    })
    .await
}

fn nothing(desk: &Desk) -> Answer {
    let title = Text::fixed("没有这张回执", "there is no such receipt");
    let body = html! {
        p { (desk.fixed(
            "这个页面打开期间没有登记过它，或者已经太久。登记过的都在“记录”里。",
            "nothing was filed by that form while this desk was open, or too long ago. Whatever was filed is under records.",
        )) }
        p { a href=(desk.link(TODO)) { (desk.fixed("回到待办", "back to what waits")) } }
    };
    Answer::Page(StatusCode::NOT_FOUND, framed(desk, &Page { title, here: "", body }))
}

fn ended(desk: &Desk, end: &FormEnd) -> Page {
    match end {
        FormEnd::Filed(outcome) => match &**outcome {
            FilingOutcome::Kept { name, notes } => waits(desk, name, notes),
            FilingOutcome::Filed(receipt) => filed(desk, receipt, &html! {}),
            _ => Page { title: Text::fixed("没有登记", "nothing was filed"), here: NEW, body: html! {} },
        },
        FormEnd::Imported(outcome) => {
            let account = lines(&render::account(&outcome.account, true, words(desk)));
            let body = html! { (account) @for note in &outcome.notes { p.note { (desk.say(note)) } } };
            match &outcome.filing {
                FilingOutcome::Filed(receipt) => filed(desk, receipt, &body),
                _ => Page { title: Text::fixed("没有登记", "nothing was filed"), here: NEW, body },
            }
        }
        FormEnd::Undone(view) => {
            Page { title: Text::fixed("已撤回登记", "a filing was taken back"), here: "", body: undone(desk, view) }
        }
        FormEnd::Drafted { name, again } => {
            let shown = clean(name).into_owned();
            let body = html! {
                div.done role="status" { p { (desk.say(&tr!("所填内容已存为草稿 {shown}，没有登记"; "what was typed is kept as draft {shown}; nothing was filed"))) } }
                ul.acts { li { a.button.main href=(again) { (desk.fixed("接着填", "go on with it")) } } }
            };
            Page { title: Text::fixed("已存为草稿", "kept as a draft"), here: NEW, body }
        }
    }
}

/// That a notice waits for its review.
fn waits(desk: &Desk, name: &str, notes: &[Text]) -> Page {
    let shown = clean(name).into_owned();
    let said = tr!(
        "已存为草稿 {shown}，没有登记；分管领导审核后再登记（四（五））";
        "kept as draft {shown}; nothing was filed: it is once the leader in charge has reviewed it (四（五）)"
    );
    let review = desk.link_asking(&format!("{NEW}/notice/review"), &[("q.record", name)]);
    let body = html! {
        div.done role="status" { p { (desk.say(&said)) } }
        @for note in notes { p.note { (desk.say(note)) } }
        ul.acts {
            li { a.button.main href=(review) { (desk.fixed("登记审核", "file the review")) } }
            li { a.button href=(desk.link_asking(&format!("{NEW}/notice/new"), &[("from", name)])) { (desk.fixed("接着填", "go on with it")) } }
        }
    };
    Page { title: Text::fixed("已存为草稿", "kept as a draft"), here: NEW, body }
}

fn filed(desk: &Desk, receipt: &Receipt, more: &Markup) -> Page {
    let shown = receipt.records.iter().take(SHOWN).filter_map(|record| {
        let request = ShowRequest { record: record.record.reference.clone(), ..ShowRequest::default() };
        // It is filed whether or not it can be shown.
        match ops::show(desk.source(), &request, &desk.environment()) {
            Ok(ShowOutcome::Record(page)) => Some(page),
            _ => None,
        }
    });
    let pages: Vec<_> = shown.collect();
    let commit = receipt.commit.as_deref().unwrap_or_default();
    let body = html! {
        (told::receipt(desk, receipt))
        (more)
        ul.acts {
            li { a.button href=(desk.link(TODO)) { (desk.fixed("待办", "to do")) } }
            @if !commit.is_empty() {
                li { a.button href=(desk.link_asking("undo", &[("what", commit)])) { (desk.fixed("撤回这次登记", "take this filing back")) } }
            }
        }
        @for page in &pages { (entries(desk, page)) }
    };
    Page { title: Text::fixed("已登记", "filed"), here: NEW, body }
}
