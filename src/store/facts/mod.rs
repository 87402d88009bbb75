//! The facts of a whole register without its being read as a whole: of a folder by an `lstat` of every file, of a commit by the names of
//! its objects. What was read before is kept in the user's cache, and read again at the least doubt; with a cache and without it the
//! index is the same.
//!
//! - [`facts_of_folder`]: the files as they lie in the folder, filed or not.
//! - [`facts_of_commit`]: the files of a commit, also of a bare repository; a folder whose tree is known is not looked into, so that it
//!   costs what changed and not what there is. [`follow_commit`] moves such an index from one commit to another.
//! - [`facts_of_loaded`]: those of a register that was read anyway.
//!
//! A record's facts depend on its bytes and its path alone, but for the register's `format`: whether keys that the program does not know
//! are a fault. So `mechanism.toml`, where the format stands, is part of the cache's key, and no other file of the mechanism is.

mod cache;
mod coding;
mod commit;
mod folder;
mod stamp;
#[cfg(all(test, unix))]
mod tests;

pub(super) use cache::{CacheFile, SEAL, Seals, digest, unsealed};
pub use cache::{FactsCache, ProgramBuild};
pub use commit::{CommitFiles, facts_of_commit, follow_commit};
pub use folder::{facts_of_folder, mechanism_bytes};
pub(super) use stamp::{FileStamp, FileTime, is_racy, pack_time, unpack_time};

use super::conflict::conflict;
use super::format::{FORMAT, stated_format};
use super::loaded::Loaded;
use crate::git::Id;
use crate::model::reader::Keys;
use crate::model::{Facts, FactsIndex, RecordPath};

/// A file whose facts are known, and how its bytes are known again.
#[derive(Debug, Clone, PartialEq)]
struct KnownFile {
    path: RecordPath,
    /// As it lay in the folder when it was read; none where it was read from a commit.
    stamp: Option<FileStamp>,
    /// The object of its bytes; none where they could not be had.
    blob: Option<Id>,
    /// None where it cannot be read.
    facts: Option<Facts>,
}

/// The facts of a register that was read.
#[must_use]
pub fn facts_of_loaded(loaded: &Loaded) -> FactsIndex {
    let read = loaded.records.iter().map(|(path, record)| (path.clone(), Some(Facts::from_record(record))));
    FactsIndex::new(read.chain(loaded.unreadable.iter().map(|path| (path.clone(), None))).collect())
}

/// The facts of a file's bytes; none where the loader would not read it either.
fn facts_in(path: &RecordPath, bytes: &[u8], keys: Keys) -> Option<Facts> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| conflict("", text).is_none())?;
    path.kind().read(text, keys).ok().map(|record| Facts::from_record(&record))
}

/// How records are read in a register whose mechanism has these bytes.
fn keys_by(mechanism: &[u8]) -> Keys {
    let format = std::str::from_utf8(mechanism).ok().and_then(stated_format);
    if format.is_some_and(|format| format > FORMAT) { Keys::Newer } else { Keys::Known }
}

fn index_of(files: Vec<KnownFile>) -> FactsIndex {
    FactsIndex::new(files.into_iter().map(|file| (file.path, file.facts)).collect())
}

/// Known files that are as they were, by their positions, and those that were read now; in the order of paths.
fn merged(known: Vec<KnownFile>, mut same: Vec<usize>, read: Vec<KnownFile>) -> Vec<KnownFile> {
    if read.is_empty() && same.len() == known.len() {
        return known;
    }
    same.sort_unstable();
    let mut same = same.into_iter().peekable();
    let kept = known.into_iter().enumerate().filter(|(at, _)| same.next_if_eq(at).is_some()).map(|(_, file)| file);
    let mut files: Vec<KnownFile> = kept.chain(read).collect();
    // What is kept is in order already: the sort only merges.
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// Whether a cache that missed so many of all files is written anew: a few are read again sooner than a whole cache is written.
pub(super) fn is_worth_keeping(missed: usize, all: usize) -> bool {
    const FEW: usize = 64;
    missed > FEW || missed * 8 > all
}
