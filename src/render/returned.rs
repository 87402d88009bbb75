//! A spreadsheet given back: as it was read, with bad cells in colour, a note on each, and what is wrong with a row behind it.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveTime;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, Note, Workbook, Worksheet, XlsxError};

use crate::intake::{CellRef, SheetMarks, with_marks};
use crate::report::returned::{MERGED, PROBLEM, Returned, ReturnedCell, ReturnedSheet};
use crate::text::{Lang, Text, clean_lines, clip};

/// A copy that shows what was hidden, or takes apart what was merged, could be imported and say something else.
const NOT_KEPT: Text = Text::fixed(
    "工作簿里合并的单元格太多，或没有一张表是可见的，副本里保留不了；请照上面的提示在原文件里改",
    "the workbook merges too many cells, or shows none of its sheets, and a copy could not keep that; mend the file itself as told above",
);

/// The workbook that came in, where marks can be put into it; else one with the same cells, unless the disk failed or a text is one that a
/// workbook does not take. Says whether it is that workbook.
pub fn marked(book: &Returned, own: &[u8], lang: Lang) -> (Result<Vec<u8>, Text>, bool) {
    let marks = || book.sheets.iter().map(|sheet| marks_of(sheet, lang)).collect::<Vec<_>>();
    match Some(own).filter(|_| book.is_workbook).and_then(|own| with_marks(own, &marks())) {
        Some(own) => (Ok(own), true),
        None => (returned(book, lang), false),
    }
}

/// What is marked on a sheet, in a language.
fn marks_of(sheet: &ReturnedSheet, lang: Lang) -> SheetMarks {
    let said = |words: &Text| clip(&clean_lines(words.get(lang)), CELL);
    let head = sheet.head.filter(|_| !sheet.problems.is_empty()).map(|head| (head, said(&PROBLEM)));
    let rows = sheet.by_row().into_iter().filter(|(row, _)| sheet.head != Some(*row)).map(|(row, what)| (row, said(&what)));
    SheetMarks {
        cells: sheet.problems.iter().map(|(row, column, _)| CellRef { row: *row, column: *column }).collect(),
        column: sheet.remarks,
        said_before: sheet.said_before,
        said: rows.chain(head).collect(),
    }
}

/// What a cell holds at most, in halves of a character: 32,767 of them.
const CELL: usize = 32_000;

/// The file, in the format that it came in.
fn returned(book: &Returned, lang: Lang) -> Result<Vec<u8>, Text> {
    if !book.is_workbook {
        return Ok(book.sheets.first().map(|sheet| delimited(sheet, lang)).unwrap_or_default());
    }
    let covered = book
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.merged)
        .map(|[(row, column), (last_row, last_column)]| (last_row - row + 1) as usize * (last_column - column + 1) as usize);
    if covered.sum::<usize>() > MERGED || book.sheets.iter().all(|sheet| sheet.is_hidden) {
        return Err(NOT_KEPT);
    }
    workbook(book, lang).map_err(|error| match error {
        XlsxError::IoError(error) => crate::text::disk(&error),
        other => Text::same(other.to_string()),
    })
}

/// By what words, days and moments are shown.
const TEXT: &str = "@";
const DAY: &str = "yyyy-mm-dd";
const MOMENT: &str = "yyyy-mm-dd hh:mm";

/// What cells look like.
struct CellFormats {
    text: Format,
    day: Format,
    moment: Format,
    bad: Format,
}

fn workbook(book: &Returned, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same file gives the same copy, so that one that nobody touched is known.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let style = CellFormats {
        text: Format::new().set_num_format(TEXT),
        day: Format::new().set_num_format(DAY),
        moment: Format::new().set_num_format(MOMENT),
        bad: Format::new().set_text_wrap().set_background_color(Color::RGB(0x00FF_C7CE)).set_font_color(Color::RGB(0x009C_0006)),
    };
    let first_seen = book.sheets.iter().position(|sheet| !sheet.is_hidden);
    for (at, sheet) in book.sheets.iter().enumerate() {
        let page = workbook.add_worksheet();
        page.set_name(&sheet.name)?;
        write(page, sheet, &style, lang)?;
        // The sheet on which a workbook opens is seen, whatever else is said of it.
        if Some(at) == first_seen {
            page.set_active(true);
        } else {
            page.set_hidden(sheet.is_hidden);
        }
    }
    workbook.save_to_buffer()
}

