//! Whose signature counts. The office admits keys and retires them.

mod admit;
mod list;
mod retire;

pub use admit::{AdmitRequest, admit_key};
pub(super) use admit::{key_entry, with_key};
pub use list::{KeyView, allowed_signers, keys};
pub use retire::{RetireOutcome, RetireRequest, SignedCommit, retire_key};
