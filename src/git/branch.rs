//! Moves a branch, as git does it: under the branch's own lock, only from where it is known to stand, with a line in the reflogs.

use std::path::Path;
use std::time::Duration;

use git2::{ErrorCode, Oid, Repository};

use super::disk::{Disk, folder_of};
use super::git_folder::{branch_of, common_folder};
use super::lock::{own, wait_for};
use super::refused::Refused;

/// What became of a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    /// It stands at the commit, and that is on the disk.
    Surely,
    /// It stands at the commit, but a power cut might take that back.
    Perhaps,
    /// It stood elsewhere and was left there.
    Not,
}

/// A move.
pub(super) struct BranchMove<'a> {
    pub(super) branch: &'a str,
    pub(super) from: Option<Oid>,
    pub(super) to: Oid,
    /// For the reflogs: who, when and what, as git writes it.
    pub(super) note: String,
}

/// The commit at which a branch stands; none before its first.
pub(super) fn tip(repository: &Repository, branch: &str) -> Result<Option<Oid>, Refused> {
    match repository.refname_to_id(branch) {
        Ok(id) => Ok(Some(id)),
        Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Moves a branch.
pub(super) fn advance(disk: &Disk, repository: &Repository, patience: Duration, step: &BranchMove<'_>) -> Result<Moved, Refused> {
    let common = common_folder(repository.path())?;
    let file = common.join(step.branch);
    let lock = common.join(format!("{}.lock", step.branch));
    let whole = own(repository.path()).join("branch");
    disk.create(&whole, format!("{}\n", step.to).as_bytes(), None)?;
    disk.make_folders(folder_of(&lock))?;
    wait_for(disk, &whole, &lock, patience)?;
    let moved = advance_locked(disk, repository, step, &lock, &file);
    if !matches!(moved, Ok(Moved::Surely | Moved::Perhaps)) {
        let _ = std::fs::remove_file(&lock);
    }
    // The second name of what is now the branch.
    let _ = std::fs::remove_file(&whole);
    moved
}

fn advance_locked(
    disk: &Disk,
    repository: &Repository,
    step: &BranchMove<'_>,
    lock: &Path,
    file: &Path,
) -> Result<Moved, Refused> {
    if tip(repository, step.branch)? != step.from {
        return Ok(Moved::Not);
    }
    if branch_of(repository)? != step.branch {
        return Err(Refused::Moving);
    }
    note(disk, repository, step)?;
    disk.rename(lock, file)?;
    Ok(disk.sync_folder(folder_of(file)).map_or(Moved::Perhaps, |()| Moved::Surely))
}

/// Removes the lock that a killed program left: it holds the very commit that the program was about to set.
pub(super) fn remove_stale_locks(disk: &Disk, common: &Path, branch: &str, commit: Oid) -> Result<(), Refused> {
    let lock = common.join(format!("{branch}.lock"));
    match std::fs::read(&lock) {
        Ok(content) if content == format!("{commit}\n").as_bytes() => disk.remove(&lock),
        _ => Ok(()),
    }
}

/// A line for the branch and one for HEAD, unless the repository keeps none.
fn note(disk: &Disk, repository: &Repository, step: &BranchMove<'_>) -> Result<(), Refused> {
    let kept = repository.config()?.snapshot()?.get_bool("core.logAllRefUpdates").unwrap_or(true);
    let from = step.from.unwrap_or(Oid::ZERO_SHA1);
    let line = format!("{from} {} {}\n", step.to, step.note);
    let branch = common_folder(repository.path())?.join("logs").join(step.branch);
    for log in [branch, repository.path().join("logs").join("HEAD")] {
        if kept || log.exists() {
            disk.append(&log, &line)?;
        }
    }
    Ok(())
}
