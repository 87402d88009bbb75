//! A filing that is taken back: its files, the index and the branch as they were before it, by the same steps as a filing. What was filed
//! here since on other files is made anew without it.

use std::collections::BTreeSet;

use git2::Oid;

use super::content::Differing;
use super::forgotten::DRAFTS;
use super::history::Id;
use super::index::Staging;
use super::intent::{Intent, Notes};
use super::lock::IndexLock;
use super::locked_repo::LockedRepo;
use super::objects::{CommitText, NewObjects};
use super::refused::Refused;

/// A filing that can be taken back.
#[derive(Debug, Clone)]
pub struct Retractable {
    /// The commit.
    pub commit: Id,
    /// The commit before it.
    pub before: Id,
    /// What was filed after it, oldest first.
    pub later: Vec<Id>,
    /// What it changed.
    pub changes: Vec<Differing>,
}

/// Why a filing stays.
#[derive(Debug)]
pub enum Irrevocable {
    /// Somebody may have it, or it was not filed here by this user.
    MayBeKnown,
    /// It is the first of the register.
    First,
    /// What others filed was joined with it by this commit.
    Joined(Id),
    /// A branch or tag holds it; which.
    Named(String),
    /// A later filing changes the same file; which.
    Followed(Id, String),
    /// The repository does not allow it.
    Here(Refused),
}

impl<T: Into<Refused>> From<T> for Irrevocable {
    fn from(why: T) -> Self {
        Self::Here(why.into())
    }
}

impl LockedRepo<'_> {
    /// What taking a commit back would amount to, where it can be.
    ///
    /// # Errors
    /// Why it stays.
    pub fn retractable(&self, commit: Id) -> Result<Retractable, Irrevocable> {
        let (history, noted) = (self.history(), self.only_here()?);
        let Some(tip) = self.stands_at()? else { return Err(Irrevocable::First) };
        if !noted.contains(&commit) {
            return Err(Irrevocable::MayBeKnown);
        }
        let before = match history.parents(commit)?[..] {
            [] => return Err(Irrevocable::First),
            [before] => before,
            _ => return Err(Irrevocable::Joined(commit)),
        };
        let line = history.first_parents(tip, Some(before))?.ok_or(Irrevocable::MayBeKnown)?;
        if line.last() != Some(&commit) {
            return Err(Irrevocable::MayBeKnown);
        }
        let later: Vec<Id> = line.iter().rev().skip(1).copied().collect();
        self.nobody_else_names(commit)?;
        let changes = history.diff_trees(Some(before), commit)?;
        for id in &later {
            if history.parents(*id)?.len() != 1 {
                return Err(Irrevocable::Joined(*id));
            }
            if !noted.contains(id) {
                return Err(Irrevocable::MayBeKnown);
            }
            let since = history.diff_trees(history.parents(*id)?.first().copied(), *id)?;
            if let Some(again) = since.into_iter().find(|other| changes.iter().any(|change| change.path == other.path)) {
                return Err(Irrevocable::Followed(*id, again.path));
            }
        }
        Ok(Retractable { commit, before, later, changes })
    }

    /// That no other branch, tag or mark holds a commit; what follows a branch elsewhere is a word from there.
    fn nobody_else_names(&self, commit: Id) -> Result<(), Irrevocable> {
        let repository = self.workspace.place.open()?;
        for reference in repository.references()? {
            let reference = reference?;
            let name = String::from_utf8_lossy(reference.name_bytes()).into_owned();
            let Some(held) = reference.peel_to_commit().ok().filter(|_| name != self.standing.branch) else { continue };
            // Which record a draft became is only known here, and forgotten with it.
            if name.starts_with(DRAFTS) {
                continue;
            }
            if held.id() == commit.0 || repository.graph_descendant_of(held.id(), commit.0)? {
                return Err(if name.starts_with("refs/remotes/") { Irrevocable::MayBeKnown } else { Irrevocable::Named(name) });
            }
        }
        Ok(())
    }

    /// Takes a commit back, whole or not at all. Its objects go at once, but for those that git has packed.
    ///
    /// # Errors
    /// Why everything is as it was.
    pub fn take_back(&self, commit: Id) -> Result<(), Irrevocable> {
        let Retractable { before, later, .. } = self.retractable(commit)?;
        // Beside the register as well: the branch is one for all of it.
        let changes = self.history().diff_whole(Some(before), commit)?;
        let workspace = self.workspace;
        let lock = IndexLock::take(&workspace.disk, &workspace.git, workspace.patience)?;
        let staging = Staging::read(&workspace.git)?;
        let (mut places, mut folders) = (Vec::new(), BTreeSet::new());
        for Differing { path, old, new } in &changes {
            let file = |entry: &Option<_>| entry.map(|entry| self.regular(entry, path)).transpose();
            let (committed, filed) = (file(new)?, file(old)?);
            let place = self.place_to_take(path.clone(), committed, filed, &staging)?;
            if filed.is_some() {
                folders.extend(self.standing.top.missing_folders(&place.path)?);
            }
            places.push(place);
        }
        let anew = self.anew(before, &later)?;
        let (parent, tip) = (self.tip()?, anew.last().copied().unwrap_or(before));
        let mut intent = Intent::new(self.standing.branch.clone(), parent, tip.0, places, folders.into_iter().collect());
        (intent.exact, intent.back) = (true, true);
        let notes = Notes::new(&workspace.disk, &workspace.git);
        let done = self.whole_or_not(&intent, staging, &notes);
        lock.release();
        done?;
        // Where this fails, what was made anew counts as known.
        let gone: Vec<Id> = later.iter().copied().chain([commit]).collect();
        let _ = self.filed_here(&anew, &gone);
        for change in changes.iter().filter(|change| change.old.is_none()) {
            let above = change.path.match_indices('/').map(|(at, _)| &change.path[..at]).collect::<Vec<_>>();
            above.into_iter().rev().for_each(|folder| self.standing.top.remove_empty(folder));
        }
        Ok(())
    }

    /// Commits as they would have been made upon another, each with its own words and moment.
    fn anew(&self, upon: Id, commits: &[Id]) -> Result<Vec<Id>, Refused> {
        let (history, repository) = (self.history(), self.objects());
        let (mut made, mut parent) = (Vec::new(), upon);
        for id in commits {
            let before = history.parents(*id)?.first().copied();
            let differing = history.diff_whole(before, *id)?;
            let edits = differing.iter().map(|change| {
                let file = change.new.map(|entry| self.regular(entry, &change.path)).transpose()?;
                Ok((change.path.as_str(), file.map(|file| (file, super::worktree::FILE))))
            });
            let edits: Vec<(&str, Option<(Oid, u32)>)> = edits.collect::<Result<_, Refused>>()?;
            let stood = repository.find_commit(id.0)?;
            let message = String::from_utf8_lossy(stood.message_bytes()).into_owned();
            let (author, committer) = (stood.author().to_owned(), stood.committer().to_owned());
            let words = CommitText { author, committer, message: &message, sign: self.workspace.sign.as_ref() };
            let mut draft = NewObjects::new(&self.workspace.place)?;
            parent = Id(draft.commit(&[parent.0], edits.into_iter(), &words)?);
            draft.keep(&self.workspace.disk, repository)?;
            made.push(parent);
        }
        Ok(made)
    }
}
