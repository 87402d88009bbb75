//! Whose key signed a commit, whatever name it bears: a name is whoever's who writes it.

use super::found::Signer;
use super::key::Signature;
use super::roster::Roster;
use crate::git::Commit;

/// Whose key signed a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignedBy {
    /// Nobody's.
    Nobody,
    /// The signature does not fit what was signed.
    Altered,
    /// A key that the register does not know; its fingerprint.
    Unknown(String),
    /// That of somebody who was admitted.
    Holder(Signer),
}

/// Whose key signed a commit, by the keys of a roster, those that are retired among them.
#[must_use]
pub fn signed_by(commit: &Commit, roster: Option<&Roster>) -> SignedBy {
    let Some(signature) = commit.signature.as_deref().and_then(Signature::read) else { return SignedBy::Nobody };
    if !signature.fits(&commit.signed) {
        return SignedBy::Altered;
    }
    match roster.and_then(|roster| roster.of_key(&signature.key).first().copied()) {
        Some(holder) => {
            SignedBy::Holder(Signer { name: holder.name.clone(), unit: holder.unit.clone(), key: holder.key.fingerprint() })
        }
        None => SignedBy::Unknown(signature.key.fingerprint()),
    }
}
