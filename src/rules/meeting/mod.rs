//! 联席会议 (二): who called and chaired it, who came, what it decided and where it could not agree.

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
