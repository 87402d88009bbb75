//! Why an operation was not done.

use std::fmt;

use serde::Serialize;

use crate::git::Refused;
use crate::text::{Telling, Text, disk};

/// Why an operation was not done: what was being done, then what stood against it, outermost first. Nothing was changed, unless
/// the words say so. A failure is no finding: what falls short of the regulation is a value in an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    chain: Vec<Telling>,
}

/// What an operation comes to, unless it was not done.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

impl Failure {
    /// The same, with what was being done when it came to that.
    #[must_use]
    pub fn context(mut self, what: Text) -> Self {
        self.chain.insert(0, what.into());
        self
    }

    /// What was being done and what stood against it, outermost first; never empty.
    #[must_use]
    pub fn chain(&self) -> &[Telling] {
        &self.chain
    }

    /// All of it in one sentence.
    #[must_use]
    pub fn saying(&self) -> Telling {
        Telling::join(self.chain.iter().cloned(), &Text::fixed("：", ": "))
    }

    /// The same as it is said where commands are typed.
    #[must_use]
    pub fn said(&self) -> Text {
        self.saying().on_terminal()
    }
}

/// As an error it is one line in Chinese; `cli` prints it in the reader's language.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.said().zh())
    }
}

impl std::error::Error for Failure {}

impl From<Text> for Failure {
    fn from(why: Text) -> Self {
        Telling::from(why).into()
    }
}

impl From<Telling> for Failure {
    fn from(why: Telling) -> Self {
        Self { chain: vec![why] }
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Text::from(refused).into()
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        disk(&error).into()
    }
}
