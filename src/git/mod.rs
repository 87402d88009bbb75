//! The only place that knows libgit2: reading a revision, and filing into a work tree so that no interruption leaves half a
//! record (see [`LockedRepo::file`]).

mod branch;
mod cache_tree;
mod cloned;
mod committed;
mod content;
mod disk;
mod fast_forward;
mod filing;
mod history;
mod index;
mod init;
mod intent;
mod local_state;
mod lock;
mod locked_repo;
mod log;
mod objects;
mod program;
mod real_folder;
mod recovery;
mod refused;
mod remote;
mod revision;
mod signed;
mod unfold;
mod workspace;
mod worktree;

pub use cloned::{begin_clone, fill_clone};
pub use committed::committed;
pub use content::{Differing, TreeEntry};
pub use disk::{Disk, DiskOp};
pub use fast_forward::Merged;
pub use filing::FileChange;
pub use history::{Commit, History, Id};
pub use init::init;
pub use locked_repo::LockedRepo;
pub use log::touched;
pub use program::Programs;
pub use real_folder::RealFolder;
pub use recovery::{Recovered, RecoveryOutcome};
pub use refused::{LockHolder, Midway, Refused};
pub use remote::{Remote, Unreached, head_of, read_bundle, write_bundle};
pub use revision::{Blob, BlobReader, Mode, Revision};
pub use signed::Sign;
pub use workspace::Workspace;
