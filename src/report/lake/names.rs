//! By what names units, mines and clauses go, and which licences mines have. What mines are called and may do is told to nobody outside:
//! a public lake only says which numbers there are.

use super::LakeView;
use super::column::{self, own_fields};
use super::datum::{self, Datum};
use super::records::leading;
use super::table::{LakeRows, LakeTable, TableBasis, each};
use crate::model::field::Field;
use crate::model::{ClausesFile, Kind, Licences, Mine, RecordPath, TableValue, Unit, Value as _};
use crate::report::Readers;

pub(super) fn tables<'a>(view: &LakeView<'a>) -> Vec<LakeTable<'a>> {
    let view = *view;
    vec![
        table("units", Kind::Unit, Unit::FIELDS, units(view)),
        table("mines", Kind::Mine, Mine::FIELDS, mines(view)),
        table("licences", Kind::Licences, Licences::FIELDS, licences(view)),
        table("clauses", Kind::Clauses, clause_fields(), clauses(view)),
    ]
}

fn table<'a>(name: &'static str, kind: Kind, fields: &'static [Field], rows: LakeRows<'a>) -> LakeTable<'a> {
    LakeTable { name, year: None, columns: column::columns(kind, fields), basis: TableBasis::Records, rows }
}

fn units(view: LakeView<'_>) -> LakeRows<'_> {
    each(view.mechanism.units.iter().map(move |(id, unit)| {
        let path = RecordPath::OfUnit(Kind::Unit, id.clone());
        let mut row = leading(view, Datum::word(path.to_string()), Datum::Absent, Datum::word(id.as_str()), Datum::Absent);
        row.extend(datum::of_fields(own_fields(Unit::FIELDS), &unit.content(), view.redaction));
        row
    }))
}

fn mines(view: LakeView<'_>) -> LakeRows<'_> {
    let mut mines: Vec<_> = view.mechanism.mines.iter().collect();
    // In the order of their ids it could be read whose number it is.
    mines.sort_by_key(|(id, _)| view.redaction.called(id));
    each(mines.into_iter().map(move |(id, mine)| {
        let shown = datum::mine(id, view.redaction);
        let path = format!("mines/{}", view.redaction.called(id));
        let mut row = leading(view, Datum::word(path), Datum::Absent, Datum::Absent, shown);
        row.extend(match view.stamp.readers {
            Readers::Internal => datum::of_fields(own_fields(Mine::FIELDS), &mine.content(), view.redaction),
            Readers::Public => own_fields(Mine::FIELDS).map(|field| datum::of_field(field, None, view.redaction)).collect(),
        });
        row
    }))
}

fn licences(view: LakeView<'_>) -> LakeRows<'_> {
    let all = view.mechanism.licences.iter();
    each(all.filter(move |_| view.stamp.readers == Readers::Internal).map(move |((mine, unit), file)| {
        let path = RecordPath::Licences(mine.clone(), unit.clone());
        let shown = datum::mine(mine, view.redaction);
        let mut row = leading(view, Datum::word(path.to_string()), Datum::Absent, Datum::word(unit.as_str()), shown);
        row.extend(datum::of_fields(own_fields(Licences::FIELDS), &file.content(), view.redaction));
        row
    }))
}

/// A clause is an item of the one file that holds them all.
fn clause_fields() -> &'static [Field] {
    ClausesFile::FIELDS.first().map_or(&[], |list| list.shape.keys())
}

fn clauses(view: LakeView<'_>) -> LakeRows<'_> {
    each(view.mechanism.clauses.iter().map(move |clause| {
        let file = RecordPath::Single(Kind::Clauses).to_string();
        let mut row = leading(view, Datum::word(file), Datum::Absent, Datum::Absent, Datum::Absent);
        row.extend(datum::of_fields(own_fields(clause_fields()), &clause.content(), view.redaction));
        row
    }))
}
