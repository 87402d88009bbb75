//! How the files of a folder differ from the last commit, seen as they are read: their bytes are at hand, and to look at every file once
//! more takes a fifth of all that a check of them does.

use super::source::{FoundFile, FoundKind};
use crate::git::{Blob, Differences, Id, Revision};
use crate::text::Text;

/// What the last commit holds in the place of each file that was found, and what it holds besides.
pub(super) struct ExpectedFiles {
    blobs: Vec<Option<Blob>>,
    missing: Vec<String>,
}

impl ExpectedFiles {
    /// Of files in the order of paths; none where the folder lies in no repository that can be read.
    pub(super) fn of(committed: Result<Option<Revision>, Text>, found: &[FoundFile]) -> Option<Self> {
        let committed = committed.ok()?;
        let mut expected = Self { blobs: Vec::with_capacity(found.len()), missing: Vec::new() };
        let mut rest = committed.iter().flat_map(Revision::files).peekable();
        for found in found {
            while let Some((path, ..)) = rest.next_if(|(path, ..)| *path < found.path) {
                expected.missing.push(path.clone());
            }
            expected.blobs.push(rest.next_if(|(path, ..)| *path == found.path).map(|(.., blob)| *blob));
        }
        expected.missing.extend(rest.map(|(path, ..)| path.clone()));
        Some(expected)
    }

    /// Whether a file, whose bytes were read where they could be, says something else than the last commit. What is too large to be read
    /// does, for no record is.
    pub(super) fn differs(&self, at: usize, found: &FoundFile, bytes: Option<&[u8]>) -> bool {
        let is_foreign = matches!(found.what, FoundKind::Foreign(_));
        self.blobs[at].is_some_and(|blob| is_foreign || bytes.is_none_or(|bytes| !blob.says(bytes)))
    }

    /// The same of a file whose object is known, and whose lines end as in the register.
    pub(super) fn differs_from(&self, at: usize, object: Id) -> bool {
        self.blobs[at].is_some_and(|blob| blob.id() != object)
    }

    /// What was seen, of the same files.
    pub(super) fn differences(self, found: &[FoundFile], differs: impl Fn(usize) -> bool) -> Differences {
        let path = |at: usize| found[at].path.clone();
        let (old, new): (Vec<usize>, Vec<usize>) = (0..found.len()).partition(|at| self.blobs[*at].is_some());
        Differences {
            changed: old.into_iter().filter(|at| differs(*at)).map(path).collect(),
            added: new.into_iter().map(path).collect(),
            missing: self.missing,
        }
    }
}
