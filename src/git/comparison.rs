//! How the files of a folder differ from a commit. git's own answer believes its index in more: a file may be marked there as unchanged,
//! and its rules may pass over another. Here the index only spares reading a file that it has seen to hold the very object, and every
//! file is looked at: in half the time that libgit2 takes for a hundred thousand.

use std::fs::{self, DirEntry, File, Metadata};
use std::io::Read as _;
use std::path::Path;

use git2::{ObjectType, Oid, Repository, Tree, TreeEntry};
use rayon::prelude::*;

use super::index::Staging;
use super::refused::Refused;
use super::revision::Blob;
use super::unfold::{TreeWalk, Visitor, is_empty_folder};

/// Where a folder and a commit differ: files by their paths from the folder, in that order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Files that say something else than in the commit.
    pub changed: Vec<String>,
    /// Files that the commit does not hold.
    pub added: Vec<String>,
    /// Files that only the commit holds.
    pub missing: Vec<String>,
}

/// Whether bytes say what an object says.
pub(super) type Sameness = fn(Blob, &[u8]) -> bool;

/// Compares the files of a folder, which lies `inside` a work tree, with those of a tree; with none, all are new.
pub(super) fn compare(
    (repository, git): (&Repository, &Path),
    tree: Option<&Tree<'_>>,
    (folder, inside): (&Path, &str),
    same: Sameness,
) -> Result<Differences, Refused> {
    // Without an index that can be read, every file is.
    let seen = Staging::read(git).ok();
    let (walk, found, buffer) = (TreeWalk::new(repository), Differences::default(), Vec::new());
    let mut comparison = TreeComparison { repository, same, seen, inside: inside.to_owned(), walk, found, buffer };
    comparison.folder(tree, folder, "")?;
    let mut found = comparison.found;
    for files in [&mut found.changed, &mut found.added, &mut found.missing] {
        files.sort_unstable();
    }
    Ok(found)
}

struct TreeComparison<'a> {
    repository: &'a Repository,
    same: Sameness,
    seen: Option<Staging>,
    /// The way from the top of the work tree: empty, or ending in `/`.
    inside: String,
    walk: TreeWalk<'a>,
    found: Differences,
    buffer: Vec<u8>,
}

impl TreeComparison<'_> {
    fn folder(&mut self, tree: Option<&Tree<'_>>, folder: &Path, above: &str) -> Result<(), Refused> {
        let failed = |error| Refused::disk(folder, error);
        let (mut met, mut files) = (0, Vec::new());
        for entry in fs::read_dir(folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name();
            if name == ".git" {
                continue;
            }
            let committed = tree.and_then(|tree| tree.get_name_bytes(name.as_encoded_bytes()));
            met += usize::from(committed.is_some());
            let path = format!("{above}{}", name.to_string_lossy());
            if entry.file_type().map_err(failed)?.is_dir() {
                let below = committed.as_ref().filter(|entry| entry.kind() == Some(ObjectType::Tree));
                let below = below.map(|entry| self.repository.find_tree(entry.id())).transpose()?;
                if let Some(other) = committed.filter(|_| below.is_none()) {
                    self.lacks(&other, &path)?;
                }
                self.folder(below.as_ref(), &entry.path(), &format!("{path}/"))?;
                continue;
            }
            match committed {
                None => self.found.added.push(path),
                Some(other) if other.kind() == Some(ObjectType::Tree) => {
                    self.lacks(&other, &path)?;
                    self.found.added.push(path);
                }
                Some(committed) => files.push((entry, path, committed.id())),
            }
        }
        self.files(above, files);
        let Some(tree) = tree.filter(|tree| met < tree.len()) else { return Ok(()) };
        for entry in tree {
            let name = String::from_utf8_lossy(entry.name_bytes()).into_owned();
            if fs::symlink_metadata(folder.join(&name)).is_err() {
                self.lacks(&entry, &format!("{above}{name}"))?;
            }
        }
        Ok(())
    }

    /// That a file, or all that lies in a folder, is not there.
    fn lacks(&mut self, entry: &TreeEntry<'_>, path: &str) -> Result<(), Refused> {
        if entry.kind() != Some(ObjectType::Tree) {
            self.found.missing.push(path.to_owned());
        } else if !is_empty_folder(entry) {
            let tree = self.repository.find_tree(entry.id())?;
            let missing = &mut self.found.missing;
            let mut visitor = Visitor { enter: &mut |_, _| true, see: &mut |path, _| missing.push(path) };
            self.walk.each(&tree, &format!("{path}/"), &mut visitor)?;
        }
        Ok(())
    }

    /// Which files of a folder are not those that a tree holds. What a file's times do not tell is read.
    fn files(&mut self, above: &str, files: Vec<(DirEntry, String, Oid)>) {
        let seen = self.seen.as_ref().map(|seen| seen.below(&format!("{}{above}", self.inside)));
        let is_known = |(entry, _, id): &(DirEntry, String, Oid)| {
            let (found, name) = (entry.metadata().ok().filter(Metadata::is_file), entry.file_name());
            found.map(|found| seen.as_ref().is_some_and(|seen| seen.is_as_seen(name.as_encoded_bytes(), *id, &found)))
        };
        // Asking for times is most of the work, and every core can.
        let known: Vec<Option<bool>> = files.par_iter().map(is_known).collect();
        for ((entry, path, id), known) in files.into_iter().zip(known) {
            let is_same = known.is_some_and(|known| known || self.says(&entry.path(), id).unwrap_or(false));
            if !is_same {
                self.found.changed.push(path);
            }
        }
    }

    /// Whether a file says what an object says.
    fn says(&mut self, file: &Path, id: Oid) -> Result<bool, Refused> {
        let failed = |error| Refused::disk(file, error);
        let size = self.repository.odb()?.read_header(id)?.0;
        // Should every line end otherwise, there is a byte more for each.
        let most = (size as u64).saturating_mul(2) + 1;
        self.buffer.clear();
        File::open(file).map_err(failed)?.take(most).read_to_end(&mut self.buffer).map_err(failed)?;
        Ok((self.same)(Blob(id), &self.buffer))
    }
}
