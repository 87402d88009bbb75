//! What a merge may take: one rule, by which verifying judges merges and by which exchanges make them.
//!
//! A commit *changes* a path if it follows one commit and holds something else there, or if it is a merge that decides about the path.
//! A merge of a side into a first line takes what the side holds where no commit changed the path that the first line has and the side
//! has not; it keeps what the first line holds where no commit changed it that only the side has. About every other path it decides, and
//! that is its maker's own change, asked for like any other: its maker must own the path, and what stands must be followed.
//!
//! *Why nobody takes back what another owns.* Of any path, each commit goes back to one last change: all others that it goes back to are
//! before that one, and it holds what that one wrote. This is so at a beginning; a commit that follows one other is its own last change
//! or has that other's; a merge that takes has the side's, to which the first line's go back, a merge that keeps has the first line's in
//! the same way, and one that decides is the last itself. Now every change was signed by whoever owned the path. So to bring back an
//! earlier state is to make a later change, and that is the owner's to do. No common ancestor is looked for and no date is asked: whoever
//! lays lines across each other chooses both.
//!
//! *Why what stands is followed.* Along a line of plain commits every change follows the one before it, and a merge that takes only goes
//! on along such a line. Where a merge within the side decided, it may have left the first line's state aside: what is taken then must
//! itself follow what the first line holds.
//!
//! A record that a line began and took out again before it met the other never was: it gives way to whatever has its number there.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::graph::{Graph, Partings};
use crate::git::{Differing, History, Id, Refused, TreeEntry};
use crate::model::{RecordPath, limits};

/// What the commits of a history changed, as far as it was asked.
#[derive(Default)]
pub struct Changes {
    graph: Graph,
    known: HashMap<Id, Arc<BTreeSet<String>>>,
    /// How many paths these are: commits of a few bytes may each change half a million.
    listed: usize,
}

/// The paths that commits changed which one line has and another has not.
#[derive(Debug)]
pub struct ChangedPaths {
    tip: Id,
    partings: Partings,
    /// With whether a merge decided about it.
    paths: BTreeMap<String, bool>,
}

/// What a merge does that its sides did not do before it.
#[derive(Default)]
pub(super) struct Decisions {
    /// It holds what neither side may give it: from what the first line holds.
    pub(super) made: Vec<Differing>,
    /// What the side changed and the merge has not: from what the side holds to what the first line does.
    pub(super) left_out: Vec<Differing>,
    /// What it takes from a side in which a merge decided: from what the first line holds.
    pub(super) taken: Vec<Differing>,
}

impl ChangedPaths {
    /// Whether any of those commits changed a path.
    #[must_use]
    pub fn contains(&self, path: &str) -> bool {
        self.paths.contains_key(path)
    }

    /// Each path.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.paths.keys().map(String::as_str)
    }

    /// Whether the line holds no record at a path that it changed and found none there: what it began it took out again.
    ///
    /// # Errors
    /// A commit or a tree is missing.
    pub fn never_was(&self, history: &History, path: &str) -> Result<bool, Refused> {
        let is_record = RecordPath::of_file(path).is_ok_and(|path| path.kind().is_happening());
        Ok(is_record && history.entry(self.tip, path)?.is_none() && began(history, &self.partings, path)?)
    }

    /// What lay at a path where the line parted from the other.
    ///
    /// # Errors
    /// A commit or a tree is missing.
    pub fn base(&self, history: &History, path: &str) -> Result<Option<TreeEntry>, Refused> {
        for parting in &*self.partings {
            if let Some(entry) = history.entry(*parting, path)? {
                return Ok(Some(entry));
            }
        }
        Ok(None)
    }

    /// Where the line parted from the other; one of the places where there are several.
    #[must_use]
    pub fn parting(&self) -> Option<Id> {
        self.partings.first().copied()
    }

    fn was_decided(&self, path: &str) -> bool {
        self.paths.get(path).is_some_and(|decided| *decided)
    }
}

impl Changes {
    /// The commits that a side has and a first line has not, oldest first, each with those of the first line on which it builds.
    pub(super) fn side(&mut self, history: &History, side: Id, first: Id) -> Result<Vec<(Id, Partings)>, Refused> {
        self.graph.side(history, side, first)
    }

    /// The paths that a line changed beyond another.
    ///
    /// # Errors
    /// A commit or a tree is missing.
    pub fn beyond(&mut self, history: &History, tip: Id, without: Id) -> Result<ChangedPaths, Refused> {
        let line = self.graph.side(history, tip, without)?;
        let partings = line.last().map_or_else(|| Arc::new(BTreeSet::from([tip])), |(_, partings)| Arc::clone(partings));
        let mut changed = ChangedPaths { tip, partings, paths: BTreeMap::new() };
        for (commit, _) in line {
            let is_merge = self.graph.parents(commit).len() > 1;
            for path in &*self.of(history, commit)? {
                *changed.paths.entry(path.clone()).or_default() |= is_merge;
            }
        }
        Ok(changed)
    }

