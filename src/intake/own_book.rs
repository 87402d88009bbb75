//! A workbook given back as it came: its bad cells in colour, what is wrong behind their rows. Only the parts in which cells and their
//! styles stand are written anew, and of these only what bears a mark; formulas, comments, pictures, lists and formats stay as they are.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _, Write as _};
use std::ops::Range;

use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::cell_ref::CellRef;
use super::layout::{attribute, parts_of};

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

/// A tag without one of its attributes.
fn without<'t>(tag: &BytesStart<'_>, name: &str) -> Option<BytesStart<'t>> {
    let mut other = BytesStart::new(tag.name().as_ref().to_owned());
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        if attribute.key.as_ref() != name {
            other.push_attribute(attribute);
        }
    }
    Some(other)
}

/// A tag of which an attribute says something else.
fn with<'t>(tag: &BytesStart<'_>, name: &str, value: &str) -> Option<BytesStart<'t>> {
    let mut other = without(tag, name)?;
    other.push_attribute((name, value));
    Some(other)
}

/// The colour of bad cells: by it a copy that comes back knows its own marks, so it is none that a palette offers.
const COLOUR: &str = "FFFFC7CD";

/// The styles of a workbook, and those that its marks add.
struct MarkStyles<'s> {
    text: &'s str,
    /// Where the tag that opens the fills stands, where the one that closes them begins, and how many there are.
    fills: StyleList,
    /// The same of the styles of cells.
    cells: StyleList,
    /// The styles of cells, as they are written.
    styles: Vec<&'s str>,
    /// The fills that are marks of an earlier copy.
    ours: BTreeSet<usize>,
    /// What was added: of which style, and whether it is marked.
    added: Vec<(usize, bool)>,
}

#[derive(Debug, Clone, Default)]
struct StyleList {
    opens: Range<usize>,
    closes: usize,
    count: usize,
}

impl<'s> MarkStyles<'s> {
    fn of(text: &'s str) -> Option<Self> {
        let [none, other] = [StyleList::default(), StyleList::default()];
        let mut read = Self { text, fills: none, cells: other, styles: Vec::new(), ours: BTreeSet::new(), added: Vec::new() };
        let mut reader = Reader::from_str(text);
        let position = |reader: &Reader<&[u8]>| usize::try_from(reader.buffer_position()).ok();
        let mut list = None;
        loop {
            let begins = position(&reader)?;
            match reader.read_event().ok()? {
                Event::Eof => break,
                Event::Start(tag) => match (tag.local_name().as_ref(), list) {
                    (name @ ("fills" | "cellXfs"), None) => {
                        let is_fills = name == "fills";
                        list = Some(is_fills);
                        read.list(is_fills).opens = begins..position(&reader)?;
                    }
                    ("fill", Some(true)) => {
                        reader.read_to_end(tag.name()).ok()?;
                        read.fill(&text[begins..position(&reader)?]);
                    }
                    ("xf", Some(false)) => {
                        reader.read_to_end(tag.name()).ok()?;
                        read.style(&text[begins..position(&reader)?]);
                    }
                    _ => {}
                },
                Event::Empty(tag) => match (tag.local_name().as_ref(), list) {
                    ("fill", Some(true)) => read.fill(""),
                    ("xf", Some(false)) => read.style(&text[begins..position(&reader)?]),
                    _ => {}
                },
                Event::End(tag) if matches!(tag.local_name().as_ref(), "fills" | "cellXfs") => {
                    read.list(list.take()?).closes = begins;
                }
                _ => {}
            }
        }
        let is_whole = read.fills.closes > 0 && read.cells.closes > read.fills.closes && !read.styles.is_empty();
        is_whole.then_some(read)
    }

    fn list(&mut self, is_fills: bool) -> &mut StyleList {
        if is_fills { &mut self.fills } else { &mut self.cells }
    }

    fn fill(&mut self, written: &str) {
        if written.contains(COLOUR) {
            self.ours.insert(self.fills.count);
        }
        self.fills.count += 1;
    }

    fn style(&mut self, written: &'s str) {
        self.styles.push(written);
        self.cells.count += 1;
    }

    /// The fill of marks: that of an earlier copy, else one more.
    fn mark(&self) -> usize {
        self.ours.first().copied().unwrap_or(self.fills.count)
    }

    /// The style in which a cell of a style is shown, as a bad one or not.
    fn shown(&mut self, style: usize, is_bad: bool) -> Option<usize> {
        let tag = opening(self.styles.get(style)?)?;
        let fill = attribute(&tag, "fillId").ok()?.and_then(|fill| fill.parse::<usize>().ok()).unwrap_or(0);
        if is_bad && fill == self.mark() || !is_bad && !self.ours.contains(&fill) {
            return Some(style);
        }
        let at = self.added.iter().position(|added| *added == (style, is_bad)).unwrap_or_else(|| {
            self.added.push((style, is_bad));
            self.added.len() - 1
        });
        Some(self.cells.count + at)
    }

    /// The part with what was added.
    fn text(&self) -> String {
        let counted = |list: &StyleList, count: usize| {
            let opens = &self.text[list.opens.clone()];
            opening(opens)
                .and_then(|tag| with(&tag, "count", &count.to_string()))
                .map_or_else(|| opens.to_owned(), |tag| written(&tag, false))
        };
        let named = |list: &StyleList, name: &str| {
            let opens = &self.text[list.opens.clone()];
            let prefix = opens.trim_start_matches('<').split([' ', '>', '\t', '\r', '\n']).next().unwrap_or_default();
            prefix.strip_suffix(name).unwrap_or_default().to_owned()
        };
        let is_new = self.ours.is_empty() && !self.added.is_empty();
        let p = named(&self.fills, "fills");
        let fill = format!(
            "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{COLOUR}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
        );
        let added: String = self.added.iter().filter_map(|(style, is_bad)| self.another(*style, *is_bad)).collect();
        [
            self.text[..self.fills.opens.start].to_owned(),
            counted(&self.fills, self.fills.count + usize::from(is_new)),
            self.text[self.fills.opens.end..self.fills.closes].to_owned(),
            if is_new { fill } else { String::new() },
            self.text[self.fills.closes..self.cells.opens.start].to_owned(),
            counted(&self.cells, self.cells.count + self.added.len()),
            self.text[self.cells.opens.end..self.cells.closes].to_owned(),
            added,
            self.text[self.cells.closes..].to_owned(),
        ]
        .concat()
    }

    /// A style as another, which is a bad cell's or that of one that is good again.
    fn another(&self, style: usize, is_bad: bool) -> Option<String> {
        let whole = *self.styles.get(style)?;
        let tag = opening(whole)?;
        let fill = if is_bad { self.mark() } else { 0 };
        let other = with(&with(&tag, "fillId", &fill.to_string())?, "applyFill", "1")?;
        let end = whole.find('>')? + 1;
        let is_empty = whole[..end].ends_with("/>");
        Some(format!("{}{}", written(&other, is_empty), &whole[end..]))
    }
}

/// The tag with which an element begins.
fn opening(element: &str) -> Option<BytesStart<'_>> {
    match Reader::from_str(element).read_event().ok()? {
        Event::Start(tag) | Event::Empty(tag) => Some(tag),
        _ => None,
    }
}

fn written(tag: &BytesStart<'_>, is_empty: bool) -> String {
    format!("<{}{}{}>", tag.name().as_ref(), tag.attributes_raw(), if is_empty { "/" } else { "" })
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
