//! What commits hold: where two of them differ, and what lies at a path.

use std::path::Path;

use git2::{ErrorCode, ObjectType, Tree};

use super::history::{History, Id};
use super::refused::Refused;
use super::revision::Mode;
use super::unfold::{TreeWalk, Visitor};

/// Bytes of the folder at the top of a repository. A register has forty names there, and a thousand may lie beside them in forty thousand
/// bytes. It is read for each commit of a history, several times: two of a hundred thousand names, by turns, kept everybody for minutes.
const TOP_BYTES: u64 = 64 * 1024;

/// A path at which two commits differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// From the register's folder; bytes that are no UTF-8 become U+FFFD.
    pub path: String,
    /// What was there.
    pub old: Option<TreeEntry>,
    /// What is there.
    pub new: Option<TreeEntry>,
}

/// What a tree holds at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeEntry {
    /// The object.
    pub id: Id,
    /// What it is.
    pub mode: Mode,
}

impl History {
    /// Where two commits differ, in the order of paths; from nothing, all that there is.
    ///
    /// # Errors
    /// A commit or a tree is missing.
    pub fn diff_trees(&self, old: Option<Id>, new: Id) -> Result<Vec<Differing>, Refused> {
        let old = old.map(|old| self.tree(old)).transpose()?.flatten();
        self.diff_of(old.as_ref(), self.tree(new)?.as_ref())
    }

    /// Where two commits differ in the whole repository: paths from its top.
    pub(super) fn diff_whole(&self, old: Option<Id>, new: Id) -> Result<Vec<Differing>, Refused> {
        let tree = |id: Id| -> Result<_, Refused> { Ok(self.read_commit(id)?.tree()?) };
        let (old, new) = (old.map(tree).transpose()?, tree(new)?);
        self.diff_of(old.as_ref(), Some(&new))
    }

