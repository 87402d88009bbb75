//! Whose signature counts. The office admits keys and retires them.

mod admit;
mod compromise;
mod consent;
mod list;
mod recovery;
mod retire;
mod settle;
mod threshold;

pub use admit::{AdmitRequest, admit_key};
pub(super) use admit::{key_entry, with_first_key};
pub use compromise::{EntryLeft, PutBack};
pub use consent::{ConsentOutcome, ConsentRequest, consent, file_consented};
pub use list::{KeyView, allowed_signers, keys};
pub use recovery::{RecoveryRequest, RenewedRecovery, has_recovery, renew_recovery, use_recovery};
pub use retire::{RetireOutcome, RetireRequest, SignedCommit, retire_key};
pub use settle::{SettleRequest, settle};
pub use threshold::{ThresholdRequest, set_threshold};
