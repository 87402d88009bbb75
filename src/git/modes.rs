//! What trees say that files are. A diff gives the same, and stops the program at a mode that git itself does not know; such a mode
//! can be written, and passes where objects are looked at on their way.

use git2::{DiffFile, Repository, Tree};

use super::revision::Mode;

/// The modes in a tree, asked for in the order of paths: files beside each other lie in one folder.
pub(super) struct Modes<'a> {
    repository: &'a Repository,
    top: Option<Tree<'a>>,
    last: Option<(Vec<u8>, Option<Tree<'a>>)>,
}

impl<'a> Modes<'a> {
    pub(super) const fn new(repository: &'a Repository, top: Option<Tree<'a>>) -> Self {
        Self { repository, top, last: None }
    }

    /// What a file is that a diff found there; what is not found again is none that a register holds.
    pub(super) fn mode_of(&mut self, file: &DiffFile<'_>) -> Mode {
        let path = file.path_bytes().unwrap_or_default();
        let (folder, name) = match path.iter().rposition(|byte| *byte == b'/') {
            Some(at) => (&path[..at], &path[at + 1..]),
            None => (&path[..0], path),
        };
        if self.last.as_ref().is_none_or(|(last, _)| last != folder) {
            self.last = Some((folder.to_vec(), self.below(folder)));
        }
        let tree = self.last.as_ref().and_then(|(_, tree)| tree.as_ref());
        let entry = tree.and_then(|tree| tree.get_name_bytes(name)).filter(|entry| entry.id() == file.id());
        entry.map_or(Mode::Executable, |entry| Mode::from_bits(entry.filemode_raw()))
    }

    fn below(&self, folder: &[u8]) -> Option<Tree<'a>> {
        let mut tree = self.top.clone()?;
        for name in folder.split(|byte| *byte == b'/').filter(|name| !name.is_empty()) {
            let id = tree.get_name_bytes(name)?.id();
            tree = self.repository.find_tree(id).ok()?;
        }
        Some(tree)
    }
}
