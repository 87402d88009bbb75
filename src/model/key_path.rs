//! Where a value stands in its record: `to[0].why`. One type names it, walks to it in whatever holds the record, and puts it there.

use std::borrow::Cow;
use std::fmt;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::field::Field;

/// The way to a value: keys, and items of lists counted from 0. The empty path, which is the default, is the record itself.
///
/// Every text is a path; one that names nothing finds nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct KeyPath(Vec<KeyStep>);

/// One step of a [`KeyPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyStep {
    /// To the value of a key.
    Key(Cow<'static, str>),
    /// To an item of a list.
    Item(usize),
}

/// Something of which records are made: a value that may be a table or a list of more.
pub trait RecordNode: Sized {
    /// What holds values by their keys.
    type Table: ?Sized;

    /// The value of a key.
    fn in_table<'t>(table: &'t Self::Table, key: &str) -> Option<&'t Self>;
    /// The table that it is.
    fn as_table(&self) -> Option<&Self::Table>;
    /// The list that it is.
    fn as_list(&self) -> Option<&[Self]>;
}

impl KeyPath {
    /// The steps, from the record down.
    #[must_use]
    pub fn steps(&self) -> &[KeyStep] {
        &self.0
    }

    /// Whether it is the record itself.
    #[must_use]
    pub fn is_record(&self) -> bool {
        self.0.is_empty()
    }

    /// The path of a key of the table that stands here.
    #[must_use]
    pub fn key(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.below(KeyStep::Key(key.into()))
    }

    /// The path of an item of the list that stands here.
    #[must_use]
    pub fn item(&self, position: usize) -> Self {
        self.below(KeyStep::Item(position))
    }

    fn below(&self, step: KeyStep) -> Self {
        let mut path = Vec::with_capacity(self.0.len() + 1);
        path.extend_from_slice(&self.0);
        path.push(step);
        Self(path)
    }

    /// Another path as it is where this one is the record.
    #[must_use]
    pub fn join(&self, below: &Self) -> Self {
        Self([&self.0[..], &below.0].concat())
    }

    /// What it stands in; none for the record itself.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.split_last().map(|(_, above)| Self(above.to_vec()))
    }

    /// Whether another stands here or below: `to` covers `to[0].why`.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The path without the items on it, as columns have it: `reinspection[1].on` is `reinspection.on`.
    #[must_use]
    pub fn without_items(&self) -> Self {
        Self(self.0.iter().filter(|step| matches!(step, KeyStep::Key(_))).cloned().collect())
    }

    /// Whether the keys on it, without the items, are those of a text: `reinspection[1].on` is at `reinspection.on`.
    #[must_use]
    pub fn is_at(&self, keys: &str) -> bool {
        let own = self.0.iter().filter_map(|step| match step {
            KeyStep::Key(key) => Some(&**key),
            KeyStep::Item(_) => None,
        });
        own.eq(keys.split('.'))
    }

    /// The fields on the way, each with its item where the path goes to one; as far as there are such keys.
    #[must_use]
    pub fn fields(&self, mut fields: &'static [Field]) -> Vec<(&'static Field, Option<usize>)> {
        let mut found: Vec<(&'static Field, Option<usize>)> = Vec::with_capacity(self.0.len());
        for step in &self.0 {
            match (step, found.last_mut()) {
                (KeyStep::Item(position), Some((_, item))) => *item = Some(*position),
                (KeyStep::Item(_), None) => break,
                (KeyStep::Key(key), _) => {
                    let Some(field) = fields.iter().find(|field| field.key == key) else { break };
                    found.push((field, None));
                    fields = field.shape.keys();
                }
            }
        }
        found
    }

    /// The field of the value, or of the list of which it is an item.
    #[must_use]
    pub fn field(&self, fields: &'static [Field]) -> Option<&'static Field> {
        let keys = self.0.iter().filter(|step| matches!(step, KeyStep::Key(_))).count();
        let found = self.fields(fields);
        if found.len() == keys { found.last().map(|(field, _)| *field) } else { None }
    }

    /// What stands on the way to the value and at last the value, as far as it is there.
    pub fn walk<'n, N: RecordNode + 'n>(&self, record: &'n N::Table) -> impl Iterator<Item = &'n N> {
        let mut at: Option<&'n N> = None;
        self.0.iter().map_while(move |step| {
            at = match (step, at) {
                (KeyStep::Key(key), None) => N::in_table(record, key),
                (KeyStep::Key(key), Some(node)) => N::in_table(node.as_table()?, key),
                (KeyStep::Item(position), node) => node?.as_list()?.get(*position),
            };
            at
        })
    }

    /// The value, where it is there.
    #[must_use]
    pub fn find<'n, N: RecordNode + 'n>(&self, record: &'n N::Table) -> Option<&'n N> {
        let (mut passed, mut found) = (0, None);
        for node in self.walk(record) {
            (passed, found) = (passed + 1, Some(node));
        }
        found.filter(|_| passed == self.0.len())
    }

    /// Goes one step down.
    pub(super) fn push(&mut self, step: KeyStep) {
        self.0.push(step);
    }

    /// Goes one step up again.
    pub(super) fn pop(&mut self) {
        self.0.pop();
    }
}

impl From<&str> for KeyPath {
    fn from(text: &str) -> Self {
        let mut steps = Vec::new();
        for part in text.split('.').filter(|_| !text.is_empty()) {
            match items(part) {
                Some((key, items)) => {
                    steps.push(KeyStep::Key(key.to_owned().into()));
                    steps.extend(items.into_iter().map(KeyStep::Item));
                }
                None => steps.push(KeyStep::Key(part.to_owned().into())),
            }
        }
        Self(steps)
    }
}

/// A key with the items behind it: `to[0]`.
fn items(part: &str) -> Option<(&str, Vec<usize>)> {
    let (key, rest) = part.split_at(part.find('[')?);
    let items = rest.strip_prefix('[')?.strip_suffix(']')?.split("][");
    Some((key, items.map(|item| item.parse().ok()).collect::<Option<_>>()?))
}

impl From<String> for KeyPath {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&Self> for KeyPath {
    fn from(path: &Self) -> Self {
        path.clone()
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                KeyStep::Key(key) if depth == 0 => f.write_str(key)?,
                KeyStep::Key(key) => write!(f, ".{key}")?,
                KeyStep::Item(position) => write!(f, "[{position}]")?,
            }
        }
        Ok(())
    }
}

impl serde::Serialize for KeyPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl RecordNode for toml::Value {
    type Table = toml::Table;

    fn in_table<'t>(table: &'t toml::Table, key: &str) -> Option<&'t Self> {
        table.get(key)
    }

    fn as_table(&self) -> Option<&toml::Table> {
        self.as_table()
    }

    fn as_list(&self) -> Option<&[Self]> {
        self.as_array().map(Vec::as_slice)
    }
}

