//! `check`: how a year stands, obligation by obligation, and what was found.

#[cfg(all(test, unix))]
mod tests;

use serde::Serialize;

use super::folder::{folder_read, restores};
use super::format::older_format;
use super::unverified::unverified;
use super::viewing::{leave_out_surprises, unseen, viewer};
use super::{Environment, Failure, JOINED_UNIT, LoadedRegister, Result, fix};
use crate::git::History;
use crate::model::{Day, Ledger};
use crate::report::{self, CheckReport, Guide, ProblemView, Question, RuleView, Surprises};
use crate::rules::{self, Context, Finding, Judgement, Rule};
use crate::store::{KnownQuestion, SeenFiles, Source, TextPolicy};
use crate::text::{Text, clean, nearest};
use crate::tr;

/// What is asked of a year.
#[derive(Debug, Clone, Default)]
pub struct CheckRequest {
    /// The year; that of the day as of which is judged, where none is named.
    pub year: Option<u16>,
    /// The day as of which is judged, as people write it; today where none is named.
    pub as_of: Option<String>,
    /// Only what that unit must act on, by any of its names.
    pub unit: Option<String>,
    /// Only what that rule finds, by code or name.
    pub rule: Option<String>,
}

/// What `check` comes to.
#[derive(Debug, Serialize)]
pub enum CheckOutcome {
    /// The year was judged.
    Judged(Box<CheckedYear>),
    /// Nothing can be judged: files are lacking or cannot be read.
    Unjudged {
        /// Which.
        why: Failure,
        /// What was wrong with each file that was read.
        problems: Vec<ProblemView>,
    },
}

/// A year that was judged.
#[derive(Debug, Serialize)]
pub struct CheckedYear {
    /// How it stands.
    pub report: CheckReport,
    /// Every rule by which it was judged.
    pub rules: Vec<RuleView>,
    /// The way to the register's files from the top of its repository, for whoever shows them there: empty, or ending in `/`.
    #[serde(skip)]
    pub from_top: String,
    /// Of what it was made.
    #[serde(skip)]
    pub basis: JudgedRegister,
}

/// A register that was read and judged as a whole. Whoever ends the process next need not take it apart piece by piece, which takes
/// longer than to judge a small one.
#[derive(Debug)]
pub struct JudgedRegister {
    /// Where it was read from; its records are in the ledger.
    pub register: LoadedRegister,
    /// The register.
    pub ledger: Ledger,
    /// What was found.
    pub judgement: Judgement,
}

impl CheckedYear {
    /// Whether the same would be found again where nothing has changed: what could not be read may be read another time.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        !self.report.is_partial() && self.report.doubtful.is_empty() && self.report.folder.is_some()
    }
}

/// The question as it may have been asked before; `shown` says how its answer is shown. None of what is no folder, and where answers are
/// not kept. What is read for an answer that is to be kept is read after this.
#[must_use]
pub fn known_question(
    source: &Source,
    request: &CheckRequest,
    shown: &str,
    environment: &Environment<'_>,
) -> Option<KnownQuestion> {
    let Source::Folder(root) = source else { return None };
    let joined = History::open(root).ok()?.setting(JOINED_UNIT);
    let asked = format!("check {request:?} {joined:?} {:?}", environment.unit);
    KnownQuestion::of(&environment.facts, root, &[asked.as_bytes(), shown.as_bytes()], environment.now)
}

/// Judges a register and says how a year stands.
///
/// # Errors
/// The register cannot be read, there is no such unit or rule, or the year has not begun.
///
/// ```
/// use liandong::ops::{CheckOutcome, CheckRequest, Environment, Unwatched, check};
/// use liandong::store::Source;
///
/// let watched = Unwatched::default();
/// let now = "2026-01-15T01:00:00Z".parse().expect("a moment");
/// let environment = Environment::unattended(now, &watched);
/// let register = Source::Folder(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/broken").into());
/// let request = CheckRequest { year: Some(2025), rule: Some("N07".to_owned()), ..CheckRequest::default() };
/// let CheckOutcome::Judged(checked) = check(register, &request, &environment)? else { panic!("a whole register") };
/// assert_eq!(checked.report.heading.year, 2025);
/// assert!(checked.report.units.iter().flat_map(|unit| &unit.findings).all(|finding| finding.code == "N07"));
/// # Ok::<(), liandong::ops::Failure>(())
/// ```
pub fn check(source: Source, request: &CheckRequest, environment: &Environment<'_>) -> Result<CheckOutcome> {
    check_seen(source, None, request, environment)
}

