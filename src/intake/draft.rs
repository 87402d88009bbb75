//! Rows as drafts of records: what is new, and what differs from what a record says now.

use std::collections::BTreeMap;

use super::cell::InputCell;
use super::head::{ColumnUse, ExpectedSheet, Head};
use super::sheet::{CellRef, InputSheet};
use crate::model::limits;
use crate::text::{Text, clean};
use crate::tr;

/// What a row would say of a record as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownRow {
    /// Which state of the record that is, and which of its rows, should it take several.
    pub revision: String,
    /// What stands in each column that was asked for, in Chinese and in English.
    pub cells: Vec<[String; 2]>,
}

/// A record as rows want it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The record that they show; none where it is a new one.
    pub reference: Option<String>,
    /// The rows, of which some may say just what stands.
    pub rows: Vec<DraftRow>,
}

/// A row of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Where it is.
    pub row: u32,
    /// The unit that it names as the record's owner, and where.
    pub owner: Option<(CellRef, String)>,
    /// Where it says that the record lies (the mine of which it is, the record of which it is a part), and in which cell.
    pub place: Option<(CellRef, String)>,
    /// What stands in the row of the ledger that it is; none where the ledger has no such row yet.
    pub shown: Option<ShownRow>,
    /// What the record does not say yet.
    pub changes: Vec<CellChange>,
}

impl DraftRow {
    /// Whether it names another unit or place than its record has.
    fn names_another(&self) -> bool {
        self.owner.is_some() || self.place.is_some()
    }
}

/// A cell that says something else than the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// Where it is.
    pub at: CellRef,
    /// The column, as it was asked for.
    pub column: usize,
    /// What it says, spelled as [`InputCell::read`] spells it; nothing where the cell is blank and the record is not.
    pub value: Option<String>,
}

/// Something that cannot be taken, at its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellProblem {
    /// Where it is.
    pub at: CellRef,
    /// What is wrong, and what to do.
    pub what: Text,
}

/// What a sheet comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    /// Records of which rows say something new.
    pub drafts: Vec<Draft>,
    /// Cells that cannot be taken.
    pub problems: Vec<CellProblem>,
    /// What was passed over.
    pub notes: Vec<Text>,
}

impl Draft {
    /// Whether a row says something that the record does not.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.rows.iter().any(|row| !row.changes.is_empty())
    }

    /// The cell that speaks for it: the first that says something new.
    #[must_use]
    pub fn at(&self) -> CellRef {
        let changed = self.rows.iter().flat_map(|row| &row.changes).map(|change| change.at).next();
        changed.unwrap_or(CellRef { row: self.first(), column: 0 })
    }

    fn first(&self) -> u32 {
        self.rows.first().map_or(0, |row| row.row)
    }
}

/// Reads the rows below the head of a sheet. `known` says what the rows of a record would show now; none where there is no such record.
pub fn drafts(sheet: &InputSheet, head: &Head, asked: &ExpectedSheet, known: &dyn Fn(&str) -> Vec<ShownRow>) -> Drafts {
    let mut reading = SheetReading { sheet, head, asked, out: Drafts::default(), derived: BTreeMap::new() };
    reading.headings();
    let (mut stand, mut new) = (BTreeMap::<String, Vec<u32>>::new(), Vec::new());
    for (row, _) in sheet.rows().filter(|(row, _)| *row > head.row) {
        let reference = reading.cell(row, head.reference).words();
        match record_named(&reference) {
            "" => new.push(row),
            record => stand.entry(record.to_owned()).or_default().push(row),
        }
    }
    for (record, rows) in &stand {
        reading.standing(record, rows, &known(record));
    }
    reading.begin(&new);
    reading.passed_over();
    reading.out.drafts.sort_by_key(Draft::first);
    reading.out
}

/// The record that a reference names, or of which it names a part.
#[must_use]
pub fn record_named(reference: &str) -> &str {
    reference.split_once('#').map_or(reference, |(record, _)| record)
}

/// More rows are no record: no list has so many items.
#[must_use]
pub fn too_many(rows: usize) -> Option<Text> {
    let most = limits::LIST_ITEMS;
    (rows > most).then(|| {
        tr!("同一条记录超过 {most} 行，没有取用；请分成几条记录"; "a record of more than {most} rows was not taken; divide it into several")
    })
}

