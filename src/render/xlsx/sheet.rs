//! One ledger as a worksheet: hidden reference, number, columns; frozen heading, filter, choices, print set-up.

use std::borrow::Cow;

use chrono::{NaiveDate, Timelike as _};
use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};

use super::style::SheetStyle;
use super::{LIST_CHARS, choices};
use crate::report::ledger::{Cell, Column, NUMBER, Origin, REFERENCE, REVISION, Row, Sheet, Workbook};
use crate::text::{Lang, Text, clean, clean_lines, width};
use crate::tr;

/// The columns before those of the ledger: reference and revision, for programs and hidden, and the number, for people.
const BEFORE: u16 = 3;

/// A spreadsheet takes no longer text in a cell.
const CELL_UNITS: usize = 32_767;

/// The widest that a column becomes, in characters; what is longer is wrapped. Wider columns make smaller print.
const WIDEST: usize = 28;

/// The widest that a heading makes its column.
const HEADING: usize = 12;

/// Two lines of a heading, in points.
const HEADING_POINTS: u8 = 32;

/// A line, in points, and the highest that a row becomes.
const LINE_POINTS: usize = 16;
const HIGHEST_POINTS: usize = 400;

/// What the arrow of a filter and the margins of a cell take.
const ROOM: usize = 3;

/// So many rows below the last one have their choices as well, for what people add.
const ROWS_TO_ADD: u32 = 200;

/// A4 for a printer.
const A4: u8 = 9;

pub(super) fn write(
    sheet: &mut Worksheet,
    ledger: &Sheet<'_>,
    workbook: &Workbook<'_>,
    style: &SheetStyle,
    lang: Lang,
) -> Result<(), XlsxError> {
    sheet.set_name(ledger.topic.label().get(lang))?;
    // Formats of columns first: a cell that is written has that of its column.
    for (at, column) in (BEFORE..).zip(&ledger.columns) {
        sheet.set_column_format(at, style.column(column.holds))?;
    }
    for at in 0..BEFORE {
        sheet.set_column_format(at, &style.line)?;
    }
    let mut page = SheetWriter { sheet, style, lang, widths: vec![0; ledger.columns.len() + usize::from(BEFORE)] };
    page.head(&ledger.columns, ledger.topic.taken_back().is_some())?;
    let mut last = 0;
    for row in ledger.rows.each() {
        last += 1;
        page.row(last, row)?;
    }
    let widths = page.widths;
    for (at, columns) in (0..).zip(&widths) {
        sheet.set_column_width(at, f64::from(u32::try_from(columns + ROOM).unwrap_or_default()))?;
    }
    let last_column = BEFORE + u16::try_from(ledger.columns.len()).unwrap_or(u16::MAX - BEFORE) - 1;
    sheet.set_column_hidden(0)?.set_column_hidden(1)?.autofilter(0, 0, last, last_column)?;
    offer_choices(sheet, &ledger.columns, last, lang)?;
    set_up_print(sheet, ledger, workbook, lang)
}

/// A sheet being written, row by row.
struct SheetWriter<'s> {
    sheet: &'s mut Worksheet,
    style: &'s SheetStyle,
    lang: Lang,
    /// The widest of each column so far.
    widths: Vec<usize>,
}

