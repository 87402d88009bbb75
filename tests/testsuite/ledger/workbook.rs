//! Makes workbooks of the registers at hand, and reads them back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;

use calamine::{Data, Range, Reader as _, Xlsx};
use liandong::text::Lang;

use crate::support::{clean, home, run_in, said};

/// The sheets of a whole workbook, in their order.
pub(crate) const SHEETS: [&str; 17] = [
    "职责",
    "联络员",
    "一企一档",
    "证照",
    "三同时",
    "计划",
    "会议",
    "督办事项",
    "联合执法",
    "隐患",
    "执法文书",
    "事故",
    "信息通报",
    "上报",
    "收文",
    "发文登记",
    "年度自查",
];

/// The invented year is judged as of its last day.
pub(crate) const AS_OF: &[&str] = &["--as-of", "2025-12-31"];

/// The bytes of the workbook that is asked for.
pub(crate) fn bytes(data: &Path, args: &[&str], lang: Lang) -> Vec<u8> {
    let folder = home();
    let out = folder.path().join("台账.xlsx");
    let reply = run_in(lang, data, &[&["ledger"], args, AS_OF, &["--out", &out.to_string_lossy()]].concat());
    assert_eq!(reply.status.code(), Some(0), "{args:?}: {}", said(&reply));
    std::fs::read(out).expect("a file")
}

/// The same, as the independent reader has it.
pub(crate) fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

/// A sheet of the register in `examples/clean`.
pub(crate) fn sheet(args: &[&str], name: &str) -> Table {
    Table::of(&mut open(bytes(&clean(), args, Lang::Zh)), name)
}

/// The row of the headings of a sheet, below its title and who fills it in, and each of them whole where two lines are one heading.
pub(crate) fn headings(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> (usize, Vec<String>) {
    let range: Range<Data> = book.worksheet_range(name).expect("a sheet");
    let merged = book.merge_cells_by_sheet_name(name).expect("merged cells");
    let is_head = |row: &[Data]| row.iter().any(|cell| *cell == *"记录引用" || *cell == *"reference");
    let head = range.rows().position(is_head).expect("headings");
    let above = |column: usize| {
        let (row, column) = (u32::try_from(head).ok()?.checked_sub(1)?, u32::try_from(column).ok()?);
        let is_above = |area: &&calamine::Dimensions| area.start.0 == row && (area.start.1..=area.end.1).contains(&column);
        let area = merged.iter().find(is_above).filter(|_| head > 2)?;
        Some(range.get_value(area.start)?.to_string())
    };
    let whole = |(at, own): (usize, &Data)| {
        let own = own.to_string();
        let between = if own.is_ascii() { ", " } else { "·" };
        // 整改期限 says already what stands above it.
        above(at).filter(|above| !own.contains(above.as_str())).map_or(own.clone(), |above| format!("{above}{between}{own}"))
    };
    (head, range[head].iter().enumerate().map(whole).collect())
}

/// A sheet whose cells are asked for by heading.
pub(crate) struct Table {
    pub(crate) headings: Vec<String>,
    pub(crate) rows: Vec<Vec<Data>>,
}

impl Table {
    pub(crate) fn of(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Self {
        let range: Range<Data> = book.worksheet_range(name).expect("a sheet");
        let (head, headings) = headings(book, name);
        Self { headings, rows: range.rows().skip(head + 1).map(<[Data]>::to_vec).collect() }
    }

    pub(crate) fn column(&self, heading: &str) -> usize {
        let at = self.headings.iter().position(|found| found == heading);
        at.unwrap_or_else(|| panic!("no {heading} in {:?}", self.headings))
    }

    pub(crate) fn cell<'a>(&self, row: &'a [Data], heading: &str) -> &'a Data {
        row.get(self.column(heading)).unwrap_or(&Data::Empty)
    }

    /// The row of a record.
    pub(crate) fn row(&self, reference: &str) -> &[Data] {
        let row = self.rows.iter().find(|row| row[0] == *reference);
        row.unwrap_or_else(|| panic!("no row of {reference}"))
    }

    /// What a record's row says under a heading.
    pub(crate) fn said(&self, reference: &str, heading: &str) -> String {
        self.cell(self.row(reference), heading).to_string()
    }
}

/// A day as a spreadsheet keeps it; it must be a date and no text.
pub(crate) fn day(cell: &Data) -> Option<String> {
    match cell {
        Data::Empty => None,
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Some(format!("{year}-{month:02}-{day:02}"))
        }
        other => panic!("no date: {other:?}"),
    }
}

/// The parts of a package, as text.
pub(crate) fn parts(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        parts.insert(file.name().expect("a name").into_owned(), text);
    }
    parts
}

/// A cell as people read it.
pub(crate) fn day_or_words(cell: &Data) -> String {
    match cell {
        Data::DateTime(_) => day(cell).unwrap_or_default(),
        other => other.to_string(),
    }
}
