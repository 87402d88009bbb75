//! The only place that knows libgit2.

mod revision;

pub use revision::{Blob, Mode, Reader, Revision};
