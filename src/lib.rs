//! liandong (联动).

pub mod git;
pub mod model;
pub mod rules;
pub mod store;
pub mod text;
