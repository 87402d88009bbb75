//! A sheet on its way to be drafts: its rows, by the record that each of them shows.

use std::collections::BTreeMap;

use super::account::{CellClass, CellCount};
use super::cell::{InputCell, LeftOpen};
use super::cell_ref::CellRef;
use super::draft::{
    CellChange, CellProblem, Draft, DraftRow, Drafts, KnownRecords, NumberedRecord, ShownRow, record_named, too_many,
};
use super::head::{ColumnScope, ColumnUse, ENOUGH, ExpectedSheet, Head, plain};
use super::sheet::InputSheet;
use crate::model::{limits, to_half_width};
use crate::text::{Text, clean};
use crate::tr;

/// With what a row begins that stands beside records: what people write below a table.
const BESIDE_RECORDS: [&str; 14] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "累计:",
    "注:",
    "备注:",
    "填表人:",
    "填报人:",
    "制表人:",
    "审核人:",
    "填表说明",
    "填报日期:",
    "填表日期:",
];

/// What of a sheet is to be read.
#[derive(Debug, Clone, Copy)]
pub struct SheetRequest<'a> {
    /// The sheet.
    pub sheet: &'a InputSheet,
    /// Its head.
    pub head: &'a Head,
    /// What it should hold.
    pub asked: &'a ExpectedSheet,
    /// Whether what nobody sees is taken as well.
    pub hidden: bool,
}

