//! Any bytes read as a spreadsheet: nothing panics or takes more than its limits, and a value that is taken is spelled in one way.
//!
//! An input is a file as it is (`PK`), its own parts as text, each below a line `==== NAME`, which are packed here so that their
//! parsers are reached and not only the checksums of the package, or else comma-separated.

#![no_main]

use std::io::{Cursor, Write as _};
use std::sync::LazyLock;

use liandong::intake::{
    self, ColumnScope, ColumnUse, Drafts, ExpectedColumn, ExpectedSheet, Head, InputCell, InputSheet, KnownRecords,
    NumberedRecord, SheetRequest, ShownRow,
};
use liandong::model::field::Field;
use liandong::model::{Day, Kind, limits};
use liandong::text::Text;
use libfuzzer_sys::{Corpus, fuzz_target};
use zip::write::SimpleFileOptions;

/// What begins a part.
const PART: &str = "==== ";

/// What sheets are asked for: the shapes of everything that a hazard holds.
static ASKED: LazyLock<ExpectedSheet> = LazyLock::new(|| {
    let fields = Kind::Hazard.fields().iter();
    let used = [ColumnUse::Taken, ColumnUse::Taken, ColumnUse::Derived].into_iter().cycle();
    let of = [ColumnScope::Whole, ColumnScope::Key, ColumnScope::Item, ColumnScope::Item].into_iter().cycle();
    let column = |((field, used), of): ((&Field, ColumnUse), ColumnScope)| ExpectedColumn {
        heading: field.heading(),
        shape: field.shape,
        used,
        of,
        is_telephone: field.key == "because",
    };
    let shape = Kind::Hazard.fields()[0].shape;
    let naming = |heading, used| ExpectedColumn { heading, shape, used, of: ColumnScope::Whole, is_telephone: false };
    let owner = naming(Text::fixed("单位", "unit"), ColumnUse::Owner);
    let place = naming(Text::fixed("来源", "place"), ColumnUse::Place);
    ExpectedSheet {
        reference: Text::fixed("记录引用", "reference"),
        revision: Text::fixed("记录版本", "revision"),
        number: Text::fixed("编号", "record"),
        passed_over: Vec::new(),
        today: Day::first_of(2026),
        columns: fields.zip(used).zip(of).map(column).chain([owner, place]).collect(),
    }
});

/// Some records are there, in one row or in two; a number names one of them, none, or nothing.
struct SomeRecords;

impl KnownRecords for SomeRecords {
    fn rows(&self, record: &str) -> Vec<ShownRow> {
        let known = |revision: &&str| {
            let cells = vec![["1".to_owned(), "是".to_owned()]; ASKED.columns.len()];
            ShownRow { revision: (*revision).to_owned(), cells }
        };
        ["1", "1#1"].iter().take(9usize.saturating_sub(record.len())).map(known).collect()
    }

    fn numbered(&self, words: &str) -> NumberedRecord {
        match words.chars().count() % 3 {
            0 => NumberedRecord::Known(words.to_owned()),
            1 => NumberedRecord::Missing,
            _ => NumberedRecord::OwnNumber,
        }
    }

    fn is_called(&self, record: &str, words: &str) -> bool {
        record == words
    }

    fn meaning(&self, _: usize, words: &str) -> Option<String> {
        words.strip_prefix('1').map(str::to_owned)
    }
}

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let packed = std::str::from_utf8(bytes).ok().filter(|text| text.starts_with(PART)).map(packed);
    let is_package = packed.is_some() || bytes.starts_with(b"PK");
    let name = if is_package { "隐患.xlsx" } else { "隐患.csv" };
    let Ok(book) = intake::read(name, packed.as_deref().unwrap_or(bytes)) else { return Corpus::Keep };
    assert!(book.sheets.len() <= limits::SHEETS);
    for sheet in &book.sheets {
        let Some(head) = Head::find(sheet, &ASKED) else { continue };
        let request = SheetRequest { sheet, head: &head, asked: &ASKED, hidden: sheet.rows().count() % 2 == 0 };
        let drafts = intake::drafts(request, &SomeRecords);
        stands(sheet, &drafts);
    }
    Corpus::Keep
});

/// A package of the parts that a text names.
fn packed(text: &str) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for part in format!("\n{text}").split(&format!("\n{PART}")).skip(1) {
        let (name, text) = part.split_once('\n').unwrap_or((part, ""));
        // A name twice is refused by who writes, and no matter.
        if package.start_file(name, SimpleFileOptions::default()).is_ok() {
            package.write_all(text.as_bytes()).expect("written to memory");
        }
    }
    package.finish().expect("written to memory").into_inner()
}

/// Drafts and problems are of cells that there are, and a value that was read is read as itself.
fn stands(sheet: &InputSheet, drafts: &Drafts) {
    assert!(drafts.problems.len() <= limits::SHEET_PROBLEMS);
    for change in drafts.drafts.iter().flat_map(|draft| &draft.rows).flat_map(|row| &row.changes) {
        assert!(!sheet.place(change.at).is_empty());
        let Some(value) = &change.value else { continue };
        let shape = ASKED.columns[change.column].shape;
        let again = InputCell::Words(value.clone()).read(&shape, ASKED.today);
        assert_eq!(again, Ok(Some(value.clone())), "{:?}", sheet.cell(change.at));
    }
    for problem in &drafts.problems {
        assert!(!problem.what.zh().is_empty() && problem.at.column < limits::SHEET_COLUMNS);
    }
}
