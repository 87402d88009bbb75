//! What to do with a filing that was interrupted: its note is all that is asked.

use git2::{Oid, Repository};

use super::branch;
use super::index::Staging;
use super::intent::{IntendedChange, Intent, Interrupted, Notes, Resumption};
use super::lock::IndexLock;
use super::locked_repo::LockedRepo;
use super::refused::Refused;
use super::worktree::{in_folder, in_tree, name_of, put, remove_leftovers};
use crate::text::{Text, clean};
use crate::tr;

/// A filing that was interrupted, and what has become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// What has become of it.
    pub outcome: RecoveryOutcome,
    /// Its files, relative to the top of the repository.
    pub paths: Vec<String>,
    /// What it was to say, the first line.
    pub message: String,
    /// What it was.
    pub act: RecoveredAct,
}

/// What can be interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveredAct {
    /// A filing.
    Filing,
    /// What others had filed was taken in.
    Exchange,
    /// A filing was taken back.
    TakingBack,
}

/// What has become of an interrupted filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveryOutcome {
    /// It is filed.
    Finished,
    /// Nothing of it is left.
    Undone,
    /// Nothing: somebody else noted it, or this user in another folder.
    Ignored,
}

impl Recovered {
    /// What happened, in a sentence.
    #[must_use]
    pub fn describe(&self) -> Text {
        let (message, paths) = (clean(&self.message), self.paths.join("、"));
        let paths = clean(&paths);
        let count = self.paths.len();
        match self.outcome {
            RecoveryOutcome::Finished if self.act == RecoveredAct::TakingBack => tr!(
                "上一次撤回中途断了，现已补完，该次登记已撤回：{paths}";
                "the last undo was interrupted and has now been finished, the filing is taken back: {paths}"
            ),
            RecoveryOutcome::Undone if self.act == RecoveredAct::TakingBack => tr!(
                "上一次撤回中途断了，没有撤回，该次登记照旧：{paths}";
                "the last undo was interrupted and came to nothing, the filing stands: {paths}"
            ),
            RecoveryOutcome::Finished if self.act == RecoveredAct::Exchange => tr!(
                "上一次同步中途断了，现已补完（{count} 个文件）";
                "the last exchange was interrupted and has now been finished ({count} files)"
            ),
            RecoveryOutcome::Undone if self.act == RecoveredAct::Exchange => tr!(
                "上一次同步中途断了，已全部撤回（{count} 个文件）；请再运行 liandong sync";
                "the last exchange was interrupted and has been undone ({count} files); run liandong sync again"
            ),
            RecoveryOutcome::Finished => tr!(
                "上一次登记（{message}）中途断了，现已补完：{paths}";
                "the last filing ({message}) was interrupted and has now been finished: {paths}"
            ),
            RecoveryOutcome::Ignored => Text::fixed(
                "文件夹里有一份中途登记的记号（.git/liandong），不是您在本机这个文件夹里留下的（多半是复制来的），没有照它办；工作区有什么不对，见 git status",
                "the folder holds a note of an interrupted filing (.git/liandong) that you did not make in this folder on this computer (it was probably copied), \
                 and nothing was done by it; git status shows whether anything is amiss",
            ),
            RecoveryOutcome::Undone => tr!(
                "上一次登记（{message}）中途断了，已全部撤回，没有登记：{paths}";
                "the last filing ({message}) was interrupted and has been undone, nothing of it is filed: {paths}"
            ),
        }
    }
}

