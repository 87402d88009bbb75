//! `report`: a year at a glance, and the annual report as a paper.

use serde::Serialize;

use super::check::{JudgedRegister, begun};
use super::folder::folder_read;
use super::unverified::unverified;
use super::viewing::leave_out_surprises;
use super::{Environment, LoadedRegister, Result};
use crate::model::{Day, Mechanism, Period};
use crate::report::paper::{Paper, annual};
use crate::report::year::{ReportScope, YearReport, year};
use crate::report::{FolderView, ProblemView, Readers, Redaction};
use crate::rules::{self, Context};
use crate::store::{Source, TextPolicy};
use crate::text::Text;
use crate::tr;

/// Which year, and for whom.
#[derive(Debug, Clone)]
pub struct ReportRequest {
    /// The year; that of the day as of which is judged, where none is named.
    pub year: Option<u16>,
    /// A stretch of a year in place of all of it: its first and its last day, or stretches of which they are, as people write them.
    pub between: Option<(String, String)>,
    /// The unit of which alone it tells, by any of its names.
    pub unit: Option<String>,
    /// The day as of which is judged, as people write it; today where none is named.
    pub as_of: Option<String>,
    /// For whom it is.
    pub readers: Readers,
    /// Whether it is wanted as a paper as well.
    pub paper: bool,
}

/// A year at a glance.
#[derive(Debug, Serialize)]
pub struct ReportOutcome {
    /// The year.
    pub report: YearReport,
    /// The annual report, where it was wanted.
    #[serde(skip)]
    pub paper: Option<Paper>,
    /// What could not be read, and may be missing from a figure.
    pub unread: Vec<ProblemView>,
    /// In what the folder differs from what was filed; none where that is not known.
    #[serde(skip)]
    pub folder: Option<FolderView>,
    /// Of what it was made.
    #[serde(skip)]
    pub basis: JudgedRegister,
}

/// The stretch of a year that is asked for.
fn stretch(first: &str, last: &str, mechanism: &Mechanism, environment: &Environment<'_>) -> Result<ReportScope, Text> {
    let today = environment.today_in(mechanism);
    ReportScope::between(Period::edge_said(first, today, Period::first)?, Period::edge_said(last, today, Period::last)?)
}

/// Of what is told, as of a day.
fn scope(between: Option<ReportScope>, year: Option<u16>, day: Day) -> Result<ReportScope, Text> {
    match between {
        Some(scope) if day < scope.first => {
            let first = scope.first;
            Err(tr!("截至 {day}，所选期间（{first} 起）还没有开始"; "as of {day}, the stretch from {first} has not begun"))
        }
        Some(scope) => Ok(scope),
        None => begun(year, day).map(ReportScope::of_year),
    }
}

/// Draws up a year.
///
/// # Errors
/// The register cannot be read, the stretch is none of one year or has not begun, or no unit is called so.
pub fn report(source: Source, request: &ReportRequest, environment: &Environment<'_>) -> Result<ReportOutcome> {
    let mut register = LoadedRegister::read_compared(source, None, TextPolicy::Drop, environment)?;
    let folder = folder_read(&register);
    let problems = register.problems();
    let unread = register.unread();
    leave_out_surprises(&mut register, request.unit.as_deref(), environment)?;
    let ledger = register.take_ledger()?;
    let now = environment.today_in(&ledger.mechanism);
    let between = request.between.as_ref().map(|(first, last)| stretch(first, last, &ledger.mechanism, environment));
    let between = between.transpose()?;
    // What came after a stretch is none of its business, unless a day is named.
    let asked = environment.day_asked(request.as_of.as_deref(), &ledger.mechanism)?;
    let ended = between.as_ref().filter(|_| request.as_of.is_none()).map(|scope| scope.last);
    let day = ended.map_or(asked, |last| last.min(asked));
    let unverified = unverified(&register.source, &ledger, day);
    let context = Context { ledger: &ledger, today: day, now, unverified: &unverified };
    environment.progress.step(&Text::fixed("核对", "judging"));
    let unit = request.unit.as_deref().map(|unit| ledger.mechanism.unit_named(unit).cloned()).transpose()?;
    let wanted = ReportScope { unit, ..scope(between, request.year, day)? };
    let judgement = rules::judge_register(&context);
    let mut report = year(&context, &judgement, &wanted, register.revision());
    report.problems = problems;
    let redaction = (request.readers == Readers::Public).then(|| Redaction::from_ledger(&ledger, now));
    if let Some(redaction) = &redaction {
        redaction.publish(&mut report);
    }
    let paper = request.paper.then(|| {
        let mut paper = annual(&report, &ledger);
        if let Some(redaction) = &redaction {
            redaction.publish(&mut paper);
        }
        paper
    });
    Ok(ReportOutcome { report, paper, unread, folder, basis: JudgedRegister { register, ledger, judgement } })
}
