//! Files that are no commit: drafts, records whose form is restored, and what people take away.

use std::io::{self, Write as _};
use std::path::Path;

use crate::git::{Disk, RealFolder};
use crate::platform;
use crate::text::Text;

/// Writes a file whole or not at all. It keeps the mode of the file that it replaces, and is on the disk when this returns.
///
/// # Errors
/// The disk failed.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Text> {
    Ok(Disk::default().write_whole(path, bytes)?)
}

/// The bytes of a regular file below a folder; no link is followed to it. `None` where nothing is there.
///
/// # Errors
/// Something else is there, or the disk failed.
pub fn read_below(folder: &Path, file: &str) -> Result<Option<Vec<u8>>, Text> {
    Ok(RealFolder::open(folder)?.read(file)?)
}

/// Writes a file below a folder whole or not at all, and makes the folders between; no link is followed to it.
///
/// # Errors
/// Something else is there, or the disk failed.
pub fn write_below(folder: &Path, file: &str, bytes: &[u8]) -> Result<(), Text> {
    let (folder, disk) = (RealFolder::open(folder)?, Disk::default());
    folder.make_folders(&disk, file)?;
    Ok(folder.put(&disk, file, bytes)?)
}

/// The same where others may write the same file at once, without a lock: the last of them stands, whole.
///
/// # Errors
/// Something else is there, or the disk failed.
pub fn write_among_others(folder: &Path, file: &str, bytes: &[u8]) -> Result<(), Text> {
    let (folder, disk) = (RealFolder::open(folder)?, Disk::default());
    folder.make_folders(&disk, file)?;
    Ok(folder.put_among_others(&disk, file, bytes)?)
}

/// Makes an empty file below a folder, with the folders between; says whether it was made, and not there before.
///
/// # Errors
/// Something else is there, or the disk failed.
pub fn claim_below(folder: &Path, file: &str) -> Result<bool, Text> {
    let (folder, disk) = (RealFolder::open(folder)?, Disk::default());
    folder.make_folders(&disk, file)?;
    Ok(folder.claim(&disk, file)?)
}

/// Removes a file below a folder, if there is one; no link is followed to it.
///
/// # Errors
/// The disk failed.
pub fn remove_below(folder: &Path, file: &str) -> Result<(), Text> {
    Ok(RealFolder::open(folder)?.remove(&Disk::default(), file)?)
}

/// Writes a file for people to take away, whole or not at all; it takes the place of another only where that is wanted.
///
/// # Errors
/// The disk failed, or there is a file already that must not be replaced.
pub fn export_file(path: &Path, bytes: &[u8], replace: bool) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".liandong-");
    if let Some(permissions) = platform::taken_away() {
        builder.permissions(permissions);
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let placed = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    placed.map(drop).map_err(|failed| failed.error)
}

/// Removes a file, if there is one.
///
/// # Errors
/// The disk failed.
pub fn remove_file(path: &Path) -> Result<(), Text> {
    Ok(Disk::default().remove_whole(path)?)
}
