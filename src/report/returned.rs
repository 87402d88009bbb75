//! A spreadsheet given back to whoever sent it, with each problem beside its cell.

use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::text::Text;

/// A spreadsheet given back.
#[derive(Debug, Clone, PartialEq)]
pub struct Returned {
    /// Whether it is a workbook; else one sheet as comma-separated text.
    pub is_workbook: bool,
    /// Its sheets, in their order.
    pub sheets: Vec<ReturnedSheet>,
}

/// A sheet given back. Rows and columns are counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnedSheet {
    /// What it is called.
    pub name: String,
    /// The row of its headings, where it was understood.
    pub head: Option<u32>,
    /// Whether nobody sees it. What was hidden stays so: shown, it would be taken.
    pub is_hidden: bool,
    /// Columns that nobody sees.
    pub hidden_columns: Vec<u32>,
    /// Rows that nobody sees.
    pub hidden_rows: Vec<u32>,
    /// Cells that are one: the rows and columns of the first and the last. They never overlap.
    pub merged: Vec<[(u32, u32); 2]>,
    /// What stands in it: row, column, cell; in the order of rows.
    pub cells: Vec<(u32, u32, ReturnedCell)>,
    /// What is wrong with which cell, in the same order.
    pub problems: Vec<(u32, u32, Text)>,
    /// The column for what is said of each row: the first free one, or that of an earlier copy.
    pub remarks: u32,
    /// Whether an earlier copy said something there.
    pub said_before: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum ReturnedCell {
    /// Words.
    Words(String),
    /// A number.
    Number(f64),
    /// A number with the format that shows it in another way than by its digits.
    Formatted(f64, Arc<str>),
    /// A day, with a time or without.
    Moment(NaiveDateTime),
    /// True or false.
    Flag(bool),
}

/// The most cells that merges of a copy may cover.
pub const MERGED: usize = 1_000_000;

/// What the name of a copy ends in.
const MARKED: &str = "-问题";

/// What the copy of a file is called: `隐患-问题.xlsx` for `隐患.xlsx`; a copy that still has problems keeps its name.
#[must_use]
pub fn marked_name(name: &str, ending: &str) -> String {
    let stem = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or(name, |(stem, _)| stem);
    let stem = stem.strip_suffix(MARKED).unwrap_or(stem);
    format!("{stem}{MARKED}.{ending}")
}

/// What stands above the remarks. No ledger has a column that is called so.
pub static PROBLEM: Text = Text::fixed("导入问题", "import problem");

impl ReturnedSheet {
    /// All that is wrong with each row, one behind the other.
    #[must_use]
    pub fn by_row(&self) -> Vec<(u32, Text)> {
        let rows = self.problems.chunk_by(|(row, ..), (next, ..)| row == next);
        rows.map(|problems| (problems[0].0, Text::join(problems.iter().map(|(.., what)| what), "\n", "\n"))).collect()
    }
}
