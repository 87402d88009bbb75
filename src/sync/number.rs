//! Two records with one number, as two copies of a folder may give: the one that nobody else has yet gets another.

use crate::git::{History, Id, Refused};
use crate::model::{FiledPath, Record, RecordPath, Reference, limits};

/// What a new number rewrites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    /// The record, under its new number.
    pub path: FiledPath,
    /// Its bytes, which do not change unless it points at itself.
    pub text: String,
    /// Other records of ours that point at it: before and after.
    pub pointing: Vec<(RecordPath, String, String)>,
}

/// A record that only lies here, under another number, and all that points at it from what only lies here.
///
/// # Errors
/// The repository cannot be read.
pub fn renumber(
    history: &History,
    (here, shared): (Id, Id),
    old: &FiledPath,
    new: &FiledPath,
) -> Result<Option<Renumbered>, Refused> {
    let file = RecordPath::Filed(old.clone()).file();
    let text = |id: Id| -> Result<Option<String>, Refused> {
        Ok(history.blob(id, limits::RECORD_BYTES)?.and_then(|bytes| String::from_utf8(bytes).ok()))
    };
    let Some(entry) = history.entry(here, &file)? else { return Ok(None) };
    let parting = history.merge_base(here, shared)?;
    let is_shared = match parting {
        Some(parting) => history.entry(parting, &file)?.is_some(),
        None => false,
    };
    let Some(own) = text(entry.id)?.filter(|_| !is_shared) else { return Ok(None) };
    let mut pointing = Vec::new();
    for change in history.diff_trees(parting, here)? {
        let (Ok(path), Some(entry)) = (RecordPath::of_file(&change.path), change.new) else { continue };
        let Some(before) = text(entry.id)?.filter(|_| change.path != file) else { continue };
        let after = redirected(&before, old, new);
        if after != before && Record::read(&path, &after).is_ok() {
            pointing.push((path, before, after));
        }
    }
    Ok(Some(Renumbered { path: new.clone(), text: redirected(&own, old, new), pointing }))
}

/// A text whose references to one record point at another.
#[must_use]
pub fn redirected(text: &str, old: &FiledPath, new: &FiledPath) -> String {
    let (old, new) = (Reference::from(old.clone()).to_string(), Reference::from(new.clone()).to_string());
    // A reference ends with its quotation or at the number of a part.
    text.replace(&format!("\"{old}\""), &format!("\"{new}\"")).replace(&format!("\"{old}#"), &format!("\"{new}#"))
}
