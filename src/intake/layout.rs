//! What a workbook says of its sheets besides their cells: what is hidden, what is merged, what bears a comment. The reader of cells
//! passes it over.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::cell_ref::{CellRange, CellRef};
use super::package::damaged;
use crate::model::limits;
use crate::text::Text;
use crate::tr;

/// What a workbook says of one of its sheets besides its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SheetLayout {
    /// Whether nobody sees the sheet, however it was hidden.
    pub(super) is_hidden: bool,
    /// Rows that nobody sees: hidden, filtered out or of no height.
    pub(super) rows: BTreeSet<u32>,
    /// Columns that nobody sees.
    pub(super) columns: BTreeSet<u32>,
    /// Cells that were made one.
    pub(super) merged: Vec<CellRange>,
    /// Cells with a comment.
    pub(super) comments: BTreeSet<CellRef>,
    /// How many pictures and drawings lie over the cells.
    pub(super) pictures: usize,
    /// The formats of cells that show a number in another way than by its digits.
    pub(super) formats: BTreeMap<CellRef, Arc<str>>,
    /// Cells whose words are drawn through.
    pub(super) struck: BTreeSet<CellRef>,
}

/// The layouts of all sheets, in the order of the workbook.
///
/// # Errors
/// The package cannot be read, or merges or comments more cells than any ledger.
pub(super) fn layouts(bytes: &[u8]) -> Result<Vec<SheetLayout>, Text> {
    let mut parts = Parts::open(bytes)?;
    let book = parts.book()?;
    if let Some(styles) = &book.styles {
        let mut formats = CellStyles::default();
        parts.each(styles, &mut |tag| formats.see(tag))?;
        parts.formats = formats;
    }
    let layout = |(is_hidden, part): (bool, Option<String>)| {
        let layout = part.map(|part| parts.layout(&part)).transpose()?.unwrap_or_default();
        Ok(SheetLayout { is_hidden, ..layout })
    };
    book.sheets.into_iter().map(layout).collect()
}

/// Where in a package its styles and its sheets stand, those in the order of the workbook.
#[derive(Debug)]
pub(super) struct PlacedParts {
    pub(super) styles: Option<usize>,
    pub(super) sheets: Vec<Option<usize>>,
}

/// Where the parts of a workbook stand.
///
/// # Errors
/// The package cannot be read.
pub(super) fn parts_of(bytes: &[u8]) -> Result<PlacedParts, Text> {
    let mut parts = Parts::open(bytes)?;
    let book = parts.book()?;
    let place = |part: Option<String>| part.and_then(|part| parts.index(&part));
    Ok(PlacedParts { styles: place(book.styles), sheets: book.sheets.into_iter().map(|(_, part)| place(part)).collect() })
}

/// The parts that a workbook names: its styles; its sheets, and whether each is hidden.
struct BookParts {
    styles: Option<String>,
    sheets: Vec<(bool, Option<String>)>,
}

/// The parts of a package, each of which is unpacked once: any number of sheets may be one part.
struct Parts<'a> {
    package: ZipArchive<Cursor<&'a [u8]>>,
    read: BTreeMap<String, SheetLayout>,
    formats: CellStyles,
}

/// What the styles of a workbook say of its cells.
#[derive(Debug, Default)]
struct CellStyles {
    own: BTreeMap<u32, Arc<str>>,
    /// That of each style of cells, where it shows a number in another way than by its digits.
    styles: Vec<Option<Arc<str>>>,
    /// Whether the styles that follow are those of cells.
    is_of_cells: bool,
    /// Whether each font draws its words through.
    fonts: Vec<bool>,
    /// Whether the fonts that follow are those to which styles refer.
    is_of_fonts: bool,
    /// The styles of cells that draw words through.
    struck: BTreeSet<usize>,
}

/// What the formats are that every workbook has, apart from those of days.
const FORMATS: &[(u32, &str)] = &[
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (11, "0.00E+00"),
    (12, "# ?/?"),
    (13, "# ??/??"),
    (37, "#,##0"),
    (38, "#,##0"),
    (39, "#,##0.00"),
    (40, "#,##0.00"),
    (48, "##0.0E+0"),
];

