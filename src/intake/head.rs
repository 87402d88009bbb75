//! Which row of a sheet is its head, and which column is which: people insert rows and columns, move them, and merge a title above.

use std::collections::BTreeMap;

use super::cell::InputCell;
use super::cell_ref::{CellRange, CellRef};
use super::sheet::InputSheet;
use crate::model::field::Shape;
use crate::model::{Day, to_half_width};
use crate::text::Text;

/// What a sheet should hold.
#[derive(Debug, Clone)]
pub struct ExpectedSheet {
    /// What stands above the references of rows.
    pub reference: Text,
    /// What stands above their revisions.
    pub revision: Text,
    /// What stands above the numbers of records, as people say them.
    pub number: Text,
    /// Other headings that are known and mean nothing here.
    pub passed_over: Vec<Text>,
    /// The day by whose year a day without one is read.
    pub today: Day,
    /// The columns that hold something.
    pub columns: Vec<ExpectedColumn>,
}

/// A column that a sheet should hold.
#[derive(Debug, Clone)]
pub struct ExpectedColumn {
    /// What stands above it.
    pub heading: Text,
    /// What values it takes.
    pub shape: Shape,
    /// What its cells are for.
    pub used: ColumnUse,
    /// What they speak of.
    pub of: ColumnScope,
    /// Whether a telephone number stands in them: as a number it has lost the nought with which it began.
    pub is_telephone: bool,
}

/// What of a record the cells of a column speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnScope {
    /// The record as a whole: where it takes several rows they all say the same, or only one of them says it.
    Whole,
    /// One item of a list, that of the row.
    Item,
    /// What an item is found by.
    Key,
}

/// What the cells of a column are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnUse {
    /// They are taken.
    Taken,
    /// They say whose record it is.
    Owner,
    /// They say where it lies: of which mine it is, of which record a part.
    Place,
    /// They are worked out, and not taken.
    Derived,
}

impl ExpectedSheet {
    /// Whether a record takes several rows.
    #[must_use]
    pub fn is_several(&self) -> bool {
        self.columns.iter().any(|column| column.of != ColumnScope::Whole)
    }
}

/// Where the head of a sheet is, and what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Its row.
    pub row: u32,
    /// Where each column that was asked for is.
    pub columns: Vec<Option<u32>>,
    /// Where references are.
    pub reference: Option<u32>,
    /// Where revisions are.
    pub revision: Option<u32>,
    /// Where the numbers of records are.
    pub number: Option<u32>,
    /// Headings that are known and mean nothing.
    pub meaningless: Vec<u32>,
    /// Headings that nobody asked for.
    pub strange: Vec<u32>,
    /// Columns whose heading stands further left already.
    pub twice: Vec<u32>,
    /// The unit that is named above the table as the one that filled it in, and where.
    pub filled_in_by: Option<(CellRef, String)>,
}

/// A head is looked for in so many rows.
const TOP: usize = 30;

/// What people write above whose a row is, where they do not write the ledger's own heading.
const OWNER: [&str; 4] = ["单位", "所属单位", "填报单位", "unit"];

/// What stands above a table before the unit that filled it in.
const FILLED_IN_BY: [&str; 6] = ["填报单位", "填表单位", "报送单位", "上报单位", "编制单位", "filled in by"];

/// What stands behind that before the colon.
const SEALS: [&str; 4] = ["(盖章)", "(公章)", "(章)", "(签章)"];

/// So many blanks behind the colon are left by a ledger for a name that nobody has written.
const GAP: usize = 8;

/// What people write behind a heading to say how it is filled in.
const REMARKS: [&str; 6] = ["(必填)", "(选填)", "(必填项)", "(可不填)", "(required)", "(optional)"];

/// One word that is a heading may be chance.
pub(super) const ENOUGH: usize = 2;

impl Head {
    /// The head of a sheet that holds some of what is asked for: the row that has most of it.
    #[must_use]
    pub fn find(sheet: &InputSheet, asked: &ExpectedSheet) -> Option<Self> {
        let heads = sheet.rows().take(TOP).map(|(row, cells)| Self::from_row(sheet, row, &with_merged(sheet, row, cells), asked));
        // Of rows that are alike the first is the head.
        let best = heads
            .filter(|head| head.found() >= ENOUGH)
            .reduce(|best, head| if head.found() > best.found() { head } else { best })?;
        let above = sheet.rows().map(|(row, _)| row).take_while(|row| *row < best.row);
        let filled_in_by = above.flat_map(|row| sheet.row(row)).find_map(|at| named_above(sheet, at));
        Some(Self { filled_in_by, ..best })
    }

