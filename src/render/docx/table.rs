//! Tables as wide as the text of their page, whose headings come again on every page.

use super::fonts::Font;
use super::measure::WIDTH;
use super::page::{Orientation, text_height};
use super::styles::{CELL, CELL_LINE};
use super::text::{Align, Para, Run};
use super::wrap::{CountedLines, TextLine};
use super::xml::Xml;
use crate::report::paper::TableColumn;

pub(super) fn write(xml: &mut Xml, columns: &[TableColumn], rows: &[Vec<String>], width: i32) {
    let widths = widths(columns, width);
    xml.open("w:tbl", &[]);
    properties(xml, width);
    xml.open("w:tblGrid", &[]);
    for width in &widths {
        xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
    }
    xml.close("w:tblGrid");
    let heads: Vec<&str> = columns.iter().map(|column| column.head.as_ref()).collect();
    row(xml, columns, &widths, &heads, RowUse::Head);
    let page = text_height(if width > WIDTH { Orientation::Landscape } else { Orientation::Portrait });
    let counted = CountedLines::default();
    for cells in rows {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let is_parted = is_parted(row_height(columns, &cells, width, &counted), page);
        row(xml, columns, &widths, &cells, if is_parted { RowUse::Parted } else { RowUse::Whole });
    }
    xml.close("w:tbl");
}

/// The columns' widths, which add up to that of the text.
fn widths(columns: &[TableColumn], width: i32) -> Vec<i32> {
    let shares = |columns: &[TableColumn]| columns.iter().map(|column| column.share).sum::<u32>();
    let whole = i64::from(shares(columns).max(1));
    let edge = |count: usize| i64::from(width) * i64::from(shares(&columns[..count])) / whole;
    (0..columns.len()).map(|at| i32::try_from(edge(at + 1) - edge(at)).unwrap_or_default()).collect()
}

/// How high a row is: as its longest cell.
pub(super) fn row_height(columns: &[TableColumn], cells: &[&str], width: i32, counted: &CountedLines) -> u32 {
    let count = |(words, room): (&&str, i32)| {
        // A character takes twelve points, half of one in Latin.
        let halves = usize::try_from((room - 2 * INNER) / (CELL_CHARACTER / 2)).unwrap_or_default().max(2);
        counted.of(words, 0, TextLine { room: halves - halves % 2, hangs: true })
    };
    let lines = cells.iter().zip(widths(columns, width)).map(count).max().unwrap_or(1);
    u32::try_from(lines).unwrap_or(u32::MAX / CELL_LINE / 2) * CELL_LINE + BORDER
}

/// Whether a row goes on over pages: what is higher than half of one. Programs cut off what they cannot hold together on a page.
pub(super) fn is_parted(height: u32, page: u32) -> bool {
    height > page / 2
}

/// What a row is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowUse {
    /// Its words come again on every page.
    Head,
    /// It stands on one page.
    Whole,
    /// It goes on over pages.
    Parted,
}

/// What is free at both sides of a cell.
const INNER: i32 = 57;
/// How wide a character is in a cell.
const CELL_CHARACTER: i32 = 240;
/// The line between two rows.
pub(super) const BORDER: u32 = 10;

/// `w:tblPr`: the order below is that of the schema.
fn properties(xml: &mut Xml, width: i32) {
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    xml.val("w:jc", "center");
    xml.open("w:tblBorders", &[]);
    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
        xml.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")]);
    }
    xml.close("w:tblBorders");
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.open("w:tblCellMar", &[]);
    for side in ["w:left", "w:right"] {
        xml.empty(side, &[("w:w", &INNER.to_string()), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
    xml.close("w:tblPr");
}

/// `w:tr`.
fn row(xml: &mut Xml, columns: &[TableColumn], widths: &[i32], cells: &[&str], is: RowUse) {
    let is_head = is == RowUse::Head;
    xml.open("w:tr", &[]);
    if is != RowUse::Parted {
        xml.open("w:trPr", &[]);
        xml.empty("w:cantSplit", &[]);
        if is_head {
            xml.empty("w:tblHeader", &[]);
        }
        xml.close("w:trPr");
    }
    for ((column, width), words) in columns.iter().zip(widths).zip(cells) {
        xml.open("w:tc", &[]);
        xml.open("w:tcPr", &[]);
        xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        xml.val("w:vAlign", if is == RowUse::Parted { "top" } else { "center" });
        xml.close("w:tcPr");
        let align = Some(if column.prose && !is_head { Align::Left } else { Align::Center });
        let run = if is_head { Run::in_font(words, Font::Bold) } else { Run::from_words(words) };
        Para { align, ..Para::styled(CELL) }.write(xml, &[run]);
        xml.close("w:tc");
    }
    xml.close("w:tr");
}
