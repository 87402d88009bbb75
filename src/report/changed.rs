//! What changed in a record, key by key, in words.

use serde::Serialize;

use super::display::display;
use super::page::headings;
use crate::model::{Content, KeyPath, Kind, Mechanism, Record};
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
            values(&record.content(), &KeyPath::default(), kind, mechanism, &mut leaves);
        }
        leaves
    };
    let (old, new) = (leaves(old), leaves(new));
    let find =
        |list: &[(KeyPath, Text)], key: &KeyPath| list.iter().find(|(other, _)| other == key).map(|(_, words)| words.clone());
    let gone = old.iter().filter(|(key, _)| find(&new, key).is_none()).map(|(key, _)| key);
    let keys = new.iter().map(|(key, _)| key).chain(gone);
    let differs = |key: &KeyPath| {
        let (before, after) = (find(&old, key), find(&new, key));
        (before != after).then(|| Changed {
            heading: kind.heading(key),
            key: key.to_string(),
            before: before.unwrap_or_default(),
            after: after.unwrap_or_default(),
        })
    };
    keys.filter_map(differs).collect()
}

/// Every value without keys, and every list of such, under its key; items are counted from 0 as in messages.
fn values(content: &Content<'_>, at: &KeyPath, kind: Kind, mechanism: &Mechanism, out: &mut Vec<(KeyPath, Text)>) {
    if let Content::Table(entries) = content {
        for (field, value) in entries {
            values(value, &at.key(field.key), kind, mechanism, out);
        }
    } else if let Some(items) = content.tables() {
        for (position, item) in items.iter().enumerate() {
            values(item, &at.item(position), kind, mechanism, out);
        }
    } else {
        let (list, key) = at.to_string().split_once('.').map(|(list, key)| (list.to_owned(), key.to_owned())).unwrap_or_default();
        let is_of_keys = list.starts_with("amended[") && key == "keys";
        let words = if is_of_keys { headings(kind, content) } else { display(content, mechanism) };
        out.push((at.clone(), words));
    }
}
