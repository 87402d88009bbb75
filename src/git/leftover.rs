//! What a program that was killed, or whoever handed over the folder, left beside a repository. It is only looked at.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::intent::{Interrupted, Notes};
use super::refused::Refused;
use super::register_folder::RegisterFolder;

/// Something that was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leftover {
    /// A filing of this user's was interrupted: whatever files next finishes or undoes it.
    Interrupted,
    /// A note of an interrupted filing that this user did not make here: nothing is done by it.
    Foreign(PathBuf),
    /// A lock of git's own: of a git that runs, or of one that was killed.
    Lock(PathBuf),
    /// A file that was to take another's place.
    Half(PathBuf),
}

/// Where git locks what this program changes as well.
const LOCKED: [&str; 4] = ["index", "HEAD", "packed-refs", "config"];

/// How deep files of a register lie at most: `notices/2025/gongan/001.toml`.
const DEPTH: usize = 4;

impl Leftover {
    /// All that was left in and beside the repository of a register.
    ///
    /// # Errors
    /// There is no repository, or its folder cannot be read.
    pub fn of(folder: &RegisterFolder) -> Result<Vec<Self>, Refused> {
        let place = folder.place()?;
        let mut found = match Notes::new(&Disk::default(), &place.git).read()? {
            Interrupted::Nothing => Vec::new(),
            Interrupted::Noted(..) => vec![Self::Interrupted],
            Interrupted::Foreign => vec![Self::Foreign(place.git.join("liandong"))],
        };
        let locks = LOCKED.iter().flat_map(|name| [place.git.join(name), place.common.join(name)]);
        let mut locks: Vec<PathBuf> = locks.map(|file| file.with_added_extension("lock")).collect();
        locks.extend(locks_below(&place.common.join("refs")));
        locks.retain(|lock| lock.symlink_metadata().is_ok() && !super::lock::is_own(lock));
        locks.sort();
        locks.dedup();
        found.extend(locks.into_iter().map(Self::Lock));
        found.extend(halves(folder, DEPTH).into_iter().map(Self::Half));
        Ok(found)
    }
}

fn locks_below(folder: &Path) -> Vec<PathBuf> {
    let mut locks = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => locks.extend(locks_below(&path)),
            Ok(_) if path.extension().is_some_and(|end| end == "lock") => locks.push(path),
            _ => {}
        }
    }
    locks
}

/// Files below a folder that bear a name by which only this program calls what is not whole yet.
fn halves(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_half = name.starts_with('.') && (name.ends_with(".liandong") || name.starts_with(".liandong-"));
        match entry.file_type() {
            Ok(_) if is_half => found.push(entry.path()),
            Ok(kind) if kind.is_dir() && depth > 0 && !name.starts_with('.') => found.extend(halves(&entry.path(), depth - 1)),
            _ => {}
        }
    }
    found.sort();
    found
}
