//! 联络员: everybody who is or was the liaison of a unit, with whom they followed.

use super::Topic;
use super::sheet::{Holds, Own, Row, Rows, Sheet, table};
use super::view::View;
use crate::model::{Kind, Liaison, RecordPath, UnitId};
use crate::report::Named;
use crate::text::Text;

/// A liaison among those of a unit.
#[derive(Clone, Copy)]
struct Entry<'a> {
    unit: &'a UnitId,
    liaison: &'a Liaison,
    /// Who served before.
    before: Option<&'a Liaison>,
}

pub(super) fn sheet(view: View<'_>) -> Sheet<'_> {
    let rows = Rows::new(move || {
        let units = view.mechanism().people.iter().filter(move |(unit, _)| view.wants_unit(unit));
        units.flat_map(|(unit, people)| entries(unit, &people.liaison)).map(move |entry| {
            let path = RecordPath::OfUnit(Kind::People, entry.unit.clone());
            Row { named: Named::of_record(&path, view.mechanism()), revision: None, cells: cells(entry, &view) }
        })
    });
    Sheet { topic: Topic::Liaisons, columns: columns(), rows }
}

/// The liaisons of a unit by the day they began.
fn entries<'a>(unit: &'a UnitId, liaisons: &'a [Liaison]) -> Vec<Entry<'a>> {
    let mut by_day: Vec<&Liaison> = liaisons.iter().collect();
    by_day.sort_by_key(|liaison| liaison.since);
    let before = |at: usize| at.checked_sub(1).and_then(|at| by_day.get(at).copied());
    by_day.iter().enumerate().map(|(at, liaison)| Entry { unit, liaison, before: before(at) }).collect()
}

fn state(liaison: &Liaison, view: &View<'_>) -> Text {
    let today = view.desk.today;
    match liaison.until {
        _ if today < liaison.since => Text::fixed("尚未到任", "not yet begun"),
        Some(until) if until < today => Text::fixed("已卸任", "former"),
        _ => Text::fixed("现任", "serving"),
    }
}

table! { Kind::People, 'a, |entry: Entry<'a>, view| {
    ("单位", "unit", Holds::Line) => view.unit_name(entry.unit);
    Own("liaison.name") => &entry.liaison.name;
    Own("liaison.phone") => entry.liaison.phone.as_ref();
    ("任职起", "since", Holds::Day) => entry.liaison.since;
    ("任职止", "until", Holds::Day) => entry.liaison.until;
    Own("liaison.reported") => entry.liaison.reported;
    ("状态", "state", Holds::Line) => state(entry.liaison, view);
    ("前任", "followed", Holds::Line) => entry.before.map(|before| &before.name);
} }
