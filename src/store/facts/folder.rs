//! The facts of the files that lie in a folder.

use std::fs::{self, DirEntry, Metadata};
use std::ops::Range;
use std::path::Path;

use rayon::prelude::*;

use super::cache::{FactsCache, OpenCache};
use super::stamp::FileStamp;
use super::{KnownFile, facts_in, index_of, is_worth_keeping, keys_by, merged};
use crate::git::{self, Id, RegisterFolder};
use crate::model::reader::Keys;
use crate::model::{FactsIndex, FiledPath, Kind, Number, RecordPath, limits};
use crate::platform::device;
use crate::store::load::few_enough;
use crate::store::source::{read_file, unreadable};
use crate::text::Text;

/// The facts of every record below a folder, as the files are now: those that [`load`](crate::store::load) reads, and those that it
/// cannot. Asks every file for its size and times, and reads what the cache does not know for certain. `mechanism` are the bytes of the
/// file in which the register says its format.
///
/// # Errors
/// A folder cannot be read, or there are more files than a register has.
pub fn facts_of_folder(root: &RegisterFolder, mechanism: &[u8], cache: &FactsCache) -> Result<FactsIndex, Text> {
    Ok(read_folder(root, mechanism, cache)?.0)
}

/// The facts, and how many files were read for them.
pub(super) fn read_folder(root: &RegisterFolder, mechanism: &[u8], cache: &FactsCache) -> Result<(FactsIndex, usize), Text> {
    git::holds_all(root)?;
    let mut cache = cache.open(root, mechanism);
    let known = cache.as_mut().map(OpenCache::take).unwrap_or_default();
    let walked = Walk { known: &known, device: device(&fs::metadata(root).map_err(|error| unreadable(root, &error))?) }
        .folder(root, "")?;
    few_enough(walked.same.len() + walked.stale.len())?;
    let (all, stale) = (walked.same.len() + walked.stale.len(), walked.stale.len());
    let gone = known.len() - walked.same.len();
    let files = walked.read(root, known, keys_by(mechanism));
    if let Some(cache) = cache.filter(|_| is_worth_keeping(stale.max(gone), all)) {
        cache.write(&files);
    }
    Ok((index_of(files), stale))
}

/// The bytes of the file in which a register says its format, for those who have not read it; none of what is no regular file of a
/// record's size.
#[must_use]
pub fn mechanism_bytes(root: &Path) -> Vec<u8> {
    let (file, mut bytes) = (root.join(RecordPath::Single(Kind::Mechanism).file()), Vec::new());
    let is_file = fs::symlink_metadata(&file).is_ok_and(|found| found.is_file());
    if is_file && matches!(read_file(&file, limits::RECORD_BYTES, &mut bytes), Ok(None)) { bytes } else { Vec::new() }
}

/// What is found below a folder.
#[derive(Default)]
struct Walked {
    /// Positions of known files that are as they were.
    same: Vec<usize>,
    /// Files to be read.
    stale: Vec<(RecordPath, Option<FileStamp>)>,
}

/// What a walk compares with.
struct Walk<'a> {
    known: &'a [KnownFile],
    device: u64,
}

/// A folder of happenings, by what its path says, and its known files.
struct Series {
    path: FiledPath,
    known: Range<usize>,
}

impl Walk<'_> {
    fn folder(&self, folder: &Path, above: &str) -> Result<Walked, Text> {
        let series = self.series(above);
        let (mut walked, mut inner) = (Walked::default(), Vec::new());
        for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
            let entry = entry.map_err(|error| unreadable(folder, &error))?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let Some(found) = looked_at(&entry)? else { continue };
            if found.is_dir() {
                if may_hold_records(above, name) {
                    inner.push((entry.path(), format!("{above}{name}/")));
                }
            } else if found.is_file() {
                self.file(name, above, series.as_ref(), &found, &mut walked);
            }
        }
        let below: Result<Vec<Walked>, Text> = inner.par_iter().map(|(folder, above)| self.folder(folder, above)).collect();
        for Walked { same, stale } in below? {
            walked.same.extend(same);
            walked.stale.extend(stale);
        }
        Ok(walked)
    }

    /// The series whose folder that is, if it is one.
    fn series(&self, above: &str) -> Option<Series> {
        let first = RecordPath::of_file(&format!("{above}{}.toml", Number::FIRST)).ok()?;
        let RecordPath::Filed(path) = &first else { return None };
        let is_before = |file: &KnownFile| file.path < first;
        let is_within = |file: &KnownFile| match &file.path {
            RecordPath::Filed(other) => (other.kind, other.year, &other.unit) == (path.kind, path.year, &path.unit),
            _ => false,
        };
        let begin = self.known.partition_point(is_before);
        let end = begin + self.known[begin..].partition_point(is_within);
        Some(Series { path: path.clone(), known: begin..end })
    }

    fn file(&self, name: &str, above: &str, series: Option<&Series>, found: &Metadata, walked: &mut Walked) {
        let placed = match series {
            Some(series) => series.record(name),
            None => RecordPath::of_file(&format!("{above}{name}")).ok(),
        };
        let Some(path) = placed else { return };
        let range = series.map_or(0..self.known.len(), |series| series.known.clone());
        let at = self.known[range.clone()].binary_search_by(|file| file.path.cmp(&path)).ok().map(|at| range.start + at);
        let stamp = FileStamp::from_metadata(found).filter(|_| device(found) == self.device);
        let is_same = |at: &usize| stamp.is_some() && self.known[*at].stamp == stamp;
        match at.filter(is_same) {
            Some(at) => walked.same.push(at),
            None => walked.stale.push((path, stamp)),
        }
    }
}

impl Series {
    /// The record of a file in its folder.
    fn record(&self, name: &str) -> Option<RecordPath> {
        let number: Number = name.strip_suffix(".toml")?.parse().ok()?;
        Some(RecordPath::Filed(FiledPath { number, ..self.path.clone() }))
    }
}

impl Walked {
    /// What is known of all files now, in the order of paths.
    fn read(mut self, root: &RegisterFolder, known: Vec<KnownFile>, keys: Keys) -> Vec<KnownFile> {
        if self.stale.is_empty() && self.same.len() == known.len() {
            return known;
        }
        let read = |buffer: &mut Vec<u8>, (path, stamp): (RecordPath, Option<FileStamp>)| read(root, path, stamp, keys, buffer);
        let read = std::mem::take(&mut self.stale).into_par_iter().map_init(Vec::new, read).collect();
        merged(known, self.same, read)
    }
}

fn read(root: &RegisterFolder, path: RecordPath, stamp: Option<FileStamp>, keys: Keys, buffer: &mut Vec<u8>) -> KnownFile {
    match read_file(&root.join(path.file()), limits::RECORD_BYTES, buffer) {
        Ok(None) => KnownFile { facts: facts_in(&path, buffer, keys), blob: Some(Id::from_file_bytes(buffer)), stamp, path },
        Ok(Some(_)) | Err(_) => KnownFile { path, stamp: None, blob: None, facts: None },
    }
}

/// What `lstat` says; none of what has gone meanwhile.
fn looked_at(entry: &DirEntry) -> Result<Option<Metadata>, Text> {
    match entry.metadata() {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(&entry.path(), &error)),
    }
}

/// Whether there may be records in a folder of that name: they lie in folders of their kind, at most three deep.
fn may_hold_records(above: &str, name: &str) -> bool {
    let depth = above.matches('/').count();
    if depth == 0 { Kind::of_folder(name).is_some() } else { depth < 3 }
}
