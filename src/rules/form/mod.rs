//! Form: what cannot be as it is written. Only these may stop a filing.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
