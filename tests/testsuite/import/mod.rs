//! Ledgers that come back: what people do to a workbook, what is taken of it, and that a bad one changes nothing. All records are
//! invented.

mod account;
mod bombs;
mod cells;
mod clerk;
mod damaged;
mod directives;
mod form;
mod further;
mod grid;
mod heads;
mod identity;
mod marked;
mod mines;
mod office;
mod refused;
mod round_trip;
mod several;
mod tasks;
mod whole;
