//! Fast-forwarding to what others filed: the files that differ, the index and the branch, by the same steps as a filing, so that
//! no interruption leaves half of it.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use git2::Oid;

use super::content::{Differing, TreeEntry};
use super::history::Id;
use super::index::Staging;
use super::intent::{IntendedChange, Intent, Notes};
use super::lock::IndexLock;
use super::locked_repo::LockedRepo;
use super::objects::NewObjects;
use super::real_folder::is_plain;
use super::refused::Refused;
use super::revision::Mode;
use super::worktree::{FILE, in_folder, name_of};

/// What a merge holds at a path where it differs from the main line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// What the other side holds.
    Theirs(Id),
    /// What was made of both.
    Made(Vec<u8>),
    /// Nothing.
    Gone,
}

impl LockedRepo<'_> {
    /// Moves folder, index and branch to a commit that holds the one at which the branch stands. Files that were edited by hand
    /// and would change stop it.
    ///
    /// # Errors
    /// Why everything is as it was.
    pub fn fast_forward(&self, commit: Id) -> Result<(), Refused> {
        let workspace = self.workspace;
        let history = self.history();
        let lock = IndexLock::take(&workspace.disk, &workspace.git, workspace.patience)?;
        let staging = Staging::read(&self.workspace.git)?;
        let parent = self.tip()?;
        if staging.is_empty() && !self.is_bare_of_files(parent)? {
            return Err(Refused::IndexEmpty);
        }
        let (mut places, mut folders) = (Vec::new(), BTreeSet::new());
        // What lies beside the register comes along: the branch is one for all of it.
        for differing in history.diff_whole(parent.map(Id), commit)? {
            let filed = differing.new.map(|entry| self.regular(entry, &differing.path)).transpose()?;
            let committed = differing.old.map(|entry| self.regular(entry, &differing.path)).transpose()?;
            let place = self.place_to_take(differing.path, committed, filed, &staging)?;
            if filed.is_some() {
                folders.extend(self.standing.top.missing_folders(&place.path)?);
            }
            places.push(place);
        }
        let mut intent = Intent::new(self.standing.branch.clone(), parent, commit.0, places, folders.into_iter().collect());
        intent.exact = true;
        let notes = Notes::new(&workspace.disk, &workspace.git);
        let done = self.whole_or_not(&intent, staging, &notes);
        lock.release();
        done.map(drop)
    }

    pub(super) fn place_to_take(
        &self,
        path: String,
        committed: Option<Oid>,
        filed: Option<Oid>,
        staging: &Staging,
    ) -> Result<IntendedChange, Refused> {
        if !is_plain(&path) {
            return Err(Refused::Path(path));
        }
        let working = name_of(in_folder(self, &path)?.as_deref())?;
        if working != committed && working != filed {
            return Err(Refused::HandEdit(path));
        }
        let staged = staging.id(&path);
        if staged != committed && staged != filed {
            return Err(Refused::Staged(path));
        }
        Ok(IntendedChange { path, mode: FILE, committed, working, staged, filed })
    }

    /// The object of a regular file. A register holds nothing else; what lies beside it git takes, as what it is.
    pub(super) fn regular(&self, entry: TreeEntry, path: &str) -> Result<Oid, Refused> {
        match entry.mode {
            Mode::File => Ok(entry.id.0),
            _ if path.starts_with(&self.standing.prefix) => Err(Refused::Obstacle(path.to_owned())),
            _ => Err(Refused::Beside(path.to_owned())),
        }
    }

    /// Makes a merge of `second` into the main line at `first`, to which nothing refers yet.
    ///
    /// # Errors
    /// The disk failed, or no signature could be made.
    pub fn merge(
        &self,
        (first, second): (Id, Id),
        edits: &[(String, Merged)],
        message: &str,
        moment: DateTime<FixedOffset>,
    ) -> Result<Id, Refused> {
        let mut draft = NewObjects::new(&self.workspace.place)?;
        let beside = self.history().taken_beside(first, second)?;
        let taken = |change: &Differing| change.new.map(|entry| (entry.id.0, entry.mode.bits()));
        let mut entries: Vec<(String, Option<(Oid, u32)>)> =
            beside.iter().map(|change| (change.path.clone(), taken(change))).collect();
        for (path, merged) in edits {
            let id = match merged {
                Merged::Theirs(id) => Some(id.0),
                Merged::Made(bytes) => Some(draft.blob(bytes)?),
                Merged::Gone => None,
            };
            entries.push((self.full(path)?, id.map(|id| (id, FILE))));
        }
        let commit = draft.commit(
            &[first.0, second.0],
            entries.iter().map(|(path, entry)| (path.as_str(), *entry)),
            &self.words(message, moment)?,
        )?;
        draft.keep(&self.workspace.disk, self.objects())?;
        Ok(Id(commit))
    }
}
