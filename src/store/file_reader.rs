//! Reads one file as a record, and says all that is wrong with it.

use super::conflict::conflict;
use super::facts::FileStamp;
use super::foreign::{Foreign, foreign};
use super::problem::{LoadFault, LoadProblem};
use super::source::{FoundFile, FoundKind, Source, read_file};
use crate::git::{BlobReader, Id};
use crate::model::reader::{Keys, ReadProblem};
use crate::model::{Comments, Kind, Record, RecordPath, limits};
use crate::text::{Text, clean, nearest};
use crate::tr;

/// Whether the words of texts are kept in memory: rules ask whether something was said, not how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPolicy {
    /// Only that there is one. A notice that is as reviewed keeps no digest of that either.
    Drop,
    /// Word by word.
    Keep,
}

/// How files are read.
#[derive(Clone, Copy)]
pub(super) struct ReadOptions {
    pub(super) texts: TextPolicy,
    /// Whether files that are not written as this program writes them are reported.
    pub(super) form: bool,
}

/// As files are read where only some are asked for: word by word, and however they are written.
pub(super) const BARE: ReadOptions = ReadOptions { texts: TextPolicy::Keep, form: false };

/// By what the record of a file is known again when it is kept.
#[derive(Debug, Clone, Copy)]
pub(super) enum SeenFile {
    /// It was kept, as the entry of that number.
    Kept(u32),
    /// It was read, and looked so before.
    Read(FileStamp, Id),
}

/// What became of one file.
#[derive(Default)]
pub(super) struct FileOutcome {
    pub(super) path: Option<RecordPath>,
    pub(super) record: Option<Record>,
    pub(super) problems: Vec<LoadProblem>,
    /// How what was read is written otherwise than this program writes: where there is a record, that is all that its problems say.
    pub(super) drift: Drift,
    /// Whether the last commit says something else, where that is asked.
    pub(super) differs: bool,
    /// By what it is known again, where what is read is kept.
    pub(super) seen: Option<SeenFile>,
}

/// How a file that can be read is written otherwise than this program writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Drift {
    pub(super) has_bom: bool,
    /// Where a line first ends as lines do on Windows.
    pub(super) crlf_at: Option<usize>,
    /// The order of keys, blanks or breaks are not those that the program writes.
    pub(super) is_uncanonical: bool,
}

impl Drift {
    /// What Windows editors leave.
    fn of(text: &str) -> Self {
        let crlf_at = text.find('\r').and_then(|_| text.find("\r\n"));
        Self { has_bom: text.starts_with('\u{FEFF}'), crlf_at, is_uncanonical: false }
    }

    /// What is to be said of it; the record is read all the same.
    pub(super) fn problems(self, file: &str) -> Vec<LoadProblem> {
        let help = Text::fixed(
            "可以照常使用；另存为 UTF-8（无 BOM）、换行为 LF 即可",
            "usable as it is; save as UTF-8 without BOM and with LF",
        );
        let usable = Text::fixed("可以照常使用", "usable as it is");
        let bom = self.has_bom.then(|| (0..0, Text::fixed("文件开头有 BOM", "the file begins with a BOM"), help.clone()));
        let breaks = self.crlf_at.map(|at| (at..at + 1, Text::fixed("换行是 CRLF", "lines end in CRLF"), help));
        let form = self.is_uncanonical.then(|| {
            let what = Text::fixed("键的次序、空格或换行与规范格式不同", "keys, blanks or breaks are not in canonical form");
            (0..0, what, usable)
        });
        let problem = |(span, what, help)| LoadProblem { file: file.to_owned(), span, fault: LoadFault::Drift, what, help };
        [bom, breaks, form].into_iter().flatten().map(problem).collect()
    }
}

impl FileOutcome {
    /// That a record was read of it, of which nothing is to be said but how it is written.
    pub(super) fn read(path: RecordPath, record: Record, drift: Drift, file: &str) -> Self {
        Self { path: Some(path), record: Some(record), problems: drift.problems(file), drift, ..Self::default() }
    }
}

/// That a file was read; how large it is, where it is too large for that; or why it was not.
pub(super) type FileSize = Result<Option<u64>, Text>;

/// One thread's buffer and handle. Opening, reading and closing a record of 850 bytes takes 6 µs into a buffer that is there, 10 µs into a
/// new string each and 17 µs by mapping it (10,000 files, warm).
pub(super) struct FileReader<'s> {
    pub(super) buffer: Vec<u8>,
    source: &'s Source,
    git: Option<Result<BlobReader, Text>>,
}

