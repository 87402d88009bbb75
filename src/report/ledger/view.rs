//! What a sheet is made from: the register, what is wanted of it, and what things are called there.

use std::collections::BTreeMap;

use super::sheet::{Cell, Row};
use crate::model::{
    Day, Filed, FiledPath, Ledger, Line, Mechanism, MineId, Party, Reference, SystemId, TableValue, UnitId, revision, writer,
};
use crate::report::Named;
use crate::rules::Context;

/// How many records a cell names; all are counted beside it.
pub(super) const NAMED: usize = 50;

/// A register as somebody wants to see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct LedgerView<'a> {
    pub(super) context: Context<'a>,
    /// Only what happened in that year.
    pub(super) year: Option<u16>,
    /// Only what is that unit's.
    pub(super) unit: Option<&'a UnitId>,
}

impl<'a> LedgerView<'a> {
    pub(super) fn ledger(&self) -> &'a Ledger {
        self.context.ledger
    }

    pub(super) fn mechanism(&self) -> &'a Mechanism {
        &self.context.ledger.mechanism
    }

    /// What is kept by units, those that are wanted in the order in which the mechanism names them.
    pub(super) fn by_unit<T>(&self, kept: &'a BTreeMap<UnitId, T>) -> impl Iterator<Item = (&'a UnitId, &'a T)> + use<'a, T> {
        let members = self.mechanism().members(self.context.today);
        let mut units: Vec<(&UnitId, &T)> = kept.iter().filter(|(unit, _)| self.wants_unit(unit)).collect();
        units.sort_by_key(|(unit, _)| members.iter().position(|member| member == unit).unwrap_or(usize::MAX));
        units.into_iter()
    }

    /// Whether a unit's is wanted.
    pub(super) fn wants_unit(&self, unit: &UnitId) -> bool {
        self.unit.is_none_or(|wanted| wanted == unit)
    }

    /// Whether what happened on a day is wanted.
    pub(super) fn wants_day(&self, on: Day) -> bool {
        self.year.is_none_or(|wanted| wanted == on.year())
    }

    /// Whether a happening is wanted; one that has no day yet counts in the year in which it was filed.
    pub(super) fn wants(&self, path: &FiledPath, on: Option<Day>) -> bool {
        self.wants_unit(&path.unit) && self.year.is_none_or(|wanted| wanted == on.map_or(path.year, Day::year))
    }

    /// The row of a record as a whole, which can be taken back.
    pub(super) fn row<T: TableValue>(&self, filed: &Filed<T>, cells: Vec<Cell<'a>>) -> Row<'a> {
        self.row_as(&filed.reference(), &*filed.record, cells)
    }

    /// The row of a record of which there is one: of a mine, say.
    pub(super) fn row_as<T: TableValue>(&self, reference: &Reference, record: &T, cells: Vec<Cell<'a>>) -> Row<'a> {
        Row { revision: Some(revision(&writer::write(record))), ..self.row_of(reference, cells) }
    }

    /// The rows of a record that takes several, which can be taken back: with the state of the record each tells which of them it is.
    pub(super) fn rows<T: TableValue>(
        self,
        record: &T,
        rows: impl Iterator<Item = (Reference, Vec<Cell<'a>>)>,
    ) -> impl Iterator<Item = Row<'a>> {
        let revision = revision(&writer::write(record));
        rows.enumerate().map(move |(at, (reference, cells))| Row {
            revision: Some(format!("{revision}#{at}")),
            ..self.row_of(&reference, cells)
        })
    }

    /// The row of a record or a part of one.
    pub(super) fn row_of(&self, reference: &Reference, cells: Vec<Cell<'a>>) -> Row<'a> {
        Row { named: Named::from_reference(reference, self.mechanism()), revision: None, cells }
    }

    pub(super) fn unit_name(&self, unit: &'a UnitId) -> &'a str {
        self.mechanism().short(unit)
    }

    /// What the system that a record names is called, by the newest text that has it.
    pub(super) fn system(&self, named: Option<&'a SystemId>) -> Option<&'a str> {
        let named = named?;
        let mut systems = self.mechanism().file.edition.iter().rev().flat_map(|edition| &edition.system);
        let system = systems.find(|system| system.id == *named);
        Some(system.map_or(named.as_str(), |system| system.name.as_str()))
    }

    pub(super) fn units(&self, units: &'a [UnitId]) -> String {
        join(units.iter().map(|unit| self.unit_name(unit)))
    }

    pub(super) fn party(&self, party: &'a Party) -> &'a str {
        self.mechanism().party(party)
    }

    pub(super) fn parties(&self, parties: impl IntoIterator<Item = &'a Party>) -> String {
        join(parties.into_iter().map(|party| self.party(party)))
    }

    pub(super) fn mine(&self, mine: &'a MineId) -> &'a str {
        self.mechanism().mine_name(mine)
    }

    /// A record as people call it.
    pub(super) fn record(&self, reference: &Reference) -> Cell<'a> {
        Named::from_reference(reference, self.mechanism()).title.into()
    }

    /// Records as people call them.
    pub(super) fn records(&self, references: &[Reference]) -> Cell<'a> {
        let titles: Vec<_> =
            references.iter().map(|reference| Named::from_reference(reference, self.mechanism()).title).collect();
        crate::text::Text::join(&titles, "、", ", ").into()
    }
}

/// Words one behind the other.
pub(super) fn join<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join("、")
}

/// Lines one behind the other.
pub(super) fn lines(lines: &[Line]) -> String {
    join(lines.iter().map(Line::as_str))
}
