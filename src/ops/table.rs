//! Changes of a record as a TOML table, before it is read as what it is.

use toml::{Table, Value};

use crate::model::{Day, Kind};
use crate::text::Text;

/// A day or moment as TOML has it.
pub(crate) fn datetime(written: &impl ToString) -> Value {
    let written = written.to_string();
    written.parse().map_or(Value::String(written), Value::Datetime)
}

/// Puts more keys into a table; lists grow.
pub(super) fn merge(table: &mut Table, more: Table) {
    for (key, value) in more {
        match (table.get_mut(&key), value) {
            (Some(Value::Array(items)), Value::Array(more)) => items.extend(more),
            (_, value) => drop(table.insert(key, value)),
        }
    }
}

/// Whether the items of a list carry numbers of their own.
pub(super) fn numbered(kind: Kind, key: &str) -> bool {
    let list = kind.fields().iter().find(|field| field.key == key);
    let items = list.and_then(|field| super::verbs::table_fields(&field.shape));
    items.is_some_and(|fields| fields.iter().any(|field| field.key == "no"))
}

/// The lists whose items can be referred to by number (…#2): one sequence of numbers runs through all that a record has.
pub(super) const PARTS: &[&str] = &["task", "unresolved", "problem"];

/// Adds an item to a list of tables, with the next number where items have one.
pub(crate) fn append(table: &mut Table, key: &str, mut item: Table, numbered: bool) {
    if numbered {
        let same = |other: &str| other == key || (PARTS.contains(&key) && PARTS.contains(&other));
        let items = table.iter().filter(|(other, _)| same(other)).filter_map(|(_, list)| list.as_array()).flatten();
        let taken = items.filter_map(|item| item.get("no")?.as_integer()).max().unwrap_or(0);
        item.insert("no".to_owned(), Value::Integer(taken + 1));
    }
    if let Value::Array(items) = table.entry(key).or_insert_with(|| Value::Array(Vec::new())) {
        items.push(Value::Table(item));
    }
}

/// A slip that was mended on a day: which keys, and why.
pub(super) fn amendment(on: Day, keys: impl Iterator<Item = String>, reason: &str) -> Table {
    Table::from_iter([
        ("on".to_owned(), datetime(&on)),
        ("keys".to_owned(), Value::Array(keys.map(Value::String).collect())),
        ("reason".to_owned(), Value::String(reason.to_owned())),
    ])
}

/// Gives another name, and keeps the one so far with its last day; people may go on to type the short one.
pub(super) fn rename(table: &mut Table, mut typed: Table) {
    let until = typed.remove("until");
    let former = table.get("name").filter(|name| typed.get("name").is_some_and(|new| new != *name)).cloned();
    if let Some(name) = former {
        let former = [("name".to_owned(), name)].into_iter().chain(until.map(|until| ("until".to_owned(), until)));
        append(table, "former", former.collect(), false);
    }
    let short = table.get("short").filter(|short| typed.get("short").is_some_and(|new| new != *short)).cloned();
    if let (Some(short), Value::Array(aliases)) = (short, table.entry("aliases").or_insert_with(|| Value::Array(Vec::new()))) {
        aliases.retain(|alias| Some(alias) != typed.get("short"));
        aliases.push(short);
    }
    table.extend(typed);
}

/// The last item of a list that has no end yet.
pub(super) fn in_office<'a>(table: &'a mut Table, key: &str) -> Result<&'a mut Table, Text> {
    let items = table.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten();
    let open = items.filter_map(Value::as_table_mut).filter(|item| !item.contains_key("until")).last();
    open.ok_or(Text::fixed("台账中没有在任的人，请用 set 登记", "the register names nobody in office; use set"))
}

/// Ends what the last item of a list began on the day before its successor begins, and adds the successor.
pub(super) fn hand_over(table: &mut Table, key: &str, typed: Table) -> Result<(), Text> {
    let since = typed.get("since").and_then(Value::as_datetime).and_then(|since| since.to_string().parse::<Day>().ok());
    let item = in_office(table, key)?;
    // A day that cannot be read is told of when the record is.
    if let Some(since) = since {
        item.insert("until".to_owned(), datetime(&since.minus(1)));
    }
    append(table, key, typed, false);
    Ok(())
}

/// A single value as it is written; none of a list or table.
pub(super) fn spoken(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Array(_) | Value::Table(_) => None,
        other => Some(other.to_string()),
    }
}
