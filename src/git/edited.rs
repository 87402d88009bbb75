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
        let (objects, git) = (self.objects(), &self.workspace.git);
        let tree = self.tip()?.map(|tip| objects.find_commit(tip)?.tree()).transpose()?;
        let Differences { changed, added, missing } = compare((objects, git), tree.as_ref(), &self.standing.root, Blob::is_of)?;
        let prefix = self.standing.prefix.as_str();
        let within = |path: &String| path.strip_prefix(prefix).map(str::to_owned);
        let mut edited: Vec<String> = changed.iter().chain(&added).chain(&missing).filter_map(within).collect();
        edited.sort_unstable();
        Ok(edited)
    }
}
