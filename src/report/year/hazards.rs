//! Hazards of a year, from finding to close-out (三（五）): those found in it, and those found before and still followed in it.

use serde::Serialize;

use super::{NAMED, ReportScope, median};
use crate::model::{Day, Filed, Hazard, Inspected};
use crate::report::{Light, Named};
use crate::rules::{Context, HazardStage, goes_on_elsewhere, hazard_stage, is_major_hazard};
use crate::text::Text;

/// How far the hazards of a year have come.
#[derive(Debug, Clone, Serialize)]
pub struct HazardYear {
    /// What was done, from finding to close-out, and what went otherwise.
    pub flow: Vec<FlowStep>,
    /// How many stand where on the day judged.
    pub stages: Vec<StageCount>,
    /// Days from finding to close-out, the middle of those closed; none where none was closed.
    pub median_days: Option<u32>,
    /// The most days from finding to close-out.
    pub longest_days: Option<u32>,
    /// The course of each that is still followed or is major, those past their term first; of more than [`HazardYear::COURSES`] the
    /// first.
    pub courses: Vec<HazardCourse>,
    /// How many courses are not shown.
    pub left_off: usize,
}

impl HazardYear {
    /// How many courses are shown one by one.
    pub const COURSES: usize = 40;
}

/// How many hazards came to a step.
#[derive(Debug, Clone, Serialize)]
pub struct FlowStep {
    /// Its name in JSON, never changed.
    pub id: &'static str,
    /// What people call the step.
    pub label: Text,
    /// Whether every hazard passes it on its way, or only some stray there.
    pub on_the_way: bool,
    /// How many, whether named or not.
    pub count: usize,
    /// Which: of more than [`NAMED`] the first.
    pub hazards: Vec<Named>,
}

/// How many hazards stand where.
#[derive(Debug, Clone, Serialize)]
pub struct StageCount {
    /// How far they have come.
    pub stage: HazardStage,
    /// The light of that stage.
    pub light: Light,
    /// How many, whether named or not.
    pub count: usize,
    /// Which: of more than [`NAMED`] the first.
    pub hazards: Vec<Named>,
}

/// A re-inspection of a hazard, without who made it.
#[derive(Debug, Clone, Serialize)]
pub struct ReinspectionView {
    /// The day of it.
    pub on: Day,
    /// Whether the hazard passed it.
    pub passed: bool,
}

/// The course of one hazard.
#[derive(Debug, Clone, Serialize)]
pub struct HazardCourse {
    /// The hazard by reference and number.
    #[serde(flatten)]
    pub record: Named,
    /// The short name of the unit that supervises it.
    pub unit: String,
    /// What the mine is called.
    pub mine: String,
    /// Whether it is a major hazard.
    pub major: bool,
    /// When it was found.
    pub found: Day,
    /// The term in force, extensions included; none where none was set.
    pub term: Option<Day>,
    /// Whether a longer term was granted.
    pub extended: bool,
    /// When the mine reported it done.
    pub reported: Option<Day>,
    /// Its re-inspections, the first first.
    pub looks: Vec<ReinspectionView>,
    /// When it was closed.
    pub closed: Option<Day>,
    /// Where it stands.
    pub stage: HazardStage,
    /// The light of that.
    pub light: Light,
}

/// A hazard with where it stands.
#[derive(Clone, Copy)]
struct YearHazard<'a> {
    hazard: &'a Filed<Hazard>,
    stage: HazardStage,
    is_major: bool,
    term: Option<Day>,
    today: Day,
}

impl YearHazard<'_> {
    /// The day on which it was closed, for a reason that is so: as the ledger has it.
    fn closed(&self) -> Option<Day> {
        let closed = self.hazard.record.closed.as_ref().map(|closed| closed.on);
        closed.filter(|_| self.stage == HazardStage::Closed)
    }

    fn is_extended(&self) -> bool {
        self.hazard.record.extension.iter().any(|longer| longer.approved_on.is_some_and(|on| on <= self.today))
    }

    fn reported(&self) -> Option<Day> {
        self.hazard.record.reported_done.filter(|on| *on <= self.today)
    }

    fn looks(&self) -> impl Iterator<Item = ReinspectionView> {
        let looks = self.hazard.record.reinspection.iter().filter(|reinspection| reinspection.on <= self.today);
        looks.map(|reinspection| ReinspectionView { on: reinspection.on, passed: reinspection.result == Inspected::Passed })
    }
}

pub(super) fn hazards(context: &Context<'_>, scope: &ReportScope) -> HazardYear {
    let (first, last) = (scope.first, scope.last.min(context.today));
    let entry = |hazard| {
        let (stage, term) = hazard_stage(hazard, context);
        YearHazard { hazard, stage, is_major: is_major_hazard(hazard, context), term, today: context.today }
    };
    // Of a hazard with several records the one is counted that goes on with it; a unit's own report tells of what it handed on as well.
    let is_counted = |hazard: &&Filed<Hazard>| {
        let is_of = scope.is_of(&hazard.path.unit) && hazard.record.found <= last;
        is_of && (scope.unit.is_some() || !goes_on_elsewhere(hazard, context))
    };
    let is_followed =
        |one: &YearHazard<'_>| first <= one.hazard.record.found || one.closed().is_none_or(|closed| first <= closed);
    let all = context.ledger.hazards.iter().filter(is_counted).map(entry).filter(is_followed);
    let all: Vec<YearHazard<'_>> = all.collect();
    let mut days: Vec<u32> = all.iter().filter_map(|one| days(one.hazard.record.found, one.closed()?)).collect();
    days.sort_unstable();
    let (courses, left_off) = courses(&all, context);
    HazardYear {
        flow: flow(&all, first, context),
        stages: stages(&all, context),
        median_days: median(&days),
        longest_days: days.last().copied(),
        courses,
        left_off,
    }
}

