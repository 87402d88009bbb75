//! The register while nobody else files in it.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use git2::{ObjectType, Oid, Repository};

use super::branch::tip;
use super::disk::Disk;
use super::history::{History, Id};
use super::lock::{is_own, own};
use super::real_folder::{RealFolder, is_plain};
use super::recovery::{Recovered, recover};
use super::refused::{LockHolder, Refused};
use super::workspace::{RepoState, Workspace};
use super::worktree::{in_folder, in_tree};

/// A locked repository. Paths are relative to the register's folder.
pub struct LockedRepo<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) standing: RepoState,
    recovered: Option<Recovered>,
    /// The operating system gives it back when the program ends, however it ends.
    _lock: File,
}

impl<'a> LockedRepo<'a> {
    pub(super) fn take(workspace: &'a Workspace, since: &str) -> Result<Self, Refused> {
        let lock = lock(&workspace.disk, &workspace.git, workspace.patience, since)?;
        let standing = workspace.standing()?;
        let mut held = Self { workspace, standing, recovered: None, _lock: lock };
        held.recovered = recover(&held)?;
        Ok(held)
    }

    /// What was found interrupted, and has been finished or undone.
    #[must_use]
    pub fn recovered(&self) -> Option<&Recovered> {
        self.recovered.as_ref()
    }

    /// The bytes of a file as filed last.
    ///
    /// # Errors
    /// The repository cannot be read, or something else stands at the path.
    pub fn committed(&self, path: &str) -> Result<Option<Vec<u8>>, Refused> {
        let Some((id, _)) = in_tree(self.objects(), self.tip()?, &self.full(path)?)? else { return Ok(None) };
        Ok(Some(self.objects().find_blob(id)?.content().to_vec()))
    }

    /// The bytes of a file as it lies in the folder.
    ///
    /// # Errors
    /// The file cannot be read, or something else stands at the path.
    pub fn working(&self, path: &str) -> Result<Option<Vec<u8>>, Refused> {
        in_folder(self, &self.full(path)?)
    }

    /// The names that are taken in a folder, be it by what was filed or by what only lies there.
    ///
    /// # Errors
    /// The folder or the repository cannot be read.
    pub fn names(&self, folder: &str) -> Result<Vec<String>, Refused> {
        let folder = self.full(folder)?;
        let mut names = self.standing.top.names(&folder)?;
        if let Some(commit) = self.tip()? {
            let repository = self.objects();
            let tree = repository.find_commit(commit)?.tree()?;
            let entry = tree.get_path(Path::new(&folder)).ok().filter(|entry| entry.kind() == Some(ObjectType::Tree));
            if let Some(entry) = entry {
                let tree = repository.find_tree(entry.id())?;
                let files = tree.iter().filter(|entry| entry.kind() != Some(ObjectType::Tree));
                names.extend(files.map(|entry| String::from_utf8_lossy(entry.name_bytes()).into_owned()));
            }
        }
        Ok(names)
    }

    /// The branch, `refs/heads/…`.
    #[must_use]
    pub fn branch(&self) -> &str {
        &self.standing.branch
    }

    /// The commit at which the branch stands; none before its first.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn stands_at(&self) -> Result<Option<Id>, Refused> {
        Ok(self.tip()?.map(Id))
    }

    /// The history around the register.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.standing.history
    }

    /// The objects of the repository.
    pub(super) const fn objects(&self) -> &Repository {
        &self.standing.history.objects
    }

    /// The commit at which the branch stands.
    pub(super) fn tip(&self) -> Result<Option<Oid>, Refused> {
        tip(&*self.workspace.place.open()?, &self.standing.branch)
    }

    /// A path of the register as git sees it.
    pub(super) fn full(&self, path: &str) -> Result<String, Refused> {
        if !is_plain(path) {
            return Err(Refused::Path(path.to_owned()));
        }
        Ok(format!("{}{path}", self.standing.prefix))
    }
}

/// Who keeps others from filing in a work tree at this moment: another run of this program, or git. Nothing is waited for or written.
pub(super) fn held_by(disk: &Disk, git: &Path) -> Option<Refused> {
    let index = git.join("index.lock");
    if index.symlink_metadata().is_ok() && !is_own(&index) {
        return Some(Refused::GitLocked(index));
    }
    own(git).join("lock").symlink_metadata().ok()?;
    let mut file = RealFolder::open(git).ok()?.open_or_make(disk, "liandong/lock").ok()?.into_std();
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Some(Refused::Locked(holder(&mut file))),
        _ => None,
    }
}

/// Takes the lock of a work tree, or says who has it.
fn lock(disk: &Disk, git: &Path, patience: Duration, since: &str) -> Result<File, Refused> {
    let path = own(git).join("lock");
    let (folder, name) = (RealFolder::open(git)?, "liandong/lock");
    folder.make_folders(disk, name)?;
    let mut file = folder.open_or_make(disk, name)?.into_std();
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) if begun.elapsed() < patience => std::thread::sleep(Duration::from_millis(5)),
            Err(TryLockError::WouldBlock) => return Err(Refused::Locked(holder(&mut file))),
            Err(TryLockError::Error(error)) => return Err(Refused::disk(&path, error)),
        }
    }
    // Only for those who wait: a lock without the words is a lock all the same.
    let words = format!("{} {since}\n", std::process::id());
    let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(words.as_bytes()));
    Ok(file)
}

/// Who wrote their words into the lock.
fn holder(file: &mut File) -> Option<LockHolder> {
    let mut words = String::new();
    file.rewind().and_then(|()| file.take(200).read_to_string(&mut words)).ok()?;
    let (process, since) = words.trim_end().split_once(' ')?;
    Some(LockHolder { process: process.parse().ok()?, since: since.to_owned() })
}
