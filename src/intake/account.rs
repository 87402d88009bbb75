//! What became of the cells of a sheet. Every cell that was read is counted in one class, so that none is lost without a word.

use std::collections::{BTreeMap, BTreeSet};

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

/// What became of a sheet: the class of every cell that holds something, and which cells were emptied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetAccount {
    rows: BTreeMap<u32, Vec<(u32, CellClass)>>,
    /// Blank cells of what the register says.
    cleared: BTreeSet<CellRef>,
    /// Blank cells in which something should stand.
    lacking: BTreeSet<CellRef>,
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
        self.rows.insert(row, cells.into_iter().map(|(at, class)| (at.column, class)).collect());
    }

    /// Counts a cell that is blank where the register says something.
    pub(super) fn clear(&mut self, at: CellRef) {
        self.cleared.insert(at);
    }

    /// How many rows hold something.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// How many cells hold something.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.rows.values().map(Vec::len).sum()
    }

    /// How many cells are of a class.
    #[must_use]
    pub fn count(&self, class: CellClass) -> usize {
        self.rows.values().flatten().filter(|(_, own)| *own == class).count()
    }

    /// How many rows say something new, or take away what stands.
    #[must_use]
    pub fn new_rows(&self) -> usize {
        self.rows.iter().filter(|(row, cells)| self.is_changed(**row, cells)).count()
    }

    /// Of how many rows nothing was taken, since they say what the register says.
    #[must_use]
    pub fn same_rows(&self) -> usize {
        let is_same = |(row, cells): &(&u32, &Vec<(u32, CellClass)>)| {
            let has = |class| cells.iter().any(|(_, own)| *own == class);
            has(CellClass::Same) && !has(CellClass::Refused) && !self.is_changed(**row, cells)
        };
        self.rows.iter().filter(is_same).count()
    }

    fn is_changed(&self, row: u32, cells: &[(u32, CellClass)]) -> bool {
        cells.iter().any(|(_, class)| *class == CellClass::New) || self.cleared_in(row).next().is_some()
    }

    fn cleared_in(&self, row: u32) -> impl Iterator<Item = CellRef> {
        self.cleared.range(CellRef { row, column: 0 }..=CellRef { row, column: u32::MAX }).copied()
    }

    /// The cells that are blank where the register says something.
    #[must_use]
    pub fn cleared(&self) -> impl ExactSizeIterator<Item = CellRef> {
        self.cleared.iter().copied()
    }

    /// How many cells are blank in which something should stand.
    #[must_use]
    pub fn lacking(&self) -> usize {
        self.lacking.len()
    }

    /// Why cells were not taken, with how many and the first.
    #[must_use]
    pub fn passed(&self) -> BTreeMap<PassedReason, CellCount> {
        let mut passed = BTreeMap::new();
        for (row, cells) in &self.rows {
            for (column, class) in cells {
                let CellClass::Passed(why) = class else { continue };
                let first = CellRef { row: *row, column: *column };
                passed.entry(*why).or_insert(CellCount { count: 0, first }).count += 1;
            }
        }
        passed
    }

    /// What a row says turned out to be what the register says: 应急管理局 is 应急.
    pub fn is_same(&mut self, row: u32) {
        for (_, class) in self.rows.get_mut(&row).into_iter().flatten() {
            if *class == CellClass::New {
                *class = CellClass::Same;
            }
        }
        self.cleared.retain(|at| at.row != row);
    }

    /// A blank cell says nothing after all: another row of the record says it.
    pub fn is_silent(&mut self, at: CellRef) {
        self.cleared.remove(&at);
    }

    /// Something stands against a cell, whether it could be read or is blank.
    pub fn refuse(&mut self, at: CellRef) {
        self.cleared.remove(&at);
        match self.rows.get_mut(&at.row).into_iter().flatten().find(|(column, _)| *column == at.column) {
            Some((_, class)) => *class = CellClass::Refused,
            None => drop(self.lacking.insert(at)),
        }
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
        assert_eq!((account.cells(), account.new_rows(), account.same_rows()), (3, 1, 0));
        account.is_same(4);
        account.is_same(4);
        assert_eq!((account.cells(), account.new_rows(), account.same_rows()), (3, 0, 1));
        assert_eq!((account.count(CellClass::New), account.count(CellClass::Same)), (0, 1));
        account.clear(at(7));
        assert_eq!((account.cells(), account.new_rows(), account.same_rows()), (3, 1, 0), "a cell that was emptied is a change");
        account.refuse(at(7));
        account.refuse(at(0));
        assert_eq!((account.cells(), account.count(CellClass::Refused), account.cleared().len()), (3, 1, 0));
        assert_eq!((account.new_rows(), account.same_rows(), account.lacking()), (0, 0, 1));
    }
}
