//! Rows as drafts of records: what is new, and what differs from what a record says now.

use std::collections::BTreeMap;

use super::cell::Cell;
use super::head::{Asked, Head, Use};
use super::sheet::{At, Sheet};
use crate::model::field::Shape;
use crate::model::limits;
use crate::text::{Text, clean};
use crate::tr;

/// What a row would say of a record as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Which state of the record that is.
    pub revision: String,
    /// What stands in each column that was asked for, in Chinese and in English.
    pub cells: Vec<[String; 2]>,
}

/// A record as a row wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The row.
    pub row: u32,
    /// The record that it shows; none where it is a new one.
    pub reference: Option<String>,
    /// The unit that it names as the record's owner, and where.
    pub owner: Option<(At, String)>,
    /// What the record does not say yet.
    pub changes: Vec<Change>,
}

/// A cell that says something else than the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it is.
    pub at: At,
    /// The column, as it was asked for.
    pub column: usize,
    /// What it says, spelled as [`Cell::read`] spells it; nothing where the cell is blank and the record is not.
    pub value: Option<String>,
}

/// Something that cannot be taken, at its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub at: At,
    /// What is wrong, and what to do.
    pub what: Text,
}

/// What a sheet comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    /// Rows that say something new.
    pub drafts: Vec<Draft>,
    /// Cells that cannot be taken.
    pub problems: Vec<Problem>,
    /// What was passed over.
    pub notes: Vec<Text>,
}

/// Reads the rows below the head of a sheet. `known` says what a record would show now; `None` where there is no such record.
pub fn drafts(sheet: &Sheet, head: &Head, asked: &Asked, known: &dyn Fn(&str) -> Option<Known>) -> Drafts {
    let mut reading = Reading { sheet, head, asked, out: Drafts::default(), rows: BTreeMap::new(), derived: BTreeMap::new() };
    reading.headings();
    for (row, _) in sheet.rows().filter(|(row, _)| *row > head.row) {
        reading.row(row, known);
    }
    reading.shown_twice();
    reading.passed_over();
    reading.out
}

struct Reading<'a> {
    sheet: &'a Sheet,
    head: &'a Head,
    asked: &'a Asked,
    out: Drafts,
    /// The rows that show each record.
    rows: BTreeMap<String, Vec<u32>>,
    /// How many cells of a column differ from what is worked out.
    derived: BTreeMap<usize, u32>,
}

