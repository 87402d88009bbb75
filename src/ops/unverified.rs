//! What `check` and its kin may not count, since it rests on a signature that nobody has verified here.

use std::collections::BTreeSet;
use std::path::Path;

use crate::git::{History, Id, Refused};
use crate::model::{Day, Ledger, RecordPath};
use crate::rules::Unverified;
use crate::store::{self, Source};
use crate::trust;

/// What of a register rests on a signature that is not verified. Where a review needs no key of its own, nothing does.
pub(super) fn unverified(source: &Source, ledger: &Ledger, on: Day) -> Unverified {
    if !ledger.mechanism.reviews_are_signed(on) {
        return Unverified::Nothing;
    }
    // A repository that cannot be read verifies nothing.
    records(source, ledger).ok().flatten().map_or(Unverified::Everything, Unverified::Records)
}

fn records(source: &Source, ledger: &Ledger) -> Result<Option<BTreeSet<RecordPath>>, Refused> {
    let (folder, revision) = match source {
        Source::Folder(folder) => (folder, None),
        Source::Revision(revision) => (revision.folder(), Some(revision.id())),
        Source::Shipped => return Ok(None),
    };
    let open = || History::open(folder);
    let history = open()?;
    let Some(tip) = history.find(revision.unwrap_or("HEAD"))? else { return Ok(None) };
    let Some(mut records) = trust::unverified(&open, tip)? else { return Ok(None) };
    if revision.is_none() {
        records.extend(written_by_hand(&history, tip, folder, ledger)?);
    }
    Ok(Some(records))
}

/// Reviewed notices whose files are not as they were committed.
fn written_by_hand(history: &History, tip: Id, folder: &Path, ledger: &Ledger) -> Result<Vec<RecordPath>, Refused> {
    let reviewed = ledger.notices.iter().filter(|notice| notice.record.review.is_some());
    let mut changed = Vec::new();
    for notice in reviewed {
        let path = RecordPath::Filed(notice.path.clone());
        let file = path.file();
        let bytes = store::read_below(folder, &file).ok().flatten().unwrap_or_default();
        if history.entry(tip, &file)?.is_none_or(|entry| !entry.id.is_of(&bytes)) {
            changed.push(path);
        }
    }
    Ok(changed)
}
