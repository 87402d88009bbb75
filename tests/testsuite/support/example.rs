//! The register in `examples/clean`, and copies of it that can be changed.

use std::path::{Path, PathBuf};

pub(crate) fn clean() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/clean")
}

/// Copies it into a folder.
pub(crate) fn copy_to(folder: &Path) {
    copy(&clean(), folder);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
