//! Settings for editors, beside the records and no part of them.

use super::Result;
use crate::git::{self, RegisterFolder};
use crate::report::{EditorFile, SCHEMAS};
use crate::store::{read_below, write_below};
use crate::text::{Text, clean};
use crate::tr;

/// Writes settings for editors into a register, and tells git to pass them over in this clone: nobody would take them.
///
/// # Errors
/// A person has other settings in one of these files, which stays as it is then, or the disk failed.
pub fn write_editor_files(folder: &RegisterFolder, files: &[EditorFile]) -> Result<()> {
    let mut theirs = Vec::new();
    for file in files.iter().filter(|file| !file.is_own) {
        if read_below(folder, &file.path)?.is_some_and(|bytes| bytes != file.text.as_bytes()) {
            theirs.push(Text::same(clean(&file.path).into_owned()));
        }
    }
    if !theirs.is_empty() {
        let files = Text::join(&theirs, "、", ", ");
        let (zh, en) = (files.zh(), files.en());
        return Err(tr!(
            "{zh} 里已有别的设置，没有改动，也没有写入别的；请先移走再运行一次，然后把自己的设置加回去";
            "{en}: there are other settings already, which stay; nothing was written. Move them away, run this again, then add yours"
        )
        .into());
    }
    for file in files {
        write_below(folder, &file.path, file.text.as_bytes())?;
    }
    let shared = files.iter().filter(|file| !file.is_own).map(|file| &*file.path);
    let lines: Vec<String> = [SCHEMAS].into_iter().chain(shared).map(|path| format!("/{path}")).collect();
    Ok(git::pass_over(folder, &lines)?)
}
