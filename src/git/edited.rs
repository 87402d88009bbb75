//! What somebody changed in the folder and did not commit.

use git2::StatusOptions;

use super::locked_repo::LockedRepo;
use super::refused::Refused;

impl LockedRepo<'_> {
    /// The files that are not as they were committed, or are staged otherwise: relative to the register's folder, in the order of paths.
    /// What git passes over by its rules is not looked at.
    ///
    /// # Errors
    /// The repository or the folder cannot be read.
    pub fn edited(&self) -> Result<Vec<String>, Refused> {
        let mut options = StatusOptions::new();
        options.include_untracked(true).recurse_untracked_dirs(true).include_ignored(false).exclude_submodules(true);
        let statuses = self.standing.repository.statuses(Some(&mut options))?;
        let prefix = &self.standing.prefix;
        let path = |entry: git2::StatusEntry<'_>| {
            let path = String::from_utf8_lossy(entry.path_bytes()).into_owned();
            path.strip_prefix(prefix.as_str()).map(str::to_owned)
        };
        Ok(statuses.iter().filter_map(path).collect())
    }
}
