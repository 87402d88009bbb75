//! How much commits bring that are to be taken. One file may stand at many paths, and many files may be a few bytes on their way: a few
//! kilobytes can be gigabytes in the folder of whoever takes them. So their bytes are counted, by what git says of them, before any is
//! read.

use crate::git::{Differing, History, Refused};
use crate::model::limits;

/// How much commits brought so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Brought {
    files: u64,
    bytes: u64,
}

impl Brought {
    /// What changes bring.
    pub(super) fn of<'c>(history: &History, changes: impl Iterator<Item = &'c Differing>) -> Result<Self, Refused> {
        let mut brought = Self::default();
        for entry in changes.filter_map(|change| change.new) {
            if let Some(size) = history.file_size(entry)? {
                brought.files += 1;
                brought.bytes = brought.bytes.saturating_add(size);
            }
        }
        Ok(brought)
    }

    /// The same with more.
    ///
    /// # Errors
    /// All of it is more than anybody files.
    pub(super) fn and(self, more: Self) -> Result<Self, Refused> {
        let sum = Self { files: self.files + more.files, bytes: self.bytes.saturating_add(more.bytes) };
        let most = limits::BROUGHT_BYTES + sum.files.saturating_mul(limits::BROUGHT_BYTES_A_FILE);
        if sum.bytes > most { Err(Refused::Swells) } else { Ok(sum) }
    }
}
