//! Records that were read, known again while the program runs: one that serves pages asks a folder for its records again and again, of which
//! hardly any has changed. A file is known by what the system says of it, as git does; one that may have changed at the same tick of its
//! clock is read again.

use std::collections::HashMap;
use std::fs::symlink_metadata;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use super::facts::{FileStamp, FileTime};
use super::file_reader::FileOutcome;
use crate::model::Record;

/// So many records are remembered: a district's own. Whoever has more waits for them to be read.
const MOST: usize = 20_000;

/// Records of one register that were read before.
#[derive(Debug, Clone, Default)]
pub struct RecordMemory(Option<Arc<RwLock<HashMap<String, KnownRecord>>>>);

#[derive(Debug)]
struct KnownRecord {
    stamp: FileStamp,
    record: Record,
}

/// A file that is to be read, as the system told of it before.
pub(super) struct Sighting(Option<FileStamp>);

impl RecordMemory {
    /// One that remembers.
    #[must_use]
    pub fn new() -> Self {
        Self(Some(Arc::default()))
    }

    /// What is known of a file, or how it looks before it is read.
    pub(super) fn known(&self, root: &Path, path: &str) -> Result<Record, Sighting> {
        let Some(known) = &self.0 else { return Err(Sighting(None)) };
        let stamp = symlink_metadata(root.join(path)).ok().and_then(|found| FileStamp::from_metadata(&found));
        let known = known.read().unwrap_or_else(PoisonError::into_inner);
        match known.get(path).filter(|known| Some(known.stamp) == stamp) {
            Some(known) => Ok(known.record.clone()),
            None => Err(Sighting(stamp)),
        }
    }

    /// Remembers what was read without a word against it, unless the file may have changed at the same tick as it was read, not before `read_at`.
    pub(super) fn keep(&self, path: &str, Sighting(stamp): &Sighting, outcome: &FileOutcome, read_at: FileTime) {
        let (Some(known), Some(stamp), Some(record)) = (&self.0, stamp, &outcome.record) else { return };
        if !outcome.problems.is_empty() || stamp.is_racy(read_at) {
            return;
        }
        let mut known = known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST || known.contains_key(path) {
            known.insert(path.to_owned(), KnownRecord { stamp: *stamp, record: record.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(text: &str) -> FileOutcome {
        let path: crate::model::RecordPath = "mines/dashan/base".parse().expect("a path");
        let record = Record::read(&path, text).expect("a record");
        FileOutcome { path: Some(path), record: Some(record), ..FileOutcome::default() }
    }

    #[test]
    fn a_file_is_known_until_it_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let (memory, file, path) = (RecordMemory::new(), folder.path().join("base.toml"), "base.toml");
        let text = "name = \"大山石场（虚构）\"\ntown = \"hekou\"\n";
        std::fs::write(&file, text).expect("written");
        let Err(sighting) = memory.known(folder.path(), path) else { panic!("nothing was read") };
        // What was written as it was read may be written once more.
        memory.keep(path, &sighting, &outcome(text), (0, 0));
        assert!(memory.known(folder.path(), path).is_err());
        memory.keep(path, &sighting, &outcome(text), (i64::MAX, 0));
        assert_eq!(memory.known(folder.path(), path).ok(), outcome(text).record);
        std::fs::write(&file, text.replace("hekou", "longtan")).expect("written");
        assert!(memory.known(folder.path(), path).is_err(), "it says something else");
        assert!(RecordMemory::default().known(folder.path(), path).is_err(), "that of a command remembers nothing");
    }
}
