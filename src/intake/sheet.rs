//! Sheets of cells, as they were read: only cells in which something stands are kept.

use std::collections::BTreeMap;

use super::cell::InputCell;
use super::cell_ref::{CellRange, CellRef};
use super::format::Format;
use super::layout::SheetLayout;
use crate::model::limits;
use crate::text::{Text, clean};
use crate::tr;

/// A spreadsheet that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// What it was read as.
    pub format: Format,
    /// Its sheets, in their order.
    pub sheets: Vec<InputSheet>,
    /// What people should know of how it was read.
    pub notes: Vec<Text>,
}

/// A sheet that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct InputSheet {
    /// What it is called; empty for a file that is one sheet.
    pub name: String,
    rows: BTreeMap<u32, BTreeMap<u32, InputCell>>,
    layout: SheetLayout,
}

/// How much more a spreadsheet may hold. Cells are counted, and what stands in them: a text that is packed once may stand in any number
/// of cells.
pub(super) struct Room {
    cells: usize,
    bytes: usize,
}

impl Room {
    pub(super) const fn new() -> Self {
        Self { cells: limits::SHEET_CELLS, bytes: limits::SHEET_TEXT_BYTES }
    }

    fn take(&mut self, cell: &InputCell) -> Option<()> {
        self.cells = self.cells.checked_sub(1)?;
        if let InputCell::Words(words) | InputCell::Fault(words) = cell {
            self.bytes = self.bytes.checked_sub(words.len())?;
        }
        Some(())
    }
}

impl InputSheet {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub(super) fn lay_out(&mut self, layout: SheetLayout) {
        self.layout = layout;
    }

    /// Whether nobody sees the sheet.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.layout.is_hidden
    }

    /// Whether nobody sees a row: it is hidden, filtered out or of no height.
    #[must_use]
    pub fn hides_row(&self, row: u32) -> bool {
        self.layout.rows.contains(&row)
    }

    /// The rows that nobody sees.
    pub fn hidden_rows(&self) -> impl Iterator<Item = u32> {
        self.layout.rows.iter().copied()
    }

    /// The columns that nobody sees.
    pub fn hidden_columns(&self) -> impl Iterator<Item = u32> {
        self.layout.columns.iter().copied()
    }

    /// Whether nobody sees a column.
    #[must_use]
    pub fn hides_column(&self, column: u32) -> bool {
        self.layout.columns.contains(&column)
    }

    /// Cells that were made one.
    #[must_use]
    pub fn merged(&self) -> &[CellRange] {
        &self.layout.merged
    }

    /// Cells with a comment, in their order.
    pub fn comments(&self) -> impl Iterator<Item = CellRef> {
        self.layout.comments.iter().copied()
    }

    /// Whether what stands in a cell is drawn through.
    #[must_use]
    pub fn is_struck(&self, at: CellRef) -> bool {
        self.layout.struck.contains(&at)
    }

    /// How many pictures and drawings lie over the cells.
    #[must_use]
    pub fn pictures(&self) -> usize {
        self.layout.pictures
    }

    /// Keeps a cell in which something stands.
    ///
    /// # Errors
    /// It lies beyond a limit, or there is no room for it.
    pub(super) fn put(&mut self, at: CellRef, cell: InputCell, room: &mut Room) -> Result<(), Text> {
        if cell.is_blank() {
            return Ok(());
        }
        if at.row >= limits::SHEET_ROWS || at.column >= limits::SHEET_COLUMNS {
            let (place, rows, columns) = (self.place(at), limits::SHEET_ROWS, limits::SHEET_COLUMNS);
            return Err(tr!(
                "{place} 在 {rows} 行、{columns} 列之外，表太大；请删去多余的行列，或分成几个文件";
                "{place} lies beyond {rows} rows or {columns} columns; delete what is not needed, or divide the file"
            ));
        }
        if room.take(&cell).is_none() {
            let (place, cells, most) = (self.place(at), limits::SHEET_CELLS, limits::SHEET_TEXT_BYTES / 1024 / 1024);
            return Err(tr!(
                "读到 {place}，已超过 {cells} 格或 {most} MB 文字，不像台账；请分成几个文件";
                "at {place} there are over {cells} cells or {most} MB of text, as no ledger has; divide it into several files"
            ));
        }
        self.rows.entry(at.row).or_default().insert(at.column, cell);
        Ok(())
    }

    /// Its rows in which something stands.
    pub fn rows(&self) -> impl Iterator<Item = (u32, &BTreeMap<u32, InputCell>)> {
        self.rows.iter().map(|(row, cells)| (*row, cells))
    }

    /// The cells of a row in which something stands.
    pub fn row(&self, row: u32) -> impl Iterator<Item = CellRef> + use<'_> {
        let cells = self.rows.get(&row).into_iter().flat_map(BTreeMap::keys);
        cells.map(move |column| CellRef { row, column: *column })
    }

    /// What stands in a cell.
    #[must_use]
    pub fn cell(&self, at: CellRef) -> &InputCell {
        self.rows.get(&at.row).and_then(|row| row.get(&at.column)).unwrap_or(&InputCell::Blank)
    }

    /// The last row in which something stands.
    #[must_use]
    pub fn last_row(&self) -> u32 {
        self.rows.last_key_value().map_or(0, |(row, _)| *row)
    }

    /// The first column to the right of everything.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.rows.values().filter_map(|row| row.last_key_value()).map(|(column, _)| column + 1).max().unwrap_or(0)
    }

    /// A cell as people find it: 隐患!C5.
    #[must_use]
    pub fn place(&self, at: CellRef) -> String {
        let name = clean(&self.name);
        let between = if name.is_empty() { "" } else { "!" };
        format!("{name}{between}{at}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_far_away_is_refused() {
        assert_eq!(InputSheet::new("隐患").place(CellRef { row: 4, column: 2 }), "隐患!C5");
        let mut sheet = InputSheet::new("隐患");
        let room = &mut Room::new();
        assert!(sheet.put(CellRef { row: 1_000_000, column: 0 }, InputCell::Words("甲".into()), room).is_err());
        assert_eq!(sheet.put(CellRef { row: 1_000_000, column: 16_000 }, InputCell::Blank, room), Ok(()));
        assert_eq!(sheet.width(), 0);
    }

    #[test]
    fn there_is_room_for_so_much() {
        let mut sheet = InputSheet::new("隐患");
        let mut put =
            |row, words: &str, room: &mut Room| sheet.put(CellRef { row, column: 0 }, InputCell::Words(words.into()), room);
        let room = &mut Room { cells: 2, bytes: 10 };
        assert_eq!(put(0, "甲乙", room), Ok(()));
        assert!(put(1, "丙丁", room).is_err(), "twelve bytes");
        let room = &mut Room { cells: 1, bytes: 10 };
        assert_eq!(put(2, "甲", room), Ok(()));
        assert!(put(3, "乙", room).is_err(), "two cells");
    }
}
