//! The headings of a sheet: a line, or two where columns beside each other are of one table of the record (整改, 复查).
//!
//! What stands in no table has its heading in the lower line, below an open cell, and is not merged: filters, and programs that read the
//! line of headings, find every column there.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::form;
use super::style::SheetStyle;
use crate::report::ledger::{Column, NUMBER, ORDINAL, Origin, REFERENCE, REVISION, ROW_COUNT};
use crate::text::{Lang, Text};

/// The columns before those of the ledger: reference and revision, for programs and hidden, the count of rows and the number, for people.
pub(super) const BEFORE: u16 = 4;

/// The rows above the headings: what the ledger is called; who fills it in, and as of when it is.
pub(super) const ABOVE: u32 = 2;

/// Two lines of a heading, and what stands above several, in points.
const HEADING_POINTS: u8 = 32;
const GROUP_POINTS: u8 = 18;

/// The headings of a sheet, in the order of its columns.
pub(super) struct SheetHead<'a> {
    columns: Vec<HeadCell<'a>>,
    groups: Vec<HeadGroup<'a>>,
}

/// What stands above a column.
struct HeadCell<'a> {
    words: &'a Text,
    /// Whether people write what stands below it.
    is_written: bool,
    is_needed: bool,
    /// Whether what its table is called stands above that.
    is_grouped: bool,
}

/// What columns beside each other have in common.
struct HeadGroup<'a> {
    first: u16,
    last: u16,
    words: &'a Text,
}

impl<'a> SheetHead<'a> {
    /// Columns of which the first so many are printed: a table is not called by one name across the edge of the paper.
    pub(super) fn new(columns: &[&'a Column], printed: usize, is_form: bool) -> Self {
        let groups = groups(&columns[..printed], 0).chain(groups(&columns[printed..], printed)).collect();
        let has_own = columns.iter().any(|column| column.heading.zh() == ORDINAL.zh());
        let counted = if has_own { &ROW_COUNT } else { &ORDINAL };
        let before = [&REFERENCE, &REVISION, counted, &NUMBER].map(|words| HeadCell {
            words,
            is_written: false,
            is_needed: false,
            is_grouped: false,
        });
        let mut head = Self { columns: before.into_iter().collect(), groups };
        for (at, column) in (BEFORE..).zip(columns) {
            let parted =
                column.parted.as_ref().filter(|_| head.groups.iter().any(|group| (group.first..=group.last).contains(&at)));
            head.columns.push(HeadCell {
                words: parted.map_or(&column.heading, |(_, own)| own),
                is_written: column.origin == Origin::Written,
                is_needed: is_form && form::is_needed(column),
                is_grouped: parted.is_some(),
            });
        }
        head
    }

    /// The row in which each column has its heading.
    pub(super) fn row(&self) -> u32 {
        ABOVE + u32::from(!self.groups.is_empty())
    }

    /// Writes it; the headings of what is not taken back stand back where others of the sheet are.
    pub(super) fn write(&self, sheet: &mut Worksheet, is_taken: bool, style: &SheetStyle, lang: Lang) -> Result<(), XlsxError> {
        if !self.groups.is_empty() {
            self.write_groups(sheet, is_taken, style, lang)?;
        }
        let row = self.row();
        sheet.set_row_height(row, HEADING_POINTS)?;
        for (at, cell) in (0..).zip(&self.columns) {
            let look = style.heading(is_taken && !cell.is_written);
            let format = if self.groups.is_empty() || cell.is_grouped { &look.whole } else { &look.below };
            sheet.write_string_with_format(row, at, cell.said(lang), format)?;
        }
        sheet.set_freeze_panes(row + 1, BEFORE)?;
        Ok(())
    }

    /// The line above.
    fn write_groups(&self, sheet: &mut Worksheet, is_taken: bool, style: &SheetStyle, lang: Lang) -> Result<(), XlsxError> {
        sheet.set_row_height(ABOVE, GROUP_POINTS)?;
        for (at, cell) in (0..).zip(&self.columns) {
            let look = style.heading(is_taken && !cell.is_written);
            match self.groups.iter().find(|group| (group.first..=group.last).contains(&at)) {
                Some(group) if group.first == at => {
                    sheet.merge_range(ABOVE, at, ABOVE, group.last, group.words.get(lang), &style.heading(false).whole)?;
                }
                Some(_) => {}
                None => {
                    sheet.write_blank(ABOVE, at, &look.above)?;
                }
            }
        }
        Ok(())
    }

    /// What stands above each column, for how wide it has to be.
    pub(super) fn words(&self, lang: Lang) -> impl Iterator<Item = String> + '_ {
        self.columns.iter().map(move |cell| cell.said(lang))
    }
}

impl HeadCell<'_> {
    fn said(&self, lang: Lang) -> String {
        format!("{}{}", self.words.get(lang), if self.is_needed { "*" } else { "" })
    }
}

/// Columns beside each other whose keys are of one table, where there are several; `at` is the place of the first of all.
fn groups<'a>(columns: &[&'a Column], at: usize) -> impl Iterator<Item = HeadGroup<'a>> {
    let place = |at: usize| BEFORE + u16::try_from(at).unwrap_or_default();
    let table = |column: &&Column| column.parted.as_ref().and(column.key).and_then(|key| key.split('.').next());
    let mut groups = Vec::new();
    let mut first = at;
    for beside in columns.chunk_by(|one, other| table(one).is_some() && table(one) == table(other)) {
        if let [Column { parted: Some((words, _)), .. }, _, ..] = beside {
            groups.push(HeadGroup { first: place(first), last: place(first + beside.len() - 1), words });
        }
        first += beside.len();
    }
    groups.into_iter()
}
