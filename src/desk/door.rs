//! Who may come in, asked of every request before anything else is.
//!
//! - Whoever else uses this computer reaches the same port. What they lack is a cookie *and* a path, drawn by lot and both needed: browsers send
//!   the cookies of 127.0.0.1 to every port of it, but this one only below that path, which no page but this desk's names.
//! - A page of another site may send requests here and read nothing. It does not know the path; its requests come without the cookie
//!   (`SameSite=Strict`), and say whence they come (`Sec-Fetch-Site`), which no page can forge. A name that is made to point at this
//!   computer is not the one by which the desk is called (`Host`).
//! - A page of another port of this computer counts as the same site: hence the two headers. `Origin` alone would not do: to a page that
//!   sends no referrer, as all of these, browsers give the origin `null`, and such a request is let in only where `Sec-Fetch-Site` says that
//!   it comes from here.
//!
//! The cookie is given for an invitation: drawn by lot, good once and for two minutes, handed to the browser in a file of its user's or
//! read from the terminal. Whatever is refused is refused in the same words.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Response};
use maud::{DOCTYPE, Markup, html};
use tokio::time::{Instant, timeout};

use super::caller::Heard;
use super::frame::{TODO, language};
use super::secret::Drawn;
use crate::model::limits::SHEET_BYTES;
use crate::ops::Result;
use crate::text::{Lang, Text};

/// How long an invitation is good.
const INVITED: Duration = Duration::from_mins(2);
/// How long a body may take.
const BODY: Duration = Duration::from_mins(1);
/// How long one may take of somebody who only has an invitation.
const INVITATION: Duration = Duration::from_secs(5);
/// How large a body may be: the largest sheet that is taken, with what a form says around it.
const BODY_BYTES: u64 = SHEET_BYTES + 1024 * 1024;
/// How large it may be of somebody who only has an invitation.
const INVITATION_BYTES: u64 = 256;
const COOKIE: &str = "liandong-desk";
/// The path below which an address from the terminal holds an invitation.
const ENTER: &str = "/enter/";

/// What stands at the head of every answer, of refusals too.
const COVER: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    // One request a connection: how long each may take is counted from its beginning.
    ("connection", "close"),
];

/// The door of one desk.
pub(super) struct Door {
    lang: Lang,
    /// What this desk is called: 127.0.0.1 and the port.
    host: String,
    base: Drawn,
    cookie: Drawn,
    invitations: Mutex<Vec<EntryToken>>,
    /// When somebody came in last.
    last: Mutex<Instant>,
}

struct EntryToken {
    token: Drawn,
    until: Instant,
}

/// Why somebody stays outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turned {
    Stranger,
    Method,
    Large,
    Slow,
}

/// Whom the door lets pass.
enum Passing {
    /// Somebody who is in, with what they want.
    In(Box<Request>),
    /// Somebody who has just been let in.
    Welcome,
}

impl Door {
    /// # Errors
    /// The system draws no lots.
    pub(super) fn new(lang: Lang, port: u16) -> Result<Self> {
        Ok(Self {
            lang,
            host: format!("127.0.0.1:{port}"),
            base: Drawn::draw()?,
            cookie: Drawn::draw()?,
            invitations: Mutex::default(),
            last: Mutex::new(Instant::now()),
        })
    }

    /// The secret part of the path.
    pub(super) fn base(&self) -> &Drawn {
        &self.base
    }

    /// An address that lets whoever opens it in, once.
    ///
    /// # Errors
    /// The system draws no lots.
    pub(super) fn address(&self) -> Result<String> {
        Ok(format!("http://{}{ENTER}{}", self.host, self.invite()?.words()))
    }

    /// A page that lets whoever opens it in, once: it sends its invitation, which is in no address.
    ///
    /// # Errors
    /// The system draws no lots.
    pub(super) fn entrance(&self) -> Result<String> {
        let (token, title) = (self.invite()?, Text::fixed("打开工作台", "open the desk"));
        let title = title.get(self.lang);
        let form = html! {
            form method="post" action=(format!("http://{}/", self.host)) {
                input type="hidden" name="token" value=(token.words());
                button type="submit" { (title) }
            }
            // The only script there is, in a file that no server sends; without it the button does the same.
            script { "document.forms[0].submit()" }
        };
        Ok(bare(self.lang, title, None, &form))
    }

