//! Records that were read before, in the user's cache, which is kept by the rules of [`facts`](super::facts) and sealed with the user's own
//! secret.
//!
//! Kept is the record of a file that could be read, its texts dropped, and how the file is written. With them `check` of 100,000 records takes 1.0 s of
//! processor, without 1.8 s.

use super::facts::{
    CacheFile, FactsCache, FileStamp, FileTime, digest, is_worth_keeping, pack_time, seal, unpack_time, unsealed,
};
use super::file_reader::{Drift, FileOutcome, SeenFile};
use super::source::FoundFile;
use crate::git::{Id, RegisterFolder};
use crate::model::{Packed, Packer, RecordPath};
use crate::text::clean;

const MAGIC: &[u8] = b"liandong records 2\n";

/// The records of a register that were read before, while it is read again.
pub(super) struct KeptRecords<'f> {
    file: CacheFile,
    /// What the records depend on besides their files.
    mechanism: [u8; 32],
    /// When the files of the entries were read.
    read_at: FileTime,
    /// What is read now is read after this.
    begun: FileTime,
    entries: Vec<u8>,
    /// Where the entry of each file that was found begins.
    places: Vec<Option<usize>>,
    found: &'f [FoundFile],
}

impl<'f> KeptRecords<'f> {
    /// What is kept of the files that were found, which are in the order of paths, below `root`. `mechanism` are the bytes of the file in
    /// which the register says its format; `seen` is when they were looked at, should that have been before. None where there is no cache.
    pub(super) fn of(
        cache: &FactsCache,
        root: &RegisterFolder,
        mechanism: &[u8],
        found: &'f [FoundFile],
        seen: Option<FileTime>,
    ) -> Option<Self> {
        let file = cache.file(root, "records")?;
        let begun = seen.map_or(file.read_at, |seen| seen.min(file.read_at));
        let mechanism = digest(&[mechanism]).into();
        let (read_at, entries, places) = (FileTime::default(), Vec::new(), Vec::new());
        let mut kept = Self { file, mechanism, read_at, begun, entries, places, found };
        let known = kept.file.read().and_then(|bytes| kept.opened(bytes));
        let (read_at, entries) = known.unwrap_or_default();
        kept.places = places_of(&entries, found).unwrap_or_else(|| vec![None; found.len()]);
        (kept.read_at, kept.entries) = (read_at, entries);
        Some(kept)
    }

    /// When the files were read, and the entries; none of what this user's own program did not write for this register.
    fn opened(&self, mut bytes: Vec<u8>) -> Option<(FileTime, Vec<u8>)> {
        let content = unsealed(&bytes, |content| self.seal(content))?;
        let mut packed = Packed { rest: content.strip_prefix(MAGIC)? };
        let read_at = unpack_time(&mut packed)?;
        let (begin, end) = (content.len() - packed.rest.len(), content.len());
        bytes.truncate(end);
        bytes.drain(..begin);
        Some((read_at, bytes))
    }

    fn seal(&self, content: &[u8]) -> Option<String> {
        seal(&[&self.file.valid_for, &self.mechanism, content])
    }

    /// What became of a file that looks so, with the object of its bytes; none where it is not known for certain.
    pub(super) fn outcome(&self, at: usize, path: RecordPath, stamp: FileStamp) -> Option<(FileOutcome, Id)> {
        let place = self.places[at]?;
        let mut entry = Entry::at(&self.entries, place)?;
        if entry.stamp != stamp || stamp.is_racy(self.read_at) {
            return None;
        }
        let record = path.kind().unpack(&mut entry.record)?;
        let is_whole = entry.record.rest.is_empty();
        let outcome = FileOutcome::read(path, record, entry.drift, &clean(entry.path));
        is_whole.then_some((FileOutcome { seen: Some(SeenFile::Kept(place)), ..outcome }, entry.blob))
    }

