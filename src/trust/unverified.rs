//! What of a commit nobody here has verified: a clone remembers up to where it has, and what came since is looked at each time.

use std::collections::BTreeSet;

use super::root::root;
use super::roster::Roster;
use super::verify::{Verifier, verified};
use crate::git::{History, Id, Refused};
use crate::model::RecordPath;

/// The records of a commit whose signatures are not verified; none where that is all of them: nobody has compared where trust begins
/// yet, or nothing is signed.
///
/// # Errors
/// The repository cannot be read.
pub fn unverified(
    open: &(dyn Fn() -> Result<History, Refused> + Sync),
    tip: Id,
) -> Result<Option<BTreeSet<RecordPath>>, Refused> {
    let history = open()?;
    let (since, pinned) = (verified(&history)?, root(&history)?);
    let is_on = Roster::at(&history, tip)?.is_some_and(|roster| roster.is_on());
    if !is_on || pinned.is_none() {
        return Ok(None);
    }
    // An earlier state of what is verified is verified as well.
    if let Some(since) = since
        && history.is_descendant(since, tip)?
    {
        return Ok(Some(BTreeSet::new()));
    }
    if Verifier::new(open)?.verify(tip, since)?.breaches.is_empty() {
        return Ok(Some(BTreeSet::new()));
    }
    // Which of several commits made a file what it is matters less than that one of them is not in order.
    let Some(since) = since else { return Ok(None) };
    let differing = history.diff_trees(Some(since), tip)?;
    Ok(Some(differing.iter().filter_map(|differing| RecordPath::of_file(&differing.path).ok()).collect()))
}