    /// How many of the columns that were asked for it has.
    #[must_use]
    pub fn found(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    fn from_row(sheet: &InputSheet, row: u32, cells: &BTreeMap<u32, &InputCell>, asked: &ExpectedSheet) -> Self {
        let columns = vec![None; asked.columns.len()];
        let mut head = Self { row, columns, ..Self::default() };
        for (column, cell) in cells {
            let own = plain(&cell.words());
            let said = in_table(sheet, CellRef { row, column: *column }, &own, asked).unwrap_or(own);
            let is = |heading: &Text| says(heading, &said);
            let place = if is(&asked.reference) {
                &mut head.reference
            } else if is(&asked.revision) {
                &mut head.revision
            } else if is(&asked.number) {
                &mut head.number
            } else if let Some(at) = asked.columns.iter().position(|column| is(&column.heading)) {
                &mut head.columns[at]
            } else {
                let known = if asked.passed_over.iter().any(is) { &mut head.meaningless } else { &mut head.strange };
                known.push(*column);
                continue;
            };
            match place {
                Some(_) => head.twice.push(*column),
                None => *place = Some(*column),
            }
        }
        head.owner_by_another_name(cells, asked);
        head
    }

    /// Whose a row is stands under many headings: passed over, it would be the importing unit's.
    fn owner_by_another_name(&mut self, cells: &BTreeMap<u32, &InputCell>, asked: &ExpectedSheet) {
        let Some(owner) = asked.columns.iter().position(|column| column.used == ColumnUse::Owner) else { return };
        let is_owner = |column: &&u32| cells.get(column).is_some_and(|cell| OWNER.contains(&plain(&cell.words()).as_str()));
        if let (None, Some(column)) = (self.columns[owner], self.strange.iter().find(is_owner).copied()) {
            self.columns[owner] = Some(column);
            self.strange.retain(|strange| *strange != column);
        }
    }

    /// The same without columns that are not to be taken; references and revisions are hidden from people in any case.
    #[must_use]
    pub fn without(mut self, is_left_out: impl Fn(u32) -> bool) -> Self {
        for column in &mut self.columns {
            *column = column.filter(|column| !is_left_out(*column));
        }
        self.strange.retain(|column| !is_left_out(*column));
        self
    }

    /// Whether a heading stands above a column.
    pub(super) fn is_known(&self, column: u32) -> bool {
        let own = [self.reference, self.revision, self.number].contains(&Some(column)) || self.columns.contains(&Some(column));
        own || [&self.strange, &self.meaningless, &self.twice].iter().any(|columns| columns.contains(&column))
    }

    /// A cell of a row below it.
    #[must_use]
    pub fn at(&self, row: u32, column: usize) -> Option<CellRef> {
        self.columns.get(column).copied().flatten().map(|column| CellRef { row, column })
    }
}

/// The unit that a cell above a table names as the one that filled it in, in that cell or in the next.
fn named_above(sheet: &InputSheet, at: CellRef) -> Option<(CellRef, String)> {
    let words = sheet.cell(at).words();
    let half = to_half_width(&words);
    let (label, behind) = half.split_once(':')?;
    let label: String = label.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let label = SEALS.iter().find_map(|seal| label.strip_suffix(seal)).unwrap_or(&label);
    if !FILLED_IN_BY.contains(&label) {
        return None;
    }
    let name = |said: &str| said.split_whitespace().next().map(str::to_owned);
    if behind.trim().is_empty() {
        let next = sheet.row(at.row).find(|next| next.column > at.column)?;
        return name(&sheet.cell(next).words()).map(|said| (next, said));
    }
    let gap = behind.chars().take_while(|c| c.is_whitespace()).count();
    name(behind).filter(|_| gap < GAP).map(|said| (at, said))
}

/// The cells of a row, with those above that were merged down into it: a heading of two lines.
fn with_merged<'s>(sheet: &'s InputSheet, row: u32, cells: &'s BTreeMap<u32, InputCell>) -> BTreeMap<u32, &'s InputCell> {
    let reaches = |range: &&CellRange| range.first.row < row && row <= range.last.row;
    let merged = sheet.merged().iter().filter(reaches).map(|range| (range.first.column, sheet.cell(range.first)));
    let merged = merged.filter(|(_, cell)| !cell.is_blank());
    merged.chain(cells.iter().map(|(column, cell)| (*column, cell))).collect()
}

/// Whether that is a heading, in either language.
fn says(heading: &Text, said: &str) -> bool {
    said == plain(heading.zh()) || said == plain(heading.en())
}

/// The whole of a heading in the lower of two lines, where what stands above it and it are one (整改 above 措施).
fn in_table(sheet: &InputSheet, at: CellRef, own: &str, asked: &ExpectedSheet) -> Option<String> {
    let table = plain(&sheet.cell(table_above(sheet, at)?).words());
    if table.is_empty() || own.is_empty() {
        return None;
    }
    let whole = ["·", ",", ""].map(|between| format!("{table}{between}{own}"));
    whole.into_iter().find(|whole| asked.columns.iter().any(|column| says(&column.heading, whole)))
}

/// The cell in the line above that stands above a column too: one that was merged across it; in a file without layout the nearest to the
/// left in which something stands.
fn table_above(sheet: &InputSheet, at: CellRef) -> Option<CellRef> {
    let above = CellRef { row: at.row.checked_sub(1)?, column: at.column };
    let mut merged = sheet.merged().iter().filter(|range| range.last.row < at.row);
    if let Some(range) = merged.find(|range| range.contains(above)) {
        return Some(range.first);
    }
    if !sheet.merged().is_empty() {
        return Some(above);
    }
    sheet.row(above.row).filter(|cell| cell.column <= at.column && !sheet.cell(*cell).is_blank()).last()
}

/// A heading without what people change in one: breaks, blanks, width, a colon behind it, a mark that it must be filled in.
pub(super) fn plain(heading: &str) -> String {
    let half = to_half_width(heading).to_lowercase();
    let plain: String = half.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '\u{feff}')).collect();
    let plain = plain.trim_end_matches(':');
    REMARKS.iter().find_map(|remark| plain.strip_suffix(remark)).unwrap_or(plain).trim_end_matches(':').to_owned()
}
