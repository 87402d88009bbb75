//! How many lines words take, reckoned as office programs break them: whoever lays a paper out must know on which page it ends.

use std::cell::RefCell;
use std::collections::HashMap;

use super::title::{CLOSING, OPENING};
use crate::text::width;

/// How many lines the same words take, whatever their height: asked again and again until a paper is set as it should be.
#[derive(Debug, Default)]
pub(super) struct CountedLines(RefCell<HashMap<(usize, TextLine), CountsOfWords>>);

type CountsOfWords = HashMap<String, usize>;

impl CountedLines {
    /// See [`lines`].
    pub(super) fn of(&self, words: &str, indent: usize, line: TextLine) -> usize {
        let mut counted = self.0.borrow_mut();
        let counts = counted.entry((indent, line)).or_default();
        if let Some(count) = counts.get(words) {
            return *count;
        }
        let count = lines(words, indent, line);
        counts.insert(words.to_owned(), count);
        count
    }
}

/// A line as a program breaks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct TextLine {
    /// How many halves of a character it takes.
    pub(super) room: usize,
    /// Whether a mark may stand beyond its end: in some programs it does, whatever the paper says.
    pub(super) hangs: bool,
}

/// How many lines words take that begin so many halves of a character in.
pub(super) fn lines(words: &str, indent: usize, line: TextLine) -> usize {
    let TextLine { room, hangs } = line;
    let mut lines = 1;
    let mut wide = indent;
    let mut rest = words;
    while !rest.is_empty() {
        let (piece, behind) = rest.split_at(unbroken(rest));
        let more = width(piece);
        let beyond = if hangs && piece.ends_with(|c| HANGING.contains(c)) { 2 } else { 0 };
        if wide + more > room + beyond && wide > 0 {
            lines += 1;
            wide = 0;
        }
        // What is longer than a line goes on for as many as it takes.
        wide = if wide + more <= room + beyond { (wide + more).min(room) } else { wide + more };
        lines += wide.saturating_sub(1) / room;
        wide -= wide.saturating_sub(1) / room * room;
        rest = behind;
    }
    lines
}

/// Marks that may.
const HANGING: &str = "，。、；：！？";

/// How much at the beginning of a text no line break parts: a number or Latin word, a character with the marks around it.
fn unbroken(words: &str) -> usize {
    let mut characters = words.char_indices().peekable();
    let mut last = None;
    while let Some((at, c)) = characters.next() {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_graphic());
        let goes_on = characters
            .peek()
            .is_some_and(|(_, next)| OPENING.contains(c) || CLOSING.contains(*next) || (latin(Some(c)) && latin(Some(*next))));
        last = Some(at + c.len_utf8());
        if !goes_on {
            break;
        }
    }
    last.unwrap_or(words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_they_are_broken() {
        let of = |count: usize| "矿".repeat(count);
        let line = |room| TextLine { room, hangs: false };
        let counts =
            [lines("", 4, line(56)), lines(&of(26), 4, line(56)), lines(&of(27), 4, line(56)), lines(&of(54), 4, line(56))];
        assert_eq!(counts, [1, 1, 2, 2]);
        let counted = CountedLines::default();
        for _ in 0..2 {
            for (count, room) in [(27, 56), (27, 54), (26, 56), (54, 56)] {
                assert_eq!(counted.of(&of(count), 4, line(room)), lines(&of(count), 4, line(room)));
            }
        }
        // A mark is never alone at the beginning of a line, nor is a number parted.
        assert_eq!(lines(&format!("{}。", of(28)), 0, line(56)), 2);
        assert_eq!(lines(&format!("{}2025年", of(26)), 0, line(54)), 2);
        assert_eq!(lines(&"a".repeat(200), 0, line(56)), 4);
        let hanging = TextLine { room: 56, hangs: true };
        assert_eq!([lines(&format!("{}。", of(28)), 0, hanging), lines(&format!("{}。矿", of(28)), 0, hanging)], [1, 2]);
    }
}
