//! `deadlines`: what comes due, of one unit or of all.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::called_off::{CalledOff, called_off};
use super::viewing::viewer;
use super::{Environment, LoadedRegister, Result};
use crate::model::field::Lies;
use crate::model::{Day, Mechanism, UnitId};
use crate::report::{self, Deadline, LeftOut, ProblemView, Readers, Redaction, Surprises};
use crate::rules::{self, Context, Unverified};
use crate::store::{Source, TextPolicy};
use crate::text::Text;

/// Of whom and until when.
#[derive(Debug, Clone)]
pub struct DeadlinesRequest {
    /// Only those of that unit, by any of its names.
    pub unit: Option<String>,
    /// The day as of which is judged, as people write it; today where none is named.
    pub as_of: Option<String>,
    /// Only up to that day, as people write it.
    pub until: Option<String>,
    /// For whom they are.
    pub readers: Readers,
    /// The calendar that is to be written over, where there is one.
    pub before: Option<String>,
}

/// What comes due.
#[derive(Debug, Serialize)]
pub struct DeadlinesOutcome {
    /// The first first.
    pub deadlines: Vec<Deadline>,
    /// What stood in that calendar and does not stand any more; nothing of it goes into a public edition.
    pub called_off: Vec<CalledOff>,
    /// What was left out of a public edition.
    pub left_out: Option<LeftOut>,
    /// What a calendar of them is called.
    pub calendar: String,
    /// What could not be read and may have terms of its own.
    pub unread: Vec<ProblemView>,
    /// This moment in the register's zone.
    #[serde(skip)]
    pub now: DateTime<FixedOffset>,
}

/// Lists what comes due.
///
/// # Errors
/// The register cannot be read, or there is no such unit or day.
pub fn deadlines(source: Source, request: &DeadlinesRequest, environment: &Environment<'_>) -> Result<DeadlinesOutcome> {
    let mut register = LoadedRegister::read(source, TextPolicy::Drop, environment)?;
    let unread = register.unread();
    let ledger = register.take_ledger()?;
    let mechanism = &ledger.mechanism;
    let now = environment.today_in(mechanism);
    let today = environment.day_asked(request.as_of.as_deref(), mechanism)?;
    let context = Context { ledger: &ledger, today, now, unverified: &Unverified::Nothing };
    let unit = request.unit.as_deref().map(|given| mechanism.unit_named(given)).transpose()?;
    let until = request.until.as_deref().map(|given| Day::said(given, now, Lies::Ahead)).transpose()?;
    environment.progress.step(&Text::fixed("核对", "judging"));
    let mut deadlines = report::deadlines(&context, &rules::judge_register(&context));
    let before = request.before.as_deref().filter(|_| request.readers == Readers::Internal);
    let called_off = called_off(before.unwrap_or_default(), &deadlines, today);
    let surprises = Surprises::of_ledger(&ledger, &viewer(&register.source, unit, mechanism, environment), now);
    let concerns = |deadline: &Deadline| unit.is_none_or(|unit| deadline.is_of(unit));
    let is_told = |deadline: &Deadline| concerns(deadline) && !surprises.keeps_named(&deadline.record.reference);
    deadlines.retain(|deadline| is_told(deadline) && until.is_none_or(|until| deadline.on <= until));
    let left_out = (request.readers == Readers::Public).then(|| {
        let redaction = Redaction::from_ledger(&ledger, now);
        redaction.publish(&mut deadlines);
        redaction.left_out()
    });
    let calendar = calendar_name(mechanism, unit);
    Ok(DeadlinesOutcome { deadlines, called_off, left_out, calendar, unread, now: environment.now_in(mechanism) })
}

fn calendar_name(mechanism: &Mechanism, unit: Option<&UnitId>) -> String {
    let of = unit.map_or(String::new(), |unit| format!(" · {}", mechanism.short(unit)));
    format!("{}{of}", mechanism.file.title)
}
