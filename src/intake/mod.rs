//! Spreadsheets taken in: bytes → sheets of cells → drafts of records. A file is other people's input: everything is read under a
//! limit (see [`limits`](crate::model::limits)), and what cannot be understood becomes a problem at its cell, never a guess.
//!
//! What a sheet should hold is given as [`ExpectedSheet`], made from the same columns that ledgers are drawn with. A row that shows a record is
//! compared with what that record says now, cell by cell, and only what differs is taken: what a row cannot show is never lost. Where
//! a record takes several rows, each shows one item of its lists: a row that was copied and then changed is one item more, a row that
//! was deleted means nothing.

mod account;
mod cell;
mod cell_ref;
mod closing;
mod delimited;
mod draft;
mod format;
mod head;
mod kept;
mod layout;
mod mark_styles;
mod meter;
mod own_book;
mod package;
mod reading;
mod row;
mod row_group;
mod sheet;
mod workbook;

pub use account::{CellClass, CellCount, PassedReason, SheetAccount};
pub use cell::InputCell;
pub use cell_ref::{CellRange, CellRef};
pub use draft::{
    CellChange, CellProblem, Draft, DraftRow, Drafts, KnownRecords, NumberedRecord, ShownRow, record_named, too_many,
};
pub use format::Format;
pub use head::{ColumnScope, ColumnUse, ExpectedColumn, ExpectedSheet, Head};
pub use own_book::{SheetMarks, with_marks};
pub use reading::{SheetRequest, drafts};
pub use sheet::{Book, InputSheet};

use crate::text::Text;

/// Reads a spreadsheet; `name` is what its file is called.
///
/// # Errors
/// It is of another format, which is named with what to do about it; it is damaged; or it is over a limit.
pub fn read(name: &str, bytes: &[u8]) -> Result<Book, Text> {
    match Format::detect(name, bytes)? {
        Format::Workbook => workbook::read(bytes),
        Format::Delimited => delimited::read(bytes),
    }
}
