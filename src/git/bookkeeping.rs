//! git's own bookkeeping in a folder, looked at before anything of it is read: by libgit2, by git or here. A folder may come by mail or on
//! a stick with whatever its sender wrote there. Only regular files of a size that git gives them are read, and none that tells history
//! otherwise than its commits do.

use std::fs::{self, FileType};
use std::io::ErrorKind;
use std::path::Path;

use super::refused::Refused;
use crate::platform::names;

/// What is read or written of a git folder, and how large each of its files may be: of the rest nothing is asked. libgit2 reads them
/// whole, and a file of any size costs its sender nothing.
const READ: [(&str, u64); 20] = [
    ("HEAD", SMALL),
    ("ORIG_HEAD", SMALL),
    ("FETCH_HEAD", ANY),
    ("MERGE_HEAD", SMALL),
    ("config", SMALL),
    ("config.worktree", SMALL),
    ("packed-refs", LARGE),
    ("index", LARGE),
    ("index.lock", LARGE),
    ("HEAD.lock", SMALL),
    ("config.lock", SMALL),
    ("packed-refs.lock", LARGE),
    ("commondir", SMALL),
    ("gitdir", SMALL),
    ("info", SMALL),
    ("objects", ANY),
    ("refs", SMALL),
    ("logs", ANY),
    ("liandong", ANY),
    ("shallow", LARGE),
];
const SMALL: u64 = 1024 * 1024;
/// An index of a million files has about this.
const LARGE: u64 = 128 * 1024 * 1024;
/// Read in pieces, within limits of its own, or only added to.
const ANY: u64 = u64::MAX;

/// Files that are written where they lie: another name of one would be a way to a file elsewhere.
const WRITTEN_IN_PLACE: [&str; 2] = ["logs", "liandong/lock"];

/// Files by which history is told otherwise than its commits tell it.
const UNTRUE: [&str; 3] = ["info/grafts", "objects/info/alternates", "objects/info/http-alternates"];

/// Looks at the git folder of a work tree and the one that all work trees share.
pub(super) fn look(git: &Path, common: &Path) -> Result<(), Refused> {
    for name in UNTRUE {
        let file = common.join(name);
        if file.symlink_metadata().is_ok() {
            return Err(Refused::Untrue(file));
        }
    }
    let shared = Some(common).filter(|common| *common != git);
    for folder in [Some(git), shared].into_iter().flatten() {
        READ.iter().try_for_each(|(name, most)| Look::within(*most).at(&folder.join(name)))?;
        WRITTEN_IN_PLACE.iter().try_for_each(|name| Look::ALONE.at(&folder.join(name)))?;
        includes_nothing(&folder.join("config"))?;
        includes_nothing(&folder.join("config.worktree"))?;
    }
    Ok(())
}

/// Whether history is cut off in the git folder that all work trees share.
pub(super) fn is_shallow(common: &Path) -> bool {
    common.join("shallow").symlink_metadata().is_ok_and(|found| found.len() > 0)
}

/// What is asked of every file at a path and below it.
#[derive(Clone, Copy)]
struct Look {
    /// How large it may be.
    most: u64,
    /// Whether it has one name only.
    alone: bool,
}

impl Look {
    const ALONE: Self = Self { most: ANY, alone: true };

    const fn within(most: u64) -> Self {
        Self { most, alone: false }
    }

    /// That nothing but regular files and folders lies there.
    fn at(self, path: &Path) -> Result<(), Refused> {
        match fs::symlink_metadata(path) {
            Ok(found) => self.at_type(path, found.file_type()),
            Err(_) => Ok(()),
        }
    }

    fn at_type(self, path: &Path, found: FileType) -> Result<(), Refused> {
        if found.is_file() {
            return self.at_file(path);
        }
        if !found.is_dir() {
            return Err(Refused::Foreign(path.to_owned()));
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            // What goes while it is looked at is not there: git puts aside what a push brings, and takes it away again.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(Refused::disk(path, error)),
        };
        for entry in entries.flatten() {
            if let Ok(found) = entry.file_type() {
                self.at_type(&entry.path(), found)?;
            }
        }
        Ok(())
    }

    fn at_file(self, path: &Path) -> Result<(), Refused> {
        // Of objects, which are many, nothing more is asked.
        if self.most == ANY && !self.alone {
            return Ok(());
        }
        match fs::symlink_metadata(path) {
            Ok(found) if found.len() > self.most => Err(Refused::Huge(path.to_owned())),
            Ok(found) if self.alone && names(&found) > 1 => Err(Refused::Foreign(path.to_owned())),
            _ => Ok(()),
        }
    }
}

/// That a configuration takes in no other file, be it of whatever name: libgit2 would read that too.
fn includes_nothing(config: &Path) -> Result<(), Refused> {
    let Ok(bytes) = fs::read(config) else { return Ok(()) };
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    if text.split('[').skip(1).any(|section| section.trim_start().starts_with("include")) {
        return Err(Refused::Hostile("include.path".to_owned()));
    }
    Ok(())
}
