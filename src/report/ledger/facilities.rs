//! 三同时: one finding a row, and whether what was lacking is in place now.

use super::layout::TakenBack;
use super::sheet::{Holds, Owner, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Facility, FacilityState, Filed, Happening as _, Kind, Stage};
use crate::report::Light;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "facilities", zh: "三同时", en: "Facilities" },
    aliases: &["facility", "三同时设施"],
    is_public: true,
    taken_back: Some(TakenBack::row_per_record(Kind::Facility)),
    printed: &["检查单位", "mine", "project", "works", "kind", "stage", "state", "on", "number", "text", "made_good.on"],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().facilities.iter().filter(move |facility| view.wants(&facility.path, facility.record.on()));
        wanted.map(move |facility| view.row(facility, cells(facility, &view)))
    })
}

/// Red while the works are used without them, yellow while they are lacking.
fn light(facility: &Facility, view: &LedgerView<'_>) -> Light {
    let today = view.context.today;
    let made_good = facility.made_good.as_ref().is_some_and(|made| made.on <= today);
    match facility.state {
        FacilityState::Lacking if !made_good && facility.in_use.is_some_and(|since| since <= today) => Light::Red,
        FacilityState::Lacking if !made_good => Light::Yellow,
        FacilityState::Lacking | FacilityState::InPlace => Light::Green,
    }
}

table! { Kind::Facility, 'a, |facility: &'a Filed<Facility>, view| {
    Owner("检查单位", "found by") => view.unit_name(&facility.path.unit);
    "mine" => view.mine(&facility.record.mine);
    "project" => &facility.record.project;
    "works" => facility.record.works.word();
    "kind" => facility.record.kind.word();
    "stage" => facility.record.stage.map(Stage::word);
    "state" => facility.record.state.word();
    "on" => facility.record.on;
    "number" => facility.record.number.as_ref();
    "in_use" => facility.record.in_use;
    "text" => facility.record.text.as_ref();
    "made_good.on" => facility.record.made_good.as_ref().map(|made| made.on);
    "made_good.number" => facility.record.made_good.as_ref().and_then(|made| made.number.as_ref());
    ("灯", "light", Holds::Light) => light(&facility.record, view);
    "because" => facility.record.because.as_ref();
} }