    /// The paths that a commit changed.
    fn of(&mut self, history: &History, commit: Id) -> Result<Arc<BTreeSet<String>>, Refused> {
        let mut open = vec![commit];
        while let Some(at) = open.last().copied() {
            if self.known.contains_key(&at) {
                open.pop();
                continue;
            }
            let parents = history.parents(at)?;
            if let [first, side] = parents[..] {
                // What it decides depends upon what merges before it did. They come first, the oldest of them before all.
                let unknown = self.unknown_merges(history, first, side)?;
                if !unknown.is_empty() {
                    open.extend(unknown);
                    continue;
                }
                self.decisions(history, at, (first, side))?;
            } else {
                let own = own_changes(history, at, &parents)?;
                self.know(at, own.into_iter().map(|one| one.path).collect())?;
            }
        }
        Ok(self.known.get(&commit).cloned().unwrap_or_default())
    }

    /// Merges on two lines up to where they meet of which nothing is known yet, newest first.
    fn unknown_merges(&mut self, history: &History, one: Id, other: Id) -> Result<Vec<Id>, Refused> {
        let mut unknown = self.graph.beyond(history, one, other)?;
        unknown.extend(self.graph.beyond(history, other, one)?);
        unknown.retain(|commit| self.graph.parents(*commit).len() == 2 && !self.known.contains_key(commit));
        unknown.reverse();
        Ok(unknown)
    }

    /// What a merge does of its own, which is known from then on.
    pub(super) fn decisions(&mut self, history: &History, merge: Id, (first, side): (Id, Id)) -> Result<Decisions, Refused> {
        let (by_first, by_side) = (self.beyond(history, first, side)?, self.beyond(history, side, first)?);
        // Whole trees are compared: a folder of thousands is not looked through again for each of its files.
        let from_side: BTreeSet<String> = history.diff_trees(Some(side), merge)?.into_iter().map(|change| change.path).collect();
        let mut decisions = Decisions::default();
        let mut differing = BTreeSet::new();
        for change in history.diff_trees(Some(first), merge)? {
            let stood = by_first.contains(&change.path) && !by_first.never_was(history, &change.path)?;
            differing.insert(change.path.clone());
            if from_side.contains(&change.path) || stood {
                decisions.made.push(change);
            } else if by_side.was_decided(&change.path) {
                decisions.taken.push(change);
            }
        }
        for change in history.diff_trees(Some(side), first)? {
            let is_left = by_side.contains(&change.path) && !differing.contains(&change.path);
            if is_left && !by_side.never_was(history, &change.path)? {
                decisions.left_out.push(change);
            }
        }
        let Decisions { made, left_out, .. } = &decisions;
        self.know(merge, made.iter().chain(left_out).map(|one| one.path.clone()).collect())?;
        Ok(decisions)
    }

    /// What a commit changed: of a merge, what it made and what it left out.
    ///
    /// # Errors
    /// A commit or a tree is missing.
    pub fn of_commit(&mut self, history: &History, commit: Id, parents: &[Id]) -> Result<Vec<Differing>, Refused> {
        match parents {
            [first, side] => {
                let Decisions { made, left_out, .. } = self.decisions(history, commit, (*first, *side))?;
                Ok([made, left_out].concat())
            }
            _ => own_changes(history, commit, parents),
        }
    }

    fn know(&mut self, commit: Id, paths: BTreeSet<String>) -> Result<(), Refused> {
        self.listed += paths.len();
        if self.listed > limits::RECORDS {
            return Err(Refused::Unfolds);
        }
        self.known.insert(commit, Arc::new(paths));
        Ok(())
    }
}

/// What a commit changed that follows one other, or none; of a merge that is told by what it decides.
///
/// # Errors
/// A commit or a tree is missing.
pub fn own_changes(history: &History, commit: Id, parents: &[Id]) -> Result<Vec<Differing>, Refused> {
    match parents {
        [_, _, ..] => Ok(Vec::new()),
        _ => history.diff_trees(parents.first().copied(), commit),
    }
}

/// Whether what a line holds at a path was begun on it: where it parted there was nothing.
pub(super) fn began(history: &History, partings: &BTreeSet<Id>, path: &str) -> Result<bool, Refused> {
    for parting in partings {
        if history.entry(*parting, path)?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}
