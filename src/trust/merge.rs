//! What a merge may be: the union of its two sides, and nothing else but what its maker may write.

use std::collections::BTreeMap;

use super::breach::Fault;
use super::change::Scene;
use crate::git::{Commit, Differing, Id, Refused, TreeEntry};

/// What is at a path: something, or nothing.
type There = Option<TreeEntry>;

impl Scene<'_> {
    /// The paths at which a merge is more than the union of its sides, as changes of the main line: its maker must own them.
    pub(super) fn beyond_union(&self, merge: &Commit, (main, side): (Id, Id)) -> Result<Vec<Differing>, Refused> {
        let parting = self.history.merge_base(main, side)?;
        let by = |tip: Id| -> Result<BTreeMap<String, (There, There)>, Refused> {
            let differing = self.history.diff_trees(parting, tip)?;
            Ok(differing.into_iter().map(|one| (one.path, (one.old, one.new))).collect())
        };
        let (by_main, by_side) = (by(main)?, by(side)?);
        let mut beyond: Vec<Differing> = Vec::new();
        let mut taken = BTreeMap::new();
        for change in self.history.diff_trees(Some(main), merge.id)? {
            taken.insert(change.path.clone(), change.new);
            let only_side =
                !by_main.contains_key(&change.path) && by_side.get(&change.path).is_some_and(|(_, new)| *new == change.new);
            let as_both = by_side.get(&change.path).is_some_and(|(_, new)| *new == change.new);
            if !only_side && !as_both {
                beyond.push(change);
            }
        }
        // What the side changed and the merge has not: left out, unless the main line changed it as well.
        for (path, (_, new)) in by_side {
            let kept = by_main.get(&path).map(|(_, new)| *new);
            if taken.contains_key(&path) || kept == Some(new) {
                continue;
            }
            let old = match kept {
                Some(kept) => kept,
                None => self.history.entry(main, &path)?,
            };
            beyond.push(Differing { path, old, new: old });
        }
        Ok(beyond)
    }

    /// What is wrong with such a path.
    pub(super) fn look_beyond(&self, change: &Differing) -> Result<Option<Fault>, Refused> {
        if change.old != change.new {
            return Ok(match self.look(change)? {
                Err(Fault::NotOwner(..)) => Some(Fault::Invented),
                Err(fault) => Some(fault),
                Ok(_) => None,
            });
        }
        // Left out: nothing follows anything, but only the owner may leave their own out.
        let owned = crate::model::RecordPath::of_file(&change.path).is_ok_and(|path| {
            self.roster.is_none_or(|roster| self.signers.iter().any(|holder| roster.owns(holder, &path, self.day)))
        });
        Ok((!owned).then_some(Fault::Invented))
    }
}
