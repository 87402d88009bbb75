//! A ledger comes back as records. All of it is filed as one commit, or nothing is and the workbook comes back marked.

mod account;
mod alike;
mod cells;
mod composer;
mod duplicates;
mod items;
mod key;
mod known;
mod marked;
mod may_write;
mod row_group;
mod row_print;
mod row_targets;
mod row_values;
mod sheets;
mod single_row;

use std::collections::BTreeSet;

use serde::Serialize;

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{ProposedRecord, Stop};
use super::{Author, AuthorRequest, Register, Result, ledger};
use crate::intake::{self, Book, CellRange, CellRef, Draft, SheetAccount};
use crate::model::RecordPath;
use crate::report::returned::Returned;
use crate::rules::{Context, Unverified};
use crate::store::{self, LockedRegister, TextPolicy};
use crate::text::{Text, clean};
use crate::tr;
use composer::RowComposer;
use row_print::NewRecords;
use row_values::needed_columns;

pub use account::{ImportAccount, PassedCells, SheetAccountView};

/// A spreadsheet that is to be filed.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// What its file is called.
    pub name: String,
    /// The file: a workbook (.xlsx), or one sheet as comma-separated text.
    pub bytes: Vec<u8>,
    /// Why, where what stands is mended.
    pub reason: Option<String>,
    /// Who files.
    pub author: AuthorRequest,
    /// The paper from which the office enters what several units reported, each row in the name of the unit that it names.
    pub reported: Option<String>,
    /// Whether sheets, rows and columns that nobody sees are taken as well.
    pub hidden: bool,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// What becomes of a spreadsheet.
#[derive(Debug, Clone, Serialize)]
pub struct ImportOutcome {
    /// What was filed.
    pub filing: FilingOutcome,
    /// The cells that cannot be taken; nothing is filed where there is one.
    pub problems: Vec<CellProblemView>,
    /// The spreadsheet with each problem beside its cell, where there is one.
    #[serde(skip)]
    pub marked: Option<Returned>,
    /// What was passed over.
    pub notes: Vec<Text>,
    /// What became of every cell.
    pub account: ImportAccount,
}

/// A cell that cannot be taken.
#[derive(Debug, Clone, Serialize)]
pub struct CellProblemView {
    /// What the sheet is called; empty for a file that is one sheet.
    pub sheet: String,
    /// The cell, such as `C7`.
    pub cell: String,
    /// What is wrong with it.
    pub what: Text,
}

/// Files a spreadsheet: what its rows say that the register does not.
///
/// # Errors
/// It is no spreadsheet, none of its sheets is a ledger, or it is not known who files. What its cells cannot be is an outcome.
///
/// ```
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doctest/register.rs")); }
/// use liandong::ops::{AuthorRequest, Environment, ImportRequest, Register, Unwatched, import};
///
/// # let folder = example::new_register();
/// let watched = Unwatched::default();
/// let environment = Environment::unattended("2026-01-15T01:00:00Z".parse().expect("a moment"), &watched);
/// let register = Register::open(&folder.path().into(), &environment)?;
/// let request = |rows: &str| ImportRequest {
///     name: "一企一档.csv".to_owned(),
///     bytes: format!("代号,矿山名称,所在镇街\n{rows}").into_bytes(),
///     reason: None,
///     author: AuthorRequest { unit: Some("区安委办".to_owned()), on_behalf: None },
///     reported: None,
///     hidden: false,
///     dry_run: false,
/// };
/// let refused = import(&register, &request("nanling,南岭石场（虚构）,\n"))?;
/// assert_eq!((refused.filing.is_filed(), refused.problems[0].cell.as_str()), (false, "C2"));
/// let filed = import(&register, &request("nanling,南岭石场（虚构）,河口街道\n"))?;
/// assert!(filed.filing.is_filed() && filed.problems.is_empty());
/// # Ok::<(), liandong::ops::Failure>(())
/// ```
pub fn import(register: &Register, request: &ImportRequest) -> Result<ImportOutcome> {
    let author = Author::resolve(&request.author, register)?;
    let book = intake::read(&request.name, &request.bytes)?;
    let mut notes = ImportNotes { notes: book.notes.clone(), ..ImportNotes::default() };
    if request.reported.is_some() && author.owner != *register.mechanism.office() {
        let office = register.mechanism.short(register.mechanism.office());
        return Err(tr!("只有{office}可以代其他单位录入"; "only {office} may enter for another unit").into());
    }
    let work = ImportWork {
        register,
        author: &author,
        reported: request.reported.as_deref(),
        book: &book,
        reason: request.reason.as_deref(),
        hidden: request.hidden,
    };
    let commit = PlannedCommit::new(register, act(&author, request.reported.as_deref()), request.dry_run).telling_what_stood();
    let filing = commit.make(|locked| work.propose(locked, &mut notes))?;
    let marked = (!notes.errors.is_empty()).then(|| marked::marked(&book, &notes));
    let problems = notes.errors.iter().filter_map(|error| error.view(&book)).collect();
    let account = ImportAccount::new(&book, &notes.accounts);
    Ok(ImportOutcome { filing, problems, marked, notes: notes.notes, account })
}

/// What history says was done: of what keeps no paper itself, that alone tells from which it came.
fn act(author: &Author, reported: Option<&str>) -> Text {
    match reported.or(author.proxy.as_ref().map(|(_, source)| source.as_str())) {
        Some(source) => {
            let source = clean(source);
            tr!("按来文由表格导入（{source}）"; "imported from a spreadsheet, from a paper ({source})")
        }
        None => Text::fixed("由表格导入", "imported from a spreadsheet"),
    }
}

