//! How a command came to be run.

/// How a command came to be run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum CommandOrigin {
    /// Somebody typed it.
    Typed,
    /// It was chosen from a list by its number: nothing is filed before it was seen.
    Chosen,
}
