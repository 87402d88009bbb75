//! A place in a record as a person names it: `rectification.due`, 整改.整改期限, `to[0].why` counted from 0 as findings print it, 延期2 counted
//! from 1 as people do, 督办事项3 by the number that the item bears.

use toml::{Table, Value};

use super::nearby_days::{NearbyDays, day_of};
use super::verbs::table_fields;
use crate::model::field::{Field, Shape};
use crate::model::{KeyPath, Kind};
use crate::text::{Text, clean, nearest};
use crate::tr;

/// The way to a place through tables and lists, whether or not something stands there.
#[derive(Debug, Clone)]
pub(super) struct RecordPlace {
    steps: Vec<(&'static Field, Option<usize>)>,
}

impl RecordPlace {
    /// The place that a person names in a record. A list of one item needs no number.
    ///
    /// # Errors
    /// The record has no such key or item, or which item is meant is not clear.
    pub(super) fn named(given: &str, record: &Table, fields: &'static [Field]) -> Result<Self, Text> {
        let parts: Vec<&str> = given.split(['.', '·', '．']).map(str::trim).collect();
        let (mut fields, mut table, mut steps) = (fields, Some(record), Vec::new());
        for (at, part) in parts.iter().enumerate() {
            let (field, number) = step(part, fields).ok_or_else(|| unknown(given, part, fields))?;
            let (found, is_last) = (table.and_then(|table| table.get(field.key)), at + 1 == parts.len());
            let items = found.and_then(Value::as_array);
            let position = match (number, items, is_last) {
                (Some(number), Some(items), _) => Some(number.position(items).ok_or_else(|| no_item(given, items.len()))?),
                (Some(_), None, _) => return Err(no_item(given, 0)),
                (None, Some(items), false) if items.len() == 1 => Some(0),
                (None, Some(items), false) => return Err(which(given, part, items.len())),
                (None, ..) => None,
            };
            table = match (found, position) {
                (Some(Value::Array(items)), Some(position)) => items.get(position).and_then(Value::as_table),
                (found, _) => found.and_then(Value::as_table),
            };
            if !is_last && table.is_none() {
                return Err(nothing_above(given, part));
            }
            steps.push((field, position));
            fields = table_fields(&field.shape).unwrap_or_default();
        }
        Ok(Self { steps })
    }

    /// As records name it.
    pub(super) fn key(&self) -> KeyPath {
        self.steps.iter().fold(KeyPath::default(), |path, (field, position)| {
            let path = path.key(field.key);
            position.map_or(path.clone(), |position| path.item(position))
        })
    }

    /// What stands or may stand there.
    pub(super) fn field(&self) -> &'static Field {
        self.steps[self.steps.len() - 1].0
    }

    /// The days of a record by which the year of one is known that is put there: what stands there, else what stands around it.
    pub(super) fn nearby_days(&self, record: &Table, kind: Kind) -> NearbyDays {
        let fact = kind.fields().iter().find(|field| field.is_fact).and_then(|field| record.get(field.key)).and_then(day_of);
        let mut nearby = NearbyDays::of_fact(fact).at(self.steps[0].0.key, kind);
        let mut table = record;
        for (field, position) in &self.steps {
            let item = table.get(field.key).map(|found| position.and_then(|at| found.get(at)).unwrap_or(found));
            let Some(inner) = item.and_then(Value::as_table) else { return nearby.instead_of(item) };
            table = inner;
            nearby = nearby.within(table, table_fields(&field.shape).unwrap_or_default().iter());
        }
        nearby
    }

    /// What an amendment says was mended by taking this out: the list, where others move up or none is left.
    pub(super) fn key_of_removal(&self, record: &Table) -> KeyPath {
        let key = self.key();
        let last = self.steps.last().and_then(|(_, position)| *position);
        match (last, self.list(record)) {
            (Some(position), Some(items)) if position + 1 < items.len() || items.len() == 1 => key.parent().unwrap_or(key),
            _ => key,
        }
    }

    /// Puts a value there.
    ///
    /// # Errors
    /// Several items stand there, of which one has to be named.
    pub(super) fn set(&self, record: &mut Table, value: Value, given: &str) -> Result<(), Text> {
        let (field, position) = self.steps[self.steps.len() - 1];
        let Some(table) = self.table(record) else { return Err(nothing_above(given, field.zh)) };
        match (position, table.get_mut(field.key), &field.shape) {
            (Some(position), Some(Value::Array(items)), _) => items[position] = value,
            (None, Some(Value::Array(items)), _) if items.len() > 1 => return Err(which(given, field.zh, items.len())),
            (_, _, Shape::List(_)) => drop(table.insert(field.key.to_owned(), Value::Array(vec![value]))),
            _ => drop(table.insert(field.key.to_owned(), value)),
        }
        Ok(())
    }