/// That some of what came with a paper keeps none: people and licences, which say what is so, and what stood before.
fn without_paper(records: &[ProposedRecord]) -> Option<Text> {
    let keeps = |record: &ProposedRecord| record.path.kind().is_happening() && record.before.is_none();
    let count = records.iter().filter(|record| !keeps(record)).count();
    (count > 0).then(|| {
        tr!(
            "其中 {count} 份（联络员、证照等，或原来就有的记录）里不记来文，也不用单位确认；来文写在这次登记的提交说明里（git log）";
            "{count} of the records (people, licences, or what stood before) keep no paper themselves and need no confirming; the paper is named in the message of this filing's commit (git log)"
        )
    })
}

/// What is wrong with a cell of a sheet, by the sheet's place in the book.
struct CellError {
    sheet: usize,
    at: CellRef,
    what: Text,
}

/// What came to light on the way.
#[derive(Default)]
struct ImportNotes {
    errors: Vec<CellError>,
    notes: Vec<Text>,
    /// The row of headings and the hidden columns of each sheet that was understood.
    heads: Vec<(usize, intake::Head)>,
    /// Merged cells that cannot be taken: what else is amiss within them follows from that.
    merged: Vec<(usize, CellRange)>,
    /// The new records of the sheets that were read.
    new: NewRecords,
    /// What became of the cells of each sheet, in the order of the book.
    accounts: Vec<SheetAccount>,
}

impl ImportNotes {
    /// Adds what stands against rows as records, but for what follows from cells that could not be read.
    fn add_followers(&mut self, errors: Vec<CellError>) {
        let read: BTreeSet<(usize, CellRef)> = self.errors.iter().map(|error| (error.sheet, error.at)).collect();
        let follows = |error: &CellError| {
            let is_merged = self.merged.iter().any(|(sheet, range)| *sheet == error.sheet && range.contains(error.at));
            is_merged || read.contains(&(error.sheet, error.at))
        };
        let own: Vec<CellError> = errors.into_iter().filter(|error| !follows(error)).collect();
        self.errors.extend(own);
    }
}

impl ImportNotes {
    /// Leaves what is said of a whole sheet at its first row alone.
    fn tell_once(&mut self, sheet: usize, of_sheet: &[Text]) {
        let mut told = vec![false; of_sheet.len()];
        self.errors.retain(|error| {
            let at = of_sheet.iter().position(|what| error.sheet == sheet && *what == error.what);
            at.is_none_or(|at| !std::mem::replace(&mut told[at], true))
        });
    }
}

impl CellError {
    fn view(&self, book: &Book) -> Option<CellProblemView> {
        let sheet = book.sheets.get(self.sheet)?;
        Some(CellProblemView { sheet: sheet.name.clone(), cell: self.at.to_string(), what: self.what.clone() })
    }
}

/// What an import works with.
struct ImportWork<'a> {
    register: &'a Register,
    author: &'a Author,
    /// The paper from which the office enters for the unit that each row names.
    reported: Option<&'a str>,
    book: &'a Book,
    reason: Option<&'a str>,
    /// Whether what nobody sees is taken as well.
    hidden: bool,
}

impl ImportWork<'_> {
    /// In whose name rows are filed: where the office enters what several units reported, in that of the unit whose record it is or
    /// which they name.
    fn author_of(&self, draft: &Draft, standing: Option<&RecordPath>) -> Author {
        let mechanism = &self.register.mechanism;
        let named = || {
            let said = draft.rows.iter().find_map(|row| row.owner.as_ref())?;
            mechanism.unit_named(&said.1).ok()
        };
        let owner = standing.map_or_else(named, RecordPath::owner).filter(|owner| **owner != self.author.owner);
        match (self.reported, owner) {
            (Some(source), Some(owner)) => {
                Author { owner: owner.clone(), proxy: Some((self.author.owner.clone(), source.to_owned())) }
            }
            _ => self.author.clone(),
        }
    }

    /// Every record as it will be; nothing where one cell cannot be taken.
    fn propose(&self, locked: &LockedRegister<'_>, notes: &mut ImportNotes) -> Result<Vec<ProposedRecord>, Stop> {
        // Read while nobody else files: a row is compared with what stands now, not with what stood a moment ago.
        let loaded = store::load(&self.register.source, TextPolicy::Keep)?;
        let before = ledger(loaded.records.iter().cloned(), loaded.unreadable.clone())?;
        let today = self.register.today();
        let context = Context { ledger: &before, today, now: today, unverified: &Unverified::Nothing };
        let taken = sheets::take(self, context, notes);
        if taken.is_empty() && notes.errors.is_empty() {
            return Err(sheets::none(&notes.accounts).into());
        }
        let mut rows = RowComposer::new(self, locked);
        for sheet in &taken {
            for draft in &sheet.drafts {
                rows.add(sheet, draft)?;
            }
        }
        let judged = rows.judged(&before, &loaded)?;
        for (sheet, row) in judged.same {
            notes.accounts[sheet].is_same(row);
        }
        for (sheet, at) in judged.silent {
            notes.accounts[sheet].is_silent(at);
        }
        notes.add_followers(judged.errors);
        if !notes.errors.is_empty() {
            notes.errors.sort_by_key(|error| (error.sheet, error.at));
            for sheet in &taken {
                notes.tell_once(sheet.sheet, &needed_columns(sheet));
            }
            for CellError { sheet, at, .. } in &notes.errors {
                notes.accounts[*sheet].refuse(*at);
            }
            return Err(Stop::Refused(Box::default()));
        }
        if judged.records.is_empty() {
            return Err(Stop::Idle(Text::fixed(
                "表中内容与台账一致，没有需要登记的",
                "the sheets say what the register says: nothing to file",
            )));
        }
        if self.reported.is_some() || self.author.proxy.is_some() {
            notes.notes.extend(without_paper(&judged.records));
        }
        Ok(judged.records)
    }
}
