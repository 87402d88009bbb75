//! What the streams can show: colours by the conventions that all programs follow (`--color`, `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`, `TERM`),
//! the width of the terminal, and a pager for what is longer than its screen.

use std::ffi::{OsStr, OsString};
use std::io::{IsTerminal as _, Write as _};
use std::process::{Command, Stdio};

use anstream::{AutoStream, ColorChoice};

use super::own_file::own;

/// What this run's streams can show.
#[derive(Debug, Clone, Copy)]
pub(super) struct Streams {
    /// Whether standard output shows colours, and standard error.
    out: bool,
    err: bool,
    /// Columns and rows of standard output, where it is a terminal that knows them.
    pub(super) columns: Option<usize>,
    rows: Option<usize>,
}

impl Streams {
    /// Those of the process, for arguments that say `--color WHEN`.
    pub(super) fn of_process(args: &[OsString]) -> Self {
        let is_told = || ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"].iter().any(|name| std::env::var_os(name).is_some());
        let of_file = || own().color.as_deref().filter(|_| !is_told());
        let choice = match typed_early(args, "--color").and_then(OsStr::to_str).or_else(of_file) {
            Some("always") => ColorChoice::Always,
            Some("never") => ColorChoice::Never,
            _ => ColorChoice::Auto,
        };
        choice.write_global();
        let (out, err) = (std::io::stdout(), std::io::stderr());
        // One that says nought does not know.
        let known = |size: u16| Some(usize::from(size)).filter(|size| *size > 0);
        let size = out.is_terminal().then(|| console::Term::stdout().size_checked()).flatten();
        Self {
            out: AutoStream::choice(&out) != ColorChoice::Never,
            err: AutoStream::choice(&err) != ColorChoice::Never,
            columns: size.and_then(|(_, columns)| known(columns)),
            rows: size.and_then(|(rows, _)| known(rows)),
        }
    }

    /// Whether anything is coloured at all.
    pub(super) const fn color(self) -> bool {
        self.out || self.err
    }

    /// What goes to standard output, with the colours that it shows.
    pub(super) fn for_out(self, bytes: Vec<u8>) -> Vec<u8> {
        if self.out { bytes } else { without_colours(bytes) }
    }

    /// What goes to standard error, with the colours that it shows.
    pub(super) fn for_err(self, bytes: Vec<u8>) -> Vec<u8> {
        if self.err { bytes } else { without_colours(bytes) }
    }

    /// Shows what is longer than the screen in the person's pager; says whether that was done.
    pub(super) fn page(self, answer: &[u8]) -> bool {
        let is_long = self.rows.is_some_and(|rows| memchr::memchr_iter(b'\n', answer).count() >= rows);
        if !is_long {
            return false;
        }
        let set = |name: &str| std::env::var(name).ok();
        let pager =
            set("LIANDONG_PAGER").or_else(|| own().pager.clone()).or_else(|| set("PAGER")).unwrap_or_else(|| "less".to_owned());
        let mut words = pager.split_whitespace();
        let Some(program) = words.next().filter(|program| !matches!(*program, "cat" | "off")) else { return false };
        let mut command = Command::new(program);
        command.args(words).stdin(Stdio::piped());
        // Ends by itself where a screen is enough, shows colours, and leaves the text there.
        for (name, value) in [("LESS", "FRX"), ("LESSCHARSET", "utf-8")] {
            if std::env::var_os(name).is_none() {
                command.env(name, value);
            }
        }
        let Ok(mut child) = command.spawn() else { return false };
        if let Some(mut stdin) = child.stdin.take() {
            // Whoever has seen enough leaves.
            let _ = stdin.write_all(answer);
        }
        // One that fails may have shown nothing.
        child.wait().is_ok_and(|ended| ended.success())
    }
}

/// What is no text has no colours.
fn without_colours(bytes: Vec<u8>) -> Vec<u8> {
    match std::str::from_utf8(&bytes) {
        Ok(text) if text.contains('\u{1b}') => anstream::adapter::strip_str(text).to_string().into_bytes(),
        _ => bytes,
    }
}

/// What an option was given, before arguments are understood: what is wrong with them is said in the language and the colours asked for.
pub(super) fn typed_early<'a>(args: &'a [OsString], option: &str) -> Option<&'a OsStr> {
    let mut args = args.iter().skip(1).take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        if arg == option {
            return args.next().map(OsString::as_os_str);
        }
        let value = arg.to_str().and_then(|arg| arg.strip_prefix(option)?.strip_prefix('='));
        if value.is_some() {
            return value.map(OsStr::new);
        }
    }
    None
}
