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

use super::{Register, Result};
use crate::text::Text;
use crate::trust::Roster;

/// The keys of a register, for the office, which alone changes how they are signed for.
///
/// # Errors
/// Another unit than the office asks for it, or signatures are not on.
fn roster_of_office(register: &Register, unit: Option<&str>) -> Result<Roster> {
    register.require_acting(unit, register.mechanism.office())?;
    let roster = Roster::from_mechanism(register.mechanism.clone());
    if !roster.is_on() {
        let what =
            Text::fixed("还没有启用签名；先用 liandong trust on", "signatures are not on; liandong trust on turns them on");
        return Err(what.into());
    }
    Ok(roster)
}
