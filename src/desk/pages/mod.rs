//! Pages that read, one a file.

mod check;
mod deadlines;
mod download;
pub(super) mod parts;
mod record;
mod records;
mod report;
mod search;
mod share;
mod todo;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use maud::html;

use super::answer::Answer;
use super::asked_of::AddressName;
use super::at_hand::AtHand;
use super::frame::{ICON, Page, STYLE, TODO, framed};
use crate::text::Text;

/// The pages that read.
pub(super) fn routes() -> Router<AtHand> {
    Router::new()
        .route("/", get(first))
        .route("/todo", get(todo::page))
        .route("/records", get(records::page))
        .route("/mines", get(records::mines))
        .route("/record/{*name}", get(record::page))
        .route("/search", get(search::page))
        .route("/deadlines", get(deadlines::page))
        .route("/calendar", get(deadlines::calendar))
        .route("/check", get(check::page))
        .route("/report", get(report::page))
        .route("/share", get(share::page))
        .route("/share/sync", post(share::sync))
        .route("/paper/{*name}", get(download::paper))
        .route("/ledger", get(download::ledger))
        .route("/page/{name}", get(answered))
        .route("/style.css", get(style))
        .route("/icon.svg", get(icon))
        .fallback(no_such_page)
}

/// What was answered to a form.
async fn answered(State(desk): State<AtHand>, AddressName(name): AddressName<String>) -> Answer {
    if let Some((status, page)) = desk.answers.get(&name) {
        return Answer::Page(status, page);
    }
    let gone = Text::fixed(
        "这一页不在了（太久以前的，或工作台重新打开过）；登记过的都在“记录”里，预览过没有登记的请重新打开表单",
        "this page is gone: it is too long ago, or the desk was opened anew; whatever was filed is under records, and a form that was not filed is opened anew",
    );
    Answer::turned(&desk, StatusCode::NOT_FOUND, &gone)
}

pub(super) async fn no_such_request(State(desk): State<AtHand>) -> Answer {
    let what =
        Text::fixed("没有这种请求；请用页面上的链接和按钮", "there is no such request; use the links and buttons of the pages");
    Answer::turned(&desk, StatusCode::METHOD_NOT_ALLOWED, &what)
}

async fn first(State(desk): State<AtHand>) -> Answer {
    Answer::See(desk.link(TODO))
}

async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)
}

async fn icon() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "image/svg+xml")], ICON)
}

async fn no_such_page(State(desk): State<AtHand>) -> Answer {
    let title = Text::fixed("没有这一页", "there is no such page");
    let body = html! { p { a href=(desk.link(TODO)) { (desk.fixed("回到待办", "back to what waits")) } } };
    Answer::Page(StatusCode::NOT_FOUND, framed(&desk, &Page { title, here: "", body }))
}
