//! The only place that knows libgit2: reading a revision, and filing into a work tree so that no interruption leaves half a
//! record (see [`Held::file`]).

mod branch;
mod cache_tree;
mod committed;
mod disk;
mod draft;
mod filing;
mod held;
mod index;
mod init;
mod intent;
mod lock;
mod places;
mod recovery;
mod refused;
mod revision;
mod workspace;

pub use committed::committed;
pub use disk::{Act, Disk};
pub use filing::Change;
pub use held::Held;
pub use init::init;
pub use recovery::{Outcome, Recovered};
pub use refused::{Holder, Midway, Refused};
pub use revision::{Blob, Mode, Reader, Revision};
pub use workspace::Workspace;