fn write(page: &mut Worksheet, sheet: &ReturnedSheet, style: &CellFormats, lang: Lang) -> Result<(), XlsxError> {
    // First, since a merge makes all of its cells blank.
    for [(row, column), (last_row, last_column)] in &sheet.merged {
        page.merge_range(*row, narrow(*column), *last_row, narrow(*last_column), "", &style.text)?;
    }
    for (row, column, cell) in &sheet.cells {
        put(page, *row, narrow(*column), cell, style)?;
    }
    // What a date or a percentage is shown by stays: without it the cell would be another number.
    let shown_by: HashMap<(u32, u32), &str> =
        sheet.cells.iter().filter_map(|(row, column, cell)| Some(((*row, *column), format_code(cell)?))).collect();
    for (row, column, what) in &sheet.problems {
        let code = shown_by.get(&(*row, *column)).copied();
        let column = narrow(*column);
        let bad = code.map_or_else(|| style.bad.clone(), |code| style.bad.clone().set_num_format(code));
        page.set_cell_format(*row, column, &bad)?;
        page.insert_note(*row, column, &Note::new(clean_lines(what.get(lang)).into_owned()).set_author(""))?;
    }
    if let (Some(head), false) = (sheet.head, sheet.problems.is_empty()) {
        page.write_string_with_format(head, narrow(sheet.remarks), PROBLEM.get(lang), &style.bad)?;
    }
    for (row, what) in sheet.by_row() {
        // Beside the heading itself there is no room but that of the word above.
        if sheet.head != Some(row) {
            page.write_string_with_format(row, narrow(sheet.remarks), clean_lines(what.get(lang)), &style.bad)?;
        }
    }
    page.set_column_width(narrow(sheet.remarks), 50)?;
    for column in &sheet.hidden_columns {
        page.set_column_hidden(narrow(*column))?;
    }
    for row in &sheet.hidden_rows {
        page.set_row_hidden(*row)?;
    }
    Ok(())
}

fn put(page: &mut Worksheet, row: u32, column: u16, cell: &ReturnedCell, style: &CellFormats) -> Result<(), XlsxError> {
    match cell {
        ReturnedCell::Words(words) => page.write_string_with_format(row, column, clean_lines(words), &style.text)?,
        ReturnedCell::Number(number) => page.write_number(row, column, *number)?,
        ReturnedCell::Formatted(number, format) => {
            page.write_number_with_format(row, column, *number, &Format::new().set_num_format(&**format))?
        }
        ReturnedCell::Flag(flag) => page.write_boolean(row, column, *flag)?,
        ReturnedCell::Moment(moment) => {
            let said = moment.format("%Y-%m-%dT%H:%M:%S").to_string();
            let format = if said.ends_with("T00:00:00") { &style.day } else { &style.moment };
            page.write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(&said)?, format)?
        }
    };
    Ok(())
}

/// The format that shows a cell, where it is no plain number.
fn format_code(cell: &ReturnedCell) -> Option<&str> {
    match cell {
        ReturnedCell::Formatted(_, format) => Some(format),
        ReturnedCell::Moment(moment) if moment.time() == NaiveTime::MIN => Some(DAY),
        ReturnedCell::Moment(_) => Some(MOMENT),
        ReturnedCell::Words(_) => Some(TEXT),
        ReturnedCell::Number(_) | ReturnedCell::Flag(_) => None,
    }
}

/// A column as the writer counts them; more than these were never read.
fn narrow(column: u32) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn delimited(sheet: &ReturnedSheet, lang: Lang) -> Vec<u8> {
    let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    for (row, column, cell) in &sheet.cells {
        let words = match cell {
            ReturnedCell::Words(words) => words.clone(),
            ReturnedCell::Number(number) | ReturnedCell::Formatted(number, _) => number.to_string(),
            ReturnedCell::Flag(flag) => flag.to_string(),
            ReturnedCell::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
        };
        rows.entry(*row).or_default().insert(*column, words);
    }
    for (row, what) in sheet.by_row() {
        rows.entry(row).or_default().insert(sheet.remarks, what.get(lang).to_owned());
    }
    if let Some(head) = sheet.head {
        rows.entry(head).or_default().insert(sheet.remarks, PROBLEM.get(lang).to_owned());
    }
    let height = rows.last_key_value().map_or(0, |(row, _)| row + 1);
    let lines = (0..height).map(|row| {
        let cell = |column| rows.get(&row).and_then(|cells| cells.get(&column)).map_or("", String::as_str);
        (0..=sheet.remarks).map(cell).collect::<Vec<_>>()
    });
    super::csv::lines(lines)
}
