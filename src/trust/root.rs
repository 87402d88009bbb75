//! Where trust begins: the commit at which the office's first key was written, signed by that key. It is remembered in each clone,
//! and people compare it by telephone.

use super::roster::Roster;
use crate::git::{History, Id, Refused};
use crate::model::Kind;

/// Where trust begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// The commit.
    pub commit: Id,
    /// The fingerprint of the office's key.
    pub key: String,
}

/// Under which name a clone remembers it.
pub(super) const NAME: &str = "root";

/// Where trust begins, as this clone remembers it.
///
/// # Errors
/// The repository cannot be read.
pub fn root(history: &History) -> Result<Option<Id>, Refused> {
    history.marked(NAME)
}

/// Remembers where trust begins.
///
/// # Errors
/// The disk failed.
pub fn mark_root(history: &History, commit: Id) -> Result<(), Refused> {
    history.mark(NAME, commit)
}

/// Where trust begins on the main line of a commit: the first at which the office has a key. None where it has not begun.
///
/// # Errors
/// A commit is missing.
pub fn begins(history: &History, tip: Id) -> Result<Option<Root>, Refused> {
    let mut line = history.first_parents(tip, None)?.unwrap_or_default();
    line.reverse();
    let mut last = None;
    for commit in line {
        let keys = history.top(commit, [Kind::Keys.folder()])?[0];
        if keys.is_none() || keys == last {
            continue;
        }
        last = keys;
        if let Some(roster) = Roster::at(history, commit)?
            && let Some(holder) = roster.office_holder()
        {
            return Ok(Some(Root { commit, key: holder.key.fingerprint() }));
        }
    }
    Ok(None)
}
