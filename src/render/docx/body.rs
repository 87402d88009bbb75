//! The text of a paper and of what is attached: paragraphs, headings, tables.

use super::fonts::Font;
use super::measure::WIDTH;
use super::page::{self, Orientation};
use super::styles::{BODY, HEADINGS};
use super::text::{Align, Para, Run, empty_lines};
use super::xml::Xml;
use super::{table, title};
use crate::report::paper::{Annex, Block};

/// A paragraph that begins at the edge.
pub(super) fn full() -> Para {
    Para { align: Some(Align::Both), ..Para::default() }
}

/// The text. Its last paragraph stays with what follows: no signature stands on a page without text (此页无正文). With `carries` so does
/// the one before, since the last does nothing but close.
pub(super) fn write(xml: &mut Xml, blocks: &[Block], carries: bool) {
    let last = blocks.len().saturating_sub(if carries { 2 } else { 1 });
    self::blocks(xml, blocks, last, WIDTH);
}

/// Blocks in so much width; those from the last of them on stay with what follows.
fn blocks(xml: &mut Xml, blocks: &[Block], last: usize, width: i32) {
    for (position, block) in blocks.iter().enumerate() {
        // The first page must show text: what is all of it stays there.
        let keep_next = position > 0 && position >= last;
        match block {
            Block::Paragraph(words) => Para { keep_next, ..Para::styled(BODY) }.write(xml, &[Run::from_words(words)]),
            Block::Heading { level, head, rest } => heading(xml, *level, head, rest, keep_next),
            Block::Table { columns, rows } => table::write(xml, columns, rows, width),
        }
    }
}

/// A heading. What runs on behind it is text, and so is all of a paragraph that only counts.
fn heading(xml: &mut Xml, level: u8, head: &str, rest: &str, keep_next: bool) {
    let style = HEADINGS[usize::from(level.clamp(1, 4)) - 1];
    if rest.is_empty() {
        Para { keep_next: true, ..Para::styled(style) }.write(xml, &[Run::from_words(head)]);
    } else if level > 2 {
        Para { keep_next, ..Para::styled(BODY) }.write(xml, &[Run::from_words(&format!("{head}{rest}"))]);
    } else {
        Para { keep_next, ..Para::styled(style) }.write(xml, &[Run::from_words(head), Run::in_font(rest, Font::Text)]);
    }
}

/// What begins on a page of its own: its label on the first line, its title on the third.
pub(super) fn annex(xml: &mut Xml, annex: &Annex, orientation: Orientation) {
    let new_page = Para { new_page: true, ..full() };
    match &annex.label {
        Some(label) => new_page.write(xml, &[Run::in_font(label, Font::Bold)]),
        None => new_page.write(xml, &[]),
    }
    empty_lines(xml, 1);
    title::write(xml, &annex.title);
    empty_lines(xml, 1);
    blocks(xml, &annex.body, annex.body.len(), page::text_width(orientation));
}
