//! Several rows that are one record. Of the record as a whole they say the same, or only one of them says it; of its lists each shows
//! an item. First each row finds its items, then what all say of one key is settled.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::CellError;
use super::cells::RecordCells;
use super::items::{ItemPosition, Placing, count};
use super::key::put as put_at;
use super::row_values::{StatedValue, kept, lacks, needed, parse_cells};
use super::sheets::TakenSheet;
use crate::intake::{CellRef, Draft, DraftRow};
use crate::ops::values::ValueParser;
use crate::report::ledger::{Column, Items};
use crate::text::Text;
use crate::tr;

/// Puts what rows say into the table of their record.
pub(super) fn put(
    sheet: &TakenSheet,
    items: &'static [Items],
    draft: &Draft,
    parser: &ValueParser<'_>,
    table: &mut Table,
) -> Result<RecordCells, Vec<CellError>> {
    let stood: Vec<usize> = items.iter().map(|items| count(table, items.list)).collect();
    let mut rows = Vec::new();
    for row in &draft.rows {
        let said = parse_cells(sheet, row, parser)?;
        let places = Placing { sheet, items, parser, row, said: &said, stood: &stood }.places(table);
        rows.push(RowStatements { row, said, places });
    }
    let several = RowGroup { sheet, items, is_new: draft.reference.is_none(), stood, rows };
    let (silent, mut errors) = several.settle(table);
    errors.extend(several.emptied(table));
    if errors.is_empty() {
        errors = several.lacking(table);
    }
    remove_empty_items(table, items);
    if errors.is_empty() { Ok(RecordCells { silent, ..several.cells(draft.at()) }) } else { Err(errors) }
}

/// A row with what it says and the items that it shows.
struct RowStatements<'a> {
    row: &'a DraftRow,
    said: Vec<StatedValue>,
    places: Vec<ItemPosition>,
}

/// The rows of a record.
struct RowGroup<'a> {
    sheet: &'a TakenSheet,
    items: &'static [Items],
    is_new: bool,
    /// How many items each list had before.
    stood: Vec<usize>,
    rows: Vec<RowStatements<'a>>,
}

