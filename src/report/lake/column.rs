//! Columns, straight from the FIELDS of a kind.

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::Kind;
use crate::model::field::{Field, Shape, Word};
use crate::text::Text;

/// A column of a table, or of a table within one.
#[derive(Debug, Clone)]
pub struct LakeColumn {
    /// What questions call it.
    pub name: String,
    /// What people call it.
    pub heading: Text,
    /// What it holds.
    pub shape: LakeShape,
}

/// What a column holds. Anything may be absent.
#[derive(Debug, Clone)]
pub enum LakeShape {
    /// true or false.
    Flag,
    /// A whole number.
    Count,
    /// Text.
    Text,
    /// One of several words.
    Word(Vec<LakeWord>),
    /// A calendar day.
    Day,
    /// A day with a time of the register's zone.
    Moment,
    /// Any number of one shape.
    List(Box<Self>),
    /// Columns of its own.
    Struct(Vec<LakeColumn>),
}

/// A word that a column may hold, and what people call it.
#[derive(Debug, Clone)]
pub struct LakeWord {
    /// As it stands there.
    pub id: String,
    /// What it is called.
    pub label: Text,
}

impl From<&Word> for LakeWord {
    fn from(word: &Word) -> Self {
        Self { id: word.id.to_owned(), label: word.label() }
    }
}

impl LakeColumn {
    /// A column that is no key of a record.
    pub(super) fn own(name: &str, zh: &'static str, en: &'static str, shape: LakeShape) -> Self {
        Self { name: name.to_owned(), heading: Text::fixed(zh, en), shape }
    }

    fn of_field(field: &Field) -> Self {
        Self { name: field.key.to_owned(), heading: field.heading(), shape: LakeShape::of(&field.shape) }
    }

    /// What it is, for whoever reads the file: its names, and the words that it may hold with theirs.
    #[must_use]
    pub fn described(&self) -> Value {
        let (zh, en) = (self.heading.zh(), self.heading.en());
        let mut described = json!({ "name": self.name, "zh": zh, "en": en });
        match self.shape.innermost() {
            LakeShape::Word(words) => {
                let word = |word: &LakeWord| json!({ "word": word.id, "zh": word.label.zh(), "en": word.label.en() });
                described["words"] = words.iter().map(word).collect();
            }
            LakeShape::Struct(columns) => described["columns"] = columns.iter().map(Self::described).collect(),
            _ => {}
        }
        described
    }
}

impl LakeShape {
    fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Flag => Self::Flag,
            Shape::Count | Shape::Listed(_) => Self::Count,
            Shape::Line | Shape::Prose | Shape::Reference | Shape::Pattern(_) => Self::Text,
            Shape::Day => Self::Day,
            Shape::Moment => Self::Moment,
            Shape::Word(words) => Self::Word(words.iter().map(LakeWord::from).collect()),
            Shape::List(item) => Self::List(Box::new(Self::of(item))),
            Shape::Table(fields) => Self::Struct(fields.iter().map(LakeColumn::of_field).collect()),
        }
    }

    /// One of the words that a type of the program's stands for, as its JSON spells them.
    pub(super) fn of_words<T: Copy + Serialize>(all: &[T], label: impl Fn(T) -> Text) -> Self {
        Self::Word(all.iter().filter_map(|word| Some(LakeWord { id: spelled(word)?, label: label(*word) })).collect())
    }

    /// Without the lists around it.
    fn innermost(&self) -> &Self {
        match self {
            Self::List(item) => item.innermost(),
            shape => shape,
        }
    }
}

/// The columns that say whose row it is.
pub(super) fn leading() -> Vec<LakeColumn> {
    use LakeShape::{Count, Text};
    vec![
        LakeColumn::own("edition", "版别", "edition", Text),
        LakeColumn::own("district", "行政区划代码", "division code", Text),
        LakeColumn::own("ref", "记录", "record", Text),
        LakeColumn::own("year", "登记年份", "year of filing", Count),
        LakeColumn::own("unit", "单位", "unit", Text),
        LakeColumn::own(MINE, "矿山", "mine", Text),
    ]
}

/// The key under which records name their mine: it says whose row it is.
pub(super) const MINE: &str = "mine";

/// The fields of a kind that have a column of their own.
pub(super) fn own_fields(fields: &'static [Field]) -> impl Iterator<Item = &'static Field> {
    fields.iter().filter(|field| field.key != MINE)
}

/// The columns of rows that hold those fields of a kind.
pub(super) fn columns(kind: Kind, fields: &'static [Field]) -> Vec<LakeColumn> {
    let mut columns = leading();
    for field in own_fields(fields) {
        let mut column = LakeColumn::of_field(field);
        if columns.iter().any(|taken| taken.name == column.name) {
            column.name = format!("{}_{}", kind.label().en().replace(' ', "_"), column.name);
        }
        columns.push(column);
    }
    columns
}

/// A word of the program as its JSON spells it: as it stands, or as the state of something that says more.
pub(super) fn spelled(word: impl Serialize) -> Option<String> {
    let spelled = serde_json::to_value(word).ok()?;
    spelled.get("state").unwrap_or(&spelled).as_str().map(str::to_owned)
}
