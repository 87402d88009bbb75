//! How large 发文机关标志 is set.

/// How large the characters of a mark are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MarkSize {
    pub(super) half_points: u32,
    /// How wide a character is set, in percent of its own width.
    pub(super) scale: u32,
}

/// What a mark has of the line, in half points.
pub(super) const ROOM: u32 = 430 * 2;

impl MarkSize {
    /// So many characters of a size in one line, narrower where they do not fit.
    pub(super) fn narrowed(characters: u32, half_points: u32) -> Self {
        Self { half_points, scale: (ROOM * 100 / (characters * half_points)).min(100) }
    }
}
