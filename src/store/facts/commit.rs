//! The facts of the files of a commit: nothing is asked of the work tree.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use rayon::prelude::*;

use super::cache::{FactsCache, OpenCache};
use super::{KnownFile, facts_in, index_of, is_worth_keeping, keys_by, merged};
use crate::git::{History, Id, Mode, Refused, TreeEntry};
use crate::model::reader::Keys;
use crate::model::{FactsIndex, Kind, RecordPath, limits};

/// Where the commits of a register are.
#[derive(Clone, Copy)]
pub struct CommitFiles<'a> {
    /// Opens the repository; once a thread.
    pub open: &'a (dyn Fn() -> Result<History, Refused> + Sync),
    /// The folder by which the cache knows the register: its own, of a bare repository the repository's.
    pub folder: &'a Path,
}

/// Objects that are read at one go of one thread.
const BATCH: usize = 128;

/// The facts of every record of a commit. A folder whose tree the cache knows is not looked into, of others only the objects that it does
/// not know are read.
///
/// # Errors
/// An object is missing, or the repository cannot be read.
pub fn facts_of_commit(files: CommitFiles<'_>, commit: Id, cache: &FactsCache) -> Result<FactsIndex, Refused> {
    let history = (files.open)()?;
    let mechanism = mechanism(&history, commit)?;
    let mut cache = cache.open(files.folder, &mechanism);
    let known = cache.as_mut().map(OpenCache::take).unwrap_or_default();
    let trees = trees(&known);
    let mut same: Vec<usize> = Vec::new();
    let found = history.walk(commit, &mut |path, tree| match trees.get(path).filter(|(known, _)| *known == tree) {
        Some((_, range)) => {
            same.extend(range.clone());
            false
        }
        None => path.contains('/') || Kind::of_folder(path).is_some(),
    })?;
    let mut unknown = Vec::new();
    for (path, entry) in found {
        let Some((path, blob)) = record_in(&path, &entry) else { continue };
        let at = known.binary_search_by(|file| file.path.cmp(&path)).ok();
        match at.filter(|at| known[*at].blob == Some(blob)) {
            Some(at) => same.push(at),
            None => unknown.push((path, blob)),
        }
    }
    let (all, changed) = (same.len() + unknown.len(), unknown.len().max(known.len() - same.len()));
    let files = merged(known, same, read(files, &history, unknown, keys_by(&mechanism))?);
    if let Some(cache) = cache.filter(|_| is_worth_keeping(changed, all)) {
        cache.write(&files);
    }
    Ok(index_of(files))
}

/// Moves an index from a commit to another: what differs between their trees is read, nothing else.
///
/// # Errors
/// An object is missing, or the repository cannot be read.
pub fn follow_commit(index: &mut FactsIndex, files: CommitFiles<'_>, old: Id, new: Id) -> Result<(), Refused> {
    let history = (files.open)()?;
    let keys = keys_by(&mechanism(&history, new)?);
    if keys != keys_by(&mechanism(&history, old)?) {
        *index = facts_of_commit(files, new, &FactsCache::off())?;
        return Ok(());
    }
    for change in history.diff_trees(Some(old), new)? {
        match change.new.and_then(|entry| record_in(&change.path, &entry)) {
            Some((path, blob)) => {
                let facts = facts(&history, &path, blob, keys)?;
                index.set(path, facts);
            }
            None => RecordPath::of_file(&change.path).iter().for_each(|path| index.remove(path)),
        }
    }
    Ok(())
}

/// The record that an entry of a tree is, and its object.
fn record_in(path: &str, entry: &TreeEntry) -> Option<(RecordPath, Id)> {
    let path = RecordPath::of_file(path).ok().filter(|_| entry.mode == Mode::File)?;
    Some((path, entry.id))
}

fn mechanism(history: &History, commit: Id) -> Result<Vec<u8>, Refused> {
    let file = RecordPath::Single(Kind::Mechanism).file();
    let Some(entry) = history.entry(commit, &file)? else { return Ok(Vec::new()) };
    Ok(history.blob(entry.id, limits::RECORD_BYTES)?.unwrap_or_default())
}

/// The trees that known files amount to, by folder, with the positions of these.
fn trees(known: &[KnownFile]) -> HashMap<String, (Id, Range<usize>)> {
    let folder = |file: &KnownFile| match &file.path {
        RecordPath::Filed(path) => Some((path.kind, path.year, path.unit.clone())),
        _ => None,
    };
    let mut ranges = Vec::new();
    let mut begin = 0;
    for series in known.chunk_by(|one, other| folder(one) == folder(other)) {
        ranges.push(begin..begin + series.len());
        begin += series.len();
    }
    let tree = |range: Range<usize>| {
        let (kind, year, unit) = folder(&known[range.start])?;
        let mut entries = Vec::with_capacity(range.len());
        for file in &known[range.clone()] {
            let RecordPath::Filed(path) = &file.path else { return None };
            entries.push((format!("{}.toml", path.number), file.blob?));
        }
        entries.sort_unstable();
        Some((format!("{}/{year}/{unit}", kind.folder()), (Id::from_files(&entries), range)))
    };
    ranges.into_par_iter().filter_map(tree).collect()
}

/// Reads objects, on every core where there are many.
fn read(
    files: CommitFiles<'_>,
    history: &History,
    unknown: Vec<(RecordPath, Id)>,
    keys: Keys,
) -> Result<Vec<KnownFile>, Refused> {
    let one = |history: &History, (path, blob): &(RecordPath, Id)| {
        let facts = facts(history, path, *blob, keys)?;
        Ok(KnownFile { path: path.clone(), stamp: None, blob: Some(*blob), facts })
    };
    if unknown.len() <= BATCH {
        return unknown.iter().map(|object| one(history, object)).collect();
    }
    let batch = |objects: &[(RecordPath, Id)]| {
        let history = (files.open)()?;
        objects.iter().map(|object| one(&history, object)).collect::<Result<Vec<_>, Refused>>()
    };
    let read: Result<Vec<Vec<KnownFile>>, Refused> = unknown.par_chunks(BATCH).map(batch).collect();
    Ok(read?.into_iter().flatten().collect())
}

fn facts(history: &History, path: &RecordPath, blob: Id, keys: Keys) -> Result<Option<crate::model::Facts>, Refused> {
    let bytes = history.blob(blob, limits::RECORD_BYTES)?;
    Ok(bytes.and_then(|bytes| facts_in(path, &bytes, keys)))
}
