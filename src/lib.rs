//! liandong (联动).

pub mod cli;
pub mod git;
pub mod model;
pub mod render;
pub mod report;
pub mod rules;
pub mod store;
pub mod text;
