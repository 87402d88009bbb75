//! Which of the rows that a record takes a row of the sheet is: people copy rows, and the hidden cells come along.

use std::collections::BTreeMap;

use super::cell_ref::CellRef;
use super::draft::{Draft, DraftRow, ShownRow};
use super::head::{ColumnScope, ColumnUse, ExpectedSheet};
use super::reading::SheetReading;
use crate::tr;

impl SheetReading<'_> {
    /// Each row with the place among `known` of the row that it is; none where it is one item more.
    pub(super) fn shown(&mut self, rows: &[u32], known: &[ShownRow]) -> Vec<(u32, Option<usize>)> {
        let mut claims: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for row in rows {
            if let Some(at) = self.claimed(*row, known) {
                claims.entry(at).or_default().push(*row);
            }
        }
        let mut shown: BTreeMap<u32, usize> = BTreeMap::new();
        for (at, rows) in claims {
            for row in self.kept(&rows, &known[at]) {
                shown.insert(row, at);
            }
        }
        rows.iter().map(|row| (*row, shown.get(row).copied())).collect()
    }

    /// The row that it was exported as; where the record changed since, the one with the same keys.
    fn claimed(&self, row: u32, known: &[ShownRow]) -> Option<usize> {
        let revision = self.cell(row, self.head.revision).words();
        let exported = known.iter().position(|known| known.revision == revision);
        exported.or_else(|| known.iter().position(|known| self.keeps(row, known)))
    }

    /// Those of several rows with the same hidden cells that still show the item; the others are copies, and items of their own.
    fn kept(&mut self, rows: &[u32], known: &ShownRow) -> Vec<u32> {
        let [first, second, ..] = rows else { return rows.to_vec() };
        let kept: Vec<u32> = rows.iter().copied().filter(|row| self.keeps(*row, known)).collect();
        match kept[..] {
            [_] => {}
            [first, second, ..] => self.shown_twice(&kept, known, [first, second]),
            [] => self.lost(rows, [*first, *second]),
        }
        kept
    }

    /// Whether a row says what stands wherever an item is found by it.
    fn keeps(&self, row: u32, known: &ShownRow) -> bool {
        let keys = self.columns(row, ColumnUse::Taken).into_iter().filter(|(column, _)| {
            self.asked.columns[*column].of == ColumnScope::Key && known.cells[*column].iter().any(|shown| !shown.is_empty())
        });
        keys.into_iter().all(|(column, at)| self.shows(at, column, known))
    }

    /// Rows that are the same item, and one of them says something new of it: nobody can tell which is meant.
    fn shown_twice(&mut self, rows: &[u32], known: &ShownRow, pair: [u32; 2]) {
        let changed: Vec<u32> = rows.iter().copied().filter(|row| self.says_more(*row, known)).collect();
        let column = self.naming_column();
        for row in changed {
            let other = if row == pair[0] { pair[1] } else { pair[0] };
            let (own, other) = (row + 1, other + 1);
            let what = if self.asked.is_several() {
                let keys = self.keys();
                let (zh, en) = (&keys[0], &keys[1]);
                tr!(
                    "第 {own} 行与第 {other} 行是同一条记录的同一项；复制出来要增加一项的，请改写或清空 {zh}，要另登记一条的，请清空“编号”和这一格（隐藏列“记录引用”）";
                    "rows {own} and {other} are the same item of the same record; where one is a copy that shall be an item more, change or clear {en}; for a record of its own clear its number and this cell (of the hidden column)"
                )
            } else {
                tr!(
                    "第 {own} 行与第 {other} 行是同一条记录；复制出来的新行，请清空它的“编号”和隐藏列“记录引用”的这一格";
                    "rows {own} and {other} are the same record; where one is a copy that shall be new, clear its number and this cell of its hidden column \"reference\""
                )
            };
            self.problem(CellRef { row, column }, what);
        }
    }

    fn says_more(&self, row: u32, known: &ShownRow) -> bool {
        self.columns(row, ColumnUse::Taken).into_iter().any(|(column, at)| !self.shows(at, column, known))
    }

    /// Rows with the same hidden cells of which none is what it was.
    fn lost(&mut self, rows: &[u32], pair: [u32; 2]) {
        let keys = self.keys();
        let (zh, en) = (&keys[0], &keys[1]);
        let column = self.naming_column();
        for row in rows {
            let own = row + 1;
            let other = if *row == pair[0] { pair[1] } else { pair[0] } + 1;
            let what = tr!(
                "第 {own} 行与第 {other} 行由同一行复制而来，{zh} 却都改了，看不出哪一行是原来那一项；请把其中一行恢复原样";
                "rows {own} and {other} are copies of one row, and in both {en} was changed: nobody can tell which is the item that stands; put one of them back"
            );
            self.problem(CellRef { row: *row, column }, what);
        }
    }

    /// The headings of what items are found by.
    fn keys(&self) -> [String; 2] {
        let keys = self.asked.columns.iter().filter(|column| column.of == ColumnScope::Key).map(|column| &column.heading);
        let (zh, en): (Vec<_>, Vec<_>) =
            keys.map(|heading| (format!("“{}”", heading.zh()), format!("\"{}\"", heading.en()))).unzip();
        [zh.join("、"), en.join(", ")]
    }
}

impl Draft {
    /// Whether a new row is of the same record as those before it: it names no other place, and of the whole it says nothing else.
    pub(super) fn is_of(&self, row: &DraftRow, asked: &ExpectedSheet) -> bool {
        let is_whole = |column: usize| asked.columns[column].of == ColumnScope::Whole;
        let said = |column: usize| self.rows.iter().flat_map(|row| &row.changes).find(|change| change.column == column);
        let whole = row.changes.iter().filter(|change| is_whole(change.column));
        let is_same = |change: &super::CellChange| said(change.column).is_none_or(|said| said.value == change.value);
        let place = || self.rows.iter().find_map(|row| row.place.as_ref()).map(|(_, place)| place);
        let is_there = row.place.as_ref().is_none_or(|(_, named)| place() == Some(named));
        let owner = || self.rows.iter().find_map(|row| row.owner.as_ref()).map(|(_, owner)| owner);
        let is_theirs = row.owner.as_ref().is_none_or(|(_, named)| owner() == Some(named));
        asked.is_several() && self.reference.is_none() && is_there && is_theirs && whole.into_iter().all(is_same)
    }
}
