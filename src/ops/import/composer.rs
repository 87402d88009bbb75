//! Rows as the records they will be, by way of a proposal; what stands against them, at its cell.

use std::collections::{HashMap, HashSet};

use toml::{Table, Value};

use super::cells::RecordCells;
use super::sheets::TakenSheet;
use super::{CellError, ImportWork, row_group, single_row};
use crate::intake::{CellRef, Draft};
use crate::model::reader::ReadProblem;
use crate::model::{ChangeRefusal, Comments, Kind, Ledger, Record, RecordPath, Reference, covers, plain_name};
use crate::ops::proposal::{DraftTarget, ProposedRecord, Proposer, RecordDraft, Rejection, judge, unreadable};
use crate::ops::values::ValueParser;
use crate::ops::{Failure, Result, ledger};
use crate::report::Level;
use crate::report::ledger::RowLayout;
use crate::store::{Loaded, LockedRegister};
use crate::text::{Text, clean};
use crate::tr;

/// Rows on their way to be records.
pub(super) struct RowComposer<'a> {
    work: &'a ImportWork<'a>,
    locked: &'a LockedRegister<'a>,
    proposer: Proposer<'a>,
    records: Vec<ProposedRecord>,
    /// The cells of each record.
    cells: Vec<RecordCells>,
    /// The records that a sheet has changed already.
    taken: HashSet<RecordPath>,
    /// Rows that say after all what stands: the sheet and the row.
    same: Vec<(usize, u32)>,
    /// Blank cells of what other rows go on to say: the sheet and the cell.
    silent: Vec<(usize, CellRef)>,
    errors: Vec<CellError>,
}

/// Two sheets may show the same record: a meeting, and its tasks.
const AGAIN: Text = Text::fixed(
    "这条记录在这个文件的另一张表中也改了，不能一并登记；请先导入其中一张，重新导出后再改另一张",
    "another sheet of this file changes the same record, and both cannot be filed at once; import one of them, export anew, and change the other",
);

/// What rows come to.
pub(super) struct JudgedRows {
    pub(super) records: Vec<ProposedRecord>,
    pub(super) errors: Vec<CellError>,
    /// Rows that say after all what stands: the sheet and the row.
    pub(super) same: Vec<(usize, u32)>,
    /// Blank cells of what other rows go on to say: the sheet and the cell.
    pub(super) silent: Vec<(usize, CellRef)>,
}

/// What stands against a row.
enum RowRejection {
    /// Its cells.
    Cells(Vec<CellError>),
    /// The disk, or something else that no cell can mend.
    Failed(Failure),
}

impl From<Vec<CellError>> for RowRejection {
    fn from(errors: Vec<CellError>) -> Self {
        Self::Cells(errors)
    }
}

impl<T: Into<Failure>> From<T> for RowRejection {
    fn from(why: T) -> Self {
        Self::Failed(why.into())
    }
}

impl<'a> RowComposer<'a> {
    pub(super) fn new(work: &'a ImportWork<'a>, locked: &'a LockedRegister<'a>) -> Self {
        let proposer = Proposer::new(work.register, locked);
        let (records, cells, taken) = (Vec::new(), Vec::new(), HashSet::new());
        let (same, silent, errors) = (Vec::new(), Vec::new(), Vec::new());
        Self { work, locked, proposer, records, cells, taken, same, silent, errors }
    }

    /// Takes the rows of a record; what stands against them is kept as errors of their cells.
    pub(super) fn add(&mut self, sheet: &TakenSheet, draft: &Draft) -> Result<()> {
        match self.record(sheet, draft) {
            Ok(()) => Ok(()),
            Err(RowRejection::Cells(errors)) => {
                self.errors.extend(errors);
                Ok(())
            }
            Err(RowRejection::Failed(failure)) => Err(failure),
        }
    }

