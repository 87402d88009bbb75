//! How far something has come that takes over a second, on a terminal: nothing for what is over sooner, nothing where nobody watches.

use std::io::IsTerminal as _;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::ops::Progress;
use crate::store::LoadProgress;
use crate::text::{Lang, Text};

/// What is over by then is not worth a word.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often it is drawn anew.
const BEAT: Duration = Duration::from_millis(100);

/// What a run of the program is doing, as whoever waits for it sees it.
pub(super) struct TerminalProgress {
    shared: Arc<Shared>,
    /// Draws; nobody does where standard error is no terminal.
    drawing: Mutex<Option<JoinHandle<()>>>,
    lang: Lang,
    quiet: bool,
}

#[derive(Default)]
struct Shared {
    /// How many files have been read.
    count: LoadProgress,
    /// What is being done, and whether all is.
    state: Mutex<(String, bool)>,
    changed: Condvar,
}

impl TerminalProgress {
    pub(super) fn new(lang: Lang, quiet: bool) -> Self {
        Self { shared: Arc::default(), drawing: Mutex::default(), lang, quiet }
    }
}

impl Progress for TerminalProgress {
    /// Says what is done next.
    fn step(&self, what: &Text) {
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        if drawing.is_none() && !self.quiet && std::io::stderr().is_terminal() {
            let shared = Arc::clone(&self.shared);
            *drawing = Some(thread::spawn(move || draw(&shared)));
        }
        let mut state = self.shared.state.lock().unwrap_or_else(PoisonError::into_inner);
        what.get(self.lang).clone_into(&mut state.0);
    }

    /// Nothing is being done that a person waits for: what is asked or edited next has the screen to itself. What was shown leaves no
    /// trace on it.
    fn rest(&self) {
        let drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(drawing) = drawing else { return };
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner).1 = true;
        self.shared.changed.notify_all();
        // That nothing more could be drawn is no failure of what was done.
        drawing.join().into_iter().for_each(drop);
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner).1 = false;
    }

    /// Where what reads files says how many it has read.
    fn count(&self) -> &LoadProgress {
        &self.shared.count
    }
}

impl Drop for TerminalProgress {
    fn drop(&mut self) {
        self.rest();
    }
}

/// Waits, and then draws until all is done.
fn draw(shared: &Shared) {
    if wait(shared, PATIENCE).is_none() {
        return;
    }
    let bar = ProgressBar::no_length();
    while let Some(what) = wait(shared, BEAT) {
        let (all, done) = (shared.count.all.load(Ordering::Relaxed), shared.count.done.load(Ordering::Relaxed));
        // A template that is wrong would be seen in the first trial; the bar is drawn plainly then.
        if let Ok(style) = ProgressStyle::with_template(if done < all { COUNTED } else { PLAIN }) {
            bar.set_style(style.progress_chars("━━─"));
        }
        bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        bar.set_message(what);
        bar.tick();
    }
    bar.finish_and_clear();
}

const COUNTED: &str = "{spinner} {msg} {wide_bar} {pos}/{len}";
const PLAIN: &str = "{spinner} {msg}";

/// What is being done after a while; nothing once all is done.
fn wait(shared: &Shared, long: Duration) -> Option<String> {
    let state = shared.state.lock().unwrap_or_else(PoisonError::into_inner);
    let waited = shared.changed.wait_timeout_while(state, long, |(_, over)| !*over);
    let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
    (!state.1).then(|| state.0.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_drawn_ends_with_what_was_done_and_can_begin_again() {
        let progress = TerminalProgress::new(Lang::En, false);
        for words in ["reading", "judging"] {
            progress.step(&Text::same(words));
            assert_eq!(wait(&progress.shared, Duration::ZERO).as_deref(), Some(words));
            // A test has no terminal: it draws itself.
            let shared = Arc::clone(&progress.shared);
            *progress.drawing.lock().expect("no panic") = Some(thread::spawn(move || draw(&shared)));
            let start = std::time::Instant::now();
            progress.rest();
            assert!(start.elapsed() < PATIENCE, "it ends without waiting for its second");
            assert!(progress.drawing.lock().expect("no panic").is_none());
        }
    }
}
