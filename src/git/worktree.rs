//! The files of a filing in the folder: what lies there, and putting there what is filed.

use std::path::{Path, PathBuf};

use git2::{ObjectType, Oid, Repository};

use super::disk::{Disk, beside, folder_of, permissions};
use super::intent::IntendedChange;
use super::refused::Refused;

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
        Some(ObjectType::Blob) if mode & 0o170_000 == 0o100_000 => Ok(Some((entry.id(), mode))),
        _ => Err(Refused::Obstacle(path.to_owned())),
    }
}

/// The bytes of a file in the folder. Nothing but a regular file within real folders is read: a link could lead out of the register.
pub(super) fn in_folder(root: &Path, path: &str) -> Result<Option<Vec<u8>>, Refused> {
    let file = root.join(path);
    let obstacle = |at: &Path| Refused::Obstacle(at.strip_prefix(root).unwrap_or(at).to_string_lossy().into_owned());
    let above = file.ancestors().skip(1).take_while(|folder| *folder != root);
    for folder in above.collect::<Vec<_>>().into_iter().rev() {
        match std::fs::symlink_metadata(folder) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(obstacle(folder)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Refused::disk(folder, error)),
        }
    }
    match std::fs::symlink_metadata(&file) {
        Ok(found) if !found.is_file() => return Err(obstacle(&file)),
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Refused::disk(&file, error)),
    }
    std::fs::read(&file).map(Some).map_err(|error| Refused::disk(&file, error))
}

/// The name under which git would keep the bytes, without any conversion.
pub(super) fn name_of(bytes: Option<&[u8]>) -> Result<Option<Oid>, Refused> {
    Ok(bytes.map(|bytes| Oid::hash_object(ObjectType::Blob, bytes)).transpose()?)
}

/// The folders that have to be made for a file, from above to below.
pub(super) fn missing_folders(root: &Path, path: &str) -> Vec<String> {
    let mut missing: Vec<String> = Path::new(path)
        .ancestors()
        .skip(1)
        .take_while(|folder| !folder.as_os_str().is_empty() && !root.join(folder).exists())
        .map(|folder| folder.to_string_lossy().into_owned())
        .collect();
    missing.reverse();
    missing
}

/// Puts `to` at a place, where nothing but `from` or `to` lies now.
pub(super) fn put(
    disk: &Disk,
    repository: &Repository,
    root: &Path,
    path: &str,
    (from, to): (Option<Oid>, Option<Oid>),
) -> Result<(), Refused> {
    let now = name_of(in_folder(root, path)?.as_deref())?;
    if now == to {
        return Ok(());
    }
    if now != from {
        return Err(Refused::HandEdit(path.to_owned()));
    }
    let file: PathBuf = root.join(path);
    let Some(to) = to else { return disk.remove_whole(&file) };
    let blob = repository.find_blob(to)?;
    disk.make_folders(folder_of(&file))?;
    let beside = beside(&file);
    disk.create(&beside, blob.content(), permissions(&file))?;
    let renamed = disk.rename(&beside, &file).and_then(|()| disk.sync_folder(folder_of(&file)));
    if renamed.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    renamed
}

/// Removes what a killed program left beside its files.
pub(super) fn remove_leftovers(disk: &Disk, root: &Path, places: &[IntendedChange]) -> Result<(), Refused> {
    for place in places {
        let beside = beside(&root.join(&place.path));
        if beside.symlink_metadata().is_ok() {
            disk.remove(&beside)?;
        }
    }
    Ok(())
}

/// Removes folders that were made for files that are not there any more.
pub(super) fn remove_empty(root: &Path, folders: &[String]) {
    for folder in folders.iter().rev() {
        // A folder in which somebody has put something meanwhile stays.
        let _ = std::fs::remove_dir(root.join(folder));
    }
}
