//! The sums of the year, each a number with what it counts.

use super::page::{HtmlPage, class};
use crate::report::year::YearReport;
use crate::report::{HazardStage, Light};
use crate::text::Text;
use crate::tr;

/// A number that is seen first.
struct Tile {
    light: Option<Light>,
    count: usize,
    /// The section that says more.
    to: &'static str,
    words: Text,
    more: Text,
}

pub(super) fn write(page: &mut HtmlPage, report: &YearReport) {
    page.open("ul", &[("class", "tiles")]);
    for tile in [obligations(report), unmet(report), reminders(report), pending(report), hazards(report)] {
        page.open("li", &[("class", class(tile.light))]);
        page.words("b", &[], &tile.count.to_string());
        let words = tile.words.get(page.lang).to_owned();
        page.link(tile.to, &words);
        page.say("small", &[], &tile.more);
        page.close("li");
    }
    page.close("ul");
}

/// Green where there is none.
fn light(count: usize, otherwise: Light) -> Light {
    if count > 0 { otherwise } else { Light::Green }
}

fn obligations(report: &YearReport) -> Tile {
    let judged = report.states.iter().filter(|state| state.light.is_some()).map(|state| state.count).sum();
    let all: usize = report.states.iter().map(|state| state.count).sum();
    let (words, more) = (Text::fixed("项义务有据可判", "obligations judged"), tr!("共 {all} 项"; "of {all}"));
    Tile { light: None, count: judged, to: "obligations", words, more }
}

fn unmet(report: &YearReport) -> Tile {
    let (count, form) = (report.counts.unmet, report.counts.form);
    let more = tr!("另有需更正 {form} 处"; "{form} to be corrected");
    Tile { light: Some(light(count, Light::Red)), count, to: "open", words: Text::fixed("处未落实", "not carried out"), more }
}

fn reminders(report: &YearReport) -> Tile {
    let (count, advice) = (report.counts.reminder, report.counts.advice);
    let more = tr!("建议 {advice} 处"; "{advice} pieces of advice");
    Tile { light: Some(light(count, Light::Yellow)), count, to: "open", words: Text::fixed("处提醒", "reminders"), more }
}

fn pending(report: &YearReport) -> Tile {
    let count = report.open.iter().map(|unit| unit.pending.len() + unit.minimums.len()).sum();
    let more = Text::fixed("期限未到", "whose term still runs");
    Tile { light: None, count, to: "open", words: Text::fixed("项待办", "to do in time"), more }
}

fn hazards(report: &YearReport) -> Tile {
    let is_open = |stage| !matches!(stage, HazardStage::Closed | HazardStage::MineClosed);
    let count = report.hazards.stages.iter().filter(|stage| is_open(stage.stage)).map(|stage| stage.count).sum();
    let overdue = report.hazards.flow.iter().find(|step| step.id == "overdue").map_or(0, |step| step.count);
    let more = tr!("其中已过期限 {overdue} 处"; "{overdue} past the term");
    Tile {
        light: Some(light(overdue, Light::Red)),
        count,
        to: "hazards",
        words: Text::fixed("处隐患未销号", "hazards open"),
        more,
    }
}
