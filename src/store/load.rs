//! Reads every file of a source, on every core, and keeps all that is wrong: one bad file hides no other.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::problem::{LoadFault, LoadProblem};
use super::source::{FoundFile, FoundKind, Source, read_file};
use crate::git::BlobReader;
use crate::model::reader::{Keys, ReadProblem};
use crate::model::{ClausesFile, Comments, Kind, ObligationsFile, Record, RecordPath, SettingsFile, limits};
use crate::text::{Text, clean, nearest};
use crate::tr;

/// The version of the format that this program writes.
pub const FORMAT: u32 = 2;

/// Whether the words of texts are kept in memory: rules ask whether something was said, not how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPolicy {
    /// Only that there is one. A notice that is as reviewed keeps no digest of that either.
    Drop,
    /// Word by word.
    Keep,
}

/// A register as far as it could be read.
#[derive(Debug)]
pub struct Loaded {
    /// What could be read, in the order of paths.
    pub records: Vec<(RecordPath, Record)>,
    /// Files of the register that are there and could not be read.
    pub unreadable: BTreeSet<RecordPath>,
    /// What was wrong, in the order of files and places.
    pub problems: Vec<LoadProblem>,
    /// How many files were read.
    pub files: usize,
    /// The format of a register newer than this program.
    pub newer: Option<u32>,
}

/// How many files there are and how many have been read, for whoever waits.
#[derive(Debug, Default)]
pub struct LoadProgress {
    /// How many there are; nought before that is known.
    pub all: AtomicUsize,
    /// How many have been read.
    pub done: AtomicUsize,
}

/// Reads a register.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load(source: &Source, texts: TextPolicy) -> Result<Loaded, Text> {
    load_counted(source, texts, &LoadProgress::default())
}

/// Reads a register, and counts while it does.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_counted(source: &Source, texts: TextPolicy, count: &LoadProgress) -> Result<Loaded, Text> {
    load_below(source, texts, |_| true, count)
}

/// Reads all but what happened, which is nearly everything: enough to understand one record.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_mechanism(source: &Source) -> Result<Loaded, Text> {
    load_below(source, TextPolicy::Keep, |top| !Kind::of_folder(top).is_some_and(Kind::is_happening), &LoadProgress::default())
}

/// Reads the files of some kinds, of a register of which something may be read already; how they are written is not looked at.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_kinds(
    source: &Source,
    wanted: &dyn Fn(Kind) -> bool,
    known: Option<&Loaded>,
    count: &LoadProgress,
) -> Result<Loaded, Text> {
    let found = files_of_kinds(source, wanted)?;
    let format = known.map_or(FormatKnowledge::Unread, |known| FormatKnowledge::Read(known.newer));
    Ok(read_all(source, &found, format, BARE, count))
}

/// Reads what has a name: the mechanism's own file, units, bodies and mines. What only judges (obligations, settings, clauses) stands
/// in it empty: a paper says what a record says and asks for none of it, and is made in a third of the time without.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_names(source: &Source) -> Result<Loaded, Text> {
    // What units license lies beside what a mine is called.
    let named = |kind| matches!(kind, Kind::Mechanism | Kind::Unit | Kind::Bodies | Kind::Mine);
    let mut loaded = load_kinds(source, &named, None, &LoadProgress::default())?;
    loaded.records.extend([
        (RecordPath::Single(Kind::Obligations), Record::from(ObligationsFile { obligation: Vec::new() })),
        (RecordPath::Single(Kind::Settings), Record::from(SettingsFile { setting: Vec::new(), concern: Vec::new() })),
        (RecordPath::Single(Kind::Clauses), Record::from(ClausesFile { clause: Vec::new() })),
    ]);
    Ok(loaded)
}

/// Reads every record of one kind, a folder of its own.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_kind(source: &Source, kind: Kind) -> Result<Loaded, Text> {
    load_kinds(source, &|other| other == kind, None, &LoadProgress::default())
}

/// Reads the records in whose files all of some words stand; `newer` is what was read of the format before. Bytes are compared
/// first, and only what holds them is parsed: a tenth of the work of reading everything. A file that spells characters by their
/// numbers is parsed in any case, so that none is missed.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_holding(source: &Source, words: &[&str], newer: Option<u32>) -> Result<Loaded, Text> {
    let found = source.list(&|_| true)?;
    few_enough(found.len())?;
    let words: Vec<memchr::memmem::Finder<'_>> = words.iter().map(|word| memchr::memmem::Finder::new(word.as_bytes())).collect();
    let holds = |reader: &mut FileReader, found: &FoundFile| {
        // What cannot be read is told by those who read everything.
        let read = matches!(reader.bytes(found), Ok(None));
        read && (words.iter().all(|word| word.find(&reader.buffer).is_some()) || memchr::memchr(b'\\', &reader.buffer).is_some())
    };
    let found = found
        .into_par_iter()
        .map_init(|| FileReader::new(source), |reader, found| holds(reader, &found).then_some(found))
        .flatten_iter()
        .collect::<Vec<_>>();
    Ok(read_all(source, &found, FormatKnowledge::Read(newer), BARE, &LoadProgress::default()))
}

