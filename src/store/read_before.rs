//! Records that were read before: a file that is as it was, as `lstat` tells, is not read again, wherever its record lies meanwhile.

use std::fs;
use std::ops::Range;

use super::facts::{FactsCache, FileStamp, FileTime};
use super::file_reader::FileOutcome;
use super::kept_records::KeptRecords;
use super::memory::Remembering;
use super::source::{FoundFile, Source};
use crate::git::{Id, RegisterFolder};
use crate::model::RecordPath;
use crate::platform::device;

/// Where records lie that were read before.
#[derive(Clone, Copy)]
pub(super) enum ReadBefore<'a> {
    /// Nowhere: every file is read.
    Nowhere,
    /// In the user's cache, without their texts; with it when their files were seen, should that have been before.
    Cache(&'a FactsCache, Option<FileTime>),
    /// In the memory of this program, word by word.
    Memory(Remembering<'a>),
}

/// The files of a folder whose records were read before, while it is read again.
pub(super) struct KnownFiles<'a> {
    root: &'a RegisterFolder,
    /// The disk on which it lies: by its stamp a file is known on that alone.
    disk: u64,
    /// In the order of paths.
    found: &'a [FoundFile],
    /// Where those begin that were looked up last.
    from: usize,
    records: KnownRecordsOf<'a>,
}

enum KnownRecordsOf<'a> {
    Cache(Box<KeptRecords>),
    Memory(Remembering<'a>),
}

impl<'a> KnownFiles<'a> {
    /// What is known of the files that were found. `mechanism` are the bytes of the file in which the register says its format. None where
    /// nothing is, nor would be.
    pub(super) fn of(before: ReadBefore<'a>, source: &'a Source, mechanism: &[u8], found: &'a [FoundFile]) -> Option<Self> {
        let Source::Folder(root) = source else { return None };
        let records = match before {
            ReadBefore::Nowhere => return None,
            ReadBefore::Cache(cache, seen) => {
                KnownRecordsOf::Cache(Box::new(KeptRecords::of(cache, root, mechanism, found.len(), seen)?))
            }
            ReadBefore::Memory(memory) => KnownRecordsOf::Memory(Some(memory).filter(|memory| memory.memory.remembers())?),
        };
        let disk = device(&fs::metadata(root).ok()?);
        Some(Self { root, disk, found, from: 0, records })
    }

    /// Looks up some of the files, behind those that were looked up before.
    pub(super) fn look_up(&mut self, places: Range<usize>) {
        self.from = places.start;
        if let KnownRecordsOf::Cache(kept) = &mut self.records {
            kept.look_up(&self.found[places]);
        }
    }

    /// How a file looks now, before it is read; none of what could not be known again by that.
    pub(super) fn stamp(&self, at: usize) -> Option<FileStamp> {
        self.found[at].stamp_in(self.root, self.disk)
    }

    /// What becomes of a file that looks so, of those that were looked up, with the object of its bytes; none where it is not known for certain.
    pub(super) fn outcome(&self, at: usize, stamp: FileStamp) -> Option<(FileOutcome, Id)> {
        let file = &self.found[at].path;
        let path = RecordPath::of_file(file).ok()?;
        match &self.records {
            KnownRecordsOf::Cache(kept) => kept.outcome(at - self.from, path, stamp),
            KnownRecordsOf::Memory(memory) => memory.memory.outcome(file, path, stamp),
        }
    }

    /// Takes note of what became of the next files, in the order of paths.
    pub(super) fn note(&mut self, found: &[FoundFile], outcomes: &[FileOutcome]) {
        match &mut self.records {
            KnownRecordsOf::Cache(kept) => kept.note(found, outcomes),
            KnownRecordsOf::Memory(Remembering { memory, since }) => memory.keep(found, outcomes, *since),
        }
    }

    /// Keeps what was read now.
    pub(super) fn keep(self) {
        match self.records {
            KnownRecordsOf::Cache(kept) => kept.keep(),
            KnownRecordsOf::Memory(_) => {}
        }
    }
}