    /// What is taken out from there; none where nothing stood there.
    pub(super) fn take(&self, record: &mut Table) -> Option<Value> {
        let (field, position) = self.steps[self.steps.len() - 1];
        let table = self.table(record)?;
        let Some(position) = position else { return table.remove(field.key) };
        let items = table.get_mut(field.key)?.as_array_mut()?;
        let taken = (position < items.len()).then(|| items.remove(position));
        if items.is_empty() {
            table.remove(field.key);
        }
        taken
    }

    fn list<'t>(&self, record: &'t Table) -> Option<&'t Vec<Value>> {
        let mut table = record;
        for (field, position) in &self.steps[..self.steps.len() - 1] {
            table = match position {
                Some(position) => table.get(field.key)?.as_array()?.get(*position)?.as_table()?,
                None => table.get(field.key)?.as_table()?,
            };
        }
        table.get(self.field().key)?.as_array()
    }

    /// The table in which the last key stands.
    fn table<'t>(&self, record: &'t mut Table) -> Option<&'t mut Table> {
        let mut table = record;
        for (field, position) in &self.steps[..self.steps.len() - 1] {
            table = match position {
                Some(position) => table.get_mut(field.key)?.as_array_mut()?.get_mut(*position)?.as_table_mut()?,
                None => table.get_mut(field.key)?.as_table_mut()?,
            };
        }
        Some(table)
    }
}

/// How an item of a list is named.
#[derive(Debug, Clone, Copy)]
enum ItemNumber {
    /// From 0, in brackets.
    Index(usize),
    /// As people count, or by the number that it bears.
    Ordinal(usize),
}

impl ItemNumber {
    fn position(self, items: &[Value]) -> Option<usize> {
        let number = |item: &Value| item.get("no").and_then(Value::as_integer);
        let position = match self {
            Self::Index(at) => at,
            Self::Ordinal(no) if items.iter().any(|item| number(item).is_some()) => {
                return items.iter().position(|item| number(item) == i64::try_from(no).ok());
            }
            Self::Ordinal(no) => no.checked_sub(1)?,
        };
        (position < items.len()).then_some(position)
    }
}

/// A key with the number of an item behind it, where one is named.
fn step(part: &str, fields: &'static [Field]) -> Option<(&'static Field, Option<ItemNumber>)> {
    let half = crate::model::to_half_width(part);
    let known =
        |name: &str| fields.iter().find(|field| field.key == name || field.zh == name || field.en.eq_ignore_ascii_case(name));
    if let Some((name, at)) = half.split_once('[') {
        let at = at.trim_end_matches(']').parse().ok()?;
        return Some((known(name.trim())?, Some(ItemNumber::Index(at))));
    }
    if let Some(field) = known(&half) {
        return Some((field, None));
    }
    let name = half.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let number = half[name.len()..].parse().ok()?;
    Some((known(name.trim().trim_end_matches(['#', '第']).trim())?, Some(ItemNumber::Ordinal(number))))
}

fn unknown(given: &str, part: &str, fields: &[Field]) -> Text {
    let shown = clean(given);
    let keys = fields.iter().map(|field| format!("{}（{}）", field.zh, field.key)).collect::<Vec<_>>().join("、");
    let keys_en = fields.iter().map(|field| field.key).collect::<Vec<_>>().join(", ");
    let name = part.split('[').next().unwrap_or_default().trim_end_matches(|digit: char| digit.is_ascii_digit());
    match nearest(name, fields.iter().flat_map(|field| [field.zh, field.key])) {
        Some(near) => tr!("这条记录没有 {shown}，是不是 {near}？"; "this record has no {shown}; did you mean {near}?"),
        None => tr!("这条记录没有 {shown}；可用：{keys}"; "this record has no {shown}; its keys are {keys_en}"),
    }
}

fn no_item(given: &str, count: usize) -> Text {
    let shown = clean(given);
    tr!("没有 {shown}：这里有 {count} 项（延期2 是第二项，督办事项3 是编号为 3 的一项）"; "there is no {shown}: there are {count} items (extension2 is the second, task3 the one that bears the number 3)")
}

fn which(given: &str, part: &str, count: usize) -> Text {
    let (shown, part) = (clean(given), clean(part));
    tr!(
        "{shown} 有 {count} 项，请写明是哪一项，如 {part}2";
        "{shown} has {count} items: say which, such as {part}2"
    )
}

fn nothing_above(given: &str, part: &str) -> Text {
    let (shown, part) = (clean(given), clean(part));
    tr!(
        "{shown} 无处可填：这条记录还没有 {part}；先登记 {part}，或写 --set \"{part}=…\"";
        "{shown} has no place: the record has no {part} yet; file that first, or write --set \"{part}=…\""
    )
}
