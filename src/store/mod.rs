//! A folder, a revision or the shipped data, read into a ledger with everything that was wrong with it; and the desk at which
//! records are filed. Reading changes nothing.

mod desk;
mod file;
mod load;
mod locate;
mod problem;
mod source;

pub use desk::{Change, Desk, Filed, Filing, Held};
pub use file::{export_file, remove_file, write_file};
pub use load::{Count, FORMAT, Loaded, Texts, load, load_counted, load_kind, load_mechanism, load_names, load_record};
pub use locate::locate;
pub use problem::{Fault, LoadProblem};
pub use source::{Source, shipped};