impl SheetWriter<'_> {
    /// Headings; those of columns that are not taken back stand back, where others of the sheet are.
    fn head(&mut self, columns: &[Column], is_taken: bool) -> Result<(), XlsxError> {
        let before = [&REFERENCE, &REVISION, &NUMBER].map(|heading| (heading, Origin::Derived));
        let headings: Vec<(&Text, Origin)> =
            before.into_iter().chain(columns.iter().map(|column| (&column.heading, column.origin))).collect();
        self.sheet.set_row_height(0, HEADING_POINTS)?;
        for (at, (heading, origin)) in (0..).zip(headings) {
            let format = if is_taken && origin != Origin::Written { &self.style.derived } else { &self.style.head };
            let words = heading.get(self.lang);
            if let Some(widest) = self.widths.get_mut(usize::from(at)) {
                *widest = width(words).min(HEADING);
            }
            self.sheet.write_string_with_format(0, at, words, format)?;
        }
        self.sheet.set_freeze_panes(1, BEFORE)?;
        Ok(())
    }

    fn row(&mut self, at: u32, row: Row<'_>) -> Result<(), XlsxError> {
        let lines = row.cells.iter().map(|cell| self.lines(cell)).max().unwrap_or(1);
        let points = (lines * LINE_POINTS).min(HIGHEST_POINTS);
        self.sheet.set_row_height(at, f64::from(u32::try_from(points).unwrap_or_default()))?;
        self.words(at, 0, &row.named.reference)?;
        if let Some(revision) = &row.revision {
            self.words(at, 1, revision)?;
        }
        self.words(at, BEFORE - 1, row.named.title.get(self.lang))?;
        for (column, cell) in (BEFORE..).zip(&row.cells) {
            self.cell(at, column, cell)?;
        }
        Ok(())
    }

    /// How many lines a cell takes. A column is as wide as its widest cell up to the limit, so only what is wider is wrapped.
    fn lines(&self, cell: &Cell<'_>) -> usize {
        let words = match cell {
            Cell::Words(words) => words,
            Cell::Said(text) => text.get(self.lang),
            _ => return 1,
        };
        if words.len() <= WIDEST {
            return 1;
        }
        words.lines().map(|line| width(line).div_ceil(WIDEST).max(1)).sum()
    }

    fn cell(&mut self, row: u32, column: u16, cell: &Cell<'_>) -> Result<(), XlsxError> {
        match cell {
            Cell::Empty => {}
            Cell::Words(words) => self.words(row, column, words)?,
            Cell::Said(text) => self.words(row, column, text.get(self.lang))?,
            Cell::Day(day) => {
                self.widen(column, "2025-03-01");
                self.sheet.write_number(row, column, serial(day.date()))?;
            }
            Cell::Moment(moment) => {
                self.widen(column, "2025-03-01 12:00");
                let (day, time) = (moment.date_time().date(), moment.date_time().time());
                let part = f64::from(time.num_seconds_from_midnight()) / 86_400.0;
                self.sheet.write_number(row, column, serial(day) + part)?;
            }
            Cell::Number(number) => {
                self.sheet.write_number(row, column, *number)?;
            }
            Cell::Light(light) => {
                let label = light.label();
                self.widen(column, label.get(self.lang));
                self.sheet.write_string_with_format(row, column, label.get(self.lang), self.style.light(*light))?;
            }
        }
        Ok(())
    }

    /// Words, whatever they look like.
    fn words(&mut self, row: u32, column: u16, words: &str) -> Result<(), XlsxError> {
        let words = clip(clean_lines(words));
        self.widen(column, &words);
        if words.starts_with(['=', '+', '-', '@', '\'']) {
            self.sheet.write_string_with_format(row, column, words, &self.style.quoted)?;
        } else {
            self.sheet.write_string(row, column, words)?;
        }
        Ok(())
    }

    /// The column becomes as wide as its widest line, up to a limit.
    fn widen(&mut self, column: u16, words: &str) {
        let widest = &mut self.widths[usize::from(column)];
        // Nothing is as wide as half its bytes are many, nor wider than the limit.
        if *widest < WIDEST && words.len() > *widest {
            let own = words.lines().map(width).max().unwrap_or_default();
            *widest = (*widest).max(own).min(WIDEST);
        }
    }
}

/// As many days since 1899-12-30 as a spreadsheet counts for a day of this or the last century.
fn serial(day: NaiveDate) -> f64 {
    let days = day.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default()).num_days();
    f64::from(i32::try_from(days).unwrap_or_default())
}

/// No more than a cell takes, with … for the rest.
fn clip(words: Cow<'_, str>) -> Cow<'_, str> {
    if words.len() <= CELL_UNITS || words.encode_utf16().count() <= CELL_UNITS {
        return words;
    }
    let mut units = 1;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= CELL_UNITS
    };
    Cow::Owned(words.chars().take_while(fits).chain(['…']).collect())
}

fn offer_choices(sheet: &mut Worksheet, columns: &[Column], last: u32, lang: Lang) -> Result<(), XlsxError> {
    for (at, column) in (BEFORE..).zip(columns) {
        let Some(words) = choices(column.holds, lang) else { continue };
        // A list that is too long is left to the reader: no choice is better than half of one.
        if words.join(",").encode_utf16().count() > LIST_CHARS {
            continue;
        }
        let title = Text::fixed("请从列表中选择", "choose from the list");
        let message = Text::fixed("这一格只能填列表中的词。", "Only a word of the list can stand here.");
        let validation = DataValidation::new()
            .allow_list_strings(&words)?
            .set_error_title(title.get(lang))?
            .set_error_message(message.get(lang))?;
        sheet.add_data_validation(1, at, last + ROWS_TO_ADD, at, &validation)?;
    }
    Ok(())
}

fn set_up_print(sheet: &mut Worksheet, ledger: &Sheet<'_>, workbook: &Workbook<'_>, lang: Lang) -> Result<(), XlsxError> {
    let (topic, day) = (ledger.topic.label(), workbook.as_of);
    // What begins with & is a command there.
    let title = crate::text::clip(&clean(workbook.title), 120).replace('&', "&&");
    let (zh, en) = (topic.zh(), topic.en());
    let header = tr!("&L{title}&C&\"-,Bold\"{zh}台账&R截至 {day}"; "&L{title}&C&\"-,Bold\"{en}&Ras of {day}");
    let footer = Text::fixed("&C第 &P 页，共 &N 页", "&Cpage &P of &N");
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.set_margins(0.4, 0.4, 0.75, 0.6, 0.3, 0.3);
    sheet.set_header(header.get(lang)).set_footer(footer.get(lang));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_takes_what_it_can() {
        assert!(
            matches!(clip("矿".repeat(CELL_UNITS).into()), Cow::Owned(words) if words.encode_utf16().count() == CELL_UNITS && words.ends_with('矿'))
        );
        let long = clip("𠮷".repeat(CELL_UNITS).into()).into_owned();
        assert!(long.encode_utf16().count() <= CELL_UNITS && long.ends_with('…'), "{}", long.encode_utf16().count());
    }

    #[test]
    fn days_are_counted_as_spreadsheets_count() {
        assert_eq!(NaiveDate::from_ymd_opt(2025, 3, 1).map(serial), Some(45_717.0));
        assert_eq!(NaiveDate::from_ymd_opt(1949, 10, 1).map(serial), Some(18_172.0));
    }
}
