//! The gate of a shared repository: a hook that calls this program, which verifies what a push brought before it is accepted.

use std::path::{Path, PathBuf};

use super::Result;
use crate::git::History;
use crate::store;
use crate::text::clean;
use crate::tr;

/// Where a gate is put up.
#[derive(Debug, Clone)]
pub struct HookRequest {
    /// A bare repository.
    pub repository: PathBuf,
    /// This program, as the hook is to call it.
    pub program: PathBuf,
}

/// More than a year of a large district is; a push larger than that is no push of records.
const LARGEST_PUSH: &str = "64m";

/// By which this program's own hook is known again.
const MARK: &str = "liandong hook";

/// Puts up the gate, in place of an older one of this program's.
///
/// # Errors
/// There is no bare repository, it has another hook, or the disk failed.
pub fn install_hook(request: &HookRequest) -> Result<()> {
    let folder = &request.repository;
    let shown = clean(&folder.to_string_lossy()).into_owned();
    let none =
        || tr!("{shown} 不是裸仓库；先用 git init --bare 建一个"; "{shown} is no bare repository; make one with git init --bare");
    if !folder.join("objects").is_dir() || !folder.join("HEAD").is_file() {
        return Err(none().into());
    }
    let history = History::open(&folder.into()).map_err(|_| none())?;
    let hook = folder.join("hooks").join("pre-receive");
    if hook.symlink_metadata().is_ok() && !std::fs::read_to_string(&hook).is_ok_and(|text| text.contains(MARK)) {
        let hook = clean(&hook.to_string_lossy()).into_owned();
        return Err(tr!("{hook} 已有别的钩子，请先移走"; "there is another hook at {hook}; move it away first").into());
    }
    let program = request.program.to_string_lossy().replace('\'', "'\\''");
    std::fs::create_dir_all(folder.join("hooks"))?;
    store::write_file(&hook, format!("#!/bin/sh\n# {MARK}\nexec '{program}' hook run\n").as_bytes())?;
    make_executable(&hook)?;
    let settings = [
        ("receive.denyNonFastForwards", "true"),
        ("receive.denyDeletes", "true"),
        ("receive.fsckObjects", "true"),
        ("receive.maxInputSize", LARGEST_PUSH),
        // What is refused is written once, as it came, and a large file is never held in memory: git does that before it asks.
        ("receive.unpackLimit", "1"),
        ("core.bigFileThreshold", "2m"),
        ("core.hooksPath", "hooks"),
    ];
    // A repository made by hand may have a head of another name.
    history.head_to_main()?;
    for (key, value) in settings {
        history.set(key, value)?;
    }
    Ok(())
}

#[cfg(unix)]
fn make_executable(file: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
