//! Whether a file is as the last commit has it.

use std::path::Path;

use git2::{ObjectType, Oid};

use super::git_folder::{GitFolder, relative};

/// The last commit, should it hold a file of `folder` with just these bytes; else what is on the disk is nobody's word yet.
#[must_use]
pub fn committed(folder: &Path, file: &str, bytes: &[u8]) -> Option<String> {
    let place = GitFolder::around(folder).ok()?;
    let (repository, top) = (place.open().ok()?, place.top?);
    let inside = relative(&top, folder);
    let path = if inside.is_empty() { file.to_owned() } else { format!("{inside}/{file}") };
    let commit = repository.head().ok()?.peel_to_commit().ok()?;
    let entry = commit.tree().ok()?.get_path(Path::new(&path)).ok()?;
    let same = Oid::hash_object(ObjectType::Blob, bytes).is_ok_and(|id| id == entry.id());
    same.then(|| commit.id().to_string())
}
