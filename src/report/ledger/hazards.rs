//! 隐患: one hazard a row, from finding to close-out. Of several extensions and re-inspections the last is shown.

use super::sheet::{Holds, Rows, Sheet, table};
use super::view::View;
use super::{Topic, stage_light};
use crate::model::{Day, Filed, Happening as _, Hazard, Kind, Reinspection};
use crate::rules::{HazardStage, hazard_stage};

pub(super) fn sheet(view: View<'_>) -> Sheet<'_> {
    let rows = Rows::new(move || {
        let wanted = view.ledger().hazards.iter().filter(move |hazard| view.wants(&hazard.path, hazard.record.on()));
        wanted.map(move |hazard| {
            let (stage, term) = hazard_stage(hazard, &view.desk);
            let look = hazard.record.reinspection.iter().max_by_key(|look| look.on);
            view.row(hazard, cells(Entry { hazard, stage, term, look }, &view))
        })
    });
    Sheet { topic: Topic::Hazards, columns: columns(), rows }
}

/// A hazard with how far it has come.
#[derive(Clone, Copy)]
struct Entry<'a> {
    hazard: &'a Filed<Hazard>,
    stage: HazardStage,
    /// The term in force.
    term: Option<Day>,
    /// The last re-inspection.
    look: Option<&'a Reinspection>,
}

table! { Kind::Hazard, 'a, |entry: Entry<'a>, view| {
    ("监管单位", "supervising unit", Holds::Line) => view.unit_name(&entry.hazard.path.unit);
    "mine" => view.mine(&entry.hazard.record.mine);
    "found" => entry.hazard.record.found;
    "source_kind" => entry.hazard.record.source_kind.word();
    "from" => entry.hazard.record.from.as_ref().map(|from| view.record(from));
    "nature" => entry.hazard.record.nature.word();
    "major" => entry.hazard.record.major;
    "criterion" => entry.hazard.record.criterion.as_ref();
    "description" => &entry.hazard.record.description;
    "onsite.measure" => entry.hazard.record.onsite.as_ref().map(|onsite| &onsite.measure);
    "onsite.on" => entry.hazard.record.onsite.as_ref().map(|onsite| onsite.on);
    "rectification.plan" => entry.hazard.record.rectification.as_ref().and_then(|rectification| rectification.plan.as_ref());
    "rectification.due" => entry.hazard.record.rectification.as_ref().and_then(|rectification| rectification.due);
    "extension.approved_on" => entry.hazard.record.extension.last().and_then(|extension| extension.approved_on);
    "extension.new_due" => entry.hazard.record.extension.last().map(|extension| extension.new_due);
    ("现行期限", "term in force", Holds::Day) => entry.term;
    "reported_done" => entry.hazard.record.reported_done;
    ("复查次数", "re-inspections", Holds::Number) => entry.hazard.record.reinspection.len();
    "reinspection.on" => entry.look.map(|look| look.on);
    "reinspection.by" => entry.look.and_then(|look| look.by.as_ref()).map(|by| view.unit_name(by));
    "reinspection.result" => entry.look.map(|look| look.result.word());
    "reinspection.text" => entry.look.and_then(|look| look.text.as_ref());
    "closed.on" => entry.hazard.record.closed.as_ref().map(|closed| closed.on);
    "closed.reason" => entry.hazard.record.closed.as_ref().map(|closed| closed.reason.word());
    ("状态", "state", Holds::Line) => entry.stage.label();
    ("灯", "light", Holds::Light) => stage_light(entry.stage);
    "because" => entry.hazard.record.because.as_ref();
} }
