//! `import`: a ledger comes back as records. All of it is filed as one commit, or nothing is and the workbook comes back marked.

mod cells;
mod composer;
mod duplicates;
mod items;
mod key;
mod may_write;
mod refusal;
mod returned;
mod row_group;
mod row_targets;
mod row_values;
mod sheets;
mod single_row;

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::author::author_request;
use super::commit::{Composed, PlannedCommit, Stop};
use super::options::{acting, on_behalf};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app};
use crate::intake::{self, Book, CellRef};
use crate::model::limits::SHEET_BYTES;
use crate::ops::ledger;
use crate::ops::{Author, Register};
use crate::rules::{Context, Unverified};
use crate::store::{self, LockedRegister, TextPolicy};
use crate::text::{Lang, Text, clean, disk};
use crate::tr;
use composer::RowComposer;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "import",
    zh: "导入",
    about: Text::fixed("把填好的台账（.xlsx、.csv）登记为记录", "File a ledger that was filled in (.xlsx, .csv)"),
    args,
    run,
};

/// What is wrong with a cell of a sheet, by the sheet's place in the book.
struct CellError {
    sheet: usize,
    at: CellRef,
    what: Text,
}

/// Errors and notes that an import collects.
#[derive(Default)]
struct ImportNotes {
    errors: Vec<CellError>,
    notes: Vec<Text>,
    /// The row of headings and the hidden columns of each sheet that was understood.
    heads: Vec<(usize, intake::Head)>,
}

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let file = Text::fixed("填好的台账，.xlsx 或 .csv", "the ledger that was filled in, .xlsx or .csv");
    let reason = Text::fixed("更正已登记、已印发的内容时，写明原因", "why, where what stands is mended");
    command
        .arg(app::arg("file", Text::fixed("文件", "FILE"), file, lang).required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(app::option("reason", Text::fixed("原因", "REASON"), reason, lang))
        .arg(app::switch("force", Text::fixed("标注问题的副本已有时覆盖", "overwrite a marked copy that is there"), lang))
        .args(on_behalf(lang))
        .args(acting(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let author = Author::resolve(&author_request(matches), &register)?;
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let book = read(&path)?;
    let mut told = ImportNotes { notes: book.notes.clone(), ..ImportNotes::default() };
    let (lang, reason) = (session.options.lang, matches.get_one::<String>("reason").map(String::as_str));
    let work = ImportWork { register: &register, author: &author, book: &book, reason, lang };
    let commit = PlannedCommit::new(session, &register, matches, Text::fixed("由表格导入", "imported from a spreadsheet"));
    let (reply, _) = commit.make(|held| work.compose(held, &mut told));
    let mut reply = reply?;
    if !told.errors.is_empty() {
        if matches.get_flag("json") {
            reply.out = refusal::json(&book, &told.errors).into_bytes();
        }
        let copy = returned::copy(&path, &book, &told, matches.get_flag("force"), lang);
        reply.err.extend(format!("{}\n", copy.get(lang)).into_bytes());
    }
    for note in &told.notes {
        reply.err.extend(format!("{}\n", note.get(lang)).into_bytes());
    }
    Ok(reply)
}

/// The spreadsheet, of no more than the limit.
fn read(path: &Path) -> Result<Book, Text> {
    use std::io::Read as _;
    let shown = clean(&path.to_string_lossy()).into_owned();
    let unread = |error: std::io::Error| {
        let why = disk(&error);
        let (zh, en) = (why.zh(), why.en());
        tr!("{shown} 读不出来：{zh}"; "{shown} cannot be read: {en}")
    };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unread)?;
    file.take(SHEET_BYTES + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > SHEET_BYTES {
        let most = SHEET_BYTES / 1024 / 1024;
        return Err(
            tr!("{shown} 超过 {most} MB，请分成几个文件"; "{shown} is larger than {most} MB; divide it into several files"),
        );
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    intake::read(&name, &bytes)
}

/// What an import works with.
struct ImportWork<'a> {
    register: &'a Register,
    author: &'a Author,
    book: &'a Book,
    reason: Option<&'a str>,
    lang: Lang,
}

impl ImportWork<'_> {
    /// Every record as it will be; nothing where one cell cannot be taken.
    fn compose(&self, held: &LockedRegister<'_>, told: &mut ImportNotes) -> Result<Vec<Composed>, Stop> {
        // Read while nobody else files: a row is compared with what stands now, not with what stood a moment ago.
        let loaded = store::load(&self.register.source, TextPolicy::Keep).map_err(|error| Stop::Failed(error.into()))?;
        let register =
            ledger(loaded.records.iter().cloned(), loaded.unreadable.clone()).map_err(|why| Stop::Failed(why.into()))?;
        let today = self.register.today();
        let context = Context { ledger: &register, today, now: today, unverified: &Unverified::Nothing };
        let taken = sheets::take(self.book, context, self.author, told);
        if taken.is_empty() && told.errors.is_empty() {
            return Err(sheets::none().into());
        }
        let mut rows = RowComposer::new(self, held);
        for sheet in &taken {
            for draft in &sheet.drafts {
                rows.add(sheet, draft).map_err(Stop::Failed)?;
            }
        }
        let composed = rows.judged(&context, &loaded)?;
        told.errors.extend(composed.errors);
        if !told.errors.is_empty() {
            told.errors.sort_by_key(|error| (error.sheet, error.at));
            return Err(Stop::Form(refusal::describe_errors(self.book, &told.errors, self.lang)));
        }
        if composed.records.is_empty() {
            return Err(Stop::Idle(Text::fixed(
                "表中内容与台账一致，没有需要登记的",
                "the sheets say what the register says: nothing to file",
            )));
        }
        Ok(composed.records)
    }
}