    fn invite(&self) -> Result<Drawn> {
        let token = Drawn::draw()?;
        locked(&self.invitations).push(EntryToken { token: token.clone(), until: Instant::now() + INVITED });
        Ok(token)
    }

    /// Whether an invitation is still good.
    pub(super) fn awaits_somebody(&self) -> bool {
        let mut invitations = locked(&self.invitations);
        let now = Instant::now();
        invitations.retain(|invitation| now < invitation.until);
        !invitations.is_empty()
    }

    /// Since when nobody came in.
    pub(super) fn idle(&self) -> Duration {
        locked(&self.last).elapsed()
    }

    /// Takes an invitation that is still good.
    fn redeem(&self, said: &str) -> bool {
        let mut invitations = locked(&self.invitations);
        let now = Instant::now();
        // What ran out is no way in, and is not there any more either.
        invitations.retain(|invitation| now < invitation.until);
        let before = invitations.len();
        invitations.retain(|invitation| !invitation.token.is(said));
        invitations.len() < before
    }

    async fn admit(&self, request: Request) -> Result<Passing, Turned> {
        let (mut parts, body) = request.into_parts();
        if !self.is_called(&parts.headers, &parts.uri) {
            return Err(Turned::Stranger);
        }
        if ![Method::GET, Method::HEAD, Method::POST].contains(&parts.method) {
            return Err(Turned::Method);
        }
        let is_post = parts.method == Method::POST;
        if let Some(token) = parts.uri.path().strip_prefix(ENTER).filter(|_| parts.method == Method::GET) {
            return if self.redeem(token) { Ok(Passing::Welcome) } else { Err(Turned::Stranger) };
        }
        if is_post && parts.uri.path() == "/" {
            let said = heard(body, INVITATION_BYTES, INVITATION).await?;
            let token = said.strip_prefix(b"token=").and_then(|token| std::str::from_utf8(token).ok());
            return if token.is_some_and(|token| self.redeem(token)) { Ok(Passing::Welcome) } else { Err(Turned::Stranger) };
        }
        let below = self.below(&parts.uri).ok_or(Turned::Stranger)?;
        if !self.has_cookie(&parts.headers) || !self.comes_from_here(&parts.headers, is_post) {
            return Err(Turned::Stranger);
        }
        *locked(&self.last) = Instant::now();
        parts.uri = below;
        let body = if is_post { Body::from(heard(body, BODY_BYTES, BODY).await?) } else { Body::empty() };
        Ok(Passing::In(Box::new(Request::from_parts(parts, body))))
    }

    /// Whether it is this desk that is called, and by its name.
    fn is_called(&self, headers: &HeaderMap, uri: &Uri) -> bool {
        let mut hosts = headers.get_all(header::HOST).iter();
        let is_host = hosts.next().is_some_and(|host| host.as_bytes() == self.host.as_bytes()) && hosts.next().is_none();
        is_host && uri.authority().is_none_or(|authority| authority.as_str() == self.host)
    }

    /// An address without the secret that it begins with.
    fn below(&self, uri: &Uri) -> Option<Uri> {
        let path = uri.path().strip_prefix('/')?;
        let (first, below) = path.split_once('/').unwrap_or((path, ""));
        let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
        format!("/{below}{query}").parse().ok().filter(|_| self.base.is(first))
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let mut cookies = lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
        cookies.any(|(name, value)| name == COOKIE && self.cookie.is(value))
    }

