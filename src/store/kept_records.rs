//! Records that were read before, in the user's cache, which is kept by the rules of [`facts`](super::facts) and sealed with the user's own
//! secret.
//!
//! Kept is the record of a file that could be read, its texts dropped, and how the file is written. With them `check` of 100,000 records takes 1.0 s of
//! processor, without 1.8 s.

use super::facts::{CacheFile, FactsCache, FileStamp, FileTime, Seals, digest, is_worth_keeping, pack_time, unpack_time};
use super::file_reader::{Drift, FileOutcome, SeenFile};
use super::sealed_chunks::{ChunkReader, ChunkWriter, SealedOver};
use super::source::FoundFile;
use crate::git::{Id, RegisterFolder};
use crate::model::{Packed, Packer, RecordPath};
use crate::text::clean;

const MAGIC: &[u8] = b"liandong records 3\n";

/// The records of a register that were read before, while it is read again.
pub(super) struct KeptRecords {
    over: SealedOver,
    /// What is read now is read after this.
    begun: FileTime,
    known: Option<KnownEntries>,
    kept: Keeping,
}

/// What is to be kept, in the order of paths.
enum Keeping {
    /// Nothing was kept before: every record is written as it comes.
    Writing(ChunkWriter),
    /// Whether what is new is worth writing the file anew shows at the end.
    Waiting { file: CacheFile, entries: Vec<SeenEntry>, new: Packer },
}

/// Where what is kept of a file stands.
#[derive(Clone, Copy)]
enum SeenEntry {
    /// Among those that were kept before, which are counted from 0.
    Known(u32),
    /// It begins there among those that are new.
    New(usize),
}

impl KeptRecords {
    /// What is kept of the files of a register in `root`, of which there are so many. `mechanism` are the bytes of the file in which the register
    /// says its format; `seen` is when the files were looked at, should that have been before. None where there is no cache.
    pub(super) fn of(
        cache: &FactsCache,
        root: &RegisterFolder,
        mechanism: &[u8],
        files: usize,
        seen: Option<FileTime>,
    ) -> Option<Self> {
        let file = cache.file(root, "records")?;
        let begun = seen.map_or(file.read_at, |seen| seen.min(file.read_at));
        let over = SealedOver { seals: Seals::of_user()?, valid_for: [file.valid_for, digest(&[mechanism]).into()] };
        let known = KnownEntries::open(&file, &over);
        let kept = match &known {
            None => Keeping::Writing(ChunkWriter::begin(file, head(begun))),
            Some(_) => Keeping::Waiting { file, entries: Vec::with_capacity(files), new: Packer::default() },
        };
        Some(Self { over, begun, known, kept })
    }

    /// Looks up the next files, in the order of paths.
    pub(super) fn look_up(&mut self, found: &[FoundFile]) {
        if let Some(known) = &mut self.known {
            known.look_up(found, &self.over);
        }
    }

    /// What became of a file that looks so, of those that were looked up last, with the object of its bytes; none where it is not known for
    /// certain.
    pub(super) fn outcome(&self, nth: usize, path: RecordPath, stamp: FileStamp) -> Option<(FileOutcome, Id)> {
        let known = self.known.as_ref()?;
        let (number, mut entry) = known.found(nth)?;
        if entry.stamp != stamp || stamp.is_racy(known.read_at) {
            return None;
        }
        let record = path.kind().unpack(&mut entry.record)?;
        let is_whole = entry.record.rest.is_empty();
        let outcome = FileOutcome::read(path, record, entry.drift, &clean(entry.path));
        is_whole.then_some((FileOutcome { seen: Some(SeenFile::Kept(number)), ..outcome }, entry.blob))
    }

