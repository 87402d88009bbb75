//! A workbook given back as it came: its bad cells in colour, what is wrong behind their rows. Only the parts in which cells and their
//! styles stand are written anew, and of these only what bears a mark; formulas, comments, pictures, lists and formats stay as they are.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _, Write as _};

use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::cell_ref::CellRef;
use super::layout::{attribute, parts_of};
use super::mark_styles::{MarkStyles, with, without};

/// What is marked on a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetMarks {
    /// The bad cells.
    pub cells: BTreeSet<CellRef>,
    /// The column behind all others, in which is said what is wrong with a row.
    pub column: u32,
    /// Whether an earlier copy said so in that column: what it said is taken out.
    pub said_before: bool,
    /// What is said there, by rows.
    pub said: BTreeMap<u32, String>,
}

/// The workbook with the marks of each of its sheets; `None` where it is written in a way in which they cannot be put.
#[must_use]
pub fn with_marks(bytes: &[u8], sheets: &[SheetMarks]) -> Option<Vec<u8>> {
    let parts = parts_of(bytes).ok()?;
    if parts.sheets.len() != sheets.len() {
        return None;
    }
    let mut package = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let styles = text(&mut package, parts.styles?)?;
    let mut styles = MarkStyles::of(&styles)?;
    let mut changed: BTreeMap<usize, String> = BTreeMap::new();
    for (part, marks) in parts.sheets.iter().zip(sheets) {
        let Some(part) = *part else { continue };
        let sheet = text(&mut package, part)?;
        // Two sheets that are one part cannot be marked apart.
        if changed.insert(part, marked(&sheet, marks, &mut styles)?).is_some() {
            return None;
        }
    }
    changed.insert(parts.styles?, styles.text());
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..package.len() {
        let part = package.by_index_raw(at).ok()?;
        match changed.get(&at) {
            Some(text) => {
                copy.start_file(part.name().ok()?, options).ok()?;
                copy.write_all(text.as_bytes()).ok()?;
            }
            None => copy.raw_copy_file(part).ok()?,
        }
    }
    Some(copy.finish().ok()?.into_inner())
}

fn text(package: &mut ZipArchive<Cursor<&[u8]>>, part: usize) -> Option<String> {
    let mut text = String::new();
    package.by_index(part).ok()?.read_to_string(&mut text).ok()?;
    Some(text.trim_start_matches('\u{feff}').to_owned())
}

/// A sheet with its marks.
fn marked(sheet: &str, marks: &SheetMarks, styles: &mut MarkStyles<'_>) -> Option<String> {
    let mut reader = Reader::from_str(sheet);
    let mut row = MarkedRow { marks, styles, out: Writer::new(Vec::new()), pending: BTreeSet::new(), prefix: String::new() };
    let mut next = CellRef { row: 0, column: 0 };
    let mut rows: BTreeSet<u32> = marks.cells.iter().map(|at| at.row).chain(marks.said.keys().copied()).collect();
    loop {
        let event = reader.read_event().ok()?;
        let (tag, is_empty) = match event {
            Event::Eof => break,
            Event::Start(tag) => (tag, false),
            Event::Empty(tag) => (tag, true),
            Event::End(tag) => {
                if tag.local_name().as_ref() == "row" {
                    row.put_until(u32::MAX, next.row.saturating_sub(1))?;
                }
                row.out.write_event(Event::End(tag)).ok()?;
                continue;
            }
            other => {
                row.out.write_event(other).ok()?;
                continue;
            }
        };
        let name = tag.name().as_ref().to_owned();
        let mut skip = false;
        let tag = match tag.local_name().as_ref() {
            // It says how far cells reach, which a mark may pass; nobody needs it.
            "dimension" => {
                skip = true;
                tag
            }
            "row" => {
                let number = attribute(&tag, "r").ok()?.and_then(|number| number.parse::<u32>().ok()?.checked_sub(1));
                let at = number.unwrap_or(next.row);
                next = CellRef { row: at.saturating_add(1), column: 0 };
                rows.remove(&at);
                let is_marked = row.begin(at, &name);
                if is_marked && is_empty {
                    row.out.write_event(Event::Start(without(&tag, "spans")?)).ok()?;
                    row.put_until(u32::MAX, at)?;
                    row.out.write_event(Event::End(tag.to_end())).ok()?;
                    continue;
                }
                if is_marked { without(&tag, "spans")? } else { tag }
            }
            "c" => {
                let at = attribute(&tag, "r").ok()?.and_then(|at| at.parse().ok());
                let at = at.unwrap_or(CellRef { row: next.row.saturating_sub(1), ..next });
                next.column = at.column.saturating_add(1);
                row.put_until(at.column, at.row)?;
                skip = row.replaces(at);
                row.cell(tag, at)?
            }
            _ => tag,
        };
        match (skip, is_empty) {
            (true, true) => {}
            (true, false) => _ = reader.read_to_end(quick_xml::name::QName(&name)).ok()?,
            (false, true) => row.out.write_event(Event::Empty(tag)).ok()?,
            (false, false) => row.out.write_event(Event::Start(tag)).ok()?,
        }
    }
    // A mark in a row that the file does not have would be lost.
    if rows.is_empty() { String::from_utf8(row.out.into_inner()).ok() } else { None }
}

/// A row that is being written.
struct MarkedRow<'a, 'b, 's> {
    marks: &'a SheetMarks,
    styles: &'b mut MarkStyles<'s>,
    out: Writer<Vec<u8>>,
    /// The columns of the row that bear a mark and were not written yet.
    pending: BTreeSet<u32>,
    /// By which prefix the part calls the elements of sheets.
    prefix: String,
}