/// Reads one record; `None` where there is none.
///
/// # Errors
/// What is wrong with its file.
pub fn load_record(source: &Source, path: &RecordPath) -> Result<Option<Record>, Vec<ReadProblem>> {
    source.text(&path.file()).map(|text| Record::read(path, &text)).transpose()
}

fn load_below(source: &Source, texts: TextPolicy, wanted: impl Fn(&str) -> bool, count: &LoadProgress) -> Result<Loaded, Text> {
    let found = source.list(&wanted)?;
    few_enough(found.len())?;
    Ok(read_all(source, &found, FormatKnowledge::Unread, ReadOptions { texts, form: true }, count))
}

/// The files of some kinds, and whatever else lies in their folders. Two kinds share the folder of mines.
fn files_of_kinds(source: &Source, wanted: &dyn Fn(Kind) -> bool) -> Result<Vec<FoundFile>, Text> {
    let top_of = |kind: &Kind| kind.folder().trim_end_matches('/');
    let is_below = |top: &str| Kind::ALL.iter().any(|kind| wanted(*kind) && top_of(kind) == top.trim_end_matches(".toml"));
    let mut found = source.list(&is_below)?;
    found.retain(|found| RecordPath::of_file(&found.path).map_or(true, |path| wanted(path.kind())));
    few_enough(found.len())?;
    Ok(found)
}

pub(super) fn few_enough(files: usize) -> Result<(), Text> {
    let most = limits::RECORDS;
    if files > most {
        return Err(tr!("台账有 {files} 个文件，超过上限 {most}"; "a register of {files} files, over the limit of {most}"));
    }
    Ok(())
}

/// How files are read.
#[derive(Clone, Copy)]
struct ReadOptions {
    texts: TextPolicy,
    /// Whether files that are not written as this program writes them are reported.
    form: bool,
}

/// As files are read where only some are asked for: word by word, and however they are written.
const BARE: ReadOptions = ReadOptions { texts: TextPolicy::Keep, form: false };

/// What is known of a register's format before its files are read.
#[derive(Clone, Copy)]
enum FormatKnowledge {
    /// Nothing: `mechanism.toml` says it.
    Unread,
    /// Something was read before: whether its format is newer than this program's.
    Read(Option<u32>),
}

/// Up to so many files one thread has read before others have begun.
const FEW: usize = 100;

fn read_all(source: &Source, found: &[FoundFile], format: FormatKnowledge, options: ReadOptions, count: &LoadProgress) -> Loaded {
    count.all.store(found.len(), Ordering::Relaxed);
    // The file that says the format is read before the others, and only once.
    let mut first = FileReader::new(source);
    let own = found.iter().position(|found| found.path == MECHANISM).map(|at| (at, first.bytes(&found[at])));
    let newer = match (format, &own) {
        (FormatKnowledge::Read(newer), _) => newer,
        (FormatKnowledge::Unread, Some(_)) => stated_format(&String::from_utf8_lossy(&first.buffer)),
        (FormatKnowledge::Unread, None) => source.text(MECHANISM).and_then(|text| stated_format(&text)),
    };
    let newer = newer.filter(|format| *format > FORMAT);
    let keys = if newer.is_some() { Keys::Newer } else { Keys::Known };
    let own = own.map(|(at, size)| (at, first.outcome(&found[at], size, keys, options)));
    let own_at = own.as_ref().map(|(at, _)| *at);
    let read = |reader: &mut FileReader, (at, found): (usize, &FoundFile)| {
        count.done.fetch_add(1, Ordering::Relaxed);
        if own_at == Some(at) { FileOutcome::default() } else { reader.read(found, keys, options) }
    };
    let mut outcomes: Vec<FileOutcome> = if found.len() <= FEW && !options.form {
        found.iter().enumerate().map(|found| read(&mut first, found)).collect()
    } else {
        found.par_iter().enumerate().map_init(|| FileReader::new(source), read).collect()
    };
    if let Some((at, own)) = own {
        outcomes[at] = own;
    }
    collected(outcomes, newer)
}

