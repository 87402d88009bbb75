//! What the rows of a record say in one spelling a value, so that equal rows are equal; and where rows that say it were met.

use std::collections::HashMap;

use super::known::LedgerRecords;
use crate::intake::{self, ColumnScope, ColumnUse, ExpectedSheet};
use crate::model::UnitId;
use crate::model::field::Shape;
use crate::text::Text;

/// What the rows of a record say, one spelling a value. A number that the program gives says nothing.
pub(super) type Print = Vec<Vec<String>>;

/// Where rows were met that say the same.
pub(super) enum Seen {
    /// In the register, as a record of that title.
    Filed(Text),
    /// In a row of the sheet, counted from 1.
    Row(u32),
}

/// The new records of the sheets of a file that were read so far, by their ledger, with the sheet and row of each.
pub(super) type NewRecords = HashMap<(&'static str, UnitId, Print), String>;

impl Seen {
    /// What was filed stands before rows, which stand as on the sheet.
    pub(super) fn order(&self) -> (u32, String) {
        match self {
            Self::Filed(title) => (0, title.zh().to_owned()),
            Self::Row(row) => (*row, String::new()),
        }
    }
}

/// The columns by which rows are compared: those that people write, but for numbers that the program gives.
pub(super) fn compared(asked: &ExpectedSheet) -> impl Iterator<Item = (usize, &intake::ExpectedColumn)> {
    let is_given = |column: &intake::ExpectedColumn| column.of == ColumnScope::Key && matches!(column.shape, Shape::Count);
    asked.columns.iter().enumerate().filter(move |(_, column)| column.used == ColumnUse::Taken && !is_given(column))
}

/// One spelling of a value; a no says nothing.
pub(super) fn printed(at: usize, column: &intake::ExpectedColumn, words: String, known: &LedgerRecords<'_>) -> String {
    let read = if words.is_empty() { words } else { known.spelled(at, &words) };
    if matches!(column.shape, Shape::Flag) && read == "false" { String::new() } else { read }
}
