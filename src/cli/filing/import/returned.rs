//! The spreadsheet with each problem beside its cell, written beside the file that came in.

use std::path::{Path, PathBuf};

use super::{CellError, ImportNotes};
use crate::cli::output;
use crate::intake::{Book, Format, InputCell};
use crate::render;
use crate::report::returned::{self, Returned};
use crate::text::{Lang, Text, clean};
use crate::tr;

/// What the name of a marked copy ends in.
const MARKED: &str = "-问题";

/// Writes the marked copy, and says where it is or why there is none.
pub(super) fn copy(path: &Path, book: &Book, told: &ImportNotes, force: bool, lang: Lang) -> Text {
    let out = beside(path, book.format);
    let bytes = render::returned(&marked(book, told), lang);
    match bytes.and_then(|bytes| output::write(&out, &bytes, force)) {
        Ok(()) => {
            let shown = clean(&out.to_string_lossy()).into_owned();
            tr!("问题已标在 {shown}；改好后导入它"; "the problems are marked in {shown}; mend them there and import it")
        }
        Err(why) => {
            let (zh, en) = (why.zh(), why.en());
            tr!("没有写成标注问题的副本：{zh}"; "no marked copy was written: {en}")
        }
    }
}

/// `隐患-问题.xlsx` beside `隐患.xlsx`; a copy that still has problems is marked under its own name.
fn beside(path: &Path, format: Format) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let stem = stem.strip_suffix(MARKED).unwrap_or(&stem);
    path.with_file_name(format!("{stem}{MARKED}.{}", format.ending()))
}

fn marked(book: &Book, told: &ImportNotes) -> Returned {
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
        InputCell::Words(words) | InputCell::Fault(words) => returned::ReturnedCell::Words(words.clone()),
        InputCell::Number(number) => returned::ReturnedCell::Number(*number),
        InputCell::Moment(moment) => returned::ReturnedCell::Moment(*moment),
        InputCell::Flag(flag) => returned::ReturnedCell::Flag(*flag),
    })
}
