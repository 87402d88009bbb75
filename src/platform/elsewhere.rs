//! Files and processes of Windows, and of systems that tell less of them.

use std::fs::{Metadata, OpenOptions, Permissions};
use std::io;
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

use super::FileStat;

/// git starts hooks here whatever they are.
pub(crate) fn make_executable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// As private as the folder in which it lies: on Windows the user's own, which other users may not look into.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// As private as its folder.
pub(crate) fn private_file() -> OpenOptions {
    OpenOptions::new()
}

/// As any new file.
pub(crate) fn taken_away() -> Option<Permissions> {
    None
}

/// As any file: one that may only be read could not be renamed over or pruned.
pub(crate) fn unchanging() -> Option<Permissions> {
    None
}

/// Nobody can tell by its mode.
pub(crate) fn is_open(_: &Metadata, _: u32) -> bool {
    false
}

/// That it has others is not told.
pub(crate) fn names(_: &Metadata) -> u64 {
    1
}

/// The moment at which it was made, which a copy of it does not share; nothing where that is not told.
pub(crate) fn folder_id(folder: &Path) -> String {
    #[cfg(windows)]
    let told = std::fs::metadata(folder).map(|found| std::os::windows::fs::MetadataExt::creation_time(&found).to_string());
    #[cfg(not(windows))]
    let told = std::fs::metadata(folder).map(|_| String::new());
    told.unwrap_or_default()
}

/// That is not told.
pub(crate) fn free_bytes(_: &Path) -> Option<u64> {
    None
}

/// That is not told: a file that may only be read says so, a folder does not.
pub(crate) fn may_write_into(_: &Path) -> Option<bool> {
    None
}

/// Nothing by which a file that was not touched could be told: it is read again.
pub(crate) fn stat(_: &Metadata) -> Option<FileStat> {
    None
}

/// There are no groups: what a program started goes when nobody reads what it says.
pub(crate) fn lead_group(_: &mut Command) {}

/// Nothing bounds a program that runs.
pub(crate) fn bound_memory(_: &Child, _: u64) {}

/// Nothing was bounded.
pub(crate) fn lift_memory_bound() {}

/// Ends a program.
pub(crate) fn end(child: &mut Child) {
    let _ = child.kill();
}
/// Waits a little for a key; that a console was closed ends the program.
pub(crate) fn has_keyboard(within: Duration) -> io::Result<bool> {
    std::thread::sleep(within.min(Duration::from_millis(20)));
    Ok(true)
}

/// Waits until somebody ends the program from outside: by Ctrl-C.
#[cfg(feature = "desk")]
pub(crate) async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // Nobody can be heard: the system ends it.
        std::future::pending::<()>().await;
    }
}
