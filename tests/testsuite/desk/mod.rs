//! The desk: the real program, asked over a real socket and by a real browser.

mod browser;
mod caller;
mod chromium;
mod door;
mod filings;
mod forms;
mod guest;
mod import;
mod pages;
mod seated;
mod twice;
mod words;

use filings::HAZARD;
use guest::{DeskGuest, DeskReply};

use crate::support::{Person, Register};

/// The unit for which whoever sits there files.
fn acts_for(person: &Person, unit: &str) {
    person.git(&["config", "liandong.unit", unit]);
}

/// A desk of 应急 upon the invented year.
fn desk_of_yingji() -> (Register, DeskGuest) {
    let register = Register::of_example();
    acts_for(&register, "yingji");
    let guest = DeskGuest::at(&register);
    (register, guest)
}