impl CellStyles {
    fn see(&mut self, tag: &BytesStart<'_>) -> Result<(), Text> {
        let number = |name| Ok::<_, Text>(attribute(tag, name)?.and_then(|number| number.parse::<u32>().ok()));
        match tag.local_name().as_ref() {
            "numFmt" => {
                if let (Some(id), Some(code)) = (number("numFmtId")?, attribute(tag, "formatCode")?) {
                    self.own.insert(id, code.into());
                }
            }
            "fonts" => self.is_of_fonts = true,
            "fills" | "borders" => self.is_of_fonts = false,
            "font" if self.is_of_fonts => self.fonts.push(false),
            "strike" if self.is_of_fonts => {
                let is_struck = attribute(tag, "val")?.is_none_or(|said| matches!(said.as_str(), "1" | "true"));
                self.fonts.last_mut().into_iter().for_each(|font| *font = is_struck);
            }
            "cellXfs" => (self.is_of_cells, self.is_of_fonts) = (true, false),
            "cellStyles" | "cellStyleXfs" | "dxfs" => (self.is_of_cells, self.is_of_fonts) = (false, false),
            "xf" if self.is_of_cells => {
                let font = number("fontId")?.and_then(|font| usize::try_from(font).ok()).unwrap_or_default();
                if self.fonts.get(font) == Some(&true) {
                    self.struck.insert(self.styles.len());
                }
                let id = number("numFmtId")?.unwrap_or_default();
                let known = || FORMATS.iter().find(|(known, _)| *known == id).map(|(_, code)| Arc::from(*code));
                let format = self.own.get(&id).cloned().or_else(known);
                self.styles.push(format.filter(|format| !matches!(&**format, "General" | "@" | "G/通用格式")));
            }
            _ => {}
        }
        Ok(())
    }
}

/// What a part says of another.
struct Relation {
    id: String,
    kind: String,
    part: String,
}

impl Relation {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

impl<'a> Parts<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, Text> {
        let package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        Ok(Self { package, read: BTreeMap::new(), formats: CellStyles::default() })
    }

    /// What the workbook names.
    fn book(&mut self) -> Result<BookParts, Text> {
        let related = self.relations("_rels/.rels", "")?;
        let book = related.into_iter().find(|relation| relation.is("officeDocument"));
        let book = book.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
        let related = self.relations(&relations_of(&book), &book)?;
        let part = |id: &str| related.iter().find(|relation| relation.id == id).map(|relation| relation.part.clone());
        let mut sheets = Vec::new();
        self.each(&book, &mut |tag| {
            if tag.local_name().as_ref() == "sheet" {
                let is_hidden = attribute(tag, "state")?.is_some_and(|state| state != "visible");
                sheets.push((is_hidden, part(&attribute(tag, "id")?.unwrap_or_default())));
            }
            Ok(())
        })?;
        let styles = related.iter().find(|relation| relation.is("styles")).map(|relation| relation.part.clone());
        Ok(BookParts { styles, sheets })
    }

    /// Shows every tag of a part as far as it can be read; a part that is not there has none.
    fn each(&mut self, part: &str, see: &mut dyn FnMut(&BytesStart<'_>) -> Result<(), Text>) -> Result<(), Text> {
        let Some(index) = self.index(part) else { return Ok(()) };
        let part = self.package.by_index(index).map_err(|_| damaged())?;
        each_tag(part, see)
    }

    /// Where a part stands in the package; programs differ in how they write its name.
    fn index(&self, part: &str) -> Option<usize> {
        self.package.index_for_name(part).or_else(|| {
            let plain = |name: &str| name.replace('\\', "/").to_lowercase();
            self.package.file_names().position(|name| name.is_ok_and(|name| plain(&name) == plain(part)))
        })
    }

    fn relations(&mut self, part: &str, source: &str) -> Result<Vec<Relation>, Text> {
        let mut relations = Vec::new();
        self.each(part, &mut |tag| {
            if tag.local_name().as_ref() == "Relationship" {
                let [id, kind, target] = [attribute(tag, "Id")?, attribute(tag, "Type")?, attribute(tag, "Target")?];
                let part = resolved(source, &target.unwrap_or_default());
                relations.push(Relation { id: id.unwrap_or_default(), kind: kind.unwrap_or_default(), part });
            }
            Ok(())
        })?;
        Ok(relations)
    }

    fn layout(&mut self, part: &str) -> Result<SheetLayout, Text> {
        if let Some(read) = self.read.get(part) {
            return Ok(read.clone());
        }
        let (mut layout, mut next) = (SheetLayout::default(), CellRef { row: 0, column: 0 });
        let formats = std::mem::take(&mut self.formats);
        let seen = self.each(part, &mut |tag| layout.see(tag, &mut next, &formats));
        self.formats = formats;
        seen?;
        for relation in self.relations(&relations_of(part), part)? {
            if relation.is("comments") || relation.is("threadedComment") {
                self.each(&relation.part, &mut |tag| layout.see_comment(tag))?;
            }
            if relation.is("drawing") {
                self.each(&relation.part, &mut |tag| {
                    let is_anchor = matches!(tag.local_name().as_ref(), "twoCellAnchor" | "oneCellAnchor" | "absoluteAnchor");
                    layout.pictures += usize::from(is_anchor);
                    Ok(())
                })?;
            }
        }
        self.read.insert(part.to_owned(), layout.clone());
        Ok(layout)
    }
}

