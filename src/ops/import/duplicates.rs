//! A workbook is easily imported twice: new rows that say just what a record of the unit says were filed before.

use std::collections::HashMap;

use super::sheets::cell_texts;
use crate::intake::{self, ColumnScope, ColumnUse, Draft, ExpectedSheet, InputCell};
use crate::model::Reference;
use crate::model::field::Shape;
use crate::ops::Author;
use crate::report::ledger;
use crate::text::Text;
use crate::tr;

/// What the rows of a record say, one spelling a value. A number that the program gives says nothing.
type Print = Vec<Vec<String>>;

/// Takes out new records that the register has already, and tells of them.
pub(super) fn refuse(read: &mut intake::Drafts, asked: &ExpectedSheet, ledger: &ledger::Sheet<'_>, author: &Author) {
    if read.drafts.iter().all(|draft| draft.reference.is_some()) {
        return;
    }
    let mut seen = filed(asked, ledger, author);
    for draft in std::mem::take(&mut read.drafts) {
        if draft.reference.is_none() {
            let print = of_draft(&draft, asked);
            if let Some(title) = seen.get(&print) {
                let (zh, en) = (title.zh(), title.en());
                let what = tr!("这一行与 {zh} 完全相同，已经登记过了；请删去这一行"; "this row says just what {en} says: it was filed before; delete the row");
                read.problems.push(intake::CellProblem { at: draft.at(), what });
                continue;
            }
            let row = draft.at().row + 1;
            seen.insert(print, tr!("第 {row} 行"; "row {row}"));
        }
        read.drafts.push(draft);
    }
}

/// What the unit filed so far.
fn filed(asked: &ExpectedSheet, ledger: &ledger::Sheet<'_>, author: &Author) -> HashMap<Print, Text> {
    let mut records: HashMap<String, (Print, Text)> = HashMap::new();
    for row in ledger.rows.each() {
        let reference: Option<Reference> = row.named.reference.parse().ok();
        if reference.is_some_and(|reference| reference.record.owner() == Some(&author.owner)) {
            let values = compared(asked).map(|(at, column)| printed(&column.shape, cell_texts(&row.cells[at])[0].clone()));
            let record = intake::record_named(&row.named.reference).to_owned();
            records.entry(record).or_insert_with(|| (Vec::new(), row.named.title)).0.push(values.collect());
        }
    }
    records.into_values().collect()
}

/// What new rows say; of the record as a whole each of them says what any does.
fn of_draft(draft: &Draft, asked: &ExpectedSheet) -> Print {
    let whole = whole(draft, asked);
    let print = |row: &intake::DraftRow| {
        let value = |at: usize, column: &intake::ExpectedColumn| {
            let own = row.changes.iter().find(|change| change.column == at);
            let said = own.or_else(|| whole.get(&at).copied());
            printed(&column.shape, said.and_then(|change| change.value.clone()).unwrap_or_default())
        };
        compared(asked).map(|(at, column)| value(at, column)).collect()
    };
    draft.rows.iter().map(print).collect()
}

/// What the first row that speaks of the record as a whole says in each column.
fn whole<'a>(draft: &'a Draft, asked: &ExpectedSheet) -> HashMap<usize, &'a intake::CellChange> {
    let mut whole = HashMap::new();
    let changes = draft.rows.iter().flat_map(|row| &row.changes);
    for change in changes.filter(|change| asked.columns[change.column].of == ColumnScope::Whole) {
        whole.entry(change.column).or_insert(change);
    }
    whole
}

fn compared(asked: &ExpectedSheet) -> impl Iterator<Item = (usize, &intake::ExpectedColumn)> {
    let is_given = |column: &intake::ExpectedColumn| column.of == ColumnScope::Key && matches!(column.shape, Shape::Count);
    asked.columns.iter().enumerate().filter(move |(_, column)| column.used == ColumnUse::Taken && !is_given(column))
}

/// One spelling of a value; a no says nothing.
fn printed(shape: &Shape, words: String) -> String {
    let read = InputCell::Words(words.clone()).read(shape).ok().map_or(words, Option::unwrap_or_default);
    if matches!(shape, Shape::Flag) && read == "false" { String::new() } else { read }
}
