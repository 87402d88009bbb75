//! A register whose past is asked for: nothing is changed, and of its files only what has a name is read.

use super::{Environment, Result, mechanism};
use crate::git::{History, Id, RegisterFolder};
use crate::model::{Day, Mechanism};
use crate::store::{Source, load_names};
use crate::text::{Text, clean};
use crate::tr;

/// A register whose past is asked for.
pub(super) struct HistoryView {
    /// Its folder.
    pub(super) root: RegisterFolder,
    /// What has a name: units, mines, clauses, the mechanism itself.
    pub(super) mechanism: Mechanism,
    /// The commits of its repository.
    pub(super) history: History,
}

impl HistoryView {
    /// The past of the register in a folder.
    ///
    /// # Errors
    /// It is in no repository of its own, or its mechanism cannot be read.
    pub(super) fn open(root: &RegisterFolder) -> Result<Self> {
        Self::read(root, History::open(root)?)
    }

    /// The same, where its history is open.
    pub(super) fn read(root: &RegisterFolder, history: History) -> Result<Self> {
        let source = Source::Folder(root.to_owned());
        let mechanism = mechanism(&load_names(&source)?, &source)?;
        Ok(Self { root: root.to_owned(), mechanism, history })
    }

    /// The last commit that was filed.
    ///
    /// # Errors
    /// HEAD names no branch, or the repository cannot be read.
    pub(super) fn tip(&self) -> Result<Option<Id>> {
        Ok(self.history.head()?.1)
    }

    /// Today in the register's zone.
    #[must_use]
    pub(super) fn today(&self, environment: &Environment<'_>) -> Day {
        environment.today_in(&self.mechanism)
    }
}

/// The commit that a person names: its digits, a branch or a tag.
///
/// # Errors
/// There is none of that name, or the repository cannot be read.
pub(super) fn find_commit(given: &str, history: &History) -> Result<Id, Text> {
    history.find(given)?.ok_or_else(|| {
        let shown = clean(given).into_owned();
        tr!(
            "没有“{shown}”这次提交；请写提交号（liandong history 里有）、分支或标签";
            "there is no commit \"{shown}\"; write its digits (as liandong history shows them), a branch or a tag"
        )
    })
}
