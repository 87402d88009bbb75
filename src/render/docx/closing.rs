//! What follows the text: who took part, what is attached, who signs and when, and the note in brackets.

use super::fonts::Font;
use super::measure::{CHARACTER, LINE, WIDTH, characters};
use super::styles::BODY;
use super::text::{Align, Para, Run, empty_lines};
use super::xml::Xml;
use crate::report::paper::{Paper, PaperSignature};
use crate::text::width;

/// Everything between the text and what begins on a page of its own, with so many empty lines above the signature; where more sign than a page holds,
/// with so many rows of them on the page of the text.
pub(super) fn write(xml: &mut Xml, paper: &Paper, (blanks, rows): (u32, Option<usize>)) {
    if !paper.rolls.is_empty() {
        empty_lines(xml, 1);
    }
    for roll in &paper.rolls {
        // What does not fit goes on below the first name.
        let label = format!("{}：", roll.label);
        Para { left: characters(5), hanging: characters(3), align: Some(Align::Both), ..Para::default() }
            .write(xml, &[Run::in_font(&label, Font::Bold), Run::from_words(&roll.names)]);
    }
    attached(xml, &paper.attached);
    if let Some(signature) = &paper.signature {
        sign(xml, signature, SignaturePlace { blanks, goes_on: paper.note.is_some(), rows });
    }
    if let Some(note) = &paper.note {
        let note = format!("（{}）", note.trim_end_matches('。'));
        Para::styled(BODY).write(xml, &[Run::from_words(&note)]);
    }
}

/// 附件说明: one line below the text; names that do not fit go on below their first character.
fn attached(xml: &mut Xml, names: &[String]) {
    if names.is_empty() {
        return;
    }
    empty_lines(xml, 1);
    for (position, name) in names.iter().enumerate() {
        let number = if names.len() == 1 { String::new() } else { format!("{}. ", position + 1) };
        let number_width = i32::try_from(width(&number)).unwrap_or_default() * CHARACTER / 2;
        let words = if position == 0 { format!("附件：{number}{name}") } else { format!("{number}{name}") };
        let label = if position == 0 { characters(3) } else { 0 };
        let hanging = label + number_width;
        Para { keep_next: true, left: characters(5) + number_width, hanging, align: Some(Align::Left), ..Para::default() }
            .write(xml, &[Run::from_words(&words)]);
    }
}

/// How a signature stands among what is around it.
struct SignaturePlace {
    /// How many empty lines stand above it.
    blanks: u32,
    /// Whether something follows it.
    goes_on: bool,
    /// How many rows stand on the page of the text, where more sign than a page holds: then each row stays whole, and the last with the day.
    rows: Option<usize>,
}

/// A sealed signature: the day four characters from the right, the name centred above it. A name too long for that stands two
/// characters from the right, and the day below its middle.
fn sign(xml: &mut Xml, signature: &PaperSignature, place: SignaturePlace) {
    let SignaturePlace { blanks, goes_on, rows } = place;
    let day = signature.on.words();
    let last = self::rows(signature) - 1;
    let keeps = |at: usize| rows.is_none() || at == last;
    let free = |xml: &mut Xml, at: usize| {
        let begins = begins_page(at, rows);
        let count = if at == 0 || begins { blanks } else { SEAL };
        for line in 0..count {
            Para { keep_next: true, new_page: begins && line == 0, ..Para::room(LINE) }.write(xml, &[]);
        }
    };
    if let Some(columns) = columns(signature) {
        let write = |xml: &mut Xml, words: &str, keep_next| {
            Para { keep_next, align: Some(Align::Left), ..Para::default() }.write(xml, &[Run::from_words(words)]);
        };
        for (at, row) in signature.by.chunks(2).enumerate() {
            free(xml, at);
            // Who is alone in a row stands at its right, and the day below.
            let (one, other) = if let [one, other] = row { (one.as_str(), other.as_str()) } else { ("", row[0].as_str()) };
            write(xml, &beside(one, other, columns), keeps(at));
        }
        return write(xml, &beside("", day, columns), goes_on);
    }
    let halves = |words: &str| i32::try_from(width(words)).unwrap_or_default();
    // The names and the day stand in the middle of what is left of the line, counted in halves of a character.
    let widest = signature.by.iter().map(|name| halves(name)).max().unwrap_or_default();
    let rest = (16 + halves(day)).max(8 + widest).min(56);
    let left = WIDTH - rest * CHARACTER / 2;
    let centred = |xml: &mut Xml, words: &str, keep_next: bool| {
        Para { keep_next, left, align: Some(Align::Center), ..Para::default() }.write(xml, &[Run::from_words(words)]);
    };
    for (at, name) in signature.by.iter().enumerate() {
        free(xml, at);
        centred(xml, name, keeps(at));
    }
    centred(xml, day, goes_on);
}

/// A line, in halves of a character.
const WHOLE: usize = 56;

