//! What a repository holds beside a register that lies below its top: a README, a CI. None of it is the register's, and none of it is lost
//! where two lines are joined.

use std::collections::BTreeMap;

use super::content::Differing;
use super::history::{History, Id};
use super::refused::Refused;

impl History {
    /// What a merge into the main line takes from a side beside the register, by paths from the top of the repository: what only the
    /// side has changed since they parted.
    ///
    /// # Errors
    /// Both have changed the same, which only people can join; or a commit is missing.
    pub(super) fn taken_beside(&self, main: Id, side: Id) -> Result<Vec<Differing>, Refused> {
        if self.inside.is_empty() {
            return Ok(Vec::new());
        }
        let parted = self.merge_base(main, side)?;
        let register = format!("{}/", self.inside);
        let by_main: BTreeMap<String, Differing> =
            self.diff_whole(parted, main)?.into_iter().map(|change| (change.path.clone(), change)).collect();
        let mut taken = self.diff_whole(parted, side)?;
        taken.retain(|change| {
            let is_same = by_main.get(&change.path).is_some_and(|other| other.new == change.new);
            !change.path.starts_with(&register) && !is_same
        });
        match taken.iter().find(|change| meets(&by_main, &change.path)) {
            Some(change) => Err(Refused::Beside(change.path.clone())),
            None => Ok(taken),
        }
    }
}

/// Whether one of some paths is another, lies below it or above it: where one line has a file, the other may have a folder.
fn meets<V>(paths: &BTreeMap<String, V>, path: &str) -> bool {
    let below = format!("{path}/");
    let is_below = paths.range(below.clone()..).next().is_some_and(|(other, _)| other.starts_with(&below));
    let above = path.match_indices('/').map(|(at, _)| &path[..at]);
    paths.contains_key(path) || is_below || above.into_iter().any(|folder| paths.contains_key(folder))
}
