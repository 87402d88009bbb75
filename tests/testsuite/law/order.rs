//! What cannot be before what.

use super::Case;

pub(super) const CASES: &[Case] = &[];
