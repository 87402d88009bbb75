//! 隐患 (三（五）): on-site measure, rectification, re-inspection, close-out.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
