//! The spreadsheet with each problem beside its cell, to be mended and imported again.

use std::collections::{BTreeSet, HashSet};

use super::{CellError, ImportNotes};
use crate::intake::{Book, CellRange, Format, InputCell, InputSheet};
use crate::report::returned::{self, Returned};

/// Each problem is said in the row of its cell, behind all others.
pub(super) fn marked(book: &Book, told: &ImportNotes) -> Returned {
    let sheets = book.sheets.iter().enumerate().map(|(at, sheet)| {
        let head = told.heads.iter().find(|(sheet, _)| *sheet == at).map(|(_, head)| head);
        let own = head.into_iter().flat_map(|head| [head.reference, head.revision]).flatten();
        let hidden_columns: BTreeSet<u32> = own.chain(sheet.hidden_columns()).collect();
        let cells = sheet
            .rows()
            .flat_map(|(row, cells)| cells.iter().filter_map(move |(column, cell)| Some((row, *column, value(cell)?))));
        let of_sheet = |error: &&CellError| error.sheet == at;
        let problems = told.errors.iter().filter(of_sheet).map(|error| (error.at.row, error.at.column, error.what.clone()));
        // What an earlier copy said of the row is said anew in its place.
        let former = head.and_then(|head| {
            let is_remark = |cell: &InputCell| [returned::PROBLEM.zh(), returned::PROBLEM.en()].contains(&cell.words().as_str());
            let mut heads = sheet.rows().find(|(row, _)| *row == head.row)?.1.iter();
            // A column that the ledger asks for is the clerk's own, whatever it is called.
            heads.find(|(column, cell)| is_remark(cell) && head.meaningless.contains(column)).map(|(column, _)| *column)
        });
        let cells = cells.filter(|(_, column, _)| Some(*column) != former);
        returned::ReturnedSheet {
            name: sheet.name.clone(),
            head: head.map(|head| head.row),
            is_hidden: sheet.is_hidden(),
            hidden_columns: hidden_columns.into_iter().collect(),
            hidden_rows: sheet.hidden_rows().collect(),
            merged: merged(sheet),
            cells: cells.collect(),
            problems: problems.collect(),
            remarks: former.unwrap_or(sheet.width()),
            said_before: former.is_some(),
        }
    });
    Returned { is_workbook: book.format == Format::Workbook, sheets: sheets.collect() }
}

/// The merges of a sheet, no farther than it says something: a merge over a whole column is as long as the sheet. One that a file lays
/// over another is none that a spreadsheet program made.
fn merged(sheet: &InputSheet) -> Vec<[(u32, u32); 2]> {
    let (last_row, width) = (sheet.last_row(), sheet.width());
    let (mut kept, mut covered) = (Vec::new(), HashSet::new());
    for CellRange { first, last } in sheet.merged() {
        let last_row = last.row.min(last_row.max(first.row + 1));
        let last_column = last.column.min(width.max(first.column + 1));
        let cells = (first.row..=last_row).flat_map(|row| (first.column..=last_column).map(move |column| (row, column)));
        // More than a copy may merge need not be laid out.
        if covered.len() > returned::MERGED || cells.clone().all(|cell| !covered.contains(&cell)) {
            covered.extend(cells.take(returned::MERGED + 1));
            kept.push([(first.row, first.column), (last_row, last_column)]);
        }
    }
    kept.retain(|[first, last]| first != last);
    kept
}

fn value(cell: &InputCell) -> Option<returned::ReturnedCell> {
    Some(match cell {
        InputCell::Blank => return None,
        // As they are read: what nobody sees among them would come back as a sign that everybody does.
        words @ (InputCell::Words(_) | InputCell::Fault(_) | InputCell::Uncalculated) => {
            returned::ReturnedCell::Words(words.words())
        }
        InputCell::Number(number) => returned::ReturnedCell::Number(*number),
        InputCell::Formatted(number, format) => returned::ReturnedCell::Formatted(*number, format.clone()),
        InputCell::Moment(moment) => returned::ReturnedCell::Moment(*moment),
        InputCell::Flag(flag) => returned::ReturnedCell::Flag(*flag),
    })
}
