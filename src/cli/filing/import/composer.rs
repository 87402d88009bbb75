//! A draft as the record it will be: read back, allowed to follow what stands, and judged; what stands against it, at its cell.

use crate::ops;
use std::collections::{HashMap, HashSet};

use toml::{Table, Value};

use super::super::commit::{Composed, Stop};
use super::super::compose::is_same;
use super::super::entry::ValueParser;
use super::super::fix::command;
use super::super::table::{amendment, append};
use super::cells::RecordCells;
use super::sheets::TakenSheet;
use super::{CellError, ImportWork, row_group, single_row};
use crate::intake::Draft;
use crate::model::reader::Keys;
use crate::model::{
    ChangeRefusal, Comments, FiledPath, Happening, Kind, Number, Record, RecordPath, Reference, covers, may_follow,
};
use crate::report::ledger::{RowLayout, Topic};
use crate::report::{self, FindingView, Guide, Level};
use crate::rules::{self, Context};
use crate::store::{Loaded, LockedRegister};
use crate::text::Text;
use crate::tr;

/// Rows on their way to be records.
pub(super) struct RowComposer<'a> {
    work: &'a ImportWork<'a>,
    held: &'a LockedRegister<'a>,
    /// The next number of a kind and year that no row has; none where they are used up.
    next: HashMap<(Kind, u16), Option<Number>>,
    composed: Vec<(Composed, Record, RecordCells)>,
    /// The records that a sheet has changed already.
    taken: HashSet<RecordPath>,
    errors: Vec<CellError>,
}

/// Two sheets may show the same record: a meeting, and its tasks.
const AGAIN: Text = Text::fixed(
    "这条记录在这个文件的另一张表中也改了，不能一并登记；请先导入其中一张，重新导出后再改另一张",
    "another sheet of this file changes the same record, and both cannot be filed at once; import one of them, export anew, and change the other",
);

/// What rows come to.
pub(super) struct JudgedRows {
    pub(super) records: Vec<Composed>,
    pub(super) errors: Vec<CellError>,
}

/// What stands against a row.
enum RowRejection {
    /// Its cells.
    Cells(Vec<CellError>),
    /// The disk, or something else that no cell can mend.
    Failed(anyhow::Error),
}

impl From<Vec<CellError>> for RowRejection {
    fn from(errors: Vec<CellError>) -> Self {
        Self::Cells(errors)
    }
}

impl From<Text> for RowRejection {
    fn from(why: Text) -> Self {
        Self::Failed(why.into())
    }
}

impl From<anyhow::Error> for RowRejection {
    fn from(error: anyhow::Error) -> Self {
        Self::Failed(error)
    }
}

impl<'a> RowComposer<'a> {
    pub(super) fn new(work: &'a ImportWork<'a>, held: &'a LockedRegister<'a>) -> Self {
        Self { work, held, next: HashMap::new(), composed: Vec::new(), taken: HashSet::new(), errors: Vec::new() }
    }

    /// Takes the rows of a record; what stands against them is kept as troubles.
    pub(super) fn add(&mut self, sheet: &TakenSheet, draft: &Draft) -> anyhow::Result<()> {
        match self.record(sheet, draft) {
            Ok(Some(composed)) => self.composed.push(composed),
            Ok(None) => {}
            Err(RowRejection::Cells(errors)) => self.errors.extend(errors),
            Err(RowRejection::Failed(error)) => return Err(error),
        }
        Ok(())
    }

    /// The record that rows want; none where they say after all what stands.
    fn record(&mut self, sheet: &TakenSheet, draft: &Draft) -> Result<Option<(Composed, Record, RecordCells)>, RowRejection> {
        let standing = draft.reference.as_deref().map(path).transpose()?;
        let before = standing.as_ref().map(|path| self.held.bytes(path)).transpose()?.flatten();
        self.work.may_write(sheet, draft, standing.as_ref(), before.as_deref())?;
        if !draft.is_new() {
            return Ok(None);
        }
        let old_text = String::from_utf8_lossy(before.as_deref().unwrap_or_default()).into_owned();
        let mut table: Table = old_text.parse().map_err(anyhow::Error::new)?;
        let kind = standing.as_ref().map_or(sheet.kind, RecordPath::kind);
        let cells = self.change(&mut table, sheet, kind, draft)?;
        if let Some((office, source)) = self.work.author.proxy.as_ref().filter(|_| standing.is_none()) {
            table.insert("entered_by".to_owned(), Value::String(office.to_string()));
            table.insert("source".to_owned(), Value::String(source.clone()));
        }
        let record = self.following(sheet.topic, kind, &old_text, table, &cells)?;
        let path = match standing {
            Some(path) => path,
            None => self.new_path(sheet.kind, &record)?,
        };
        let text = record.write(&Comments::from_text(&old_text));
        // A word may mean what stands already: 应急管理局 is 应急.
        if before.as_deref() == Some(text.as_bytes()) {
            return Ok(None);
        }
        if !self.taken.insert(path.clone()) {
            return Err(vec![cells.error("", AGAIN)].into());
        }
        Ok(Some((Composed::plain(path, before, text), record, cells)))
    }

