//! .xlsx as sheets of cells. Cells are read one by one, so that one far away does not lay out all that lies before it.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx};
use chrono::{NaiveDate, TimeDelta};

use super::cell::Cell;
use super::format::Format;
use super::package::{self, damaged};
use super::sheet::{At, Book, Sheet};
use crate::model::limits;
use crate::text::Text;
use crate::tr;

type Source<'a> = Xlsx<Cursor<&'a [u8]>>;

pub(super) fn read(bytes: &[u8]) -> Result<Book, Text> {
    package::check(bytes)?;
    let mut source: Source<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let names = source.sheet_names();
    if names.len() > limits::SHEETS {
        let (found, most) = (names.len(), limits::SHEETS);
        return Err(
            tr!("工作簿有 {found} 张表，超过 {most} 张；请分成几个文件"; "a workbook of {found} sheets, over the limit of {most}; divide it"),
        );
    }
    let (mut sheets, mut notes) = (Vec::new(), Vec::new());
    for name in names {
        let sheet = cells(&mut source, &name)?;
        notes.extend(formulas(&mut source, &sheet));
        sheets.push(sheet);
    }
    Ok(Book { format: Format::Workbook, sheets, notes })
}

fn cells(source: &mut Source<'_>, name: &str) -> Result<Sheet, Text> {
    let mut sheet = Sheet::new(name);
    let mut reader = match source.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A chart in a sheet of its own holds no cells.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(sheet),
        Err(_) => return Err(damaged()),
    };
    while let Some(cell) = reader.next_cell().map_err(|_| damaged())? {
        let (row, column) = cell.get_position();
        sheet.put(At { row, column }, value(cell.get_value()))?;
    }
    Ok(sheet)
}

fn value(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Blank,
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => Cell::Words(words.clone()),
        DataRef::SharedString(words) => Cell::Words((*words).to_owned()),
        DataRef::Float(number) => Cell::Number(*number),
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet keeps its numbers as such")]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::Error(error) => Cell::Fault(error.to_string()),
        DataRef::DateTime(date) => moment(date).unwrap_or(Cell::Number(date.as_f64())),
    }
}

/// A date, to the second; what counts the days from is in the workbook.
fn moment(date: &calamine::ExcelDateTime) -> Option<Cell> {
    /// The serial number of a day past the year 9999.
    const LAST: f64 = 2_958_466.0;
    if !date.is_datetime() || !(0.0..LAST).contains(&date.as_f64()) {
        return None;
    }
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?;
    let moment = day.and_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into())?;
    // A part of a day is no round number of seconds.
    Some(Cell::Moment(moment.checked_add_signed(TimeDelta::milliseconds(500))?))
}

/// That some cells are formulas: what they showed when the file was saved is taken.
fn formulas(source: &mut Source<'_>, sheet: &Sheet) -> Option<Text> {
    let mut reader = source.worksheet_cells_reader(&sheet.name).ok()?;
    let (mut first, mut count) = (None, 0_u32);
    while let Ok(Some(formula)) = reader.next_formula() {
        if !formula.get_value().is_empty() {
            let (row, column) = formula.get_position();
            first.get_or_insert(At { row, column });
            count += 1;
        }
    }
    let place = sheet.place(first?);
    Some(tr!(
        "{place} 等 {count} 格是公式，取保存时显示的值";
        "{count} cells are formulas, such as {place}; what they showed when the file was saved is taken"
    ))
}
