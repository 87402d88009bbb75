//! 隐患: one hazard a row, from finding to close-out. Of several extensions and re-inspections the last has columns of its own; all
//! of them stand in one cell, one a line.

use super::layout::{DatedList, RowLayout, TakenBack};
use super::sheet::{Holds, Owner, Rows, Shown};
use super::table::table;
use super::topic::Topic;
use super::view::{LedgerView, join, lines};
use crate::model::field::Word;
use crate::model::{Day, Extension, Filed, Happening as _, Hazard, Kind, Rectification, Reinspection};
use crate::report::Light;
use crate::rules::{HazardStage, hazard_stage};
use crate::text::Text;
use crate::tr;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "hazards", zh: "隐患", en: "Hazards" },
    aliases: &["hazard"],
    is_public: true,
    taken_back: Some(TakenBack {
        // Extensions and re-inspections follow each other.
        layout: RowLayout::LastItem(&[
            DatedList { list: "extension", day: "asked" },
            DatedList { list: "reinspection", day: "on" },
        ]),
        ..TakenBack::row_per_record(Kind::Hazard)
    }),
    printed: &[
        "监管单位",
        "mine",
        "place",
        "found",
        "description",
        "major",
        "onsite.measure",
        "rectification.plan",
        "rectification.responsible",
        "现行期限",
        "reinspection.on",
        "reinspection.result",
        "closed.on",
        "状态",
    ],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let wanted = view.ledger().hazards.iter().filter(move |hazard| view.wants(&hazard.path, hazard.record.on()));
        wanted.map(move |hazard| {
            let (stage, term) = hazard_stage(hazard, &view.context);
            let (extension, reinspection) = (hazard.record.extension.last(), hazard.record.reinspection.last());
            view.row(hazard, cells(HazardRow { hazard, stage, term, extension, reinspection }, &view))
        })
    })
}

/// A hazard with how far it has come.
#[derive(Clone, Copy)]
struct HazardRow<'a> {
    hazard: &'a Filed<Hazard>,
    stage: HazardStage,
    /// The term in force, extensions included.
    term: Option<Day>,
    extension: Option<&'a Extension>,
    reinspection: Option<&'a Reinspection>,
}

impl<'a> HazardRow<'a> {
    fn rectification(self) -> Option<&'a Rectification> {
        self.hazard.record.rectification.as_deref()
    }
}

/// Several of a kind, one a line; of a single one its own columns say all.
fn each<T>(items: &[T], line: impl Fn(&T) -> Text) -> Option<Text> {
    let lines: Vec<Text> = items.iter().map(line).collect();
    (lines.len() > 1).then(|| Text::join(&lines, "\n", "\n"))
}

fn extension(extension: &Extension) -> Text {
    let Extension { asked, new_due, .. } = extension;
    match extension.approved_on {
        Some(on) => tr!("{asked} 申请，{on} 批准，延至 {new_due}"; "asked {asked}, granted {on}, to {new_due}"),
        None => tr!("{asked} 申请延至 {new_due}，未见批准"; "asked {asked} for {new_due}, not granted"),
    }
}

fn reinspection(reinspection: &Reinspection) -> Text {
    let (on, result) = (reinspection.on, reinspection.result.label());
    let (zh, en) = (result.zh(), result.en());
    match reinspection.new_due {
        Some(due) => tr!("{on} {zh}，新的期限 {due}"; "{on} {en}, new term {due}"),
        None => tr!("{on} {zh}"; "{on} {en}"),
    }
}

table! { Kind::Hazard, 'a, |entry: HazardRow<'a>, view| {
    Owner("监管单位", "supervising unit") => view.unit_name(&entry.hazard.path.unit);
    "mine" => view.mine(&entry.hazard.record.mine);
    "found" => entry.hazard.record.found;
    "source_kind" => entry.hazard.record.source_kind.word();
    "from" => entry.hazard.record.from.as_ref().map(|from| view.record(from));
    "nature" => entry.hazard.record.nature.word();
    "major" => entry.hazard.record.major;
    "criterion" => entry.hazard.record.criterion.as_ref();
    "description" => &entry.hazard.record.description;
    "place" => entry.hazard.record.place.as_ref();
    "inspectors" => lines(&entry.hazard.record.inspectors);
    "onsite.measure" => entry.hazard.record.onsite.as_ref().map(|onsite| &onsite.measure);
    "onsite.on" => entry.hazard.record.onsite.as_ref().map(|onsite| onsite.on);
    "rectification.plan" => entry.rectification().and_then(|rectification| rectification.plan.as_ref());
    "rectification.responsible" => entry.rectification().and_then(|rectification| rectification.responsible.as_ref());
    "rectification.due" => entry.rectification().and_then(|rectification| rectification.due);
    "rectification.funds" => entry.rectification().and_then(|rectification| rectification.funds.as_ref());
    "rectification.precautions" => entry.rectification().and_then(|rectification| rectification.precautions.as_ref());
    "rectification.emergency_plan" => entry.rectification().and_then(|rectification| rectification.emergency_plan.as_ref());
    "extension.asked" => entry.extension.map(|extension| extension.asked);
    "extension.approved_by" => entry.extension.and_then(|extension| extension.approved_by.as_ref());
    "extension.approved_on" => entry.extension.and_then(|extension| extension.approved_on);
    "extension.new_due" => entry.extension.map(|extension| extension.new_due);
    ("历次延期", "every extension", Holds::Prose) => each(&entry.hazard.record.extension, extension);
    ("现行期限", "term in force", Holds::Day) => entry.term;
    "reported_done" => entry.hazard.record.reported_done;
    ("复查次数", "re-inspections", Holds::Number) => entry.hazard.record.reinspection.len();
    "reinspection.on" => entry.reinspection.map(|reinspection| reinspection.on);
    "reinspection.by" => entry.reinspection.and_then(|reinspection| reinspection.by.as_ref()).map(|by| view.unit_name(by));
    "reinspection.inspectors" => entry.reinspection.map(|reinspection| lines(&reinspection.inspectors));
    "reinspection.result" => entry.reinspection.map(|reinspection| reinspection.result.word());
    "reinspection.new_due" => entry.reinspection.and_then(|reinspection| reinspection.new_due);
    ("历次复查", "every re-inspection", Holds::Prose) => each(&entry.hazard.record.reinspection, reinspection);
    "reinspection.text" => entry.reinspection.and_then(|reinspection| reinspection.text.as_ref());
    "closed.on" => entry.hazard.record.closed.as_ref().map(|closed| closed.on);
    "closed.reason" => entry.hazard.record.closed.as_ref().map(|closed| closed.reason.word());
    ("状态", "state", Holds::Line) => entry.stage.label();
    ("灯", "light", Holds::Light) => Light::from_stage(entry.stage);
    "because" => entry.hazard.record.because.as_ref();
    "remarks" => entry.hazard.record.remarks.as_ref();
    Shown("attachments") => join(entry.hazard.record.attachments.iter().map(|attachment| attachment.name.as_str()));
} }
