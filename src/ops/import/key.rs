//! A value at a key path that a column stands for. A list of tables stands for its last item.

use toml::{Table, Value};

/// Puts a value at a path, or takes out what stands there; a table that is not there yet is made, one that is left empty goes.
pub(super) fn put(table: &mut Table, path: &str, lists: &[&str], value: Option<Value>) {
    let Some((step, rest)) = path.split_once('.') else {
        match value {
            Some(value) => drop(table.insert(path.to_owned(), value)),
            None => drop(table.remove(path)),
        }
        return;
    };
    let is_list = lists.contains(&step);
    if value.is_none() && !table.contains_key(step) {
        return;
    }
    let new = || if is_list { Value::Array(vec![Value::Table(Table::new())]) } else { Value::Table(Table::new()) };
    let inner = match table.entry(step).or_insert_with(new) {
        Value::Array(items) => items.last_mut().and_then(Value::as_table_mut),
        Value::Table(inner) => Some(inner),
        _ => None,
    };
    let Some(inner) = inner else { return };
    put(inner, rest, lists, value);
    if inner.is_empty() {
        match table.get_mut(step) {
            Some(Value::Array(items)) if items.len() > 1 => drop(items.pop()),
            _ => drop(table.remove(step)),
        }
    }
}

/// What stands at a path.
pub(super) fn get<'a>(table: &'a Table, path: &str) -> Option<&'a Value> {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    let value = table.get(step)?;
    let Some(rest) = rest else { return Some(value) };
    let inner = match value {
        Value::Array(items) => items.last()?.as_table()?,
        value => value.as_table()?,
    };
    get(inner, rest)
}

/// A key path as columns have it: `reinspection[1].on` is `reinspection.on`.
pub(super) fn bare(key: &str) -> String {
    let mut within = false;
    let outside = |c: &char| {
        within = (within || *c == '[') && *c != ']';
        !within && *c != ']'
    };
    key.chars().filter(outside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_stands_for_its_last_item() {
        let mut table: Table = "[[look]]\non = 1\n\n[[look]]\non = 2\n".parse().expect("TOML");
        put(&mut table, "look.text", &["look"], Some(Value::from("甲")));
        put(&mut table, "closed.on", &["look"], Some(Value::from(3)));
        assert_eq!(table.to_string(), "[closed]\non = 3\n\n[[look]]\non = 1\n\n[[look]]\non = 2\ntext = \"甲\"\n");
        assert_eq!(get(&table, "look.on"), Some(&Value::from(2)));
        put(&mut table, "closed.on", &["look"], None);
        put(&mut table, "look.on", &["look"], None);
        put(&mut table, "look.text", &["look"], None);
        assert_eq!(table.to_string(), "[[look]]\non = 1\n", "what is left empty goes, the rest stays");
        assert_eq!(bare("reinspection[1].on"), "reinspection.on");
    }
}
