//! Records word by word as they were committed. What is judged needs no texts and comes out of a cache; whoever shows some of them reads those.

use rayon::prelude::*;

use super::load::load_mechanism;
use super::loaded::Loaded;
use super::source::{Source, read_file};
use crate::git::{BlobReader, RegisterFolder, Revision};
use crate::model::reader::Keys;
use crate::model::{FiledPath, Record, RecordPath, limits};
use crate::text::{Text, clean};
use crate::tr;

/// A register at a commit, and the folder in which most of it lies as files: to read these is sooner.
#[derive(Debug)]
pub struct CommittedRecords {
    root: RegisterFolder,
    commit: Source,
    keys: Keys,
}

impl CommittedRecords {
    /// Of the register in a folder, which was `loaded` from there.
    ///
    /// # Errors
    /// The commit cannot be read.
    pub fn of(root: &RegisterFolder, commit: &str, loaded: &Loaded) -> Result<Self, Text> {
        let keys = if loaded.newer.is_some() { Keys::Newer } else { Keys::Known };
        Ok(Self { root: root.clone(), commit: Source::Revision(Revision::open(root, commit)?), keys })
    }

    /// All but what happened.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn mechanism(&self) -> Result<Loaded, Text> {
        load_mechanism(&self.commit)
    }

    /// Records by their paths, in that order.
    ///
    /// # Errors
    /// One of them is not there, or cannot be read.
    pub fn read(&self, paths: &[&FiledPath]) -> Result<Vec<Record>, Text> {
        let Source::Revision(revision) = &self.commit else { return Ok(Vec::new()) };
        let reader = || CommittedReader { records: self, revision, git: None, buffer: Vec::new() };
        paths.par_iter().map_init(reader, |reader, path| reader.read(path)).collect()
    }
}

/// One thread's buffer and handle.
struct CommittedReader<'r> {
    records: &'r CommittedRecords,
    revision: &'r Revision,
    git: Option<BlobReader>,
    buffer: Vec<u8>,
}

impl CommittedReader<'_> {
    fn read(&mut self, path: &FiledPath) -> Result<Record, Text> {
        let path = RecordPath::Filed(path.clone());
        let file = path.file();
        let lacking = || {
            let file = clean(&file).into_owned();
            tr!("{file} 读不出来；请用 liandong check 看是什么问题"; "{file} cannot be read; liandong check says why")
        };
        let blob = self.revision.find(&file).ok_or_else(lacking)?;
        let read = read_file(&self.records.root.join(&file), limits::RECORD_BYTES, &mut self.buffer);
        // The folder may have been changed since it was looked at.
        if !matches!(read, Ok(None)) || !blob.says(&self.buffer) {
            if self.git.is_none() {
                self.git = Some(self.revision.reader()?);
            }
            let git = self.git.as_ref().ok_or_else(lacking)?;
            git.read(blob, limits::RECORD_BYTES, &mut self.buffer)?;
        }
        let text = std::str::from_utf8(&self.buffer).map_err(|_| lacking())?;
        path.kind().read(text, self.records.keys).map_err(|_| lacking())
    }
}
