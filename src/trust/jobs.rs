//! What there is to look at in a history: every commit of the main line and every one that its merges bring, with the keys and the day by
//! which each is judged. A key that is retired in the roster of the commit before signs nothing after it. The day is the latest that the
//! main line has named so far: a date that is set back opens no door, and shuts none.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::graph::Partings;
use super::main_line::OnLine;
use super::merge::{Changes, Decisions};
use super::roster::Roster;
use crate::git::{History, Id, Refused};
use crate::model::Day;

/// One commit to look at.
pub(super) struct Job {
    pub(super) commit: Id,
    /// Whether it must be signed.
    pub(super) is_asked: bool,
    /// Who may sign it.
    pub(super) roster: Option<Arc<Roster>>,
    /// The day of the main line.
    pub(super) day: Day,
    /// For one that was merged in: the commits of the main line on which its own line builds.
    pub(super) partings: Option<Partings>,
    /// What it decides, where it is a merge of two.
    pub(super) decisions: Option<Decisions>,
    /// Whether it leaves a register in which nobody could ever admit a key again.
    pub(super) ends_trust: bool,
}

/// Lists what there is to look at.
#[derive(Default)]
pub(super) struct Jobs {
    rosters: HashMap<[Option<Id>; 7], Option<Arc<Roster>>>,
    changes: Changes,
}

impl Jobs {
    /// What there is to look at on a piece of the main line, oldest first, of which `asked` says whether everything on it must be signed;
    /// where it begins with the commit at which trust begins, that one vouches for itself.
    pub(super) fn list(&mut self, history: &History, line: &[OnLine], asked: bool, is_root: bool) -> Result<Vec<Job>, Refused> {
        let (mut jobs, mut last) = (Vec::new(), None);
        for (position, OnLine { commit, latest }) in line.iter().copied().enumerate() {
            let parents = history.parents(commit)?;
            let main = parents.first().copied();
            let own = self.roster(history, commit)?;
            let before = match main {
                // The first key vouches for itself: that is why it is compared by telephone.
                _ if is_root && position == 0 => own.clone(),
                Some(main) if asked => self.roster(history, main)?,
                _ => None,
            };
            // Keys that cannot be read any more are those that could be read last.
            let roster = before.or_else(|| last.clone());
            last.clone_from(&roster);
            let day = day(latest, roster.as_deref());
            let can_admit = |roster: &Option<Arc<Roster>>| roster.as_ref().is_some_and(|roster| roster.can_admit(day));
            let ends_trust = asked && can_admit(&roster) && !can_admit(&own);
            let job = |commit, partings, decisions, ends_trust| Job {
                commit,
                is_asked: asked,
                roster: roster.clone(),
                day,
                partings,
                decisions,
                ends_trust,
            };
            if let [first, sides @ ..] = &parents[..] {
                for side in sides {
                    for (commit, partings) in self.changes.side(history, *side, *first)? {
                        let parents = history.parents(commit)?;
                        jobs.push(job(commit, Some(partings), self.decisions(history, commit, &parents)?, false));
                    }
                }
            }
            let decisions = self.decisions(history, commit, &parents)?;
            jobs.push(job(commit, None, decisions, ends_trust));
        }
        Ok(jobs)
    }

    fn decisions(&mut self, history: &History, commit: Id, parents: &[Id]) -> Result<Option<Decisions>, Refused> {
        match parents {
            [first, side] => Ok(Some(self.changes.decisions(history, commit, (*first, *side))?)),
            _ => Ok(None),
        }
    }

    /// The roster at a commit. It is read anew only where one of its files changed.
    pub(super) fn roster(&mut self, history: &History, commit: Id) -> Result<Option<Arc<Roster>>, Refused> {
        let names = ["mechanism.toml", "obligations.toml", "settings.toml", "clauses.toml", "bodies.toml", "units", "keys"];
        let files = history.top(commit, names)?;
        if let Some(known) = self.rosters.get(&files) {
            return Ok(known.clone());
        }
        let roster = Roster::at(history, commit)?.map(Arc::new);
        self.rosters.insert(files, roster.clone());
        Ok(roster)
    }
}

/// The day in the zone of a register.
fn day(at: DateTime<FixedOffset>, roster: Option<&Roster>) -> Day {
    let Some(roster) = roster else { return Day::first_of(1949) };
    let zone = roster.mechanism.file.time_zone.offset();
    Day::from_date(at.with_timezone(&zone).date_naive())
}
