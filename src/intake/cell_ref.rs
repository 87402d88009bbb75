//! Where cells stand on a sheet, as spreadsheets name it.

use std::fmt;
use std::str::FromStr;

/// A cell of a sheet, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u32,
}

/// Cells from one corner to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellRange {
    /// The first.
    pub first: CellRef,
    /// The last.
    pub last: CellRef,
}

impl CellRange {
    /// Whether a cell is one of them.
    #[must_use]
    pub fn contains(&self, at: CellRef) -> bool {
        (self.first.row..=self.last.row).contains(&at.row) && (self.first.column..=self.last.column).contains(&at.column)
    }
}

/// C5:D7.
impl fmt::Display for CellRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.first, self.last)
    }
}

/// C5:D7, with or without the signs of a fixed place.
impl FromStr for CellRange {
    type Err = ();

    fn from_str(given: &str) -> Result<Self, ()> {
        let (first, last) = given.split_once(':').unwrap_or((given, given));
        let (first, last): (CellRef, CellRef) = (first.parse()?, last.parse()?);
        if first.row <= last.row && first.column <= last.column { Ok(Self { first, last }) } else { Err(()) }
    }
}

/// C5.
impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column;
        loop {
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
            if rest < 26 {
                break;
            }
            rest = rest / 26 - 1;
        }
        write!(f, "{}{}", letters.iter().rev().collect::<String>(), u64::from(self.row) + 1)
    }
}

/// C5, with or without the signs of a fixed place.
impl FromStr for CellRef {
    type Err = ();

    fn from_str(given: &str) -> Result<Self, ()> {
        let plain = given.replace('$', "");
        let (letters, digits) = plain.split_at(plain.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(plain.len()));
        if letters.is_empty() || letters.len() > 3 {
            return Err(());
        }
        let column = letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
        let row = digits.parse::<u32>().ok().and_then(|row| row.checked_sub(1)).ok_or(())?;
        Ok(Self { row, column: column - 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        let named = |row, column| CellRef { row, column }.to_string();
        assert_eq!([named(4, 2), named(0, 25), named(0, 26), named(9, 701), named(0, 702)], ["C5", "Z1", "AA1", "ZZ10", "AAA1"]);
        for (row, column) in [(4, 2), (0, 25), (0, 26), (9, 701), (0, 702)] {
            assert_eq!(named(row, column).parse(), Ok(CellRef { row, column }));
        }
        assert_eq!("$B$2:C3".parse::<CellRange>().map(|range| range.to_string()), Ok("B2:C3".into()));
        assert!(["", "7", "B0", "C3:B2", "B2:"].iter().all(|bad| bad.parse::<CellRange>().is_err()));
    }
}
