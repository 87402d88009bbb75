//! Ledgers without what is not for everybody: no sealed column, no row about an internal record, no sheet of persons.

use super::{Redact, Redaction};
use crate::report::ledger::{Cell, Row, Rows, Sheet, Workbook};

impl Redact for Cell<'_> {
    fn redact(&mut self, by: &Redaction) {
        match self {
            Self::Words(words) => {
                if let Some(struck) = by.words(words) {
                    *self = Self::Words(struck.into());
                }
            }
            Self::Said(text) => text.redact(by),
            Self::Empty | Self::Day(_) | Self::Moment(_) | Self::Number(_) | Self::Light(_) => {}
        }
    }
}

impl Redact for Row<'_> {
    fn redact(&mut self, by: &Redaction) {
        let Self { named, revision, cells } = self;
        named.redact(by);
        // A revision is drawn from all that the record says: what was struck out could be guessed by it.
        *revision = None;
        for cell in cells {
            cell.redact(by);
        }
    }
}

impl Redaction {
    /// Ledgers for everybody. Rows are still made when they are asked for.
    #[must_use]
    pub fn ledgers<'a>(&'a self, book: Workbook<'a>) -> Workbook<'a> {
        let sheets = book.sheets.into_iter().filter(|sheet| sheet.topic.can_be_public());
        let sheets = sheets.map(|sheet| self.sheet(sheet)).collect();
        Workbook { left_out: Some(self.left_out()), sheets, ..book }
    }

    fn sheet<'a>(&'a self, sheet: Sheet<'a>) -> Sheet<'a> {
        let Sheet { topic, columns, rows } = sheet;
        let open: std::rc::Rc<[bool]> = columns.iter().map(|column| !column.sealed).collect();
        let columns = columns.into_iter().filter(|column| !column.sealed).collect();
        let rows = std::rc::Rc::new(rows);
        let rows = Rows::new(move || {
            let open = std::rc::Rc::clone(&open);
            rows.each().filter(|row| !self.hides_named(&row.named)).map(move |row| {
                let cells = row.cells.into_iter().zip(&*open).filter_map(|(cell, open)| open.then_some(cell)).collect();
                let mut row = Row { cells, ..row };
                row.redact(self);
                row
            })
        });
        Sheet { topic, columns, rows }
    }
}
