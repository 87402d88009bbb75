//! Workbooks as rows of cells that can be changed, and what becomes of them.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Output;

use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::ledger::workbook::headings;
use crate::support::{Register, said};

impl Register {
    /// The file of a ledger.
    pub(crate) fn export(&self, args: &[&str]) -> PathBuf {
        let out = self.home.join("台账.xlsx");
        self.ok(&[&["ledger"], args, &["--force", "--out", &out.to_string_lossy()]].concat());
        out
    }

    pub(crate) fn import(&self, file: &Path, args: &[&str]) -> Output {
        self.run(&[&["import", &file.to_string_lossy()], args].concat())
    }

    /// Imports a sheet that must be taken.
    pub(crate) fn taken(&self, grid: &Grid, args: &[&str]) -> String {
        let file = self.home.join("填.xlsx");
        grid.write(&file);
        let done = self.import(&file, args);
        assert!(done.status.success(), "{}", said(&done));
        said(&done)
    }

    /// Imports a sheet that must be refused.
    pub(crate) fn refuses(&self, grid: &Grid, args: &[&str]) -> String {
        let file = self.home.join("填.xlsx");
        grid.write(&file);
        self.refuses_file(&file, &[args, &["--force"]].concat())
    }

    /// Imports what must be refused, and leaves the register as it was.
    pub(crate) fn refuses_file(&self, file: &Path, args: &[&str]) -> String {
        self.refused(&[&["import", &file.to_string_lossy()], args].concat())
    }

    /// The file of a record.
    pub(crate) fn text(&self, record: &str) -> String {
        self.read(&format!("{record}.toml"))
    }
}

/// A sheet as rows of cells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Grid {
    pub(crate) name: String,
    pub(crate) rows: Vec<Vec<Data>>,
}

impl Grid {
    pub(crate) fn read(file: &Path, name: &str) -> Self {
        let mut book = Xlsx::new(Cursor::new(fs::read(file).expect("a file"))).expect("a workbook");
        let range = book.worksheet_range(name).expect("a sheet");
        // What stands above the headings, and the count of rows, are for people.
        let (head, headings) = headings(&mut book, name);
        let mut rows = vec![headings.into_iter().map(Data::String).collect()];
        rows.extend(range.rows().skip(head + 1).map(<[Data]>::to_vec));
        for row in &mut rows {
            row.remove(2);
        }
        Self { name: name.to_owned(), rows }
    }

    pub(crate) fn column(&self, heading: &str) -> usize {
        // A form marks what must be filled in.
        let at = self.rows[0].iter().position(|cell| cell.to_string().trim_end_matches('*') == heading);
        at.unwrap_or_else(|| panic!("no {heading} in {:?}", self.rows[0]))
    }

    /// A cell as people name it.
    pub(crate) fn cell(&self, heading: &str, row: usize) -> String {
        let at = self.column(heading);
        let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).expect("a letter"));
        let first = at.checked_sub(26).map(|beyond| letter(beyond / 26));
        first.into_iter().chain([letter(at)]).collect::<String>() + &row.to_string()
    }

    pub(crate) fn row(&self, reference: &str) -> usize {
        self.rows.iter().position(|row| row[0] == *reference).unwrap_or_else(|| panic!("no row of {reference}"))
    }

    pub(crate) fn set(&mut self, reference: &str, heading: &str, value: &str) {
        let (row, column) = (self.row(reference), self.column(heading));
        self.rows[row][column] = if value.is_empty() { Data::Empty } else { Data::String(value.to_owned()) };
    }

    /// A row more, of words under headings.
    pub(crate) fn add(&mut self, cells: &[(&str, &str)]) {
        let mut row = vec![Data::Empty; self.rows[0].len()];
        for (heading, words) in cells {
            row[self.column(heading)] = Data::String((*words).to_owned());
        }
        self.rows.push(row);
    }

    pub(crate) fn write(&self, file: &Path) {
        Self::write_all(&[self], file);
    }

    /// Several as the sheets of one workbook.
    pub(crate) fn write_all(grids: &[&Self], file: &Path) {
        let mut book = Workbook::new();
        for grid in grids {
            grid.write_into(&mut book);
        }
        book.save(file).expect("saved");
    }

    fn write_into(&self, book: &mut Workbook) {
        let sheet = book.add_worksheet();
        sheet.set_name(&self.name).expect("a name");
        let date = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        for (row, cells) in (0..).zip(&self.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Data::Empty => continue,
                    Data::Float(number) => sheet.write_number(row, column, *number),
                    Data::DateTime(moment) => {
                        let moment = ExcelDateTime::from_serial_datetime(moment.as_f64()).expect("a date");
                        sheet.write_datetime_with_format(row, column, &moment, &date)
                    }
                    other => sheet.write_string(row, column, other.to_string()),
                }
                .expect("written");
            }
        }
    }

    /// As comma-separated text.
    pub(crate) fn csv(&self) -> String {
        let cell = |cell: &Data| match cell {
            Data::DateTime(moment) => {
                let (year, month, day, ..) = moment.to_ymd_hms_milli();
                format!("{year}/{month}/{day}")
            }
            other => other.to_string(),
        };
        let quoted =
            |row: &Vec<Data>| row.iter().map(|one| format!("\"{}\"", cell(one).replace('"', "\"\""))).collect::<Vec<_>>();
        self.rows.iter().map(|row| quoted(row).join(",") + "\r\n").collect()
    }
}