fn collected(outcomes: Vec<FileOutcome>, newer: Option<u32>) -> Loaded {
    let (files, records) = (outcomes.len(), Vec::with_capacity(outcomes.len()));
    let mut loaded = Loaded { records, unreadable: BTreeSet::new(), problems: Vec::new(), files, newer };
    for outcome in outcomes {
        loaded.problems.extend(outcome.problems);
        match (outcome.path, outcome.record) {
            (Some(path), Some(record)) => loaded.records.push((path, record)),
            (Some(path), None) => drop(loaded.unreadable.insert(path)),
            _ => {}
        }
    }
    loaded
}

/// The file in which a register says its format.
const MECHANISM: &str = "mechanism.toml";

/// The format that the text of that file says.
pub(super) fn stated_format(text: &str) -> Option<u32> {
    let table: toml::Table = text.parse().ok()?;
    table.get("format")?.as_integer()?.try_into().ok()
}

/// What became of one file.
#[derive(Default)]
struct FileOutcome {
    path: Option<RecordPath>,
    record: Option<Record>,
    problems: Vec<LoadProblem>,
}

/// One thread's buffer and handle. Opening, reading and closing a record of 850 bytes takes 6 µs into a buffer that is there, 10 µs into a
/// new string each and 17 µs by mapping it (10,000 files, warm).
struct FileReader {
    buffer: Vec<u8>,
    git: Option<Result<BlobReader, Text>>,
}

impl FileReader {
    fn new(source: &Source) -> Self {
        let git = match source {
            Source::Revision(revision) => Some(revision.reader()),
            _ => None,
        };
        Self { buffer: Vec::with_capacity(8 * 1024), git }
    }

    fn read(&mut self, found: &FoundFile, keys: Keys, options: ReadOptions) -> FileOutcome {
        let size = self.bytes(found);
        self.outcome(found, size, keys, options)
    }

    /// What becomes of a file whose bytes are in the buffer, unless it is too large or could not be read.
    fn outcome(&self, found: &FoundFile, size: Result<Option<u64>, Text>, keys: Keys, options: ReadOptions) -> FileOutcome {
        let shown = clean(&found.path).into_owned();
        let lost = |path, problem| FileOutcome { path, record: None, problems: vec![problem] };
        if let FoundKind::Foreign(what) = &found.what {
            let (zh, en) = (what.zh(), what.en());
            let what = tr!("{zh}不能放在台账里，没有读"; "{en} cannot be in a register; it was not read");
            let help = Text::fixed("请移走；附件只登记名称和存放处", "move it away; of attachments only name and place are kept");
            return lost(None, LoadProblem::whole(&shown, what, help));
        }
        let path = match RecordPath::of_file(&found.path) {
            Ok(path) => path,
            Err(why) => return lost(None, LoadProblem::whole(&shown, why, foreign_help(&found.path))),
        };
        match size {
            Ok(None) => {}
            Ok(Some(size)) => return lost(Some(path), too_large(&shown, size)),
            Err(why) => return lost(Some(path), LoadProblem::whole(&shown, why, Text::default())),
        }
        let Ok(text) = std::str::from_utf8(&self.buffer) else {
            return lost(Some(path), wrong_encoding(&shown, &self.buffer));
        };
        if let Some(problem) = conflict(&shown, text) {
            return lost(Some(path), problem);
        }
        let mut problems = drift(&shown, text);
        match path.kind().read(text, keys) {
            Ok(mut record) => {
                // Whether it is written as this program would is asked only by those who look at problems.
                if options.form && problems.is_empty() && keys == Keys::Known && record.write(&Comments::from_text(text)) != text
                {
                    problems.push(uncanonical(&shown));
                }
                if options.texts == TextPolicy::Drop {
                    drop_texts(&mut record);
                }
                FileOutcome { path: Some(path), record: Some(record), problems }
            }
            Err(found) => {
                problems.extend(found.into_iter().map(|problem| unreadable(&shown, problem)));
                FileOutcome { path: Some(path), record: None, problems }
            }
        }
    }

    /// Fills the buffer with the bytes of a file, or says how large it is where it is too large.
    fn bytes(&mut self, found: &FoundFile) -> Result<Option<u64>, Text> {
        match &found.what {
            FoundKind::File(path) => read_file(path, limits::RECORD_BYTES, &mut self.buffer),
            FoundKind::Blob(blob) => match &self.git {
                Some(Ok(reader)) => reader.read(*blob, limits::RECORD_BYTES, &mut self.buffer),
                Some(Err(why)) => Err(why.clone()),
                None => Ok(None),
            },
            FoundKind::Shipped(bytes) => {
                self.buffer.clear();
                self.buffer.extend_from_slice(bytes);
                Ok(None)
            }
            FoundKind::Foreign(_) => Ok(None),
        }
    }
}

