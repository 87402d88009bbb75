//! What can be done with a register: a Request in, a serialisable Outcome out. The command line calls these operations, and so may
//! another program, a page or a test: nothing here knows arguments, a language, a stream, the clock or the environment.

mod environment;
mod failure;
mod loaded;
mod register;

pub use environment::{Environment, Progress, Unwatched};
pub use failure::{Failure, Result};
pub use loaded::{LoadedRegister, ledger, mechanism};
pub use register::{Author, AuthorRequest, JOINED_UNIT, OnBehalf, Register};