    /// Keeps what was read, where that is worth it.
    pub(super) fn keep(self, outcomes: &[FileOutcome]) {
        let is_new = |outcome: &&FileOutcome| matches!(outcome.seen, Some(SeenFile::Read(..))) && outcome.record.is_some();
        let missed = outcomes.iter().filter(is_new).count();
        if !is_worth_keeping(missed, outcomes.len()) {
            return;
        }
        let mut packer = Packer { bytes: MAGIC.to_vec() };
        pack_time(self.begun, &mut packer);
        for (found, outcome) in self.found.iter().zip(outcomes) {
            match (outcome.seen, &outcome.record) {
                (Some(SeenFile::Kept(place)), _) => {
                    let end = self.end_of(place);
                    packer.bytes.extend_from_slice(&self.entries[place..end]);
                }
                (Some(SeenFile::Read(stamp, blob)), Some(record)) => {
                    let mut entry = Packer::default();
                    entry.text(&found.path);
                    stamp.pack(&mut entry);
                    entry.bytes.extend_from_slice(&blob.bytes());
                    outcome.drift.pack(&mut entry);
                    record.pack(&mut entry);
                    packer.number(entry.bytes.len() as u64);
                    packer.bytes.append(&mut entry.bytes);
                }
                _ => {}
            }
        }
        if let Some(seal) = self.seal(&packer.bytes) {
            packer.bytes.extend_from_slice(seal.as_bytes());
            self.file.write(&packer.bytes);
        }
    }

    /// Where the entry ends that begins there.
    fn end_of(&self, place: usize) -> usize {
        let mut packed = Packed { rest: &self.entries[place..] };
        let length = packed.count(1).unwrap_or_default();
        self.entries.len() - packed.rest.len() + length
    }
}

/// What is kept of one file.
struct Entry<'a> {
    path: &'a str,
    stamp: FileStamp,
    blob: Id,
    drift: Drift,
    record: Packed<'a>,
}

impl<'a> Entry<'a> {
    /// The entry that begins there.
    fn at(entries: &'a [u8], place: usize) -> Option<Self> {
        let mut rest = Packed { rest: entries.get(place..)? };
        let length = rest.count(1)?;
        let mut record = Packed { rest: rest.take(length)? };
        let (path, stamp) = (record.text()?, FileStamp::unpack(&mut record)?);
        let (blob, drift) = (Id::from_bytes(record.array()?), Drift::unpack(&mut record)?);
        Some(Self { path, stamp, blob, drift, record })
    }
}

impl Drift {
    fn pack(self, packer: &mut Packer) {
        packer.byte(u8::from(self.has_bom) | u8::from(self.is_uncanonical) << 1);
        packer.number(self.crlf_at.map_or(0, |at| at as u64 + 1));
    }

    fn unpack(packed: &mut Packed<'_>) -> Option<Self> {
        let (marks, crlf) = (packed.byte()?, packed.number()?);
        let crlf_at = crlf.checked_sub(1).map(usize::try_from).transpose().ok()?;
        (marks < 4).then_some(Self { has_bom: marks & 1 != 0, is_uncanonical: marks & 2 != 0, crlf_at })
    }
}

