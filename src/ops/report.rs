//! `report`: a year at a glance, and the annual report as a paper.

use serde::Serialize;

use super::check::{JudgedRegister, begun};
use super::folder::folder_read;
use super::unverified::unverified;
use super::{Environment, LoadedRegister, Result};
use crate::report::paper::{Paper, annual};
use crate::report::year::{YearReport, year};
use crate::report::{FolderView, ProblemView, Readers, Redaction};
use crate::rules::{self, Context};
use crate::store::{Source, TextPolicy};
use crate::text::Text;

/// Which year, and for whom.
#[derive(Debug, Clone)]
pub struct ReportRequest {
    /// The year; that of the day as of which is judged, where none is named.
    pub year: Option<u16>,
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

/// Draws up a year.
///
/// # Errors
/// The register cannot be read, or the year has not begun.
pub fn report(source: Source, request: &ReportRequest, environment: &Environment<'_>) -> Result<ReportOutcome> {
    let mut register = LoadedRegister::read_compared(source, TextPolicy::Drop, environment)?;
    let folder = folder_read(&register);
    let problems = register.problems();
    let unread = register.unread();
    let ledger = register.take_ledger()?;
    let now = environment.today_in(&ledger.mechanism);
    let day = environment.day_asked(request.as_of.as_deref(), &ledger.mechanism)?;
    let unverified = unverified(&register.source, &ledger, day);
    let context = Context { ledger: &ledger, today: day, now, unverified: &unverified };
    environment.progress.step(&Text::fixed("核对", "judging"));
    let wanted = begun(request.year, day)?;
    let judgement = rules::judge_register(&context);
    let mut report = year(&context, &judgement, wanted, register.revision());
    report.problems = problems;
    let redaction = (request.readers == Readers::Public).then(|| Redaction::from_ledger(&ledger, day));
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
