//! A file that somebody named. A link to it is followed, for a name is theirs to give; a pipe or a device is not waited for.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

/// The text of a regular file of no more bytes than that.
///
/// # Errors
/// It is none, has more, is no UTF-8, or cannot be read.
pub fn read_named_file(path: &Path, most: u64) -> io::Result<String> {
    if !path.metadata()?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut text = String::new();
    File::open(path)?.take(most + 1).read_to_string(&mut text)?;
    if text.len() as u64 > most { Err(ErrorKind::FileTooLarge.into()) } else { Ok(text) }
}
