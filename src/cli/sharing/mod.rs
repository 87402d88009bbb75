//! Sharing a register: taking part, sending and taking, verifying, and what the shared repository lets in.

pub(super) mod clone;
pub(super) mod diff;
pub(super) mod history;
pub(super) mod hook;
mod incoming;
pub(super) mod join;
pub(super) mod key;
pub(super) mod pack;
pub(super) mod receive;
pub(super) mod renumber;
pub(super) mod resolve;
mod stopped;
pub(super) mod sync;
pub(super) mod trust;
pub(super) mod verify;
pub(super) mod whoami;

use crate::ops;
use crate::ops::Register;
use std::path::PathBuf;

use super::session::{self, Session, now, programs};
use crate::git::{Disk, History, Id, Programs, Workspace};
use crate::model::{Day, Mechanism};
use crate::store::{Source, load_names};
use crate::sync::{Choices, Exchange};
use crate::text::{Text, clean};
use crate::tr;

/// A register that is shared, and how this clone takes part.
struct SyncContext {
    register: Register,
    programs: Programs,
    workspace: Workspace,
    choices: Choices,
}

impl SyncContext {
    fn open(session: &Session) -> anyhow::Result<Self> {
        let register = session.open_register()?;
        let workspace = Workspace::open(&register.root, Disk::default()).map_err(Text::from)?.signed_by(register.sign()?);
        let choices = resolve::choices(&History::of_register(&register.root).map_err(Text::from)?);
        Ok(Self { register, programs: programs(), workspace, choices })
    }

    fn exchange(&self) -> Exchange<'_> {
        Exchange {
            workspace: &self.workspace,
            folder: &self.register.root,
            programs: &self.programs,
            now: now(&self.register.mechanism),
            key: self.register.signing().ok().flatten().map(|signing| &signing.key),
            choices: &self.choices,
        }
    }

    fn history(&self) -> Result<History, Text> {
        Ok(History::of_register(&self.register.root)?)
    }
}

/// The commit that a person names.
fn commit_named(given: &str, history: &History) -> Result<Id, Text> {
    history.find(given)?.ok_or_else(|| {
        let shown = clean(given).into_owned();
        tr!(
            "没有“{shown}”这次提交；请写提交号（liandong history 里有）、分支或标签";
            "there is no commit \"{shown}\"; write its digits (as liandong history shows them), a branch or a tag"
        )
    })
}

/// A register whose history is shown: nothing is changed, and of its files only what has a name is read.
struct HistoryView {
    root: PathBuf,
    mechanism: Mechanism,
    history: History,
}

impl HistoryView {
    fn open(session: &Session) -> anyhow::Result<Self> {
        let root = session.register()?;
        let history = History::of_register(&root).map_err(Text::from)?;
        Self::from_history(root, history)
    }

    fn from_history(root: PathBuf, history: History) -> anyhow::Result<Self> {
        let mechanism = ops::mechanism(&load_names(&Source::Folder(root.clone()))?)?;
        Ok(Self { root, mechanism, history })
    }

    fn today(&self) -> Day {
        session::today(&self.mechanism)
    }
}
