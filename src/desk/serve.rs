//! The desk as a whole: it takes a port of this computer's own, and serves until somebody ends it, its terminal is gone or nobody came for long.

use std::net::{Ipv4Addr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use tokio::time::timeout;

use super::at_hand::{Desk, DeskSetup};
use super::caller::{Heard, Loopback};
use super::door::{self, Door};
use super::{form, pages};
use crate::ops::{Failure, Result};
use crate::text::Text;

/// How often it is asked whether the desk is to end.
const TICK: Duration = Duration::from_millis(500);

/// A desk at which nobody sits yet.
pub struct OpenDesk {
    setup: DeskSetup,
    door: Arc<Door>,
    listener: TcpListener,
}

/// What whoever opened a desk is asked and told while it serves.
pub struct Watcher {
    /// Whether the terminal is still there from which it was opened.
    pub is_there: Box<dyn Fn() -> bool + Send>,
    /// Somebody ends it from outside: by Ctrl-C, by closing the terminal.
    pub interrupted: Pin<Box<dyn Future<Output = ()> + Send>>,
    /// No invitation is good any more: what held one can go. It is told again and again.
    pub nobody_awaited: Box<dyn FnMut() + Send>,
}

impl OpenDesk {
    /// Takes a port.
    ///
    /// # Errors
    /// The system gives none.
    pub fn new(setup: DeskSetup) -> Result<Self> {
        let no_port = |error: std::io::Error| {
            Failure::from(error).context(Text::fixed("本机没有可用的端口", "this computer gives no port"))
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(no_port)?;
        listener.set_nonblocking(true).map_err(no_port)?;
        let port = listener.local_addr().map_err(no_port)?.port();
        let door = Arc::new(Door::new(setup.lang, port)?);
        Ok(Self { setup, door, listener })
    }

    /// A page, to be kept in a file of its user's alone, that lets the browser in which it is opened in, once and within two minutes.
    ///
    /// # Errors
    /// The system draws no lots.
    pub fn entrance(&self) -> Result<String> {
        self.door.entrance()
    }

    /// An address, to be shown to its user alone, that does the same.
    ///
    /// # Errors
    /// The system draws no lots.
    pub fn address(&self) -> Result<String> {
        self.door.address()
    }

    /// Serves until it ends. What was begun is brought to its end; what was sent and not filed is kept as drafts, which is told.
    ///
    /// # Errors
    /// The system has no thread for it.
    pub fn serve(self, watcher: Watcher) -> Result<Vec<Text>> {
        let Self { setup, door, listener } = self;
        let desk = Arc::new(Desk::new(setup, door.base().clone()));
        let inside = Router::new().merge(pages::routes()).merge(form::routes());
        let inside = inside.method_not_allowed_fallback(pages::no_such_request).with_state(Arc::clone(&desk));
        // What is inside sees an address only once the door has taken its secret away.
        let all = Router::new().fallback_service(inside).layer(from_fn_with_state(Arc::clone(&door), door::pass));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let at_end = Arc::clone(&desk);
        runtime.block_on(async move {
            let listener = Loopback::new(tokio::net::TcpListener::from_std(listener)?);
            let service = all.into_make_service_with_connect_info::<Heard>();
            axum::serve(listener, service).with_graceful_shutdown(ended(door, desk, watcher)).await?;
            Ok::<(), Failure>(())
        })?;
        Ok(at_end.register().map(|register| at_end.kept.outlast(&register)).unwrap_or_default())
    }
}

/// Waits for the end of a desk.
async fn ended(door: Arc<Door>, desk: Arc<Desk>, mut watcher: Watcher) {
    while timeout(TICK, &mut watcher.interrupted).await.is_err() {
        if !door.awaits_somebody() {
            (watcher.nobody_awaited)();
        }
        // Whoever types is not heard of: with a form open, nobody came is not nobody there.
        let is_idle = door.idle() >= desk.idle() && !desk.has_open_form();
        if !(watcher.is_there)() || is_idle {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::sync::mpsc::channel;

    use super::*;
    use crate::ops::{Environment, Unwatched};
    use crate::store::Source;
    use crate::text::Lang;

    fn desk(idle: Duration) -> OpenDesk {
        let nobody: &'static Unwatched = Box::leak(Box::default());
        let now = "2026-01-15T01:00:00Z".parse().expect("a moment");
        let setup = DeskSetup {
            lang: Lang::Zh,
            source: Box::new(|| Source::Shipped),
            environment: Box::new(move || Environment::unattended(now, nobody)),
            idle,
        };
        OpenDesk::new(setup).expect("a port")
    }

    #[test]
    fn it_ends_when_nobody_came_for_long() {
        let (sender, told) = channel();
        let nobody_awaited = Box::new(move || {
            let _ = sender.send(());
        });
        let ends = desk(Duration::from_secs(1)).serve(Watcher {
            is_there: Box::new(|| true),
            interrupted: Box::pin(pending()),
            nobody_awaited,
        });
        ends.expect("an end");
        assert!(told.try_recv().is_ok(), "without an invitation nobody is awaited");
    }

    #[test]
    fn it_ends_with_its_terminal() {
        let desk = desk(Duration::from_hours(1));
        desk.entrance().expect("an invitation");
        let nobody_awaited = Box::new(|| panic!("somebody is awaited"));
        desk.serve(Watcher { is_there: Box::new(|| false), interrupted: Box::pin(pending()), nobody_awaited }).expect("an end");
    }
}
