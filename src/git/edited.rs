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
        let tree = self.stands_at()?.map(|tip| self.history().tree(tip)).transpose()?.flatten();
        let folder = (self.workspace.folder(), &*self.standing.prefix);
        let Differences { changed, added, missing } = compare((objects, git), tree.as_ref(), folder, Blob::is_of)?;
        let mut edited = [changed, added, missing].concat();
        edited.sort_unstable();
        Ok(edited)
    }
}
