//! What is only drafted here points at a record by its number as well. Where that gets another, drafts are redirected; of a run that was stopped in
//! between, the next command that files does it. Until then the old number is somebody else's record.

use serde::Serialize;

use super::Result;
use super::drafts::DraftFolder;
use crate::git::{History, Id, Refused, RegisterFolder};
use crate::model::{FiledPath, RecordPath};
use crate::sync::redirected;
use crate::text::{Text, clean};
use crate::tr;

/// A file that points at a record which got another number.
#[derive(Debug, Serialize)]
pub struct RedirectedFile {
    /// Which, from the top of the register.
    pub file: String,
    /// Its text so far.
    pub before: String,
    /// Its text now.
    pub after: String,
}

/// Under what a clone notes on top of which commit a record is about to get another number, and which; nothing stands there once drafts know it.
const RENUMBERING: &str = "renumbering";

/// Notes that a record is about to get another number.
///
/// # Errors
/// The repository cannot be read or written.
pub(super) fn note_renumbering(history: &History, head: Id, old: &FiledPath, new: &FiledPath) -> Result<(), Refused> {
    history.note(RENUMBERING, &format!("{head} {old} {new}"))
}

/// Redirects what is only drafted here, which means the record that lies here as well; what could not be, and why. Where all of it was, that is noted.
pub(super) fn redirect_drafts(
    root: &RegisterFolder,
    old: &FiledPath,
    new: &FiledPath,
    dry_run: bool,
) -> (Vec<RedirectedFile>, Vec<Text>) {
    let drafts = DraftFolder::in_register(root);
    let (mut done, mut left) = (Vec::new(), Vec::new());
    for name in drafts.names() {
        let shown = clean(&name).into_owned();
        let Some(before) = drafts.text(&name) else {
            left.push(tr!(
                "草稿 {shown} 读不出来，里面若写着旧编号，请改正";
                "draft {shown} cannot be read; where it has the old number, mend it"
            ));
            continue;
        };
        let after = redirected(&before, old, new);
        if after == before {
            continue;
        }
        match if dry_run { Ok(()) } else { drafts.put(&name, &after) } {
            Ok(()) => done.push(RedirectedFile { file: format!("drafts/{name}.toml"), before, after }),
            Err(why) => {
                let (zh, en) = (why.zh(), why.en());
                left.push(tr!("草稿 {shown} 里还写着旧编号：{zh}"; "draft {shown} still has the old number: {en}"));
            }
        }
    }
    if left.is_empty() && !dry_run {
        // A note that stays behind is looked at again, and finds nothing to be done.
        let _ = History::open(root).and_then(|history| history.note(RENUMBERING, ""));
    }
    (done, left)
}

/// Redirects drafts where a run was stopped after the record got its number.
pub(super) fn redirect_left_behind(history: &History, root: &RegisterFolder) {
    let Ok(Some((attempt, old, new))) = left_behind(history) else { return };
    match was_renumbered(history, attempt, &old, &new) {
        Ok(Some(true)) => drop(redirect_drafts(root, &old, &new, false)),
        // It came to nothing, and another record may get that number.
        Ok(Some(false)) => history.note(RENUMBERING, "").unwrap_or_default(),
        Ok(None) | Err(_) => {}
    }
}

/// On top of which commit a record was about to get another number, and which.
fn left_behind(history: &History) -> Result<Option<(Id, FiledPath, FiledPath)>, Refused> {
    let word = history.noted(RENUMBERING)?.unwrap_or_default();
    let mut parts = word.split(' ');
    let attempt = parts.next().and_then(|digits| history.find(digits).ok()?);
    let mut path = || match parts.next()?.parse() {
        Ok(RecordPath::Filed(path)) => Some(path),
        _ => None,
    };
    let (old, new) = (path(), path());
    Ok(attempt.zip(old.zip(new)).map(|(attempt, (old, new))| (attempt, old, new)))
}

/// Whether a commit above another gave the record that number; none while there is no commit above it.
fn was_renumbered(history: &History, attempt: Id, old: &FiledPath, new: &FiledPath) -> Result<Option<bool>, Refused> {
    let Some(head) = history.head()?.1.filter(|head| *head != attempt) else { return Ok(None) };
    let (old, new) = (format!("{old}.toml"), format!("{new}.toml"));
    for commit in history.commits_since(head, &[attempt])? {
        let files = history.diff_trees(history.parents(commit)?.first().copied(), commit)?;
        let is_gone = files.iter().any(|file| file.path == old && file.new.is_none());
        if is_gone && files.iter().any(|file| file.path == new && file.old.is_none()) {
            return Ok(Some(true));
        }
    }
    Ok(Some(false))
}
