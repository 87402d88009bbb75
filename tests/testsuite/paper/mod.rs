//! Official papers as .docx: that the package is what its standards ask for, that a paper says what its record says and nothing that
//! is invented, and what office programs make of it (see `office.rs`).

mod form;
mod joint;
pub(crate) mod office;
mod order;
mod package;
mod print;
mod reading;
mod titles;
mod weekly;
mod words;
