//! Why nothing can be filed here; what to do about each cause `remedy` says.

use std::io;
use std::path::{Path, PathBuf};

use super::midway::Midway;
use crate::text::Text;

/// Why a repository cannot be filed into, or why a filing was not made. Nothing was changed, unless it is [`Pending`](Self::Pending).
#[derive(Debug)]
pub enum Refused {
    /// The folder lies in no repository.
    NoRepository(PathBuf),
    /// A repository without working files.
    Bare,
    /// The repository belongs to another user of the computer.
    OtherOwner(PathBuf),
    /// References are kept in tables, which libgit2 cannot write.
    Reftable,
    /// Object names are SHA-256, which libgit2 is not built for.
    Sha256,
    /// History is cut off: whether a number was given before cannot be seen.
    Shallow,
    /// An extension of git's that libgit2 does not know: its key and what it says.
    Extension(String, String),
    /// Objects are fetched when needed, which libgit2 cannot do.
    Partial,
    /// Part of the files is left out of the folder.
    Sparse,
    /// The index is split in two files; together with `index.skipHash` git itself loses it.
    SplitIndex,
    /// HEAD is a commit, not a branch.
    Detached,
    /// Something of git's is half done.
    Midway(Midway),
    /// `user.name` or `user.email` is not set.
    NoIdentity,
    /// A file or folder may not be written.
    Unwritable(PathBuf),
    /// No room is left.
    Full(PathBuf),
    /// Another failure of the disk.
    Disk(PathBuf, io::Error),
    /// Another run of this program is filing.
    Locked(Option<LockHolder>),
    /// git itself holds one of its locks.
    GitLocked(PathBuf),
    /// Files of an earlier merge are unresolved.
    Conflicts,
    /// The index is empty although the branch has files: the next commit by hand would remove them all.
    IndexEmpty,
    /// The file in the folder is not what was filed last.
    HandEdit(String),
    /// Another state of the file is staged.
    Staged(String),
    /// A link, a folder or a file stands where the record, or its folder, should be.
    Obstacle(String),
    /// Not a path within the register, or one named twice.
    Path(String),
    /// What is to be filed is what is filed already.
    Nothing,
    /// The branch was moved by others again and again, or exchanged for another.
    Moving,
    /// An interrupted filing was noted by a newer program.
    Unsettled(PathBuf),
    /// No signature could be made; why.
    NotSigned(Text),
    /// The register does not begin at the top of its repository, so what else is there is nobody's word: nothing of it is signed.
    Below,
    /// Beside the register both lines changed the same, or something that is no regular file changed; its path from the top.
    Beside(String),
    /// A local setting of the repository that would be followed by whoever only reads it; the setting.
    Hostile(String),
    /// One of git's own files is a link, a device or a pipe, or leads into another repository.
    Foreign(PathBuf),
    /// A file that is larger than any that git, this program or a register has there.
    Huge(PathBuf),
    /// A file that tells history otherwise than its commits do.
    Untrue(PathBuf),
    /// A few trees that unfold into more paths than any register has.
    Unfolds,
    /// A folder at the top of a repository with more names than lie there.
    Crowded,
    /// A tree that gives one name twice, or not in git's order; its name.
    Ambiguous(String),
    /// A few commits whose lines cross so often that nobody can follow them.
    Entangled,
    /// A few objects that are more bytes in a folder than anybody files.
    Swells,
    /// A commit that says more than anybody writes; its name.
    Overlong(String),
    /// libgit2 failed.
    Broken(String),
    /// The cause, and that what was begun could not be undone yet.
    Pending(Box<Refused>),
}

/// Who holds the lock, as far as it was noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockHolder {
    /// Process id.
    pub process: u32,
    /// Since when.
    pub since: String,
}

impl Refused {
    /// A failure of the disk at a path, by its cause.
    pub(super) fn disk(path: &Path, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Unwritable(path.to_owned()),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full(path.to_owned()),
            _ => Self::Disk(path.to_owned(), error),
        }
    }
}

impl From<git2::Error> for Refused {
    fn from(error: git2::Error) -> Self {
        // The operating system's own words are all that libgit2 keeps of a full disk.
        Self::Broken(error.message().to_owned())
    }
}
