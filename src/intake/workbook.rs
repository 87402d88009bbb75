//! .xlsx as sheets of cells. Cells are read one by one, so that one far away does not lay out all that lies before it.

use std::sync::Arc;

use calamine::{DataRef, Reader as _, Xlsx, XlsxFormulaMetadata};
use chrono::{NaiveDate, TimeDelta};

use super::cell::InputCell;
use super::cell_ref::CellRef;
use super::format::Format;
use super::layout::{SheetLayout, layouts};
use super::meter::Metered;
use super::package::{self, damaged};
use super::sheet::{Book, InputSheet, Room};
use crate::model::limits;
use crate::text::{Text, clean, clip};
use crate::tr;

type XlsxSource<'a> = Xlsx<Metered<'a>>;

pub(super) fn read(bytes: &[u8]) -> Result<Book, Text> {
    package::check(bytes)?;
    let mut source: XlsxSource<'_> = Xlsx::new(Metered::new(bytes)).map_err(|_| damaged())?;
    let names = source.sheet_names();
    if names.len() > limits::SHEETS {
        let (found, most) = (names.len(), limits::SHEETS);
        return Err(
            tr!("工作簿有 {found} 张表，超过 {most} 张；请分成几个文件"; "a workbook of {found} sheets, over the limit of {most}; divide it"),
        );
    }
    let layouts = layouts(bytes)?;
    if layouts.len() != names.len() {
        return Err(damaged());
    }
    let (mut sheets, mut notes, mut room) = (Vec::new(), Vec::new(), Room::new());
    for (name, layout) in names.into_iter().zip(layouts) {
        let (mut sheet, formulas) = cells(&mut source, &name, &layout, &mut room)?;
        sheet.lay_out(layout);
        notes.extend(formulas.describe(&sheet));
        sheets.push(sheet);
    }
    Ok(Book { format: Format::Workbook, sheets, notes })
}

/// The cells of a sheet. What a formula shares with others is not written out for each: that may be as long as the sheet itself.
fn cells(source: &mut XlsxSource<'_>, name: &str, layout: &SheetLayout, room: &mut Room) -> Result<(InputSheet, Formulas), Text> {
    let (mut sheet, mut formulas) = (InputSheet::new(name), Formulas::default());
    let mut reader = match source.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A chart in a sheet of its own holds no cells.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok((sheet, formulas)),
        Err(_) => return Err(damaged()),
    };
    let mut last = None;
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|why| unreadable(&why, &sheet, last))? {
        let (row, column) = cell.pos;
        let at = CellRef { row, column };
        last = Some(at);
        let is_formula = cell.formula.is_some_and(|formula| says_something(&formula));
        // A program that calculates nothing leaves a formula without what it would show.
        if is_formula && matches!(cell.value, DataRef::Empty) {
            sheet.put(at, InputCell::Uncalculated, room)?;
            continue;
        }
        if is_formula {
            formulas.first.get_or_insert(at);
            formulas.count += 1;
        }
        let value = match (value(&cell.value), layout.formats.get(&at)) {
            (InputCell::Number(number), Some(format)) => InputCell::Formatted(number, Arc::clone(format)),
            (value, _) => value,
        };
        sheet.put(at, value, room)?;
    }
    Ok((sheet, formulas))
}

/// Why no more of a sheet can be read: a failure of the spreadsheet that the reader does not know (#SPILL!) is no damage of the file.
fn unreadable(why: &calamine::XlsxError, sheet: &InputSheet, last: Option<CellRef>) -> Text {
    let calamine::XlsxError::CellError(fault) = why else { return damaged() };
    let (fault, name) = (clip(&clean(fault), 20), clean(&sheet.name));
    let last = last.map_or_else(|| "A1".to_owned(), |at| at.to_string());
    tr!(
        "{name} 的 {last} 之后有一格是表格程序的错误值 {fault}，读不下去；请改为应填的内容再导入";
        "behind {last} of {name} a cell holds {fault}, a failure of the spreadsheet, and nothing can be read from there; put there what should stand"
    )
}

fn says_something(formula: &XlsxFormulaMetadata) -> bool {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => !formula.is_empty(),
        _ => true,
    }
}

/// Which cells of a sheet are formulas.
#[derive(Default)]
struct Formulas {
    first: Option<CellRef>,
    count: u64,
}

impl Formulas {
    /// That some cells are: what they showed when the file was saved is taken.
    fn describe(&self, sheet: &InputSheet) -> Option<Text> {
        let (place, count) = (sheet.place(self.first?), self.count);
        Some(tr!(
            "{place} 等 {count} 格是公式，取保存时显示的值";
            "{count} cells are formulas, such as {place}; what they showed when the file was saved is taken"
        ))
    }
}

fn value(value: &DataRef<'_>) -> InputCell {
    match value {
        DataRef::Empty => InputCell::Blank,
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => InputCell::Words(words.clone()),
        DataRef::SharedString(words) => InputCell::Words((*words).to_owned()),
        DataRef::Float(number) => InputCell::Number(*number),
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet keeps its numbers as such")]
        DataRef::Int(number) => InputCell::Number(*number as f64),
        DataRef::Bool(flag) => InputCell::Flag(*flag),
        DataRef::Error(error) => InputCell::Fault(error.to_string()),
        DataRef::DateTime(date) => moment(date).unwrap_or(InputCell::Number(date.as_f64())),
    }
}

/// A date, to the second; what counts the days from is in the workbook.
fn moment(date: &calamine::ExcelDateTime) -> Option<InputCell> {
    /// The serial number of a day past the year 9999.
    const LAST: f64 = 2_958_466.0;
    if !date.is_datetime() || !(0.0..LAST).contains(&date.as_f64()) {
        return None;
    }
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?;
    let moment = day.and_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into())?;
    // A part of a day is no round number of seconds.
    Some(InputCell::Moment(moment.checked_add_signed(TimeDelta::milliseconds(500))?))
}
