//! What several modules stand on: registers to ask and to change, and the program on them.

pub(crate) mod example;
pub(crate) mod judged;
pub(crate) mod program;
