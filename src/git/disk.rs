//! Every write of a filing, act by act. All of them pass here, so that a watcher can fail any of them or end the program
//! before it: what a filing survives is tried and not argued.

use std::fmt;
use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::refused::Refused;
use crate::platform::SETTLES_FOLDERS;

/// One act upon the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskOp {
    /// A new file is made.
    Create,
    /// Bytes are written to it.
    Write,
    /// The file's bytes are brought to the disk.
    Sync,
    /// The names in a folder are brought to the disk.
    SyncFolder,
    /// A file takes another's name.
    Rename,
    /// A file gets a second name, if that is free.
    Link,
    /// A file is removed.
    Remove,
    /// A folder is made.
    MakeFolder,
    /// A line is added to a file.
    Append,
}

type Watch = dyn Fn(DiskOp, &Path) -> io::Result<()> + Send + Sync;

/// The disk as filings write to it.
#[derive(Clone, Default)]
pub struct Disk {
    watch: Option<Arc<Watch>>,
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Disk").field("watched", &self.watch.is_some()).finish()
    }
}

impl Disk {
    /// A disk on which `watch` is asked before every act; where it gives an error, the act is not done and fails with that.
    #[must_use]
    pub fn watched(watch: impl Fn(DiskOp, &Path) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self { watch: Some(Arc::new(watch)) }
    }

    /// Does one act, unless the watcher forbids it.
    pub(super) fn act<T>(&self, act: DiskOp, path: &Path, done: impl FnOnce() -> io::Result<T>) -> Result<T, Refused> {
        let asked = self.watch.as_ref().map_or(Ok(()), |watch| watch(act, path));
        asked.and_then(|()| done()).map_err(|error| Refused::disk(path, error))
    }

    /// Writes a file that takes the place of `path` whole or not at all, with the mode of the file that it replaces.
    ///
    /// # Errors
    /// The disk failed; what was there is there still.
    pub fn write_whole(&self, path: &Path, bytes: &[u8]) -> Result<(), Refused> {
        let beside = beside(path);
        self.create(&beside, bytes, permissions(path))?;
        if let Err(why) = self.rename(&beside, path) {
            // The leftover is in nobody's way and goes with the next attempt.
            let _ = std::fs::remove_file(&beside);
            return Err(why);
        }
        self.sync_folder(folder_of(path))
    }

    /// Removes a file, if there is one.
    ///
    /// # Errors
    /// The disk failed.
    pub fn remove_whole(&self, path: &Path) -> Result<(), Refused> {
        self.remove(path)?;
        self.sync_folder(folder_of(path))
    }

    /// A new file that means nothing after a power cut.
    pub(super) fn create_fleeting(&self, path: &Path, bytes: &[u8]) -> Result<(), Refused> {
        let _ = std::fs::remove_file(path);
        self.act(DiskOp::Create, path, || OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes))
    }

    /// A new file with its bytes on the disk; what an interrupted run left under that name goes first.
    pub(super) fn create(&self, path: &Path, bytes: &[u8], mode: Option<Permissions>) -> Result<(), Refused> {
        let _ = std::fs::remove_file(path);
        let written = self.fill(path, bytes, mode);
        if written.is_err() {
            let _ = std::fs::remove_file(path);
        }
        written
    }

    fn fill(&self, path: &Path, bytes: &[u8], mode: Option<Permissions>) -> Result<(), Refused> {
        let open = || OpenOptions::new().write(true).create_new(true).open(path);
        let mut file = self.act(DiskOp::Create, path, open)?;
        self.act(DiskOp::Write, path, || file.write_all(bytes))?;
        if let Some(mode) = mode {
            file.set_permissions(mode).map_err(|error| Refused::disk(path, error))?;
        }
        self.act(DiskOp::Sync, path, || file.sync_all())
    }

    /// Brings the names in a folder to the disk.
    pub(super) fn sync_folder(&self, folder: &Path) -> Result<(), Refused> {
        self.act(DiskOp::SyncFolder, folder, || {
            // Only Unix opens folders as files; elsewhere names are written with the file.
            if SETTLES_FOLDERS { File::open(folder)?.sync_all() } else { Ok(()) }
        })
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> Result<(), Refused> {
        self.act(DiskOp::Rename, to, || std::fs::rename(from, to))
    }

    /// Gives `whole` the second name `lock`; false where that name is taken. The lock is there with its content or not at all,
    /// so that whoever finds it knows whose it is.
    pub(super) fn claim(&self, whole: &Path, lock: &Path) -> Result<bool, Refused> {
        let taken = self.act(DiskOp::Link, lock, || match std::fs::hard_link(whole, lock) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
            // A disk without hard links, such as a stick.
            Err(_) => copy_new(whole, lock),
        })?;
        Ok(taken)
    }

    /// Removes a file, if there is one.
    pub(super) fn remove(&self, path: &Path) -> Result<(), Refused> {
        self.act(DiskOp::Remove, path, || match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })
    }

    /// Makes a folder and those above it, each on the disk when this returns.
    pub(super) fn make_folders(&self, folder: &Path) -> Result<(), Refused> {
        let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            self.act(DiskOp::MakeFolder, folder, || match std::fs::create_dir(folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
                _ => Ok(()),
            })?;
            self.sync_folder(folder_of(folder))?;
        }
        Ok(())
    }

    /// Adds a line to a file.
    pub(super) fn append(&self, path: &Path, line: &str) -> Result<(), Refused> {
        self.make_folders(folder_of(path))?;
        self.act(DiskOp::Append, path, || {
            let mut file = OpenOptions::new().append(true).create(true).open(path)?;
            file.write_all(line.as_bytes())
        })
    }
}

/// The name under which a file is written before it takes its place: fixed, so that what a killed program left is found again.
pub(super) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.liandong"))
}

/// The folder in which a name stands.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The mode of a file that is there.
pub(super) fn permissions(path: &Path) -> Option<Permissions> {
    std::fs::metadata(path).ok().map(|found| found.permissions())
}

fn copy_new(whole: &Path, lock: &Path) -> io::Result<bool> {
    match OpenOptions::new().write(true).create_new(true).open(lock) {
        Ok(mut file) => {
            file.write_all(&std::fs::read(whole)?)?;
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}
