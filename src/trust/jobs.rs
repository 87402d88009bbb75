//! What there is to look at in a history: every commit of the main line and every one that its merges bring, with the keys and the day by
//! which each is judged. A key that is retired in the roster of the commit before signs nothing after it. The day is the latest that the
//! main line has named so far: a date that is set back opens no door, and shuts none.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::breach::Fault;
use super::graph::Partings;
use super::hands::HandsFault;
use super::main_line::OnLine;
use super::merge::{Changes, Decisions, own_changes};
use super::naming::{Names, Naming, StatedTrust};
use super::roster::Roster;
use crate::git::{Differing, History, Id, Refused};
use crate::model::{Day, RegisterName};

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
    /// What is wrong with the register that it leaves: nobody could ever admit a key again, or fewer could than it takes.
    pub(super) leaves: Option<Fault>,
    /// Whether it is where trust begins: it vouches for itself.
    pub(super) is_root: bool,
    /// For which register it must be made.
    pub(super) naming: Naming,
}

impl Job {
    /// What it changes, where it follows one commit or none: of a merge that is told by what it decides.
    pub(super) fn changes(&self, history: &History) -> Result<Vec<Differing>, Refused> {
        if self.decisions.is_some() {
            return Ok(Vec::new());
        }
        let parents = history.parents(self.commit)?;
        // A line that has nothing in common is refused as a whole.
        if parents.is_empty() && self.partings.is_some() { Ok(Vec::new()) } else { own_changes(history, self.commit, &parents) }
    }

    /// What a merge makes of its own.
    pub(super) fn made(&self) -> impl Iterator<Item = &Differing> {
        self.decisions.iter().flat_map(|decisions| &decisions.made)
    }
}

/// Lists what there is to look at.
#[derive(Default)]
pub(super) struct Jobs {
    rosters: HashMap<[Option<Id>; 7], Option<Arc<Roster>>>,
    names: Names,
    changes: Changes,
}

/// By what everything is judged that arrives with one commit of the main line.
struct Arrival {
    asked: bool,
    roster: Option<Arc<Roster>>,
    day: Day,
    /// What the register is called when it arrives.
    name: Option<RegisterName>,
    /// Since when, as far as it was asked.
    named_on: Option<Day>,
}

impl Arrival {
    fn job(&self, commit: Id, naming: Naming, decisions: Option<Decisions>) -> Job {
        let (is_asked, roster, day) = (self.asked, self.roster.clone(), self.day);
        Job { commit, is_asked, roster, day, partings: None, decisions, leaves: None, is_root: false, naming }
    }
}

impl Jobs {
    /// What there is to look at on the main line from a place on, oldest first, of which `asked` says whether everything on it must be
    /// signed; where it begins with the commit at which trust begins, that one vouches for itself.
    pub(super) fn list(
        &mut self,
        history: &History,
        (line, from): (&[OnLine], usize),
        asked: bool,
        is_root: bool,
    ) -> Result<Vec<Job>, Refused> {
        let (mut jobs, mut last) = (Vec::new(), None);
        for (at, OnLine { commit, latest }) in line.iter().copied().enumerate().skip(from) {
            let parents = history.parents(commit)?;
            let main = parents.first().copied();
            // The first key vouches for itself: that is why it is compared by telephone.
            let vouches = is_root && at == from;
            let own = self.roster(history, commit)?;
            let before = match main {
                _ if vouches => own.clone(),
                Some(main) if asked => self.roster(history, main)?,
                _ => None,
            };
            // Keys that cannot be read any more are those that could be read last.
            let roster = before.or_else(|| last.clone());
            last.clone_from(&roster);
            let day = day(latest, roster.as_deref());
            let can_admit = |roster: &Option<Arc<Roster>>| roster.as_ref().is_some_and(|roster| roster.can_admit(day));
            let lacks = |roster: &Option<Arc<Roster>>| roster.as_ref().is_some_and(|roster| roster.lacks_hands(day));
            let leaves = if asked && can_admit(&roster) && !can_admit(&own) {
                Some(Fault::EndsTrust)
            } else if asked && lacks(&own) && (vouches || !lacks(&roster)) {
                Some(Fault::Hands(HandsFault::Lacking))
            } else {
                None
            };
            let own = self.names.at(history, commit)?;
            let before = self.stated(history, main.filter(|_| !vouches))?;
            let name = before.name.or(own.name);
            let mut arrival = Arrival { asked, roster, day, name, named_on: None };
            if let [first, sides @ ..] = &parents[..] {
                for side in sides {
                    self.side(history, &mut arrival, (*side, *first), &line[..=at], &mut jobs)?;
                }
            }
            let naming = Naming { line: name, before, own, days: None };
            let decisions = self.decisions(history, commit, &parents)?;
            jobs.push(Job { leaves, is_root: vouches, ..arrival.job(commit, naming, decisions) });
        }
        Ok(jobs)
    }

    /// What a merge brings. `line` is the main line up to that merge.
    fn side(
        &mut self,
        history: &History,
        arrival: &mut Arrival,
        (side, first): (Id, Id),
        line: &[OnLine],
        jobs: &mut Vec<Job>,
    ) -> Result<(), Refused> {
        for (commit, partings) in self.changes.side(history, side, first)? {
            let parents = history.parents(commit)?;
            let before = self.stated(history, parents.first().copied())?;
            let mut naming = Naming { line: arrival.name, before, own: self.names.at(history, commit)?, days: None };
            if naming.may_be_from_before() {
                let named_on = match arrival.named_on {
                    Some(day) => day,
                    None => self.named_on(history, line)?,
                };
                arrival.named_on = Some(named_on);
                naming.days = Some((named_on, arrival.day));
            }
            let decisions = self.decisions(history, commit, &parents)?;
            jobs.push(Job { partings: Some(partings), ..arrival.job(commit, naming, decisions) });
        }
        Ok(())
    }

    fn stated(&mut self, history: &History, commit: Option<Id>) -> Result<StatedTrust, Refused> {
        commit.map_or_else(|| Ok(StatedTrust::default()), |commit| self.names.at(history, commit))
    }

    /// The day of the line on which it was named, of a line that is.
    fn named_on(&mut self, history: &History, line: &[OnLine]) -> Result<Day, Refused> {
        let Some((mut first, earlier)) = line.split_last() else { return Ok(Day::first_of(1949)) };
        for on in earlier.iter().rev() {
            if self.names.at(history, on.commit)?.name.is_none() {
                break;
            }
            first = on;
        }
        Ok(day(first.latest, self.roster(history, first.commit)?.as_deref()))
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
