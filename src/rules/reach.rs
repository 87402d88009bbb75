//! How far rules look.

/// What has to be read besides a record (or file of the mechanism) so that a rule finds of it what is so. The mechanism always is: whatever
/// looks into it alone is of the record's own reach. Each holds those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Nothing. (That a folder is of no known unit is told once, at its first record.)
    Own,
    /// What it points at.
    Cites,
    /// What points at it, of whatever year, and what is met on the way from there: corrections, withdrawals, orders on a hazard.
    CitedBy,
    /// The records whose papers bear the same number.
    SameNumber,
    /// The orders that stop or close its mine, and what was said of these.
    SameMine,
    /// All that its unit filed of that kind for the same year.
    SameUnitYear,
    /// Everything.
    Register,
}
