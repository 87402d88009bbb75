//! `ledger` against its floor: a bare `rust_xlsxwriter` program that has every cell at hand and only writes it.
//!
//! `cargo bench --bench ledger` prints the ratio of times taken alternately in one run, never an absolute to be compared across machines;
//! `LIANDONG_BENCH_RECORDS=1000` chooses another size. Before anything is measured both workbooks are read back and must say the same.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;
#[path = "measure/peak.rs"]
mod peak;

use median::median;
use peak::measure;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Range, Reader as _, Xlsx};
use generator::{MINES, Place, UNITS, words};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

const FLOOR: &str = "LIANDONG_BENCH_FLOOR";
const SIZE: &str = "LIANDONG_BENCH_RECORDS";
const ROUNDS: usize = 5;

/// What the units of the generated register are called, in its order.
const SHORT: [&str; UNITS.len()] = ["应急", "公安", "自然资源", "生态环境", "住建", "消防", "农水", "林业"];

/// One in a thousand is left open by the generator.
const OPEN: usize = 1000;

/// The column of revisions. The floor has them at hand and need not work them out, so they are others.
const REVISION: u16 = 1;

/// The cells of a hazard, by the columns of its ledger.
fn row(sheet: &mut Worksheet, at: u32, number: usize, texts: &TextPolicy, formats: &[Format; 3]) {
    let Place { year, unit, serial, mine, day } = Place::of(number);
    let [plain, wrapped, dated] = formats;
    let mut text = |column: u16, words: &str, format: &Format| {
        sheet.write_string_with_format(at, column, words, format).expect("a cell");
    };
    text(0, &format!("hazards/{year}/{}/{serial:03}", UNITS[unit]), plain);
    text(REVISION, &format!("{number:016x}"), plain);
    text(2, &format!("隐患 {year}-{}-{serial:03}", SHORT[unit]), plain);
    text(3, SHORT[unit], wrapped);
    text(4, &texts.mines[mine], wrapped);
    text(6, "自行检查", plain);
    text(8, "事故隐患", plain);
    text(9, "否", plain);
    text(11, &texts.description, wrapped);
    text(14, &texts.plan, wrapped);
    let open = number.is_multiple_of(OPEN);
    text(32, if open { "已过期限" } else { "已销号" }, wrapped);
    text(33, if open { "红" } else { "绿" }, plain);
    if !open {
        text(25, SHORT[unit], wrapped);
        text(26, "合格", plain);
        text(29, &texts.look, wrapped);
        text(31, "复查合格", plain);
    }
    let days: &[(u16, u8)] = if open { &[(5, 3), (15, 5), (21, 5)] } else { &[(5, 3), (15, 5), (21, 5), (24, 4), (30, 4)] };
    for (column, month) in days {
        let (year, day) = (u16::try_from(year).expect("a year"), u8::try_from(day).expect("a day"));
        let date = ExcelDateTime::from_ymd(year, *month, day).expect("a day");
        sheet.write_datetime_with_format(at, *column, &date, dated).expect("a cell");
    }
    sheet.write_number(at, 23, i32::from(!open)).expect("a cell");
}

/// Texts that many rows hold.
struct TextPolicy {
    mines: Vec<String>,
    description: String,
    plan: String,
    look: String,
}

/// Writes the same cells, in the order of the ledger: by year, unit and number.
fn floor(out: &Path, count: usize) {
    let mines = (0..MINES).map(|mine| format!("{mine}号石场（虚构）")).collect();
    let texts = TextPolicy { mines, description: words(140), plan: words(60), look: words(30) };
    let formats = [Format::new(), Format::new().set_text_wrap(), Format::new().set_num_format("yyyy-mm-dd")];
    let mut numbers: Vec<usize> = (0..count).collect();
    numbers.sort_by_key(|number| {
        let place = Place::of(*number);
        (place.year, UNITS[place.unit], place.serial)
    });
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, number) in (1..).zip(numbers) {
        row(sheet, at, number, &texts, &formats);
    }
    book.save(out).expect("written");
}

/// The cells of a workbook below its headings.
fn cells(file: &Path) -> Range<Data> {
    let mut book: Xlsx<_> = calamine::open_workbook(file).expect("a workbook");
    let all = book.worksheet_range_at(0).expect("a sheet").expect("a sheet");
    let end = all.end().expect("rows");
    all.range((1, 0), end)
}

/// That both say the same, cell by cell; the floor has no column for what no hazard says.
fn compare(ours: &Path, floor: &Path) {
    let (ours, floor) = (cells(ours), cells(floor));
    assert_eq!(ours.height(), floor.height(), "rows");
    for (row, (own, bare)) in ours.rows().zip(floor.rows()).enumerate() {
        for (column, cell) in own.iter().enumerate() {
            let other = bare.get(column).unwrap_or(&Data::Empty);
            if column == usize::from(REVISION) {
                assert_eq!(cell.to_string().len(), other.to_string().len(), "row {row}: a revision");
                continue;
            }
            assert_eq!(cell.to_string(), other.to_string(), "row {row}, column {column}");
        }
    }
}

fn main() {
    let size = std::env::var(SIZE).ok().and_then(|size| size.parse().ok());
    let count: usize = size.unwrap_or(100_000);
    if let Some(out) = std::env::var_os(FLOOR) {
        floor(Path::new(&out), count);
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
        let mut command = Command::new(&itself);
        command.env(FLOOR, &bare).env(SIZE, count.to_string());
        command
    };
    let (mut times, mut floors, mut memory) = (Vec::new(), Vec::new(), 0);
    // The first of each warms the cache and does not count.
    for round in 0..=ROUNDS {
        let (time, _) = measure(&mut floor());
        let (our_time, peak) = measure(&mut ledger());
        if round == 0 {
            compare(&ours, &bare);
            continue;
        }
        floors.push(time);
        times.push(our_time);
        memory = memory.max(peak);
    }
    let (ours, floors) = (median(times), median(floors));
    let ratio = ours.as_secs_f64() / floors.as_secs_f64();
    println!(
        "{count:>7} hazards: ledger {ours:>9.1?}, bare {floors:>9.1?}, ratio {ratio:.2} (limit 2), memory {memory} MiB (limit 300)"
    );
}