/// Finishes or undoes what was interrupted, if anything was.
pub(super) fn recover(held: &LockedRepo<'_>) -> Result<Option<Recovered>, Refused> {
    let (workspace, repository) = (held.workspace, held.objects());
    IndexLock::remove_leftover(&workspace.disk, &workspace.git)?;
    let notes = Notes::new(&workspace.disk, &workspace.git);
    let (intent, course) = match notes.read()? {
        Interrupted::Nothing => return Ok(None),
        Interrupted::Foreign => {
            let (paths, message) = (Vec::new(), String::new());
            return Ok(Some(Recovered { outcome: RecoveryOutcome::Ignored, act: RecoveredAct::Filing, paths, message }));
        }
        Interrupted::Noted(intent, course) => (*intent, course),
    };
    let lock = IndexLock::take(&workspace.disk, &workspace.git, workspace.patience)?;
    branch::remove_stale_locks(&workspace.disk, &workspace.place.common, &intent.branch, intent.commit)?;
    remove_leftovers(held, &intent.places)?;
    let outcome = if is_made(held, &intent)? {
        RecoveryOutcome::Finished
    } else if course == Resumption::Forward && may_go_on(held, &intent)? {
        finish(held, &intent, &notes)?
    } else {
        notes.turn_back()?;
        undo(held, &intent)?;
        RecoveryOutcome::Undone
    };
    let message = match repository.find_commit(intent.commit) {
        Ok(commit) => String::from_utf8_lossy(commit.summary_bytes().unwrap_or_default()).into_owned(),
        Err(_) => String::new(),
    };
    if intent.back && outcome == RecoveryOutcome::Finished {
        // What cannot be removed is in nobody's way.
        let _ = held.forget(&intent);
    }
    notes.clear()?;
    lock.release();
    let act = match (intent.back, intent.exact) {
        (true, _) => RecoveredAct::TakingBack,
        (false, true) => RecoveredAct::Exchange,
        (false, false) => RecoveredAct::Filing,
    };
    Ok(Some(Recovered { outcome, paths: intent.places.into_iter().map(|place| place.path).collect(), message, act }))
}

/// Whether the branch has the commit, or the same files by another one.
fn is_made(held: &LockedRepo<'_>, intent: &Intent) -> Result<bool, Refused> {
    let repository = held.objects();
    let Some(tip) = branch::tip(&*held.workspace.place.open()?, &intent.branch)? else { return Ok(false) };
    // Where the branch goes back it holds that commit from the beginning.
    let known = !intent.back && repository.find_commit(intent.commit).is_ok();
    if known && (tip == intent.commit || repository.graph_descendant_of(tip, intent.commit)?) {
        return Ok(true);
    }
    for place in &intent.places {
        if committed(repository, Some(tip), place)? != place.filed {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether everything is still as the filing left it: the branch, its files there, and the files in the folder.
fn may_go_on(held: &LockedRepo<'_>, intent: &Intent) -> Result<bool, Refused> {
    let repository = held.objects();
    if intent.branch != held.standing.branch || repository.find_commit(intent.commit).is_err() {
        return Ok(false);
    }
    let tip = held.tip()?;
    if intent.exact && tip != intent.parent {
        return Ok(false);
    }
    for place in &intent.places {
        let now = name_of(in_folder(held, &place.path)?.as_deref())?;
        if committed(repository, tip, place)? != place.committed || (now != place.filed && now != place.working) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn committed(repository: &Repository, commit: Option<Oid>, place: &IntendedChange) -> Result<Option<Oid>, Refused> {
    Ok(in_tree(repository, commit, &place.path)?.map(|(id, _)| id))
}

fn finish(held: &LockedRepo<'_>, intent: &Intent, notes: &Notes<'_>) -> Result<RecoveryOutcome, Refused> {
    let staging = Staging::read(&held.workspace.git)?;
    held.carry_out(intent.clone(), staging, notes)?;
    Ok(RecoveryOutcome::Finished)
}

/// Puts back what the filing changed. What somebody else has changed since is theirs and stays.
pub(super) fn undo(held: &LockedRepo<'_>, intent: &Intent) -> Result<(), Refused> {
    let disk = &held.workspace.disk;
    remove_leftovers(held, &intent.places)?;
    for IntendedChange { path, working, filed, .. } in &intent.places {
        match put(held, path, (*filed, *working)) {
            Ok(()) | Err(Refused::HandEdit(_)) => {}
            Err(why) => return Err(why),
        }
    }
    for folder in intent.folders.iter().rev() {
        held.standing.top.remove_empty(folder);
    }
    let mut staging = Staging::read(&held.workspace.git)?;
    let mut changed = false;
    for IntendedChange { path, staged, filed, mode, .. } in &intent.places {
        if staged != filed && staging.id(path) == *filed {
            staging.stage(&held.standing.root, path, staged.map(|id| (id, *mode)));
            changed = true;
        }
    }
    if changed { staging.write(disk, &held.workspace.git) } else { Ok(()) }
}
