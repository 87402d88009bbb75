//! What changed in a record, key by key, in words.

use serde::Serialize;
use serde_json::Value;

use super::listing::cell;
use crate::model::field::{Field, Shape};
use crate::model::{KeyPath, Kind, Mechanism, Record};
use crate::text::Text;

/// A key that says something else than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The key (`review.on`).
    pub key: String,
    /// What people call it.
    pub heading: Text,
    /// What it said; empty where it said nothing.
    pub before: Text,
    /// What it says; empty where it says nothing.
    pub after: Text,
}

/// The keys in which two versions of a record differ, in the order of the record. Either may be absent.
#[must_use]
pub fn changed(kind: Kind, old: Option<&Record>, new: Option<&Record>, mechanism: &Mechanism) -> Vec<Changed> {
    let leaves = |record: Option<&Record>| {
        let mut leaves = Vec::new();
        if let Some(record) = record {
            let content = serde_json::to_value(record).unwrap_or_default();
            table(&content, kind.fields(), "", mechanism, &mut leaves);
        }
        leaves
    };
    let (old, new) = (leaves(old), leaves(new));
    let find = |list: &[(String, Text)], key: &str| list.iter().find(|(other, _)| other == key).map(|(_, words)| words.clone());
    let gone = old.iter().filter(|(key, _)| find(&new, key).is_none()).map(|(key, _)| key);
    let keys = new.iter().map(|(key, _)| key).chain(gone);
    let differs = |key: &String| {
        let (before, after) = (find(&old, key), find(&new, key));
        (before != after).then(|| Changed {
            heading: kind.heading(&KeyPath::from(key.as_str())),
            key: key.clone(),
            before: before.unwrap_or_default(),
            after: after.unwrap_or_default(),
        })
    };
    keys.filter_map(differs).collect()
}

/// Every value without keys, under its key; items are counted from 0 as in messages.
fn table(value: &Value, fields: &[Field], above: &str, mechanism: &Mechanism, out: &mut Vec<(String, Text)>) {
    for field in fields {
        let Some(found) = value.get(field.key) else { continue };
        let key = if above.is_empty() { field.key.to_owned() } else { format!("{above}.{}", field.key) };
        match (&field.shape, found) {
            (Shape::Table(inner), found) => table(found, inner, &key, mechanism, out),
            (Shape::List(Shape::Table(inner)), Value::Array(items)) => {
                for (position, item) in items.iter().enumerate() {
                    table(item, inner, &format!("{key}[{position}]"), mechanism, out);
                }
            }
            (shape, found) => out.push((key, cell(Some(found), shape, mechanism))),
        }
    }
}
