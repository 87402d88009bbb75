//! What happened: a table a kind and year of filing.

use std::collections::BTreeMap;

use super::LakeView;
use super::column::{self, MINE, own_fields};
use super::datum::{self, Datum};
use super::table::{LakeTable, TableBasis};
use crate::model::{FiledPath, Happening, KeyStep, Kind, Leaf, MineId, Party, RecordPath};

/// Leads are in no lake.
pub(super) fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| kind.is_happening() && *kind != Kind::Lead)
}

/// Records of one kind and year.
type KindYear<'a> = Vec<(&'a FiledPath, &'a dyn Happening)>;

pub(super) fn tables<'a>(view: &LakeView<'a>) -> Vec<LakeTable<'a>> {
    let mut filed: BTreeMap<(Kind, u16), KindYear<'a>> = BTreeMap::new();
    view.context.ledger.each(|path, record| {
        // A year of which nothing may be told has no file either: an empty one would tell.
        if !view.redaction.hides(&RecordPath::Filed(path.clone())) {
            filed.entry((path.kind, path.year)).or_default().push((path, record));
        }
    });
    for kind in kinds().filter(|kind| !filed.keys().any(|(found, _)| found == kind)).collect::<Vec<_>>() {
        filed.insert((kind, view.stamp.as_of.year()), KindYear::new());
    }
    filed.into_iter().map(|((kind, year), filings)| table(kind, year, filings, *view)).collect()
}

fn table<'a>(kind: Kind, year: u16, filings: KindYear<'a>, view: LakeView<'a>) -> LakeTable<'a> {
    LakeTable {
        name: kind.folder(),
        year: Some(year),
        columns: column::columns(kind, kind.fields()),
        basis: TableBasis::Records,
        rows: Box::new(move |add| match view.whole {
            None => filings.into_iter().try_for_each(|(path, record)| add(&row(path, record, view))),
            Some(whole) => filings.chunks(AT_ONCE).try_for_each(|some| {
                let paths: Vec<&FiledPath> = some.iter().map(|(path, _)| *path).collect();
                for (path, record) in paths.iter().zip(whole(&paths)?) {
                    let record = record.happening().into_iter();
                    record.map(|record| row(path, record, view)).try_for_each(|row| add(&row))?;
                }
                Ok(())
            }),
        }),
    }
}

/// So many records are read before the first of them is a row: enough for every core.
const AT_ONCE: usize = 1024;

fn row<'a>(path: &'a FiledPath, record: &'a dyn Happening, view: LakeView<'a>) -> Vec<Datum<'a>> {
    let mine = mine_of(record);
    let mut row = leading(
        view,
        Datum::word(path.to_string()),
        Datum::Count(i64::from(path.year)),
        Datum::word(path.unit.as_str()),
        mine.map_or(Datum::Absent, |mine| datum::mine(&mine, view.redaction)),
    );
    row.extend(datum::of_fields(own_fields(path.kind.fields()), &record.held(), view.redaction));
    row
}

/// What says whose row it is, in the order of [`column::leading`].
pub(super) fn leading<'a>(
    view: LakeView<'a>,
    reference: Datum<'a>,
    year: Datum<'a>,
    unit: Datum<'a>,
    mine: Datum<'a>,
) -> Vec<Datum<'a>> {
    let stamp = view.stamp;
    vec![Datum::word(stamp.readers.id()), Datum::word(stamp.district.as_str()), reference, year, unit, mine]
}

/// The mine that a record says to be its own, else the only one that it names.
pub(super) fn mine_of(record: &dyn Happening) -> Option<MineId> {
    let (mut own, mut named) = (None, Vec::new());
    record.leaves(&mut |at, leaf| {
        let mine = match leaf {
            Leaf::Mine(mine) | Leaf::Party(Party::Mine(mine)) => Some(mine),
            Leaf::Reference(reference) => reference.mine(),
            _ => None,
        };
        let Some(mine) = mine else { return };
        if matches!(at.steps(), [KeyStep::Key(key)] if key == MINE) {
            own = Some(mine.clone());
        }
        if !named.contains(mine) {
            named.push(mine.clone());
        }
    });
    own.or_else(|| if named.len() == 1 { named.pop() } else { None })
}
