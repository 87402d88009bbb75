//! Which sheet of a spreadsheet is which ledger, and what its rows say that the register does not.

use std::collections::{HashMap, HashSet};

use super::{CellError, ImportNotes, duplicates, row_targets};
use crate::intake::{self, Book, CellRef, ColumnScope, ColumnUse, ExpectedSheet, Head};
use crate::model::Kind;
use crate::ops::Author;
use crate::report::ledger::{self, Column, NUMBER, Origin, REFERENCE, REVISION, RowLayout, Topic};
use crate::report::returned::PROBLEM;
use crate::rules::Context;
use crate::text::{Text, clean};
use crate::tr;

/// So many headings of a ledger make a sheet that ledger, whatever it is called.
const ENOUGH: usize = 3;

/// A sheet that is a ledger, with what its rows want.
pub(super) struct TakenSheet {
    /// Its place in the spreadsheet.
    pub(super) sheet: usize,
    pub(super) topic: &'static Topic,
    /// The kind of record that a row begins.
    pub(super) kind: Kind,
    pub(super) columns: Vec<Column>,
    pub(super) head: Head,
    pub(super) drafts: Vec<intake::Draft>,
}

/// A ledger that can come back.
struct KnownLedger<'a> {
    topic: &'static Topic,
    kind: Kind,
    asked: ExpectedSheet,
    sheet: ledger::Sheet<'a>,
}

/// Reads the rows of each sheet; what cannot be read is added to the notes.
pub(super) fn take(book: &Book, context: Context<'_>, author: &Author, told: &mut ImportNotes) -> Vec<TakenSheet> {
    let known = Topic::ALL.iter().filter_map(|topic| {
        let (kind, sheet) = (topic.taken_back()?, ledger::ledger(context, topic));
        Some(KnownLedger { topic, kind, asked: asked(&sheet.columns, topic.layout()), sheet })
    });
    let known: Vec<KnownLedger<'_>> = known.collect();
    let mut taken = Vec::new();
    for (at, sheet) in book.sheets.iter().enumerate() {
        let named = Topic::ALL.iter().find(|topic| is_called(topic, &sheet.name)).copied();
        if let Some(topic) = named.filter(|topic| topic.taken_back().is_none()) {
            told.notes.push(not_taken(topic));
            continue;
        }
        let Some((head, known)) = found(sheet, named, &known) else {
            unknown(at, sheet, named, told);
            continue;
        };
        let mut read = rows(sheet, &head, &known.asked, &known.sheet);
        row_targets::place(&mut read, &known.asked, known.topic, &author.owner, context);
        duplicates::refuse(&mut read, &known.asked, &known.sheet, author);
        told.errors.extend(read.problems.into_iter().map(|problem| CellError { sheet: at, at: problem.at, what: problem.what }));
        told.notes.extend(read.notes);
        told.heads.push((at, head.clone()));
        let (topic, kind, columns) = (known.topic, known.kind, known.sheet.columns.clone());
        taken.push(TakenSheet { sheet: at, topic, kind, columns, head, drafts: read.drafts });
    }
    taken
}

/// Which ledger a sheet is: the one that it is called, else the one of which it has most headings.
fn found<'k, 'a>(
    sheet: &intake::InputSheet,
    named: Option<&'static Topic>,
    known: &'k [KnownLedger<'a>],
) -> Option<(Head, &'k KnownLedger<'a>)> {
    let candidates = known.iter().filter(|known| named.is_none_or(|named| named == known.topic));
    let heads = candidates.filter_map(|known| Some((Head::find(sheet, &known.asked)?, known)));
    heads.max_by_key(|(head, _)| head.found()).filter(|(head, _)| named.is_some() || head.found() >= ENOUGH)
}

fn is_called(topic: &Topic, name: &str) -> bool {
    let (name, label) = (name.trim(), topic.label());
    name == label.zh() || name.eq_ignore_ascii_case(label.en())
}

fn not_taken(topic: &Topic) -> Text {
    let label = topic.label();
    let (zh, en) = (label.zh(), label.en());
    tr!(
        "“{zh}”一表由多条记录汇总而成，不能导入，没有取用；要登记请用相应命令（liandong help）";
        "the sheet \"{en}\" is drawn from several records and cannot be imported; it was passed over. Commands file what it shows (liandong help)"
    )
}

