//! 信息通报 (四): what a notice says, who reviewed it, how it goes out.

mod measures_missing;

use super::Rule;

pub(super) static RULES: &[&Rule] = &[&measures_missing::RULE];