    /// Takes note of what became of the next files, in the order of paths.
    pub(super) fn note(&mut self, found: &[FoundFile], outcomes: &[FileOutcome]) {
        for (found, outcome) in found.iter().zip(outcomes) {
            match (outcome.seen, &outcome.record, &mut self.kept) {
                (Some(SeenFile::Kept(number)), _, Keeping::Waiting { entries, .. }) => entries.push(SeenEntry::Known(number)),
                (Some(SeenFile::Read(stamp, blob)), Some(_), Keeping::Waiting { entries, new, .. }) => {
                    entries.push(SeenEntry::New(new.bytes.len()));
                    new.bytes.append(&mut packed(found, stamp, blob, outcome));
                }
                (Some(SeenFile::Read(stamp, blob)), Some(_), Keeping::Writing(writer)) => {
                    writer.put(&packed(found, stamp, blob, outcome), &self.over);
                }
                _ => {}
            }
        }
    }

    /// Keeps what was read, where that is worth it.
    pub(super) fn keep(self) {
        let (file, entries, new) = match self.kept {
            Keeping::Writing(writer) => return writer.finish(&self.over),
            Keeping::Waiting { file, entries, new } => (file, entries, new.bytes),
        };
        let missed = entries.iter().filter(|entry| matches!(entry, SeenEntry::New(_))).count();
        if !is_worth_keeping(missed, entries.len()) {
            return;
        }
        let Some(mut known) = KnownEntries::open(&file, &self.over) else { return };
        let mut writer = ChunkWriter::begin(file, head(self.begun));
        for entry in entries {
            match entry {
                SeenEntry::Known(number) => known.copy(number, &mut writer, &self.over),
                SeenEntry::New(place) => writer.put(&new[place..end_of(&new, place)], &self.over),
            }
        }
        writer.finish(&self.over);
    }
}

/// The entries that were kept before, as far as they are at hand.
struct KnownEntries {
    pieces: ChunkReader,
    /// When their files were read.
    read_at: FileTime,
    at_hand: Vec<Vec<u8>>,
    /// The next entry: in which of the pieces at hand it stands, where there, and its number.
    next: EntryPlace,
    /// Where the entries stand of the files that were looked up last.
    places: Vec<Option<EntryPlace>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct EntryPlace {
    piece: usize,
    begins: usize,
    number: u32,
}

impl KnownEntries {
    /// None of what this user's own program did not write for this register.
    fn open(file: &CacheFile, over: &SealedOver) -> Option<Self> {
        let mut pieces = ChunkReader::open(file, head(FileTime::default()).len())?;
        let read_at = unpack_time(&mut Packed { rest: pieces.head().strip_prefix(MAGIC)? })?;
        let at_hand = vec![pieces.next(over)?];
        Some(Self { pieces, read_at, at_hand, next: EntryPlace::default(), places: Vec::new() })
    }

    fn look_up(&mut self, found: &[FoundFile], over: &SealedOver) {
        self.let_go();
        self.places.clear();
        self.places.resize(found.len(), None);
        for (nth, found) in found.iter().enumerate() {
            while let Some((path, ends)) = self.next_entry(over) {
                let order = path.cmp(&found.path);
                if order.is_eq() {
                    self.places[nth] = Some(self.next);
                }
                if order.is_le() {
                    self.pass(ends);
                }
                if order.is_ge() {
                    break;
                }
            }
        }
    }

    /// The path of the next entry and where it ends. Of one that is none, all behind it is none either.
    fn next_entry(&mut self, over: &SealedOver) -> Option<(&str, usize)> {
        while self.next.begins == self.at_hand.get(self.next.piece)?.len() {
            self.at_hand.push(self.pieces.next(over)?);
            self.next = EntryPlace { piece: self.next.piece + 1, begins: 0, ..self.next };
        }
        let piece = &self.at_hand[self.next.piece];
        Some((Entry::at(piece, self.next.begins)?.path, end_of(piece, self.next.begins)))
    }

    fn pass(&mut self, ends: usize) {
        self.next = EntryPlace { begins: ends, number: self.next.number + 1, ..self.next };
    }

    /// Lets go of the pieces that were passed.
    fn let_go(&mut self) {
        self.at_hand.drain(..self.next.piece);
        self.next.piece = 0;
    }

    /// The entry of a file that was looked up, and its number.
    fn found(&self, nth: usize) -> Option<(u32, Entry<'_>)> {
        let place = (*self.places.get(nth)?)?;
        Some((place.number, Entry::at(&self.at_hand[place.piece], place.begins)?))
    }

