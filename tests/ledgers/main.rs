//! Ledgers as .xlsx: read back by a reader that did not write them, looked into as XML, and opened by office programs (see
//! `office.rs`).

#[path = "../example/mod.rs"]
mod example;
mod hostile;
mod layout;
mod office;
#[path = "../example/program.rs"]
mod program;
mod values;
mod workbook;
