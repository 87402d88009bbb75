//! Files that a person names, read up to a limit.

use std::io::{self, Read};
use std::path::Path;

use clap::ArgMatches;

use super::options::FILE;
use crate::git::open_named_file;
use crate::model::limits::{RECORD_BYTES, SHEET_BYTES};
use crate::ops::{DraftFolder, GivenText};
use crate::text::{Text, clean, disk};
use crate::tr;

/// What was given in a file or on standard input, should anything be.
///
/// # Errors
/// It cannot be read.
pub(super) fn given_text(matches: &ArgMatches, register: &Path) -> Result<Option<GivenText>, Text> {
    let Some(mut name) = matches.get_one::<String>(FILE).cloned() else { return Ok(None) };
    // A draft is named as it is printed, wherever in the register somebody stands.
    if name != "-"
        && !Path::new(&name).exists()
        && let Some(draft) = DraftFolder::in_register(register).file_called(&name)
    {
        name = draft.to_string_lossy().into_owned();
    }
    let read = match name.as_str() {
        "-" => bounded(io::stdin()),
        path => std::fs::File::open(path).and_then(bounded),
    };
    let text = read.map_err(|error| {
        let (shown, why) = (clean(&name).into_owned(), disk(&error));
        let (zh, en) = (why.zh(), why.en());
        tr!("读不出 {shown}：{zh}"; "{shown} cannot be read: {en}")
    })?;
    Ok(Some(GivenText { name, text }))
}

/// A text of no more than a record may have.
pub(in crate::cli) fn bounded(from: impl Read) -> io::Result<String> {
    let mut text = String::new();
    from.take(RECORD_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > RECORD_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(text)
}

/// A spreadsheet of no more than the limit.
pub(super) fn spreadsheet(path: &Path) -> Result<Vec<u8>, Text> {
    let shown = clean(&path.to_string_lossy()).into_owned();
    let unread = |error: io::Error| {
        let why = disk(&error);
        let (zh, en) = (why.zh(), why.en());
        tr!("{shown} 读不出来：{zh}"; "{shown} cannot be read: {en}")
    };
    let mut bytes = Vec::new();
    let file = open_named_file(path).map_err(unread)?;
    file.take(SHEET_BYTES + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > SHEET_BYTES {
        let most = SHEET_BYTES / 1024 / 1024;
        return Err(
            tr!("{shown} 超过 {most} MB，请分成几个文件"; "{shown} is larger than {most} MB; divide it into several files"),
        );
    }
    Ok(bytes)
}