impl MarkedRow<'_, '_, '_> {
    /// Whether the row that begins bears a mark.
    fn begin(&mut self, row: u32, name: &str) -> bool {
        name.strip_suffix("row").unwrap_or_default().clone_into(&mut self.prefix);
        let cells = self.marks.cells.range(CellRef { row, column: 0 }..=CellRef { row, column: u32::MAX });
        self.pending = cells.map(|at| at.column).collect();
        if self.marks.said.contains_key(&row) {
            self.pending.insert(self.marks.column);
        }
        !self.pending.is_empty()
    }

    /// Whether what the file has in a cell is said anew, or was said by an earlier copy.
    fn replaces(&self, at: CellRef) -> bool {
        at.column == self.marks.column && (self.marks.said_before || self.marks.said.contains_key(&at.row))
    }

    /// A cell of the file in its colour.
    fn cell<'t>(&mut self, tag: BytesStart<'t>, at: CellRef) -> Option<BytesStart<'t>> {
        let style = attribute(&tag, "s").ok()?.and_then(|style| style.parse().ok()).unwrap_or(0);
        let is_bad = self.marks.cells.contains(&at);
        if !self.replaces(at) {
            self.pending.remove(&at.column);
        }
        let shown = self.styles.shown(style, is_bad)?;
        if shown == style { Some(tag) } else { Some(with(&tag, "s", &shown.to_string())?) }
    }

    /// Writes the marks that stand before a column, and the remark that stands in it.
    fn put_until(&mut self, column: u32, row: u32) -> Option<()> {
        while let Some(next) = self.pending.first().copied() {
            let is_remark = next == self.marks.column && self.marks.said.contains_key(&row);
            if next > column || next == column && !is_remark {
                break;
            }
            self.pending.remove(&next);
            let (at, style, prefix) = (CellRef { row, column: next }, self.styles.shown(0, true)?, &self.prefix);
            let cell = match self.marks.said.get(&row).filter(|_| is_remark) {
                Some(words) => format!(
                    "<{prefix}c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}is></{prefix}c>",
                    escape(words.as_str())
                ),
                None => format!("<{prefix}c r=\"{at}\" s=\"{style}\"/>"),
            };
            self.out.get_mut().extend(cell.into_bytes());
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = "<x:styleSheet xmlns:x='s'><x:fills count='2'><x:fill/><x:fill><x:patternFill/></x:fill></x:fills>\
                          <x:cellStyleXfs><x:xf/></x:cellStyleXfs><x:cellXfs count=\"2\"><x:xf numFmtId='9'/>\
                          <x:xf fillId='1' numFmtId='14'><x:alignment/></x:xf></x:cellXfs></x:styleSheet>";

    fn at(row: u32, column: u32) -> CellRef {
        CellRef { row, column }
    }

    /// Rows and cells that do not say where they stand, elements with a prefix, rows without cells, cells that are not there.
    #[test]
    fn marks_stand_where_they_should_however_a_sheet_is_written() {
        let mut styles = MarkStyles::of(STYLES).expect("styles");
        let marks = SheetMarks {
            cells: [at(0, 1), at(1, 0), at(1, 2), at(2, 1)].into(),
            column: 4,
            said_before: false,
            said: [(1, "甲 < 乙\n& 丙".to_owned())].into(),
        };
        let sheet = "<x:worksheet><x:dimension ref='A1:B2'/><x:sheetData><x:row spans='1:2'><x:c/><x:c s='1'><x:v>1</x:v></x:c></x:row>\
                     <x:row><x:c/><x:c r='B2'/><x:c r='D2'/></x:row><x:row r='3'/></x:sheetData></x:worksheet>";
        assert_eq!(
            marked(sheet, &marks, &mut styles).expect("marked"),
            "<x:worksheet><x:sheetData><x:row><x:c/><x:c s=\"2\"><x:v>1</x:v></x:c></x:row>\
             <x:row><x:c s=\"3\"/><x:c r='B2'/><x:c r=\"C2\" s=\"3\"/><x:c r='D2'/><x:c r=\"E2\" s=\"3\" t=\"inlineStr\"><x:is>\
             <x:t xml:space=\"preserve\">甲 &lt; 乙\n&amp; 丙</x:t></x:is></x:c></x:row>\
             <x:row r=\"3\"><x:c r=\"B3\" s=\"3\"/></x:row></x:sheetData></x:worksheet>"
        );
        let styles = styles.text();
        for added in [
            "<x:fills count=\"3\"><x:fill/>",
            "<x:fgColor rgb=\"FFFFC7CD\"/>",
            "<x:cellXfs count=\"4\">",
            "<x:xf numFmtId='14' fillId=\"2\" applyFill=\"1\"><x:alignment/></x:xf><x:xf numFmtId='9' fillId=\"2\" applyFill=\"1\"/></x:cellXfs>",
        ] {
            assert!(styles.contains(added) || styles.contains(&added.replace('\'', "\"")), "{added}: {styles}");
        }
    }

    #[test]
    fn what_cannot_bear_its_marks_is_not_written() {
        let marks = SheetMarks { cells: [at(4, 0)].into(), ..SheetMarks::default() };
        let mut styles = MarkStyles::of(STYLES).expect("styles");
        assert_eq!(marked("<worksheet><sheetData><row r='1'/></sheetData></worksheet>", &marks, &mut styles), None);
        assert!(MarkStyles::of("<styleSheet><fills/><cellXfs><xf/></cellXfs></styleSheet>").is_none());
        assert_eq!(with_marks(b"PK\x03\x04", &[]), None);
    }
}
