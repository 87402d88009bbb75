//! The files of a register as they stood at a revision, also in a bare repository.

use std::path::Path;

use git2::{ErrorCode, Oid, Repository, TreeEntry};

use super::git_folder::GitFolder;
use super::history::Id;
use super::refused::Refused;
use super::register_folder::RegisterFolder;
use super::unfold::{TreeWalk, Visitor};
use crate::text::{Text, clean};
use crate::tr;

/// What a tree says a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A regular file, 100644.
    File,
    /// A file marked executable, 100755.
    Executable,
    /// A symbolic link, 120000.
    Link,
    /// A repository within the repository, 160000.
    Submodule,
    /// A folder in which nothing lies, 040000: git makes none, and shows it to nobody.
    EmptyFolder,
}

impl Mode {
    /// What the bits of a tree's entry say; whatever is none of the rest is no file that a register holds.
    pub(super) fn from_bits(bits: i32) -> Self {
        match bits {
            0o100_644 => Self::File,
            0o120_000 => Self::Link,
            0o160_000 => Self::Submodule,
            0o040_000 => Self::EmptyFolder,
            _ => Self::Executable,
        }
    }

    /// The bits by which a tree says so.
    pub(super) const fn bits(self) -> u32 {
        match self {
            Self::File => 0o100_644,
            Self::Executable => 0o100_755,
            Self::Link => 0o120_000,
            Self::Submodule => 0o160_000,
            Self::EmptyFolder => 0o040_000,
        }
    }
}

/// A file at a revision.
#[derive(Debug, Clone, Copy)]
pub struct Blob(pub(super) Oid);

impl Blob {
    /// Whether some bytes say what it says: how lines end is a matter of the editor.
    #[must_use]
    pub fn says(self, bytes: &[u8]) -> bool {
        self.is_of(bytes) || {
            let lines = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
            lines.len() < bytes.len() && self.is_of(lines.as_bytes())
        }
    }

    /// Its name.
    #[must_use]
    pub fn id(self) -> Id {
        Id(self.0)
    }

    /// Whether it has just these bytes.
    pub(super) fn is_of(self, bytes: &[u8]) -> bool {
        Id::from_file_bytes(bytes) == self.id()
    }
}

/// A folder of a repository at a revision.
#[derive(Debug)]
pub struct Revision {
    folder: RegisterFolder,
    place: GitFolder,
    id: String,
    files: Vec<(String, Mode, Blob)>,
}

impl Revision {
    /// The files below `folder` at `rev`; a bare repository is taken from its root.
    ///
    /// # Errors
    /// No repository there, no such revision, or objects that are missing.
    pub fn open(folder: &RegisterFolder, rev: &str) -> Result<Self, Text> {
        let place = folder.place().map_err(|why| match why {
            Refused::NoRepository(_) => {
                let folder = clean(&folder.to_string_lossy()).into_owned();
                tr!("{folder} 不在 git 仓库里，不能用 --rev"; "{folder} is in no git repository; --rev cannot be used")
            }
            why => why.describe(),
        })?;
        Self::of(place, &*place.open()?, folder, rev)
    }

    /// The files below `folder` in its last commit; none where nothing was committed yet.
    ///
    /// # Errors
    /// No repository there, or objects that are missing.
    pub fn last(folder: &RegisterFolder) -> Result<Option<Self>, Text> {
        let place = folder.place()?;
        let repository = place.open()?;
        match repository.head() {
            Err(error) if error.code() == ErrorCode::UnbornBranch => Ok(None),
            // A repository may have commits before a register lies in it.
            _ if !is_in_last(&repository, &folder.below_top()?) => Ok(None),
            _ => Self::of(place, &repository, folder, "HEAD").map(Some),
        }
    }

    fn of(place: &GitFolder, repository: &Repository, folder: &RegisterFolder, rev: &str) -> Result<Self, Text> {
        let inside = folder.below_top()?;
        let unknown = |_| {
            // Where history is cut off, it may well be a commit, and is not here.
            if let Err(cut_off) = place.is_whole() {
                return cut_off.describe();
            }
            let rev = clean(rev);
            tr!("没有“{rev}”这个版本，可写 HEAD、分支名或提交号"; "there is no revision \"{rev}\"; write HEAD, a branch or a commit")
        };
        let object = repository.revparse_single(rev).map_err(unknown)?;
        let mut tree = object.peel_to_tree().map_err(unknown)?;
        let id = object.peel_to_commit().map_or_else(|_| object.id(), |commit| commit.id()).to_string();
        if !inside.is_empty() {
            let (rev, shown) = (clean(rev), clean(&inside));
            let none = |_| tr!("版本“{rev}”里没有文件夹 {shown}"; "revision \"{rev}\" has no folder {shown}");
            let entry = tree.get_path(Path::new(&inside)).map_err(none)?;
            tree = repository.find_tree(entry.id()).map_err(none)?;
        }
        let mut files = Vec::new();
        let mut see = |path, entry: &TreeEntry<'_>| files.push((path, Mode::from_bits(entry.filemode()), Blob(entry.id())));
        TreeWalk::new(repository).each(&tree, "", &mut Visitor { enter: &mut |_, _| true, see: &mut see })?;
        // A tree is in that order already, but for names that are no UTF-8.
        files.sort_by(|(one, ..), (other, ..)| one.cmp(other));
        Ok(Self { folder: folder.clone(), place: place.clone(), id, files })
    }

    /// The folder of the register, or of its bare repository.
    #[must_use]
    pub const fn folder(&self) -> &RegisterFolder {
        &self.folder
    }

    /// The commit, in full.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Every file with its path, in the order of paths.
    #[must_use]
    pub fn files(&self) -> &[(String, Mode, Blob)] {
        &self.files
    }

    /// The file at a path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<Blob> {
        let at = self.files.binary_search_by(|(other, ..)| other.as_str().cmp(path)).ok()?;
        Some(self.files[at].2)
    }

    /// A handle for one thread.
    ///
    /// # Errors
    /// The repository cannot be opened any more.
    pub fn reader(&self) -> Result<BlobReader, Text> {
        Ok(BlobReader(self.place.open_objects()?))
    }
}

/// Reads files of a revision; one a thread.
pub struct BlobReader(Repository);

impl BlobReader {
    /// The bytes of a file, or its size where that is over `most`: it is asked before they are read, for they unfold.
    ///
    /// # Errors
    /// The object is missing or broken.
    pub fn read(&self, blob: Blob, most: u64, into: &mut Vec<u8>) -> Result<Option<u64>, Text> {
        into.clear();
        let size = self.0.odb().and_then(|odb| odb.read_header(blob.0)).map_err(|error| broken(&error))?.0 as u64;
        if size > most {
            return Ok(Some(size));
        }
        let blob = self.0.find_blob(blob.0).map_err(|error| broken(&error))?;
        into.extend_from_slice(blob.content());
        Ok(None)
    }
}

fn is_in_last(repository: &Repository, inside: &str) -> bool {
    let tree = repository.head().and_then(|head| head.peel_to_tree());
    inside.is_empty() || tree.is_ok_and(|tree| tree.get_path(Path::new(inside)).is_ok())
}

fn broken(error: &git2::Error) -> Text {
    let why = clean(error.message()).into_owned();
    tr!("git 仓库读不出来（{why}），请运行 git fsck 检查"; "the git repository cannot be read ({why}); run git fsck")
}
