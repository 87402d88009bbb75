//! What the register knows of the records that a sheet may show.

use std::collections::{HashMap, HashSet};

use toml::Value;

use crate::intake::{self, CellRef, Head, InputCell, InputSheet, KnownRecords, NumberedRecord, ShownRow};
use crate::model::field::Shape;
use crate::model::{Kind, Pattern, Reference, plain_number, plain_text, to_half_width};
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
        for row in ledger.rows.each() {
            let record = intake::record_named(&row.named.reference);
            if wanted.contains(record) {
                let cells = row.cells.iter().map(super::sheets::cell_texts).collect();
                let shown = ShownRow { revision: row.revision.unwrap_or_default(), cells };
                rows.entry(record.to_owned()).or_default().push(shown);
            }
        }
        if use_of_numbers == NumberUse::File {
            numbers.retain(|_, number| number.record().is_some_and(|record| rows.contains_key(record)));
        }
        Self { resolver, columns: &ledger.columns, rows, numbers }
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
    let parts = RecordNumberParts::of(&plain, resolver);
    let rejoined = || parts.joined().and_then(|joined| named(&joined));
    match named(&plain).or_else(rejoined) {
        Some(path) => RowNumber::Of(Reference::whole(path).to_string()),
        None if is_form || parts.is_like_a_records() => RowNumber::Unclear,
        None => RowNumber::Own,
    }
}

/// The parts of what people write for 隐患 2025-应急-001: 隐患〔2025〕应急001号, 应急2025-002.
struct RecordNumberParts {
    kind: Option<String>,
    unit: Option<String>,
    digits: Vec<String>,
    /// What is none of these.
    rest: usize,
}

impl RecordNumberParts {
    fn of(words: &str, resolver: Resolver<'_>) -> Self {
        let mut parts = Self { kind: None, unit: None, digits: Vec::new(), rest: 0 };
        let mut word = String::new();
        let is_between = |c: char| c.is_whitespace() || "-_/—–.#〔〕[]()【】第号年".contains(c);
        let mut goes_on = false;
        for c in words.chars() {
            if c.is_ascii_digit() {
                // A letter before the digits is the series of a clone.
                if word.len() == 1 && word.chars().all(|c| c.is_ascii_lowercase()) {
                    parts.digits.push(std::mem::take(&mut word));
                    goes_on = true;
                }
                parts.word(&std::mem::take(&mut word), resolver);
                match parts.digits.last_mut().filter(|_| goes_on) {
                    Some(digits) => digits.push(c),
                    None => parts.digits.push(c.to_string()),
                }
            } else if is_between(c) {
                parts.word(&std::mem::take(&mut word), resolver);
            } else {
                word.push(c);
            }
            goes_on = c.is_ascii_digit();
        }
        parts.word(&word, resolver);
        parts
    }

    /// Takes a word: that of a kind, a unit's name, or both without a blank between them.
    fn word(&mut self, word: &str, resolver: Resolver<'_>) {
        if word.is_empty() {
            return;
        }
        let splits = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        for (kind, unit) in splits.rev().map(|at| word.split_at(at)) {
            let is_kind = kind.is_empty() || (self.kind.is_none() && Kind::by_name(kind).is_ok());
            let is_unit = unit.is_empty() || (self.unit.is_none() && resolver.mechanism.unit_named(unit).is_ok());
            if is_kind && is_unit {
                let said = |word: &str| (!word.is_empty()).then(|| word.to_owned());
                self.kind = said(kind).or(self.kind.take());
                self.unit = said(unit).or(self.unit.take());
                return;
            }
        }
        self.rest += 1;
    }

    /// The parts as the register joins them.
    fn joined(&self) -> Option<String> {
        let unit = self.unit.as_ref().filter(|_| self.rest == 0)?;
        let number = match &self.digits[..] {
            [serial] => format!("{unit}-{serial}"),
            [year, serial] if year.len() == 4 => format!("{year}-{unit}-{serial}"),
            _ => return None,
        };
        Some(self.kind.as_ref().map_or_else(|| number.clone(), |kind| format!("{kind} {number}")))
    }

    /// Whether somebody meant a record: there are digits, with a unit or the word for a kind.
    fn is_like_a_records(&self) -> bool {
        !self.digits.is_empty() && (self.unit.is_some() || self.kind.is_some())
    }
}