    /// The record that rows want; none where they say after all what stands.
    fn record(&mut self, sheet: &TakenSheet, draft: &Draft) -> Result<(), RowRejection> {
        let standing = draft.reference.as_deref().map(path).transpose()?;
        let before = standing.as_ref().map(|path| self.locked.bytes(path)).transpose()?.flatten();
        self.work.may_write(sheet, draft, standing.as_ref(), before.as_deref())?;
        if !draft.is_new() {
            return Ok(());
        }
        let author = self.work.author_of(draft, standing.as_ref());
        let kind = standing.as_ref().map_or(sheet.kind, RecordPath::kind);
        let is_new = standing.is_none();
        let target = standing.map_or(DraftTarget::NextNumber(sheet.kind, author.owner.clone()), DraftTarget::File);
        let text = String::from_utf8_lossy(before.as_deref().unwrap_or_default()).into_owned();
        let mut table: Table = text.parse().map_err(|_| unreadable())?;
        let cells = self.change(&mut table, sheet, kind, draft)?;
        self.silent.extend(cells.silent.iter().map(|at| (sheet.sheet, *at)));
        if let Some(why) = self.forgets_name(kind, &text, &table) {
            return Err(vec![cells.error("name", why)].into());
        }
        if let Some((office, source)) = author.proxy.as_ref().filter(|_| is_new) {
            table.insert("entered_by".to_owned(), Value::String(office.to_string()));
            table.insert("source".to_owned(), Value::String(source.clone()));
        }
        let (comments, reason) = (Comments::from_text(&text), self.work.reason.map(str::to_owned));
        let wanted = RecordDraft { before, comments, reason, ..RecordDraft::of_table(target, &table)? };
        let record = self.proposer.read(wanted).map_err(|why| rejected(why, &cells, sheet.topic.layout()))?;
        // A word may mean what stands already: 应急管理局 is 应急.
        if record.before.as_deref() == Some(record.text.as_bytes()) {
            self.same.extend(draft.rows.iter().map(|row| (sheet.sheet, row.row)));
            return Ok(());
        }
        if !self.taken.insert(record.path.clone()) {
            return Err(vec![cells.error("", AGAIN)].into());
        }
        self.records.push(record);
        self.cells.push(cells);
        Ok(())
    }

    /// That a mine would have another name and nobody find it by the one that it had: older sheets go on to say that.
    fn forgets_name(&self, kind: Kind, before: &str, table: &Table) -> Option<Text> {
        let before: Table = before.parse().ok()?;
        let (old, new) = (before.get("name")?.as_str()?, table.get("name")?.as_str()?);
        let former = table.get("former_names").and_then(Value::as_array);
        let is_old = |name: &str| plain_name(name) == plain_name(old);
        let is_kept = is_old(new) || former.is_some_and(|names| names.iter().filter_map(Value::as_str).any(is_old));
        (kind == Kind::Mine && !is_kept && self.work.reason.is_none()).then(|| {
            let old = clean(old);
            tr!(
                "矿山改名，原名“{old}”要写进“曾用名”一栏，否则以前的表和记录里的名称就对不上了；只是更正笔误的，用 --reason 写明原因";
                "the mine gets another name: write the old one, \"{old}\", under its former names, or older sheets find it no more; where the name was only misspelt give --reason"
            )
        })
    }

    /// Puts what cells say into the table of a record, and says where each key stands.
    fn change(&self, table: &mut Table, sheet: &TakenSheet, kind: Kind, draft: &Draft) -> Result<RecordCells, Vec<CellError>> {
        let register = self.work.register;
        let parser = ValueParser::new(register.resolver().by_name_only());
        let within = sheet.topic.within(kind);
        let table = match within.map(|key| table.entry(key).or_insert_with(|| Value::Table(Table::new()))) {
            Some(Value::Table(inner)) => inner,
            Some(_) => return Err(Vec::new()),
            None => table,
        };
        let cells = match (sheet.topic.layout(), draft.rows.first()) {
            (RowLayout::LastItem(dated), Some(row)) => single_row::put(sheet, dated, row, &parser, table),
            (RowLayout::RowPerItem(items), _) => row_group::put(sheet, items, draft, &parser, table),
            (RowLayout::LastItem(_), None) => Err(Vec::new()),
        };
        cells.map(|cells| within.into_iter().fold(cells, RecordCells::within))
    }

