//! Whether a history is what those entitled to it made it: every commit on the main line, and every one that a merge brought there,
//! judged by the keys that the register had admitted just before it came. Dates of commits are their makers' word: they end a term that
//! was set ahead, and nothing else.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, FixedOffset, TimeDelta};
use rayon::prelude::*;

use super::breach::{Breach, CommitMark, Fault};
use super::brought::Brought;
use super::compromise::doubtful_commits;
use super::found::Checked;
use super::jobs::{Job, Jobs};
use super::look::{LookBounds, look};
use super::main_line::{OnLine, main_line};
use super::root::{begins, root};
use crate::git::{Differing, History, Id, Refused};
use crate::model::limits;

/// Under which name a clone remembers up to where it has verified.
const VERIFIED: &str = "verified";

/// Up to where this clone has verified.
///
/// # Errors
/// The repository cannot be read.
pub fn verified(history: &History) -> Result<Option<Id>, Refused> {
    history.marked(VERIFIED)
}

/// Remembers up to where it is verified.
///
/// # Errors
/// The disk failed.
pub fn mark_verified(history: &History, commit: Id) -> Result<(), Refused> {
    history.mark(VERIFIED, commit)
}

/// What this clone should remember of where trust begins and up to where it has verified, and did not note itself.
///
/// # Errors
/// The repository cannot be read.
pub fn foreign_marks(history: &History) -> Result<Vec<&'static str>, Refused> {
    history.foreign_marks(&[super::root::NAME, VERIFIED])
}

/// What was found about a history.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Up to where.
    pub tip: Id,
    /// Whether anybody's word is asked for.
    pub is_on: bool,
    /// Where trust begins, where that lies in what was looked at.
    pub root: Option<Id>,
    /// What was looked at, oldest first.
    pub commits: Vec<Checked>,
    /// What is wrong.
    pub breaches: Vec<Breach>,
}

/// How far ahead of the clock of whoever judges it a commit may be.
const MOST_AHEAD: TimeDelta = TimeDelta::hours(24);

/// Looks at histories.
pub struct Verifier<'a> {
    open: &'a (dyn Fn() -> Result<History, Refused> + Sync),
    history: History,
    /// After which moment nothing can have been made yet, by the clock of whoever judges.
    latest: Option<DateTime<FixedOffset>>,
    /// Whether it is enough to know that somebody's word is missing.
    is_brief: bool,
    jobs: Jobs,
    /// The main line that was walked last, and of which commit.
    line: Option<(Id, Arc<[OnLine]>)>,
}

/// How many commits are looked at before it is first asked whether to go on; then twice as many, and so on.
const FEW: usize = 512;
/// How many are looked at together at most: what they change is kept so long.
const MANY: usize = 16_384;

