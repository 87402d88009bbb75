//! How many lines words take, reckoned as office programs break them: whoever lays a paper out must know on which page it ends.

use std::cell::RefCell;
use std::collections::HashMap;

use super::title::{CLOSING, OPENING};
use crate::text::width;

/// How many lines the same words take, whatever their height: asked again and again until a paper is set as it should be.
#[derive(Debug, Default)]
pub(super) struct CountedLines(RefCell<HashMap<String, CountedWords>>);

/// Words, and how many lines they were found to take.
#[derive(Debug)]
struct CountedWords {
    pieces: Vec<Unbroken>,
    counts: Vec<((usize, TextLine), usize)>,
}

impl CountedLines {
    /// How many lines words take that begin so many halves of a character in.
    pub(super) fn of(&self, words: &str, indent: usize, line: TextLine) -> usize {
        let mut known = self.0.borrow_mut();
        let counted = match known.get_mut(words) {
            Some(counted) => counted,
            None => known.entry(words.to_owned()).or_insert(CountedWords { pieces: pieces(words), counts: Vec::new() }),
        };
        let asked = (indent, line);
        if let Some((_, count)) = counted.counts.iter().find(|(other, _)| *other == asked) {
            return *count;
        }
        let count = lines_of(&counted.pieces, indent, line);
        counted.counts.push((asked, count));
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
fn lines_of(pieces: &[Unbroken], indent: usize, line: TextLine) -> usize {
    let TextLine { room, hangs } = line;
    let mut lines = 1;
    let mut wide = indent;
    for piece in pieces {
        let more = piece.wide;
        let beyond = if hangs && piece.may_hang { 2 } else { 0 };
        if wide + more > room + beyond && wide > 0 {
            lines += 1;
            wide = 0;
        }
        // What is longer than a line goes on for as many as it takes.
        wide = if wide + more <= room + beyond { (wide + more).min(room) } else { wide + more };
        lines += wide.saturating_sub(1) / room;
        wide -= wide.saturating_sub(1) / room * room;
    }
    lines
}

/// What no line break parts: a character with its marks, a number.
#[derive(Debug, Clone, Copy)]
struct Unbroken {
    /// In halves of a character.
    wide: usize,
    /// Whether it ends in a mark that may stand beyond the end of a line.
    may_hang: bool,
}

/// The pieces of words.
fn pieces(words: &str) -> Vec<Unbroken> {
    let (mut pieces, mut rest) = (Vec::with_capacity(words.len() / 3), words);
    while let Some(first) = rest.chars().next() {
        let (piece, behind) = rest.split_at(unbroken(rest));
        pieces.push(if piece.len() == first.len_utf8() && is_ideograph(first) {
            Unbroken { wide: 2, may_hang: false }
        } else {
            Unbroken { wide: width(piece), may_hang: piece.ends_with(|c| HANGING.contains(c)) }
        });
        rest = behind;
    }
    pieces
}

/// Whether it is one of the common ideographs, as nearly every sign of a paper is: no mark, and two halves wide.
fn is_ideograph(c: char) -> bool {
    ('\u{4E00}'..='\u{9FA5}').contains(&c)
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
            .filter(|(_, next)| !is_ideograph(c) || !is_ideograph(*next))
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

    fn lines(words: &str, indent: usize, line: TextLine) -> usize {
        lines_of(&pieces(words), indent, line)
    }

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
