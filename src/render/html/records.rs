//! The annex: the records behind every figure.

use super::figures::{of_month, of_unit};
use super::heading;
use super::page::HtmlPage;
use crate::report::HazardStage;
use crate::report::year::{DatedRecord, KindFigures, YearReport};
use crate::text::Text;
use crate::tr;

/// Where the hazards of a stage are listed.
pub(super) fn of_stage(stage: HazardStage) -> String {
    format!("stage-{stage:?}").to_lowercase()
}

pub(super) fn write(page: &mut HtmlPage, report: &YearReport) {
    // What links lead to is of no use on paper, and half as long again as all the rest.
    let told = Text::fixed(
        "附：各数字所计的记录见电子版，点数字即可看到。",
        "Annex: the records behind the figures are in the file, where each number links to them.",
    );
    page.say("p", &[("class", "lead on-paper")], &told);
    page.open("section", &[("class", "on-screen")]);
    page.say("h2", &[("id", "records")], &heading("records"));
    page.say("h3", &[], &Text::fixed("各项义务所依的记录", "By obligation"));
    for line in report.chapters.iter().flat_map(|chapter| &chapter.obligations) {
        let standing = &line.standing;
        let (id, zh, en) = (&standing.id, standing.title.zh(), standing.title.en());
        let evidence = standing.evidence.iter().map(|named| (None, named));
        page.records(&format!("ev-{id}"), &tr!("{id} {zh}"; "{id} {en}"), standing.count, evidence);
    }
    page.say("h3", &[], &Text::fixed("各单位所登记的", "By unit"));
    for kind in report.figures.kinds.iter().filter(|kind| kind.total > 0) {
        by_unit(page, kind, report);
    }
    page.say("h3", &[], &Text::fixed("各月所登记的", "By month"));
    for kind in report.figures.kinds.iter().filter(|kind| kind.total > 0) {
        by_month(page, kind);
    }
    if !report.hazards.stages.is_empty() {
        page.say("h3", &[], &Text::fixed("各环节的隐患", "Hazards by step and state"));
        hazards(page, report);
    }
    page.close("section");
}

fn dated(records: &[DatedRecord]) -> impl ExactSizeIterator<Item = (Option<String>, &crate::report::Named)> {
    records.iter().map(|dated| (Some(dated.on.to_string()), &dated.record))
}

fn by_unit(page: &mut HtmlPage, kind: &KindFigures, report: &YearReport) {
    for (unit, figure) in report.figures.units.iter().zip(&kind.by_unit) {
        let (zh, en, short) = (kind.label.zh(), kind.label.en(), &unit.short);
        let heading = tr!("{zh} · {short}"; "{en}, {short}");
        page.records(&of_unit(kind.kind, &unit.unit), &heading, figure.count, dated(&figure.records));
    }
}

fn by_month(page: &mut HtmlPage, kind: &KindFigures) {
    for (at, figure) in kind.by_month.iter().enumerate() {
        let (zh, en, month) = (kind.label.zh(), kind.label.en(), at + 1);
        let heading = tr!("{zh} · {month}月"; "{en}, month {month}");
        page.records(&of_month(kind.kind, at), &heading, figure.count, dated(&figure.records));
    }
}

fn hazards(page: &mut HtmlPage, report: &YearReport) {
    for step in &report.hazards.flow {
        let hazards = step.hazards.iter().map(|named| (None, named));
        page.records(&format!("h-{}", step.id), &step.label, step.count, hazards);
    }
    for stage in &report.hazards.stages {
        let hazards = stage.hazards.iter().map(|named| (None, named));
        page.records(&of_stage(stage.stage), &stage.stage.label(), stage.count, hazards);
    }
}
