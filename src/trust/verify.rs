//! Whether a history is what those entitled to it made it: every commit on the main line, and every one that a merge brought there,
//! judged by the keys that the register had admitted just before it came. Dates of commits are their makers' word: they end a term that
//! was set ahead, and nothing else.

use chrono::{DateTime, FixedOffset, TimeDelta};
use rayon::prelude::*;

use super::breach::{Breach, CommitMark, Fault};
use super::change::Scene;
use super::found::Found;
use super::jobs::{Job, Jobs};
use super::key::Signature;
use super::main_line::{OnLine, main_line};
use super::naming::Naming;
use super::root::{begins, root};
use super::roster::{KeyHolder, Roster};
use crate::git::{Commit, History, Id, Refused};
use crate::model::{Day, UnitId};

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

/// Whose signature a commit bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Whose.
    pub name: String,
    /// For which unit.
    pub unit: UnitId,
    /// The fingerprint of the key.
    pub key: String,
}

/// A commit that was looked at.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Which.
    pub commit: Id,
    /// When, as its maker says.
    pub at: DateTime<FixedOffset>,
    /// The first line of what it says.
    pub title: String,
    /// Who signed.
    pub by: Option<Signer>,
    /// What is worth knowing, and about which file.
    pub marks: Vec<(String, CommitMark)>,
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
}

/// How many commits are looked at before it is first asked whether to go on; then twice as many, and so on.
const FEW: usize = 512;

impl<'a> Verifier<'a> {
    /// A verifier of a repository, which is opened once a thread.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn new(open: &'a (dyn Fn() -> Result<History, Refused> + Sync)) -> Result<Self, Refused> {
        Ok(Self { open, history: open()?, latest: None, is_brief: false, jobs: Jobs::default() })
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
        let line = main_line(&self.history, tip)?;
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

    /// Looks at commits, and says whether it stopped before all were looked at.
    fn look_through(&self, jobs: &[Job], verdict: &mut Verdict) -> Result<bool, Refused> {
        let (mut rest, mut at_once) = (jobs, if self.is_brief { FEW } else { jobs.len() });
        while !rest.is_empty() {
            let (some, more) = rest.split_at(at_once.min(rest.len()));
            self.look_at(some, verdict)?;
            if self.is_brief && verdict.breaches.iter().any(|breach| breach.fault.is_of_signature()) {
                return Ok(true);
            }
            (rest, at_once) = (more, at_once.saturating_mul(2));
        }
        Ok(false)
    }

    fn look_at(&self, jobs: &[Job], verdict: &mut Verdict) -> Result<(), Refused> {
        let latest = self.latest;
        let looked: Result<Vec<_>, Refused> = jobs
            .par_iter()
            .map_init(|| (self.open)(), |history, job| look(history.as_ref().map_err(again)?, job, latest))
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

    /// Marks what was signed with a key after it was last surely in the right hands, as is known by now.
    fn doubt(&mut self, verdict: &mut Verdict) -> Result<(), Refused> {
        let Some(roster) = self.jobs.roster(&self.history, verdict.tip)? else { return Ok(()) };
        for holder in &roster.holders {
            let Some(good) = &holder.last_good else { continue };
            let (good, key) = (self.history.find(good)?, holder.key.fingerprint());
            for checked in &mut verdict.commits {
                let theirs = checked.by.as_ref().is_some_and(|by| by.key == key);
                let before = match good {
                    Some(good) => self.history.is_descendant(good, checked.commit)?,
                    None => false,
                };
                if theirs && !before {
                    checked.marks.push((String::new(), CommitMark::Doubtful));
                }
            }
        }
        Ok(())
    }
}

/// Looks at one commit.
fn look(history: &History, job: &Job, latest: Option<DateTime<FixedOffset>>) -> Result<(Checked, Vec<Breach>), Refused> {
    let commit = history.commit(job.commit)?;
    let mut found = Found::of(job.commit);
    if latest.is_some_and(|latest| commit.at > latest) {
        found.breach(None, Fault::Ahead);
    }
    if job.ends_trust {
        found.breach(None, Fault::EndsTrust);
    }
    let signers = match job.roster.as_deref().map(|roster| signers(&commit, roster, job.day)) {
        Some(Ok(signers)) => signers,
        Some(Err(fault)) => {
            found.breach(None, fault);
            Vec::new()
        }
        None => {
            // The keys themselves cannot be read: nobody's word is as good as none.
            if job.is_asked {
                found.breach(None, Fault::Unsigned);
            }
            Vec::new()
        }
    };
    if job.is_asked && !signers.is_empty() {
        look_at_name(&commit, &job.naming, &mut found);
    }
    let partings = job.partings.as_deref();
    let scene = Scene { history, roster: job.roster.as_deref(), signers: &signers, day: job.day, partings };
    match (&*commit.parents, &job.decisions) {
        (_, Some(decisions)) => scene.look_at_merge(decisions, &mut found)?,
        ([_, _, ..], None) => found.breach(None, Fault::Tangled),
        ([], None) if partings.is_some() => found.breach(None, Fault::Tangled),
        (parents, None) => {
            for change in history.diff_trees(parents.first().copied(), commit.id)? {
                found.add(&change.path, scene.look(&change)?);
            }
        }
    }
    let Found { marks, breaches, .. } = found;
    let title = commit.message.lines().next().unwrap_or_default().to_owned();
    let by = signers.first().map(|holder| Signer {
        name: holder.name.clone(),
        unit: holder.unit.clone(),
        key: holder.key.fingerprint(),
    });
    Ok((Checked { commit: commit.id, at: commit.at, title, by, marks }, breaches))
}

/// For which register a signed commit is made.
fn look_at_name(commit: &Commit, naming: &Naming, found: &mut Found) {
    if let Err(fault) = naming.stays() {
        found.breach(None, fault);
    }
    match naming.look(commit) {
        Ok(true) => found.marks.push((String::new(), CommitMark::EarlierRules)),
        Ok(false) => {}
        Err(fault) => found.breach(None, fault),
    }
}

/// For whom the signature of a commit speaks.
fn signers<'r>(commit: &Commit, roster: &'r Roster, day: Day) -> Result<Vec<&'r KeyHolder>, Fault> {
    let signature = commit.signature.as_deref().and_then(Signature::read).ok_or(Fault::Unsigned)?;
    let holders = roster.of_key(&signature.key);
    let Some(first) = holders.first() else { return Err(Fault::UnknownKey(signature.key.fingerprint())) };
    if !signature.fits(&commit.signed) {
        return Err(Fault::Altered);
    }
    let name = first.name.clone();
    let now: Vec<&KeyHolder> = holders.into_iter().filter(|holder| holder.holds(day)).collect();
    if now.is_empty() { Err(Fault::Expired(name)) } else { Ok(now) }
}

/// A copy of a failure: each job of a thread that could not open the history returns one of its own.
fn again(refused: &Refused) -> Refused {
    Refused::Broken(refused.describe().zh().to_owned())
}
