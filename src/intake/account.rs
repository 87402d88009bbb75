//! What became of the cells of a sheet. Every cell that was read is counted in one class, so that none is lost without a word.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cell_ref::CellRef;

/// What became of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellClass {
    /// It is a heading, or stands above the headings.
    Heading,
    /// It says which record its row is, whose, or where it lies.
    Naming,
    /// It says what the register does not.
    New,
    /// It says what the register says.
    Same,
    /// It cannot be taken, and it is said why.
    Refused,
    /// It stands beside one that cannot be taken, so that nobody asked what it says.
    Unasked,
    /// It was not taken.
    #[serde(untagged)]
    Passed(PassedReason),
}

/// Why a cell was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PassedReason {
    /// The sheet is no ledger.
    NoLedger,
    /// The sheet is drawn from several records.
    DrawnLedger,
    /// Nobody sees the sheet, and hidden ones were not asked for.
    HiddenSheet,
    /// Nobody sees the row.
    HiddenRow,
    /// Nobody sees the column.
    HiddenColumn,
    /// The heading is not one of the ledger's.
    UnknownColumn,
    /// It is worked out from records.
    Derived,
    /// It is a number of the sheet's own, none of the register's.
    OwnNumber,
    /// It says what was wrong with the row when it came before.
    Remark,
}

/// How many cells are of a class, and the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellCount {
    /// How many.
    pub count: usize,
    /// The first, in the order of rows.
    pub first: CellRef,
}

/// What became of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetAccount {
    /// How many rows hold something.
    pub rows: usize,
    /// Of how many rows nothing was taken, since they say what the register says.
    pub same_rows: usize,
    /// How many cells of each class there are.
    pub classes: BTreeMap<CellClass, CellCount>,
    /// How many cells of each row say something new.
    new: BTreeMap<u32, usize>,
}

impl SheetAccount {
    /// The account of a sheet of which no cell was looked at.
    pub fn passed_over(cells: impl IntoIterator<Item = (u32, Vec<CellRef>)>, why: PassedReason) -> Self {
        let mut account = Self::default();
        for (row, cells) in cells {
            account.add(row, cells.into_iter().map(|at| (at, CellClass::Passed(why))));
        }
        account
    }

    /// Counts the cells of a row.
    pub(super) fn add(&mut self, row: u32, cells: impl IntoIterator<Item = (CellRef, CellClass)>) {
        self.rows += 1;
        let (mut new, mut same) = (0, 0);
        for (at, class) in cells {
            let seen = self.classes.entry(class).or_insert(CellCount { count: 0, first: at });
            seen.count += 1;
            seen.first = seen.first.min(at);
            match class {
                CellClass::New => new += 1,
                CellClass::Same => same += 1,
                _ => {}
            }
        }
        if new > 0 {
            self.new.insert(row, new);
        } else if same > 0 {
            self.same_rows += 1;
        }
    }

    /// How many cells hold something.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.classes.values().map(|seen| seen.count).sum()
    }

    /// How many cells are of a class.
    #[must_use]
    pub fn count(&self, class: CellClass) -> usize {
        self.classes.get(&class).map_or(0, |seen| seen.count)
    }

    /// How many rows say something new.
    #[must_use]
    pub fn new_rows(&self) -> usize {
        self.new.len()
    }

    /// Why cells were not taken, with how many and the first.
    pub fn passed(&self) -> impl Iterator<Item = (PassedReason, CellCount)> {
        self.classes.iter().filter_map(|(class, seen)| match class {
            CellClass::Passed(why) => Some((*why, *seen)),
            _ => None,
        })
    }

    /// What a row says turned out to be what the register says: 应急管理局 is 应急.
    pub fn is_same(&mut self, row: u32) {
        let Some(cells) = self.new.remove(&row) else { return };
        self.same_rows += 1;
        let Some(new) = self.classes.get_mut(&CellClass::New) else { return };
        new.count -= cells.min(new.count);
        let first = new.first;
        if new.count == 0 {
            self.classes.remove(&CellClass::New);
        }
        self.classes.entry(CellClass::Same).or_insert(CellCount { count: 0, first }).count += cells;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_changes_its_class_and_is_not_lost() {
        let at = |column| CellRef { row: 4, column };
        let mut account = SheetAccount::default();
        account.add(4, [(at(0), CellClass::New), (at(1), CellClass::Naming), (at(2), CellClass::Passed(PassedReason::Derived))]);
        assert_eq!((account.cells(), account.new_rows(), account.same_rows), (3, 1, 0));
        account.is_same(4);
        account.is_same(4);
        assert_eq!((account.cells(), account.new_rows(), account.same_rows), (3, 0, 1));
        assert_eq!((account.count(CellClass::New), account.count(CellClass::Same)), (0, 1));
    }
}
