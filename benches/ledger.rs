//! `ledger` against its floor: a bare `rust_xlsxwriter` program that has every cell at hand and only writes it.
//!
//! `cargo bench --bench ledger` prints the ratio of times taken alternately in one run, never an absolute to be compared across machines;
//! `LIANDONG_BENCH_RECORDS=1000` chooses another size. The floor reads its cells out of the ledger before its time begins, so that both hold the
//! same however a ledger is laid out; what is read back of the two is compared.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;
#[path = "measure/peak.rs"]
mod peak;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use calamine::{Data, Range, Reader as _, Xlsx};
use median::median;
use peak::measure;
use rust_xlsxwriter::{Format, Workbook};

/// Set for the floor: from which workbook it takes its cells, and which it writes.
const FLOOR_FROM: &str = "LIANDONG_BENCH_FLOOR_FROM";
const FLOOR: &str = "LIANDONG_BENCH_FLOOR";
const SIZE: &str = "LIANDONG_BENCH_RECORDS";
const ROUNDS: usize = 5;

/// Every cell of a workbook's first sheet.
fn cells(file: &Path) -> Range<Data> {
    let mut book: Xlsx<_> = calamine::open_workbook(file).expect("a workbook");
    book.worksheet_range_at(0).expect("a sheet").expect("a sheet")
}

/// Writes the cells of one workbook into another, and says how long that took.
fn floor(from: &Path, out: &Path) {
    let cells = cells(from);
    let (top, left) = cells.start().expect("cells");
    let begun = Instant::now();
    let [plain, wrapped, dated] = [Format::new(), Format::new().set_text_wrap(), Format::new().set_num_format("yyyy-mm-dd")];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, column, cell) in cells.used_cells() {
        let at = (
            top + u32::try_from(row).expect("a row"),
            u16::try_from(left).expect("a column") + u16::try_from(column).expect("a column"),
        );
        let written = match cell {
            Data::DateTime(day) => sheet.write_number_with_format(at.0, at.1, day.as_f64(), &dated),
            Data::Float(number) => sheet.write_number_with_format(at.0, at.1, *number, &plain),
            words => sheet.write_string_with_format(at.0, at.1, words.to_string(), &wrapped),
        };
        written.expect("a cell");
    }
    book.save(out).expect("written");
    println!("{}", begun.elapsed().as_nanos());
}

/// That both say the same, cell by cell, and that it is the ledger of so many.
fn compare(ours: &Path, floor: &Path, count: usize) {
    let (ours, floor) = (cells(ours), cells(floor));
    assert!(ours.height() >= count && ours.height() < count + 10, "{} rows", ours.height());
    assert_eq!(ours.get_size(), floor.get_size(), "rows and columns");
    for (place, (own, bare)) in ours.cells().zip(floor.cells()).enumerate() {
        assert_eq!(own.2.to_string(), bare.2.to_string(), "cell {place}: {own:?}");
    }
}

fn main() {
    let size = std::env::var(SIZE).ok().and_then(|size| size.parse().ok());
    let count: usize = size.unwrap_or(100_000);
    if let (Some(from), Some(out)) = (std::env::var_os(FLOOR_FROM), std::env::var_os(FLOOR)) {
        floor(Path::new(&from), Path::new(&out));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let register = folder.path().join("register");
    generator::hazards(&register, count);
    let (ours, bare) = (folder.path().join("ours.xlsx"), folder.path().join("bare.xlsx"));
    let itself = std::env::current_exe().expect("a path");
    let ledger = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
        command.args(["--lang", "zh", "--data"]).arg(&register).args([
            "ledger",
            "hazards",
            "--as-of",
            "2026-12-31",
            "--force",
            "--out",
        ]);
        command.arg(&ours);
        command
    };
    let floor = || {
        let done = Command::new(&itself).env(FLOOR_FROM, &ours).env(FLOOR, &bare).output().expect("runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Duration::from_nanos(String::from_utf8_lossy(&done.stdout).trim().parse().expect("a time"))
    };
    let (mut times, mut floors, mut memory) = (Vec::new(), Vec::new(), 0);
    // The first of each warms the cache and does not count.
    for round in 0..=ROUNDS {
        let (our_time, peak) = measure(&mut ledger());
        let time = floor();
        if round == 0 {
            compare(&ours, &bare, count);
            continue;
        }
        floors.push(time);
        times.push(our_time);
        memory = memory.max(peak);
    }
    let (ours, floors) = (median(times), median(floors));
    let ratio = ours.as_secs_f64() / floors.as_secs_f64();
    println!(
        "{count:>7} hazards: ledger {ours:>9.1?}, bare {floors:>9.1?}, ratio {ratio:.2} (limit 1.5), memory {memory} MiB (limit 300)"
    );
}
