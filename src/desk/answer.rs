//! Answers of this desk, and operations on threads of their own: the one that waits for the browser never works.

use axum::http::StatusCode;
use maud::{Markup, html};
use tokio::task::{JoinError, spawn_blocking};

use super::at_hand::{AtHand, Desk};
use super::frame::{Page, TODO, framed};
pub(super) use super::outgoing::Answer;
use super::way::said;
use crate::ops::{Failure, Result};
use crate::text::{Text, clean};
use crate::tr;

impl Answer {
    /// A page of this desk.
    pub(super) fn page(desk: &Desk, page: &Page) -> Self {
        Self::Page(StatusCode::OK, framed(desk, page))
    }

    /// A page that says what was not done; what is asked can be asked anew.
    pub(super) fn refused(desk: &Desk, page: &Page) -> Self {
        Self::Page(StatusCode::UNPROCESSABLE_ENTITY, framed(desk, page))
    }

    /// Why a request comes to nothing.
    pub(super) fn turned(desk: &Desk, status: StatusCode, why: &Text) -> Self {
        let title = Text::fixed("未能完成", "this could not be done");
        let body = html! {
            div.refused role="alert" { p { (desk.say(why)) } }
            p { a href=(desk.link(TODO)) { (desk.fixed("回到待办", "back to what waits")) } }
        };
        Self::Page(status, framed(desk, &Page { title, here: "", body }))
    }

    /// That something could not be done, and why.
    pub(super) fn failed(desk: &Desk, failure: &Failure) -> Self {
        let title = Text::fixed("未能完成", "this could not be done");
        Self::refused(desk, &Page { title, here: "", body: chain(desk, failure) })
    }
}

/// What was being done and what stood against it.
pub(super) fn chain(desk: &Desk, failure: &Failure) -> Markup {
    html! {
        div.refused role="alert" { @for cause in failure.chain() { p { (said(desk, cause)) } } }
    }
}

/// Has an operation answer on a thread of its own.
pub(super) async fn answer(desk: AtHand, make: impl FnOnce(&Desk) -> Result<Answer> + Send + 'static) -> Answer {
    let at_hand = desk.clone();
    match spawn_blocking(move || make(&at_hand)).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(failure)) => Answer::failed(&desk, &failure),
        Err(broken) => Answer::failed(&desk, &fault(&last_words(broken)).into()),
    }
}

/// The same for what was sent: its answer lies at an address of its own, so that going back to it, or loading it anew, sends nothing again.
pub(super) async fn posted(desk: AtHand, make: impl FnOnce(&Desk) -> Result<Answer> + Send + 'static) -> Answer {
    let at_hand = desk.clone();
    match answer(at_hand, make).await {
        Answer::Page(status, page) => match desk.answers.put(status, page) {
            Ok(name) => Answer::See(desk.link(&format!("page/{name}"))),
            Err(failure) => Answer::failed(&desk, &failure),
        },
        other => other,
    }
}

/// What a thread said when it broke off.
fn last_words(broken: JoinError) -> String {
    let Ok(panic) = broken.try_into_panic() else { return String::new() };
    let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

fn fault(words: &str) -> Text {
    let words = clean(words).into_owned();
    tr!(
        "程序内部出错；请在“共享”页看有没有没登记的改动，并把这一行报给维护人员（{words}）";
        "a fault of the program; see under sharing whether something is not filed, and report this line ({words})"
    )
}