/// A key of which cells speak.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum CellTarget {
    Whole(&'static str),
    /// A key of an item: its list by its place, the item's place in it.
    Item(usize, usize, &'static str),
}

/// What a cell says of a key.
struct CellStatement {
    row: u32,
    at: CellRef,
    says: Statement,
    is_own: bool,
}

/// What a cell says beside what stands.
enum Statement {
    TheSame,
    /// It is blank, and the record is not.
    Nothing,
    Anew(Value),
}

impl Statement {
    fn from_stated(said: Option<&StatedValue>) -> Self {
        match said.map(|said| &said.value) {
            None => Self::TheSame,
            Some(None) => Self::Nothing,
            Some(Some(value)) => Self::Anew(value.clone()),
        }
    }

    fn anew(&self) -> Option<&Value> {
        match self {
            Self::Anew(value) => Some(value),
            Self::TheSame | Self::Nothing => None,
        }
    }
}

impl RowGroup<'_> {
    /// Puts into the table what all rows together say; with the blank cells that say nothing, and what cannot be so.
    fn settle(&self, table: &mut Table) -> (Vec<CellRef>, Vec<CellError>) {
        let mut words: BTreeMap<CellTarget, Vec<CellStatement>> = BTreeMap::new();
        for saying in &self.rows {
            for (at, column) in self.columns(saying) {
                for (target, is_own) in self.targets(saying, column) {
                    let said = saying.said.iter().find(|said| Some(said.key) == column.key);
                    // Of an item that begins, a blank cell says nothing.
                    if said.is_none() && saying.row.shown.is_none() && (self.is_new || matches!(target, CellTarget::Item(..))) {
                        continue;
                    }
                    words.entry(target).or_default().push(CellStatement {
                        row: saying.row.row,
                        at,
                        says: Statement::from_stated(said),
                        is_own,
                    });
                }
            }
        }
        let (mut silent, mut errors) = (Vec::new(), Vec::new());
        for (target, words) in words {
            errors.extend(self.agree(&target, &words, table).err());
            let is_blank = |word: &&CellStatement| matches!(word.says, Statement::Nothing);
            if !words.iter().all(|word| is_blank(&word)) {
                silent.extend(words.iter().filter(is_blank).map(|word| word.at));
            }
        }
        (silent, errors)
    }

    /// Items that stood and of which rows leave nothing: that a cell was emptied does not say that there is no such item.
    fn emptied(&self, table: &Table) -> Vec<CellError> {
        let mut errors: BTreeMap<CellRef, CellError> = BTreeMap::new();
        for saying in &self.rows {
            for ItemPosition { list, at, .. } in saying.places.iter().filter(|place| place.at < self.stood[place.list]) {
                let items = &self.items[*list];
                let item = table.get(items.list).and_then(|items| items.get(*at)).and_then(Value::as_table);
                if item.is_none_or(|item| !item.is_empty()) {
                    continue;
                }
                let of_item = |column: &Column| column.key.is_some_and(|key| items.keys(key).next().is_some());
                let Some((cell, column)) = self.columns(saying).find(|(_, column)| of_item(column)) else { continue };
                let what = left_empty(&column.heading);
                errors.entry(cell).or_insert(CellError { sheet: self.sheet.sheet, at: cell, what });
            }
        }
        errors.into_values().collect()
    }

    /// The columns that stand on the sheet, each with its cell in a row.
    fn columns<'s>(&'s self, saying: &'s RowStatements<'_>) -> impl Iterator<Item = (CellRef, &'s Column)> {
        let columns = self.sheet.columns.iter().enumerate().filter(|(_, column)| column.key.is_some());
        columns.filter_map(|(at, column)| Some((self.sheet.head.at(saying.row.row, at)?, column)))
    }

    /// All columns with keys, each with its cell in a row where the sheet has the column.
    fn asked_columns<'s>(&'s self, saying: &'s RowStatements<'_>) -> impl Iterator<Item = (Option<CellRef>, &'s Column)> {
        let columns = self.sheet.columns.iter().enumerate().filter(|(_, column)| column.key.is_some());
        columns.map(|(at, column)| (self.sheet.head.at(saying.row.row, at), column))
    }

    /// The cell that speaks of the table in which a key lies that no column of the sheet holds.
    fn beside(&self, saying: &RowStatements<'_>, column: &Column) -> CellRef {
        let table = |column: &Column| column.key.and_then(|key| key.rsplit_once('.')).map(|(table, _)| table);
        let of_table = self.columns(saying).find(|(_, other)| table(other).is_some() && table(other) == table(column));
        let first = saying.row.changes.first().map_or(CellRef { row: saying.row.row, column: 0 }, |change| change.at);
        of_table.map_or(first, |(at, _)| at)
    }

    /// What a cell speaks of, and whether its row is where that is changed.
    fn targets(&self, saying: &RowStatements<'_>, column: &Column) -> Vec<(CellTarget, bool)> {
        let Some(key) = column.key else { return Vec::new() };
        if !self.items.iter().any(|items| items.keys(key).next().is_some()) {
            return vec![(CellTarget::Whole(key), true)];
        }
        let target = |place: &ItemPosition| {
            self.items[place.list]
                .keys(key)
                .map(|key| (CellTarget::Item(place.list, place.at, key), place.is_own))
                .collect::<Vec<_>>()
        };
        saying.places.iter().flat_map(target).collect()
    }

    /// Puts what cells agree to say of a key.
    fn agree(&self, target: &CellTarget, words: &[CellStatement], table: &mut Table) -> Result<(), CellError> {
        let error = |at: CellRef, what: Text| CellError { sheet: self.sheet.sheet, at, what };
        let stands = self.read(target, table).cloned();
        // 应急管理局 says no more than 应急.
        let anew = |word: &CellStatement| word.says.anew().filter(|value| kept(Some((*value).clone())) != stands).cloned();
        let Some((first, value)) = words.iter().find_map(|word| Some((word, anew(word)?))) else {
            // One of several rows left blank is how people write what stands above it.
            if !words.is_empty() && words.iter().all(|word| matches!(word.says, Statement::Nothing)) {
                self.write(target, None, table);
            }
            return Ok(());
        };
        if let Some(other) = words.iter().find(|word| anew(word).is_some_and(|other| other != value)) {
            return Err(error(other.at, differ(first.row, other.row)));
        }
        if !first.is_own {
            return Err(error(first.at, elsewhere()));
        }
        if let Some(silent) = words.iter().find(|word| self.is_key(target) && word.is_own && anew(word).is_none()) {
            return Err(error(first.at, shared(silent.row)));
        }
        self.write(target, kept(Some(value)), table);
        Ok(())
    }

    /// Whether an item that stands is found by a key.
    fn is_key(&self, target: &CellTarget) -> bool {
        match target {
            CellTarget::Whole(_) => false,
            CellTarget::Item(list, at, key) => *at < self.stood[*list] && self.items[*list].found_by.contains(key),
        }
    }

    fn read<'t>(&self, target: &CellTarget, table: &'t Table) -> Option<&'t Value> {
        match target {
            CellTarget::Whole(key) => super::key::get(table, key),
            CellTarget::Item(list, at, key) => {
                super::key::get(table.get(self.items[*list].list)?.as_array()?.get(*at)?.as_table()?, key)
            }
        }
    }

    fn write(&self, target: &CellTarget, value: Option<Value>, table: &mut Table) {
        match target {
            CellTarget::Whole(key) => put_at(table, key, &[], value),
            CellTarget::Item(list, at, key) => {
                let items = table.get_mut(self.items[*list].list).and_then(Value::as_array_mut);
                if let Some(item) = items.and_then(|items| items.get_mut(*at)).and_then(Value::as_table_mut) {
                    put_at(item, key, &[], value);
                }
            }
        }
    }

    /// What must be said and is not, at its cell.
    fn lacking(&self, table: &Table) -> Vec<CellError> {
        let mut errors = Vec::new();
        for (number, saying) in self.rows.iter().enumerate() {
            for (at, column) in self.asked_columns(saying) {
                let is_lacking = |target: &CellTarget| match target {
                    CellTarget::Whole(key) => number == 0 && lacks(table, key, column),
                    CellTarget::Item(list, place, key) => {
                        let item = table.get(self.items[*list].list).and_then(|items| items.get(*place));
                        item.and_then(Value::as_table).is_some_and(|item| !item.is_empty() && lacks(item, key, column))
                    }
                };
                if self.targets(saying, column).iter().any(|(target, _)| is_lacking(target)) {
                    let at = at.unwrap_or_else(|| self.beside(saying, column));
                    errors.push(CellError { sheet: self.sheet.sheet, at, what: needed(self.sheet, column) });
                }
            }
        }
        errors
    }

    /// Where each key stands: of cells that hold one, first those of items that begin, then those that say something new.
    fn cells(&self, whole: CellRef) -> RecordCells {
        let mut keys: Vec<((bool, bool), String, CellRef)> = Vec::new();
        for saying in &self.rows {
            for (at, column) in self.columns(saying) {
                let is_changed = saying.said.iter().any(|said| Some(said.key) == column.key);
                for (target, _) in self.targets(saying, column) {
                    let (stands, key) = match target {
                        CellTarget::Whole(key) => (true, key.to_owned()),
                        CellTarget::Item(list, at, key) => {
                            (at < self.stood[list], format!("{}[{at}].{key}", self.items[list].list))
                        }
                    };
                    keys.push(((stands, !is_changed), key, at));
                }
            }
        }
        keys.sort_by_key(|(order, ..)| *order);
        let keys = keys.into_iter().map(|(_, key, at)| (key, at)).collect();
        RecordCells { sheet: self.sheet.sheet, row: whole, keys, silent: Vec::new() }
    }
}

