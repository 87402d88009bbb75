//! The spreadsheet with each problem beside its cell, to be mended and imported again.

use super::{CellError, ImportNotes};
use crate::intake::{Book, Format, InputCell};
use crate::report::returned::{self, Returned};

/// Each problem is said in the row of its cell, behind all others.
pub(super) fn marked(book: &Book, told: &ImportNotes) -> Returned {
    let sheets = book.sheets.iter().enumerate().map(|(at, sheet)| {
        let head = told.heads.iter().find(|(sheet, _)| *sheet == at).map(|(_, head)| head);
        let hidden = head.map(|head| head.reference.into_iter().chain(head.revision).collect()).unwrap_or_default();
        let cells = sheet
            .rows()
            .flat_map(|(row, cells)| cells.iter().filter_map(move |(column, cell)| Some((row, *column, value(cell)?))));
        let of_sheet = |error: &&CellError| error.sheet == at;
        let problems = told.errors.iter().filter(of_sheet).map(|error| (error.at.row, error.at.column, error.what.clone()));
        // What an earlier copy said of the row is said anew in its place.
        let former = head.and_then(|head| {
            let is_remark = |cell: &InputCell| [returned::PROBLEM.zh(), returned::PROBLEM.en()].contains(&cell.words().as_str());
            sheet.rows().find(|(row, _)| *row == head.row)?.1.iter().find(|(_, cell)| is_remark(cell)).map(|(column, _)| *column)
        });
        let cells = cells.filter(|(_, column, _)| Some(*column) != former);
        returned::ReturnedSheet {
            name: sheet.name.clone(),
            head: head.map(|head| head.row),
            hidden,
            cells: cells.collect(),
            problems: problems.collect(),
            remarks: former.unwrap_or(sheet.width()),
        }
    });
    Returned { is_workbook: book.format == Format::Workbook, sheets: sheets.collect() }
}

fn value(cell: &InputCell) -> Option<returned::ReturnedCell> {
    Some(match cell {
        InputCell::Blank => return None,
        uncalculated @ InputCell::Uncalculated => returned::ReturnedCell::Words(uncalculated.words()),
        InputCell::Words(words) | InputCell::Fault(words) => returned::ReturnedCell::Words(words.clone()),
        InputCell::Number(number) => returned::ReturnedCell::Number(*number),
        InputCell::Moment(moment) => returned::ReturnedCell::Moment(*moment),
        InputCell::Flag(flag) => returned::ReturnedCell::Flag(*flag),
    })
}