    /// What a commit holds of the register; none where it holds nothing there.
    pub(super) fn tree(&self, commit: Id) -> Result<Option<Tree<'_>>, Refused> {
        let commit = self.read_commit(commit)?;
        if self.size(Id(commit.tree_id()))? > TOP_BYTES {
            return Err(Refused::Crowded);
        }
        let tree = commit.tree()?;
        if self.inside.is_empty() { Ok(Some(tree)) } else { self.folder_of(&tree, &self.inside) }
    }

    fn folder_of(&self, tree: &Tree<'_>, folder: &str) -> Result<Option<Tree<'_>>, Refused> {
        match tree.get_path(Path::new(folder)) {
            Ok(entry) if entry.kind() == Some(ObjectType::Tree) => Ok(Some(self.objects.find_tree(entry.id())?)),
            Ok(_) => Ok(None),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn diff_of(&self, old: Option<&Tree<'_>>, new: Option<&Tree<'_>>) -> Result<Vec<Differing>, Refused> {
        let mut differing = Vec::new();
        TreeWalk::new(&self.objects).differing((old, new), "", &mut |path, old, new| {
            differing.push(Differing { path, old: old.map(raw), new: new.map(raw) });
        })?;
        differing.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(differing)
    }

    /// What a commit holds at a path.
    ///
    /// # Errors
    /// The commit or a tree is missing.
    pub fn entry(&self, commit: Id, path: &str) -> Result<Option<TreeEntry>, Refused> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let kept = |(id, mode)| TreeEntry { id: Id(id), mode: Mode::from_bits(mode) };
        if let Some(folder) = self.asked.borrow().find(commit.0, folder) {
            return Ok(folder.entry(name).map(kept));
        }
        let Some(tree) = self.tree(commit)? else { return Ok(None) };
        if self.asked.borrow_mut().is_asked_again(commit.0, folder) {
            let tree = if folder.is_empty() { Some(tree) } else { self.folder_of(&tree, folder)? };
            return Ok(self.asked.borrow_mut().keep(commit.0, folder, tree.as_ref(), name).map(kept));
        }
        match tree.get_path(Path::new(path)) {
            Ok(entry) => Ok(Some(of(&entry))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The objects at the top of a commit, by name.
    ///
    /// # Errors
    /// The commit or its tree is missing.
    pub fn top<const N: usize>(&self, commit: Id, names: [&str; N]) -> Result<[Option<Id>; N], Refused> {
        let tree = self.tree(commit)?;
        Ok(names.map(|name| tree.as_ref().and_then(|tree| tree.get_name(name)).map(|entry| Id(entry.id()))))
    }

    /// The files directly in a folder of a commit: names and objects.
    ///
    /// # Errors
    /// The commit or a tree is missing.
    pub fn files_in(&self, commit: Id, folder: &str) -> Result<Vec<(String, Id)>, Refused> {
        let Some(tree) = self.folder_in(commit, folder)? else { return Ok(Vec::new()) };
        let files = tree.iter().filter(|entry| entry.kind() == Some(ObjectType::Blob));
        Ok(files.map(|entry| (String::from_utf8_lossy(entry.name_bytes()).into_owned(), Id(entry.id()))).collect())
    }

    /// Every file below a folder of a commit: paths from the top, and objects.
    ///
    /// # Errors
    /// The commit or a tree is missing.
    pub fn files_below(&self, commit: Id, folder: &str) -> Result<Vec<(String, Id)>, Refused> {
        let Some(tree) = self.folder_in(commit, folder)? else { return Ok(Vec::new()) };
        let mut files = Vec::new();
        let mut see = |path: String, entry: &git2::TreeEntry<'_>| {
            if entry.kind() == Some(ObjectType::Blob) {
                files.push((path, Id(entry.id())));
            }
        };
        let mut visitor = Visitor { enter: &mut |_, _| true, see: &mut see };
        TreeWalk::new(&self.objects).each(&tree, &format!("{folder}/"), &mut visitor)?;
        Ok(files)
    }

    /// A folder of the register in a commit.
    fn folder_in(&self, commit: Id, folder: &str) -> Result<Option<Tree<'_>>, Refused> {
        let Some(tree) = self.tree(commit)? else { return Ok(None) };
        self.folder_of(&tree, folder)
    }

    /// Every file of a commit: its path, and what it is. Of each folder in it `enter` says, by its path and its object, whether it is
    /// looked into.
    ///
    /// # Errors
    /// The commit or a tree is missing.
    pub fn walk(&self, commit: Id, enter: &mut dyn FnMut(&str, Id) -> bool) -> Result<Vec<(String, TreeEntry)>, Refused> {
        let Some(tree) = self.tree(commit)? else { return Ok(Vec::new()) };
        let mut files = Vec::new();
        let mut see = |path, entry: &git2::TreeEntry<'_>| {
            files.push((path, of(entry)));
        };
        let mut visitor = Visitor { enter: &mut |path, id| enter(path, Id(id)), see: &mut see };
        TreeWalk::new(&self.objects).each(&tree, "", &mut visitor)?;
        Ok(files)
    }

    /// How many bytes an object has; it is not read for that.
    ///
    /// # Errors
    /// The object is missing.
    pub fn size(&self, id: Id) -> Result<u64, Refused> {
        Ok(self.objects.odb()?.read_header(id.0)?.0 as u64)
    }

    /// How many bytes a regular file of a tree has; none of anything else: it is not taken, and its bytes may not be here.
    ///
    /// # Errors
    /// The object is missing.
    pub fn file_size(&self, entry: TreeEntry) -> Result<Option<u64>, Refused> {
        match entry.mode {
            Mode::File => self.size(entry.id).map(Some),
            _ => Ok(None),
        }
    }

    /// The bytes of a file, or `None` where it has more than `most`: their number is asked before they are read.
    ///
    /// # Errors
    /// The object is missing.
    pub fn blob(&self, id: Id, most: u64) -> Result<Option<Vec<u8>>, Refused> {
        if self.size(id)? > most {
            return Ok(None);
        }
        Ok(Some(self.objects.odb()?.read(id.0)?.data().to_vec()))
    }
}

/// An entry, its mode as git understands it.
fn of(entry: &git2::TreeEntry<'_>) -> TreeEntry {
    TreeEntry { id: Id(entry.id()), mode: Mode::from_bits(entry.filemode()) }
}

/// An entry, its mode as it is written.
fn raw(entry: &git2::TreeEntry<'_>) -> TreeEntry {
    TreeEntry { id: Id(entry.id()), mode: Mode::from_bits(entry.filemode_raw()) }
}
