//! By what a file in a folder is known again without being read: what `lstat` says of it, as git does.

use std::fs::Metadata;

use crate::model::{Packed, Packer};
use crate::platform::{FileStat, stat};

/// Seconds and nanoseconds.
pub(in crate::store) type FileTime = (i64, u32);

/// What `lstat` says of a file and every change of its bytes changes: the time of the last change cannot be set back by anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) struct FileStamp {
    pub(in crate::store) size: u64,
    pub(in crate::store) modified: FileTime,
    pub(in crate::store) changed: FileTime,
    pub(in crate::store) inode: u64,
}

/// So many seconds apart from a reading, another change of the file would have other times: the coarsest file systems count in two.
/// Tests do without, to be as close to the tick as can be.
const GRAIN: i64 = if cfg!(test) { 0 } else { 2 };

impl FileStamp {
    /// None on systems whose files have no such thing: nothing is known again there.
    pub(in crate::store) fn from_metadata(found: &Metadata) -> Option<Self> {
        let time = |(seconds, nanos)| (seconds, u32::try_from(nanos).unwrap_or_default());
        let FileStat { changed, modified, inode, .. } = stat(found)?;
        Some(Self { size: found.len(), modified: time(modified), changed: time(changed), inode })
    }

    /// Whether the file may have been changed once more, at the same tick of its clock, after it was read at `read_at` (git's racy entries):
    /// then it is read again.
    pub(in crate::store) fn is_racy(&self, read_at: FileTime) -> bool {
        is_racy(self.latest(), read_at)
    }

    /// When anything of the file was changed last.
    pub(in crate::store) fn latest(&self) -> FileTime {
        self.modified.max(self.changed)
    }

    /// Puts it into a cache.
    pub(in crate::store) fn pack(&self, packer: &mut Packer) {
        packer.number(self.size);
        packer.number(self.inode);
        pack_time(self.modified, packer);
        pack_time(self.changed, packer);
    }

    /// Takes out again what was put.
    pub(in crate::store) fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        let (size, inode) = (packed.number()?, packed.number()?);
        Some(Self { size, inode, modified: unpack_time(packed)?, changed: unpack_time(packed)? })
    }

    /// All of it, for a digest.
    pub(in crate::store) fn bytes(&self) -> [u8; 40] {
        let Self { size, modified, changed, inode } = *self;
        let mut bytes = [0; 40];
        let parts = [size.to_le_bytes(), modified.0.to_le_bytes(), changed.0.to_le_bytes(), inode.to_le_bytes()];
        bytes[..32].copy_from_slice(parts.as_flattened());
        bytes[32..36].copy_from_slice(&modified.1.to_le_bytes());
        bytes[36..].copy_from_slice(&changed.1.to_le_bytes());
        bytes
    }
}

/// The same of a moment at which something was changed last.
pub(in crate::store) fn is_racy(latest: FileTime, read_at: FileTime) -> bool {
    latest >= (read_at.0.saturating_sub(GRAIN), read_at.1)
}

/// Puts a moment into a cache.
pub(in crate::store) fn pack_time((seconds, nanos): FileTime, packer: &mut Packer) {
    packer.bytes.extend_from_slice(&seconds.to_le_bytes());
    packer.bytes.extend_from_slice(&nanos.to_le_bytes());
}

/// Takes out again what was put.
pub(in crate::store) fn unpack_time(packed: &mut Packed<'_>) -> Option<FileTime> {
    Some((i64::from_le_bytes(packed.array()?), u32::from_le_bytes(packed.array()?)))
}
