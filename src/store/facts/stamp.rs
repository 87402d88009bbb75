//! By what a file in a folder is known again without being read: what `lstat` says of it, as git does.

use std::fs::Metadata;

use crate::platform::{FileStat, stat};

/// Seconds and nanoseconds.
pub(super) type FileTime = (i64, u32);

/// What `lstat` says of a file and every change of its bytes changes: the time of the last change cannot be set back by anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileStamp {
    pub(super) size: u64,
    pub(super) modified: FileTime,
    pub(super) changed: FileTime,
    pub(super) inode: u64,
}

/// So many seconds apart from a reading, another change of the file would have other times: the coarsest file systems count in two.
/// Tests do without, to be as close to the tick as can be.
const GRAIN: i64 = if cfg!(test) { 0 } else { 2 };

impl FileStamp {
    /// None on systems whose files have no such thing: nothing is known again there.
    pub(super) fn from_metadata(found: &Metadata) -> Option<Self> {
        let time = |(seconds, nanos)| (seconds, u32::try_from(nanos).unwrap_or_default());
        let FileStat { changed, modified, inode, .. } = stat(found)?;
        Some(Self { size: found.len(), modified: time(modified), changed: time(changed), inode })
    }

    /// Whether the file may have been changed once more, at the same tick of its clock, after it was read at `read_at` (git's racy entries):
    /// then it is read again.
    pub(super) fn is_racy(&self, read_at: FileTime) -> bool {
        self.modified.max(self.changed) >= (read_at.0.saturating_sub(GRAIN), read_at.1)
    }
}
