//! A value without keys, by its type: what rules ask for wherever it stands in a record, and what is shown of one.

use std::fmt;

use super::clause_key::ClauseKey;
use super::date::Day;
use super::doc_number::DocNumber;
use super::field::{RegulationList, Word};
use super::id::{BodyId, MineId, Party, SystemId, UnitId};
use super::kinds::{Actor, ObligationId, SettingValue, TimeZone};
use super::line::Line;
use super::moment::Moment;
use super::path::Reference;
use super::period::Period;
use super::prose::Prose;
use super::register_name::RegisterName;
use super::year_day::YearDay;

/// A value without keys.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Leaf<'a> {
    /// true or false.
    Flag(bool),
    /// A whole number.
    Count(u32),
    /// An item of a list that the regulation has.
    Listed(RegulationList, u8),
    /// One of several words.
    Word(&'static Word),
    /// A line of text.
    Line(&'a Line),
    /// Text of any number of paragraphs.
    Prose(&'a Prose),
    /// A calendar day.
    Day(Day),
    /// A day with a time.
    Moment(Moment),
    /// A period, such as a half-year.
    Period(Period),
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
    /// Who has to act.
    Actor(&'a Actor),
    /// A system of the mechanism.
    System(&'a SystemId),
    /// A clause.
    Clause(ClauseKey),
    /// An obligation.
    Obligation(ObligationId),
    /// A paper's number.
    Number(&'a DocNumber),
    /// To what something is set.
    Setting(&'a SettingValue),
    /// An offset from UTC.
    Zone(TimeZone),
    /// A day of every year.
    YearDay(YearDay),
    /// A register.
    Register(&'a RegisterName),
}

/// As it stands in files.
impl fmt::Display for Leaf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(flag) => flag.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Listed(_, item) => item.fmt(f),
            Self::Word(word) => f.write_str(word.id),
            Self::Line(line) => line.fmt(f),
            Self::Prose(prose) => prose.fmt(f),
            Self::Day(day) => day.fmt(f),
            Self::Moment(moment) => moment.fmt(f),
            Self::Period(period) => period.fmt(f),
            Self::Reference(reference) => reference.fmt(f),
            Self::Unit(unit) => unit.fmt(f),
            Self::Body(body) => body.fmt(f),
            Self::Party(party) => party.fmt(f),
            Self::Mine(mine) => mine.fmt(f),
            Self::Actor(actor) => actor.fmt(f),
            Self::System(system) => system.fmt(f),
            Self::Clause(clause) => clause.fmt(f),
            Self::Obligation(obligation) => obligation.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Setting(value) => value.fmt(f),
            Self::Zone(zone) => zone.fmt(f),
            Self::YearDay(day) => day.fmt(f),
            Self::Register(name) => name.fmt(f),
        }
    }
}
