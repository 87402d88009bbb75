//! Sharing: what others filed and what was filed here become one register, and nobody's word is lost, rewritten or invented.

mod exchange;
mod fields;
mod first;
mod number;
mod union;

pub use exchange::{Exchange, Stopped, Synced};
pub use fields::{Choice, Conflict, merge};
pub use first::{fetch_first, follow};
pub use number::{Renumbered, redirected, renumber};
pub use union::{Cause, Choices, Clash, Union, union, united};
