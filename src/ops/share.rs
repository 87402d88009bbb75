//! The first exchange of a register that is on one computer only: the place through which it is shared is made where it is not there, and
//! filled.

use std::path::PathBuf;

use serde::Serialize;

use super::exchange::{SyncOutcome, SyncRequest, sync};
use super::folder::committed;
use super::{Environment, Result};
use crate::git::{NewSharedPlace, RegisterFolder};

/// Where a register is to be shared.
#[derive(Debug, Clone)]
pub struct ShareRequest {
    /// A URL of an empty repository or of one that holds this register, or a folder as an absolute path, which need not be there.
    pub address: String,
}

/// What came of it.
#[derive(Debug, Serialize)]
pub struct ShareOutcome {
    /// The folder of the repository that was made; none where there was one.
    pub made: Option<PathBuf>,
    /// What the first exchange came to.
    pub exchange: SyncOutcome,
}

/// Makes the shared place where it is not there, and sends the register. Where that does not succeed nothing is left of the place.
///
/// # Errors
/// The register was never committed or is shared elsewhere, the place cannot be made, or the other side was not reached.
pub fn share(root: &RegisterFolder, request: &ShareRequest, environment: &Environment<'_>) -> Result<ShareOutcome> {
    committed(root)?;
    let made = NewSharedPlace::make(root, &request.address).map_err(|why| why.describe())?;
    let exchange = sync(root, &SyncRequest { address: Some(request.address.clone()) }, environment)?;
    let is_filled = matches!(&exchange, SyncOutcome::Done(receipt) if receipt.unsent.is_none());
    Ok(ShareOutcome { made: made.filter(|_| is_filled).map(NewSharedPlace::keep), exchange })
}