/// That nothing in the file can be taken, with what can.
pub(super) fn none() -> Text {
    let (zh, en) = (Topic::taken(Text::zh, "、"), Topic::taken(Text::en, ", "));
    tr!(
        "文件里没有能导入的表：{zh}（空表见 liandong ledger --template 隐患）";
        "the file has no sheet that can be imported: {en} (liandong ledger --template hazards gives an empty one)"
    )
}

fn unknown(at: usize, sheet: &intake::InputSheet, named: Option<&'static Topic>, told: &mut ImportNotes) {
    let Some((row, _)) = sheet.rows().next() else { return };
    if named.is_some() {
        let what = Text::fixed(
            "没有找到表头；请保留导出台账的标题行（如“矿山”“发现日期”）",
            "the headings were not found; keep the row of headings of the exported ledger",
        );
        return told.errors.push(CellError { sheet: at, at: CellRef { row, column: 0 }, what });
    }
    let name = clean(&sheet.name).into_owned();
    told.notes.push(tr!("“{name}”不是台账的表，没有取用"; "\"{name}\" is no sheet of a ledger and was passed over"));
}

/// What a sheet of these columns is asked for.
fn asked(columns: &[Column], layout: RowLayout) -> ExpectedSheet {
    let column = |column: &Column| intake::ExpectedColumn {
        heading: column.heading.clone(),
        shape: column.shape,
        used: match column.origin {
            Origin::Written => ColumnUse::Taken,
            Origin::Owner => ColumnUse::Owner,
            Origin::Place => ColumnUse::Place,
            Origin::Derived => ColumnUse::Derived,
        },
        of: column.key.map_or(ColumnScope::Whole, |key| column_scope(key, layout)),
    };
    ExpectedSheet {
        reference: REFERENCE.clone(),
        revision: REVISION.clone(),
        passed_over: vec![NUMBER.clone(), PROBLEM.clone()],
        columns: columns.iter().map(column).collect(),
    }
}

/// What of a record a column of that key speaks of.
fn column_scope(key: &str, layout: RowLayout) -> ColumnScope {
    let found_by = |items: &ledger::Items| items.found_by.iter().any(|found_by| items.column(found_by) == key);
    if layout.items().iter().any(found_by) {
        ColumnScope::Key
    } else if layout.items().iter().any(|items| items.keys(key).next().is_some()) {
        ColumnScope::Item
    } else {
        ColumnScope::Whole
    }
}

/// What the rows of a sheet say, compared with what their records show now.
fn rows(sheet: &intake::InputSheet, head: &Head, asked: &ExpectedSheet, ledger: &ledger::Sheet<'_>) -> intake::Drafts {
    let reference =
        |row| head.reference.map(|column| intake::record_named(&sheet.cell(CellRef { row, column }).words()).to_owned());
    let wanted: HashSet<String> = sheet.rows().filter_map(|(row, _)| reference(row)).collect();
    let mut known: HashMap<String, Vec<intake::ShownRow>> = HashMap::new();
    for row in ledger.rows.each() {
        let record = intake::record_named(&row.named.reference);
        if wanted.contains(record) {
            let cells = row.cells.iter().map(cell_texts).collect();
            let shown = intake::ShownRow { revision: row.revision.unwrap_or_default(), cells };
            known.entry(record.to_owned()).or_default().push(shown);
        }
    }
    intake::drafts(sheet, head, asked, &|record| known.get(record).cloned().unwrap_or_default())
}

/// What a cell of a ledger says in both languages.
pub(super) fn cell_texts(cell: &ledger::Cell<'_>) -> [String; 2] {
    let same = |words: String| [words.clone(), words];
    match cell {
        ledger::Cell::Empty => same(String::new()),
        ledger::Cell::Words(words) => same(words.to_string()),
        ledger::Cell::Said(text) => [text.zh().to_owned(), text.en().to_owned()],
        ledger::Cell::Day(day) => same(day.to_string()),
        ledger::Cell::Moment(moment) => same(moment.to_string()),
        ledger::Cell::Number(number) => same(number.to_string()),
        ledger::Cell::Light(light) => [light.label().zh().to_owned(), light.label().en().to_owned()],
    }
}
