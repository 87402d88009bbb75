//! Reads every file of a source, on every core, and keeps all that is wrong: one bad file hides no other.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::answered::SeenFiles;
use super::expected::ExpectedFiles;
use super::facts::{FactsCache, FileStamp, FileTime};
use super::file_reader::{BARE, FileOutcome, FileReader, FileSize, ReadOptions, SeenFile, TextPolicy};
use super::format::{FORMAT, MECHANISM, stated_format};
use super::loaded::Loaded;
use super::memory::Remembering;
use super::read_before::{KnownFiles, ReadBefore};
use super::source::{FoundFile, Source};
use crate::git::{self, Id, Revision};
use crate::model::reader::{Keys, ReadProblem};
use crate::model::{ClausesFile, Kind, ObligationsFile, Record, RecordPath, SettingsFile, UnitId, limits};
use crate::text::Text;
use crate::tr;

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
    load_counted(source, texts, &FactsCache::off(), &LoadProgress::default())
}

/// Reads a register, and counts while it does. What the cache knows of a file for certain is taken from there, where texts are dropped.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_counted(source: &Source, texts: TextPolicy, cache: &FactsCache, count: &LoadProgress) -> Result<Loaded, Text> {
    load_below(source, ReadOptions { texts, form: true }, kept_in(cache, texts, None), |_| true, count)
}

/// Where records lie that were read before: only those without their texts are kept.
fn kept_in(cache: &FactsCache, texts: TextPolicy, seen: Option<FileTime>) -> ReadBefore<'_> {
    if texts == TextPolicy::Drop { ReadBefore::Cache(cache, seen) } else { ReadBefore::Nowhere }
}

/// The same, and sees where it is a folder how its files differ from the last commit. Files that were `seen` are not looked for once more.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_compared(
    source: &Source,
    seen: Option<SeenFiles>,
    texts: TextPolicy,
    cache: &FactsCache,
    count: &LoadProgress,
) -> Result<Loaded, Text> {
    let committed = || match source {
        Source::Folder(root) => Some(Revision::last(root)),
        Source::Revision(_) | Source::Shipped => None,
    };
    // Both ask the repository, which is opened once for both.
    if let Source::Folder(root) = source {
        git::holds_all(root)?;
    }
    let read_at = seen.as_ref().map(|seen| seen.read_at);
    let list = || seen.map_or_else(|| source.list(&|_| true), |seen| Ok(seen.found));
    let (found, committed) = rayon::join(list, committed);
    let found = found?;
    few_enough(found.len())?;
    let expected = committed.and_then(|committed| ExpectedFiles::of(committed, &found));
    let (options, before) = (ReadOptions { texts, form: true }, kept_in(cache, texts, read_at));
    Ok(read_all(source, &found, FormatKnowledge::Unread, options, before, expected, count))
}

/// Reads all but what happened, which is nearly everything: enough to understand one record.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_mechanism(source: &Source) -> Result<Loaded, Text> {
    let (options, is_wanted) =
        (ReadOptions { form: true, ..BARE }, |top: &str| !Kind::of_folder(top).is_some_and(Kind::is_happening));
    load_below(source, options, ReadBefore::Nowhere, is_wanted, &LoadProgress::default())
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
    Ok(read_all(source, &found, format, BARE, ReadBefore::Nowhere, None, count))
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

/// What is wanted of a kind, as far as that shows before a record is parsed.
#[derive(Debug, Clone, Default)]
pub struct Narrowing {
    /// Only what that unit filed.
    pub unit: Option<UnitId>,
    /// Only what may have happened in that year: what is filed under it, or names a day of it.
    pub year: Option<u16>,
}

