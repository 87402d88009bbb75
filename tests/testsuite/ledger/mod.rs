//! Ledgers as .xlsx: read back by a reader that did not write them, looked into as XML, and opened by office programs (see
//! `office.rs`).

mod hostile;
mod layout;
mod office;
mod values;
pub(crate) mod workbook;
