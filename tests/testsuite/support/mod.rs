//! What several modules stand on: a register in a temporary home, the program and git as whoever lives there runs them, at a moment
//! that is always the same.

mod dice;
mod example;
pub(crate) mod judged;
mod named_tests;
mod person;
mod program;
mod register;
mod terminal;
mod tries;
mod whole;

pub(crate) use dice::Dice;
pub(crate) use example::{clean, copy, copy_folder, copy_to, example};
pub(crate) use named_tests::{assert_tests_named, top};
pub(crate) use person::Person;
pub(crate) use program::{LIANDONG, NOW, ceilings, command, home, run, run_in, said, state};
pub(crate) use register::Register;
pub(crate) use terminal::{Terminal, comes_true, strokes};
pub(crate) use tries::TRIES;
pub(crate) use whole::assert_whole;
