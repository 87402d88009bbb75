//! The register as pages in a browser on this computer, for those who do not type commands. Every page is drawn from what an operation
//! answers; nothing is computed here.
//!
//! A request passes these in turn: `caller` hears it within bounds of time and number, `door` sees that it may come in,
//! `pages` and `form` ask an operation on a thread of its own (`answer`) and put what it says into the one `frame`. What is to be
//! filed passes `tokens`, which lets a form do its work once; what is answered to it lies at an address of its own (`answers`). Nothing here knows the clock or the environment: `cli` hands it a [`DeskSetup`].
//!
//! No page has a script. Text of records is escaped by the templates, and `frame` leaves no character in a page that moves or hides others.

mod answer;
mod answers;
mod asked_of;
mod at_hand;
mod caller;
mod door;
mod form;
mod frame;
mod link;
mod named;
mod outgoing;
mod pages;
mod reach;
mod secret;
mod serve;
mod tokens;
mod way;

pub use at_hand::DeskSetup;
pub use reach::{REACH, on_terminal};
pub use serve::{OpenDesk, Watcher};
