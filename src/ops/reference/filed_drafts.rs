//! Names of drafts, also of those that have become records.

use crate::git::{History, Refused, RegisterFolder};
use crate::model::RecordPath;
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
    match history.find(commit)? {
        Some(commit) => Ok(history.mark(&format!("{}/{}", notes_of(draft), commit.short()), commit)?),
        None => Ok(()),
    }
}

/// The records that drafts of a name became: what the commits added by which they were filed.
pub(super) fn filed_drafts(root: &RegisterFolder, draft: &str) -> Vec<RecordPath> {
    let Some(kind) = kind_of(draft) else { return Vec::new() };
    let Ok(history) = History::open(root) else { return Vec::new() };
    let added = |commit| -> Result<Vec<RecordPath>, Refused> {
        let parent = history.parents(commit)?.first().copied();
        let changed = history.diff_trees(parent, commit)?.into_iter().filter(|file| file.old.is_none());
        Ok(changed.filter_map(|file| RecordPath::of_file(&file.path).ok()).filter(|path| path.kind() == kind).collect())
    };
    // What cannot be read of a note is a record less that its name finds.
    history
        .marked_below(&notes_of(draft))
        .unwrap_or_default()
        .into_iter()
        .flat_map(|commit| added(commit).unwrap_or_default())
        .collect()
}