impl Reading<'_> {
    fn problem(&mut self, at: At, what: Text) {
        if self.out.problems.len() < limits::SHEET_PROBLEMS {
            self.out.problems.push(Problem { at, what });
        }
    }

    fn headings(&mut self) {
        for column in self.head.twice.clone() {
            let at = At { row: self.head.row, column };
            let heading = clean(&self.sheet.cell(at).words()).into_owned();
            self.problem(at, tr!("“{heading}”一列出现了两次，请删去一列"; "the column \"{heading}\" is there twice; delete one"));
        }
    }

    fn row(&mut self, row: u32, known: &dyn Fn(&str) -> Option<Known>) {
        let cell = |column: Option<u32>| column.map_or(&Cell::Blank, |column| self.sheet.cell(At { row, column }));
        let reference = cell(self.head.reference).words();
        let revision = cell(self.head.revision).words();
        if reference.is_empty() {
            let changes = self.new_values(row);
            if !changes.is_empty() {
                let owner = self.owner(row, None);
                self.out.drafts.push(Draft { row, reference: None, owner, changes });
            }
            return;
        }
        let at = At { row, column: self.head.reference.unwrap_or_default() };
        let Some(known) = known(&reference) else {
            let shown = clean(&reference).into_owned();
            let what = tr!(
                "台账的这张表中没有 {shown}；是新行的，请清空这一格（隐藏列“记录引用”）";
                "the register's sheet has no {shown}; where the row is new, clear this cell (of the hidden column)"
            );
            return self.problem(at, what);
        };
        self.rows.entry(reference.clone()).or_default().push(row);
        let changes = self.differing(row, &known);
        let owner = self.owner(row, Some(&known));
        if changes.is_empty() && owner.is_none() {
            return;
        }
        if revision != known.revision {
            return self.conflict(&changes, &known, &revision);
        }
        self.out.drafts.push(Draft { row, reference: Some(reference), owner, changes });
    }

    /// What a new row says; a no says nothing.
    fn new_values(&mut self, row: u32) -> Vec<Change> {
        let mut changes = Vec::new();
        for (column, at) in self.taken(row) {
            let shape = self.asked.columns[column].shape;
            match self.sheet.cell(at).read(&shape) {
                Ok(value) if is_nothing(value.as_deref(), &shape) => {}
                Ok(value) => changes.push(Change { at, column, value }),
                Err(why) => self.problem(at, why),
            }
        }
        changes
    }

    /// The cells that say something else than the record. Cells that are worked out are counted where they differ.
    fn differing(&mut self, row: u32, known: &Known) -> Vec<Change> {
        let mut changes = Vec::new();
        for (column, shown) in known.cells.iter().enumerate() {
            let Some(at) = self.head.at(row, column) else { continue };
            let (asked, cell) = (&self.asked.columns[column], self.sheet.cell(at));
            // A text that a cell cannot hold was cut off when it was shown.
            if asked.used == Use::Owner || shown.iter().any(|shown| shown.encode_utf16().count() > limits::CELL_CHARS) {
                continue;
            }
            let read = cell.read(&asked.shape);
            if read.as_ref().is_ok_and(|read| is_same(read.as_deref(), shown, &asked.shape)) {
                continue;
            }
            match (asked.used, read) {
                (Use::Derived, _) => *self.derived.entry(column).or_default() += 1,
                (_, Ok(value)) => changes.push(Change { at, column, value }),
                (_, Err(why)) => self.problem(at, why),
            }
        }
        changes
    }

    /// Whom a row names as the owner, where that is not what the record shows.
    fn owner(&self, row: u32, known: Option<&Known>) -> Option<(At, String)> {
        let column = self.asked.columns.iter().position(|column| column.used == Use::Owner)?;
        let at = self.head.at(row, column)?;
        let said = self.sheet.cell(at).words();
        let shown = known.and_then(|known| known.cells.get(column));
        let is_shown = shown.is_some_and(|shown| shown.contains(&said));
        (!said.is_empty() && !is_shown).then_some((at, said))
    }

    fn taken(&self, row: u32) -> Vec<(usize, At)> {
        let taken = self.asked.columns.iter().enumerate().filter(|(_, column)| column.used == Use::Taken);
        taken.filter_map(|(column, _)| Some((column, self.head.at(row, column)?))).collect()
    }

    /// The record is no longer what the row was made from: nobody can tell whose the difference is.
    fn conflict(&mut self, changes: &[Change], known: &Known, revision: &str) {
        for change in changes {
            let [zh, en] = &known.cells[change.column];
            let nothing =
                |words: &str, none: &str| if words.is_empty() { none.to_owned() } else { crate::text::clip(&clean(words), 40) };
            let (zh, en) = (nothing(zh, "空"), nothing(en, "nothing"));
            let what = if revision.is_empty() {
                tr!(
                    "这一行没有“记录版本”，看不出导出后有没有别人改过（台账中现为：{zh}）；请重新导出台账，在新表上改";
                    "this row has no revision, so that nobody can tell whether the record changed since (it says: {en}); export the ledger anew and change that"
                )
            } else {
                tr!(
                    "导出后这条记录已被改过，台账中现为：{zh}；请重新导出台账，在新表上改";
                    "the record has changed since the export and now says: {en}; export the ledger anew and change that"
                )
            };
            self.problem(change.at, what);
        }
    }

    /// A row that was copied takes the hidden reference along.
    fn shown_twice(&mut self) {
        let twice = |draft: &Draft| {
            let rows = self.rows.get(draft.reference.as_ref()?)?;
            rows.iter().find(|row| **row != draft.row).map(|other| (draft.row, *other))
        };
        let pairs: Vec<(u32, u32)> = self.out.drafts.iter().filter_map(twice).collect();
        for (row, other) in pairs {
            let at = At { row, column: self.head.reference.unwrap_or_default() };
            let (own, other) = (row + 1, other + 1);
            self.problem(at, tr!(
                "第 {own} 行与第 {other} 行是同一条记录；复制出来的新行，请清空它在隐藏列“记录引用”的这一格";
                "rows {own} and {other} are the same record; where one is a copy that shall be new, clear this cell of its hidden column \"reference\""
            ));
        }
    }

    fn passed_over(&mut self) {
        let list = |headings: Vec<String>| headings.join("、");
        let heading = |column: &u32| clean(&self.sheet.cell(At { row: self.head.row, column: *column }).words()).into_owned();
        let name = clean(&self.sheet.name).into_owned();
        // A delimited file has no sheets, and so none with a name.
        let (here, there) = if name.is_empty() { ("表", "the sheet") } else { (name.as_str(), name.as_str()) };
        let strange = list(self.head.strange.iter().map(heading).filter(|heading| !heading.is_empty()).collect());
        if !strange.is_empty() {
            self.out.notes.push(
                tr!("{here} 中不认识的列没有取用：{strange}"; "{there}: columns that are not known were passed over: {strange}"),
            );
        }
        if !self.derived.is_empty() {
            let count: u32 = self.derived.values().sum();
            let say = |say: fn(&Text) -> &str| {
                list(self.derived.keys().map(|at| say(&self.asked.columns[*at].heading).to_owned()).collect())
            };
            let (zh, en) = (say(Text::zh), say(Text::en));
            self.out.notes.push(tr!(
                "{here} 中“{zh}”由程序推算，有 {count} 格与推算不同，没有取用";
                "{there}: \"{en}\" is worked out; {count} cells differ from that and were not taken"
            ));
        }
    }
}

fn is_nothing(value: Option<&str>, shape: &Shape) -> bool {
    match value {
        None => true,
        Some(value) => matches!(shape, Shape::Flag) && value == "false",
    }
}

/// Whether a cell says what the record shows, in either language.
fn is_same(value: Option<&str>, shown: &[String; 2], shape: &Shape) -> bool {
    shown.iter().any(|shown| match Cell::Words(shown.clone()).read(shape) {
        Ok(shown) => value == shown.as_deref() || (is_nothing(value, shape) && is_nothing(shown.as_deref(), shape)),
        Err(_) => false,
    })
}
