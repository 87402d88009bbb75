//! The files of a filing in the folder: what lies there, and putting there what is filed.

use std::path::Path;

use git2::{ObjectType, Oid, Repository};

use super::intent::IntendedChange;
use super::locked_repo::LockedRepo;
use super::refused::Refused;
use super::unfold::is_empty_folder;

/// The mode of a file in trees: records are never executable, but what somebody made so stays so.
pub(super) const FILE: u32 = 0o100_644;

/// A file of a tree.
pub(super) fn in_tree(repository: &Repository, commit: Option<Oid>, path: &str) -> Result<Option<(Oid, u32)>, Refused> {
    let Some(commit) = commit else { return Ok(None) };
    let tree = repository.find_commit(commit)?.tree()?;
    let entry = match tree.get_path(Path::new(path)) {
        Ok(entry) => entry,
        Err(error) if error.code() == git2::ErrorCode::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mode = u32::try_from(entry.filemode()).unwrap_or_default();
    match entry.kind() {
        // No path of a record is taken by nothing.
        Some(ObjectType::Tree) if is_empty_folder(&entry) => Ok(None),
        Some(ObjectType::Blob) if mode & 0o170_000 == 0o100_000 => Ok(Some((entry.id(), mode))),
        _ => Err(Refused::Obstacle(path.to_owned())),
    }
}

/// The bytes of a file in the folder. Nothing but a regular file within real folders is read: a link could lead out of the register.
pub(super) fn in_folder(held: &LockedRepo<'_>, path: &str) -> Result<Option<Vec<u8>>, Refused> {
    held.standing.top.read(path)
}

/// The name under which git would keep the bytes, without any conversion.
pub(super) fn name_of(bytes: Option<&[u8]>) -> Result<Option<Oid>, Refused> {
    Ok(bytes.map(|bytes| Oid::hash_object(ObjectType::Blob, bytes)).transpose()?)
}

/// Puts `to` at a place, where nothing but `from` or `to` lies now.
pub(super) fn put(held: &LockedRepo<'_>, path: &str, (from, to): (Option<Oid>, Option<Oid>)) -> Result<(), Refused> {
    let (disk, top) = (&held.workspace.disk, &held.standing.top);
    let now = name_of(in_folder(held, path)?.as_deref())?;
    if now == to {
        return Ok(());
    }
    if now != from {
        return Err(Refused::HandEdit(path.to_owned()));
    }
    let Some(to) = to else { return top.remove(disk, path) };
    let blob = held.objects().find_blob(to)?;
    top.make_folders(disk, path)?;
    top.put(disk, path, blob.content())
}

/// Removes what a killed program left beside its files.
pub(super) fn remove_leftovers(held: &LockedRepo<'_>, places: &[IntendedChange]) -> Result<(), Refused> {
    places.iter().try_for_each(|place| held.standing.top.remove_leftover(&held.workspace.disk, &place.path))
}
