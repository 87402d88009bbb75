//! The facts of every file of a register, with the ways back: what points at a record, what is about a mine, which papers bear a
//! number. A change is laid over it without it being built anew.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use super::doc_number::plain_number;
use super::facts::Facts;
use super::id::MineId;
use super::path::{FiledPath, Number, RecordPath};

/// So many changes are laid over the rest before they become part of it: each of them is walked at every look back.
const OVERLAY: usize = 256;

/// Facts by path. Of a file that is there and cannot be read there are none.
#[derive(Debug, Clone, Default)]
pub struct FactsIndex {
    /// In the order of paths.
    records: Vec<(RecordPath, Option<Facts>)>,
    /// What the records point at, hashed, with their positions; sorted. Whoever finds by it compares again.
    pointers: OnceLock<Vec<(u64, u32)>>,
    /// What was laid over them.
    changes: BTreeMap<RecordPath, FileState>,
}

#[derive(Debug, Clone)]
enum FileState {
    There(Option<Facts>),
    Gone,
}

impl FactsIndex {
    /// An index of files; of two of one path the later counts.
    #[must_use]
    pub fn new(mut records: Vec<(RecordPath, Option<Facts>)>) -> Self {
        if !records.is_sorted_by(|(one, _), (other, _)| one < other) {
            records = records.into_iter().collect::<BTreeMap<_, _>>().into_iter().collect();
        }
        Self { records, ..Self::default() }
    }

    /// Whether there is such a file, readable or not.
    #[must_use]
    pub fn has(&self, path: &RecordPath) -> bool {
        self.file(path).is_some()
    }

    /// Its facts, where there is such a file and it can be read.
    #[must_use]
    pub fn facts(&self, path: &RecordPath) -> Option<&Facts> {
        self.file(path)?.as_ref()
    }

