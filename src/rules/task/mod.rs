//! 督办事项 and responses: what somebody is to do, whether it was done, accepted, answered (二（六）, 五（二）).

mod feedback_unanswered;
mod supervised;
mod task_incomplete;
mod task_not_accepted;
mod task_overdue;

use super::Rule;
pub use supervised::{Supervised, TaskState, all as tasks};

pub(super) static RULES: &[&Rule] =
    &[&task_incomplete::RULE, &task_overdue::RULE, &task_not_accepted::RULE, &feedback_unanswered::RULE];
