//! A question to whoever sits at the terminal. A script is never asked: nobody would answer.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use crate::text::{Lang, Text};

/// The line that a person answers after what is shown first, in small letters; none where nobody is there, or the input ends.
pub(super) fn line(shown: &[u8], question: &Text, lang: Lang) -> Option<String> {
    words(shown, question, lang).map(|answer| answer.to_lowercase())
}

/// Whether somebody is there who can be asked.
pub(in crate::cli) fn is_anybody_there() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// The same as it is typed.
pub(super) fn words(shown: &[u8], question: &Text, lang: Lang) -> Option<String> {
    if !is_anybody_there() {
        return None;
    }
    let (input, mut screen) = (std::io::stdin(), std::io::stderr());
    screen.write_all(shown).and_then(|()| write!(screen, "{}", question.get(lang))).and_then(|()| screen.flush()).ok()?;
    let mut answer = String::new();
    let read = input.lock().read_line(&mut answer).ok()?;
    (read > 0).then(|| answer.trim().to_owned())
}

/// What was typed, else what whoever sits there answers; where nobody does, what is lacking is said.
pub(super) fn needed(typed: Option<String>, question: &Text, lacking: Text, lang: Lang) -> Result<String, Text> {
    let said = typed.or_else(|| words(&[], question, lang));
    said.filter(|said| !said.trim().is_empty()).ok_or(lacking)
}

/// Whether a person says yes in so many words; none where nobody is there.
pub(super) fn yes(shown: &str, question: &Text, lang: Lang) -> Option<bool> {
    line(shown.as_bytes(), question, lang).map(|answer| matches!(answer.as_str(), "y" | "yes" | "是" | "确认"))
}
