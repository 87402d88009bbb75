//! Files that a command writes for people to take away: of the right ending, and never over another unless asked to.

use std::path::Path;

use crate::store;
use crate::text::{Text, clean};
use crate::tr;

/// That a file may be written there, before anything is computed for it.
pub(super) fn refuse(out: &Path, ending: &str, force: bool) -> Result<(), Text> {
    let shown = clean(&out.to_string_lossy()).into_owned();
    if !out.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)) {
        return Err(tr!("请把 {shown} 改为以 .{ending} 结尾"; "let {shown} end in .{ending}"));
    }
    if !force && out.symlink_metadata().is_ok() {
        return Err(is_there(out));
    }
    Ok(())
}

/// Writes it whole or not at all.
pub(super) fn write(out: &Path, bytes: &[u8], force: bool) -> Result<(), Text> {
    store::export_file(out, bytes, force).map_err(|error| {
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            return is_there(out);
        }
        let (shown, why) = (clean(&out.to_string_lossy()).into_owned(), crate::text::disk(&error));
        let (zh, en) = (why.zh(), why.en());
        tr!("{shown} 没有写成：{zh}"; "{shown} was not written: {en}")
    })
}

fn is_there(out: &Path) -> Text {
    let shown = clean(&out.to_string_lossy()).into_owned();
    tr!("{shown} 已经有了；要覆盖请加 --force"; "{shown} is there already; --force overwrites it")
}