impl SheetLayout {
    /// Takes what a tag of a sheet says; `next` is where a row or cell is that does not say where.
    fn see(&mut self, tag: &BytesStart<'_>, next: &mut CellRef, formats: &CellStyles) -> Result<(), Text> {
        match tag.local_name().as_ref() {
            "row" => {
                let row = attribute(tag, "r")?.and_then(|number| number.parse::<u32>().ok()?.checked_sub(1)).unwrap_or(next.row);
                *next = CellRef { row: row.saturating_add(1), column: 0 };
                if row < limits::SHEET_ROWS && is_unseen(tag, "ht")? {
                    self.rows.insert(row);
                }
            }
            "c" => {
                let row = next.row.saturating_sub(1);
                let at = attribute(tag, "r")?.and_then(|at| at.parse().ok()).unwrap_or(CellRef { row, ..*next });
                next.column = at.column.saturating_add(1);
                let style = attribute(tag, "s")?.and_then(|style| style.parse::<usize>().ok());
                self.struck.extend(style.filter(|style| formats.struck.contains(style)).map(|_| at));
                let format = style.and_then(|style| formats.styles.get(style)?.clone());
                self.formats.extend(format.map(|format| (at, format)));
            }
            "col" if is_unseen(tag, "width")? => {
                let at = |name| Ok::<_, Text>(attribute(tag, name)?.and_then(|number| number.parse::<u32>().ok()).unwrap_or(1));
                let (first, last) = (at("min")?.saturating_sub(1), at("max")?.min(limits::SHEET_COLUMNS));
                self.columns.extend(first..last);
            }
            "mergeCell" => self.merged.extend(attribute(tag, "ref")?.and_then(|range| range.parse::<CellRange>().ok())),
            _ => {}
        }
        few_enough(self.merged.len())
    }

    fn see_comment(&mut self, tag: &BytesStart<'_>) -> Result<(), Text> {
        if matches!(tag.local_name().as_ref(), "comment" | "threadedComment") {
            self.comments.extend(attribute(tag, "ref")?.and_then(|at| at.parse::<CellRef>().ok()));
        }
        few_enough(self.comments.len())
    }
}

/// Whether a row or column is hidden, or so small that nobody sees it.
fn is_unseen(tag: &BytesStart<'_>, size: &str) -> Result<bool, Text> {
    let is_hidden = attribute(tag, "hidden")?.is_some_and(|hidden| matches!(hidden.as_str(), "1" | "true"));
    Ok(is_hidden || attribute(tag, size)?.is_some_and(|size| size.parse() == Ok(0.0_f64)))
}

