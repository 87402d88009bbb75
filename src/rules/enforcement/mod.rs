//! 联合执法 (三): basis, leader, team, papers, summary, circular.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