    /// Puts what cells say into the table of a record, and says where each key stands.
    fn change(&self, table: &mut Table, sheet: &TakenSheet, kind: Kind, draft: &Draft) -> Result<RecordCells, Vec<CellError>> {
        let register = self.work.register;
        let parser = ValueParser { mechanism: &register.mechanism, today: register.today() };
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

    /// The record that a table is, where it may follow what stands; a slip is mended where a reason was given.
    fn following(
        &self,
        topic: &'static Topic,
        kind: Kind,
        old_text: &str,
        mut table: Table,
        cells: &RecordCells,
    ) -> Result<Record, Vec<CellError>> {
        let mut record = read(kind, &table, cells)?;
        if old_text.is_empty() {
            record.keep_reviewed(None);
            return Ok(record);
        }
        let unread = |_| {
            vec![cells.error(
                "",
                Text::fixed("这条记录读不出来，原因见 liandong check", "this record cannot be read; liandong check says why"),
            )]
        };
        let old = kind.read(old_text, Keys::Known).map_err(unread)?;
        record.keep_reviewed(Some(&old));
        let Err(refusals) = may_follow(&old, &record) else { return Ok(record) };
        let error = |refusal: &ChangeRefusal| cells.error(&refusal.key, stands(refusal, topic.layout()));
        let refused = |refusals: Vec<ChangeRefusal>| refusals.iter().map(error).collect();
        let Some(reason) = self.work.reason else { return Err(refused(refusals)) };
        let keys = refusals.iter().map(|refusal| refusal.key.clone());
        append(&mut table, "amended", amendment(self.work.register.today(), keys, reason), false);
        let record = read(kind, &table, cells)?;
        may_follow(&old, &record).map_err(refused)?;
        Ok(record)
    }

    /// The next number that no row of this import has.
    fn new_path(&mut self, kind: Kind, record: &Record) -> Result<RecordPath, Text> {
        let year = record.happening().and_then(Happening::on).unwrap_or(self.work.register.today()).year();
        let unit = self.work.author.owner.clone();
        let next = match self.next.get(&(kind, year)) {
            Some(next) => *next,
            None => Some(self.held.next_number(kind, year, &unit, self.work.register.series(&unit))?),
        };
        let number = next
            .ok_or(Text::fixed("这一年的编号用完了，不能再登记", "this year's numbers are used up: nothing more can be filed"))?;
        self.next.insert((kind, year), Number::new(number.series(), number.serial() + 1));
        Ok(RecordPath::Filed(FiledPath { kind, year, unit, number }))
    }

    /// Judges all rows at once, in the register as it will be. A fault of form is an error of its cell; what falls short is only reported.
    pub(super) fn judged(self, context: &Context<'_>, loaded: &Loaded) -> Result<JudgedRows, Stop> {
        let mut errors = self.errors;
        if self.composed.is_empty() {
            return Ok(JudgedRows { records: Vec::new(), errors });
        }
        let mut records: HashMap<RecordPath, Record> = loaded.records.iter().cloned().collect();
        records.extend(self.composed.iter().map(|(composed, record, _)| (composed.path.clone(), record.clone())));
        let after = ops::ledger(records, loaded.unreadable.clone()).map_err(|why| Stop::Failed(why.into()))?;
        let then = Context { ledger: &after, ..*context };
        let (stood, found) = (rules::judge_register(context), rules::judge_register(&then));
        let (stood, found) = (stood.by_record(), found.by_record());
        let mut judged = Vec::new();
        for (mut composed, _, cells) in self.composed {
            let guide = Guide { command: &|finding| command(finding, &after), ..Guide::NONE };
            let before = report::findings(context, stood.get(&composed.path).into_iter().flatten().copied(), Guide::NONE);
            let is_known = |finding: &FindingView| before.iter().any(|other| is_same(other, finding));
            let told = report::findings(&then, found.get(&composed.path).into_iter().flatten().copied(), guide);
            let (known, new): (Vec<_>, Vec<_>) = told.into_iter().partition(is_known);
            let form = new.iter().filter(|finding| finding.level == Level::Form);
            errors.extend(form.map(|finding| cells.error(&finding.key, finding.what.clone())));
            (composed.known, composed.findings) = (known.len(), new);
            judged.push(composed);
        }
        Ok(JudgedRows { records: judged, errors })
    }
}

/// The record of a row; a mine is referred to without its file.
fn path(reference: &str) -> Result<RecordPath, Text> {
    let mine = reference.parse().ok().filter(|reference: &Reference| reference.mine().is_some());
    mine.map_or_else(|| reference.parse(), |reference| Ok(reference.record))
}

/// The record that a table is, or what is wrong with it at its cells.
fn read(kind: Kind, table: &Table, cells: &RecordCells) -> Result<Record, Vec<CellError>> {
    let draft = toml::to_string(table).unwrap_or_default();
    kind.read(&draft, Keys::Known).map_err(|problems| {
        let error = |problem: crate::model::reader::ReadProblem| {
            let texts = [problem.what, problem.help];
            cells.error(cells.key(&draft, problem.span.start), Text::join(&texts, "；", "; "))
        };
        problems.into_iter().map(error).collect()
    })
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
