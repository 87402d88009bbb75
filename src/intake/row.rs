//! What one row says: all of it where it is new, what differs where it shows a record.

use super::account::{CellClass, CellCount, PassedReason};
use super::cell::InputCell;
use super::cell_ref::CellRef;
use super::draft::{CellChange, ShownRow};
use super::head::{ColumnScope, ColumnUse};
use super::reading::SheetReading;
use crate::model::field::Shape;
use crate::model::{Day, limits, plain_text, spelled_telephone};
use crate::text::Text;
use crate::tr;

impl SheetReading<'_> {
    /// What a new row says; a no says nothing.
    pub(super) fn new_values(&mut self, row: u32) -> Vec<CellChange> {
        self.stated_changes(row, |_| true)
    }

    /// What a row says that is one item more of a record: all that it says of the item, and of the whole what differs.
    pub(super) fn added(&mut self, row: u32, known: &ShownRow) -> Vec<CellChange> {
        let mut changes = self.stated_changes(row, |of| of != ColumnScope::Whole);
        changes.extend(self.compared(row, known, |of| of == ColumnScope::Whole));
        changes
    }

    /// The cells that say something else than the record. Cells that are worked out are counted where they differ.
    pub(super) fn differing(&mut self, row: u32, known: &ShownRow) -> Vec<CellChange> {
        self.derived_cells(row, known);
        self.compared(row, known, |_| true)
    }

    fn stated_changes(&mut self, row: u32, wanted: impl Fn(ColumnScope) -> bool) -> Vec<CellChange> {
        let mut changes = Vec::new();
        for (column, at) in self.columns(row, ColumnUse::Taken) {
            let asked = &self.asked.columns[column];
            if !wanted(asked.of) {
                continue;
            }
            let class = match self.read(at, column) {
                Ok(value) if is_nothing(value.as_deref(), &asked.shape) => CellClass::Same,
                Ok(value) => {
                    self.guess(at, column);
                    changes.push(CellChange { at, column, value });
                    CellClass::New
                }
                Err(why) => {
                    self.problem(at, why);
                    CellClass::Refused
                }
            };
            self.classes.insert(at.column, class);
        }
        changes
    }

    fn compared(&mut self, row: u32, known: &ShownRow, wanted: impl Fn(ColumnScope) -> bool) -> Vec<CellChange> {
        let mut changes = Vec::new();
        for (column, at) in self.columns(row, ColumnUse::Taken) {
            if !wanted(self.asked.columns[column].of) {
                continue;
            }
            let class = if self.shows(at, column, known) {
                CellClass::Same
            } else {
                match self.changed(at, column, known) {
                    Ok(value) => {
                        self.guess(at, column);
                        changes.push(CellChange { at, column, value });
                        CellClass::New
                    }
                    Err(why) => {
                        self.problem(at, why);
                        CellClass::Refused
                    }
                }
            };
            self.classes.insert(at.column, class);
        }
        changes
    }

    /// Counts a cell that is taken and leaves open part of its day.
    fn guess(&mut self, at: CellRef, column: usize) {
        if let Some(what) = self.sheet.cell(at).leaves_open(&self.asked.columns[column].shape) {
            self.guessed.entry(what).or_insert(CellCount { count: 0, first: at }).count += 1;
        }
    }

    /// What a cell says anew. Of a text that no cell can hold only a part was shown: what stands behind it would be lost.
    fn changed(&self, at: CellRef, column: usize, known: &ShownRow) -> Result<Option<String>, Text> {
        if is_cut(&known.cells[column]) {
            let most = limits::CELL_CHARS;
            return Err(tr!(
                "这一格的内容超过 {most} 个字，表格里只有前一部分，不能在表格里改；请恢复原样，用 liandong edit 改";
                "what stands here has over {most} characters, of which the sheet holds the first: it cannot be changed in a sheet; put it back, and change it with liandong edit"
            ));
        }
        self.read(at, column)
    }

    /// What a cell says of its column. What an item is found by is one thing.
    fn read(&self, at: CellRef, column: usize) -> Result<Option<String>, Text> {
        let asked = &self.asked.columns[column];
        let cell = self.sheet.cell(at);
        if asked.is_telephone && matches!(cell, InputCell::Number(_) | InputCell::Formatted(..)) && !is_mobile(&cell.words()) {
            return Err(Text::fixed(
                "电话号码存成了数字，开头的 0 会丢；请把单元格设为文本后重新填写",
                "the telephone number was kept as a number, which has no nought before it; set the cell to text and write it again",
            ));
        }
        let read = cell.read(&asked.shape, self.asked.today)?;
        if asked.of == ColumnScope::Key && read.as_ref().is_some_and(|read| read.contains(['、', '；', ';', '，', ',', '\n']))
        {
            return Err(Text::fixed(
                "这一格写了不止一个；一行写一个，其余的另起一行",
                "this cell names more than one; write one in a row, and the others in rows of their own",
            ));
        }
        Ok(if asked.is_telephone { read.as_deref().map(spelled_telephone) } else { read })
    }

    /// Counts the cells of columns that are worked out, by whether they say what is worked out.
    fn derived_cells(&mut self, row: u32, known: &ShownRow) {
        for (column, at) in self.columns(row, ColumnUse::Derived) {
            let is_same = self.shows(at, column, known);
            self.classes.insert(at.column, if is_same { CellClass::Same } else { CellClass::Passed(PassedReason::Derived) });
            if !is_same {
                *self.derived.entry(column).or_default() += 1;
            }
        }
    }

    /// Whether a cell says what stands in that column, in whatever spelling. Of a text that no cell can hold it shows the beginning.
    pub(super) fn shows(&self, at: CellRef, column: usize, known: &ShownRow) -> bool {
        let (shape, shown) = (&self.asked.columns[column].shape, &known.cells[column]);
        if is_cut(shown) {
            let said = self.sheet.cell(at).words();
            let begins = |shown: &String| plain_text(shown).starts_with(plain_text(&said).trim_end_matches('…'));
            return !said.is_empty() && said.encode_utf16().count() + SPARE >= limits::CELL_CHARS && shown.iter().any(begins);
        }
        // Whatever it is, it is what stands.
        let said = plain_text(&self.sheet.cell(at).words());
        if !said.is_empty() && shown.iter().any(|shown| plain_text(shown) == said) {
            return true;
        }
        let Ok(read) = self.sheet.cell(at).read(shape, self.asked.today) else { return false };
        is_same(read.as_deref(), shown, shape, self.asked.today) || read.is_some_and(|read| self.means(column, &read, shown))
    }

    /// Whether words mean what stands in a column.
    fn means(&self, column: usize, said: &str, shown: &[String; 2]) -> bool {
        let meant = self.known.meaning(column, said);
        meant.is_some() && shown.iter().any(|shown| !shown.is_empty() && self.known.meaning(column, shown) == meant)
    }

    /// Whom a row names as the owner, or as the place, where that is not what the record shows.
    pub(super) fn stated_name(&self, used: ColumnUse, row: u32, known: Option<&ShownRow>) -> Option<(CellRef, String)> {
        let (column, at) = self.columns(row, used).into_iter().next()?;
        // A cell that was merged down speaks for all of its rows.
        let merged = self.sheet.merged().iter().find(|range| range.contains(at) && range.first.column == at.column);
        let at = merged.map_or(at, |range| range.first);
        let said = self.sheet.cell(at).words();
        let shown = known.and_then(|known| known.cells.get(column));
        let is_shown = shown.is_some_and(|shown| shown.contains(&said) || self.means(column, &said, shown));
        (!said.is_empty() && !is_shown).then_some((at, said))
    }

    /// The columns of one use that the sheet has.
    pub(super) fn columns(&self, row: u32, used: ColumnUse) -> Vec<(usize, CellRef)> {
        let columns = self.asked.columns.iter().enumerate().filter(|(_, column)| column.used == used);
        columns.filter_map(|(column, _)| Some((column, self.head.at(row, column)?))).collect()
    }
}

