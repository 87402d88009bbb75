//! Obligations by chapter of the regulation, with who has to act, and how many are in which state.

use serde::Serialize;

use crate::model::{ClauseKey, Day, ObligationId};
use crate::report::check::CheckReport;
use crate::report::light::Light;
use crate::report::obligation_status::{self, ObligationState, ObligationStatus};
use crate::rules::{Context, Level};
use crate::text::Text;

/// How many obligations are in a state.
#[derive(Debug, Clone, Serialize)]
pub struct StateCount {
    /// The state, by its name in JSON.
    #[serde(flatten)]
    pub state: ObligationState,
    /// Its light; none where there is nothing to judge.
    pub light: Option<Light>,
    /// How many obligations are in it.
    pub count: usize,
    /// Their ids (`O7`), in the order of the regulation.
    pub obligations: Vec<String>,
}

/// A chapter of the regulation.
#[derive(Debug, Clone, Serialize)]
pub struct Chapter {
    /// As files cite it (`3`).
    pub clause: String,
    /// As papers cite it (三).
    pub path: String,
    /// The heading of the chapter, in the words of the regulation.
    pub title: String,
    /// The obligations that its clauses found.
    pub obligations: Vec<ObligationLine>,
}

/// An obligation with who has to act.
#[derive(Debug, Clone, Serialize)]
pub struct ObligationLine {
    /// The obligation with its state, light and evidence.
    #[serde(flatten)]
    pub standing: ObligationStatus,
    /// Of whom it is asked.
    pub who: Text,
    /// The short names of the units that have something to do about it.
    pub acting: Vec<String>,
}

/// States, what weighs most first: the order in which they are shown.
const STATES: &[(ObligationState, Option<Light>)] = &[
    (ObligationState::Unmet(Level::Form), Some(Light::Red)),
    (ObligationState::Unmet(Level::Unmet), Some(Light::Red)),
    (ObligationState::NearDue, Some(Light::Yellow)),
    (ObligationState::Unmet(Level::Reminder), Some(Light::Yellow)),
    (ObligationState::MetLate, Some(Light::Yellow)),
    (ObligationState::Advised(Level::Advice), Some(Light::Green)),
    (ObligationState::Open, Some(Light::Green)),
    (ObligationState::Waived, Some(Light::Green)),
    (ObligationState::Met, Some(Light::Green)),
    (ObligationState::Unknown, None),
    (ObligationState::NotSeen, None),
    (ObligationState::Allowed, None),
    (ObligationState::Defined, None),
    (ObligationState::NotApplicable, None),
    (ObligationState::NotJudged, None),
];

pub(super) fn states(chapters: &[Chapter]) -> Vec<StateCount> {
    let all = || chapters.iter().flat_map(|chapter| &chapter.obligations).map(|line| &line.standing);
    let count = |&(state, light): &(ObligationState, Option<Light>)| {
        // What is called the same is counted together: a reminder is one, of a duty or of what a clause defines.
        let such = || all().filter(|found| found.state.label() == state.label());
        let obligations: Vec<String> = such().map(|found| found.id.clone()).collect();
        // A minimum that runs near its end may be redder than its state is as a rule.
        let light = such().map(|found| found.light).max().unwrap_or(light);
        (!obligations.is_empty()).then_some(StateCount { state, light, count: obligations.len(), obligations })
    };
    STATES.iter().filter_map(count).collect()
}

pub(super) fn chapters(checked: &CheckReport, context: &Context<'_>) -> Vec<Chapter> {
    let on = Day::last_of(checked.heading.year).min(context.today);
    let mut chapters: Vec<Chapter> = Vec::new();
    for standing in &checked.obligations {
        let number = standing.clause.split('.').next().unwrap_or_default();
        let line = line(standing, checked, on, context);
        match chapters.iter_mut().find(|chapter| chapter.clause == number) {
            Some(chapter) => chapter.obligations.push(line),
            None => chapters.push(chapter(number, line, on, context)),
        }
    }
    chapters.sort_by_key(|chapter| chapter.clause.parse::<u32>().unwrap_or(u32::MAX));
    chapters
}

fn chapter(number: &str, line: ObligationLine, on: Day, context: &Context<'_>) -> Chapter {
    let clause = number.parse::<ClauseKey>().ok().and_then(|key| context.ledger.mechanism.cited(key, on));
    let (path, title) = clause.map_or((number, ""), |clause| (clause.path.as_str(), clause.text.as_str()));
    Chapter { clause: number.to_owned(), path: path.to_owned(), title: title.to_owned(), obligations: vec![line] }
}

fn line(standing: &ObligationStatus, checked: &CheckReport, on: Day, context: &Context<'_>) -> ObligationLine {
    let mechanism = &context.ledger.mechanism;
    let asked = standing.id.parse::<ObligationId>().ok().and_then(|id| mechanism.obligation_on(id, on));
    let found = checked.units.iter().filter(|unit| {
        let mut standing_findings = unit.findings.iter().filter(|found| found.waived_by.is_none() && !found.late);
        standing_findings.any(|found| found.obligation.as_ref() == Some(&standing.id))
    });
    let awaited = checked.pending.iter().filter(|unit| unit.pending.iter().any(|awaited| awaited.obligation == standing.id));
    let mut acting: Vec<String> = found.map(|unit| unit.short.clone()).collect();
    for unit in awaited {
        if !acting.contains(&unit.short) {
            acting.push(unit.short.clone());
        }
    }
    let who = asked.map_or_else(Text::default, |asked| obligation_status::actor(asked, mechanism));
    ObligationLine { standing: standing.clone(), who, acting }
}
