//! Going through the leaves of a record: all of them, or only those of some groups.

use super::key_path::{KeyPath, KeyStep};
use super::leaf::Leaf;
use super::leaf_groups::LeafGroups;

/// A walk through the leaves of a record.
pub struct LeafWalk<'w> {
    at: KeyPath,
    asked: LeafGroups,
    see: &'w mut dyn FnMut(&KeyPath, Leaf<'_>),
}

impl<'w> LeafWalk<'w> {
    /// One that begins at a place, of which the leaves of some groups are shown.
    #[must_use]
    pub fn new(at: KeyPath, asked: LeafGroups, see: &'w mut dyn FnMut(&KeyPath, Leaf<'_>)) -> Self {
        Self { at, asked, see }
    }

    /// Whether it need go where there are leaves of these groups.
    #[must_use]
    pub const fn asks_for(&self, groups: LeafGroups) -> bool {
        self.asked.meets(groups)
    }

    /// Shows the leaf that stands here.
    pub fn show(&mut self, leaf: Leaf<'_>) {
        (self.see)(&self.at, leaf);
    }

    /// Goes one step down for as long as `inside` runs: a whole record needs but one path.
    pub fn enter(&mut self, step: KeyStep, inside: impl FnOnce(&mut Self)) {
        self.at.push(step);
        inside(self);
        self.at.pop();
    }
}

impl std::fmt::Debug for LeafWalk<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LeafWalk").field("at", &self.at).field("asked", &self.asked).finish_non_exhaustive()
    }
}
