//! What the register knows of the records that a sheet may show.

use std::collections::{HashMap, HashSet};

use toml::Value;

use crate::intake::{self, CellRef, Head, InputCell, InputSheet, KnownRecords, NumberedRecord, ShownRow};
use crate::model::field::Shape;
use crate::model::{Kind, Pattern, Reference, plain_name, plain_number, plain_text, to_half_width};
use crate::ops::reference::RecordNumberParts;
use crate::ops::values::ValueParser;
use crate::ops::{RecordLookup, Resolver};
use crate::report::ledger::{self, Column, Origin};
use crate::rules::Context;

/// The records of a ledger that a sheet names, as they are now.
pub(super) struct LedgerRecords<'a> {
    resolver: Resolver<'a>,
    columns: &'a [Column],
    /// What the rows of each record show.
    rows: HashMap<String, Vec<ShownRow>>,
    /// The records that numbers name, as they stand in cells.
    numbers: HashMap<String, RowNumber>,
    /// What people call each record and its parts, where no number names a record by itself.
    titles: HashMap<String, HashSet<String>>,
}

/// What the words of a number are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum RowNumber {
    /// Those of a record, whether it is there or not.
    Of(String),
    /// Like a record's, but nobody can tell of which.
    Unclear,
    /// People's own.
    Own,
}

/// What the number of a row says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NumberUse {
    /// Which record the row is; one that there is not cannot be begun by its number.
    Record,
    /// In which file it stands, or will stand.
    File,
    /// Nothing: the row is an item of a file, found there by its own keys.
    Nothing,
}

impl NumberUse {
    fn of(topic: &ledger::Topic) -> Self {
        match topic.new_rows() {
            None => Self::Record,
            Some(ledger::NewRow::Mine) => Self::File,
            Some(ledger::NewRow::OwnFile | ledger::NewRow::OfMine | ledger::NewRow::Part) => Self::Nothing,
        }
    }
}

impl<'a> LedgerRecords<'a> {
    /// Those that the rows of a sheet name: by their references, or by the numbers that people see.
    pub(super) fn of(sheet: &InputSheet, head: &Head, kind: Kind, ledger: &'a ledger::Sheet<'_>, context: Context<'a>) -> Self {
        let use_of_numbers = NumberUse::of(ledger.topic);
        let mechanism = &context.ledger.mechanism;
        let resolver = Resolver { mechanism, today: context.today, records: RecordLookup::Nowhere, viewer: None, author: None };
        let cell =
            |row, column: Option<u32>| column.map(|column| sheet.cell(CellRef { row, column }).words()).unwrap_or_default();
        let (mut wanted, mut numbers) = (HashSet::new(), HashMap::new());
        for (row, _) in sheet.rows().filter(|(row, _)| *row > head.row) {
            let (reference, number) = (cell(row, head.reference), cell(row, head.number));
            wanted.insert(intake::record_named(&reference).to_owned());
            if !number.is_empty() && use_of_numbers != NumberUse::Nothing {
                let is_form = head.reference.is_some();
                let named = numbers.entry(number).or_insert_with_key(|number| row_number(number, kind, is_form, resolver));
                wanted.extend(named.record().map(str::to_owned));
            }
        }
        let mut rows: HashMap<String, Vec<ShownRow>> = HashMap::new();
        let mut titles: HashMap<String, HashSet<String>> = HashMap::new();
        for row in ledger.rows.each() {
            let record = intake::record_named(&row.named.reference);
            if wanted.contains(record) {
                let cells = row.cells.iter().map(super::sheets::cell_texts).collect();
                let shown = ShownRow { revision: row.revision.unwrap_or_default(), cells };
                rows.entry(record.to_owned()).or_default().push(shown);
                if use_of_numbers != NumberUse::Record {
                    let title = &row.named.title;
                    titles.entry(record.to_owned()).or_default().extend([title.zh(), title.en()].map(plain_name));
                }
            }
        }
        if use_of_numbers == NumberUse::File {
            numbers.retain(|_, number| number.record().is_some_and(|record| rows.contains_key(record)));
        }
        Self { resolver, columns: &ledger.columns, rows, numbers, titles }
    }

