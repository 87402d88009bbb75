//! Where something stands in the files of a register, for people and for editors.

use std::ops::Range;

use serde::Serialize;

use crate::rules::Finding;
use crate::text::{CommandLine, Text};

/// A line and column, both from 1; columns count characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Position {
    /// The position of a byte of a text; the end where it lies beyond.
    #[must_use]
    pub fn from_byte(text: &str, byte: usize) -> Self {
        let mut at = byte.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let before = &text[..at];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before[start..].trim_start_matches('\u{FEFF}').chars().count() + 1,
        }
    }
}

/// Finds where keys of files stand, all at once, so that each file is read but once; `report` looks into no file.
pub type Where<'a> = dyn Fn(&[(&str, &str)]) -> Vec<Option<Position>> + Sync + 'a;

/// The command by which a finding is mended; `cli` knows the commands, `report` does not.
pub type FixCommand<'a> = dyn Fn(&Finding) -> Option<CommandLine> + Sync + 'a;

/// What a report asks of the command line: positions in files, and commands.
#[derive(Clone, Copy)]
pub struct Guide<'a> {
    /// Where keys of files stand.
    pub positions: &'a Where<'a>,
    /// How a finding is mended.
    pub command: &'a FixCommand<'a>,
}

impl Guide<'_> {
    /// Knows no places and no commands.
    pub const NONE: Guide<'static> = Guide { positions: &|keys| vec![None; keys.len()], command: &|_| None };
}

impl std::fmt::Debug for Guide<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Guide")
    }
}

/// Something that kept a file, or a part of it, from being read.
#[derive(Debug, Clone, Serialize)]
pub struct ProblemView {
    /// The file, relative to the register.
    pub file: String,
    /// Where in it; absent for the file as a whole.
    #[serde(flatten)]
    pub position: Option<Position>,
    /// Whether the file could not be used because of it.
    pub unreadable: bool,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub help: Text,
    /// The lines it is about, with the bytes of them that are meant and the number of the first.
    #[serde(skip)]
    pub excerpt: Option<(String, Range<usize>, usize)>,
}

impl ProblemView {
    /// A problem at some bytes of a file, shown with the line on which they stand.
    #[must_use]
    pub fn in_file(file: String, text: Option<&str>, span: Range<usize>, unreadable: bool, what: Text, help: Text) -> Self {
        // Nothing stands at the very beginning that is of no length: such a problem is the file's as a whole.
        let place = text.filter(|text| span != (0..0) && span.end <= text.len() && text.is_char_boundary(span.start));
        let position = place.map(|text| Position::from_byte(text, span.start));
        let excerpt = place.zip(position).map(|(text, position)| excerpt(text, &span, position.line));
        Self { file, position, unreadable, what, help, excerpt }
    }
}

/// The longest line that is shown whole; of a longer one only what is near the place.
const LONGEST: usize = 400;

fn excerpt(text: &str, span: &Range<usize>, line: usize) -> (String, Range<usize>, usize) {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1).max(boundary(span.start.saturating_sub(LONGEST)));
    let end = text[span.start..]
        .find('\n')
        .map_or(text.len(), |at| span.start + at)
        .min(boundary((span.start + LONGEST).min(text.len())));
    let meant = span.start - start..boundary(span.end.min(end)).max(span.start) - start;
    (text[start..end].trim_end_matches('\r').to_owned(), meant, line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "甲 = 1\n乙丙 = \"丁\"\n";
        let at = text.find("\"丁").expect("is there");
        assert_eq!(Position::from_byte(text, at), Position { line: 2, column: 6 });
        assert_eq!(Position::from_byte(text, 9999), Position { line: 3, column: 1 });
        assert_eq!(Position::from_byte("\u{FEFF}a", 3), Position { line: 1, column: 1 });
    }
}
