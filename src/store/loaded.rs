//! A register as it was read.

use std::collections::BTreeSet;

use super::problem::LoadProblem;
use crate::git::Differences;
use crate::model::{Record, RecordPath};

/// A register as far as it could be read.
#[derive(Debug)]
pub struct Loaded {
    /// What could be read, in the order of paths.
    pub records: Vec<(RecordPath, Record)>,
    /// Files of the register that are there and could not be read.
    pub unreadable: BTreeSet<RecordPath>,
    /// What was wrong, in the order of files and places.
    pub problems: Vec<LoadProblem>,
    /// How many files were read.
    pub files: usize,
    /// The format of a register newer than this program.
    pub newer: Option<u32>,
    /// The bytes of the file in which the register says its format, where it was among those that were read.
    pub mechanism: Vec<u8>,
    /// How the files differ from the last commit, where that was asked of a folder in a repository.
    pub differences: Option<Differences>,
}

impl Loaded {
    /// Nothing yet, of so many files.
    pub(super) fn with_room(files: usize) -> Self {
        let (records, unreadable, problems) = (Vec::with_capacity(files), BTreeSet::new(), Vec::new());
        Self { records, unreadable, problems, files, newer: None, mechanism: Vec::new(), differences: None }
    }

    /// Takes in what else was read.
    pub fn extend(&mut self, other: Self) {
        self.records.extend(other.records);
        self.unreadable.extend(other.unreadable);
        self.problems.extend(other.problems);
        self.files += other.files;
    }
}
