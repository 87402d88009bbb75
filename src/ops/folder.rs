//! Three states of a register that may differ: the folder, the last commit, and what was sent.

use super::LoadedRegister;
use crate::git::{Differences, FolderState, History, Id, Refused, RegisterFolder};
use crate::model::{Kind, RecordPath};
use crate::report::FolderView;
use crate::store::Source;
use crate::text::{CommandLine, Text};

/// In what the folder of a register and its last commit differ; none where it lies in no repository that can be read.
pub(super) fn folder_view(root: &RegisterFolder) -> Option<FolderView> {
    FolderState::of(root).ok().map(|state| view(&state))
}

/// The same of a folder of which it was seen before how its files differ.
pub(super) fn folder_seen(root: &RegisterFolder, differences: Differences) -> Option<FolderView> {
    FolderState::with(root, differences).ok().map(|state| view(&state))
}

/// How the files of a folder differ from the commit that was its last.
pub(super) struct SeenFolder {
    pub(super) last: Option<Id>,
    pub(super) differences: Differences,
}

/// Does something and sees meanwhile how the files of a folder differ from its last commit: most of what takes time waits for a network,
/// and the other is all that takes time here. What was seen counts for whatever was not changed by it.
pub(super) fn seeing_folder<T>(root: &RegisterFolder, act: impl FnOnce() -> T) -> (T, Option<SeenFolder>) {
    // Asked before, so that the repository is opened once for both.
    let Ok(last) = FolderState::last(root) else { return (act(), None) };
    std::thread::scope(|scope| {
        let seen = scope.spawn(move || Differences::of(root, last));
        let done = act();
        let seen = seen.join().ok().and_then(Result::ok);
        (done, seen.map(|differences| SeenFolder { last, differences }))
    })
}

/// The same of a folder that was read, which showed how its files differ.
pub(super) fn folder_read(register: &LoadedRegister) -> Option<FolderView> {
    match (&register.source, &register.loaded.differences) {
        (Source::Folder(root), Some(differences)) => folder_seen(root, differences.clone()),
        _ => None,
    }
}

/// That the register was committed at all: what is sent without it nobody can fetch.
pub(super) fn committed(root: &RegisterFolder) -> Result<(), Text> {
    // Where the last commit holds the mechanism it was, and no file needs to be looked at.
    if holds_mechanism(root).unwrap_or(false) {
        return Ok(());
    }
    let state = FolderState::of(root)?;
    let view = view(&state);
    let why = view.lines();
    match why.into_iter().next_back().filter(|_| !view.committed && state.midway.is_none()) {
        Some(why) => Err(why),
        None => Ok(()),
    }
}

fn holds_mechanism(root: &RegisterFolder) -> Result<bool, Refused> {
    let history = History::open(root)?;
    let Some(tip) = history.head()?.1 else { return Ok(false) };
    Ok(history.entry(tip, &RecordPath::Single(Kind::Mechanism).file())?.is_some())
}

fn view(state: &FolderState) -> FolderView {
    let records =
        |files: &[String]| files.iter().filter(|file| RecordPath::of_file(file).is_ok()).cloned().collect::<Vec<String>>();
    let Differences { changed, added, missing } = &state.differences;
    let added = records(added);
    let mechanism = RecordPath::Single(Kind::Mechanism).file();
    FolderView {
        committed: state.is_committed && !added.contains(&mechanism),
        changed: records(changed),
        added,
        missing: records(missing),
        unsent: state.unsent,
        midway: state.midway.map(|midway| (midway.word(), midway.way_out())),
    }
}

/// The command that puts a record back which was filed and is not in the folder, where a finding is about one.
pub(super) fn restores(folder: Option<&FolderView>, what: &str) -> Option<CommandLine> {
    let missing = folder?.missing.iter();
    let is_about = |file: &&String| file.strip_suffix(".toml").is_some_and(|record| what.contains(record));
    missing.filter(is_about).max_by_key(|file| file.len()).map(|file| CommandLine::git("restore").about(file))
}
