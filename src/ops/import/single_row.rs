//! A row that is a record. Of lists it shows the last item; a later day and another word in its other cells are a further item.

use toml::{Table, Value};

use super::CellError;
use super::cells::RecordCells;
use super::key::{get, put as put_at};
use super::row_values::{StatedValue, kept, lacks, needed, parse_cells};
use super::sheets::TakenSheet;
use crate::intake::{CellRef, DraftRow};
use crate::model::Day;
use crate::model::field::Shape;
use crate::ops::table::append;
use crate::ops::values::ValueParser;
use crate::report::ledger::DatedList;

/// Puts what a row says into the table of its record.
pub(super) fn put(
    sheet: &TakenSheet,
    dated: &[DatedList],
    row: &DraftRow,
    parser: &ValueParser<'_>,
    table: &mut Table,
) -> Result<RecordCells, Vec<CellError>> {
    let said = parse_cells(sheet, row, parser)?;
    let cells = cells(sheet, row);
    let further: Vec<(&str, Table)> =
        dated.iter().filter_map(|dated| Some((dated.list, further(dated, table, &said, sheet, row)?))).collect();
    let lists: Vec<&str> = sheet
        .kind
        .fields()
        .iter()
        .filter(|field| field.shape.is_tables())
        .filter_map(|field| matches!(field.shape, Shape::List(_)).then_some(field.key))
        .collect();
    let is_further = |key: &str| further.iter().any(|(list, _)| below(list, key).is_some());
    for StatedValue { key, value, .. } in said.iter().filter(|said| !is_further(said.key)) {
        put_at(table, key, &lists, kept(value.clone()));
    }
    for (list, item) in further {
        append(table, list, item, false);
    }
    let lacking = sheet.columns.iter().filter_map(|column| Some((column.key?, column)));
    let lacking = lacking.filter(|(key, column)| lacks(table, key, column));
    let errors: Vec<CellError> = lacking.map(|(key, column)| cells.error(key, needed(sheet, column))).collect();
    if errors.is_empty() { Ok(cells) } else { Err(errors) }
}

/// The item that a row adds to a list: its day is later than that of the last, and more of it is written anew. A day that is changed
/// alone is a slip.
fn further(dated: &DatedList, table: &Table, said: &[StatedValue], sheet: &TakenSheet, row: &DraftRow) -> Option<Table> {
    let key = format!("{}.{}", dated.list, dated.day);
    let new = day(said.iter().find(|said| said.key == key)?.value.as_ref()?)?;
    let anew = said.iter().filter(|said| below(dated.list, said.key).is_some()).count();
    if new <= day(get(table, &key)?)? || anew < 2 {
        return None;
    }
    let mut item = Table::new();
    for (at, column) in sheet.columns.iter().enumerate() {
        let Some((key, own)) = column.key.and_then(|key| Some((key, below(dated.list, key)?))) else { continue };
        if sheet.head.at(row.row, at).is_none() {
            continue;
        }
        // What the row goes on to show is said of the new item too.
        let value = match said.iter().find(|said| said.key == key) {
            Some(said) => said.value.clone(),
            None => get(table, key).cloned(),
        };
        put_at(&mut item, own, &[], kept(value));
    }
    Some(item)
}

/// A key within a list.
fn below<'k>(list: &str, key: &'k str) -> Option<&'k str> {
    key.strip_prefix(list)?.strip_prefix('.')
}

fn day(value: &Value) -> Option<Day> {
    value.as_datetime()?.to_string().parse().ok()
}

fn cells(sheet: &TakenSheet, row: &DraftRow) -> RecordCells {
    let first = row.changes.first().map_or(CellRef { row: row.row, column: 0 }, |change| change.at);
    let key = |(at, column): (usize, &crate::report::ledger::Column)| Some((column.key?.to_owned(), sheet.head.at(row.row, at)?));
    let keys = sheet.columns.iter().enumerate().filter_map(key).collect();
    RecordCells { sheet: sheet.sheet, row: first, keys, silent: Vec::new() }
}
