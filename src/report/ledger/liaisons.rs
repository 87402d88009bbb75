//! 联络员: everybody who is or was the liaison of a unit, with whom they followed.

use super::layout::{Items, NewRow, RowLayout, TakenBack};
use super::sheet::{Called, Holds, Own, Owner, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Kind, Liaison, RecordPath, Reference, UnitId};
use crate::text::Text;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "liaisons", zh: "联络员", en: "Liaisons" },
    aliases: &["liaison", "people", "人员"],
    // Liaisons are persons.
    is_public: false,
    taken_back: Some(TakenBack {
        // Liaisons are rows of their unit's file; somebody may serve again later.
        layout: RowLayout::RowPerItem(&[Items { list: "liaison", found_by: &["name", "since"], borrowed: &[] }]),
        new_rows: Some(NewRow::OwnFile),
        ..TakenBack::row_per_record(Kind::People)
    }),
    printed: &["单位", "liaison.name", "liaison.phone", "liaison.since", "liaison.until", "liaison.reported", "状态", "前任"],
    columns,
    rows,
};

/// A liaison among those of a unit.
#[derive(Clone, Copy)]
struct LiaisonRow<'a> {
    unit: &'a UnitId,
    liaison: &'a Liaison,
    /// Who served before, by the day they began.
    before: Option<&'a Liaison>,
}

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let units = view.by_unit(&view.mechanism().people);
        units.flat_map(move |(unit, people)| {
            let file = Reference::whole(RecordPath::OfUnit(Kind::People, unit.clone()));
            let entries = entries(unit, &people.liaison).into_iter();
            view.rows(people, entries.map(move |entry| (file.clone(), cells(entry, &view))))
        })
    })
}

/// The liaisons of a unit by the day they began.
fn entries<'a>(unit: &'a UnitId, liaisons: &'a [Liaison]) -> Vec<LiaisonRow<'a>> {
    let mut by_day: Vec<&Liaison> = liaisons.iter().collect();
    by_day.sort_by_key(|liaison| liaison.since);
    let before = |at: usize| at.checked_sub(1).and_then(|at| by_day.get(at).copied());
    by_day.iter().enumerate().map(|(at, liaison)| LiaisonRow { unit, liaison, before: before(at) }).collect()
}

fn state(liaison: &Liaison, view: &LedgerView<'_>) -> Text {
    let today = view.context.today;
    match liaison.until {
        _ if today < liaison.since => Text::fixed("尚未到任", "not yet begun"),
        Some(until) if until < today => Text::fixed("已卸任", "former"),
        _ => Text::fixed("现任", "serving"),
    }
}

table! { Kind::People, 'a, |entry: LiaisonRow<'a>, view| {
    Owner("单位", "unit") => view.unit_name(entry.unit);
    Own("liaison.name") => &entry.liaison.name;
    Own("liaison.phone") => entry.liaison.phone.as_ref();
    Called("liaison.since", "任职起", "since") => entry.liaison.since;
    Called("liaison.until", "任职止", "until") => entry.liaison.until;
    Own("liaison.reported") => entry.liaison.reported;
    ("状态", "state", Holds::Line) => state(entry.liaison, view);
    ("前任", "followed", Holds::Line) => entry.before.map(|before| &before.name);
} }
