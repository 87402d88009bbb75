//! Whether a history is what those entitled to it made it: every commit on the main line, and every one that a merge brought there,
//! judged by the keys that the register had admitted just before it came. Dates of commits are their makers' word and decide nothing alone.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;

use super::breach::{Breach, CommitMark, Fault};
use super::change::Scene;
use super::key::Signature;
use super::root::root;
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

/// Looks at histories.
pub struct Verifier<'a> {
    open: &'a (dyn Fn() -> Result<History, Refused> + Sync),
    history: History,
    rosters: HashMap<[Option<Id>; 7], Option<Arc<Roster>>>,
}

/// One commit to look at.
struct Job {
    commit: Id,
    /// Whether it must be signed.
    asked: bool,
    /// Who may sign it.
    roster: Option<Arc<Roster>>,
    day: Day,
    /// For one that was merged in: where its line parted.
    parting: Option<Id>,
}

impl<'a> Verifier<'a> {
    /// A verifier of a repository, which is opened once a thread.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn new(open: &'a (dyn Fn() -> Result<History, Refused> + Sync)) -> Result<Self, Refused> {
        Ok(Self { open, history: open()?, rosters: HashMap::new() })
    }

    /// Looks at what a commit brings since another, which must lie on its main line and was looked at before; without another, at
    /// everything since trust began, or since the beginning where it has not.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn verify(&mut self, tip: Id, since: Option<Id>) -> Result<Verdict, Refused> {
        let begun = match since {
            Some(since) => self.roster(since)?.is_some_and(|roster| roster.is_on()),
            None => false,
        };
        let mut verdict = Verdict { tip, is_on: begun, root: None, commits: Vec::new(), breaches: Vec::new() };
        let Some(mut line) = self.history.first_parents(tip, since)? else {
            verdict.breaches.push(Breach { commit: tip, path: None, fault: Fault::Replaced });
            return Ok(verdict);
        };
        line.reverse();
        let (jobs, begins) = self.jobs(&line, begun)?;
        verdict.is_on |= begins.is_some();
        verdict.root = begins;
        if since.is_none()
            && let Some(pinned) = root(&self.history)?
            && begins != Some(pinned)
        {
            verdict.breaches.push(Breach { commit: begins.unwrap_or(tip), path: None, fault: Fault::OtherRoot });
        }
        let looked: Result<Vec<_>, Refused> =
            jobs.par_iter().map_init(|| (self.open)(), |history, job| look(history.as_ref().map_err(again)?, job)).collect();
        for (checked, breaches) in looked? {
            verdict.commits.push(checked);
            verdict.breaches.extend(breaches);
        }
        self.doubt(&mut verdict)?;
        Ok(verdict)
    }

    /// Every commit of a main line, and those that its merges brought, with who may sign them; and the commit at which trust begins.
    /// What was before that is as it is.
    fn jobs(&mut self, line: &[Id], begun: bool) -> Result<(Vec<Job>, Option<Id>), Refused> {
        let (mut jobs, mut root, mut last) = (Vec::new(), None, None);
        for commit in line {
            let parents = self.history.parents(*commit)?;
            let main = parents.first().copied();
            let own = self.roster(*commit)?;
            // The first key vouches for itself: that is why it is compared by telephone.
            let at_root = !begun && root.is_none() && own.as_ref().is_some_and(|roster| roster.is_on());
            if at_root {
                root = Some(*commit);
                jobs.clear();
            }
            let asked = begun || root.is_some();
            let before = match (at_root, main) {
                (true, _) => own,
                (false, Some(main)) if asked => self.roster(main)?,
                _ => None,
            };
            // Keys that cannot be read any more are those that could be read last.
            let roster = before.or_else(|| last.clone());
            last.clone_from(&roster);
            let day = self.day(*commit, main, roster.as_deref())?;
            if let (Some(main), [_, sides @ ..]) = (main, &*parents) {
                for side in sides {
                    let parting = self.history.merge_base(main, *side)?;
                    for commit in self.history.commits_since(*side, &[main])? {
                        jobs.push(Job { commit, asked, roster: roster.clone(), day, parting });
                    }
                }
            }
            jobs.push(Job { commit: *commit, asked, roster, day, parting: None });
        }
        Ok((jobs, root))
    }

    /// The day of the main line at a commit: never before that of the one it follows, so that a date set back opens no door.
    fn day(&self, commit: Id, main: Option<Id>, roster: Option<&Roster>) -> Result<Day, Refused> {
        let Some(roster) = roster else { return Ok(Day::first_of(1949)) };
        let zone = roster.mechanism.file.time_zone.offset();
        let mut at = self.history.commit(commit)?.at;
        if let Some(main) = main {
            at = at.max(self.history.commit(main)?.at);
        }
        Ok(Day::from_date(at.with_timezone(&zone).date_naive()))
    }

    /// The roster at a commit. It is read anew only where one of its files changed.
    fn roster(&mut self, commit: Id) -> Result<Option<Arc<Roster>>, Refused> {
        let names = ["mechanism.toml", "obligations.toml", "settings.toml", "clauses.toml", "bodies.toml", "units", "keys"];
        let files = self.history.top(commit, names)?;
        if let Some(known) = self.rosters.get(&files) {
            return Ok(known.clone());
        }
        let roster = Roster::at(&self.history, commit)?.map(Arc::new);
        self.rosters.insert(files, roster.clone());
        Ok(roster)
    }

    /// Marks what was signed with a key after it was last surely in the right hands, as is known by now.
    fn doubt(&mut self, verdict: &mut Verdict) -> Result<(), Refused> {
        let Some(roster) = self.roster(verdict.tip)? else { return Ok(()) };
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
fn look(history: &History, job: &Job) -> Result<(Checked, Vec<Breach>), Refused> {
    let commit = history.commit(job.commit)?;
    let mut breaches = Vec::new();
    let mut breach =
        |path: Option<&str>, fault| breaches.push(Breach { commit: job.commit, path: path.map(str::to_owned), fault });
    let signers = match job.roster.as_deref().map(|roster| signers(&commit, roster, job.day)) {
        Some(Ok(signers)) => signers,
        Some(Err(fault)) => {
            breach(None, fault);
            Vec::new()
        }
        None => {
            // The keys themselves cannot be read: nobody's word is as good as none.
            if job.asked {
                breach(None, Fault::Unsigned);
            }
            Vec::new()
        }
    };
    let scene = Scene { history, roster: job.roster.as_deref(), signers: &signers, day: job.day, parting: job.parting };
    let mut marks = Vec::new();
    match *commit.parents {
        [main, side] => {
            for change in scene.beyond_union(&commit, (main, side))? {
                if let Some(fault) = scene.look_beyond(&change)? {
                    breach(Some(&change.path), fault);
                }
            }
        }
        [_, _, _, ..] => breach(None, Fault::Tangled),
        [] if job.parting.is_some() => breach(None, Fault::Tangled),
        ref parents => {
            for change in history.diff_trees(parents.first().copied(), commit.id)? {
                match scene.look(&change)? {
                    Ok(found) => marks.extend(found.into_iter().map(|mark| (change.path.clone(), mark))),
                    Err(fault) => breach(Some(&change.path), fault),
                }
            }
        }
    }
    let title = commit.message.lines().next().unwrap_or_default().to_owned();
    let by = signers.first().map(|holder| Signer {
        name: holder.name.clone(),
        unit: holder.unit.clone(),
        key: holder.key.fingerprint(),
    });
    Ok((Checked { commit: commit.id, at: commit.at, title, by, marks }, breaches))
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