impl<'i> RecordNode for Spanned<DeValue<'i>> {
    type Table = DeTable<'i>;

    fn in_table<'t>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Self> {
        table.get(key)
    }

    fn as_table(&self) -> Option<&DeTable<'i>> {
        self.get_ref().as_table()
    }

    fn as_list(&self) -> Option<&[Self]> {
        self.get_ref().as_array().map(|items| &items[..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    #[test]
    fn a_path_is_spelled_as_it_was_read() {
        for text in ["", "title", "to[0].why", "reply.task[12].due", "a..b", "to[x].why", "to[0", "[1]"] {
            assert_eq!(KeyPath::from(text).to_string(), text);
        }
        let why = KeyPath::default().key("to").item(0).key("why");
        assert_eq!(KeyPath::from("to[0].why"), why);
        assert_eq!(why.parent().and_then(|item| item.parent()), Some("to".into()));
        assert_eq!(why.without_items(), "to.why".into());
    }

    #[test]
    fn a_path_covers_what_stands_below() {
        let covers = |above: &str, key: &str| KeyPath::from(above).covers(&key.into());
        assert!(covers("to", "to[0].why") && covers("to[0]", "to[0].why") && covers("", "to") && covers("to", "to"));
        assert!(!covers("to[1]", "to[10].why") && !covers("to", "town") && !covers("to[0].why", "to[0]"));
    }

    #[test]
    fn a_path_finds_its_value_and_its_field() {
        let table: toml::Table = "[[to]]\nwho = 1\n\n[[to]]\nwho = 2\n".parse().expect("TOML");
        let find = |key: &str| KeyPath::from(key).find::<toml::Value>(&table).and_then(toml::Value::as_integer);
        assert_eq!((find("to[1].who"), find("to[2].who"), find("to.who"), find("who")), (Some(2), None, None, None));
        let field = |key: &str| KeyPath::from(key).field(Kind::Notice.fields()).map(|field| field.key);
        assert_eq!((field("to[1].why"), field("to[1]"), field("to[1].who.why")), (Some("why"), Some("to"), None));
    }
}