/// Shuts the texts of a record. A notice that is not what was reviewed keeps them: a rule says so. Of one that is the digest has done
/// its work.
fn drop_texts(record: &mut Record) {
    if let Record::Notice(notice) = record {
        match (notice.is_as_reviewed(), &mut notice.review) {
            (Some(false), _) => return,
            (Some(true), Some(review)) => review.digest = None,
            _ => {}
        }
    }
    record.drop_text();
}

fn unreadable(file: &str, problem: ReadProblem) -> LoadProblem {
    let ReadProblem { span, what, help } = problem;
    LoadProblem { file: file.to_owned(), span, fault: LoadFault::Unreadable, what, help }
}

fn foreign_help(path: &str) -> Text {
    let folders: Vec<&str> = Kind::ALL.iter().map(|kind| kind.folder()).filter(|folder| !folder.ends_with('/')).collect();
    let top = path.split(['/', '.']).next().unwrap_or_default();
    match nearest(top, folders.iter().copied()) {
        Some(near) if near != top => tr!("是不是应放在 {near} 下？"; "should it be below {near}?"),
        _ => Text::fixed(
            "请移走，或改成台账的路径，如 notices/2025/gongan/003.toml（只用小写字母、数字和 -）",
            "move it away, or give it a path of a register, such as notices/2025/gongan/003.toml (lower-case letters, digits and -)",
        ),
    }
}

fn too_large(file: &str, size: u64) -> LoadProblem {
    let most = limits::RECORD_BYTES / 1024;
    let size = size / 1024;
    LoadProblem::whole(
        file,
        tr!("文件有 {size} KB，超过上限 {most} KB，没有读"; "a file of {size} KB, over the limit of {most} KB; it was not read"),
        Text::fixed("请把长文另存，在 attachments 里登记", "keep long papers elsewhere and list them under attachments"),
    )
}

fn wrong_encoding(file: &str, bytes: &[u8]) -> LoadProblem {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let what = if utf16 {
        Text::fixed("文件是 UTF-16 编码", "the file is UTF-16")
    } else {
        Text::fixed("文件不是 UTF-8 编码（多半是 GBK，即“ANSI”）", "the file is not UTF-8 (probably GBK, \"ANSI\")")
    };
    LoadProblem::whole(file, what, Text::fixed("请用编辑器另存为 UTF-8", "save it as UTF-8"))
}

/// The markers that a merge leaves where two sides changed the same lines.
pub(super) fn conflict(file: &str, text: &str) -> Option<LoadProblem> {
    // Seldom is there even one such character: looking for it is cheaper than for seven.
    text.find('<')?;
    let at = text.match_indices("<<<<<<< ").find(|(at, _)| *at == 0 || text.as_bytes()[at - 1] == b'\n')?.0;
    text[at..].contains("\n>>>>>>> ").then(|| LoadProblem {
        file: file.to_owned(),
        span: at..at + 7,
        fault: LoadFault::Unreadable,
        what: Text::fixed("有合并冲突没有解决", "an unresolved merge conflict"),
        help: Text::fixed(
            "请在 <<<<<<< 与 >>>>>>> 之间留下正确的内容，删去三行标记",
            "keep what is right between <<<<<<< and >>>>>>>, and delete the three marker lines",
        ),
    })
}

/// The order of keys, blanks or breaks are not those that the program writes.
fn uncanonical(file: &str) -> LoadProblem {
    LoadProblem {
        file: file.to_owned(),
        span: 0..0,
        fault: LoadFault::Drift,
        what: Text::fixed("键的次序、空格或换行与规范格式不同", "keys, blanks or breaks are not in canonical form"),
        help: Text::fixed("可以照常使用", "usable as it is"),
    }
}

/// What Windows editors leave; the record is read all the same.
fn drift(file: &str, text: &str) -> Vec<LoadProblem> {
    let mut problems = Vec::new();
    let mut note = |span, what| {
        let help = Text::fixed(
            "可以照常使用；另存为 UTF-8（无 BOM）、换行为 LF 即可",
            "usable as it is; save as UTF-8 without BOM and with LF",
        );
        problems.push(LoadProblem { file: file.to_owned(), span, fault: LoadFault::Drift, what, help });
    };
    if text.starts_with('\u{FEFF}') {
        note(0..0, Text::fixed("文件开头有 BOM", "the file begins with a BOM"));
    }
    if let Some(at) = text.find('\r').and_then(|_| text.find("\r\n")) {
        note(at..at + 1, Text::fixed("换行是 CRLF", "lines end in CRLF"));
    }
    problems
}