    /// The files that are there and cannot be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &RecordPath> {
        let standing = self.records.iter().filter(|(path, facts)| facts.is_none() && !self.changes.contains_key(path));
        let laid = self.changes.iter().filter(|(_, change)| matches!(change, FileState::There(None)));
        standing.map(|(path, _)| path).chain(laid.map(|(path, _)| path))
    }

    /// Every file, in the order of paths.
    #[must_use]
    pub fn files(&self) -> BTreeMap<&RecordPath, Option<&Facts>> {
        let mut files: BTreeMap<_, _> = self.records.iter().map(|(path, facts)| (path, facts.as_ref())).collect();
        for (path, change) in &self.changes {
            match change {
                FileState::There(facts) => drop(files.insert(path, facts.as_ref())),
                FileState::Gone => drop(files.remove(path)),
            }
        }
        files
    }

    /// The records that point at one, or at a part of it; in the order of paths.
    #[must_use]
    pub fn citing(&self, path: &RecordPath) -> BTreeMap<&RecordPath, &Facts> {
        self.pointing(hash_of(path), |facts| facts.cites(path))
    }

    /// The records that name a mine in any way; in the order of paths. The mine's own files are not among them.
    #[must_use]
    pub fn about_mine(&self, mine: &MineId) -> BTreeMap<&RecordPath, &Facts> {
        self.pointing(hash_of(&RecordPath::Mine(mine.clone())), |facts| facts.mines.contains(mine))
    }

    /// The orders that stop or close a mine, lifted or not; in the order of paths.
    #[must_use]
    pub fn stopping(&self, mine: &MineId) -> BTreeMap<&RecordPath, &Facts> {
        let stops = |facts: &Facts| facts.stops_mine && facts.mines.contains(mine);
        self.pointing(hash_of(&RecordPath::Mine(mine.clone())), stops)
    }

    /// The records that speak of a paper of that number, however its brackets and blanks are written; in the order of paths.
    #[must_use]
    pub fn numbered(&self, number: &str) -> BTreeMap<&RecordPath, &Facts> {
        let number = plain_number(number);
        self.pointing(hash_of(&number), |facts| facts.numbers.iter().any(|other| plain_number(other.as_str()) == number))
    }

    /// The first record that can be read in the folder of a record: its kind, year and unit.
    #[must_use]
    pub fn first_beside(&self, path: &FiledPath) -> Option<&RecordPath> {
        let from = RecordPath::Filed(FiledPath { number: Number::FIRST, ..path.clone() });
        let is_beside = |other: &RecordPath| matches!(other, RecordPath::Filed(other) if (other.kind, other.year, &other.unit) == (path.kind, path.year, &path.unit));
        let start = self.records.partition_point(|(other, _)| *other < from);
        let standing = self.records[start..].iter().take_while(|(other, _)| is_beside(other));
        let standing =
            standing.filter(|(other, facts)| facts.is_some() && !self.changes.contains_key(other)).map(|(other, _)| other);
        let laid = self.changes.range(&from..).take_while(|(other, _)| is_beside(other));
        let laid = laid.filter(|(_, change)| matches!(change, FileState::There(Some(_)))).map(|(other, _)| other);
        standing.take(1).chain(laid.take(1)).min()
    }

    /// Lays a file over what is there: its facts, or that it cannot be read.
    pub fn set(&mut self, path: RecordPath, facts: Option<Facts>) {
        self.change(path, FileState::There(facts));
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &RecordPath) {
        self.change(path.clone(), FileState::Gone);
    }

    fn change(&mut self, path: RecordPath, change: FileState) {
        self.changes.insert(path, change);
        if self.changes.len() > OVERLAY {
            let mut records: BTreeMap<_, _> = std::mem::take(&mut self.records).into_iter().collect();
            for (path, change) in std::mem::take(&mut self.changes) {
                match change {
                    FileState::There(facts) => drop(records.insert(path, facts)),
                    FileState::Gone => drop(records.remove(&path)),
                }
            }
            *self = Self::new(records.into_iter().collect());
        }
    }

    fn file(&self, path: &RecordPath) -> Option<&Option<Facts>> {
        match self.changes.get(path) {
            Some(FileState::There(facts)) => Some(facts),
            Some(FileState::Gone) => None,
            None => self.records.binary_search_by(|(other, _)| other.cmp(path)).ok().map(|at| &self.records[at].1),
        }
    }

    /// The records of a hash that hold against a second look.
    fn pointing(&self, hash: u64, points: impl Fn(&Facts) -> bool) -> BTreeMap<&RecordPath, &Facts> {
        let pointers = self.pointers.get_or_init(|| pointers(&self.records));
        let from = pointers.partition_point(|(other, _)| *other < hash);
        let positions = pointers[from..].iter().take_while(|(other, _)| *other == hash).map(|(_, at)| *at as usize);
        let standing = positions.map(|at| &self.records[at]).filter(|(path, _)| !self.changes.contains_key(path));
        let standing = standing.map(|(path, facts)| (path, facts.as_ref()));
        let laid = self.changes.iter().map(|(path, change)| match change {
            FileState::There(facts) => (path, facts.as_ref()),
            FileState::Gone => (path, None),
        });
        standing.chain(laid).filter_map(|(path, facts)| Some((path, facts.filter(|facts| points(facts))?))).collect()
    }
}

/// Two indexes are equal where they know the same of the same files.
impl PartialEq for FactsIndex {
    fn eq(&self, other: &Self) -> bool {
        self.files() == other.files()
    }
}

fn hash_of(target: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    target.hash(&mut hasher);
    hasher.finish()
}

fn pointers(records: &[(RecordPath, Option<Facts>)]) -> Vec<(u64, u32)> {
    let mut pointers = Vec::with_capacity(records.len() * 2);
    for ((_, facts), position) in records.iter().zip(0..) {
        let Some(facts) = facts else { continue };
        let cited: BTreeSet<&RecordPath> = facts.cites.iter().map(|reference| &reference.record).collect();
        let mines: Vec<RecordPath> = facts.mines.iter().cloned().map(RecordPath::Mine).collect();
        pointers.extend(cited.into_iter().chain(&mines).map(|path| (hash_of(path), position)));
        pointers.extend(facts.numbers.iter().map(|number| (hash_of(&plain_number(number.as_str())), position)));
    }
    pointers.sort_unstable();
    pointers.dedup();
    pointers
}
