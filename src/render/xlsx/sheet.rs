//! One ledger as a worksheet: hidden reference, count, number, columns; title, frozen headings, filter, choices, print set-up.
//!
//! What is printed stands first and is all that the print area holds, so that a page can be read; the rest stands behind it, grouped.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use chrono::{NaiveDate, Timelike as _};
use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};

use super::form;
use super::head::{ABOVE, BEFORE, SheetHead};
use super::style::SheetStyle;
use super::{LIST_CHARS, choices};
use crate::report::ledger::{Cell, Column, Holds, Row, Sheet, Workbook};
use crate::text::{Lang, Text, clean, clean_lines, width};
use crate::tr;

/// The first column that people see.
const SEEN: u16 = 2;

/// A spreadsheet takes no longer text in a cell.
const CELL_UNITS: usize = 32_767;

/// The widest that a column becomes, in characters; what is longer is wrapped. Wider columns make smaller print.
const WIDEST: usize = 28;

/// How many characters of the size of cells are as wide as an A4 sheet and an A3 sheet that lie on their side, and stay nine points high.
const A4_ROOM: usize = 170;
const A3_ROOM: usize = 250;
/// The least that prose is cut down to for that.
const NARROWEST: usize = 12;

/// The widest that a heading makes its column.
const HEADING: usize = 12;

/// The line of the title.
const TITLE_POINTS: u8 = 30;

/// A line, in points, and the highest that a row becomes.
const LINE_POINTS: usize = 16;
const HIGHEST_POINTS: usize = 400;

/// What the arrow of a filter and the margins of a cell take.
const ROOM: usize = 3;

/// So many rows below the last one have their choices as well, for what people add.
const ROWS_TO_ADD: u32 = 200;

/// The sizes of paper, as printers call them.
const A4: u8 = 9;
const A3: u8 = 8;

pub(super) fn write(
    sheet: &mut Worksheet,
    ledger: &Sheet<'_>,
    workbook: &Workbook<'_>,
    style: &SheetStyle,
    lang: Lang,
) -> Result<(), XlsxError> {
    sheet.set_name(ledger.topic.label().get(lang))?;
    let (order, printed) = ledger.print_order();
    let columns: Vec<&Column> = order.iter().map(|at| &ledger.columns[*at]).collect();
    // Formats of columns first: a cell that is written has that of its column.
    for (at, column) in (BEFORE..).zip(&columns) {
        sheet.set_column_format(at, style.column(column.holds))?;
    }
    for at in 0..BEFORE {
        sheet.set_column_format(at, &style.line)?;
    }
    let limits = limits(&columns, printed);
    let head = SheetHead::new(&columns, printed, workbook.form.is_some());
    let last_column = BEFORE + u16::try_from(columns.len()).unwrap_or(u16::MAX - BEFORE) - 1;
    let last_printed = BEFORE + u16::try_from(printed).unwrap_or_default() - 1;
    above(sheet, ledger, workbook, style, last_printed, lang)?;
    head.write(sheet, ledger.topic.taken_back().is_some(), style, lang)?;
    let widths = head.words(lang).map(|words| width(&words).min(HEADING)).collect();
    let mut page = SheetWriter { sheet, style, lang, widths, limits, order, head: head.row() };
    let mut last = head.row();
    for row in ledger.rows.each() {
        last += 1;
        page.row(last, row)?;
    }
    let widths = page.widths;
    for (at, columns) in (0..).zip(&widths) {
        sheet.set_column_width(at, f64::from(u32::try_from(columns + ROOM).unwrap_or_default()))?;
    }
    sheet.set_column_hidden(0)?.set_column_hidden(1)?.autofilter(head.row(), 0, last, last_column)?;
    if last_printed < last_column {
        sheet.group_columns(last_printed + 1, last_column)?;
    }
    offer_choices(sheet, &columns, head.row() + 1..=last + ROWS_TO_ADD, lang)?;
    if let Some(form) = &workbook.form {
        for (at, column) in (BEFORE..).zip(&columns) {
            if let Some(list) = column.form_list() {
                form::choose(sheet, head.row() + 1..=last + ROWS_TO_ADD, at, (list, form), lang)?;
            }
        }
    }
    let wide: usize = widths[usize::from(SEEN)..=usize::from(last_printed)].iter().map(|width| width + ROOM).sum();
    sheet.set_print_area(0, SEEN, last, last_printed)?;
    set_up_print(sheet, workbook, (if wide > A4_ROOM { A3 } else { A4 }, head.row()), lang)
}

