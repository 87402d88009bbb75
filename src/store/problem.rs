//! What is wrong with a file of a register, as a value with its place.

use std::ops::Range;

use crate::text::Text;

/// How much of a file is lost by what is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LoadFault {
    /// It is read; its form is not the canonical one.
    Drift,
    /// It cannot be read, or must not be there.
    Unreadable,
}

/// One thing that is wrong with one file.
#[derive(Debug, Clone)]
pub struct LoadProblem {
    /// The file, relative to the register.
    pub file: String,
    /// The bytes it is about; empty at 0 for the file as a whole.
    pub span: Range<usize>,
    /// How much is lost.
    pub fault: LoadFault,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub help: Text,
}

impl LoadProblem {
    /// A problem of the file as a whole.
    pub(super) fn whole(file: &str, what: Text, help: Text) -> Self {
        Self { file: file.to_owned(), span: 0..0, fault: LoadFault::Unreadable, what, help }
    }
}
