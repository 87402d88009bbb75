//! A terminal of one's own, on which the program asks and somebody answers: `script` of util-linux makes it.

use std::io::{Read as _, Write as _};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use super::{LIANDONG, Person};

/// How long the program may think before a test gives up on it.
const PATIENCE: Duration = Duration::from_mins(1);

/// A program on a terminal.
pub(crate) struct Terminal {
    child: Child,
    keys: ChildStdin,
    screen: Receiver<Vec<u8>>,
    /// What came and was not looked at yet.
    unseen: String,
    /// How often a key was pressed; a Chinese character takes 2.6.
    pressed: f64,
}

/// Whether something comes true before patience ends.
pub(crate) fn comes_true(is_so: impl Fn() -> bool) -> bool {
    let until = Instant::now() + PATIENCE;
    while !is_so() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(50));
    }
    is_so()
}

/// How often a key is pressed for words.
pub(crate) fn strokes(words: &str) -> f64 {
    words.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.6 }).sum()
}

impl Terminal {
    /// The program with these arguments, as somebody types it.
    pub(crate) fn of(person: &Person, args: &[&str]) -> Self {
        Self::after("", person, args)
    }

    /// The same by somebody who had told it not to end with the window; its number stands in a file of the home.
    pub(crate) fn deaf(person: &Person, args: &[&str]) -> Self {
        Self::after("trap '' HUP; echo $$ >~/number; ", person, args)
    }

    fn after(first: &str, person: &Person, args: &[&str]) -> Self {
        let line = shell_words::join([&[LIANDONG], args].concat());
        let mut command = person.program("script");
        command.args(["-qefc", &format!("{first}stty cols 120 rows 50; exec env --default-signal=INT {line}"), "/dev/null"]);
        command.env("TERM", "xterm-256color").env("NO_COLOR", "1").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("script of util-linux");
        let (keys, mut out) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
        let (sender, screen) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = out.read(&mut buffer) {
                if sender.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let pressed = strokes(&shell_words::join([&["liandong"], args].concat())) + 1.0;
        Self { child, keys, screen, unseen: String::new(), pressed }
    }

    /// Waits until words are on the screen, and forgets what stood before them.
    pub(crate) fn sees(&mut self, words: &str) -> &mut Self {
        self.before(words);
        self
    }

    /// What comes before words are on the screen; both are forgotten.
    fn before(&mut self, words: &str) -> String {
        let until = Instant::now() + PATIENCE;
        let mut bytes = Vec::new();
        loop {
            if let Some(at) = self.unseen.find(words) {
                let before = self.unseen[..at].to_owned();
                self.unseen.drain(..at + words.len());
                return before;
            }
            let Ok(more) = self.screen.recv_timeout(until.saturating_duration_since(Instant::now())) else {
                panic!("no “{words}” in:\n{}", self.unseen);
            };
            bytes.extend(more);
            // A character that came in two halves waits for the second.
            let whole = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
            let text: Vec<u8> = bytes.drain(..whole).collect();
            self.unseen.push_str(&anstream::adapter::strip_str(&String::from_utf8_lossy(&text)).to_string());
        }
    }

    /// The rest of the line in which words were seen.
    pub(crate) fn line(&mut self) -> String {
        self.before("\n").trim_end().to_owned()
    }

    /// Answers a question once it is asked.
    pub(crate) fn answers(&mut self, question: &str, answer: &str) -> &mut Self {
        self.sees(question).types(answer).enter()
    }

    pub(crate) fn types(&mut self, words: &str) -> &mut Self {
        self.pressed += strokes(words);
        self.send(words)
    }

    pub(crate) fn enter(&mut self) -> &mut Self {
        self.types("\r")
    }

    pub(crate) fn escape(&mut self) -> &mut Self {
        self.types("\u{1b}")
    }

    pub(crate) fn interrupt(&mut self) -> &mut Self {
        self.types("\u{3}")
    }

    /// The window is closed: whoever had it is gone.
    pub(crate) fn hangs_up(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).expect("it ran");
    }

    fn send(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("somebody reads");
        self
    }

    /// Waits for its end: the exit code, what was still said, and how often a key was pressed.
    pub(crate) fn ends(mut self) -> (i32, String, f64) {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.screen.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(more) => {
                    self.unseen.push_str(&anstream::adapter::strip_str(&String::from_utf8_lossy(&more)).to_string());
                }
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    self.hangs_up();
                    panic!("it does not end:\n{}", self.unseen);
                }
            }
        }
        let ended = self.child.wait().expect("it ran");
        (ended.code().expect("a code"), self.unseen, self.pressed)
    }
}
