//! Pages that read, one a file.

mod check;
mod download;
pub(super) mod parts;
mod record;
mod records;
mod share;
mod todo;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use maud::html;

use super::answer::Answer;
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
        .route("/check", get(check::page))
        .route("/share", get(share::page))
        .route("/share/sync", post(share::sync))
        .route("/paper/{*name}", get(download::paper))
        .route("/ledger", get(download::ledger))
        .route("/style.css", get(style))
        .route("/icon.svg", get(icon))
        .fallback(no_such_page)
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
