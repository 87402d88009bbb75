//! git's index: the entries of filed paths follow, all others stay as they are.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use git2::{Index, IndexEntry, IndexTime, Oid, Repository};

use super::disk::{Act, Disk};
use super::refused::Refused;

/// What is written in `index.lock` while this program holds it: a lock with these words and no owner was left by a killed one.
const OURS: &[u8] = b"liandong\n";

/// `GIT_INDEX_ENTRY_INTENT_TO_ADD`: a path of which only the name is staged.
const NAME_ONLY: u16 = 1 << 13;

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
        disk.create(&whole, OURS, None)?;
        wait_for(disk, &whole, &path, patience)?;
        Ok(Self { disk, path, held: true })
    }

    /// Gives it back.
    pub(super) fn release(mut self) {
        // Where this fails the next filing finds whose it is, and goes on.
        self.held = self.disk.remove(&self.path).is_err();
    }

    /// Removes what a killed program left. Only for the holder of the register's lock.
    pub(super) fn sweep(disk: &Disk, git: &Path) -> Result<(), Refused> {
        let path = git.join("index.lock");
        match std::fs::read(&path) {
            Ok(content) if content == OURS => disk.remove(&path),
            _ => Ok(()),
        }
    }
}

impl Drop for IndexLock<'_> {
    fn drop(&mut self) {
        if self.held {
            let _ = std::fs::remove_file(&self.path);
        }
    }
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

/// The index, read under its lock.
pub(super) struct Staging {
    index: Index,
    /// Where libgit2 writes it: beside git's own, since the lock on that is ours.
    beside: PathBuf,
}

impl Staging {
    pub(super) fn read(repository: &Repository) -> Result<Self, Refused> {
        let git = repository.path();
        let beside = own(git).join("index");
        for leftover in [beside.clone(), beside.with_extension("lock")] {
            let _ = std::fs::remove_file(leftover);
        }
        stand_in(&git.join("index"), &beside)?;
        let mut index = Index::open(&beside).map_err(|error| match error.message() {
            // The extension of an index in two files.
            message if message.contains("'link'") => Refused::SplitIndex,
            _ => error.into(),
        })?;
        // Only an index that knows its work tree sees to it that edits made in the very moment it was written are not lost.
        repository.set_index(&mut index)?;
        if index.has_conflicts() {
            return Err(Refused::Conflicts);
        }
        Ok(Self { index, beside })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// What is staged at a path.
    pub(super) fn id(&self, path: &str) -> Option<Oid> {
        let entry = self.index.get_path(Path::new(path), 0)?;
        (entry.flags_extended & NAME_ONLY == 0).then_some(entry.id)
    }

    /// Stages what lies at a path of the work tree, or that nothing does.
    pub(super) fn stage(&mut self, root: &Path, path: &str, entry: Option<(Oid, u32)>) -> Result<(), Refused> {
        match entry {
            Some((id, mode)) => self.index.add(&entry_of(root, path, id, mode))?,
            None if self.index.get_path(Path::new(path), 0).is_some() => self.index.remove(Path::new(path), 0)?,
            None => {}
        }
        Ok(())
    }

    /// Puts it in the place of git's index. The caller holds the lock.
    pub(super) fn write(mut self, disk: &Disk, git: &Path) -> Result<(), Refused> {
        let Self { index, beside } = &mut self;
        let written = disk.act(Act::WriteIndex, beside, || index.write().map_err(std::io::Error::other));
        written.and_then(|()| disk.sync(beside)).and_then(|()| disk.rename(beside, &git.join("index")))?;
        disk.sync_folder(git)
    }
}

/// The folder of this program's own files within a git folder.
pub(super) fn own(git: &Path) -> PathBuf {
    git.join("liandong")
}

/// The same file under a second name. libgit2 replaces the name and leaves the file alone.
fn stand_in(index: &Path, beside: &Path) -> Result<(), Refused> {
    if !index.exists() || std::fs::hard_link(index, beside).is_ok() {
        return Ok(());
    }
    // Without hard links: a copy, with the time by which git tells which entries to look at again.
    let copied = std::fs::copy(index, beside).and_then(|_| {
        let time = std::fs::metadata(index)?.modified()?;
        std::fs::OpenOptions::new().write(true).open(beside)?.set_modified(time)
    });
    copied.map_err(|error| Refused::disk(beside, error))
}

/// An entry with what the file system says of the file, so that git need not read it again.
fn entry_of(root: &Path, path: &str, id: Oid, mode: u32) -> IndexEntry {
    let never = IndexTime::new(0, 0);
    let mut entry = IndexEntry {
        ctime: never,
        mtime: never,
        dev: 0,
        ino: 0,
        mode,
        uid: 0,
        gid: 0,
        file_size: 0,
        id,
        flags: 0,
        flags_extended: 0,
        path: path.as_bytes().to_vec(),
    };
    describe(&root.join(path), &mut entry);
    entry
}

/// The fields of an index entry are the low 32 bits of what the system says.
#[cfg(unix)]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "git's own truncation")]
fn describe(path: &Path, entry: &mut IndexEntry) {
    use std::os::unix::fs::MetadataExt;
    let Ok(found) = std::fs::symlink_metadata(path) else { return };
    entry.ctime = IndexTime::new(found.ctime() as i32, found.ctime_nsec() as u32);
    entry.mtime = IndexTime::new(found.mtime() as i32, found.mtime_nsec() as u32);
    (entry.dev, entry.ino) = (found.dev() as u32, found.ino() as u32);
    (entry.uid, entry.gid) = (found.uid(), found.gid());
    entry.file_size = found.len() as u32;
}

/// Elsewhere git finds out when it looks next.
#[cfg(not(unix))]
fn describe(_: &Path, _: &mut IndexEntry) {}