    /// One spelling of what a cell says; what means nothing in particular stays as it is written.
    pub(super) fn spelled(&self, column: usize, words: &str) -> String {
        let meaning = self.meaning(column, words);
        meaning.unwrap_or_else(|| {
            let read = InputCell::Words(words.to_owned()).read(&self.columns[column].shape, self.resolver.today);
            plain_text(&read.ok().map_or_else(|| words.to_owned(), Option::unwrap_or_default))
        })
    }

    /// Where a cell says that its row lies.
    fn place(&self, words: &str) -> Option<String> {
        let mine = self.resolver.mechanism.mine_named(words).map(ToString::to_string);
        mine.or_else(|| self.resolver.reference(words).ok().map(|found| found.to_string()))
    }
}

impl KnownRecords for LedgerRecords<'_> {
    fn rows(&self, record: &str) -> Vec<ShownRow> {
        self.rows.get(record).cloned().unwrap_or_default()
    }

    fn numbered(&self, words: &str) -> NumberedRecord {
        match self.numbers.get(words) {
            Some(RowNumber::Of(record)) if self.rows.contains_key(record) => NumberedRecord::Known(record.clone()),
            Some(RowNumber::Of(_) | RowNumber::Unclear) => NumberedRecord::Missing,
            Some(RowNumber::Own) | None => NumberedRecord::OwnNumber,
        }
    }

    fn is_called(&self, record: &str, words: &str) -> bool {
        self.titles.get(record).is_some_and(|titles| titles.contains(&plain_name(words)))
    }

    fn meaning(&self, column: usize, words: &str) -> Option<String> {
        let column = self.columns.get(column)?;
        match column.origin {
            Origin::Owner => return self.resolver.mechanism.unit_named(words).ok().map(ToString::to_string),
            Origin::Place => return self.place(words),
            Origin::Written | Origin::Derived => {}
        }
        let names = |shape: &Shape| matches!(shape, Shape::Pattern(_) | Shape::Reference);
        let spelled = || InputCell::Words(words.to_owned()).read(&column.shape, self.resolver.today).ok().flatten();
        let value = |spelled: String| ValueParser::new(self.resolver).cell(&column.shape, &spelled).ok();
        match &column.shape {
            Shape::Pattern(Pattern::Paper) => spelled().map(|number| plain_number(&number)),
            shape if names(shape) => value(spelled()?).map(|value| value.to_string()),
            // Of names what matters is who is among them.
            Shape::List(item) if names(item) => {
                let Some(Value::Array(items)) = value(spelled()?) else { return None };
                let mut items: Vec<String> = items.iter().map(ToString::to_string).collect();
                items.sort();
                Some(items.join(","))
            }
            _ => None,
        }
    }
}

impl RowNumber {
    fn record(&self) -> Option<&str> {
        match self {
            Self::Of(record) => Some(record),
            Self::Unclear | Self::Own => None,
        }
    }
}

/// What a number of a row is: 隐患 2025-应急-001, and on a sheet of hazards also 2025-应急-001, however its parts are held together. On a
/// form of the program's own a number is the register's or none.
fn row_number(number: &str, kind: Kind, is_form: bool, resolver: Resolver<'_>) -> RowNumber {
    let plain = to_half_width(&plain_text(number));
    let named = |words: &str| resolver.file(words).or_else(|_| resolver.of_kind(words, kind)).ok();
    match named(&plain) {
        Some(path) => RowNumber::Of(Reference::whole(path).to_string()),
        None if is_form || RecordNumberParts::of(&plain, resolver).is_like_a_records() => RowNumber::Unclear,
        None => RowNumber::Own,
    }
}
