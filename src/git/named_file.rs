//! A file that somebody named. A link to it is followed, for a name is theirs to give; a pipe or a device is not waited for.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

/// A regular file, opened: of a pipe nobody knows whether it ever says anything, of a device whether it ever ends.
///
/// # Errors
/// It is none ([`ErrorKind::Unsupported`]), or cannot be opened.
pub fn open_named_file(path: &Path) -> io::Result<File> {
    let kind = path.metadata()?.file_type();
    if kind.is_file() {
        File::open(path)
    } else {
        Err(if kind.is_dir() { ErrorKind::IsADirectory } else { ErrorKind::Unsupported }.into())
    }
}

/// The text of a regular file of no more bytes than that.
///
/// # Errors
/// It is none, has more, is no UTF-8, or cannot be read.
pub fn read_named_file(path: &Path, most: u64) -> io::Result<String> {
    let mut text = String::new();
    open_named_file(path)?.take(most + 1).read_to_string(&mut text)?;
    if text.len() as u64 > most { Err(ErrorKind::FileTooLarge.into()) } else { Ok(text) }
}