fn days(from: Day, to: Day) -> Option<u32> {
    u32::try_from(from.days_until(to)).ok()
}

/// Whether a hazard came to a step.
type StepTest = fn(&YearHazard<'_>, Day) -> bool;

/// The steps, those on the way first.
const STEPS: &[(&str, Text, bool, StepTest)] = &[
    ("found", Text::fixed("本期发现", "found in the period"), true, |one, first| first <= one.hazard.record.found),
    ("term", Text::fixed("已定整改期限", "given a term"), true, |one, _| one.term.is_some()),
    ("reported", Text::fixed("企业已报整改完成", "reported done"), true, |one, _| one.reported().is_some()),
    ("passed", Text::fixed("复查合格", "re-inspection passed"), true, |one, _| {
        one.looks().any(|reinspection| reinspection.passed)
    }),
    ("closed", Text::fixed("已销号", "closed"), true, |one, _| one.closed().is_some()),
    ("carried", Text::fixed("上期结转", "carried over"), false, |one, first| one.hazard.record.found < first),
    ("major", Text::fixed("重大隐患", "major"), false, |one, _| one.is_major),
    ("extended", Text::fixed("批准延期", "extended"), false, |one, _| one.is_extended()),
    ("failed", Text::fixed("复查不合格（有过）", "failed a re-inspection"), false, |one, _| {
        one.looks().any(|reinspection| !reinspection.passed)
    }),
    ("overdue", Text::fixed("已过期限未办结", "past its term"), false, |one, _| one.stage == HazardStage::Overdue),
];

fn flow(all: &[YearHazard<'_>], first: Day, context: &Context<'_>) -> Vec<FlowStep> {
    let step = |(id, label, on_the_way, came): &(&'static str, Text, bool, StepTest)| {
        let came = all.iter().filter(|one| came(one, first));
        let (count, hazards) = counted(came, context);
        FlowStep { id, label: label.clone(), on_the_way: *on_the_way, count, hazards }
    };
    STEPS.iter().map(step).collect()
}

/// How many, and the first of them by name.
fn counted<'a>(entries: impl Iterator<Item = &'a YearHazard<'a>> + Clone, context: &Context<'_>) -> (usize, Vec<Named>) {
    let named = |one: &YearHazard<'_>| Named::from_reference(&one.hazard.reference(), &context.ledger.mechanism);
    (entries.clone().count(), entries.take(NAMED).map(named).collect())
}

/// The stages, what weighs most first.
const STAGES: &[HazardStage] = &[
    HazardStage::Overdue,
    HazardStage::NearDue,
    HazardStage::WithoutTerm,
    HazardStage::Reported,
    HazardStage::Passed,
    HazardStage::Running,
    HazardStage::MineClosed,
    HazardStage::Closed,
];

fn stages(all: &[YearHazard<'_>], context: &Context<'_>) -> Vec<StageCount> {
    let stage = |stage: &HazardStage| {
        let (count, hazards) = counted(all.iter().filter(|one| one.stage == *stage), context);
        (count > 0).then_some(StageCount { stage: *stage, light: Light::from_stage(*stage), count, hazards })
    };
    STAGES.iter().filter_map(stage).collect()
}

fn courses(all: &[YearHazard<'_>], context: &Context<'_>) -> (Vec<HazardCourse>, usize) {
    let is_over = |one: &YearHazard<'_>| one.stage.is_over();
    let mut shown: Vec<&YearHazard<'_>> = all.iter().filter(|one| one.is_major || !is_over(one)).collect();
    let rank = |one: &YearHazard<'_>| STAGES.iter().position(|stage| *stage == one.stage);
    shown.sort_by_key(|one| (rank(one), !one.is_major, one.hazard.record.found, &one.hazard.path));
    let left_off = shown.len().saturating_sub(HazardYear::COURSES);
    (shown.into_iter().take(HazardYear::COURSES).map(|one| course(one, context)).collect(), left_off)
}

fn course(one: &YearHazard<'_>, context: &Context<'_>) -> HazardCourse {
    let (mechanism, record) = (&context.ledger.mechanism, &one.hazard.record);
    let mine = mechanism.mine_name(&record.mine);
    let mut looks: Vec<ReinspectionView> = one.looks().collect();
    looks.sort_by_key(|reinspection| reinspection.on);
    HazardCourse {
        record: Named::from_reference(&one.hazard.reference(), mechanism),
        unit: mechanism.short(&one.hazard.path.unit).to_owned(),
        mine: mine.to_owned(),
        major: one.is_major,
        found: record.found,
        term: one.term,
        extended: one.is_extended(),
        reported: one.reported(),
        looks,
        closed: one.closed(),
        stage: one.stage,
        light: Light::from_stage(one.stage),
    }
}
