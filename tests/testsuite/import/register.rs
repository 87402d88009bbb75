//! The register in `examples/clean`, under git, and workbooks of it as rows of cells that can be changed.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::support::example::copy_to;

/// A register with a home of its own.
pub(crate) struct Register {
    home: tempfile::TempDir,
}

impl Register {
    /// The invented year.
    pub(crate) fn of_example() -> Self {
        let register = Self { home: tempfile::tempdir().expect("a folder") };
        fs::write(register.home.path().join(".gitconfig"), "[user]\n name = 某甲\n email = a@example.invalid\n")
            .expect("written");
        copy_to(&register.folder());
        for args in [&["init", "-q"][..], &["add", "-A"], &["commit", "-qm", "始"]] {
            register.git(args);
        }
        register
    }

    /// The same without the records at paths, as git writes those.
    pub(crate) fn without(paths: &[&str]) -> Self {
        let register = Self::of_example();
        register.git(&[&["rm", "-rq", "--"], paths].concat());
        register.git(&["commit", "-qm", "无记录"]);
        register
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.home.path().join("register")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
        command.env_clear().env("HOME", self.home.path()).env("LIANDONG_NOW", "2026-01-05T09:00:00+08:00");
        command.arg("--data").arg(self.folder()).args(args).current_dir(self.home.path()).output().expect("runs")
    }

    pub(crate) fn git(&self, args: &[&str]) -> String {
        let mut git = Command::new("git");
        git.args(args).current_dir(self.folder()).env("HOME", self.home.path()).env("GIT_CONFIG_NOSYSTEM", "1");
        let done = git.output().expect("git runs");
        assert!(done.status.success(), "git {args:?}: {}", said(&done));
        said(&done)
    }

    /// The commit, and whether the folder is as it was committed.
    pub(crate) fn state(&self) -> String {
        self.git(&["rev-parse", "HEAD"]) + &self.git(&["status", "--porcelain"])
    }

    /// The file of a ledger.
    pub(crate) fn export(&self, args: &[&str]) -> PathBuf {
        let out = self.path("台账.xlsx");
        let done = self.run(&[&["ledger"], args, &["--force", "--out", &out.to_string_lossy()]].concat());
        assert!(done.status.success(), "{}", said(&done));
        out
    }

    pub(crate) fn import(&self, file: &Path, args: &[&str]) -> Output {
        self.run(&[&["import", &file.to_string_lossy()], args].concat())
    }

    /// Imports a sheet that must be taken.
    pub(crate) fn taken(&self, grid: &Grid, args: &[&str]) -> String {
        let file = self.path("填.xlsx");
        grid.write(&file);
        let done = self.import(&file, args);
        assert!(done.status.success(), "{}", said(&done));
        said(&done)
    }

    /// Imports a sheet that must be refused.
    pub(crate) fn refuses(&self, grid: &Grid, args: &[&str]) -> String {
        let file = self.path("填.xlsx");
        grid.write(&file);
        self.refused(&file, &[args, &["--force"]].concat())
    }

    /// The file of a record.
    pub(crate) fn text(&self, record: &str) -> String {
        fs::read_to_string(self.folder().join(format!("{record}.toml"))).expect("a record")
    }

    /// Imports what must be refused, and leaves the register as it was.
    pub(crate) fn refused(&self, file: &Path, args: &[&str]) -> String {
        let before = self.state();
        let done = self.import(file, args);
        assert_eq!(done.status.code(), Some(2), "{}", said(&done));
        assert_eq!(self.state(), before, "the register changed");
        said(&done)
    }
}

pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
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
        Self { name: name.to_owned(), rows: range.rows().map(<[Data]>::to_vec).collect() }
    }

    pub(crate) fn column(&self, heading: &str) -> usize {
        let at = self.rows[0].iter().position(|cell| *cell == *heading);
        at.unwrap_or_else(|| panic!("no {heading} in {:?}", self.rows[0]))
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
