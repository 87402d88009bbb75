//! How far each hazard has come, as the program has it and not by the word of its record alone: a row a hazard, under its year of filing.

use std::collections::BTreeMap;

use super::LakeView;
use super::column::{LakeColumn, LakeShape, leading as leading_columns, spelled};
use super::datum::{self, Datum};
use super::records::leading;
use super::table::{LakeTable, TableBasis, each};
use crate::model::{Day, Filed, Hazard, RecordPath};
use crate::rules::{HazardStage, goes_on_elsewhere, hazard_stage, is_major_hazard};

/// A hazard and how far it has come on the day judged.
pub(super) struct LakeCourse<'a> {
    pub(super) hazard: &'a Filed<Hazard>,
    pub(super) stage: HazardStage,
    pub(super) major: bool,
    /// The term in force.
    due: Option<Day>,
    /// Whether another record goes on with it, where it is counted.
    pub(super) elsewhere: bool,
}

impl LakeCourse<'_> {
    /// When it was closed: what the record says counts only where it holds.
    pub(super) fn closed(&self) -> Option<Day> {
        self.hazard.record.closed.as_ref().map(|closed| closed.on).filter(|_| self.stage == HazardStage::Closed)
    }

    /// Whether something is left to be done about it here.
    pub(super) fn is_open(&self) -> bool {
        !self.stage.is_over() && !self.elsewhere
    }

    /// Days from finding to close-out, or until today.
    pub(super) fn days(&self, today: Day) -> i64 {
        self.hazard.record.found.days_until(self.closed().unwrap_or(today))
    }
}

/// Every hazard that was found by the day judged and is shown.
pub(super) fn courses<'a>(view: LakeView<'a>) -> impl Iterator<Item = LakeCourse<'a>> {
    let is_told = move |filed: &&'a Filed<Hazard>| {
        filed.record.found <= view.stamp.as_of && !view.redaction.hides(&RecordPath::Filed(filed.path.clone()))
    };
    view.context.ledger.hazards.iter().filter(is_told).map(move |hazard| {
        let (stage, due) = hazard_stage(hazard, view.context);
        let (major, elsewhere) = (is_major_hazard(hazard, view.context), goes_on_elsewhere(hazard, view.context));
        LakeCourse { hazard, stage, major, due, elsewhere }
    })
}

/// A table a year of filing, one at least.
pub(super) fn tables<'a>(view: &LakeView<'a>) -> Vec<LakeTable<'a>> {
    let mut years: BTreeMap<u16, Vec<LakeCourse<'a>>> = BTreeMap::new();
    courses(*view).for_each(|course| years.entry(course.hazard.path.year).or_default().push(course));
    if years.is_empty() {
        years.insert(view.stamp.as_of.year(), Vec::new());
    }
    years.into_iter().map(|(year, courses)| table(year, courses, *view)).collect()
}

fn table<'a>(year: u16, courses: Vec<LakeCourse<'a>>, view: LakeView<'a>) -> LakeTable<'a> {
    use LakeShape::{Count, Day, Flag, Text};
    let own = [
        LakeColumn::own("as_of", "截至", "as of", Day),
        LakeColumn::own("commit", "提交", "commit", Text),
        LakeColumn::own("stage", "进展", "stage", LakeShape::of_words(HazardStage::ALL, HazardStage::label)),
        LakeColumn::own("is_open", "未销号", "open", Flag),
        LakeColumn::own("major", "重大", "major", Flag),
        LakeColumn::own("elsewhere", "另有记录续办", "another record goes on with it", Flag),
        LakeColumn::own("found", "发现日期", "found", Day),
        LakeColumn::own("due", "现行期限", "term in force", Day),
        LakeColumn::own("closed_on", "销号日期", "closed on", Day),
        LakeColumn::own("days", "天数", "days", Count),
    ];
    LakeTable {
        name: "courses",
        year: Some(year),
        columns: leading_columns().into_iter().chain(own).collect(),
        basis: TableBasis::Day,
        rows: each(courses.into_iter().map(move |course| row(&course, view))),
    }
}

fn row<'a>(course: &LakeCourse<'a>, view: LakeView<'a>) -> Vec<Datum<'a>> {
    let Filed { path, record } = course.hazard;
    let mut row = leading(
        view,
        Datum::word(path.to_string()),
        Datum::Count(i64::from(path.year)),
        Datum::word(path.unit.as_str()),
        datum::mine(&record.mine, view.redaction),
    );
    row.extend([
        Datum::day(view.stamp.as_of),
        Datum::word(view.stamp.commit.as_str()),
        Datum::maybe(spelled(course.stage), Datum::word),
        Datum::Flag(course.is_open()),
        Datum::Flag(course.major),
        Datum::Flag(course.elsewhere),
        Datum::day(record.found),
        Datum::maybe(course.due, Datum::day),
        Datum::maybe(course.closed(), Datum::day),
        Datum::Count(course.days(view.stamp.as_of)),
    ]);
    row
}