/// Reads the rows below the head of a sheet.
pub fn drafts(request: SheetRequest<'_>, known: &dyn KnownRecords) -> Drafts {
    let SheetRequest { sheet, head, asked, hidden } = request;
    let head = &head.clone().without(|column| !hidden && sheet.hides_column(column));
    let (out, derived, guessed, classes) = (Drafts::default(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut reading = SheetReading { sheet, head, asked, known, takes_hidden: hidden, out, derived, guessed, classes };
    reading.headings();
    let (mut stand, mut new) = (BTreeMap::<String, Vec<u32>>::new(), Vec::new());
    for (row, _) in sheet.rows().filter(|(row, _)| *row > head.row) {
        if !hidden && sheet.hides_row(row) {
            reading.leave_out(row);
            continue;
        }
        if reading.is_head_again(row) {
            reading.pass_head(row);
            continue;
        }
        if let Some((at, what)) = reading.total(row).or_else(|| reading.struck(row)) {
            reading.refuse_row(row, at, what);
            continue;
        }
        match reading.record_of(row) {
            RowRecord::New => new.push(row),
            RowRecord::Standing(record) => stand.entry(record).or_default().push(row),
            RowRecord::Unclear(column, what) => reading.refuse_row(row, CellRef { row, column }, what),
        }
    }
    for (record, rows) in &stand {
        reading.standing(record, rows, &known.rows(record));
    }
    reading.begin(&new);
    reading.name_owners();
    reading.merged(&stand);
    reading.passed_over();
    reading.out.drafts.sort_by_key(Draft::first);
    reading.out
}

/// Which record a row shows.
pub(super) enum RowRecord {
    /// None that there is.
    New,
    /// The one of this reference.
    Standing(String),
    /// Nobody can tell, as a column of the row shows.
    Unclear(u32, Text),
}

/// A sheet on its way to be drafts.
pub(super) struct SheetReading<'a> {
    pub(super) sheet: &'a InputSheet,
    pub(super) head: &'a Head,
    pub(super) asked: &'a ExpectedSheet,
    pub(super) known: &'a dyn KnownRecords,
    pub(super) takes_hidden: bool,
    pub(super) out: Drafts,
    /// How many cells of a column differ from what is worked out.
    pub(super) derived: BTreeMap<usize, u32>,
    /// How many new cells leave part of their day open, and the first of them.
    pub(super) guessed: BTreeMap<LeftOpen, CellCount>,
    /// What became so far of the cells of the row that is being read, by their columns.
    pub(super) classes: BTreeMap<u32, CellClass>,
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
        self.close_head();
    }

    /// Whether a row repeats the headings, as they are printed on every page, or what stands above them.
    fn is_head_again(&self, row: u32) -> bool {
        let cells: Vec<CellRef> = self.sheet.row(row).collect();
        let says = |at: CellRef| plain(&self.sheet.cell(at).words());
        let repeats = |above: u32| {
            let as_there = |at: &CellRef| says(*at) == says(CellRef { row: above, column: at.column });
            cells.len() * 2 >= self.sheet.row(above).count() && cells.iter().all(as_there)
        };
        cells.len() >= ENOUGH
            && self.sheet.rows().map(|(above, _)| above).take_while(|above| *above <= self.head.row).any(repeats)
    }

    /// Which record a row shows: by its hidden reference, else by the number that people see.
    pub(super) fn record_of(&self, row: u32) -> RowRecord {
        let [reference, number] = [self.head.reference, self.head.number].map(|column| self.cell(row, column).words());
        let referred = record_named(&reference);
        let numbered = if number.is_empty() { NumberedRecord::OwnNumber } else { self.known.numbered(&number) };
        match (referred, numbered) {
            ("", NumberedRecord::Known(record)) => RowRecord::Standing(record),
            ("", NumberedRecord::Missing) => RowRecord::Unclear(self.head.number.unwrap_or_default(), no_such_number(&number)),
            ("", NumberedRecord::OwnNumber) => RowRecord::New,
            (record, NumberedRecord::Known(other)) if record == other => RowRecord::Standing(other),
            (record, numbered) => match self.other_number(row, record, &number, &numbered) {
                Some(why) => RowRecord::Unclear(self.head.number.unwrap_or_default(), why),
                None => RowRecord::Standing(record.to_owned()),
            },
        }
    }

    /// That the number which people see is not that of the record to which the hidden reference of the row points.
    fn other_number(&self, row: u32, record: &str, number: &str, numbered: &NumberedRecord) -> Option<Text> {
        if number.is_empty() || self.known.is_called(record, number) {
            return None;
        }
        let known = self.known.rows(record);
        let revision = self.cell(row, self.head.revision).words();
        match numbered {
            _ if known.is_empty() => None,
            NumberedRecord::Known(_) => Some(two_records()),
            NumberedRecord::Missing => Some(another_number(number)),
            // What is called by a name (矿山 大山石场) may have been called otherwise when the sheet was made.
            NumberedRecord::OwnNumber => known.iter().any(|known| known.revision == revision).then(|| another_number(number)),
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
            return rows.iter().for_each(|row| self.refuse_row(*row, CellRef { row: *row, column }, what.clone()));
        }
        if let (Some(why), Some((last, others))) = (too_many(rows.len()), rows.split_last()) {
            for row in others {
                self.close_row(*row, CellClass::Unasked);
            }
            return self.refuse_row(*last, CellRef { row: *last, column: self.naming_column() }, why);
        }
        let mut draft = Draft { reference: Some(record.to_owned()), rows: Vec::new() };
        for (row, shown) in self.shown(rows, known) {
            draft.rows.extend(self.standing_row(row, shown.map(|at| &known[at]), known));
            self.close(row);
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
            self.conflict(&row, shown.or(known.first())?, &revision);
            return None;
        }
        Some(row)
    }

    /// Rows that show no record that stands.
    fn begin(&mut self, rows: &[u32]) {
        let mut last: Option<u32> = None;
        for (at, row) in rows.iter().enumerate() {
            let changes = self.new_values(*row);
            let [owner, place] = [ColumnUse::Owner, ColumnUse::Place].map(|used| self.stated_name(used, *row, None));
            self.close(*row);
            if changes.is_empty() && place.is_none() {
                continue;
            }
            let new = DraftRow { row: *row, owner, place, shown: None, changes };
            let is_next = last.is_some_and(|last| last + 1 == *row);
            last = Some(*row);
            let before = self.out.drafts.last().filter(|draft| is_next && draft.is_of(&new, self.asked));
            if let Some((at, what)) = before.and_then(|draft| self.said_late(&new, draft)) {
                self.problem(at, what);
                continue;
            }
            match self.out.drafts.last_mut().filter(|draft| is_next && draft.is_of(&new, self.asked)) {
                Some(draft) if too_many(draft.rows.len() + 1).is_none() => draft.rows.push(new),
                Some(draft) => {
                    let (first, why) = (draft.at(), too_many(draft.rows.len() + 1).unwrap_or_default());
                    rows[at + 1..].iter().for_each(|row| self.close_row(*row, CellClass::Unasked));
                    return self.problem(first, why);
                }
                None => self.out.drafts.push(Draft { reference: None, rows: vec![new] }),
            }
        }
    }

    /// New records of which no row says whose they are: they are those of the unit that is named above the table.
    fn name_owners(&mut self) {
        let has_owner = self.asked.columns.iter().any(|column| column.used == ColumnUse::Owner);
        let Some(unit) = self.head.filled_in_by.as_ref().filter(|_| has_owner) else { return };
        let new = self.out.drafts.iter_mut().filter(|draft| draft.reference.is_none());
        for draft in new.filter(|draft| draft.rows.iter().all(|row| row.owner.is_none())) {
            draft.rows.iter_mut().take(1).for_each(|row| row.owner = Some(unit.clone()));
        }
    }

    /// That a row which shows no record that stands counts or explains the rows above it, as the first of its cells says.
    fn total(&self, row: u32) -> Option<(CellRef, Text)> {
        if !matches!(self.record_of(row), RowRecord::New | RowRecord::Unclear(..)) {
            return None;
        }
        let at = self.sheet.row(row).next()?;
        let said = self.sheet.cell(at).words();
        let plain: String = to_half_width(&said).chars().filter(|c| !c.is_whitespace()).collect();
        if !BESIDE_RECORDS.iter().any(|word| plain.starts_with(word)) {
            return None;
        }
        let (row, said) = (row + 1, crate::text::clip(&clean(&said), 40));
        let what = tr!(
            "第 {row} 行（{said}）像是合计、注释或落款，不是记录；请删去这一行，确是记录的请改写这一格";
            "row {row} ({said}) seems to be a total, a note or a signature and no record; delete it, or write the cell anew where it is one"
        );
        Some((at, what))
    }

    /// That words of a row are drawn through, in a cell that would be taken: nobody can tell whether it holds, or was done, or never was.
    fn struck(&self, row: u32) -> Option<(CellRef, Text)> {
        let is_read = |at: &CellRef| {
            let mut columns = self.head.columns.iter().zip(&self.asked.columns);
            columns.any(|(column, asked)| *column == Some(at.column) && asked.used != ColumnUse::Derived)
        };
        let mut cells = self.sheet.row(row).filter(is_read);
        let at = cells.find(|at| self.sheet.is_struck(*at) && !self.sheet.cell(*at).is_blank())?;
        Some((
            at,
            Text::fixed(
                "这一格的字画了删除线，看不出是否还算数；算数的请去掉删除线，作废的请清空这一格或删去这一行",
                "the words of this cell are drawn through, and nobody can tell whether they hold; take away the line where they do, else clear the cell or delete the row",
            ),
        ))
    }

    /// That a row below the first of a new record shows none of its items and yet says of the whole what no row above it does: a total,
    /// a note, or a word that belongs further up.
    fn said_late(&self, row: &DraftRow, draft: &Draft) -> Option<(CellRef, Text)> {
        let is_whole = |change: &CellChange| self.asked.columns[change.column].of == ColumnScope::Whole;
        if !row.changes.iter().all(is_whole) {
            return None;
        }
        let said = |column: usize| draft.rows.iter().flat_map(|row| &row.changes).any(|change| change.column == column);
        let late = row.changes.iter().find(|change| !said(change.column))?;
        let heading = &self.asked.columns[late.column].heading;
        let (own, first, zh, en) = (row.row + 1, draft.first() + 1, heading.zh(), heading.en());
        let what = tr!(
            "第 {own} 行只写了“{zh}”，没有写是哪一项的；是合计或注释的请删去这一行，是第 {first} 行那条记录的请写到那一行";
            "row {own} says only \"{en}\" and nothing of an item; delete it where it is a total or a note, or write it in row {first} where it is of that record"
        );
        Some((late.at, what))
    }

    /// The record is no longer what the row was made from: nobody can tell whose the difference is.
    fn conflict(&mut self, row: &DraftRow, known: &ShownRow, revision: &str) {
        let changed = row.changes.iter().map(|change| (change.at, change.column));
        let named = [(ColumnUse::Owner, &row.owner), (ColumnUse::Place, &row.place)].into_iter().filter_map(|(used, named)| {
            let (at, _) = named.as_ref()?;
            Some((*at, self.asked.columns.iter().position(|column| column.used == used)?))
        });
        let cells: Vec<(CellRef, usize)> = changed.chain(named).collect();
        for (at, column) in cells {
            let [zh, en] = &known.cells[column];
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
            self.problem(at, what);
            self.classes.insert(at.column, CellClass::Refused);
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
        for (what, CellCount { count, first }) in &self.guessed {
            let place = self.sheet.place(*first);
            self.out.notes.push(match what {
                LeftOpen::Year => tr!(
                    "{place} 等 {count} 格的日期没有写年份，按离今天最近的年份取用；不是的请写明年份";
                    "{count} days, such as {place}, say no year and were taken as of that in which they are nearest to today; write the year where it is another"
                ),
                LeftOpen::Hour => tr!(
                    "{place} 等 {count} 格没有写几时几分，按 0 时 0 分取用；请补上时间";
                    "{count} cells, such as {place}, say no hour and were taken as 00:00; add the time"
                ),
            });
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

/// The number of a row names nothing that the sheet shows.
fn no_such_number(number: &str) -> Text {
    let shown = clean(number).into_owned();
    tr!(
        "台账的这张表中没有“{shown}”；是新行的，请清空“编号”这一格（编号由程序给），是已有记录的，请照导出的台账填写";
        "the register's sheet has no \"{shown}\"; where the row is new clear this cell, for the program gives the number, else write it as the exported ledger does"
    )
}

/// The number of a row that shows a record was written over.
fn another_number(number: &str) -> Text {
    let shown = clean(number).into_owned();
    tr!(
        "“{shown}”不是这一行那条记录（隐藏列“记录引用”）的编号；编号由程序给，不能改，请恢复原样，要改另一条记录的请重新导出台账，在那一行上改";
        "\"{shown}\" is not the number of the record that this row shows (by its hidden reference); the program gives numbers, so put it back, or export the ledger anew and change the row of the record that is meant"
    )
}

/// The hidden reference of a row and the number that people see are of different records: one of the two was moved without the other.
fn two_records() -> Text {
    Text::fixed(
        "“编号”与隐藏列“记录引用”不是同一条记录（多半是排序、粘贴时隐藏列没有一起移动）；请重新导出台账，在新表上改",
        "the number and the hidden reference are of different records (sorted or pasted without the hidden columns, perhaps); export the ledger anew and change that",
    )
}