/// Reads the records of one kind that may be wanted, besides what is `known` of the register.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_narrowed(
    source: &Source,
    kind: Kind,
    narrowing: &Narrowing,
    known: &Loaded,
    memory: Remembering<'_>,
    count: &LoadProgress,
) -> Result<Loaded, Text> {
    let mut found = files_of_kinds(source, &|other| other == kind)?;
    let Narrowing { unit, year } = narrowing;
    let filed = |found: &FoundFile| match RecordPath::of_file(&found.path) {
        Ok(RecordPath::Filed(path)) => Some(path),
        _ => None,
    };
    if let Some(unit) = unit {
        found.retain(|found| filed(found).is_none_or(|path| path.unit == *unit));
    }
    if let Some(year) = year {
        let day = format!("{year}-");
        let day = memchr::memmem::Finder::new(&day);
        // What cannot be read is kept: whoever reads it next says so.
        let names_day = |reader: &mut FileReader<'_>, found: &FoundFile| {
            !matches!(reader.bytes(found), Ok(None)) || day.find(&reader.buffer).is_some()
        };
        let is_wanted = |reader: &mut FileReader<'_>, found: FoundFile| {
            let elsewhere = filed(&found).is_some_and(|path| path.year != *year);
            (!elsewhere || names_day(reader, &found)).then_some(found)
        };
        found = found.into_par_iter().map_init(|| FileReader::new(source), is_wanted).flatten_iter().collect();
    }
    // Of a newer format it is not known yet how the next program will read it.
    let before = if known.newer.is_some() { ReadBefore::Nowhere } else { ReadBefore::Memory(memory) };
    Ok(read_all(source, &found, FormatKnowledge::Read(known.newer), BARE, before, None, count))
}

/// Reads the records whose files are wanted, by what their bytes hold; `newer` is what was read of the format before. Bytes are looked
/// at first, and only what is wanted is parsed: a tenth of the work of reading everything. `may_be` says by the path whether a file is
/// looked at at all, `holds` by its bytes whether it is parsed. A file that spells characters by their numbers is parsed in any case,
/// so that none is missed.
///
/// # Errors
/// The source as a whole cannot be read.
pub fn load_holding(
    source: &Source,
    may_be: &(dyn Fn(&RecordPath) -> bool + Sync),
    holds: &(dyn Fn(&RecordPath, &[u8]) -> bool + Sync),
    newer: Option<u32>,
) -> Result<Loaded, Text> {
    let found = source.list(&|_| true)?;
    few_enough(found.len())?;
    let is_wanted = |reader: &mut FileReader<'_>, found: FoundFile| {
        let path = RecordPath::of_file(&found.path).ok().filter(may_be)?;
        // What cannot be read is kept: whoever reads it next says so.
        let read = matches!(reader.bytes(&found), Ok(None));
        let wanted = !read || holds(&path, &reader.buffer) || memchr::memchr(b'\\', &reader.buffer).is_some();
        wanted.then_some(found)
    };
    let found: Vec<FoundFile> = found.into_par_iter().map_init(|| FileReader::new(source), is_wanted).flatten_iter().collect();
    let format = FormatKnowledge::Read(newer);
    Ok(read_all(source, &found, format, BARE, ReadBefore::Nowhere, None, &LoadProgress::default()))
}

/// Reads one record; `None` where there is none.
///
/// # Errors
/// What is wrong with its file.
pub fn load_record(source: &Source, path: &RecordPath) -> Result<Option<Record>, Vec<ReadProblem>> {
    source.text(&path.file()).map(|text| Record::read(path, &text)).transpose()
}

fn load_below(
    source: &Source,
    options: ReadOptions,
    before: ReadBefore<'_>,
    wanted: impl Fn(&str) -> bool + Sync,
    count: &LoadProgress,
) -> Result<Loaded, Text> {
    let found = source.list(&wanted)?;
    few_enough(found.len())?;
    Ok(read_all(source, &found, FormatKnowledge::Unread, options, before, None, count))
}

/// The files of some kinds, and whatever else lies in their folders. Two kinds share the folder of mines.
fn files_of_kinds(source: &Source, wanted: &dyn Fn(Kind) -> bool) -> Result<Vec<FoundFile>, Text> {
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| wanted(*kind)).collect();
    let is_below = |top: &str| kinds.iter().any(|kind| kind.folder().trim_end_matches('/') == top.trim_end_matches(".toml"));
    let found = source.list(&is_below)?;
    let is_wanted = |found: &FoundFile| RecordPath::of_file(&found.path).map_or(true, |path| kinds.contains(&path.kind()));
    let found: Vec<FoundFile> = found.into_par_iter().filter(is_wanted).collect();
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
/// So many files are read before what became of them is put where it belongs: what is known of a file besides its record is more than the record, and
/// of 100,000 was a sixth of all that a check held.
const AT_ONCE: usize = 4096;

