//! What a rule may ask for wherever it stands in a record: every reference, every day, every unit.

use std::fmt;

use super::clause_key::ClauseKey;
use super::date::Day;
use super::field::Field;
use super::id::{BodyId, MineId, Party, SystemId, UnitId};
use super::moment::Moment;
use super::path::Reference;
use super::words::{DocNumber, Line};

/// A value without keys.
#[derive(Debug, Clone, Copy)]
pub enum Leaf<'a> {
    /// A calendar day.
    Day(Day),
    /// A day with a time.
    Moment(Moment),
    /// A reference to a record or a part of one.
    Reference(&'a Reference),
    /// A unit.
    Unit(&'a UnitId),
    /// A body.
    Body(&'a BodyId),
    /// A unit, body or mine.
    Party(&'a Party),
    /// A mine.
    Mine(&'a MineId),
    /// A system of the mechanism.
    System(&'a SystemId),
    /// A clause.
    Clause(ClauseKey),
    /// A paper's number.
    Number(&'a DocNumber),
    /// A line of text.
    Line(&'a Line),
    /// Anything that no rule asks for by its type.
    Other,
}

/// Where a value stands in its record; spelled out (`to[0].why`) only when somebody has to read it.
#[derive(Debug, Clone, Copy)]
pub struct KeyPath<'a> {
    above: Option<&'a KeyPath<'a>>,
    step: PathStep,
}

#[derive(Debug, Clone, Copy)]
enum PathStep {
    Record,
    Key(&'static Field),
    Item(usize),
}

impl<'a> KeyPath<'a> {
    /// The record itself.
    pub const RECORD: KeyPath<'static> = KeyPath { above: None, step: PathStep::Record };

    /// The value of a key.
    #[must_use]
    pub fn key(&'a self, field: &'static Field) -> Self {
        Self { above: Some(self), step: PathStep::Key(field) }
    }

    /// An item of a list.
    #[must_use]
    pub fn item(&'a self, position: usize) -> Self {
        Self { above: Some(self), step: PathStep::Item(position) }
    }

    /// The field it is the value of.
    #[must_use]
    pub fn field(&self) -> Option<&'static Field> {
        match self.step {
            PathStep::Key(field) => Some(field),
            PathStep::Item(_) => self.above.and_then(KeyPath::field),
            PathStep::Record => None,
        }
    }
}

/// `to[0].why`; positions count from 0.
impl fmt::Display for KeyPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(above) = self.above {
            above.fmt(f)?;
        }
        match self.step {
            PathStep::Record => Ok(()),
            PathStep::Item(position) => write!(f, "[{position}]"),
            PathStep::Key(field) => {
                let first = matches!(self.above, Some(KeyPath { step: PathStep::Record, .. }) | None);
                write!(f, "{}{}", if first { "" } else { "." }, field.key)
            }
        }
    }
}
