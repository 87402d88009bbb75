//! Whether a file is as the last commit has it.

use std::path::Path;

use git2::{ObjectType, Oid};

use super::register_folder::RegisterFolder;

/// The last commit, should it hold a file of `folder` with just these bytes; else what is on the disk is nobody's word yet.
#[must_use]
pub fn committed(folder: &RegisterFolder, file: &str, bytes: &[u8]) -> Option<String> {
    let repository = folder.place().ok()?.open().ok()?;
    let inside = folder.below_top().ok()?;
    let path = if inside.is_empty() { file.to_owned() } else { format!("{inside}/{file}") };
    let commit = repository.head().ok()?.peel_to_commit().ok()?;
    let entry = commit.tree().ok()?.get_path(Path::new(&path)).ok()?;
    let same = Oid::hash_object(ObjectType::Blob, bytes).is_ok_and(|id| id == entry.id());
    same.then(|| commit.id().to_string())
}
