//! Files that are written for people to take away: of the right ending, and never over another unless asked to.

use std::path::Path;

use crate::store;
use crate::text::{Text, clean, disk};
use crate::tr;

/// That a file may be written there, before anything is computed for it; `endings` are those that it may have.
///
/// # Errors
/// It ends otherwise, or is there already and `force` does not say that it may go.
pub fn may_export(out: &Path, endings: &[&str], force: bool) -> Result<(), Text> {
    let shown = clean(&out.to_string_lossy()).into_owned();
    let ends = |ending: &&str| out.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if !endings.iter().any(ends) {
        let (zh, en) = (either(endings, "、", " 或 "), either(endings, ", ", " or "));
        return Err(tr!("请把 {shown} 改为以 {zh} 结尾"; "let {shown} end in {en}"));
    }
    if !force && out.symlink_metadata().is_ok() {
        return Err(is_there(out));
    }
    Ok(())
}

/// Writes it whole or not at all.
///
/// # Errors
/// It is there already and `force` does not say that it may go, or the disk failed.
pub fn export(out: &Path, bytes: &[u8], force: bool) -> Result<(), Text> {
    store::export_file(out, bytes, force).map_err(|error| {
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            return is_there(out);
        }
        let (shown, why) = (clean(&out.to_string_lossy()).into_owned(), disk(&error));
        let (zh, en) = (why.zh(), why.en());
        tr!("{shown} 没有写成：{zh}"; "{shown} was not written: {en}")
    })
}

/// Endings from which one may be chosen.
fn either(endings: &[&str], comma: &str, or: &str) -> String {
    let dotted: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    match dotted.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{}{or}{last}", others.join(comma)),
        _ => dotted.concat(),
    }
}

pub(super) fn is_there(out: &Path) -> Text {
    let shown = clean(&out.to_string_lossy()).into_owned();
    tr!("{shown} 已经有了；要覆盖请加 --force"; "{shown} is there already; --force overwrites it")
}
