//! Records that were read, known again while the program runs: one that serves pages asks a folder for its records again and again, of which
//! hardly any has changed. A file is known by what the system says of it, as git does; one that may have changed at the same tick of its
//! clock is read again.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::facts::{FileStamp, FileTime};
use super::file_reader::{Drift, FileOutcome, SeenFile};
use super::source::FoundFile;
use crate::git::Id;
use crate::model::{Record, RecordPath};
use crate::text::clean;

/// So many records are remembered: a district's own. Whoever has more waits for them to be read.
const MOST: usize = 20_000;

/// Records of one register that were read before.
#[derive(Debug, Clone, Default)]
pub struct RecordMemory(Option<Arc<RwLock<HashMap<String, KnownRecord>>>>);

#[derive(Debug)]
struct KnownRecord {
    stamp: FileStamp,
    /// The object of the bytes.
    object: Id,
    drift: Drift,
    record: Record,
}

/// What is remembered of records, and the moment before which nothing was read.
#[derive(Clone, Copy)]
pub struct Remembering<'a> {
    /// What is remembered.
    pub memory: &'a RecordMemory,
    /// The moment, in seconds and nanoseconds.
    pub since: (i64, u32),
}

impl RecordMemory {
    /// One that remembers.
    #[must_use]
    pub fn new() -> Self {
        Self(Some(Arc::default()))
    }

    /// Whether it does.
    pub(super) fn remembers(&self) -> bool {
        self.0.is_some()
    }

    /// What became of a file that looks so, with the object of its bytes.
    pub(super) fn outcome(&self, file: &str, path: RecordPath, stamp: FileStamp) -> Option<(FileOutcome, Id)> {
        let known = self.0.as_ref()?.read().unwrap_or_else(PoisonError::into_inner);
        let KnownRecord { object, drift, record, .. } = known.get(file).filter(|known| known.stamp == stamp)?;
        Some((FileOutcome::read(path, record.clone(), *drift, &clean(file)), *object))
    }

    /// Remembers what was read, unless the file may have changed at the same tick as it was read, not before `read_at`.
    pub(super) fn keep(&self, found: &[FoundFile], outcomes: &[FileOutcome], read_at: FileTime) {
        let Some(known) = &self.0 else { return };
        let mut known = known.write().unwrap_or_else(PoisonError::into_inner);
        for (FoundFile { path, .. }, outcome) in found.iter().zip(outcomes) {
            let (Some(SeenFile::Read(stamp, object)), Some(record)) = (outcome.seen, &outcome.record) else { continue };
            if !stamp.is_racy(read_at) && (known.len() < MOST || known.contains_key(path)) {
                let drift = outcome.drift;
                known.insert(path.clone(), KnownRecord { stamp, object, drift, record: record.clone() });
            }
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::super::read_before::{KnownFiles, ReadBefore};
    use super::super::{Source, TextPolicy, load};
    use super::*;

    const PATH: &str = "mines/dashan/base.toml";
    const TEXT: &str = "name = \"大山石场（虚构）\"\ntown = \"hekou\"\n";

    /// What is known of the only file; it is read, and kept as of that moment, where it is not.
    fn known(folder: &std::path::Path, memory: &RecordMemory, since: FileTime) -> Option<Record> {
        let source = Source::Folder(folder.into());
        let found = source.list(&|_| true).expect("readable");
        let mut known = KnownFiles::of(ReadBefore::Memory(Remembering { memory, since }), &source, b"", &found)?;
        let stamp = known.stamp(0)?;
        let outcome = known.outcome(0, stamp).map(|(outcome, _)| outcome);
        if outcome.is_none() {
            let loaded = load(&source, TextPolicy::Keep).expect("readable");
            let (path, record) = loaded.records.into_iter().next()?;
            let seen = Some(SeenFile::Read(stamp, Id::from_file_bytes(TEXT.as_bytes())));
            known.note(&found, &[FileOutcome { path: Some(path), record: Some(record), seen, ..FileOutcome::default() }]);
        }
        outcome?.record
    }

    #[test]
    fn a_file_is_known_until_it_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let (memory, folder) = (RecordMemory::new(), folder.path());
        let file = folder.join(PATH);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
        std::fs::write(&file, TEXT).expect("written");
        assert!(known(folder, &memory, (0, 0)).is_none(), "nothing was read");
        // What was written as it was read may be written once more.
        assert!(known(folder, &memory, (i64::MAX, 0)).is_none());
        let path = PATH.trim_end_matches(".toml").parse().expect("a path");
        assert_eq!(known(folder, &memory, (i64::MAX, 0)), Record::read(&path, TEXT).ok());
        std::fs::write(&file, TEXT.replace("hekou", "longtan")).expect("written");
        assert!(known(folder, &memory, (0, 0)).is_none(), "it says something else");
        assert!(known(folder, &RecordMemory::default(), (i64::MAX, 0)).is_none(), "that of a command remembers nothing");
    }
}