    /// Writes the entry of that number, which is not before the next.
    fn copy(&mut self, number: u32, writer: &mut ChunkWriter, over: &SealedOver) {
        self.let_go();
        while let Some((_, ends)) = self.next_entry(over) {
            let EntryPlace { piece, begins, number: at } = self.next;
            self.pass(ends);
            if at == number {
                return writer.put(&self.at_hand[piece][begins..ends], over);
            }
        }
    }
}

/// How the file begins.
fn head(begun: FileTime) -> Vec<u8> {
    let mut packer = Packer { bytes: MAGIC.to_vec() };
    pack_time(begun, &mut packer);
    packer.bytes
}

/// What is kept of a file, behind its length.
fn packed(found: &FoundFile, stamp: FileStamp, blob: Id, outcome: &FileOutcome) -> Vec<u8> {
    let mut entry = Packer::default();
    entry.text(&found.path);
    stamp.pack(&mut entry);
    entry.bytes.extend_from_slice(&blob.bytes());
    outcome.drift.pack(&mut entry);
    if let Some(record) = &outcome.record {
        record.pack(&mut entry);
    }
    let mut whole = Packer::default();
    whole.number(entry.bytes.len() as u64);
    whole.bytes.append(&mut entry.bytes);
    whole.bytes
}

/// Where the entry ends that begins there.
fn end_of(entries: &[u8], place: usize) -> usize {
    let mut packed = Packed { rest: &entries[place..] };
    let length = packed.count(1).unwrap_or_default();
    entries.len() - packed.rest.len() + length
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

        fn kept_file(&self) -> std::path::PathBuf {
            let mut files =
                fs::read_dir(self.0.path().join("cache")).expect("readable").map(|file| file.expect("readable").path());
            files.find(|file| file.extension().is_some_and(|of| of == "records")).expect("kept")
        }

        /// How many files need not be read; what is loaded with the cache must be what is loaded without.
        fn known(&self) -> usize {
            let source = self.source();
            let (found, mechanism) = (source.list(&|_| true).expect("readable"), source.text("mechanism.toml").expect("a text"));
            let cache = self.cache();
            let mut kept =
                KnownFiles::of(ReadBefore::Cache(&cache, None), &source, mechanism.as_bytes(), &found).expect("a cache");
            kept.look_up(0..found.len());
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

    /// More than a piece of the file holds, of which some were changed: the entries of others are found behind them, and are copied.
    #[test]
    fn entries_of_many_pieces_are_found() {
        let place = KeptPlace::new();
        let of = |no: u32| format!("hazards/2025/gongan/{no:03}.toml");
        (1..=3000).for_each(|no| place.write(&of(no), HAZARD.as_bytes()));
        std::thread::sleep(Duration::from_millis(25));
        assert_eq!(place.known(), 0);
        let all = place.known();
        assert!(all > 3000, "{all}");
        let kept = place.kept_file();
        assert!(fs::metadata(&kept).expect("there").len() > 256 * 1024);
        for no in (1..=3000).step_by(40) {
            place.write(&of(no), HAZARD.replace("03-01", "03-02").as_bytes());
        }
        fs::remove_file(place.0.path().join("register").join(of(2))).expect("there");
        std::thread::sleep(Duration::from_millis(25));
        assert_eq!(place.known(), all - 76);
        assert_eq!(place.known(), all - 1, "those that were kept and those that are new");
        // What is cut off is read again, and so is all behind a piece in which one bit is another.
        let bytes = fs::read(&kept).expect("there");
        fs::write(&kept, &bytes[..bytes.len() - 9]).expect("writable");
        let whole = place.known();
        assert!(0 < whole && whole < all - 1, "{whole}");
        let mut other = bytes.clone();
        other[100 * 1024] ^= 1;
        fs::write(&kept, other).expect("writable");
        let before = place.known();
        assert!(before < whole, "{before}");
        fs::write(&kept, b"liandong records 3\n and so on, whatever it may be").expect("writable");
        assert_eq!(place.known(), 0);
    }
}