fn read_all(
    source: &Source,
    found: &[FoundFile],
    format: FormatKnowledge,
    options: ReadOptions,
    before: ReadBefore<'_>,
    expected: Option<ExpectedFiles>,
    count: &LoadProgress,
) -> Loaded {
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
    let mechanism = if matches!(own, Some((_, Ok(None)))) { first.buffer.clone() } else { Vec::new() };
    let keys = if newer.is_some() { Keys::Newer } else { Keys::Known };
    let mut known = KnownFiles::of(before, source, &mechanism, found);
    let outcome = |reader: &FileReader<'_>, size: FileSize, at: usize, stamp: Option<FileStamp>| {
        let bytes = matches!(size, Ok(None)).then_some(&reader.buffer[..]);
        let differs = expected.as_ref().is_some_and(|expected| expected.differs(at, &found[at], bytes));
        let seen = stamp.zip(bytes).map(|(stamp, bytes)| SeenFile::Read(stamp, Id::from_file_bytes(bytes)));
        FileOutcome { differs, seen, ..reader.outcome(&found[at], size, keys, options) }
    };
    let as_before = |known: Option<&KnownFiles<'_>>, at: usize, stamp: FileStamp| {
        let (outcome, object) = known?.outcome(at, stamp)?;
        let differs = expected.as_ref().is_some_and(|expected| expected.differs_from(at, object));
        Some(FileOutcome { differs, ..outcome })
    };
    let (own_at, mut own) = own.map(|(at, size)| (at, outcome(&first, size, at, None))).unzip();
    let read = |known: Option<&KnownFiles<'_>>, reader: &mut FileReader<'_>, at: usize| {
        count.done.fetch_add(1, Ordering::Relaxed);
        if own_at == Some(at) {
            return FileOutcome::default();
        }
        let stamp = known.and_then(|known| known.stamp(at));
        stamp.and_then(|stamp| as_before(known, at, stamp)).unwrap_or_else(|| {
            let size = reader.bytes(&found[at]);
            outcome(reader, size, at, stamp)
        })
    };
    let mut loaded = Loaded { newer, mechanism, ..Loaded::with_room(found.len()) };
    let mut differs = Vec::with_capacity(found.len());
    for (nth, some) in found.chunks(AT_ONCE).enumerate() {
        let places = nth * AT_ONCE..nth * AT_ONCE + some.len();
        if let Some(known) = &mut known {
            known.look_up(places.clone());
        }
        let before = known.as_ref();
        let mut outcomes: Vec<FileOutcome> = if some.len() <= FEW && !options.form {
            places.clone().map(|at| read(before, &mut first, at)).collect()
        } else {
            places.clone().into_par_iter().map_init(|| FileReader::new(source), |reader, at| read(before, reader, at)).collect()
        };
        if let Some(at) = own_at.filter(|at| places.contains(at)) {
            outcomes[at - places.start] = own.take().unwrap_or_default();
        }
        if let Some(known) = &mut known {
            known.note(some, &outcomes);
        }
        differs.extend(outcomes.iter().map(|outcome| outcome.differs));
        take_in(&mut loaded, outcomes);
    }
    if let Some(known) = known {
        known.keep();
    }
    loaded.differences = expected.map(|expected| expected.differences(found, |at| differs[at]));
    loaded
}

fn take_in(loaded: &mut Loaded, outcomes: Vec<FileOutcome>) {
    for outcome in outcomes {
        loaded.problems.extend(outcome.problems);
        match (outcome.path, outcome.record) {
            (Some(path), Some(record)) => loaded.records.push((path, record)),
            (Some(path), None) => drop(loaded.unreadable.insert(path)),
            _ => {}
        }
    }
}
