//! liandong (联动).

pub mod model;
pub mod rules;
pub mod text;
