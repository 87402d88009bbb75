//! How far something has come that takes over a second, on a terminal: nothing for what is over sooner, nothing where nobody watches.

use std::io::IsTerminal as _;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::store::Count;
use crate::text::{Lang, Text};

/// What is over by then is not worth a word.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often it is drawn anew.
const BEAT: Duration = Duration::from_millis(100);

/// What a run of the program is doing, as whoever waits for it sees it.
pub(super) struct Progress {
    shared: Arc<Shared>,
    /// Draws; nobody does where standard error is no terminal.
    drawing: Mutex<Option<JoinHandle<()>>>,
    lang: Lang,
}

#[derive(Default)]
struct Shared {
    /// How many files have been read.
    count: Count,
    /// What is being done, and whether all is.
    state: Mutex<(String, bool)>,
    changed: Condvar,
}

impl Progress {
    pub(super) fn new(lang: Lang) -> Self {
        Self { shared: Arc::default(), drawing: Mutex::default(), lang }
    }

    /// Says what is done next.
    pub(super) fn step(&self, what: &Text) {
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        if drawing.is_none() && std::io::stderr().is_terminal() {
            let shared = Arc::clone(&self.shared);
            *drawing = Some(thread::spawn(move || draw(&shared)));
        }
        let mut state = self.shared.state.lock().unwrap_or_else(PoisonError::into_inner);
        what.get(self.lang).clone_into(&mut state.0);
    }

    /// Where what reads files says how many it has read.
    pub(super) fn count(&self) -> &Count {
        &self.shared.count
    }
}

/// What is over leaves no trace on the screen.
impl Drop for Progress {
    fn drop(&mut self) {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner).1 = true;
        self.shared.changed.notify_all();
        let drawing = self.drawing.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        // That nothing more could be drawn is no failure of what was done.
        drawing.map(JoinHandle::join).into_iter().for_each(drop);
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
    fn whatever_is_drawn_ends_with_what_was_done() {
        let progress = Progress::new(Lang::En);
        progress.step(&Text::fixed("读取记录", "reading"));
        assert_eq!(wait(&progress.shared, Duration::ZERO).as_deref(), Some("reading"));
        let shared = Arc::clone(&progress.shared);
        let drawing = thread::spawn(move || draw(&shared));
        drop(progress);
        drawing.join().expect("ends without waiting for its second");
    }
}
