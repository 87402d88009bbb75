//! What somebody changed in the folder and did not commit. A file is one whoever told git to look away: rules of its own folder or of its
//! user, and marks in its index, hide nothing here.

use git2::{Repository, Status, StatusOptions};

use super::history::Id;
use super::locked_repo::LockedRepo;
use super::real_folder::RealFolder;
use super::refused::Refused;

/// In git's index, of a file that is taken to be as it was committed, and of one that is left out of the folder.
const ASSUMED: u16 = 1 << 15;
const LEFT_OUT: u16 = 1 << 14;

impl LockedRepo<'_> {
    /// The files that are not as they were committed, or are staged otherwise: relative to the register's folder, in the order of paths.
    ///
    /// # Errors
    /// The repository or the folder cannot be read.
    pub fn edited(&self) -> Result<Vec<String>, Refused> {
        let prefix = &self.standing.prefix;
        let found = differing(&self.standing.repository, &self.standing.top)?.into_iter();
        Ok(found.filter_map(|(path, _)| path.strip_prefix(prefix.as_str()).map(str::to_owned)).collect())
    }
}

/// The files of a repository's folder that are not as they were committed, and what became of them, in the order of paths.
pub(super) fn differing(repository: &Repository, top: &RealFolder) -> Result<Vec<(String, Status)>, Refused> {
    let mut options = StatusOptions::new();
    options.include_untracked(true).recurse_untracked_dirs(true).include_ignored(true).recurse_ignored_dirs(true);
    options.exclude_submodules(true);
    let path = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let statuses = repository.statuses(Some(&mut options))?;
    let mut found: Vec<_> = statuses.iter().map(|entry| (path(entry.path_bytes()), entry.status())).collect();
    for entry in repository.index()?.iter() {
        if entry.flags & ASSUMED == 0 && entry.flags_extended & LEFT_OUT == 0 {
            continue;
        }
        let path = path(&entry.path);
        let status = match top.read(&path)? {
            None => Status::WT_DELETED,
            Some(bytes) if Id(entry.id).is_of(&bytes) => continue,
            Some(_) => Status::WT_MODIFIED,
        };
        found.retain(|(other, _)| *other != path);
        found.push((path, status));
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(found)
}