/// Where the entry of each file begins, of entries and files that both are in the order of paths; none where they are not.
fn places_of(entries: &[u8], found: &[FoundFile]) -> Option<Vec<Option<usize>>> {
    let mut places = vec![None; found.len()];
    let (mut rest, mut at, mut last) = (Packed { rest: entries }, 0, "");
    while !rest.rest.is_empty() {
        let place = entries.len() - rest.rest.len();
        let Entry { path, .. } = Entry::at(entries, place)?;
        let length = rest.count(1)?;
        rest.take(length)?;
        if path <= last {
            return None;
        }
        last = path;
        while found.get(at).is_some_and(|found| *found.path < *path) {
            at += 1;
        }
        if found.get(at).is_some_and(|found| found.path == path) {
            places[at] = Some(place);
        }
    }
    Some(places)
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::time::Duration;

    use super::super::facts::ProgramBuild;
    use super::super::read_before::{KnownFiles, ReadBefore};
    use super::super::{LoadProgress, Source, TextPolicy, load, load_counted, shipped};
    use super::*;

    const HAZARD: &str = "mine = \"dashan\"\nfound = 2025-03-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"边坡（虚构）\"\n";

    struct KeptPlace(tempfile::TempDir);

    impl KeptPlace {
        fn new() -> Self {
            let place = Self(tempfile::tempdir().expect("a folder"));
            for (path, bytes) in shipped() {
                place.write(path, bytes);
            }
            (1..=90).for_each(|no| place.write(&format!("hazards/2025/yingji/{no:03}.toml"), HAZARD.as_bytes()));
            // As others write it; what that is to be said of is kept with it.
            let otherwise = [HAZARD.replace('\n', "\r\n"), format!("\u{FEFF}{HAZARD}"), format!("\n{HAZARD}")];
            (91..)
                .zip(otherwise)
                .for_each(|(no, text)| place.write(&format!("hazards/2025/yingji/{no:03}.toml"), text.as_bytes()));
            // Longer than a tick of the file system's clock.
            std::thread::sleep(Duration::from_millis(25));
            place
        }

        fn write(&self, path: &str, bytes: &[u8]) {
            let file = self.0.path().join("register").join(path);
            fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
            fs::write(file, bytes).expect("writable");
        }

        fn source(&self) -> Source {
            Source::Folder(self.0.path().join("register").into())
        }

        fn cache(&self) -> FactsCache {
            let build = ProgramBuild::from_program(&std::env::current_exe().expect("this program"));
            FactsCache::new(Some(self.0.path().join("cache")), build)
        }

        /// How many files need not be read; what is loaded with the cache must be what is loaded without.
        fn known(&self) -> usize {
            let source = self.source();
            let (found, mechanism) = (source.list(&|_| true).expect("readable"), source.text("mechanism.toml").expect("a text"));
            let cache = self.cache();
            let kept = KnownFiles::of(ReadBefore::Cache(&cache, None), &source, mechanism.as_bytes(), &found).expect("a cache");
            let is_known = |at: &usize| kept.outcome(*at, kept.stamp(*at)?);
            let known = (0..found.len()).filter(|at| is_known(at).is_some()).count();
            let with = load_counted(&source, TextPolicy::Drop, &self.cache(), &LoadProgress::default()).expect("readable");
            let without = load(&source, TextPolicy::Drop).expect("readable");
            assert_eq!((with.records, with.unreadable, with.files), (without.records, without.unreadable, without.files));
            assert_eq!(format!("{:?}", with.problems), format!("{:?}", without.problems));
            known
        }
    }

    #[test]
    fn what_was_read_is_not_read_again() {
        let place = KeptPlace::new();
        assert_eq!(place.known(), 0);
        let all = place.known();
        assert!(all > 93, "{all}");
        place.write("hazards/2025/yingji/003.toml", HAZARD.replace("03-01", "03-02").as_bytes());
        assert_eq!(place.known(), all - 1);
        // What cannot be read is looked at every time.
        place.write("hazards/2025/yingji/004.toml", b"mine = 1");
        fs::remove_file(place.0.path().join("register/hazards/2025/yingji/005.toml")).expect("there");
        assert_eq!(place.known(), all - 3);
        assert_eq!(place.known(), all - 3);
        place.write(
            "mechanism.toml",
            &[fs::read(place.0.path().join("register/mechanism.toml")).expect("there"), b"\n".to_vec()].concat(),
        );
        assert_eq!(place.known(), 0, "the mechanism says how all are read");
    }

    #[test]
    fn what_was_changed_when_it_was_read_is_read_again() {
        let place = KeptPlace::new();
        let written = place.0.path().join("register/hazards/2025/yingji/003.toml");
        let file = fs::File::options().write(true).open(written).expect("a file");
        let time = file.metadata().and_then(|file| file.modified()).expect("a time");
        file.set_modified(time + Duration::from_mins(1)).expect("a time");
        place.known();
        let all = place.known();
        let other = KeptPlace::new();
        other.known();
        assert_eq!(all + 1, other.known());
    }

    #[test]
    fn entries_that_lie_are_none() {
        assert!(places_of(&[200, 1], &[]).is_none());
        assert!(places_of(&[2, 1, b'a'], &[]).is_none(), "no stamp");
        assert!(places_of(&[], &[]).is_some());
    }
}
