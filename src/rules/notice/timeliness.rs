//! From a fact to the word and the notice about it: how long it took, beside the terms.

use super::grave_matter::{GraveMatter, grave_matters};
use super::urgent_fact_not_notified::{UrgentFact, facts};
use crate::model::{Day, Moment, Reference, Trigger};
use crate::rules::Context;
use crate::rules::due::Timing;
use crate::text::Text;

/// Why others must be notified of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// An important fact (四（三）: 应及时通报).
    Urgent(Trigger),
    /// A major hazard or problem that was dealt with (四（四）: 在依法作出处理的同时).
    MajorHazard,
}

impl Matter {
    /// What people call it.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Urgent(trigger) => trigger.label(),
            Self::MajorHazard => Text::fixed("重大隐患和问题", "major hazard or problem"),
        }
    }
}

/// Whether others were notified of a fact within its terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Promptness {
    /// Told, within a term where one is set.
    InTime,
    /// Not told yet, and a term runs.
    Running,
    /// Told after its terms.
    Late,
    /// The terms have run out, and the register shows no word of it.
    Missing,
}

impl Promptness {
    /// The word that is printed.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::InTime => Text::fixed("时限内", "in time"),
            Self::Running => Text::fixed("时限未到", "still in time"),
            Self::Late => Text::fixed("晚于时限", "after its term"),
            Self::Missing => Text::fixed("台账中未见通报记录", "no notice in the register"),
        }
    }
}

impl From<Timing> for Promptness {
    fn from(timing: Timing) -> Self {
        match timing {
            Timing::InTime => Self::InTime,
            Timing::Running(_) => Self::Running,
            Timing::Late { .. } => Self::Late,
            Timing::Missing => Self::Missing,
        }
    }
}

/// A fact that others must be notified of, and when they were.
#[derive(Debug, Clone)]
pub struct Timeliness {
    /// The record of the fact.
    pub reference: Reference,
    /// Why others must be notified.
    pub matter: Matter,
    /// The day from which its terms run.
    pub from: Day,
    /// When word was first given before a paper.
    pub verbal: Option<Moment>,
    /// When the first paper went out.
    pub paper: Option<Day>,
    /// The last day for a word, where a term is set for it.
    pub verbal_due: Option<Day>,
    /// The last day for a paper, or for either where one term is set for both.
    pub paper_due: Option<Day>,
    /// How it stands on the day judged.
    pub promptness: Promptness,
}

/// Every fact of which others are to be told, urgent ones first, each in the order of paths. What the register says of a day later
/// than the one judged is left aside.
#[must_use]
pub fn measure_timeliness(context: &Context<'_>) -> Vec<Timeliness> {
    let urgent = facts(context).into_iter().map(|fact| of_fact(fact, context));
    let grave = grave_matters(context).into_iter().map(|matter| of_matter(&matter, context));
    urgent.chain(grave).collect()
}

fn of_fact(fact: UrgentFact, context: &Context<'_>) -> Timeliness {
    Timeliness {
        promptness: fact.terms.timing(&fact.word, context).into(),
        reference: fact.reference,
        matter: Matter::Urgent(fact.trigger),
        from: fact.at.day(),
        verbal: fact.word.verbal,
        paper: fact.word.paper,
        verbal_due: fact.terms.verbal_due(),
        paper_due: fact.terms.paper_due(),
    }
}

fn of_matter(grave: &GraveMatter<'_>, context: &Context<'_>) -> Timeliness {
    Timeliness {
        reference: grave.reference.clone(),
        matter: Matter::MajorHazard,
        from: grave.from(),
        verbal: grave.word.verbal,
        paper: grave.word.paper,
        verbal_due: None,
        paper_due: grave.due.term(),
        promptness: grave.timing(context).into(),
    }
}
