//! The main line and its days. A date is the word of whoever makes a commit; what arrived on the main line arrived after all before it.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};

use crate::git::{History, Id, Refused};
use crate::model::Day;

/// A commit of the main line.
#[derive(Clone, Copy)]
pub(super) struct OnLine {
    pub(super) commit: Id,
    /// The latest date that the line has named up to here.
    pub(super) latest: DateTime<FixedOffset>,
}

/// The main line of a commit, oldest first, from where it begins.
pub(super) fn main_line(history: &History, tip: Id) -> Result<Vec<OnLine>, Refused> {
    let mut latest = None;
    let line = history.dated_line(tip)?.into_iter().rev().map(|(commit, at)| {
        let up_to_here = latest.map_or(at, |latest: DateTime<FixedOffset>| latest.max(at));
        latest = Some(up_to_here);
        OnLine { commit, latest: up_to_here }
    });
    Ok(line.collect())
}

/// The day of each commit, as far as nobody can choose it: no earlier than that of anything that it builds on.
pub struct Days<'h> {
    history: &'h History,
    zone: FixedOffset,
    line: Vec<OnLine>,
    known: HashMap<Id, Day>,
}

impl<'h> Days<'h> {
    /// Those of the main line of a commit.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn up_to(history: &'h History, tip: Id, zone: FixedOffset) -> Result<Self, Refused> {
        let line = main_line(history, tip)?;
        let known = line.iter().map(|on| (on.commit, day_of(on.latest, zone))).collect();
        Ok(Self { history, zone, line, known })
    }

    /// The last commit on the main line that had arrived before a day began; none where the line is younger.
    #[must_use]
    pub fn arrived_before(&self, day: Day) -> Option<Id> {
        let is_before = |on: &&OnLine| day_of(on.latest, self.zone) < day;
        self.line.iter().take_while(is_before).last().map(|on| on.commit)
    }

    /// That of a commit, wherever it stands.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn of(&mut self, id: Id) -> Result<Day, Refused> {
        // Without going into itself: a side line may be long.
        let mut open = vec![id];
        while let Some(next) = open.last().copied() {
            let commit = self.history.commit(next)?;
            let unknown = commit.parents.iter().filter(|parent| !self.known.contains_key(*parent));
            let before = open.len();
            open.extend(unknown.copied());
            if open.len() == before {
                let built_on = commit.parents.iter().map(|parent| self.known[parent]);
                let day = built_on.fold(day_of(commit.at, self.zone), Day::max);
                self.known.insert(next, day);
                open.pop();
            }
        }
        Ok(self.known[&id])
    }
}

fn day_of(at: DateTime<FixedOffset>, zone: FixedOffset) -> Day {
    Day::from_date(at.with_timezone(&zone).date_naive())
}
