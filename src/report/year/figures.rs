//! How much was filed in a year, by kind of record, unit and month.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{NAMED, ReportScope};
use crate::model::{Day, FiledPath, Kind, Reference, UnitId};
use crate::report::Named;
use crate::rules::Context;
use crate::text::Text;

/// The kinds that are counted, in the order of the regulation.
const KINDS: &[Kind] = &[
    Kind::Meeting,
    Kind::Agenda,
    Kind::Directive,
    Kind::Enforcement,
    Kind::Plan,
    Kind::Lead,
    Kind::Order,
    Kind::Facility,
    Kind::Hazard,
    Kind::Accident,
    Kind::Notice,
    Kind::Response,
    Kind::Upward,
    Kind::Waiver,
];

/// How much was filed.
#[derive(Debug, Clone, Serialize)]
pub struct Figures {
    /// The units, in the order in which figures by unit stand.
    pub units: Vec<UnitName>,
    /// Each kind of happening, in the order of the regulation.
    pub kinds: Vec<KindFigures>,
}

/// A unit by its id and short name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitName {
    /// Its id (`gongan`).
    pub unit: String,
    /// Its short name (公安), the same in both languages.
    pub short: String,
}

/// How much of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct KindFigures {
    /// The folder of the kind.
    pub kind: &'static str,
    /// What people call it.
    pub label: Text,
    /// How many in the year, by the day of the fact.
    pub total: usize,
    /// Of each unit, in the order of [`Figures::units`].
    pub by_unit: Vec<Figure>,
    /// In each month, from January.
    pub by_month: Vec<Figure>,
}

/// How many, and which: of more than [`NAMED`] the first.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Figure {
    /// How many, whether named or not.
    pub count: usize,
    /// Which, the first first.
    pub records: Vec<DatedRecord>,
}

/// A record and its day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DatedRecord {
    /// The day of the fact.
    pub on: Day,
    /// The record.
    #[serde(flatten)]
    pub record: Named,
}

/// What happened in a cell: the days and paths, of which only the first are kept by name.
#[derive(Default)]
struct Tally<'a> {
    records: Vec<(Day, &'a FiledPath)>,
}

impl<'a> Tally<'a> {
    fn figure(&self, context: &Context<'_>) -> Figure {
        let mut records = self.records.clone();
        let count = records.len();
        if count > NAMED {
            records.select_nth_unstable(NAMED);
            records.truncate(NAMED);
        }
        records.sort_unstable();
        let named = |(on, path): (Day, &'a FiledPath)| DatedRecord {
            on,
            record: Named::from_reference(&Reference::from(path.clone()), &context.ledger.mechanism),
        };
        Figure { count, records: records.into_iter().map(named).collect() }
    }
}

impl UnitName {
    pub(super) fn of(unit: &UnitId, context: &Context<'_>) -> Self {
        Self { unit: unit.to_string(), short: context.ledger.mechanism.short(unit).to_owned() }
    }
}

pub(super) fn figures(context: &Context<'_>, scope: &ReportScope) -> Figures {
    let mut units: Vec<&UnitId> = context.ledger.mechanism.members(scope.last.min(context.today));
    let office = context.ledger.mechanism.office();
    if !units.contains(&office) {
        units.push(office);
    }
    let mut happened: BTreeMap<Kind, Vec<(Day, &FiledPath)>> = BTreeMap::new();
    context.ledger.each(|path, record| {
        if let Some(on) = record.on().filter(|on| scope.holds(*on) && scope.is_of(&path.unit) && *on <= context.today) {
            happened.entry(path.kind).or_default().push((on, path));
        }
    });
    units.retain(|unit| scope.is_of(unit));
    // Whoever filed something has a place, also a unit that is no member any more.
    for (_, path) in happened.values().flatten() {
        if !units.contains(&&path.unit) {
            units.push(&path.unit);
        }
    }
    let kinds = KINDS.iter().map(|kind| of_kind(*kind, happened.get(kind).map_or(&[], Vec::as_slice), &units, context));
    let kinds = kinds.collect();
    Figures { units: units.iter().map(|unit| UnitName::of(unit, context)).collect(), kinds }
}

fn of_kind(kind: Kind, happened: &[(Day, &FiledPath)], units: &[&UnitId], context: &Context<'_>) -> KindFigures {
    let mut by_unit: Vec<Tally<'_>> = units.iter().map(|_| Tally::default()).collect();
    let mut by_month: Vec<Tally<'_>> = (1..=12).map(|_| Tally::default()).collect();
    for (on, path) in happened {
        if let Some(at) = units.iter().position(|unit| **unit == path.unit) {
            by_unit[at].records.push((*on, path));
        }
        by_month[on.month() as usize - 1].records.push((*on, path));
    }
    let figures = |cells: Vec<Tally<'_>>| cells.iter().map(|cell| cell.figure(context)).collect();
    KindFigures {
        kind: kind.folder(),
        label: kind.label(),
        total: happened.len(),
        by_unit: figures(by_unit),
        by_month: figures(by_month),
    }
}
