//! Names of drafts, also of those that have become records.

use crate::git::{History, Id, Refused, RegisterFolder};
use crate::model::{RecordPath, limits};
use crate::ops::drafts::kind_of;
use crate::text::Text;

/// Whether a name can be a draft's: nothing outside their folder is one.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

pub(super) fn is_draft(root: &RegisterFolder, name: &str) -> bool {
    is_name(name) && root.join("drafts").join(format!("{name}.toml")).is_file()
}

/// Under what a clone notes the commits by which drafts of a name were filed.
fn notes_of(draft: &str) -> String {
    format!("drafts/{draft}")
}

/// Notes that a draft was filed by a commit, so that its name still finds the record. A draft is known in this clone only, and so is
/// what became of it: the note is a name of a commit in git's own folder, which is never sent.
///
/// # Errors
/// The repository cannot be read or written, or git takes no such name.
pub fn note_filed(root: &RegisterFolder, draft: &str, commit: &str) -> Result<(), Text> {
    let history = History::open(root)?;
    if let Some(commit) = history.find(commit)? {
        history.mark(&format!("{}/{}", notes_of(draft), commit.short()), commit)?;
    }
    Ok(history.note(&attempt_of(draft), "")?)
}

/// Under what a clone notes on top of which commit a draft was last about to be filed; nothing stands there once it is known by which it was.
fn attempt_of(draft: &str) -> String {
    format!("filing/{draft}")
}

/// Notes that a draft is about to be filed: of a run that is stopped between the commit and the note of it, the commit is above the one that is noted.
///
/// # Errors
/// The repository cannot be read or written.
pub(in crate::ops) fn note_attempt(root: &RegisterFolder, draft: &str) -> Result<(), Text> {
    let history = History::open(root)?;
    let head = history.head()?.1.map(|head| head.to_string()).unwrap_or_default();
    Ok(history.note(&attempt_of(draft), &head)?)
}

/// The records that drafts of a name became, or may have become, each with its text as it was filed. What was taken back is none.
pub(in crate::ops) fn filed_as(root: &RegisterFolder, draft: &str) -> Vec<(RecordPath, String)> {
    let read = || -> Result<Vec<(RecordPath, String)>, Refused> {
        let history = History::open(root)?;
        let Some(head) = history.head()?.1 else { return Ok(Vec::new()) };
        let mut commits = history.marked_below(&notes_of(draft))?;
        // One that was taken back need not even be there any more.
        commits.retain(|commit| *commit == head || history.is_descendant(head, *commit).unwrap_or_default());
        let attempt = history.noted(&attempt_of(draft))?.and_then(|digits| history.find(&digits).ok()?);
        if let Some(attempt) = attempt {
            commits.extend(history.commits_since(head, &[attempt])?);
        }
        let mut filed = Vec::new();
        for commit in commits {
            for (path, id) in added(&history, commit)? {
                let text = history.blob(id, limits::RECORD_BYTES)?.and_then(|bytes| String::from_utf8(bytes).ok());
                filed.extend(text.map(|text| (path, text)));
            }
        }
        Ok(filed)
    };
    // What cannot be read of it is still told by what stands now.
    read().unwrap_or_default()
}

/// The records that a commit added.
fn added(history: &History, commit: Id) -> Result<Vec<(RecordPath, Id)>, Refused> {
    let parent = history.parents(commit)?.first().copied();
    let files = history.diff_trees(parent, commit)?.into_iter().filter(|file| file.old.is_none());
    Ok(files.filter_map(|file| Some((RecordPath::of_file(&file.path).ok()?, file.new?.id))).collect())
}

/// The records that drafts of a name became: what the commits added by which they were filed.
pub(super) fn filed_drafts(root: &RegisterFolder, draft: &str) -> Vec<RecordPath> {
    let Some(kind) = kind_of(draft) else { return Vec::new() };
    let Ok(history) = History::open(root) else { return Vec::new() };
    // What cannot be read of a note is a record less that its name finds.
    history
        .marked_below(&notes_of(draft))
        .unwrap_or_default()
        .into_iter()
        .flat_map(|commit| added(&history, commit).unwrap_or_default())
        .map(|(path, _)| path)
        .filter(|path| path.kind() == kind)
        .collect()
}
