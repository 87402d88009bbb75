//! git's lock upon its index, and the folder of this program's own files beside it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::disk::Disk;
use super::real_folder::RealFolder;
use super::refused::Refused;

/// What is written in `index.lock` while this program holds it: a lock with these words and no owner was left by a killed one.
const OURS: &[u8] = b"liandong\n";

/// git's lock upon the index. While it is held, git neither stages nor commits nor switches.
pub(super) struct IndexLock<'a> {
    disk: &'a Disk,
    path: PathBuf,
    held: bool,
}

impl<'a> IndexLock<'a> {
    /// Waits for git to be done.
    pub(super) fn take(disk: &'a Disk, git: &Path, patience: Duration) -> Result<Self, Refused> {
        let (path, whole) = (git.join("index.lock"), own(git).join("index-claim"));
        disk.create_fleeting(&whole, OURS)?;
        wait_for(disk, &whole, &path, patience)?;
        Ok(Self { disk, path, held: true })
    }

    /// Gives it back.
    pub(super) fn release(mut self) {
        // Where this fails the next filing finds whose it is, and goes on.
        self.held = self.disk.remove(&self.path).is_err();
    }

    /// Removes what a killed program left. Only for the holder of the register's lock.
    pub(super) fn remove_leftover(disk: &Disk, git: &Path) -> Result<(), Refused> {
        let path = git.join("index.lock");
        if is_own(&path) { disk.remove(&path) } else { Ok(()) }
    }
}

impl Drop for IndexLock<'_> {
    fn drop(&mut self) {
        if self.held {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Whether a lock was left by a killed run of this program: whatever files next removes it. A folder may come with a link, a pipe or a file
/// without end by that name: nothing is followed or waited for, and no more is read than this program writes.
pub(super) fn is_own(lock: &Path) -> bool {
    let (Some(folder), Some(name)) = (lock.parent(), lock.file_name().and_then(|name| name.to_str())) else { return false };
    let begins = RealFolder::open(folder).and_then(|folder| folder.begins(name, OURS.len() as u64 + 1));
    begins.is_ok_and(|content| content.is_some_and(|content| content == OURS))
}

/// Takes a lock of git's, waiting for whoever has it.
pub(super) fn wait_for(disk: &Disk, whole: &Path, lock: &Path, patience: Duration) -> Result<(), Refused> {
    let begun = Instant::now();
    while !disk.claim(whole, lock)? {
        if begun.elapsed() >= patience {
            return Err(Refused::GitLocked(lock.to_owned()));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

/// The folder of this program's own files within a git folder.
pub(super) fn own(git: &Path) -> PathBuf {
    git.join("liandong")
}