    /// Judges all rows at once, in the register as it will be. A fault of form is an error of its cell; what falls short is only reported.
    pub(super) fn judged(mut self, before: &Ledger, loaded: &Loaded) -> Result<JudgedRows> {
        if !self.records.is_empty() {
            let mut records: HashMap<RecordPath, Record> = loaded.records.iter().cloned().collect();
            records.extend(self.records.iter().map(|record| (record.path.clone(), record.record.clone())));
            let after = ledger(records, loaded.unreadable.clone())?;
            judge(&mut self.records, Some(before), &after, self.work.register.today());
        }
        let new = self.records.iter().zip(&self.cells).filter(|(record, _)| record.before.is_none());
        let sheets = &self.work.book.sheets;
        let row = |cells: &RecordCells| (clean(&sheets[cells.sheet].name).into_owned(), cells.row.row + 1);
        let new: HashMap<String, (String, u32)> = new.map(|(record, cells)| (record.path.to_string(), row(cells))).collect();
        for (record, cells) in self.records.iter().zip(&self.cells) {
            let form = record.findings.iter().filter(|finding| finding.level == Level::Form);
            self.errors.extend(form.map(|finding| cells.error(&finding.key, in_rows(&finding.what, &new))));
        }
        Ok(JudgedRows { records: self.records, errors: self.errors, same: self.same, silent: self.silent })
    }
}

/// What is said of records that are not filed, with the rows of which they would be: nobody finds them by their paths.
fn in_rows(what: &Text, new: &HashMap<String, (String, u32)>) -> Text {
    let say = |words: &str, row: &dyn Fn(&(String, u32)) -> String| {
        let is_of_path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-');
        let mut said = String::new();
        let mut rest = words;
        while let Some(start) = rest.find(is_of_path) {
            let (before, from) = rest.split_at(start);
            let (path, behind) = from.split_at(from.find(|c| !is_of_path(c)).unwrap_or(from.len()));
            said.push_str(before);
            match new.get(path) {
                Some(place) => said.push_str(&row(place)),
                None => said.push_str(path),
            }
            rest = behind;
        }
        said + rest
    };
    let zh = say(what.zh(), &|(sheet, row)| format!("{sheet}第 {row} 行"));
    Text::new(
        zh,
        say(what.en(), &|(sheet, row)| if sheet.is_empty() { format!("row {row}") } else { format!("row {row} of {sheet}") }),
    )
}

/// Why rows are no record that may be filed, at their cells.
fn rejected(why: Rejection, cells: &RecordCells, layout: RowLayout) -> RowRejection {
    match why {
        Rejection::Misread { text, problems } => {
            let at_cell = |problem: ReadProblem| {
                let texts = [problem.what, problem.help];
                cells.error(cells.key(&text, problem.span.start), Text::join(&texts, "；", "; "))
            };
            RowRejection::Cells(problems.into_iter().map(at_cell).collect())
        }
        Rejection::Unreadable => RowRejection::Cells(vec![cells.error("", unreadable())]),
        Rejection::Refused(refusals) => {
            let at_cell = |refusal: &ChangeRefusal| cells.error(&refusal.key, stands(refusal, layout));
            RowRejection::Cells(refusals.iter().map(at_cell).collect())
        }
        Rejection::Failed(failure) => RowRejection::Failed(failure),
    }
}

/// The record of a row; a mine is referred to without its file.
fn path(reference: &str) -> Result<RecordPath, Text> {
    let mine = reference.parse().ok().filter(|reference: &Reference| reference.mine().is_some());
    mine.map_or_else(|| reference.parse(), |reference| Ok(reference.record))
}

fn stands(refusal: &ChangeRefusal, layout: RowLayout) -> Text {
    let key = &refusal.key;
    if layout.items().iter().any(|items| items.list == key) {
        return tr!(
            "这条记录已经印发，不能再增加这一项（{key}）；请删去这一行，确系漏录的用 --reason 写明原因";
            "the record was issued and takes no further item ({key}); delete the row, or give --reason where the item was only forgotten"
        );
    }
    if layout.dated().iter().any(|dated| covers(dated.list, key)) {
        return tr!(
            "这一格已经登记，不能直接改动（{key}）；请恢复原样，确系笔误的用 --reason 写明原因；再次延期、复查，请在这一行填更晚的日期，并改写其余各栏（各栏都与上次相同的，用 liandong hazard extend、reinspect 登记）";
            "this cell stands and may not simply change ({key}); put it back, or give --reason where it is a slip; for another extension or re-inspection write its later day here and the other cells anew (where they are all as last time, file it by liandong hazard extend, reinspect)"
        );
    }
    tr!(
        "这一格已经登记，不能直接改动（{key}）；请恢复原样，确系笔误的用 --reason 写明原因";
        "this cell stands and may not simply change ({key}); put it back, or give --reason where it is a slip"
    )
}
