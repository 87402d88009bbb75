//! 证照: what units license at mines, a licence a row, and whether it holds.

use super::layout::{Items, NewRow, RowLayout, TakenBack};
use super::sheet::{Called, Holds, Own, Owner, Placed, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Kind, Licence, Licences, MineId, RecordPath, Reference, UnitId};
use crate::report::Light;
use crate::text::Text;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "licences", zh: "证照", en: "Licences" },
    aliases: &["licence", "许可证"],
    // A licence says which mine it is.
    is_public: false,
    taken_back: Some(TakenBack {
        // Licences are rows of the file that a unit has of a mine; one that is renewed keeps its number.
        layout: RowLayout::RowPerItem(&[Items { list: "licence", found_by: &["kind", "number", "from"], borrowed: &[] }]),
        new_rows: Some(NewRow::OfMine),
        ..TakenBack::row_per_record(Kind::Licences)
    }),
    printed: &[
        "矿山",
        "登记单位",
        "licence.kind",
        "licence.number",
        "licence.authority",
        "licence.from",
        "licence.until",
        "证照状态",
        "note",
    ],
    columns,
    rows,
};

/// A licence among those that a unit has of a mine; none where its file holds none.
#[derive(Clone, Copy)]
pub(super) struct LicenceRow<'a> {
    mine: &'a MineId,
    pub(super) unit: &'a UnitId,
    file: &'a Licences,
    licence: Option<&'a Licence>,
}

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let files = view.mechanism().licences.iter().filter(move |((_, unit), _)| view.wants_unit(unit));
        files.flat_map(move |((mine, unit), file)| {
            let path = Reference::whole(RecordPath::Licences(mine.clone(), unit.clone()));
            view.rows(file, entries(mine, unit, file).into_iter().map(move |entry| (path.clone(), cells(entry, &view))))
        })
    })
}

/// The licences of a mine that units know of.
pub(super) fn licences<'a>(mine: &MineId, view: &LedgerView<'a>) -> impl Iterator<Item = LicenceRow<'a>> {
    let files = view.mechanism().licences.iter().filter(move |((of, unit), _)| of == mine && view.wants_unit(unit));
    files.flat_map(|((mine, unit), file)| entries(mine, unit, file)).filter(|entry| entry.licence.is_some())
}

/// The rows of a file; one without licences still has its row.
fn entries<'a>(mine: &'a MineId, unit: &'a UnitId, file: &'a Licences) -> Vec<LicenceRow<'a>> {
    let entry = |licence| LicenceRow { mine, unit, file, licence };
    let licences: Vec<_> = file.licence.iter().map(|licence| entry(Some(licence))).collect();
    if licences.is_empty() { vec![entry(None)] } else { licences }
}

impl<'a> LicenceRow<'a> {
    /// The licence, and what it allows.
    pub(super) fn name(&self) -> Option<Text> {
        self.licence.map(|licence| licence.kind.word().label())
    }

    pub(super) fn until(&self) -> Option<crate::model::Day> {
        self.licence?.until
    }

    /// Whether it holds: nothing is said where its last day is not known.
    pub(super) fn validity(&self, view: &LedgerView<'a>) -> Option<(Text, Option<Light>)> {
        let (until, today) = (self.until()?, view.context.today);
        Some(match until {
            _ if self.licence.is_some_and(|licence| self.file.renews(licence)) => (Text::fixed("已换新证", "renewed"), None),
            until if until < today => (Text::fixed("已过有效期", "expired"), Some(Light::Red)),
            until if view.mechanism().ends_soon(today, until) => (Text::fixed("临近到期", "near its end"), Some(Light::Yellow)),
            _ => (Text::fixed("有效", "valid"), Some(Light::Green)),
        })
    }
}

table! { Kind::Licences, 'a, |entry: LicenceRow<'a>, view| {
    Placed("矿山", "mine") => view.mine(entry.mine);
    Owner("登记单位", "entered by") => view.unit_name(entry.unit);
    Own("licence.kind") => entry.licence.map(|licence| licence.kind.word());
    Own("licence.number") => entry.licence.and_then(|licence| licence.number.as_ref());
    Own("licence.authority") => entry.licence.and_then(|licence| licence.authority.as_ref());
    Called("licence.from", "有效期起", "valid from") => entry.licence.and_then(|licence| licence.from);
    Called("licence.until", "有效期止", "valid until") => entry.licence.and_then(|licence| licence.until);
    ("证照状态", "state", Holds::Line) => entry.validity(view).map(|(state, _)| state);
    ("灯", "light", Holds::Light) => entry.validity(view).and_then(|(_, light)| light);
    "note" => entry.file.note.as_ref();
} }
