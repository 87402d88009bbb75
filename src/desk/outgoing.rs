//! What a request comes to, as the browser gets it.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::link;

/// What a request comes to.
#[derive(Clone)]
pub(super) enum Answer {
    /// A page.
    Page(StatusCode, String),
    /// Another page, which the browser asks for.
    See(String),
    /// A file to be kept: its name, its media type, its bytes.
    File(String, &'static str, Vec<u8>),
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Self::Page(status, page) => (status, Html(page)).into_response(),
            Self::See(at) => (StatusCode::SEE_OTHER, [(header::LOCATION, at)]).into_response(),
            Self::File(name, media, bytes) => {
                let named = link::encoded(&name.replace('/', "-"));
                let disposition = format!("attachment; filename*=UTF-8''{named}");
                let disposition = HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment"));
                let headers =
                    [(header::CONTENT_TYPE, HeaderValue::from_static(media)), (header::CONTENT_DISPOSITION, disposition)];
                (headers, bytes).into_response()
            }
        }
    }
}
