//! A folder, a revision or the shipped data, read into a ledger with everything that was wrong with it. Reading changes
//! nothing.

mod load;
mod locate;
mod problem;
mod source;

pub use load::{Loaded, Texts, load};
pub use locate::locate;
pub use problem::{Fault, LoadProblem};
pub use source::{Source, shipped};
