//! Leaves by what they look like: whoever looks at every value of 100,000 records asks for few.

/// Groups of leaves, by what they look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeafGroups(u8);

impl LeafGroups {
    /// Lines and paragraphs.
    pub const TEXTS: Self = Self(1);
    /// Days and moments.
    pub const DAYS: Self = Self(2);
    /// References, and whatever is named or written by a form of its own: units, mines, clauses, numbers of papers.
    pub const NAMES: Self = Self(4);
    /// Flags, counts and words of a list.
    pub const CHOICES: Self = Self(8);
    /// Every leaf.
    pub const ALL: Self = Self(15);
    /// No leaf.
    pub(crate) const NONE: Self = Self(0);

    /// These and others.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether a leaf may be of both.
    #[must_use]
    pub const fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}