fn few_enough(ranges: usize) -> Result<(), Text> {
    let most = limits::SHEET_RANGES;
    if ranges > most {
        return Err(tr!(
            "一张表有 {most} 处以上的合并单元格或批注，不像台账，没有读；请把内容复制到新的工作簿（只粘贴数值）再导入";
            "a sheet has more than {most} merged cells or comments, as no ledger has; it was not read. Copy what it says into a new workbook (values only)"
        ));
    }
    Ok(())
}

fn each_tag(part: impl Read, see: &mut dyn FnMut(&BytesStart<'_>) -> Result<(), Text>) -> Result<(), Text> {
    let mut xml = Reader::from_reader(BufReader::new(part));
    let config = xml.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => see(&tag)?,
            Ok(Event::Eof) => return Ok(()),
            Err(_) => return Err(damaged()),
            Ok(_) => {}
        }
    }
}

/// An attribute by its name, whatever stands before a colon in it.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Text> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| damaged())?;
        if attribute.key.local_name().as_ref() == name {
            return attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map(|value| Some(value.into_owned()))
                .map_err(|_| damaged());
        }
    }
    Ok(None)
}

/// The part in which a part's relations stand.
fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") }
}

/// The part that a relation of another part names.
fn resolved(source: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = source.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(part: &str) -> SheetLayout {
        let (mut layout, mut next) = (SheetLayout::default(), CellRef { row: 0, column: 0 });
        let mut formats = CellStyles::default();
        each_tag(part.as_bytes(), &mut |tag| {
            formats.see(tag)?;
            layout.see(tag, &mut next, &formats)
        })
        .expect("XML");
        layout
    }

    #[test]
    fn what_nobody_sees_is_known_however_it_was_hidden() {
        let layout = seen(
            "<worksheet><cols><col min='3' max='4' hidden='true'/><col min='9' max='9' width='0'/></cols><sheetData>\
             <row r='2' hidden='1'/><row/><row ht='0'/><x:row r='9' hidden='0'/></sheetData>\
             <mergeCells><mergeCell ref='B2:B$4'/></mergeCells></worksheet>",
        );
        assert_eq!(layout.rows, BTreeSet::from([1, 3]));
        assert_eq!(layout.columns, BTreeSet::from([2, 3, 8]));
        assert_eq!(layout.merged.iter().map(ToString::to_string).collect::<Vec<_>>(), ["B2:B4"]);
    }

    #[test]
    fn a_number_that_is_shown_in_another_way_is_known_by_its_style() {
        let layout = seen(
            "<x><numFmts><numFmt numFmtId='170' formatCode='000'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>\
             <cellXfs><xf/><xf numFmtId='9'/><xf numFmtId='170'/><xf numFmtId='49'/></cellXfs>\
             <row><c s='1'/><c/><c s='2'/><c r='F1' s='3'/></row></x>",
        );
        let formats: Vec<String> = layout.formats.iter().map(|(at, format)| format!("{at} {format}")).collect();
        assert_eq!(formats, ["A1 0%", "C1 000"]);
    }

    #[test]
    fn words_that_are_drawn_through_are_known_by_their_font() {
        let layout = seen(
            "<x><fonts><font/><font><strike/></font><font><strike val='0'/></font></fonts><fills/>\
             <cellXfs><xf fontId='0'/><xf fontId='1'/><xf fontId='2'/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>\
             <row><c s='0'/><c s='1'/><c s='2'/></row></x>",
        );
        assert_eq!(layout.struck.iter().map(ToString::to_string).collect::<Vec<_>>(), ["B1"]);
    }

    #[test]
    fn parts_are_found_from_each_other() {
        assert_eq!(resolved("xl/worksheets/sheet1.xml", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolved("xl/workbook.xml", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(relations_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
    }
}