/// The most that each column takes, in characters: of those that are printed so much that a page holds them all.
fn limits(columns: &[&Column], printed: usize) -> Vec<usize> {
    let mut limits = vec![WIDEST; columns.len() + usize::from(BEFORE)];
    let usual = |column: &Column| match column.holds {
        Holds::Prose | Holds::Line => WIDEST,
        Holds::Moment => 16,
        Holds::Day | Holds::Choice(_) => 12,
        Holds::Number | Holds::Flag | Holds::Light => 8,
    };
    let is_cut = |column: &Column| matches!(column.holds, Holds::Prose | Holds::Line);
    let fixed: usize = columns[..printed].iter().filter(|column| !is_cut(column)).map(|column| usual(column) + ROOM).sum();
    let cut = columns[..printed].iter().filter(|column| is_cut(column)).count();
    let before = 5 + ROOM + 16 + ROOM;
    let room = A3_ROOM.saturating_sub(fixed + before + cut * ROOM) / cut.max(1);
    for (limit, _) in limits[usize::from(BEFORE)..].iter_mut().zip(&columns[..printed]).filter(|(_, column)| is_cut(column)) {
        *limit = room.clamp(NARROWEST, WIDEST);
    }
    limits
}

/// What the ledger is called, who fills it in and as of when it is.
fn above(
    sheet: &mut Worksheet,
    ledger: &Sheet<'_>,
    workbook: &Workbook<'_>,
    style: &SheetStyle,
    last: u16,
    lang: Lang,
) -> Result<(), XlsxError> {
    let topic = ledger.topic.label();
    let (zh, en, day, title) = (topic.zh(), topic.en(), workbook.as_of, clean(workbook.title));
    let name = tr!("{zh}台账"; "{en}");
    let told = tr!("填报单位：　　　　　　　　{title}　　截至 {day}"; "filled in by:                {title}    as of {day}");
    for (row, words, format) in [(0, &name, &style.title), (1, &told, &style.told)] {
        // A merge of one cell is none.
        if last > SEEN {
            sheet.merge_range(row, SEEN, row, last, words.get(lang), format)?;
        } else {
            sheet.write_string_with_format(row, SEEN, words.get(lang), format)?;
        }
    }
    sheet.set_row_height(0, TITLE_POINTS)?;
    Ok(())
}

/// A sheet being written, row by row.
struct SheetWriter<'s> {
    sheet: &'s mut Worksheet,
    style: &'s SheetStyle,
    lang: Lang,
    /// The widest of each column so far.
    widths: Vec<usize>,
    /// The most that each becomes.
    limits: Vec<usize>,
    /// Which of the ledger's columns stands in each place.
    order: Vec<usize>,
    /// The row of its headings.
    head: u32,
}

impl SheetWriter<'_> {
    fn row(&mut self, at: u32, row: Row<'_>) -> Result<(), XlsxError> {
        let cells: Vec<&Cell<'_>> = self.order.iter().filter_map(|at| row.cells.get(*at)).collect();
        let lines = (usize::from(BEFORE)..).zip(&cells).map(|(at, cell)| self.lines(at, cell)).max().unwrap_or(1);
        let points = (lines * LINE_POINTS).min(HIGHEST_POINTS);
        self.sheet.set_row_height(at, f64::from(u32::try_from(points).unwrap_or_default()))?;
        self.words(at, 0, &row.named.reference)?;
        if let Some(revision) = &row.revision {
            self.words(at, 1, revision)?;
        }
        self.sheet.write_number(at, SEEN, at - self.head)?;
        self.words(at, BEFORE - 1, row.named.title.get(self.lang))?;
        for (column, cell) in (BEFORE..).zip(cells) {
            self.cell(at, column, cell)?;
        }
        Ok(())
    }

    /// How many lines a cell takes. A column is as wide as its widest cell up to the limit, so only what is wider is wrapped.
    fn lines(&self, at: usize, cell: &Cell<'_>) -> usize {
        let widest = self.limits[at];
        let words = match cell {
            Cell::Words(words) => words,
            Cell::Said(text) => text.get(self.lang),
            _ => return 1,
        };
        if words.len() <= widest {
            return 1;
        }
        words.lines().map(|line| width(line).div_ceil(widest).max(1)).sum()
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
        let (widest, limit) = (&mut self.widths[usize::from(column)], self.limits[usize::from(column)]);
        // Nothing is as wide as half its bytes are many, nor wider than the limit.
        if *widest < limit && words.len() > *widest {
            let own = words.lines().map(width).max().unwrap_or_default();
            *widest = (*widest).max(own).min(limit);
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

fn offer_choices(sheet: &mut Worksheet, columns: &[&Column], rows: RangeInclusive<u32>, lang: Lang) -> Result<(), XlsxError> {
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
        sheet.add_data_validation(*rows.start(), at, *rows.end(), at, &validation)?;
    }
    Ok(())
}

/// A sheet of that size; the lines of headings, down to that row, stand on each.
fn set_up_print(sheet: &mut Worksheet, workbook: &Workbook<'_>, (paper, head): (u8, u32), lang: Lang) -> Result<(), XlsxError> {
    let day = workbook.as_of;
    // What begins with & is a command there.
    let title = crate::text::clip(&clean(workbook.title), 120).replace('&', "&&");
    let footer = tr!("&L{title}&C第 &P 页，共 &N 页&R截至 {day}"; "&L{title}&Cpage &P of &N&Ras of {day}");
    sheet.set_landscape().set_paper_size(paper).set_print_fit_to_pages(1, 0).set_repeat_rows(ABOVE, head)?;
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3).set_footer(footer.get(lang));
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
