//! What was stated where something may be left out.

use super::line::Line;
use super::prose::Prose;

/// What was written where something may be left out. A word that there is nothing (无, 待定) says no more than a blank.
pub trait Stated<T> {
    /// What it says, if anything.
    fn said(&self) -> Option<&T>;
}

impl Stated<Line> for Option<Line> {
    fn said(&self) -> Option<&Line> {
        self.as_ref().filter(|line| !line.says_nothing())
    }
}

impl Stated<Prose> for Option<Prose> {
    fn said(&self) -> Option<&Prose> {
        self.as_ref().filter(|text| !text.says_nothing())
    }
}