/// Takes out items of which nothing is left.
fn remove_empty_items(table: &mut Table, items: &[Items]) {
    for Items { list, .. } in items {
        if let Some(Value::Array(left)) = table.get_mut(*list) {
            left.retain(|item| item.as_table().is_none_or(|item| !item.is_empty()));
            if left.is_empty() {
                table.remove(*list);
            }
        }
    }
}

fn differ(first: u32, other: u32) -> Text {
    let (first, other) = (first + 1, other + 1);
    tr!(
        "第 {first} 行与第 {other} 行是同一条记录，这一栏却改得不一样；请改成一致，或只在其中一行改";
        "rows {first} and {other} are the same record and say different things here; let them agree, or change only one of them"
    )
}

fn left_empty(heading: &Text) -> Text {
    let (zh, en) = (heading.zh(), heading.en());
    tr!(
        "这一行的“{zh}”已经登记，清空不等于删去；请恢复原样，确实要删去这一项的用 liandong edit 改";
        "what stands in this row under \"{en}\" is not taken out by an emptied cell; put it back, or take the item out with liandong edit"
    )
}

fn shared(silent: u32) -> Text {
    let silent = silent + 1;
    tr!(
        "第 {silent} 行说的是同一项，还是原来的内容；要改的请各行一起改，要增加一项的请复制一行（连同隐藏列）再改";
        "row {silent} shows the same item, as it stood; change all its rows alike, or for an item more copy a row with its hidden cells and change that"
    )
}

fn elsewhere() -> Text {
    Text::fixed(
        "这一项已经登记，内容不同；要改它请在它自己的那一行改，要增加一项请换用别的序号或日期",
        "this item stands and says something else; change it in its own row, or give an item more another number or day",
    )
}
