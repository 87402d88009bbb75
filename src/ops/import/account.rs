//! The closing account of an import: every sheet, row and cell that was seen, and what became of it.

use serde::Serialize;

use crate::intake::{Book, CellClass, PassedReason, SheetAccount};
use crate::text::Text;

/// So many emptied cells of a sheet are named.
const NAMED: usize = 20;

/// What became of every cell of a spreadsheet.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImportAccount {
    /// Its sheets, in their order.
    pub sheets: Vec<SheetAccountView>,
}

/// What became of the cells of a sheet; each is counted once.
#[derive(Debug, Clone, Serialize)]
pub struct SheetAccountView {
    /// What it is called; empty for a file that is one sheet.
    pub sheet: String,
    /// How many rows hold something.
    pub rows: usize,
    /// How many cells hold something.
    pub cells: usize,
    /// How many rows say something new, or take away what stands.
    pub new_rows: usize,
    /// How many rows say what the register says.
    pub same_rows: usize,
    /// Cells that say something new.
    pub new: usize,
    /// Cells that are blank where the register says something.
    pub cleared: usize,
    /// The first of them, such as `C7`.
    pub cleared_cells: Vec<String>,
    /// Cells that say what the register says.
    pub same: usize,
    /// Cells that say which record a row is, whose, or where it lies.
    pub naming: usize,
    /// Headings, and what stands above them.
    pub headings: usize,
    /// Cells that cannot be taken, and those beside them that nobody asked for it.
    pub refused: usize,
    /// Cells that are blank in which something should stand.
    pub lacking: usize,
    /// Cells that were not taken.
    pub passed: Vec<PassedCells>,
}

/// Cells that were not taken for one reason.
#[derive(Debug, Clone, Serialize)]
pub struct PassedCells {
    /// Why, for programs.
    pub reason: PassedReason,
    /// Why, for people.
    pub why: Text,
    /// How many.
    pub count: usize,
    /// The first of them, such as `C7`.
    pub first: String,
}

impl ImportAccount {
    /// The accounts of the sheets of a book.
    pub(super) fn new(book: &Book, accounts: &[SheetAccount]) -> Self {
        let sheets = book.sheets.iter().zip(accounts);
        Self { sheets: sheets.map(|(sheet, account)| SheetAccountView::new(&sheet.name, account)).collect() }
    }
}

impl SheetAccountView {
    fn new(name: &str, account: &SheetAccount) -> Self {
        let passed = account.passed().into_iter().map(|(reason, seen)| PassedCells {
            reason,
            why: why(reason),
            count: seen.count,
            first: seen.first.to_string(),
        });
        Self {
            sheet: name.to_owned(),
            rows: account.rows(),
            cells: account.cells(),
            new_rows: account.new_rows(),
            same_rows: account.same_rows(),
            new: account.count(CellClass::New),
            cleared: account.cleared().len(),
            cleared_cells: account.cleared().take(NAMED).map(|at| at.to_string()).collect(),
            same: account.count(CellClass::Same),
            naming: account.count(CellClass::Naming),
            headings: account.count(CellClass::Heading),
            refused: account.count(CellClass::Refused) + account.count(CellClass::Unasked),
            lacking: account.lacking(),
            passed: passed.collect(),
        }
    }
}

fn why(reason: PassedReason) -> Text {
    match reason {
        PassedReason::NoLedger => Text::fixed("不是台账的表", "no sheet of a ledger"),
        PassedReason::DrawnLedger => Text::fixed("这张表由多条记录汇总而成", "a sheet drawn from several records"),
        PassedReason::HiddenSheet => Text::fixed("隐藏的表（要取用加 --all-sheets）", "a hidden sheet (--all-sheets takes it)"),
        PassedReason::HiddenRow => {
            Text::fixed("隐藏或被筛选掉的行（要取用加 --all-sheets）", "rows hidden or filtered out (--all-sheets takes them)")
        }
        PassedReason::HiddenColumn => {
            Text::fixed("隐藏的列（要取用加 --all-sheets）", "hidden columns (--all-sheets takes them)")
        }
        PassedReason::UnknownColumn => Text::fixed("不认识的列", "columns that are not known"),
        PassedReason::Derived => Text::fixed("由程序推算的列", "columns that are worked out"),
        PassedReason::OwnNumber => Text::fixed("“编号”不是这张表里记录的编号", "numbers that name no record of this sheet"),
        PassedReason::Remark => {
            Text::fixed("由程序写的列（序号、上次标的问题）", "columns that the program writes (no., what was wrong before)")
        }
    }
}
