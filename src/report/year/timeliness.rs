//! From fact to notice (四（三）、四（四）): how long it took to tell others, beside the terms that the settings give.

use serde::Serialize;

use super::{ReportScope, median};
use crate::model::{Day, Moment};
use crate::report::Named;
use crate::rules::{Context, Promptness, Timeliness, measure_timeliness};
use crate::text::Text;

/// How soon others were notified of what concerned them.
#[derive(Debug, Clone, Serialize)]
pub struct TellingYear {
    /// How many were notified how promptly.
    pub counts: Vec<PromptnessCount>,
    /// Days from fact to the first word or paper, the middle of those told.
    pub median_days: Option<u32>,
    /// Each, what was not told first; of more than [`TellingYear::SHOWN`] the first.
    pub tellings: Vec<FactTimeliness>,
    /// How many are not shown.
    pub left_off: usize,
}

impl TellingYear {
    /// How many are shown one by one.
    pub const SHOWN: usize = 100;
}

/// How many facts were notified how promptly.
#[derive(Debug, Clone, Serialize)]
pub struct PromptnessCount {
    /// How promptly, beside the terms that are set.
    pub promptness: Promptness,
    /// How many facts of the year.
    pub count: usize,
}

/// A fact and when others were notified of it.
#[derive(Debug, Clone, Serialize)]
pub struct FactTimeliness {
    /// The record of the fact.
    #[serde(flatten)]
    pub record: Named,
    /// The short name of the unit that had to tell.
    pub unit: String,
    /// Why others had to be notified.
    pub matter: Text,
    /// The day from which its terms run.
    pub from: Day,
    /// When word was first given before a paper.
    pub verbal: Option<Moment>,
    /// The last day for that, where a term is set for it.
    pub verbal_due: Option<Day>,
    /// When the first paper went out.
    pub paper: Option<Day>,
    /// The last day for that, where a term is set.
    pub paper_due: Option<Day>,
    /// How it stands beside its terms on the day judged.
    pub promptness: Promptness,
    /// Days of the calendar from the fact to the first word or paper.
    pub days: Option<u32>,
    /// Days of the calendar from the fact to the end of the longer term.
    pub term_days: Option<u32>,
}

impl FactTimeliness {
    /// When word was first given before a paper, as people read it.
    #[must_use]
    pub fn verbal_at(&self) -> Option<String> {
        self.verbal.map(Moment::to_minute)
    }
}

const ORDER: &[Promptness] = &[Promptness::Missing, Promptness::Late, Promptness::Running, Promptness::InTime];

pub(super) fn tellings(context: &Context<'_>, scope: &ReportScope) -> TellingYear {
    let mechanism = &context.ledger.mechanism;
    let counted = |told: &Timeliness| scope.holds(told.from) && scope.is_of(mechanism.owner_of(&told.reference.record));
    let mut all: Vec<Timeliness> = measure_timeliness(context).into_iter().filter(counted).collect();
    let count = |promptness: &Promptness| {
        let count = all.iter().filter(|told| told.promptness == *promptness).count();
        PromptnessCount { promptness: *promptness, count }
    };
    let counts = ORDER.iter().map(count).filter(|counted| counted.count > 0).collect();
    let mut days: Vec<u32> = all.iter().filter_map(|told| days(told.from, first(told)?)).collect();
    days.sort_unstable();
    let rank = |told: &Timeliness| ORDER.iter().position(|promptness| *promptness == told.promptness);
    all.sort_by(|a, b| (rank(a), a.from, &a.reference).cmp(&(rank(b), b.from, &b.reference)));
    let left_off = all.len().saturating_sub(TellingYear::SHOWN);
    TellingYear {
        counts,
        median_days: median(&days),
        tellings: all.iter().take(TellingYear::SHOWN).map(|told| telling(told, context)).collect(),
        left_off,
    }
}

/// The day of the first word, either way.
fn first(told: &Timeliness) -> Option<Day> {
    told.verbal.map(Moment::day).into_iter().chain(told.paper).min()
}

/// A word that came before what it was about took no time.
fn days(from: Day, to: Day) -> Option<u32> {
    u32::try_from(from.days_until(to).max(0)).ok()
}

fn telling(told: &Timeliness, context: &Context<'_>) -> FactTimeliness {
    let mechanism = &context.ledger.mechanism;
    let owner = mechanism.owner_of(&told.reference.record);
    FactTimeliness {
        record: Named::from_reference(&told.reference, mechanism),
        unit: mechanism.short(owner).to_owned(),
        matter: told.matter.label(),
        from: told.from,
        verbal: told.verbal,
        verbal_due: told.verbal_due,
        paper: told.paper,
        paper_due: told.paper_due,
        promptness: told.promptness,
        days: first(told).and_then(|first| days(told.from, first)),
        term_days: told.verbal_due.max(told.paper_due).and_then(|due| days(told.from, due)),
    }
}