/// What is free at least between two who sign beside each other.
const GAP: usize = 2;

/// Two words each in the middle of its part of the line, with a gap between the parts.
fn beside(one: &str, other: &str, [left, right]: [usize; 2]) -> String {
    let in_middle = |words: &str, room: usize| format!("{}{words}", "　".repeat(room.saturating_sub(width(words)) / 4));
    let first = in_middle(one, left);
    let rest = "　".repeat((left + GAP).saturating_sub(width(&first)) / 2);
    format!("{first}{rest}{}", in_middle(other, right))
}

/// How many empty lines stand between two rows of those who sign: a seal is 42 mm high, and none touches another (7.3.5.1: 互不相交或相切).
const SEAL: u32 = 4;

/// The two parts of the line in which those who sign a paper together stand beside each other, where their names leave room for that.
fn columns(signature: &PaperSignature) -> Option<[usize; 2]> {
    let [left, right] = [0, 1].map(|first| signature.by.iter().skip(first).step_by(2).map(|name| width(name)).max());
    // Whoever is alone in the last row stands at the right.
    let (left, right) = (left?, right?.max(signature.by.last().map_or(0, |name| width(name))));
    let free = WHOLE.checked_sub(left + right + GAP)?;
    let half = (WHOLE - GAP) / 2;
    let left = if left.max(right) <= half { half } else { left + free / 2 };
    Some([left, WHOLE - GAP - left])
}

/// How many rows those who sign take.
fn rows(signature: &PaperSignature) -> usize {
    signature.by.len().div_ceil(if columns(signature).is_some() { 2 } else { 1 })
}

/// How many lines those who sign take with the day.
pub(super) fn signature_lines(signature: &PaperSignature) -> usize {
    let rows = rows(signature);
    rows + rows.saturating_sub(1) * SEAL as usize + 1
}

/// How many rows a page holds on which nothing but those who sign stands, with the day: a seal more would leave no room for other programs.
const ROWS: usize = 4;

/// Whether a row of those who sign begins a page, where so many stand on that of the text.
fn begins_page(at: usize, below_text: Option<usize>) -> bool {
    below_text.is_some_and(|below| at >= below && (at - below).is_multiple_of(ROWS))
}

/// How high the whole signature is with the lines left free in it, with so many above it and lines of that height.
pub(super) fn signature_height(signature: &PaperSignature, (blanks, pitch): (u32, u32), note: bool) -> u32 {
    let lines = u32::try_from(signature_lines(signature)).unwrap_or(u32::MAX / LINE / 4) + u32::from(note);
    blanks * LINE + lines * pitch.max(LINE)
}

/// How many rows fit into a room below the text: never the last, with which the day stands.
pub(super) fn rows_within(signature: &PaperSignature, (blanks, pitch): (u32, u32), room: u32) -> usize {
    let height = |rows: usize| rows_height(rows, (blanks, pitch));
    (1..rows(signature)).take_while(|rows| height(*rows) <= room).count()
}

/// How high rows are of which the first begins a page or stands below the text.
fn rows_height(rows: usize, (blanks, pitch): (u32, u32)) -> u32 {
    let rows = u32::try_from(rows).unwrap_or(u32::MAX / LINE / 16);
    if rows == 0 { 0 } else { blanks * LINE + rows * pitch + (rows - 1) * SEAL * LINE }
}

/// How many pages follow that of the text, where so many rows stand on it, and how high the last of them is filled.
pub(super) fn further_pages(
    signature: &PaperSignature,
    below_text: usize,
    (blanks, pitch): (u32, u32),
    note: bool,
) -> (usize, u32) {
    let further = rows(signature).saturating_sub(below_text).max(1);
    let pages = further.div_ceil(ROWS);
    let last = further - (pages - 1) * ROWS;
    (pages, rows_height(last, (blanks, pitch)) + (1 + u32::from(note)) * pitch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::paper::Slot;

    #[test]
    fn those_who_sign_together_stand_beside_each_other_where_there_is_room() {
        let of = |names: &[usize]| PaperSignature {
            by: names.iter().map(|length| "某".repeat(*length)).collect(),
            on: Slot::Known("2025年9月10日".to_owned()),
        };
        for (names, lines) in
            [(&[11][..], 2), (&[11, 10], 2), (&[11, 10, 11], 7), (&[16, 11, 10, 11], 7), (&[16, 11, 16], 12), (&[20, 10, 3], 12)]
        {
            assert_eq!(signature_lines(&of(names)), lines, "{names:?}");
        }
        // However long they are, none reaches beyond the line.
        for (one, other) in (1..30).flat_map(|one| (1..30).map(move |other| (one, other))) {
            if let Some(columns) = columns(&of(&[one, other])) {
                let line = beside(&"某".repeat(one), &"某".repeat(other), columns);
                assert!(width(&line) <= WHOLE, "{one} {other}: {line}");
                assert!(line.contains("某　"), "{one} {other}: {line}");
            }
        }
    }
}
