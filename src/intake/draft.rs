//! Rows as drafts of records: what is new, and what differs from what a record says now.

use super::account::SheetAccount;
use super::cell_ref::{CellRange, CellRef};
use crate::model::limits;
use crate::text::Text;
use crate::tr;

/// What a row would say of a record as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownRow {
    /// Which state of the record that is, and which of its rows, should it take several.
    pub revision: String,
    /// What stands in each column that was asked for, in Chinese and in English.
    pub cells: Vec<[String; 2]>,
}

/// A record as rows want it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The record that they show; none where it is a new one.
    pub reference: Option<String>,
    /// The rows, of which some may say just what stands.
    pub rows: Vec<DraftRow>,
}

/// A row of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Where it is.
    pub row: u32,
    /// The unit that it names as the record's owner, and where.
    pub owner: Option<(CellRef, String)>,
    /// Where it says that the record lies (the mine of which it is, the record of which it is a part), and in which cell.
    pub place: Option<(CellRef, String)>,
    /// What stands in the row of the ledger that it is; none where the ledger has no such row yet.
    pub shown: Option<ShownRow>,
    /// What the record does not say yet.
    pub changes: Vec<CellChange>,
}

impl DraftRow {
    /// Whether it names another unit or place than its record has.
    pub(super) fn names_another(&self) -> bool {
        self.owner.is_some() || self.place.is_some()
    }
}

/// A cell that says something else than the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// Where it is.
    pub at: CellRef,
    /// The column, as it was asked for.
    pub column: usize,
    /// What it says, spelled as reading spells it; nothing where the cell is blank and the record is not.
    pub value: Option<String>,
}

/// Something that cannot be taken, at its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellProblem {
    /// Where it is.
    pub at: CellRef,
    /// What is wrong, and what to do.
    pub what: Text,
}

/// What a sheet comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    /// Records of which rows say something new.
    pub drafts: Vec<Draft>,
    /// Cells that cannot be taken.
    pub problems: Vec<CellProblem>,
    /// What was passed over.
    pub notes: Vec<Text>,
    /// Merged cells that cannot be taken: what else is wrong within them follows from that.
    pub merged: Vec<CellRange>,
    /// What became of each cell.
    pub account: SheetAccount,
}

/// What a register knows of the records that a sheet may show.
pub trait KnownRecords {
    /// What the rows of a record would show now; none where there is no such record.
    fn rows(&self, record: &str) -> Vec<ShownRow>;
    /// The record of a number as people say it (隐患 2025-应急-001).
    fn numbered(&self, words: &str) -> NumberedRecord;
    /// Whether people call a record that, or one of the parts that its rows show.
    fn is_called(&self, record: &str, words: &str) -> bool;
    /// What a cell of a column means, in one spelling for all its names: a mine by its id, a paper's number in one kind of brackets.
    fn meaning(&self, column: usize, words: &str) -> Option<String>;
}

/// What a number of a row names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberedRecord {
    /// A record that the sheet shows, by its reference.
    Known(String),
    /// A record that the sheet does not show, or none that there is.
    Missing,
    /// Nothing of a register: people number rows as well.
    OwnNumber,
}

impl Draft {
    /// Whether a row says something that the record does not.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.rows.iter().any(|row| !row.changes.is_empty())
    }

    /// The cell that speaks for it: the first that says something new.
    #[must_use]
    pub fn at(&self) -> CellRef {
        let changed = self.rows.iter().flat_map(|row| &row.changes).map(|change| change.at).next();
        changed.unwrap_or(CellRef { row: self.first(), column: 0 })
    }

    pub(super) fn first(&self) -> u32 {
        self.rows.first().map_or(0, |row| row.row)
    }
}

/// The record that a reference names, or of which it names a part.
#[must_use]
pub fn record_named(reference: &str) -> &str {
    reference.split_once('#').map_or(reference, |(record, _)| record)
}

/// More rows are no record: no list has so many items.
#[must_use]
pub fn too_many(rows: usize) -> Option<Text> {
    let most = limits::LIST_ITEMS;
    (rows > most).then(|| {
        tr!("同一条记录超过 {most} 行，没有取用；请分成几条记录"; "a record of more than {most} rows was not taken; divide it into several")
    })
}
