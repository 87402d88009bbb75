//! 一企一档: every mine with its licences, a licence a row, and how many of its hazards are open.

use std::collections::HashMap;
use std::rc::Rc;

use super::Topic;
use super::sheet::{Holds, Rows, Sheet, table};
use super::view::{View, lines};
use crate::model::{Kind, Licence, Method, Mine, MineId, Party, RecordPath, Reference, UnitId};
use crate::report::Light;
use crate::rules::{HazardStage, hazard_stage};
use crate::text::Text;

/// How many hazards of a mine there are, and how many of them are open.
type Counts<'a> = HashMap<&'a MineId, (usize, usize)>;

/// A mine, and one of its licences with the unit that knows of it.
struct Entry<'a> {
    id: &'a MineId,
    mine: &'a Mine,
    licence: Option<(&'a UnitId, &'a Licence)>,
    hazards: Rc<Counts<'a>>,
}

pub(super) fn sheet(view: View<'_>) -> Sheet<'_> {
    let rows = Rows::new(move || {
        let hazards = Rc::new(counts(&view));
        let files = view.mechanism().mines.iter();
        let entries = files.flat_map(move |(id, mine)| {
            let hazards = Rc::clone(&hazards);
            licences(id, &view).into_iter().map(move |licence| Entry { id, mine, licence, hazards: Rc::clone(&hazards) })
        });
        entries.map(move |entry| {
            let mine = Reference::whole(RecordPath::Mine(entry.id.clone()));
            view.row_of(&mine, cells(&entry, &view))
        })
    });
    Sheet { topic: Topic::Mines, columns: columns(), rows }
}

/// The licences of a mine; a mine without any still has its row.
fn licences<'a>(id: &MineId, view: &View<'a>) -> Vec<Option<(&'a UnitId, &'a Licence)>> {
    let files = view.mechanism().licences.iter().filter(|((mine, unit), _)| mine == id && view.wants_unit(unit));
    let mut licences: Vec<_> =
        files.flat_map(|((_, unit), file)| file.licence.iter().map(move |licence| Some((unit, licence)))).collect();
    if licences.is_empty() {
        licences.push(None);
    }
    licences
}

fn counts<'a>(view: &View<'a>) -> Counts<'a> {
    let mut counts = Counts::new();
    for hazard in &view.ledger().hazards {
        let open = !matches!(hazard_stage(hazard, &view.desk).0, HazardStage::Closed | HazardStage::MineClosed);
        let count = counts.entry(&hazard.record.mine).or_default();
        count.0 += 1;
        count.1 += usize::from(open);
    }
    counts
}

/// Whether a licence holds: nothing is said where its last day is not known.
fn validity(licence: &Licence, view: &View<'_>) -> Option<(Text, Light)> {
    let (until, today) = (licence.until?, view.desk.today);
    Some(match until {
        until if until < today => (Text::fixed("已过有效期", "expired"), Light::Red),
        until if view.mechanism().is_near(today, until) => (Text::fixed("临近到期", "near its end"), Light::Yellow),
        _ => (Text::fixed("有效", "valid"), Light::Green),
    })
}

impl<'a> Entry<'a> {
    fn licence(&self) -> Option<&'a Licence> {
        self.licence.map(|(_, licence)| licence)
    }

    fn validity(&self, view: &View<'_>) -> Option<(Text, Light)> {
        self.licence().and_then(|licence| validity(licence, view))
    }

    fn hazards(&self) -> (usize, usize) {
        self.hazards.get(self.id).copied().unwrap_or_default()
    }
}

table! { Kind::Mine, 'a, |entry: &Entry<'a>, view| {
    "name" => &entry.mine.name;
    "former_names" => lines(&entry.mine.former_names);
    "code" => entry.mine.code.as_ref();
    "town" => view.mechanism().party(&Party::Body(entry.mine.town.clone())).to_owned();
    "mineral" => entry.mine.mineral.as_ref();
    "method" => entry.mine.method.map(Method::word);
    "since" => entry.mine.since;
    "closed" => entry.mine.closed;
    ("证照登记单位", "licence entered by", Holds::Line) => entry.licence.map(|(unit, _)| view.unit_name(unit));
    ("证照种类", "licence", Holds::Line) => entry.licence().map(|licence| licence.kind.word());
    ("证号", "licence number", Holds::Line) => entry.licence().and_then(|licence| licence.number.as_ref());
    ("发证机关", "authority", Holds::Line) => entry.licence().and_then(|licence| licence.authority.as_ref());
    ("有效期起", "valid from", Holds::Day) => entry.licence().and_then(|licence| licence.from);
    ("有效期止", "valid until", Holds::Day) => entry.licence().and_then(|licence| licence.until);
    ("证照状态", "state of the licence", Holds::Line) => entry.validity(view).map(|(state, _)| state);
    ("灯", "light", Holds::Light) => entry.validity(view).map(|(_, light)| light);
    ("隐患数", "hazards", Holds::Number) => entry.hazards().0;
    ("未销号隐患数", "open hazards", Holds::Number) => entry.hazards().1;
} }