/// Whether digits are those of a mobile telephone, or of a service such as 12350.
fn is_mobile(digits: &str) -> bool {
    digits.starts_with('1') && matches!(digits.len(), 5 | 11)
}

pub(super) fn is_nothing(value: Option<&str>, shape: &Shape) -> bool {
    match value {
        None => true,
        Some(value) => matches!(shape, Shape::Flag) && value == "false",
    }
}

/// How many characters less than it can hold a cell may show of a text that was cut: a sign of that, a character of two units.
const SPARE: usize = 2;

/// Whether a cell cannot hold what stands.
fn is_cut(shown: &[String; 2]) -> bool {
    shown.iter().any(|shown| shown.encode_utf16().count() > limits::CELL_CHARS)
}

/// Whether a cell says what the record shows, in either language.
fn is_same(value: Option<&str>, shown: &[String; 2], shape: &Shape, today: Day) -> bool {
    shown.iter().any(|shown| match InputCell::Words(shown.clone()).read(shape, today) {
        Ok(shown) => {
            let plain = |words: Option<&str>| words.map(plain_text);
            value == shown.as_deref()
                || (is_nothing(value, shape) && is_nothing(shown.as_deref(), shape))
                || plain(value) == plain(shown.as_deref())
        }
        Err(_) => false,
    })
}
