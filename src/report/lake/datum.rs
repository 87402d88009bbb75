//! What stands in a row: what a record holds, in the order of its FIELDS, without what is sealed.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::model::field::{Field, Shape};
use crate::model::{Content, Day, Leaf, MineId, Party};
use crate::report::Redaction;
use crate::report::redaction::Redact as _;

/// A value, as its column is shaped.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum<'a> {
    /// Nothing.
    Absent,
    /// true or false.
    Flag(bool),
    /// A whole number.
    Count(i64),
    /// Text that people wrote.
    Text(Cow<'a, str>),
    /// A word of the program or an id.
    Word(Cow<'a, str>),
    /// A day, counted from 1970-01-01.
    Day(i32),
    /// A moment of the register's zone, in microseconds from the beginning of 1970-01-01.
    Moment(i64),
    /// Items.
    List(Vec<Self>),
    /// Values in the order of the columns.
    Struct(Vec<Self>),
}

impl<'a> Datum<'a> {
    /// A word of the program or an id.
    pub(super) fn word(word: impl Into<Cow<'a, str>>) -> Self {
        Self::Word(word.into())
    }

    /// A day.
    pub(super) fn day(day: Day) -> Self {
        Self::Day(i32::try_from((day.date() - NaiveDate::default()).num_days()).unwrap_or_default())
    }

    /// A number, as far as there are any.
    pub(super) fn count(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// What there may be.
    pub(super) fn maybe<T>(value: Option<T>, datum: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Absent, datum)
    }
}

/// A mine by the name that it goes by here.
pub(super) fn mine<'a>(mine: &MineId, by: &Redaction) -> Datum<'a> {
    Datum::word(by.called(mine).to_owned())
}

/// What a field says, where anything stands there. A flag and a list that are absent are empty.
pub(super) fn of_field<'a>(field: &Field, content: Option<&Content<'a>>, by: &'a Redaction) -> Datum<'a> {
    match content.filter(|_| !field.sealed) {
        Some(content) => of_shape(&field.shape, content, by),
        None if field.sealed => Datum::Absent,
        None => match field.shape {
            Shape::Flag => Datum::Flag(false),
            Shape::List(_) => Datum::List(Vec::new()),
            _ => Datum::Absent,
        },
    }
}

/// What the fields of a table say.
pub(super) fn of_fields<'a, 'f>(
    fields: impl Iterator<Item = &'f Field>,
    content: &Content<'a>,
    by: &'a Redaction,
) -> Vec<Datum<'a>> {
    fields.map(|field| of_field(field, content.get(field.key), by)).collect()
}

fn of_shape<'a>(shape: &Shape, content: &Content<'a>, by: &'a Redaction) -> Datum<'a> {
    match (shape, content) {
        (Shape::Table(fields), table @ Content::Table(_)) => Datum::Struct(of_fields(fields.iter(), table, by)),
        (Shape::List(item), Content::List(items)) => {
            Datum::List(items.iter().map(|content| of_shape(item, content, by)).collect())
        }
        (_, Content::Leaf(leaf)) => of_leaf(leaf, by),
        _ => Datum::Absent,
    }
}

fn of_leaf<'a>(leaf: &Leaf<'a>, by: &'a Redaction) -> Datum<'a> {
    match leaf {
        Leaf::Flag(flag) => Datum::Flag(*flag),
        Leaf::Count(count) => Datum::Count(i64::from(*count)),
        Leaf::Listed(_, item) => Datum::Count(i64::from(*item)),
        Leaf::Day(day) => Datum::day(*day),
        Leaf::Moment(moment) => Datum::Moment(moment.date_time().and_utc().timestamp_micros()),
        Leaf::Word(word) => Datum::word(word.id),
        Leaf::Mine(id) => mine(id, by),
        Leaf::Party(Party::Mine(id)) => mine(id, by),
        Leaf::Line(line) => text(line.as_str().into(), by),
        Leaf::Prose(prose) => text(prose.open().unwrap_or_default().into(), by),
        Leaf::Unit(unit) => Datum::word(unit.as_str()),
        Leaf::Number(_) | Leaf::Reference(_) | Leaf::Setting(_) => text(leaf.to_string().into(), by),
        Leaf::Period(_)
        | Leaf::Body(_)
        | Leaf::Party(Party::Body(_))
        | Leaf::Actor(_)
        | Leaf::System(_)
        | Leaf::Clause(_)
        | Leaf::Obligation(_)
        | Leaf::Zone(_)
        | Leaf::YearDay(_)
        | Leaf::Register(_) => Datum::word(leaf.to_string()),
    }
}

/// Words without what is struck out. A digest is drawn from all that a paper says: what was struck out there could be guessed by it.
pub(super) fn text<'a>(words: Cow<'a, str>, by: &Redaction) -> Datum<'a> {
    if words.len() == DIGEST && words.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Datum::Absent;
    }
    let mut text = Datum::Text(words);
    text.redact(by);
    text
}

/// How long a SHA-256 is in hexadecimal.
const DIGEST: usize = 64;