    /// Whether a page of this desk sends it or its reader does: see the head of this file.
    fn comes_from_here(&self, headers: &HeaderMap, is_post: bool) -> bool {
        let only = |name: HeaderName| {
            let mut said = headers.get_all(name).iter();
            (said.next().map(HeaderValue::as_bytes), said.next().is_some())
        };
        let ((site, sites), (origin, origins)) = (only(HeaderName::from_static("sec-fetch-site")), only(header::ORIGIN));
        if sites || origins {
            return false;
        }
        let is_site = match site {
            Some(site) => site == b"same-origin" || (!is_post && site == b"none"),
            None => true,
        };
        let is_origin = match origin {
            Some(b"null") | None => !is_post || site.is_some(),
            Some(origin) => origin.strip_prefix(b"http://") == Some(self.host.as_bytes()),
        };
        is_site && is_origin
    }

    /// What somebody is told who has just been let in. Not a redirection: the browser would count it to the page that sent it here, and keep
    /// the cookie back.
    fn welcome(&self) -> Response {
        let base = self.base.words();
        let title = Text::fixed("工作台已打开", "the desk is open");
        let (to, icon) = (format!("/{base}/{TODO}"), format!("/{base}/icon.svg"));
        let go = Text::fixed("看待办", "see what waits");
        let body = html! { p { a href=(to) { (go.get(self.lang)) } } };
        let page = Html(bare(self.lang, title.get(self.lang), Some((&to, &icon)), &body));
        let cookie = format!("{COOKIE}={}; Path=/{base}; HttpOnly; SameSite=Strict", self.cookie.words());
        ([(header::SET_COOKIE, cookie)], page).into_response()
    }

    fn turned(&self, why: Turned) -> Response {
        let (status, what) = match why {
            Turned::Stranger => (
                StatusCode::FORBIDDEN,
                Text::fixed(
                    "这里只接待打开它的人：请在终端里重新运行 liandong desk，用它打开的页面。浏览器太旧的，请更新",
                    "only whoever opened this desk comes in: run liandong desk anew in the terminal, and use the page that it opens. If the browser is an old one, update it",
                ),
            ),
            Turned::Method => (StatusCode::METHOD_NOT_ALLOWED, Text::fixed("没有这种请求", "there is no such request")),
            Turned::Large => (
                StatusCode::PAYLOAD_TOO_LARGE,
                Text::fixed(
                    "太大了，没有接收；表格请分成几张，附件请先压缩",
                    "this is too large and was not taken; divide the sheet, or make the file smaller",
                ),
            ),
            Turned::Slow => (StatusCode::REQUEST_TIMEOUT, Text::fixed("没有收全，请再试一次", "not all of it came; try again")),
        };
        let title = Text::fixed("没有打开", "not opened");
        let body = html! { p { (what.get(self.lang)) } };
        (status, Html(bare(self.lang, title.get(self.lang), None, &body))).into_response()
    }
}

/// What every request passes.
pub(super) async fn pass(
    State(door): State<Arc<Door>>,
    ConnectInfo(caller): ConnectInfo<Heard>,
    request: Request,
    next: Next,
) -> Response {
    caller.mark();
    let mut answer = match door.admit(request).await {
        Ok(Passing::In(request)) => next.run(*request).await,
        Ok(Passing::Welcome) => door.welcome(),
        Err(why) => door.turned(why),
    };
    for (name, value) in COVER {
        answer.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    answer
}

/// A body as a whole, within bounds.
async fn heard(body: Body, most: u64, within: Duration) -> Result<Vec<u8>, Turned> {
    // What says that it is too large is not waited for.
    if body.size_hint().lower() > most {
        return Err(Turned::Large);
    }
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let heard = timeout(within, to_bytes(body, most)).await.map_err(|_| Turned::Slow)?;
    heard.map(Vec::from).map_err(|_| Turned::Large)
}

/// A page outside the desk, with the one that the browser goes on to and its sign.
fn bare(lang: Lang, title: &str, next: Option<(&str, &str)>, body: &Markup) -> String {
    let whole = html! {
        (DOCTYPE)
        html lang=(language(lang)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                @if let Some((next, icon)) = next {
                    meta http-equiv="refresh" content=(format!("0;url={next}"));
                    link rel="icon" type="image/svg+xml" href=(icon);
                }
                title { (title) }
            }
            body { main { h1 { (title) } (body) } }
        }
    };
    whole.into_string()
}

/// What a panic left behind is still what was noted.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
