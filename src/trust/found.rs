//! What is found about one commit, file by file.

use chrono::{DateTime, FixedOffset};

use super::breach::{Breach, CommitMark, Fault};
use crate::git::Id;
use crate::model::UnitId;

/// Whose signature a commit bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Whose.
    pub name: String,
    /// For which unit.
    pub unit: UnitId,
    /// The fingerprint of the key.
    pub key: String,
}

/// A commit that was looked at.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Which.
    pub commit: Id,
    /// When, as its maker says.
    pub at: DateTime<FixedOffset>,
    /// The first line of what it says.
    pub title: String,
    /// Who signed.
    pub by: Option<Signer>,
    /// What is worth knowing, and about which file.
    pub marks: Vec<(String, CommitMark)>,
}

/// What is found about a commit.
pub(super) struct Found {
    commit: Id,
    pub(super) marks: Vec<(String, CommitMark)>,
    pub(super) breaches: Vec<Breach>,
}

impl Found {
    /// Nothing yet.
    pub(super) const fn of(commit: Id) -> Self {
        Self { commit, marks: Vec::new(), breaches: Vec::new() }
    }

    /// What is wrong, with the file that it is about.
    pub(super) fn breach(&mut self, path: Option<&str>, fault: Fault) {
        self.breaches.push(Breach { commit: self.commit, path: path.map(str::to_owned), fault });
    }

    /// What was found about one file.
    pub(super) fn add(&mut self, path: &str, looked: Result<Vec<CommitMark>, Fault>) {
        match looked {
            Ok(marks) => self.marks.extend(marks.into_iter().map(|mark| (path.to_owned(), mark))),
            Err(fault) => self.breach(Some(path), fault),
        }
    }
}
