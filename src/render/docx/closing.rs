//! What follows the text: who took part, what is attached, who signs and when, and the note in brackets.

use super::fonts::Font;
use super::measure::{CHARACTER, WIDTH, characters};
use super::styles::BODY;
use super::text::{Align, Para, Run, empty_lines};
use super::xml::Xml;
use crate::report::paper::{Paper, PaperSignature};
use crate::text::width;

/// Everything between the text and what begins on a page of its own, with so many empty lines above the signature.
pub(super) fn write(xml: &mut Xml, paper: &Paper, blanks: u32) {
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
        sign(xml, signature, (blanks, paper.note.is_some()));
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

/// A sealed signature: the day four characters from the right, the name centred above it. A name too long for that stands two
/// characters from the right, and the day below its middle.
fn sign(xml: &mut Xml, signature: &PaperSignature, (blanks, goes_on): (u32, bool)) {
    empty_lines(xml, blanks);
    let day = signature.on.words();
    let halves = |words: &str| i32::try_from(width(words)).unwrap_or_default();
    // The name and the day stand in the middle of what is left of the line, counted in halves of a character.
    let rest = (16 + halves(day)).max(8 + halves(&signature.by)).min(56);
    let left = WIDTH - rest * CHARACTER / 2;
    for (words, keep_next) in [(signature.by.as_str(), true), (day, goes_on)] {
        Para { keep_next, left, align: Some(Align::Center), ..Para::default() }.write(xml, &[Run::from_words(words)]);
    }
}
