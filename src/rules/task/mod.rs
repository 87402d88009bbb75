//! 督办事项 and responses: what somebody is to do, whether it was done, accepted, answered (二（六）, 五（二）).

use super::Rule;

pub(super) static RULES: &[&Rule] = &[];
