//! A new register from the mechanism that the program ships.

use std::fs;
use std::path::Path;

use super::{Environment, Failure, Result, mechanism, write_editor_files};
use crate::git;
use crate::model::ROOT_FILES;
use crate::report::EditorFile;
use crate::store::{self, Source};
use crate::text::clean;
use crate::tr;

/// Makes a register in a folder that does not exist, or is empty, with settings for editors where there are any.
///
/// # Errors
/// The folder holds something, or cannot be made.
pub fn init(folder: &Path, editors: &[EditorFile], environment: &Environment<'_>) -> Result<()> {
    let shown = clean(&folder.to_string_lossy()).into_owned();
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file() {
        return Err(tr!("{shown} 不是空的，请另选文件夹"; "{shown} is not empty; choose another folder").into());
    }
    let failed = |error: std::io::Error| {
        Failure::from(error).context(tr!("不能在 {shown} 新建台账"; "no register can be made in {shown}"))
    };
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(failed)?;
    // Made beside its place and moved there when it is whole.
    let made = tempfile::Builder::new().prefix(".liandong-").tempdir_in(parent).map_err(failed)?;
    for (path, bytes) in store::shipped().chain(ROOT_FILES.map(|(path, text)| (path, text.as_bytes()))) {
        let file = made.path().join(path);
        fs::create_dir_all(file.parent().unwrap_or(made.path())).map_err(failed)?;
        store::write_file(&file, bytes)?;
    }
    let known = store::load_mechanism(&Source::Folder(made.path().into()))?;
    git::init(made.path(), "新建台账", environment.now_in(&mechanism(&known)?))?;
    if !editors.is_empty() {
        write_editor_files(&made.path().into(), editors)?;
    }
    if folder.is_dir() {
        fs::remove_dir(folder).map_err(failed)?;
    }
    fs::rename(made.keep(), folder).map_err(failed)
}
