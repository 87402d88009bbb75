//! The registers in `examples/`, and copies that can be changed.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::program::home;

/// `clean`, the invented year in order; `broken`, with something of everything amiss.
pub(crate) fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

pub(crate) fn clean() -> PathBuf {
    example("clean")
}

/// A copy of the clean one.
pub(crate) fn copy() -> TempDir {
    let copy = home();
    copy_to(copy.path());
    copy
}

/// Copies the clean one into a folder.
pub(crate) fn copy_to(folder: &Path) {
    copy_folder(&clean(), folder);
}

/// Copies a folder with all that is in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
