//! 版头: the red mark, the number, who signed, the red rule; then the title and those to whom the paper goes.

use super::body::full;
use super::fonts::Font;
use super::measure::{BEYOND, LINE, WIDTH, mm};
use super::text::{Align, Para, RuleLine, Run, TAB, double_rule, empty_lines};
use super::title;
use super::xml::Xml;
use crate::report::paper::{Form, IssuerMark, Paper};
use crate::text::width;

/// Everything above the text.
pub(super) fn write(xml: &mut Xml, paper: &Paper) {
    if paper.form == Form::Sheet {
        title::write(xml, &paper.title);
        return empty_lines(xml, 1);
    }
    match paper.form {
        Form::Letter => letter_number(xml, paper),
        _ => document_head(xml, paper),
    }
    empty_lines(xml, 2);
    title::write(xml, &paper.title);
    empty_lines(xml, 1);
    if !paper.to.is_empty() && !paper.to.is_long() {
        let to = format!("{}：", paper.to.words());
        full().write(xml, &[Run::from_words(&to)]);
    }
}

/// Mark, number and red rule of a paper that is no letter.
fn document_head(xml: &mut Xml, paper: &Paper) {
    // The upper edge of the mark stands 35 mm below that of the text, whose first line may say how urgent it is (7.2.3).
    match paper.urgency {
        Some(urgency) => {
            full().write(xml, &[Run::in_font(urgency, Font::Bold)]);
            Para::room(mm(35) - LINE).write(xml, &[]);
        }
        None => Para::room(mm(35)).write(xml, &[]),
    }
    mark(xml, &paper.mark, Para { align: Some(Align::Center), ..Para::default() });
    empty_lines(xml, 2);
    let rule = Some(RuleLine { eighths: 12, space: RULE_BELOW });
    let number = paper.number.words();
    match (&paper.signer, paper.form) {
        (Some(signer), _) => {
            // 签发人 in 仿宋, the name in 楷体, each one character from its edge.
            let number = format!("　{number}");
            let blank = "　　　　";
            let name = if signer.words().is_empty() { blank } else { signer.words() };
            let runs = [
                Run::from_words(&number),
                Run::from_words(TAB),
                Run::from_words("签发人："),
                Run::in_font(name, Font::Script),
                Run::from_words("　"),
            ];
            Para { tab: Some(WIDTH), below: rule, line: Some(LINE), ..Para::default() }.write(xml, &runs);
        }
        (None, Form::Minutes) => {
            Para { align: Some(Align::Center), line: Some(LINE), ..Para::default() }.write(xml, &[Run::from_words(number)]);
            if let Some(imprint) = &paper.imprint {
                let (by, on) = (format!("　{}", imprint.by), format!("{}　", imprint.on.words()));
                let runs = [Run::from_words(&by), Run::from_words(TAB), Run::from_words(&on)];
                Para { tab: Some(WIDTH), below: rule, line: Some(LINE), ..Para::default() }.write(xml, &runs);
            }
        }
        (None, _) => {
            let para = Para { align: Some(Align::Center), below: rule, line: Some(LINE), ..Para::default() };
            para.write(xml, &[Run::from_words(number)]);
        }
    }
}

/// The red rule stands 4 mm below the number; part of that is within the line.
const RULE_BELOW: u32 = 7;

/// A letter's mark, 30 mm below the edge of the page, with the double rule below it (上粗下细).
pub(super) fn letter_mark(xml: &mut Xml, paper: &Paper) {
    let (left, right) = BEYOND;
    mark(xml, &paper.mark, Para { align: Some(Align::Center), left, right, ..Para::default() });
    Para::room(mm(4)).write(xml, &[]);
    double_rule(xml, 18, 6);
}

/// A letter's number: at the right edge, seven eighths of a character below the rule; at the left how urgent it is.
fn letter_number(xml: &mut Xml, paper: &Paper) {
    Para::room(LETTER_GAP).write(xml, &[]);
    let number = Run::from_words(paper.number.words());
    match paper.urgency {
        Some(urgency) => Para { tab: Some(WIDTH), line: Some(LINE), ..Para::default() }
            .write(xml, &[Run::in_font(urgency, Font::Bold), Run::from_words(TAB), number]),
        None => Para { align: Some(Align::Right), line: Some(LINE), ..Para::default() }.write(xml, &[number]),
    }
}

const LETTER_GAP: u32 = 120;

/// The mark, in as large a size as its length allows; long ones are set narrower.
fn mark(xml: &mut Xml, mark: &IssuerMark, para: Para) {
    let words = format!("{}{}", mark.name, mark.sort);
    let Size { half_points, scale } = size(&words);
    let run = Run { red: true, scale: (scale < 100).then_some(scale), ..Run::sized(&words, Font::Title, half_points) };
    Para { line: Some(half_points * 11), ..para }.write(xml, &[run]);
}

/// How high the line of a mark is.
pub(super) fn mark_height(mark: &IssuerMark) -> u32 {
    size(&format!("{}{}", mark.name, mark.sort)).half_points * 11
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    half_points: u32,
    /// How wide a character is set, in percent of its own width.
    scale: u32,
}

/// A mark takes the width of the text at most, in characters of 22 pt (that of titles) to 48 pt; beyond what fits they get narrower.
fn size(words: &str) -> Size {
    const ROOM: u32 = 430 * 2;
    let characters = u32::try_from(width(words).div_ceil(2)).unwrap_or(u32::MAX / 2).max(1);
    let half_points = (ROOM * 4 / 3 / characters).clamp(52, 96);
    let scale = (ROOM * 100 / (characters * half_points)).min(100);
    Size { half_points, scale }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_fits_its_line() {
        for count in 2..40_u32 {
            let Size { half_points, scale } = size(&"某".repeat(count as usize));
            assert!(count * half_points * scale <= 884 * 100, "{count}: {half_points} at {scale}");
            assert!(half_points >= 52 && scale >= 40, "{count}: {half_points} at {scale}");
        }
    }
}
