//! The account of a sheet, row by row: what the reading of a row did not class is classed by where it stands, and what stands nowhere is
//! refused.

use std::collections::BTreeMap;

use super::account::{CellClass, PassedReason};
use super::cell_ref::{CellRange, CellRef};
use super::draft::{CellProblem, NumberedRecord};
use super::head::{ColumnScope, ColumnUse};
use super::reading::{RowRecord, SheetReading};
use crate::text::Text;
use crate::tr;

impl SheetReading<'_> {
    /// The column that speaks for what a row is.
    pub(super) fn naming_column(&self) -> u32 {
        self.head.reference.or(self.head.number).unwrap_or_default()
    }

    /// Counts what stands at and above the head; a column that is there twice cannot be taken.
    pub(super) fn close_head(&mut self) {
        let rows: Vec<u32> = self.sheet.rows().map(|(row, _)| row).take_while(|row| *row <= self.head.row).collect();
        for row in rows {
            let cells = self.sheet.row(row).map(|at| {
                let is_twice = row == self.head.row && self.head.twice.contains(&at.column);
                (at, if is_twice { CellClass::Refused } else { CellClass::Heading })
            });
            self.out.account.add(row, cells);
        }
    }

    /// Counts the cells of a row that repeats the headings.
    pub(super) fn pass_head(&mut self, row: u32) {
        self.out.account.add(row, self.sheet.row(row).map(|at| (at, CellClass::Heading)));
        let row = row + 1;
        self.out.notes.push(tr!("第 {row} 行又是表头，已跳过"; "row {row} is the headings again and was passed over"));
    }

    /// Counts the cells of a row that nobody sees. Where a new record may take several rows nobody can tell what would be torn apart.
    pub(super) fn leave_out(&mut self, row: u32) {
        let cells: Vec<CellRef> = self.sheet.row(row).collect();
        let is_torn = self.asked.is_several() && matches!(self.record_of(row), RowRecord::New);
        if let (true, Some(first)) = (is_torn, cells.first()) {
            let what = Text::fixed(
                "这一行是隐藏（或被筛选掉）的，而这张表中一条记录占几行；请取消隐藏、清除筛选，或加 --all-sheets 一并取用",
                "this row is hidden or filtered out, and in this sheet a record takes several rows; show all rows, or take them with --all-sheets",
            );
            self.problem(*first, what);
        }
        let class = if is_torn { CellClass::Refused } else { CellClass::Passed(PassedReason::HiddenRow) };
        self.out.account.add(row, cells.into_iter().map(|at| (at, class)));
    }

    /// Refuses a row for what one of its cells says.
    pub(super) fn refuse_row(&mut self, row: u32, at: CellRef, what: Text) {
        self.problem(at, what);
        self.classes.insert(at.column, CellClass::Refused);
        self.close_row(row, CellClass::Unasked);
    }

    /// Counts the cells of a row that was read.
    pub(super) fn close(&mut self, row: u32) {
        self.close_row(row, CellClass::Refused);
    }

    /// Counts the cells of a row; what was read of none of its columns is of the class `other`, and told where that is a refusal.
    pub(super) fn close_row(&mut self, row: u32, other: CellClass) {
        let mut read = std::mem::take(&mut self.classes);
        let (mut cells, mut homeless) = (Vec::new(), Vec::new());
        for at in self.sheet.row(row) {
            let class = read.remove(&at.column).or_else(|| self.class_of_column(at)).unwrap_or_else(|| {
                homeless.push(at);
                other
            });
            cells.push((at, class));
        }
        self.out.account.add(row, cells);
        // What was read of a column in which nothing stands takes away what the register says.
        for (column, _) in read.into_iter().filter(|(_, class)| *class == CellClass::New) {
            self.out.account.clear(CellRef { row, column });
        }
        if other == CellClass::Refused {
            for at in homeless {
                self.problem(at, homeless_cell(self.head.is_known(at.column), at));
            }
        }
    }

    /// What a cell is by its column alone; none where the column is read, or has no heading.
    fn class_of_column(&self, at: CellRef) -> Option<CellClass> {
        let (head, column) = (self.head, Some(at.column));
        let passed = |why| Some(CellClass::Passed(why));
        if [head.reference, head.revision].contains(&column) {
            return Some(CellClass::Naming);
        }
        if !self.takes_hidden && self.sheet.hides_column(at.column) {
            return passed(PassedReason::HiddenColumn);
        }
        if head.number == column {
            let has_reference = !self.cell(at.row, head.reference).is_blank();
            let is_own = !has_reference && self.known.numbered(&self.sheet.cell(at).words()) == NumberedRecord::OwnNumber;
            return if is_own { passed(PassedReason::OwnNumber) } else { Some(CellClass::Naming) };
        }
        if head.strange.contains(&at.column) {
            return passed(PassedReason::UnknownColumn);
        }
        // That is told at the heading.
        if head.twice.contains(&at.column) {
            return Some(CellClass::Refused);
        }
        if head.meaningless.contains(&at.column) {
            return passed(PassedReason::Remark);
        }
        let asked = head.columns.iter().position(|place| *place == column)?;
        match self.asked.columns[asked].used {
            ColumnUse::Owner | ColumnUse::Place => Some(CellClass::Naming),
            ColumnUse::Derived => passed(PassedReason::Derived),
            ColumnUse::Taken => None,
        }
    }

    /// Cells that were merged and stand for several: of a record as a whole that is how people write, of anything else the others would
    /// be blank.
    pub(super) fn merged(&mut self, stand: &BTreeMap<String, Vec<u32>>) {
        let below = self.sheet.merged().iter().filter(|range| range.first.row > self.head.row && range.first != range.last);
        let refused: Vec<CellRange> =
            below.filter(|range| self.blanks(range) && !self.is_of_one(range, stand)).copied().collect();
        for range in refused {
            // What else is wrong there follows from the merge.
            self.out.problems.retain(|problem| !range.contains(problem.at));
            let what = tr!(
                "{range} 合并了单元格，除第一格外都是空的，看不出各格应填什么；请取消合并，逐格填写";
                "{range} are merged cells, all but the first of which are blank: nobody can tell what each should say; take the merge apart and fill in each"
            );
            self.out.problems.push(CellProblem { at: range.first, what });
            self.out.merged.push(range);
        }
    }

    /// Whether a merge leaves a cell blank that would be taken.
    fn blanks(&self, range: &CellRange) -> bool {
        let is_read = |column: &u32| {
            let is_named = [self.head.reference, self.head.number].contains(&Some(*column));
            is_named || self.head.columns.contains(&Some(*column))
        };
        let mut columns = (range.first.column..=range.last.column).filter(is_read);
        let rows = range.first.row != range.last.row;
        columns.any(|column| rows || column != range.first.column)
    }

    /// Whether a merge is over the rows of one record, in a column that speaks of the record as a whole.
    fn is_of_one(&self, range: &CellRange, stand: &BTreeMap<String, Vec<u32>>) -> bool {
        let column = self.head.columns.iter().position(|column| *column == Some(range.first.column));
        let is_whole = column.is_some_and(|column| self.asked.columns[column].of == ColumnScope::Whole);
        if range.first.column != range.last.column || !is_whole || !self.asked.is_several() {
            return false;
        }
        let standing = |row: u32| stand.iter().find(|(_, rows)| rows.contains(&row)).map(|(record, _)| record.clone());
        let new = |row: u32| self.out.drafts.iter().position(|draft| draft.rows.iter().any(|own| own.row == row));
        let mut of = (range.first.row..=range.last.row).map(|row| (standing(row), new(row)));
        let first = of.next();
        of.all(|other| Some(&other) == first.as_ref()) && first.is_some_and(|(standing, new)| standing.is_some() || new.is_some())
    }
}

/// A cell of which nobody knows what it is about.
fn homeless_cell(is_known: bool, at: CellRef) -> Text {
    if is_known {
        return Text::fixed(
            "程序没有读到这一格（程序的差错，请报给维护人员）；没有取用",
            "the program did not read this cell (a fault of the program: please report it); it was not taken",
        );
    }
    let row = at.row + 1;
    tr!(
        "第 {row} 行的这一格没有表头，不知道是哪一栏的；请补上表头，或清空这一格（.csv 文件多半是内容里的逗号没有加引号）";
        "row {row} has a cell here that has no heading above it; write the heading, or clear the cell (in a .csv perhaps a comma that is not within quotes)"
    )
}
