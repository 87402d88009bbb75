//! The mark of a paper that several units issue (GB/T 9704-2012, 7.2.4): their names one below the other and equally wide, that of the
//! unit whose number it bears first; 文件 to their right, half way up.

use super::fonts::Font;
use super::mark_size::{MarkSize, ROOM};
use super::measure::{LINE, mm};
use super::text::{Para, Run};
use super::xml::Xml;
use crate::report::paper::IssuerMark;
use crate::text::width;

/// The most height that it takes.
const HIGHEST: u32 = mm(66);

/// What is left for the text on the first page (7.3.3: 公文首页必须显示正文): a heading, and two lines of what it stands above.
const TEXT: u32 = 4 * LINE;

/// The height of the text of a page.
const PAGE: u32 = mm(225);

/// What a row is high, in twentieths of a point to a half point of its characters.
const ROW: u32 = 11;

/// How many characters of full width words take.
fn characters(words: &str) -> u32 {
    u32::try_from(width(words).div_ceil(2)).unwrap_or(u32::MAX / 2).max(1)
}

fn widest(mark: &IssuerMark) -> u32 {
    mark.names.iter().map(|name| characters(name)).max().unwrap_or(1)
}

/// How large it is set, beside so much else on the page.
fn size(mark: &IssuerMark, others: u32) -> MarkSize {
    let rows = u32::try_from(mark.names.len()).unwrap_or(u32::MAX).max(1);
    let across = widest(mark) + characters(&mark.sort);
    // From 22 pt, that of titles, to 36; less only where many sign, since it does not grow over the first page.
    let half_points =
        (PAGE.saturating_sub(others + TEXT).min(HIGHEST) / ROW / rows).min(72).min((ROOM * 5 / 4 / across).max(44)).max(20);
    MarkSize::narrowed(across, half_points)
}

/// How high it is.
pub(super) fn height(mark: &IssuerMark, others: u32) -> u32 {
    u32::try_from(mark.names.len()).unwrap_or(u32::MAX / 1000) * size(mark, others).half_points * ROW
}

/// Writes it as a table without lines: a name a row, 文件 in a cell beside all of them.
pub(super) fn write(xml: &mut Xml, mark: &IssuerMark, others: u32) {
    let size = size(mark, others);
    let character = size.half_points * 10 * size.scale / 100;
    let columns = [widest(mark) * character + SLACK, characters(&mark.sort) * character + SLACK];
    let [names, sort] = columns.map(|width| width.to_string());
    xml.open("w:tbl", &[]);
    properties(xml, columns.iter().sum());
    xml.open("w:tblGrid", &[]);
    xml.empty("w:gridCol", &[("w:w", &names)]);
    xml.empty("w:gridCol", &[("w:w", &sort)]);
    xml.close("w:tblGrid");
    let height = (size.half_points * ROW).to_string();
    for (at, name) in mark.names.iter().enumerate() {
        xml.open("w:tr", &[]);
        xml.open("w:trPr", &[]);
        xml.empty("w:cantSplit", &[]);
        xml.empty("w:trHeight", &[("w:val", &height), ("w:hRule", "exact")]);
        xml.close("w:trPr");
        cell(xml, &names, None, |xml| spread(xml, name, widest(mark), size));
        cell(xml, &sort, Some(at == 0), |xml| line(xml, size, &[run(if at == 0 { &mark.sort } else { "" }, size, 0)]));
        xml.close("w:tr");
    }
    xml.close("w:tbl");
}

/// What a column has beyond its characters, since programs round otherwise.
const SLACK: u32 = 80;

/// `w:tblPr`: the order below is that of the schema.
fn properties(xml: &mut Xml, width: u32) {
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    xml.val("w:jc", "center");
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.open("w:tblCellMar", &[]);
    for side in ["w:left", "w:right"] {
        xml.empty(side, &[("w:w", "0"), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
    xml.close("w:tblPr");
}

/// A cell; with `begins` it is part of one over all rows, and maybe its first.
fn cell(xml: &mut Xml, width: &str, begins: Option<bool>, write: impl FnOnce(&mut Xml)) {
    xml.open("w:tc", &[]);
    xml.open("w:tcPr", &[]);
    xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
    if let Some(begins) = begins {
        xml.val("w:vMerge", if begins { "restart" } else { "continue" });
    }
    xml.val("w:vAlign", "center");
    xml.close("w:tcPr");
    write(xml);
    xml.close("w:tc");
}

/// A name, its characters so far apart that it is as wide as the widest.
fn spread(xml: &mut Xml, name: &str, widest: u32, size: MarkSize) {
    let Some((last, _)) = name.char_indices().next_back() else { return line(xml, size, &[]) };
    let gaps = u32::try_from(name.chars().count().saturating_sub(1)).unwrap_or(u32::MAX);
    let short = 2 * widest - u32::try_from(width(name)).unwrap_or(2 * widest).min(2 * widest);
    let apart = (short * size.half_points * 5 * size.scale / 100).checked_div(gaps).unwrap_or(0);
    let (most, last) = name.split_at(last);
    line(xml, size, &[run(most, size, apart), run(last, size, 0)]);
}

fn run(words: &str, size: MarkSize, apart: u32) -> Run<'_> {
    let MarkSize { half_points, scale } = size;
    Run { red: true, scale: (scale < 100).then_some(scale), apart: Some(apart), ..Run::sized(words, Font::Title, half_points) }
}

fn line(xml: &mut Xml, size: MarkSize, runs: &[Run<'_>]) {
    Para { line: Some(size.half_points * ROW), keep_next: true, ..Para::default() }.write(xml, runs);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// However many issue a paper, and however long their names are, the mark fits the line and leaves the page room for text.
    #[test]
    fn the_mark_of_many_is_neither_too_wide_nor_too_high() {
        for count in 2..=12 {
            for length in 3..40 {
                let mark = IssuerMark { names: vec!["某".repeat(length); count], sort: "文件".to_owned() };
                let others = mm(35) + 9 * LINE;
                let MarkSize { half_points, scale } = size(&mark, others);
                let across = u32::try_from(length).expect("short") + 2;
                assert!(across * half_points * scale <= 884 * 100, "{count} × {length}: {half_points} at {scale}");
                assert!(height(&mark, others) <= HIGHEST, "{count} × {length}: {}", height(&mark, others));
                assert!(half_points >= 20, "{count} × {length}: {half_points}");
            }
        }
    }
}
