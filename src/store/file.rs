//! Files that are no commit: drafts, and records whose form is restored.

use std::path::Path;

use crate::git::Disk;
use crate::text::Text;

/// Writes a file whole or not at all. It keeps the mode of the file that it replaces, and is on the disk when this returns.
///
/// # Errors
/// The disk failed.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Text> {
    Ok(Disk::default().write_whole(path, bytes)?)
}

/// Removes a file, if there is one.
///
/// # Errors
/// The disk failed.
pub fn remove_file(path: &Path) -> Result<(), Text> {
    Ok(Disk::default().remove_whole(path)?)
}
