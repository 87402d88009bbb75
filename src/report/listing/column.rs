//! A key of a record as a person names it, `rectification.due` or 整改.整改期限, and what stands there.

use crate::model::field::{Field, Shape};
use crate::model::{Content, Leaf};
use crate::text::{Text, clean, nearest};
use crate::tr;

/// The way to a value through tables; lists on it are looked through item by item.
#[derive(Debug, Clone)]
pub(super) struct ListColumn(Vec<&'static Field>);

impl ListColumn {
    /// The column of a key that stands at the top.
    pub(super) fn of(field: &'static Field) -> Self {
        Self(vec![field])
    }

    /// The column that a person names, by keys or by headings in either language.
    pub(super) fn named(given: &str, of: &Text, fields: &'static [Field]) -> Result<Self, Text> {
        let (mut path, mut fields) = (Vec::new(), fields);
        for part in given.split('.').map(str::trim) {
            let is_meant = |field: &&Field| field.key == part || field.zh == part || field.en.eq_ignore_ascii_case(part);
            let Some(field) = fields.iter().find(is_meant) else { return Err(unknown(given, part, of, fields)) };
            path.push(field);
            fields = field.shape.keys();
        }
        Ok(Self(path))
    }

    /// The key that is named last.
    pub(super) fn field(&self) -> &'static Field {
        self.0[self.0.len() - 1]
    }

    /// The shape of a value there, or of an item of the list there.
    pub(super) fn shape(&self) -> &'static Shape {
        match &self.field().shape {
            Shape::List(item) => item,
            shape => shape,
        }
    }

    /// Its name as files have it.
    pub(super) fn key(&self) -> String {
        self.0.iter().map(|field| field.key).collect::<Vec<_>>().join(".")
    }

    pub(super) fn heading(&self) -> Text {
        let headings: Vec<Text> = self.0.iter().map(|field| field.heading()).collect();
        Text::join(&headings, "·", " · ")
    }

    /// What stands there: more than one value where a list is on the way.
    pub(super) fn values<'c, 'r>(&self, record: &'c Content<'r>) -> Vec<&'c Content<'r>> {
        self.0.iter().fold(vec![record], |values, field| {
            let inner = values.into_iter().flat_map(|value| match value {
                Content::List(items) => items.iter().collect(),
                value => vec![value],
            });
            inner.filter_map(|value| value.get(field.key)).collect()
        })
    }

    /// The values without keys that stand there.
    pub(super) fn leaves<'r>(&self, record: &Content<'r>) -> Vec<Leaf<'r>> {
        let leaf = |value: &Content<'r>| match value {
            Content::Leaf(leaf) => Some(*leaf),
            _ => None,
        };
        let of_value = |value: &Content<'r>| match value {
            Content::List(items) => items.iter().filter_map(leaf).collect(),
            value => leaf(value).into_iter().collect::<Vec<_>>(),
        };
        self.values(record).into_iter().flat_map(of_value).collect()
    }
}

fn unknown(given: &str, part: &str, of: &Text, fields: &[Field]) -> Text {
    let (zh, en, shown) = (of.zh(), of.en(), clean(given));
    let keys = fields.iter().map(|field| format!("{}（{}）", field.key, field.zh)).collect::<Vec<_>>().join("、");
    let keys_en = fields.iter().map(|field| field.key).collect::<Vec<_>>().join(", ");
    let near = nearest(part, fields.iter().flat_map(|field| [field.key, field.zh]));
    let (near_zh, near_en) =
        near.map_or((String::new(), String::new()), |near| (format!("（是不是 {near}？）"), format!(" (did you mean {near}?)")));
    tr!(
        "{zh}没有 {shown} 这一项{near_zh}，可用：{keys}";
        "a record of kind {en} has no key {shown}{near_en}; its keys are {keys_en}"
    )
}
