//! 版记: who gets a copy, who sends the paper out and when, between rules at the foot of the page on which the paper ends.
//!
//! It stands in a frame, apart from the text. A table could be placed there too, but older office programs then set it into the text.
//! Which page that is, [`super::fit`] reckons: the standard has papers printed on both sides, and 版记 on the last of them.

use super::fonts::Font;
use super::measure::{FOURTH, WIDTH};
use super::text::{Align, Para, ParagraphSlot, Run, TAB};
use super::xml::Xml;
use crate::report::paper::{Form, Paper};
use crate::text::width;

/// 0.35 mm and 0.25 mm.
const OUTER: u32 = 20;
const INNER: u32 = 14;

/// The size of its words, 四号, as a length.
const SIZE: i32 = 280;

/// The height of its lines, in twentieths of a point.
const LINE: u32 = 500;

/// A line of the imprint.
enum ImprintLine {
    /// 主送, 抄送, 分送.
    Names(String),
    /// 印发机关 and 印发日期.
    Sent(String, String),
}

/// With `apart` it stands on a page of its own.
pub(super) fn write(xml: &mut Xml, paper: &Paper, apart: bool) {
    let rows = rows(paper);
    // A letter's has no rules.
    let ruled = paper.form != Form::Letter;
    for (position, row) in rows.iter().enumerate() {
        if ruled {
            rule(xml, if position == 0 { OUTER } else { INNER });
        }
        row.write(xml);
    }
    if !rows.is_empty() {
        if ruled {
            rule(xml, OUTER);
        }
        // A frame stands on the page of the paragraph behind it.
        Para { new_page: apart, ..Para::room(20) }.write(xml, &[]);
    }
}

/// Whether there is any.
pub(super) fn is_there(paper: &Paper) -> bool {
    !rows(paper).is_empty()
}

/// How high it is.
pub(super) fn height(paper: &Paper) -> u32 {
    // Some 26 characters to a line.
    let lines = |row: &ImprintLine| match row {
        ImprintLine::Names(words) => width(words).div_ceil(52).max(1),
        ImprintLine::Sent(..) => 1,
    };
    let lines: usize = rows(paper).iter().map(lines).sum();
    // With its rules, and the line behind it to which its frame belongs.
    u32::try_from(lines).unwrap_or(u32::MAX / LINE / 2) * LINE + if lines > 0 { 100 } else { 0 }
}

fn rows(paper: &Paper) -> Vec<ImprintLine> {
    let mut rows = Vec::new();
    if paper.to.is_long() {
        rows.push(ImprintLine::Names(format!("主送：{}。", paper.to.words())));
    }
    if let Some(copies) = &paper.copies {
        rows.push(ImprintLine::Names(format!("{}：{}。", copies.label, copies.names.words())));
    }
    // Nor does a letter say who sent it out.
    if let Some(imprint) = paper.imprint.as_ref().filter(|_| paper.form != Form::Letter) {
        rows.push(ImprintLine::Sent(imprint.by.words().to_owned(), format!("{}印发", imprint.on.words())));
    }
    rows
}

/// A rule as wide as the text: a black line without words. Borders would stand off the edges as the words do, and older office
/// programs do not put paragraphs with borders into a frame.
fn rule(xml: &mut Xml, thick: u32) {
    Para { place: ParagraphSlot::RuleAtFoot, line: Some(thick), ..Para::default() }.write(xml, &[]);
}

impl ImprintLine {
    fn write(&self, xml: &mut Xml) {
        let font = |words| Run::sized(words, Font::Text, FOURTH);
        let para = Para { place: ParagraphSlot::AtFoot, line: Some(LINE), ..Para::default() };
        match self {
            // What does not fit goes on below the first name.
            Self::Names(words) => Para { left: 4 * SIZE, right: SIZE, hanging: 3 * SIZE, align: Some(Align::Both), ..para }
                .write(xml, &[font(words)]),
            Self::Sent(by, on) => {
                let para = Para { tab: Some(WIDTH - SIZE), left: SIZE, ..para };
                para.write(xml, &[font(by), Run::from_words(TAB), font(on)]);
            }
        }
    }
}
