//! 年报: a year, or a stretch of one, at a glance, for those who were not there: how every obligation stands, how much was done by whom and when, how far
//! hazards have come, how soon others were told, what is open and who must act. Every figure names the records that it counts.
//!
//! The regulation asks for no such report (三（七）、四（六） only for reports as the case requires); it is derived from the records.

mod figures;
mod hazards;
mod obligations;
mod outstanding;
mod plain_words;
mod scope;
mod settings;
mod timeliness;
mod work;

pub use figures::{DatedRecord, Figure, Figures, KindFigures, UnitName};
pub use hazards::{FlowStep, HazardCourse, HazardYear, ReinspectionView, StageCount};
pub use obligations::{Chapter, ObligationLine, StateCount};
pub use outstanding::OpenUnit;
pub use scope::ReportScope;
pub use settings::SettingView;
pub use timeliness::{FactTimeliness, PromptnessCount, TellingYear};
pub use work::{WorkDone, WorkNames};

use serde::Serialize;

use super::check::{CheckReport, Heading, LevelCounts, check};
use super::position::{Guide, ProblemView};
use super::question::Question;
use super::redaction::{LeftOut, Readers};
use crate::model::{Actor, Day, ObligationId, UnitId};
use crate::rules::{Context, Evidence, Judgement};
use crate::text::Text;

/// How many records a figure names; all are counted.
pub const NAMED: usize = 50;

/// A year at a glance.
#[derive(Debug, Clone, Serialize)]
pub struct YearReport {
    /// The version of this form; raised when a reader of an older one would misread it.
    pub version: u32,
    /// The mechanism, its edition, the year and the day as of which it is judged.
    pub heading: Heading,
    /// The stretch of the year of which it tells, and the unit.
    pub scope: ScopeView,
    /// Whether it is for the circle or for anybody.
    pub edition: Readers,
    /// What was left out of a public edition.
    pub left_out: Option<LeftOut>,
    /// How much was found, by weight.
    pub counts: LevelCounts,
    /// Findings of earlier years that still stand.
    pub earlier: usize,
    /// How many obligations are in which state, what weighs most first.
    pub states: Vec<StateCount>,
    /// Every obligation, by chapter of the regulation.
    pub chapters: Vec<Chapter>,
    /// What was done, each thing counted once.
    pub work: WorkDone,
    /// What the district calls that.
    #[serde(skip)]
    pub work_names: WorkNames,
    /// How much was filed, by unit and month.
    pub figures: Figures,
    /// Hazards, from finding to close-out.
    pub hazards: HazardYear,
    /// How soon others were told of what concerned them.
    pub tellings: TellingYear,
    /// What is open, by the unit that must act.
    pub open: Vec<OpenUnit>,
    /// The settings by which it was judged.
    pub settings: Vec<SettingView>,
    /// What could not be read.
    pub problems: Vec<ProblemView>,
}

impl YearReport {
    /// The version that this program writes.
    pub const VERSION: u32 = 1;

    /// Whether a file could not be read, so that the answer is not the whole truth.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.problems.iter().any(|problem| problem.unreadable)
    }
}

/// Of what a report tells, as it says.
#[derive(Debug, Clone, Serialize)]
pub struct ScopeView {
    /// The first day whose facts are counted.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// Whether that is the whole year.
    pub is_year: bool,
    /// As people say it: 2025年度.
    pub label: Text,
    /// The unit of which alone it tells.
    pub unit: Option<UnitName>,
}

impl ScopeView {
    fn new(scope: &ReportScope, context: &Context<'_>) -> Self {
        let named = |unit: &UnitId| UnitName::of(unit, context);
        Self {
            from: scope.first,
            to: scope.last,
            is_year: scope.is_whole_year(),
            label: scope.label(),
            unit: scope.unit.as_ref().map(named),
        }
    }
}

/// A year, or a stretch of it, at a glance as of the day judged, for readers inside.
#[must_use]
pub fn year(context: &Context<'_>, judgement: &Judgement, scope: &ReportScope, revision: Option<String>) -> YearReport {
    let year = scope.year();
    let question = Question { year, unit: scope.unit.clone(), rule: None };
    let own = scope.unit.as_ref().map(|unit| own(judgement, unit, context));
    let checked = check(context, own.as_ref().unwrap_or(judgement), &question, revision, Guide::NONE);
    let chapters = obligations::chapters(&checked, context);
    let CheckReport { heading, counts, earlier, units, pending, problems, .. } = checked;
    YearReport {
        version: YearReport::VERSION,
        heading,
        scope: ScopeView::new(scope, context),
        edition: Readers::Internal,
        left_out: None,
        counts,
        earlier,
        states: obligations::states(&chapters),
        chapters,
        work: work::work(context, scope),
        work_names: WorkNames::of(&context.ledger.mechanism, Day::last_of(year).min(context.today)),
        figures: figures::figures(context, scope),
        hazards: hazards::hazards(context, scope),
        tellings: timeliness::tellings(context, scope),
        open: outstanding::outstanding(units, pending, context, scope),
        settings: settings::settings(context),
        problems,
    }
}

/// What a judgement says of one unit: a report of its work tells how the unit stands, and of what all are asked to do together how that stands.
fn own(judgement: &Judgement, unit: &UnitId, context: &Context<'_>) -> Judgement {
    let mechanism = &context.ledger.mechanism;
    // What is asked of whoever files something is shown by what the unit itself filed.
    let concerns = |id: ObligationId, evidence: &Evidence| {
        let asked = mechanism.obligation_on(id, evidence.under);
        let is_own = *mechanism.owner_of(&evidence.reference.record) == *unit;
        is_own || asked.is_none_or(|asked| asked.who != Actor::Owner)
    };
    Judgement {
        findings: judgement.findings.iter().filter(|finding| finding.actor == *unit).cloned().collect(),
        evidence: judgement.evidence.iter().filter(|(id, fact)| concerns(*id, fact)).cloned().collect(),
        doubts: judgement.doubts.iter().filter(|(id, doubt)| concerns(*id, &doubt.evidence)).cloned().collect(),
        pending: judgement.pending.iter().filter(|pending| pending.actor == *unit).cloned().collect(),
    }
}

/// The middle of numbers in their order; of two in the middle what lies between them, rounded up.
fn median(sorted: &[u32]) -> Option<u32> {
    let (lower, upper) = (sorted.get(sorted.len().checked_sub(1)? / 2)?, sorted.get(sorted.len() / 2)?);
    Some((lower + upper).div_ceil(2))
}
