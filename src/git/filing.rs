//! A filing: some files, one commit, whole or not at all.
//!
//! 1. git's index is locked, so that git neither stages, commits nor switches meanwhile.
//! 2. Blobs, trees and the commit are written. Nothing refers to them yet.
//! 3. The intent is noted in the git folder. From here on, whoever locks the register next finishes or undoes the filing.
//! 4. The files take their places in the folder.
//! 5. The index follows, for these paths only.
//! 6. The branch moves, if it still stands where the commit expects it. This is the moment at which the filing is made.
//! 7. The intent is removed.
//!
//! Each step is on the disk before the next begins.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use git2::{Oid, Signature, Time};

use super::branch::{BranchMove, Moved, advance};
use super::forgotten::{Forgetting, forget};
use super::history::Id;
use super::index::Staging;
use super::intent::{IntendedChange, Intent, Notes};
use super::lock::IndexLock;
use super::locked_repo::LockedRepo;
use super::objects::{CommitText, NewObjects};
use super::recovery::undo;
use super::refused::Refused;
use super::worktree::{FILE, in_folder, in_tree, name_of, put};

/// How often a filing follows a branch that others move under it.
const ATTEMPTS: usize = 5;

/// A file that is filed: what it was and what it shall be. None is no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// Relative to the register's folder.
    pub path: String,
    /// As filed last. In the folder there must be this, or `after` already.
    pub before: Option<Vec<u8>>,
    /// As it shall be filed.
    pub after: Option<Vec<u8>>,
    /// As a person left it in the folder, where that is to give way to `after`; nothing else does.
    pub found: Option<Vec<u8>>,
}

