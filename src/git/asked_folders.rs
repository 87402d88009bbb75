//! Folders of which more than one file is asked. To find one, git's tree of its folder is read as a whole: whoever asks for each of its
//! thousands in turn has it read once.

use std::collections::{HashMap, VecDeque};

use git2::{Oid, Tree};

/// So many folders are kept: those of a merge, of its sides and of where they parted.
const KEPT: usize = 8;

/// An object, and its mode as git understands it.
type FolderEntry = (Oid, i32);

/// What the folders hold that were asked again and again; the last of them.
#[derive(Default)]
pub(super) struct AskedFolders {
    last: VecDeque<(Oid, String)>,
    kept: VecDeque<KeptFolder>,
}

pub(super) struct KeptFolder {
    commit: Oid,
    path: String,
    entries: HashMap<String, FolderEntry>,
}

impl KeptFolder {
    /// What it holds under a name.
    pub(super) fn entry(&self, name: &str) -> Option<FolderEntry> {
        self.entries.get(name).copied()
    }
}

impl AskedFolders {
    /// A folder of a commit, where it is kept.
    pub(super) fn find(&self, commit: Oid, folder: &str) -> Option<&KeptFolder> {
        self.kept.iter().find(|kept| kept.commit == commit && kept.path == folder)
    }

    /// Whether a folder was asked a moment ago; it is from now on.
    pub(super) fn is_asked_again(&mut self, commit: Oid, folder: &str) -> bool {
        if self.last.iter().any(|(of, last)| *of == commit && last == folder) {
            return true;
        }
        self.last.truncate(KEPT - 1);
        self.last.push_front((commit, folder.to_owned()));
        false
    }

    /// Keeps what a folder holds, which is nothing where it is not there, and gives what is there under a name.
    pub(super) fn keep(&mut self, commit: Oid, folder: &str, tree: Option<&Tree<'_>>, name: &str) -> Option<FolderEntry> {
        let entry = |entry: git2::TreeEntry<'_>| Some((entry.name().ok()?.to_owned(), (entry.id(), entry.filemode())));
        let entries: HashMap<String, FolderEntry> = tree.into_iter().flat_map(Tree::iter).filter_map(entry).collect();
        let found = entries.get(name).copied();
        self.kept.truncate(KEPT - 1);
        self.kept.push_front(KeptFolder { commit, path: folder.to_owned(), entries });
        found
    }
}
