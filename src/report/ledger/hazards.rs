//! 隐患: one hazard a row, from finding to close-out. Of several extensions and re-inspections the last is shown.

use super::sheet::{Holds, Rows, Sheet, table};
use super::view::View;
use super::{Topic, stage_light};
use crate::model::{Filed, Happening as _, Hazard, Kind, Reinspection};
use crate::rules::hazard_stage;

pub(super) fn sheet(view: View<'_>) -> Sheet<'_> {
    let rows = Rows::new(move || {
        let wanted = view.ledger().hazards.iter().filter(move |hazard| view.wants(&hazard.path, hazard.record.on()));
        wanted.map(move |hazard| view.row(hazard, cells(hazard, &view)))
    });
    Sheet { topic: Topic::Hazards, columns: columns(), rows }
}

fn last_look(hazard: &Hazard) -> Option<&Reinspection> {
    hazard.reinspection.iter().max_by_key(|look| look.on)
}

table! { Kind::Hazard, 'a, |hazard: &'a Filed<Hazard>, view| {
    ("监管单位", "supervising unit", Holds::Line) => view.unit_name(&hazard.path.unit);
    "mine" => view.mine(&hazard.record.mine);
    "found" => hazard.record.found;
    "source_kind" => hazard.record.source_kind.word();
    "from" => hazard.record.from.as_ref().map(|from| view.record(from));
    "nature" => hazard.record.nature.word();
    "major" => hazard.record.major;
    "criterion" => hazard.record.criterion.as_ref();
    "description" => &hazard.record.description;
    "onsite.measure" => hazard.record.onsite.as_ref().map(|onsite| &onsite.measure);
    "onsite.on" => hazard.record.onsite.as_ref().map(|onsite| onsite.on);
    "rectification.plan" => hazard.record.rectification.as_ref().and_then(|rectification| rectification.plan.as_ref());
    "rectification.due" => hazard.record.rectification.as_ref().and_then(|rectification| rectification.due);
    "extension.approved_on" => hazard.record.extension.last().and_then(|extension| extension.approved_on);
    "extension.new_due" => hazard.record.extension.last().map(|extension| extension.new_due);
    ("现行期限", "term in force", Holds::Day) => hazard_stage(hazard, &view.desk).1;
    "reported_done" => hazard.record.reported_done;
    ("复查次数", "re-inspections", Holds::Number) => hazard.record.reinspection.len();
    "reinspection.on" => last_look(&hazard.record).map(|look| look.on);
    "reinspection.by" => last_look(&hazard.record).and_then(|look| look.by.as_ref()).map(|by| view.unit_name(by));
    "reinspection.result" => last_look(&hazard.record).map(|look| look.result.word());
    "reinspection.text" => last_look(&hazard.record).and_then(|look| look.text.as_ref());
    "closed.on" => hazard.record.closed.as_ref().map(|closed| closed.on);
    "closed.reason" => hazard.record.closed.as_ref().map(|closed| closed.reason.word());
    ("状态", "state", Holds::Line) => hazard_stage(hazard, &view.desk).0.label();
    ("灯", "light", Holds::Light) => stage_light(hazard_stage(hazard, &view.desk).0);
    "because" => hazard.record.because.as_ref();
} }
