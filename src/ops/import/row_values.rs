//! What the cells of a row say, as values of keys.

use toml::{Table, Value};

use super::CellError;
use super::key::get;
use super::sheets::TakenSheet;
use crate::intake::DraftRow;
use crate::model::field::Shape;
use crate::ops::values::ValueParser;
use crate::report::ledger::Column;
use crate::text::Text;
use crate::tr;

/// A cell that says something new of a key.
pub(super) struct StatedValue {
    pub(super) key: &'static str,
    /// Nothing where the cell is blank and the record is not.
    pub(super) value: Option<Value>,
}

/// A value as a record keeps it: a no is nothing.
pub(super) fn kept(value: Option<Value>) -> Option<Value> {
    value.filter(|value| *value != Value::Boolean(false))
}

/// What the changed cells of a row say.
///
/// # Errors
/// The cells that name what the register does not know.
pub(super) fn parse_cells(
    sheet: &TakenSheet,
    row: &DraftRow,
    parser: &ValueParser<'_>,
) -> Result<Vec<StatedValue>, Vec<CellError>> {
    let (mut said, mut errors) = (Vec::new(), Vec::new());
    for change in &row.changes {
        let Some((key, column)) = sheet.columns.get(change.column).and_then(|column| Some((column.key?, column))) else {
            continue;
        };
        match change.value.as_deref().map(|words| parser.cell(&column.shape, words)).transpose() {
            Ok(value) => said.push(StatedValue { key, value }),
            Err(what) => errors.push(CellError { sheet: sheet.sheet, at: change.at, what }),
        }
    }
    if errors.is_empty() { Ok(said) } else { Err(errors) }
}

/// Whether a table lacks what a column must say wherever the table that holds its key says anything.
pub(super) fn lacks(table: &Table, key: &str, column: &Column) -> bool {
    let begun = key.rsplit_once('.').is_none_or(|(above, _)| get(table, above).is_some());
    column.required && begun && get(table, key).is_none()
}

/// Whether people see a column of that heading.
fn is_there(sheet: &TakenSheet, column: &Column) -> bool {
    sheet.columns.iter().position(|own| own.heading == column.heading).is_some_and(|at| sheet.head.at(0, at).is_some())
}

/// What is said of each column that a sheet does not have: the same of every row that lacks it.
pub(super) fn needed_columns(sheet: &TakenSheet) -> Vec<Text> {
    sheet.columns.iter().filter(|column| !is_there(sheet, column)).map(|column| needed(sheet, column)).collect()
}

pub(super) fn needed(sheet: &TakenSheet, column: &Column) -> Text {
    // Of words the cell wants the words themselves, not those of a file.
    let how = match column.shape {
        Shape::Line | Shape::Prose | Shape::Word(_) | Shape::Pattern(_) | Shape::Reference => column.how(),
        _ => column.shape.expected(),
    };
    let (heading_zh, heading_en, zh, en) = (column.heading.zh(), column.heading.en(), how.zh(), how.en());
    if !is_there(sheet, column) {
        return tr!(
            "“{heading_zh}”必须填写（{zh}），表里没有这一栏，或这一栏是隐藏的；请加上或取消隐藏再填";
            "\"{heading_en}\" must be filled in ({en}), and the sheet has no such column, or hides it: add or show it"
        );
    }
    tr!("“{heading_zh}”必须填写（{zh}）"; "\"{heading_en}\" must be filled in ({en})")
}
