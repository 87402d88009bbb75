//! Where trust begins: from there on every commit must be signed by somebody who was admitted.

use std::path::Path;

use super::Result;
use super::exchange::RootView;
use super::past::HistoryView;
use crate::trust;

/// Where trust begins; none where signatures are not on.
///
/// # Errors
/// The register or its repository cannot be read.
pub fn trust_root(root: &Path) -> Result<Option<RootView>> {
    let past = HistoryView::open(root)?;
    let Some(tip) = past.tip()? else { return Ok(None) };
    Ok(trust::begins(&past.history, tip)?.map(RootView::from))
}