impl<'s> FileReader<'s> {
    pub(super) fn new(source: &'s Source) -> Self {
        let git = match source {
            Source::Revision(revision) => Some(revision.reader()),
            _ => None,
        };
        Self { buffer: Vec::with_capacity(8 * 1024), source, git }
    }

    /// What becomes of a file whose bytes are in the buffer, unless it is too large or could not be read.
    pub(super) fn outcome(&self, found: &FoundFile, size: FileSize, keys: Keys, options: ReadOptions) -> FileOutcome {
        let shown = clean(&found.path).into_owned();
        let lost = |path, problem| FileOutcome { path, problems: vec![problem], ..FileOutcome::default() };
        if let FoundKind::Foreign(what) = &found.what {
            let (zh, en) = (what.zh(), what.en());
            let what = tr!("{zh}不能放在台账里，没有读"; "{en} cannot be in a register; it was not read");
            let help = Text::fixed("请移走；附件只登记名称和存放处", "move it away; of attachments only name and place are kept");
            return lost(None, LoadProblem::whole(&shown, what, help));
        }
        let path = match RecordPath::of_file(&found.path) {
            Ok(path) => path,
            Err(_) if foreign(&found.path) == Foreign::Among => return lost(None, among_records(&shown)),
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
        let mut drift = Drift::of(text);
        match path.kind().read(text, keys) {
            Ok(mut record) => {
                // Whether it is written as this program would is asked only by those who look at problems.
                let is_asked = options.form && keys == Keys::Known && drift == Drift::default();
                drift.is_uncanonical = is_asked && record.write(&Comments::from_text(text)) != text;
                if options.texts == TextPolicy::Drop {
                    record.drop_text();
                }
                FileOutcome::read(path, record, drift, &shown)
            }
            Err(_) if says_nothing(text) => lost(Some(path), nothing_in_it(&shown)),
            Err(found) => {
                let mut problems = drift.problems(&shown);
                problems.extend(found.into_iter().map(|problem| unreadable(&shown, problem)));
                FileOutcome { path: Some(path), problems, ..FileOutcome::default() }
            }
        }
    }

    /// Fills the buffer with the bytes of a file, or says how large it is where it is too large.
    pub(super) fn bytes(&mut self, found: &FoundFile) -> FileSize {
        match &found.what {
            FoundKind::File => match self.source {
                Source::Folder(root) => read_file(&root.join(&found.path), limits::RECORD_BYTES, &mut self.buffer),
                Source::Revision(_) | Source::Shipped => Ok(None),
            },
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

/// Whether nothing stands in a file, or only comments.
fn says_nothing(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// That a file was made and nothing written into it, or that it was not copied whole: no key of it is lacking, all are.
fn nothing_in_it(file: &str) -> LoadProblem {
    LoadProblem::whole(
        file,
        Text::fixed("文件是空的", "the file is empty"),
        tr!(
            "多半没有写完或没有复制全：登记过的用 git restore {file} 放回，不要的请移走";
            "it was not written or copied whole, perhaps: one that was filed comes back with git restore {file}; one that is not wanted is moved away"
        ),
    )
}

fn unreadable(file: &str, problem: ReadProblem) -> LoadProblem {
    let ReadProblem { span, what, help } = problem;
    LoadProblem { file: file.to_owned(), span, fault: LoadFault::Unreadable, what, help }
}

/// A file among records that is none and could be none.
fn among_records(file: &str) -> LoadProblem {
    LoadProblem {
        fault: LoadFault::Drift,
        ..LoadProblem::whole(
            file,
            Text::fixed("不是记录，没有读", "no record; it was not read"),
            Text::fixed(
                "台账文件夹里只放记录；附件请另存，用 liandong attach 登记名称和存放处",
                "a register holds records only; keep attachments elsewhere, and name them with liandong attach",
            ),
        )
    }
}

fn foreign_help(path: &str) -> Text {
    // Numbers have three digits, so that files stand in their order.
    if let Some((folder, stem)) = path.strip_suffix(".toml").and_then(|path| path.rsplit_once('/'))
        && let Ok(number) = stem.parse::<u16>()
        && let numbered = format!("{folder}/{number:03}.toml")
        && numbered != path
        && RecordPath::of_file(&numbered).is_ok()
    {
        return tr!("编号写满三位：是不是 {numbered}？"; "a number has three digits: should it be {numbered}?");
    }
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
