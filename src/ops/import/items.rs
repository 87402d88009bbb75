//! Which item of a record's lists each row shows, found by its own keys; an item that is not there yet begins.

use toml::{Table, Value};

use super::key::get;
use super::row_values::{StatedValue, kept};
use super::sheets::TakenSheet;
use crate::intake::{DraftRow, InputCell};
use crate::ops::table::append;
use crate::ops::values::ValueParser;
use crate::report::ledger::Items;

/// An item that a row shows.
#[derive(Clone, Copy)]
pub(super) struct ItemPosition {
    /// Its list, by its place among the lists.
    pub(super) list: usize,
    /// Its place in the list.
    pub(super) at: usize,
    /// Whether the row is where the item is changed: it showed it before, or the item begins here.
    pub(super) is_own: bool,
}

/// What a row says, with what it says it of.
pub(super) struct Placing<'a> {
    pub(super) sheet: &'a TakenSheet,
    pub(super) items: &'static [Items],
    pub(super) parser: &'a ValueParser<'a>,
    pub(super) row: &'a DraftRow,
    pub(super) said: &'a [StatedValue],
    /// How many items each list had before.
    pub(super) stood: &'a [usize],
}

impl Placing<'_> {
    /// The items that the row shows; those that begin are put at the end of their lists.
    pub(super) fn places(&self, table: &mut Table) -> Vec<ItemPosition> {
        let lists = self.items.iter().enumerate();
        lists.filter_map(|(at, items)| self.place(at, items, table)).collect()
    }

    fn place(&self, list: usize, items: &Items, table: &mut Table) -> Option<ItemPosition> {
        if let Some(at) = self.shown(items, table) {
            return Some(ItemPosition { list, at, is_own: true });
        }
        if !self.begins(items) {
            return None;
        }
        let keys = keys(items, |column| self.value(column));
        if let Some(at) = find(table, items, &keys).or_else(|| self.filed_before(list, items, table)) {
            return Some(ItemPosition { list, at, is_own: at >= self.stood[list] });
        }
        let item: Table = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
        let is_numbered = items.is_numbered() && !item.contains_key("no");
        append(table, items.list, item, is_numbered);
        Some(ItemPosition { list, at: count(table, items.list).saturating_sub(1), is_own: true })
    }

    /// The item that the row showed when it was exported. Of those with the same keys it is the one that is alike throughout.
    fn shown(&self, items: &Items, table: &Table) -> Option<usize> {
        self.row.shown.as_ref()?;
        let keys = keys(items, |column| self.stood(column));
        let alike = |item: &Table| {
            let own = self.sheet.columns.iter().filter_map(|column| column.key);
            own.filter_map(|key| Some((key, key.strip_prefix(items.list)?.strip_prefix('.')?)))
                .all(|(column, key)| get(item, key) == kept(self.stood(column)).as_ref())
        };
        let list = table.get(items.list)?.as_array()?;
        let found = list.iter().position(|item| item.as_table().is_some_and(|item| has(item, &keys) && alike(item)));
        found.or_else(|| find(table, items, &keys))
    }

    /// The numbered item that says just what a row without a number does: a sheet is easily imported twice.
    fn filed_before(&self, list: usize, items: &Items, table: &Table) -> Option<usize> {
        if !items.is_numbered() || self.row.shown.is_some() || self.value(&items.column("no")).is_some() {
            return None;
        }
        let columns = self.sheet.columns.iter().filter_map(|column| column.key);
        let keys = columns.flat_map(|column| items.keys(column).map(move |key| (column, key))).filter(|(_, key)| *key != "no");
        let keys: Vec<(&str, Option<Value>)> = keys.map(|(column, key)| (key, kept(self.value(column)))).collect();
        let is_same = |item: &Table| keys.iter().all(|(key, value)| get(item, key) == value.as_ref());
        let stood = table.get(items.list)?.as_array()?.iter().take(self.stood[list]);
        stood.enumerate().find(|(_, item)| item.as_table().is_some_and(is_same)).map(|(at, _)| at)
    }

    /// Whether the row begins an item of that list. A value in a column of the list's own always does. A value that another list borrows
    /// does only where an item needs nothing else, or where no list that borrows it has a value in this row: the mine of a problem is
    /// not yet a visit to that mine.
    fn begins(&self, items: &Items) -> bool {
        let lent = |column: &str| self.borrowers(column).next().is_some();
        let own: Vec<(&str, bool)> = self.own(items).collect();
        let says = |column: &&str| kept(self.value(column)).is_some();
        let (shared, alone): (Vec<&str>, Vec<&str>) = own.iter().map(|(column, _)| *column).partition(|column| lent(column));
        if alone.iter().any(says) {
            return true;
        }
        let is_enough = own.iter().all(|(column, required)| !required || lent(column));
        let is_borrowed = |column: &str| self.borrowers(column).any(|other| self.own(other).any(|(column, _)| says(&column)));
        shared.iter().any(|column| says(column) && (is_enough || !is_borrowed(column)))
    }

    /// The columns of a list's own, and whether an item needs them.
    fn own(&self, items: &Items) -> impl Iterator<Item = (&'static str, bool)> {
        let list = items.list;
        let keyed = self.sheet.columns.iter().filter_map(|column| Some((column.key?, column.required)));
        keyed.filter(move |(key, _)| key.strip_prefix(list).is_some_and(|rest| rest.starts_with('.')))
    }

    fn borrowers(&self, column: &str) -> impl Iterator<Item = &'static Items> {
        self.items.iter().filter(move |items| items.borrowed.iter().any(|(_, from)| *from == column))
    }

    /// What the row says in a column: what is new, else what stands.
    fn value(&self, column: &str) -> Option<Value> {
        match self.said.iter().find(|said| said.key == column) {
            Some(said) => said.value.clone(),
            None => self.stood(column),
        }
    }

    /// What stood in a column when the row was exported.
    fn stood(&self, key: &str) -> Option<Value> {
        let at = self.sheet.columns.iter().position(|column| column.key == Some(key))?;
        let [words, _] = self.row.shown.as_ref()?.cells.get(at)?;
        let shape = &self.sheet.columns[at].shape;
        let spelled = InputCell::Words(words.clone()).read(shape, self.parser.today()).ok()??;
        self.parser.cell(shape, &spelled).ok()
    }
}

type ItemKeys = Vec<(&'static str, Option<Value>)>;

fn keys(items: &Items, value: impl Fn(&str) -> Option<Value>) -> ItemKeys {
    items.found_by.iter().map(|key| (*key, value(&items.column(key)))).collect()
}

/// Whether an item is the one of these keys; nothing is found by keys that say nothing.
fn has(item: &Table, keys: &ItemKeys) -> bool {
    keys.iter().any(|(_, value)| value.is_some()) && keys.iter().all(|(key, value)| item.get(*key) == value.as_ref())
}

fn find(table: &Table, items: &Items, keys: &ItemKeys) -> Option<usize> {
    let list = table.get(items.list)?.as_array()?;
    list.iter().position(|item| item.as_table().is_some_and(|item| has(item, keys)))
}

/// How many items a list has.
pub(super) fn count(table: &Table, list: &str) -> usize {
    table.get(list).and_then(Value::as_array).map_or(0, Vec::len)
}