impl<'a> Verifier<'a> {
    /// A verifier of a repository, which is opened once a thread.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn new(open: &'a (dyn Fn() -> Result<History, Refused> + Sync)) -> Result<Self, Refused> {
        Ok(Self { open, history: open()?, latest: None, is_brief: false, jobs: Jobs::default(), line: None })
    }

    /// The same with a clock: what is dated more than a day ahead of it is not in order.
    #[must_use]
    pub fn by_clock(self, now: DateTime<FixedOffset>) -> Self {
        Self { latest: now.checked_add_signed(MOST_AHEAD), ..self }
    }

    /// The same that stops soon after a commit for which nobody's word is good: all of it is refused, and what more there is costs its
    /// sender next to nothing.
    #[must_use]
    pub fn briefly(self) -> Self {
        Self { is_brief: true, ..self }
    }

    /// Looks at what a commit brings since another, which must lie on its main line and was looked at before; without another, at
    /// everything since trust began, or since the beginning where it has not. Once trust has begun, nothing ends it.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn verify(&mut self, tip: Id, since: Option<Id>) -> Result<Verdict, Refused> {
        let begun = match since {
            Some(since) => self.has_begun(since)?,
            None => false,
        };
        let mut verdict = Verdict { tip, is_on: begun, root: None, commits: Vec::new(), breaches: Vec::new() };
        let line = self.line(tip)?;
        let known = since.map_or(Some(0), |since| line.iter().position(|on| on.commit == since).map(|at| at + 1));
        let Some(mut from) = known else {
            verdict.breaches.push(Breach { commit: tip, path: None, fault: Fault::Replaced });
            return Ok(verdict);
        };
        if !begun && let Some(at) = self.first_on(&line[from..])? {
            // What was before trust began is as it is.
            from += at;
            verdict.root = Some(line[from].commit);
            verdict.is_on = true;
        }
        if !begun && self.begins_elsewhere(verdict.root, since)? {
            verdict.breaches.push(Breach { commit: verdict.root.unwrap_or(tip), path: None, fault: Fault::OtherRoot });
        }
        if begun && self.is_brief && from + FEW < line.len() {
            // To list what there is to look at may take longer than it took to make it: a look at the beginning comes first.
            let (jobs, mut few) = (self.jobs.list(&self.history, (&line[..from + FEW], from), true, false)?, verdict.clone());
            if self.look_through(&jobs, &mut few)? {
                return Ok(few);
            }
        }
        let jobs = self.jobs.list(&self.history, (&line, from), verdict.is_on, verdict.root.is_some())?;
        if !self.look_through(&jobs, &mut verdict)? {
            self.doubt(&mut verdict)?;
        }
        Ok(verdict)
    }

    /// The main line of a commit, walked once.
    fn line(&mut self, tip: Id) -> Result<Arc<[OnLine]>, Refused> {
        if let Some((_, line)) = self.line.as_ref().filter(|(of, _)| *of == tip) {
            return Ok(Arc::clone(line));
        }
        let line: Arc<[OnLine]> = main_line(&self.history, tip)?.into();
        self.line = Some((tip, Arc::clone(&line)));
        Ok(line)
    }

    /// Looks at commits, and says whether it stopped before all were looked at.
    fn look_through(&self, jobs: &[Job], verdict: &mut Verdict) -> Result<bool, Refused> {
        let (mut rest, mut at_once) = (jobs, if self.is_brief { FEW } else { MANY });
        let mut brought = Brought::default();
        while !rest.is_empty() {
            let (some, more) = rest.split_at(at_once.min(rest.len()));
            let changes = self.changes(some)?;
            if self.is_brief {
                brought = self.brought(brought, some, &changes)?;
            }
            self.look_at(some, &changes, verdict)?;
            if self.is_brief && verdict.breaches.iter().any(|breach| breach.fault.is_of_signature()) {
                return Ok(true);
            }
            (rest, at_once) = (more, at_once.saturating_mul(2).min(MANY));
        }
        Ok(false)
    }

    /// What each commit changes. Commits of a few bytes may each change half a million paths, and names of any length may stand in each: of
    /// what is to be taken there are no more paths, all in all, than a register has records, and none is longer than any record's could be.
    fn changes(&self, jobs: &[Job]) -> Result<Vec<Vec<Differing>>, Refused> {
        let (listed, is_brief) = (AtomicUsize::new(0), self.is_brief);
        let most = if is_brief { limits::RECORDS } else { usize::MAX };
        let changes = |history: &History, job: &Job| {
            let changes = job.changes(history)?;
            let all = listed.fetch_add(changes.len(), Ordering::Relaxed) + changes.len();
            let is_long = is_brief && changes.iter().any(|change| change.path.len() > limits::PATH_BYTES);
            if all > most || is_long { Err(Refused::Unfolds) } else { Ok(changes) }
        };
        jobs.par_iter().map_init(|| (self.open)(), |history, job| changes(history.as_ref().map_err(again)?, job)).collect()
    }

    /// How much all of it is, in the order in which it came: what is too much is not read.
    fn brought(&self, before: Brought, jobs: &[Job], changes: &[Vec<Differing>]) -> Result<Brought, Refused> {
        let of = |history: &History, job: &Job, changes: &[Differing]| Brought::of(history, job.made().chain(changes));
        let each: Result<Vec<Brought>, Refused> = jobs
            .par_iter()
            .zip(changes)
            .map_init(|| (self.open)(), |history, (job, changes)| of(history.as_ref().map_err(again)?, job, changes))
            .collect();
        each?.into_iter().try_fold(before, Brought::and)
    }

    fn look_at(&self, jobs: &[Job], changes: &[Vec<Differing>], verdict: &mut Verdict) -> Result<(), Refused> {
        let bounds = LookBounds { latest: self.latest, most: if self.is_brief { limits::BREACHES } else { usize::MAX } };
        let looked: Result<Vec<_>, Refused> = jobs
            .par_iter()
            .zip(changes)
            .map_init(|| (self.open)(), |history, (job, changes)| look(history.as_ref().map_err(again)?, job, changes, bounds))
            .collect();
        for (checked, breaches) in looked? {
            verdict.commits.push(checked);
            verdict.breaches.extend(breaches);
        }
        Ok(())
    }

    /// Whether trust begins at another commit than this clone remembers. Where it turned trust on while others filed, trust begins for all
    /// with the merge that brings them that.
    fn begins_elsewhere(&self, found: Option<Id>, since: Option<Id>) -> Result<bool, Refused> {
        match (root(&self.history)?, found, since) {
            (None, ..) | (_, None, Some(_)) => Ok(false),
            (Some(pinned), Some(found), Some(_)) => Ok(!self.history.is_descendant(found, pinned)?),
            (Some(pinned), found, None) => Ok(found != Some(pinned)),
        }
    }

    /// Whether trust has begun on the main line of a commit, whatever became of the office's keys since.
    fn has_begun(&mut self, commit: Id) -> Result<bool, Refused> {
        let is_on = self.jobs.roster(&self.history, commit)?.is_some_and(|roster| roster.is_on());
        Ok(is_on || begins(&self.history, commit)?.is_some())
    }

    /// The place on a line of the first commit at which the office has a key.
    fn first_on(&mut self, line: &[OnLine]) -> Result<Option<usize>, Refused> {
        for (at, on) in line.iter().enumerate() {
            if self.jobs.roster(&self.history, on.commit)?.is_some_and(|roster| roster.is_on()) {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    /// Marks what was signed with a key after it was last surely in the right hands, as is known by now, and what its unit has not said to
    /// be its own. Whoever only asks whether to take it is told nothing of that.
    fn doubt(&self, verdict: &mut Verdict) -> Result<(), Refused> {
        if self.is_brief {
            return Ok(());
        }
        let unsettled = doubtful_commits(&self.history, verdict.tip)?.into_iter().filter(|commit| commit.is_own != Some(true));
        let unsettled: BTreeSet<Id> = unsettled.map(|doubtful| doubtful.commit).collect();
        for checked in verdict.commits.iter_mut().filter(|checked| unsettled.contains(&checked.commit)) {
            checked.marks.push((String::new(), CommitMark::Doubtful));
        }
        Ok(())
    }
}

/// A copy of a failure: each job of a thread that could not open the history returns one of its own.
fn again(refused: &Refused) -> Refused {
    Refused::Broken(refused.describe().zh().to_owned())
}