/// A sheet on its way to be drafts.
pub(super) struct SheetReading<'a> {
    pub(super) sheet: &'a InputSheet,
    pub(super) head: &'a Head,
    pub(super) asked: &'a ExpectedSheet,
    pub(super) out: Drafts,
    /// How many cells of a column differ from what is worked out.
    pub(super) derived: BTreeMap<usize, u32>,
}

impl SheetReading<'_> {
    pub(super) fn problem(&mut self, at: CellRef, what: Text) {
        if self.out.problems.len() < limits::SHEET_PROBLEMS {
            self.out.problems.push(CellProblem { at, what });
        }
    }

    pub(super) fn cell(&self, row: u32, column: Option<u32>) -> &InputCell {
        column.map_or(&InputCell::Blank, |column| self.sheet.cell(CellRef { row, column }))
    }

    fn headings(&mut self) {
        for column in self.head.twice.clone() {
            let at = CellRef { row: self.head.row, column };
            let heading = clean(&self.sheet.cell(at).words()).into_owned();
            self.problem(at, tr!("“{heading}”一列出现了两次，请删去一列"; "the column \"{heading}\" is there twice; delete one"));
        }
    }

    /// The rows that show a record.
    fn standing(&mut self, record: &str, rows: &[u32], known: &[ShownRow]) {
        if known.is_empty() {
            let shown = clean(record).into_owned();
            let what = tr!(
                "台账的这张表中没有 {shown}；是新行的，请清空这一格（隐藏列“记录引用”）";
                "the register's sheet has no {shown}; where the row is new, clear this cell (of the hidden column)"
            );
            let column = self.head.reference.unwrap_or_default();
            return rows.iter().for_each(|row| self.problem(CellRef { row: *row, column }, what.clone()));
        }
        if let (Some(why), Some(row)) = (too_many(rows.len()), rows.last()) {
            return self.problem(CellRef { row: *row, column: self.head.reference.unwrap_or_default() }, why);
        }
        let mut draft = Draft { reference: Some(record.to_owned()), rows: Vec::new() };
        for (row, shown) in self.shown(rows, known) {
            draft.rows.extend(self.standing_row(row, shown.map(|at| &known[at]), known));
        }
        if draft.rows.iter().any(|row| !row.changes.is_empty() || row.names_another()) {
            self.out.drafts.push(draft);
        }
    }

    /// A row of a record that stands; `shown` is the one of its rows that it is.
    fn standing_row(&mut self, row: u32, shown: Option<&ShownRow>, known: &[ShownRow]) -> Option<DraftRow> {
        let changes = match shown {
            Some(shown) => self.differing(row, shown),
            None => self.added(row, known.first()?),
        };
        let [owner, place] = [ColumnUse::Owner, ColumnUse::Place].map(|used| self.stated_name(used, row, known.first()));
        let revision = self.cell(row, self.head.revision).words();
        let is_stale = !known.iter().any(|known| known.revision == revision);
        let row = DraftRow { row, owner, place, shown: shown.cloned(), changes };
        if is_stale && (!row.changes.is_empty() || row.names_another()) {
            self.conflict(&row.changes, shown.or(known.first())?, &revision);
            return None;
        }
        Some(row)
    }

    /// Rows that show no record that stands.
    fn begin(&mut self, rows: &[u32]) {
        let mut last: Option<u32> = None;
        for row in rows {
            let changes = self.new_values(*row);
            let [owner, place] = [ColumnUse::Owner, ColumnUse::Place].map(|used| self.stated_name(used, *row, None));
            if changes.is_empty() && place.is_none() {
                continue;
            }
            let new = DraftRow { row: *row, owner, place, shown: None, changes };
            let is_next = last.is_some_and(|last| last + 1 == *row);
            last = Some(*row);
            match self.out.drafts.last_mut().filter(|draft| is_next && draft.is_of(&new, self.asked)) {
                Some(draft) if too_many(draft.rows.len() + 1).is_none() => draft.rows.push(new),
                Some(draft) => {
                    let (at, why) = (draft.at(), too_many(draft.rows.len() + 1).unwrap_or_default());
                    return self.problem(at, why);
                }
                None => self.out.drafts.push(Draft { reference: None, rows: vec![new] }),
            }
        }
    }

    /// The record is no longer what the row was made from: nobody can tell whose the difference is.
    fn conflict(&mut self, changes: &[CellChange], known: &ShownRow, revision: &str) {
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

    fn passed_over(&mut self) {
        let list = |headings: Vec<String>| headings.join("、");
        let heading =
            |column: &u32| clean(&self.sheet.cell(CellRef { row: self.head.row, column: *column }).words()).into_owned();
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
