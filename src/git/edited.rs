//! What somebody changed in the folder and did not commit, whoever told git to look away.

use super::comparison::{Differences, compare};
use super::locked_repo::LockedRepo;
use super::refused::Refused;
use super::revision::Blob;

impl LockedRepo<'_> {
    /// The files that are not byte by byte as they were committed: relative to the register's folder, in the order of paths.
    ///
    /// # Errors
    /// The repository or the folder cannot be read.
    pub fn edited(&self) -> Result<Vec<String>, Refused> {
        let repository = &self.standing.repository;
        let top = repository.workdir().ok_or(Refused::Bare)?;
        let tree = repository.head().ok().map(|head| head.peel_to_tree()).transpose()?;
        let Differences { changed, added, missing } = compare(repository, tree.as_ref(), top, Blob::is_of)?;
        let prefix = self.standing.prefix.as_str();
        let within = |path: &String| path.strip_prefix(prefix).map(str::to_owned);
        let mut edited: Vec<String> = changed.iter().chain(&added).chain(&missing).filter_map(within).collect();
        edited.sort_unstable();
        Ok(edited)
    }
}
