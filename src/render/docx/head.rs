//! 版头: the red mark, the number, who signed, the red rule; then the title and those to whom the paper goes.

use super::body::full;
use super::fonts::Font;
use super::joint_mark;
use super::mark_size::{MarkSize, ROOM};
use super::measure::{BEYOND, LINE, WIDTH, mm};
use super::text::{Align, Para, RuleLine, Run, TAB, double_rule, empty_lines};
use super::title;
use super::xml::Xml;
use crate::report::paper::{Form, Paper};
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
    mark(xml, paper, Para { align: Some(Align::Center), ..Para::default() });
    empty_lines(xml, 2);
    let rule = Some(RuleLine { eighths: 12, space: RULE_BELOW });
    let number = paper.number.words();
    match (&paper.signer, paper.form) {
        (Some(signer), _) => {
            let rows = signer_rows(signer.words(), number);
            for (at, names) in rows.iter().enumerate() {
                // The number stands beside the last of those who signed.
                let is_last = at + 1 == rows.len();
                let number = if is_last { format!("　{number}") } else { String::new() };
                // 签发人 in 仿宋, the names in 楷体, each one character from its edge.
                let label = if at == 0 { "签发人：" } else { "　　　　" };
                let runs = [
                    Run::from_words(&number),
                    Run::from_words(TAB),
                    Run::from_words(label),
                    Run::in_font(names, Font::Script),
                    Run::from_words("　"),
                ];
                let below = rule.filter(|_| is_last);
                Para { tab: Some(WIDTH), below, line: Some(LINE), ..Para::default() }.write(xml, &runs);
            }
        }
        (None, Form::Minutes) => {
            Para { align: Some(Align::Center), line: Some(LINE), ..Para::default() }.write(xml, &[Run::from_words(number)]);
            if let Some(edited) = &paper.edited {
                let (by, on) = (format!("　{}", edited.by.concat()), format!("{}　", edited.on.words()));
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

/// The rows of those who signed, in the order of the issuers: two in a row, one where the number leaves no room for two; the names of a
/// column begin below each other (GB/T 9704-2012, 7.2.6).
fn signer_rows(said: &str, number: &str) -> Vec<String> {
    let names: Vec<&str> = said.split(['、', '，', ',', '；', ';', ' ', '　']).filter(|name| !name.is_empty()).collect();
    let halves = |name: &str| width(name).next_multiple_of(2);
    let widest = |step: usize| {
        let column = |at: usize| names.iter().skip(at).step_by(step).map(|name| halves(name)).max().unwrap_or(0);
        (0..step).map(column).collect::<Vec<usize>>()
    };
    // 28 characters: the number and the names with a free one before and behind, 签发人：, and one between two names.
    let taken = |step: usize| width(number) + 2 + 8 + widest(step).iter().sum::<usize>() + 2 * (step - 1) + 2;
    let step = if names.len() > 1 && taken(2) <= 56 { 2 } else { 1 };
    let columns = widest(step);
    let row = |names: &[&str]| {
        let padded = columns.iter().enumerate().map(|(at, room)| {
            let name = names.get(at).copied().unwrap_or_default();
            format!("{name}{}", "　".repeat((room - halves(name)) / 2))
        });
        padded.collect::<Vec<_>>().join("　")
    };
    if names.is_empty() { vec!["　　　　".to_owned()] } else { names.chunks(step).map(row).collect() }
}

/// How much higher the head of a paper is for those who signed it beside the first.
pub(super) fn signers_height(paper: &Paper) -> u32 {
    let rows = paper.signer.as_ref().map_or(1, |signer| signer_rows(signer.words(), paper.number.words()).len());
    u32::try_from(rows.saturating_sub(1)).unwrap_or_default() * LINE
}

/// The red rule stands 4 mm below the number; part of that is within the line.
const RULE_BELOW: u32 = 7;

/// A letter's mark, 30 mm below the edge of the page, with the double rule below it (上粗下细).
pub(super) fn letter_mark(xml: &mut Xml, paper: &Paper) {
    let (left, right) = BEYOND;
    mark(xml, paper, Para { align: Some(Align::Center), left, right, ..Para::default() });
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
fn mark(xml: &mut Xml, paper: &Paper, para: Para) {
    let mark = &paper.mark;
    if mark.names.len() > 1 {
        return joint_mark::write(xml, mark, beside_mark(paper));
    }
    let words = format!("{}{}", mark.names.concat(), mark.sort);
    let MarkSize { half_points, scale } = size(&words);
    let run = Run { red: true, scale: (scale < 100).then_some(scale), ..Run::sized(&words, Font::Title, half_points) };
    Para { line: Some(half_points * 11), ..para }.write(xml, &[run]);
}

/// How high what stands on the first page beside the mark is, down to those to whom it goes.
fn beside_mark(paper: &Paper) -> u32 {
    let count = |lines: usize| u32::try_from(lines).unwrap_or(u32::MAX / LINE / 4) * LINE;
    let title = title::lines(&paper.title.words, &paper.title.whole).len();
    let to = if paper.to.is_long() { 0 } else { width(&paper.to.words()).div_ceil(56) };
    mm(35) + signers_height(paper) + count(6 + title + to)
}

/// How high a mark is.
pub(super) fn mark_height(paper: &Paper) -> u32 {
    let mark = &paper.mark;
    if mark.names.len() > 1 {
        return joint_mark::height(mark, beside_mark(paper));
    }
    size(&format!("{}{}", mark.names.concat(), mark.sort)).half_points * 11
}

/// A mark takes the width of the text at most, in characters of 22 pt (that of titles) to 48 pt; beyond what fits they get narrower.
fn size(words: &str) -> MarkSize {
    let characters = u32::try_from(width(words).div_ceil(2)).unwrap_or(u32::MAX / 2).max(1);
    MarkSize::narrowed(characters, (ROOM * 4 / 3 / characters).clamp(52, 96))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_signed_stand_two_in_a_row_below_each_other() {
        let number = "云区安委办〔2025〕3号";
        assert_eq!(signer_rows("孙某丁", number), ["孙某丁"]);
        assert_eq!(signer_rows("孙某丁、李某", number), ["孙某丁　李某"]);
        assert_eq!(signer_rows("李某、孙某丁，欧阳某某", number), ["李某　　　孙某丁", "欧阳某某　　　　"]);
        assert_eq!(signer_rows("", number), ["　　　　"]);
        let long = "云浮市云城区安委办应急〔2025〕103号";
        assert_eq!(signer_rows("孙某丁、李某", long), ["孙某丁", "李某　"]);
    }

    #[test]
    fn a_mark_fits_its_line() {
        for count in 2..40_u32 {
            let MarkSize { half_points, scale } = size(&"某".repeat(count as usize));
            assert!(count * half_points * scale <= 884 * 100, "{count}: {half_points} at {scale}");
            assert!(half_points >= 52 && scale >= 40, "{count}: {half_points} at {scale}");
        }
    }
}