impl LockedRepo<'_> {
    /// Files the changes as one commit on the branch, and gives the commit.
    ///
    /// # Errors
    /// Why nothing was filed. Everything is as it was before, unless it is [`Refused::Pending`].
    pub fn file(&self, changes: &[FileChange], message: &str, moment: DateTime<FixedOffset>) -> Result<String, Refused> {
        let workspace = self.workspace;
        let lock = IndexLock::take(&workspace.disk, &workspace.git, workspace.patience)?;
        let staging = Staging::read(&workspace.git)?;
        let parent = self.tip()?;
        if staging.is_empty() && !self.is_bare_of_files(parent)? {
            return Err(Refused::IndexEmpty);
        }
        let notes = Notes::new(&workspace.disk, &workspace.git);
        let intent = self.prepare(changes, message, moment, parent, &staging)?;
        let done = self.whole_or_not(&intent, staging, &notes);
        lock.release();
        let commit = done?;
        // The filing is made: where this fails, it only cannot be taken back.
        let _ = self.filed_here(&[Id(commit)], &[]);
        Ok(commit.to_string())
    }

    /// Does what the note says, or leaves everything as it was.
    pub(super) fn whole_or_not(&self, intent: &Intent, staging: Staging, notes: &Notes<'_>) -> Result<Oid, Refused> {
        let done = notes.write(intent).and_then(|()| self.carry_out(intent.clone(), staging, notes));
        match done {
            Ok((commit, moved)) => {
                // The filing is made. A note that stays is found to be done with by the next who comes; where the branch may
                // not be on the disk, it must stay.
                let is_forgotten = !intent.back || self.forget(intent).is_ok();
                if moved == Moved::Surely && is_forgotten {
                    let _ = notes.clear();
                }
                Ok(commit)
            }
            Err(cause) => {
                let undone = notes.turn_back().and_then(|()| undo(self, intent)).and_then(|()| notes.clear());
                Err(if undone.is_ok() { cause } else { Refused::Pending(Box::new(cause)) })
            }
        }
    }

    pub(super) fn is_bare_of_files(&self, commit: Option<Oid>) -> Result<bool, Refused> {
        let Some(commit) = commit else { return Ok(true) };
        Ok(self.objects().find_commit(commit)?.tree()?.is_empty())
    }

    /// Makes the objects, and the note of what is going to be done. Nothing is changed yet that anybody could see.
    fn prepare(
        &self,
        changes: &[FileChange],
        message: &str,
        moment: DateTime<FixedOffset>,
        parent: Option<Oid>,
        staging: &Staging,
    ) -> Result<Intent, Refused> {
        let mut draft = NewObjects::new(&self.workspace.place)?;
        let (mut places, mut folders) = (Vec::new(), BTreeSet::new());
        for change in changes {
            let place = self.place(change, parent, staging, &mut draft)?;
            if places.iter().any(|other: &IntendedChange| other.path == place.path) {
                return Err(Refused::Path(change.path.clone()));
            }
            if place.filed.is_some() {
                folders.extend(self.standing.top.missing_folders(&place.path)?);
            }
            places.push(place);
        }
        let branch = self.standing.branch.clone();
        // A folder sorts before what lies in it.
        let folders = folders.into_iter().collect();
        let mut intent = Intent::new(branch, parent, Oid::ZERO_SHA1, places, folders);
        let parents: Vec<Oid> = parent.into_iter().collect();
        intent.commit = draft.commit(&parents, intent.edits(), &self.words(message, moment)?)?;
        draft.keep(&self.workspace.disk, self.objects())?;
        Ok(intent)
    }

    /// Where a change takes place, if everything there is as the change expects.
    fn place(
        &self,
        change: &FileChange,
        parent: Option<Oid>,
        staging: &Staging,
        draft: &mut NewObjects,
    ) -> Result<IntendedChange, Refused> {
        let path = self.full(&change.path)?;
        let found = in_tree(self.objects(), parent, &path)?;
        let committed = found.map(|(id, _)| id);
        let working = name_of(in_folder(self, &path)?.as_deref())?;
        let filed = change.after.as_deref().map(|bytes| draft.blob(bytes)).transpose()?;
        // What gives way is kept as an object: from there it is put back, should the filing fail.
        let by_hand = change.found.as_deref().map(|bytes| draft.blob(bytes)).transpose()?;
        let may_lie = |there: Option<Oid>| there == committed || there == filed || (by_hand.is_some() && there == by_hand);
        if committed != name_of(change.before.as_deref())? || !may_lie(working) {
            return Err(Refused::HandEdit(path));
        }
        let staged = staging.id(&path);
        if !may_lie(staged) {
            return Err(Refused::Staged(path));
        }
        let mode = found.map_or(FILE, |(_, mode)| mode);
        Ok(IntendedChange { path, mode, committed, working, staged, filed })
    }

    /// A commit of this moment by whoever files.
    pub(super) fn words<'w>(&'w self, message: &'w str, moment: DateTime<FixedOffset>) -> Result<CommitText<'w>, Refused> {
        let time = Time::new(moment.timestamp(), moment.offset().local_minus_utc() / 60);
        let identity = self.standing.identity.as_ref().ok_or(Refused::NoIdentity)?;
        let by = || Signature::new(&identity.name, &identity.email, &time);
        Ok(CommitText { author: by()?, committer: by()?, message, sign: self.workspace.sign.as_ref() })
    }

    /// Does what the note says: files, index, branch.
    pub(super) fn carry_out(&self, mut intent: Intent, mut staging: Staging, notes: &Notes<'_>) -> Result<(Oid, Moved), Refused> {
        let LockedRepo { workspace, standing, .. } = self;
        for IntendedChange { path, working, filed, .. } in &intent.places {
            put(self, path, (*working, *filed))?;
        }
        for IntendedChange { path, filed, mode, .. } in &intent.places {
            staging.stage(&standing.root, path, filed.map(|id| (id, *mode)));
        }
        staging.write(&workspace.disk, &workspace.git)?;
        for _ in 0..ATTEMPTS {
            let step = BranchMove { branch: &intent.branch, from: intent.parent, to: intent.commit, note: self.note(&intent)? };
            let moved = advance(&workspace.disk, &*workspace.place.open()?, workspace.patience, &step)?;
            if moved != Moved::Not {
                return Ok((intent.commit, moved));
            }
            if intent.exact {
                break;
            }
            intent = self.follow(intent)?;
            notes.write(&intent)?;
        }
        Err(Refused::Moving)
    }

    /// The same filing on the commit at which the branch stands now, as long as nobody has touched its files there.
    pub(super) fn follow(&self, intent: Intent) -> Result<Intent, Refused> {
        let repository = self.objects();
        let parent = self.tip()?;
        for place in &intent.places {
            if in_tree(repository, parent, &place.path)?.map(|(id, _)| id) != place.committed {
                return Err(Refused::HandEdit(place.path.clone()));
            }
        }
        let before = repository.find_commit(intent.commit)?;
        let message = String::from_utf8_lossy(before.message_bytes()).into_owned();
        let mut draft = NewObjects::new(&self.workspace.place)?;
        let (author, committer) = (before.author().to_owned(), before.committer().to_owned());
        let words = CommitText { author, committer, message: &message, sign: self.workspace.sign.as_ref() };
        let parents: Vec<Oid> = parent.into_iter().collect();
        let commit = draft.commit(&parents, intent.edits(), &words)?;
        draft.keep(&self.workspace.disk, repository)?;
        Ok(intent.onto(parent, commit))
    }

    /// Removes what was taken back from the repository.
    pub(super) fn forget(&self, intent: &Intent) -> Result<(), Refused> {
        let (disk, place) = (&self.workspace.disk, &self.workspace.place);
        forget(&Forgetting { disk, place, repository: &*place.open()? }, intent, &self.note(intent)?)
    }

    /// What the reflogs say: the words that git itself would use.
    fn note(&self, intent: &Intent) -> Result<String, Refused> {
        let commit = self.objects().find_commit(intent.commit)?;
        let by = commit.committer();
        let (when, name, email) =
            (by.when(), String::from_utf8_lossy(by.name_bytes()), String::from_utf8_lossy(by.email_bytes()));
        let minutes = when.offset_minutes().abs();
        let (sign, hours, minutes) = (when.sign(), minutes / 60, minutes % 60);
        let summary = String::from_utf8_lossy(commit.summary_bytes().unwrap_or_default()).into_owned();
        let act = match (intent.exact, intent.parent) {
            _ if intent.back => "undo",
            (true, _) => "sync",
            (false, None) => "commit (initial)",
            (false, Some(_)) => "commit",
        };
        Ok(format!("{name} <{email}> {} {sign}{hours:02}{minutes:02}\t{act}: {summary}", when.seconds()))
    }
}
