//! All integration tests, in one program: the library is linked once. A module for each thing that people do.

// What is said as a whole is written into the tests by a program, hashes and all, and may be long.
#![allow(clippy::needless_raw_string_hashes, clippy::too_many_lines)]

mod answers;
mod asked;
mod check;
mod code_hosts;
mod commit;
mod conventions;
mod deadlines;
#[cfg(feature = "desk")]
mod desk;
mod doctor;
mod editions;
mod editors;
mod examples;
mod file;
mod formats;
mod held;
mod import;
mod kept_back;
#[cfg(feature = "lake")]
mod lake;
mod law;
mod ledger;
mod library;
mod manual;
mod mended;
mod modules;
mod outside;
mod own_file;
mod paper;
mod planted;
mod record;
mod references;
mod regulation;
mod report;
mod search;
mod share;
mod shells;
mod show;
mod situations;
mod supply;
mod support;
mod todo;
mod transcripts;
mod watching;
