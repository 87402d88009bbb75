//! What one row says: all of it where it is new, what differs where it shows a record.

use super::cell::InputCell;
use super::draft::{CellChange, SheetReading, ShownRow};
use super::head::{ColumnScope, ColumnUse};
use super::sheet::CellRef;
use crate::model::field::Shape;
use crate::model::limits;

impl SheetReading<'_> {
    /// What a new row says; a no says nothing.
    pub(super) fn new_values(&mut self, row: u32) -> Vec<CellChange> {
        self.stated_changes(row, |_| true)
    }

    /// What a row says that is one item more of a record: all that it says of the item, and of the whole what differs.
    pub(super) fn added(&mut self, row: u32, known: &ShownRow) -> Vec<CellChange> {
        let mut changes = self.stated_changes(row, |of| of != ColumnScope::Whole);
        changes.extend(self.compared(row, known, |of| of == ColumnScope::Whole));
        changes
    }

    /// The cells that say something else than the record. Cells that are worked out are counted where they differ.
    pub(super) fn differing(&mut self, row: u32, known: &ShownRow) -> Vec<CellChange> {
        for column in self.derived_cells(row, known) {
            *self.derived.entry(column).or_default() += 1;
        }
        self.compared(row, known, |_| true)
    }

    fn stated_changes(&mut self, row: u32, wanted: impl Fn(ColumnScope) -> bool) -> Vec<CellChange> {
        let mut changes = Vec::new();
        for (column, at) in self.columns(row, ColumnUse::Taken) {
            let asked = &self.asked.columns[column];
            if !wanted(asked.of) {
                continue;
            }
            match self.sheet.cell(at).read(&asked.shape) {
                Ok(value) if is_nothing(value.as_deref(), &asked.shape) => {}
                Ok(value) => changes.push(CellChange { at, column, value }),
                Err(why) => self.problem(at, why),
            }
        }
        changes
    }

    fn compared(&mut self, row: u32, known: &ShownRow, wanted: impl Fn(ColumnScope) -> bool) -> Vec<CellChange> {
        let mut changes = Vec::new();
        for (column, at) in self.columns(row, ColumnUse::Taken) {
            let asked = &self.asked.columns[column];
            if !wanted(asked.of) || self.shows(at, column, known) {
                continue;
            }
            match self.sheet.cell(at).read(&asked.shape) {
                Ok(value) => changes.push(CellChange { at, column, value }),
                Err(why) => self.problem(at, why),
            }
        }
        changes
    }

    /// The columns that are worked out and in which the row says something else.
    fn derived_cells(&self, row: u32, known: &ShownRow) -> Vec<usize> {
        let derived = self.columns(row, ColumnUse::Derived).into_iter();
        derived.filter(|(column, at)| !self.shows(*at, *column, known)).map(|(column, _)| column).collect()
    }

    /// Whether a cell says what stands in that column. A text that a cell cannot hold was cut off when it was shown.
    pub(super) fn shows(&self, at: CellRef, column: usize, known: &ShownRow) -> bool {
        let (shape, shown) = (&self.asked.columns[column].shape, &known.cells[column]);
        shown.iter().any(|shown| shown.encode_utf16().count() > limits::CELL_CHARS)
            || self.sheet.cell(at).read(shape).is_ok_and(|read| is_same(read.as_deref(), shown, shape))
    }

    /// Whom a row names as the owner, or as the place, where that is not what the record shows.
    pub(super) fn stated_name(&self, used: ColumnUse, row: u32, known: Option<&ShownRow>) -> Option<(CellRef, String)> {
        let (column, at) = self.columns(row, used).into_iter().next()?;
        let said = self.sheet.cell(at).words();
        let shown = known.and_then(|known| known.cells.get(column));
        let is_shown = shown.is_some_and(|shown| shown.contains(&said));
        (!said.is_empty() && !is_shown).then_some((at, said))
    }

    /// The columns of one use that the sheet has.
    pub(super) fn columns(&self, row: u32, used: ColumnUse) -> Vec<(usize, CellRef)> {
        let columns = self.asked.columns.iter().enumerate().filter(|(_, column)| column.used == used);
        columns.filter_map(|(column, _)| Some((column, self.head.at(row, column)?))).collect()
    }
}

pub(super) fn is_nothing(value: Option<&str>, shape: &Shape) -> bool {
    match value {
        None => true,
        Some(value) => matches!(shape, Shape::Flag) && value == "false",
    }
}

/// Whether a cell says what the record shows, in either language.
fn is_same(value: Option<&str>, shown: &[String; 2], shape: &Shape) -> bool {
    shown.iter().any(|shown| match InputCell::Words(shown.clone()).read(shape) {
        Ok(shown) => value == shown.as_deref() || (is_nothing(value, shape) && is_nothing(shown.as_deref(), shape)),
        Err(_) => false,
    })
}
