//! What this program notes for itself in a git folder: sealed with the user's secret over the folder in which it lies and what it says.
//! Whoever hands over a folder chooses every byte of it; a note that this user did not make here is none.

use std::path::Path;

use super::disk::Disk;
use super::lock::own;
use super::real_folder::RealFolder;
use super::refused::Refused;
use super::secret::Secret;
use crate::platform::folder_id;

/// What is found where a note may lie.
pub(super) enum FoundNote {
    /// Nothing.
    None,
    /// What this user noted here.
    Own(Vec<u8>),
    /// What somebody else did, or this user elsewhere.
    Foreign,
}

/// Reads a note by its name within the folder of the program's own files.
pub(super) fn read(git: &Path, name: &str) -> Result<FoundNote, Refused> {
    read_as(git, name, name)
}

/// Reads a note that was written by one name and has another now.
pub(super) fn read_as(git: &Path, file: &str, name: &str) -> Result<FoundNote, Refused> {
    let Some(bytes) = RealFolder::open(git)?.read(&path(file))? else { return Ok(FoundNote::None) };
    let Some((seal, said)) = split(&bytes) else { return Ok(FoundNote::Foreign) };
    let Some(secret) = Secret::known()? else { return Ok(FoundNote::Foreign) };
    let own = secret.is_seal(seal, &[&place_of(git), name.as_bytes(), said]);
    Ok(if own { FoundNote::Own(said.to_vec()) } else { FoundNote::Foreign })
}

/// Notes something, in place of what was noted by that name.
pub(super) fn write(disk: &Disk, git: &Path, name: &str, said: &[u8]) -> Result<(), Refused> {
    let seal = Secret::made()?.seal(&[&place_of(git), name.as_bytes(), said]);
    let folder = RealFolder::open(git)?;
    folder.make_folders(disk, &path(name))?;
    folder.put(disk, &path(name), &[seal.as_bytes(), b"\n", said].concat())
}

/// Takes a note away, whoever wrote it.
pub(super) fn remove(disk: &Disk, git: &Path, name: &str) -> Result<(), Refused> {
    disk.remove(&git.join(path(name))).map(drop)
}

/// The names of notes in a folder of them.
pub(super) fn names(git: &Path, folder: &str) -> Result<Vec<String>, Refused> {
    RealFolder::open(git)?.names(&path(folder))
}

fn path(name: &str) -> String {
    format!("{}/{name}", own(Path::new("")).display())
}

fn split(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let at = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((std::str::from_utf8(&bytes[..at]).ok()?, &bytes[at + 1..]))
}

/// Which folder it is: its real path, and by what the system tells it from another that is put there.
fn place_of(git: &Path) -> Vec<u8> {
    let real = git.canonicalize().unwrap_or_else(|_| git.to_owned());
    [real.as_os_str().as_encoded_bytes(), b"\0", folder_id(&real).as_bytes()].concat()
}