/// The same of a register whose files were seen before (see [`KnownQuestion::take_files`]).
///
/// # Errors
/// As of [`check`].
pub fn check_seen(
    source: Source,
    seen: Option<SeenFiles>,
    request: &CheckRequest,
    environment: &Environment<'_>,
) -> Result<CheckOutcome> {
    let mut register = LoadedRegister::read_compared(source, seen, TextPolicy::Drop, environment)?;
    let folder = folder_read(&register);
    let problems = register.problems();
    // Of today hardly anything is found about what is still to come; of a day ahead there is.
    let ahead = request.as_of.as_ref().map(|_| leave_out_surprises(&mut register, request.unit.as_deref(), environment));
    let ahead = ahead.transpose()?;
    let ledger = match register.take_ledger() {
        Ok(ledger) => ledger,
        Err(why) => return Ok(CheckOutcome::Unjudged { why, problems }),
    };
    let mechanism = &ledger.mechanism;
    let day = environment.day_asked(request.as_of.as_deref(), mechanism)?;
    let year = begun(request.year, day)?;
    let unit = request.unit.as_deref().map(|given| mechanism.unit_named(given)).transpose()?.cloned();
    let question = Question { year, unit, rule: request.rule.as_deref().map(rule_named).transpose()? };
    let unverified = unverified(&register.source, &ledger, day);
    let now = environment.today_in(mechanism);
    let context = Context { ledger: &ledger, today: day, now, unverified: &unverified };
    environment.progress.step(&Text::fixed("核对", "judging"));
    let mut judgement = rules::judge_for_year(&context, year);
    let whose = viewer(&register.source, question.unit.as_ref(), mechanism, environment);
    let surprises = Surprises::of_ledger(&ledger, &whose, now);
    judgement.leave_out(|path| surprises.keeps(path));
    let positions = |keys: &[(&str, &str)]| register.positions(keys);
    let command = |found: &Finding| restores(folder.as_ref(), found.what.zh()).or_else(|| fix::command(found, &ledger));
    let guide = Guide { positions: &positions, command: &command };
    let mut report = report::check(&context, &judgement, &question, register.revision(), guide);
    report.heading.records -= surprises.count();
    report.problems = problems;
    report.doubtful.clone_from(&register.unsettled);
    report.older_format = older_format(&ledger.mechanism);
    report.folder.clone_from(&folder);
    report.unseen = ahead.filter(|_| now < day).as_ref().and_then(unseen);
    let (rules, from_top) = (report::rules(&ledger, day), register.from_top());
    Ok(CheckOutcome::Judged(Box::new(CheckedYear {
        report,
        rules,
        from_top,
        basis: JudgedRegister { register, ledger, judgement },
    })))
}

/// The year that is asked about, which must have begun by the day as of which is judged.
pub(super) fn begun(year: Option<u16>, day: Day) -> Result<u16, Text> {
    let year = year.unwrap_or(day.year());
    if day < Day::first_of(year) {
        return Err(tr!("截至 {day}，{year} 年还没有开始"; "as of {day}, {year} has not begun"));
    }
    Ok(year)
}

fn rule_named(given: &str) -> Result<&'static Rule, Text> {
    rules::rule_by_name(given).ok_or_else(|| {
        let shown = clean(given);
        match nearest(given, rules::all().flat_map(|rule| [rule.code, rule.name])) {
            Some(near) => tr!("没有规则“{shown}”，是不是“{near}”？"; "there is no rule \"{shown}\"; did you mean \"{near}\"?"),
            None => {
                tr!("没有规则“{shown}”，全部规则见 liandong rules"; "there is no rule \"{shown}\"; liandong rules lists them")
            }
        }
    })
}
