//! Official papers as .docx: that the package is what its standards ask for, that a paper says what its record says and nothing that
//! is invented, and what office programs make of it (see `office.rs`).

#[path = "../example/mod.rs"]
mod example;
mod office;
mod order;
mod package;
mod print;
#[path = "../example/program.rs"]
mod program;
mod reading;
mod words;
