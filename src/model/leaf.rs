//! What a rule may ask for wherever it stands in a record: every reference, every day, every unit.

use super::clause_key::ClauseKey;
use super::date::Day;
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
