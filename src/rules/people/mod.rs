//! 联络员 (五（三）): named without a gap, reported, followed when they change.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
