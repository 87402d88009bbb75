//! git's index as it lies in its file (gitformat-index(5)): entries of the paths that are filed follow, all others stay byte by
//! byte as they are. libgit2's index costs 300 ms a filing at 100,000 records; gix's reads fast and drops the
//! extensions that others wrote.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use git2::Oid;
use sha1::{Digest as _, Sha1};

use super::cache_tree;
use super::disk::{Disk, permissions};
use super::lock::own;
use super::refused::Refused;
use crate::platform::{FileStat, stat};

const SIGNATURE: &[u8] = b"DIRC";
const HEADER: usize = 12;
const HASH: usize = 20;
/// What every entry has before its flags: times, device, inode, mode, owner, size and object.
const STAT: usize = 60;
const MTIME: usize = 8;
const INODE: usize = 20;
const SIZE: usize = 36;
const OBJECT: usize = 40;
/// In the flags: there are more of them; the stage of a conflict; the length of the name, as far as it fits.
const EXTENDED: u16 = 1 << 14;
const STAGE: u16 = 0b11 << 12;
const LENGTH: usize = 0xFFF;
/// The longest path of any system; in version 4 names could else grow by what they share without end.
const LONGEST: usize = 4096;
/// In the extended flags: of this path only the name is staged.
const NAME_ONLY: u16 = 1 << 13;

/// An entry of the file.
struct IndexEntry {
    /// Where it begins in the file, and where what follows its name does.
    bytes: Range<usize>,
    /// Its name, in [`Staging::names`].
    name: Range<usize>,
    flags: u16,
    extended: u16,
}

/// The index, read under its lock.
pub(super) struct Staging {
    file: PathBuf,
    bytes: Vec<u8>,
    version: u32,
    entries: Vec<IndexEntry>,
    names: Vec<u8>,
    /// git's own note of the trees that the index amounts to.
    trees: Vec<u8>,
    /// The second in which the file was written: what was written to the work tree no earlier may have changed since git looked.
    written: u32,
    /// What is to become of paths: their entry, or none.
    edits: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
}

impl Staging {
    pub(super) fn read(git: &Path) -> Result<Self, Refused> {
        let file = git.join("index");
        let bytes = match fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => empty(),
            Err(error) => return Err(Refused::disk(&file, error)),
        };
        let written = fs::metadata(&file).and_then(|found| found.modified()).ok();
        let written = written.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        #[expect(clippy::cast_possible_truncation, reason = "git's own truncation")]
        let written = written.map_or(0, |time| time.as_secs() as u32);
        let (version, trees) = (0, Vec::new());
        let mut staging =
            Self { file, bytes, version, entries: Vec::new(), names: Vec::new(), trees, written, edits: BTreeMap::new() };
        staging.parse()?;
        Ok(staging)
    }

    fn parse(&mut self) -> Result<(), Refused> {
        let end = self.bytes.len().checked_sub(HASH).filter(|end| *end >= HEADER).ok_or_else(broken)?;
        let (content, hash) = self.bytes.split_at(end);
        // git may be told to leave the hash out (index.skipHash).
        if hash.iter().any(|byte| *byte != 0) && Sha1::digest(content).as_slice() != hash {
            return Err(broken());
        }
        if !content.starts_with(SIGNATURE) {
            return Err(broken());
        }
        self.version = word(content, 4)?;
        if !(2..=4).contains(&self.version) {
            return Err(broken());
        }
        let count = word(content, 8)? as usize;
        // No more than the file can hold: a number that lies reserves nothing.
        self.entries.reserve(count.min(end / STAT));
        let mut at = HEADER;
        for _ in 0..count {
            let entry = entry(content, at, self.version, &mut self.names, self.entries.last())?;
            at = entry.bytes.end;
            self.entries.push(entry);
        }
        self.trees = trees(content, at)?;
        if self.entries.iter().any(|entry| entry.flags & STAGE != 0) {
            return Err(Refused::Conflicts);
        }
        // Entries are found by bisection: out of order, one would be found twice or not at all.
        let name = |entry: &IndexEntry| &self.names[entry.name.clone()];
        if self.entries.is_sorted_by(|a, b| name(a) < name(b)) { Ok(()) } else { Err(broken()) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn find(&self, path: &[u8]) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| self.name(entry).cmp(path))
    }

    fn name(&self, entry: &IndexEntry) -> &[u8] {
        &self.names[entry.name.clone()]
    }

    /// The entries below a folder, empty or ending in `/`: whoever asks of all its files looks among those alone.
    pub(super) fn below(&self, folder: &str) -> StagedFolder<'_> {
        let folder = folder.as_bytes();
        let first = self.entries.partition_point(|entry| self.name(entry) < folder);
        let rest = &self.entries[first..];
        let count = rest.partition_point(|entry| self.name(entry).starts_with(folder));
        StagedFolder { staging: self, entries: &rest[..count], above: folder.len() }
    }

    /// What is staged at a path.
    pub(super) fn id(&self, path: &str) -> Option<Oid> {
        let entry = &self.entries[self.find(path.as_bytes()).ok()?];
        let object = &self.bytes[entry.bytes.start + OBJECT..][..HASH];
        (entry.extended & NAME_ONLY == 0).then(|| Oid::from_bytes(object).ok())?
    }

    /// Stages what lies at a path of the work tree, or that nothing does.
    pub(super) fn stage(&mut self, root: &Path, path: &str, entry: Option<(Oid, u32)>) {
        let entry = entry.map(|(id, mode)| described(&root.join(path), id, mode, path.len()));
        self.edits.insert(path.as_bytes().to_vec(), entry);
    }

    /// Puts it in the place of git's index. The caller holds the lock.
    pub(super) fn write(self, disk: &Disk, git: &Path) -> Result<(), Refused> {
        let beside = own(git).join("index");
        disk.create(&beside, &self.edited(), permissions(&self.file))?;
        disk.rename(&beside, &self.file)?;
        disk.sync_folder(git)
    }

    /// The file with its edits.
    fn edited(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.bytes.len() + 4096);
        out.extend_from_slice(&self.bytes[..HEADER]);
        let (mut count, mut last) = (0_u32, &[][..]);
        let mut edits = self.edits.iter().peekable();
        let mut put = |name, fixed: Option<&[u8]>, out: &mut Vec<u8>| {
            let Some(fixed) = fixed else { return };
            self.put(out, fixed, name, last);
            last = name;
            count += 1;
        };
        for found in &self.entries {
            let name = &self.names[found.name.clone()];
            while let Some((path, new)) = edits.next_if(|(path, _)| path.as_slice() < name) {
                put(path, new.as_deref(), &mut out);
            }
            if let Some((path, new)) = edits.next_if(|(path, _)| path.as_slice() == name) {
                put(path, new.as_deref(), &mut out);
                continue;
            }
            let start = out.len();
            put(name, Some(&self.bytes[found.bytes.start..][..fixed(found)]), &mut out);
            self.distrust(&mut out[start..]);
        }
        for (path, new) in edits {
            put(path, new.as_deref(), &mut out);
        }
        out[8..HEADER].copy_from_slice(&count.to_be_bytes());
        let trees = cache_tree::without(&self.trees, self.edits.keys().map(Vec::as_slice));
        if let (Some(trees), Ok(length)) = (&trees, u32::try_from(trees.as_ref().map_or(0, Vec::len))) {
            out.extend_from_slice(b"TREE");
            out.extend_from_slice(&length.to_be_bytes());
            out.extend_from_slice(trees);
        }
        let hash = Sha1::digest(&out);
        out.extend_from_slice(&hash);
        out
    }

    /// One entry: what comes before its name, its name, and what ends it.
    fn put(&self, out: &mut Vec<u8>, fixed: &[u8], name: &[u8], last: &[u8]) {
        let start = out.len();
        out.extend_from_slice(fixed);
        if self.version < 4 {
            out.extend_from_slice(name);
            // One to eight zeros, up to a multiple of eight.
            let length = out.len() - start;
            out.resize(start + (length + 8) / 8 * 8, 0);
            return;
        }
        let shared = name.iter().zip(last).take_while(|(a, b)| a == b).count();
        varint(last.len() - shared, out);
        out.extend_from_slice(&name[shared..]);
        out.push(0);
    }

    /// What was written in the moment of the old index or later may have changed since, and the new index would be too young to
    /// tell: of no size, git looks again.
    fn distrust(&self, entry: &mut [u8]) {
        if word(entry, MTIME).is_ok_and(|time| time >= self.written) {
            entry[SIZE..SIZE + 4].fill(0);
        }
    }
}

/// What is staged below a folder.
pub(super) struct StagedFolder<'s> {
    staging: &'s Staging,
    entries: &'s [IndexEntry],
    /// How long the path of the folder is.
    above: usize,
}

impl StagedFolder<'_> {
    /// Whether a file of the folder is as git saw it when it last knew it to hold an object, so that it need not be read again: by its
    /// times, its number and its size, and long enough before the index was written for a later change to show. Not by its device: git
    /// goes by none either, and what libgit2 checks out, as a clone is made, is said to lie on the device 0.
    pub(super) fn is_as_seen(&self, name: &[u8], id: Oid, found: &Metadata) -> bool {
        let named = |entry: &IndexEntry| self.staging.name(entry)[self.above..].cmp(name);
        let Ok(at) = self.entries.binary_search_by(named) else { return false };
        let found_entry = &self.entries[at];
        let entry = &self.staging.bytes[found_entry.bytes.start..];
        let is_settled = word(entry, MTIME).is_ok_and(|time| time < self.staging.written);
        let now = low_words(found).map(|words| words.map(u32::to_be_bytes));
        let is_same = now.is_some_and(|[ctime, ctime_ns, mtime, mtime_ns, _, ino, _, _, size]| {
            let times = [ctime, ctime_ns, mtime, mtime_ns];
            entry.starts_with(times.as_flattened()) && entry[INODE..][..4] == ino && entry[SIZE..OBJECT] == size
        });
        is_settled && is_same && found_entry.extended & NAME_ONLY == 0 && entry[OBJECT..][..HASH] == *id.as_bytes()
    }
}

/// An index of nothing.
fn empty() -> Vec<u8> {
    let mut bytes = [SIGNATURE, &2_u32.to_be_bytes(), &0_u32.to_be_bytes()].concat();
    let hash = Sha1::digest(&bytes);
    bytes.extend_from_slice(&hash);
    bytes
}

fn broken() -> Refused {
    Refused::Broken("index".to_owned())
}

fn word(bytes: &[u8], at: usize) -> Result<u32, Refused> {
    let found = bytes.get(at..at + 4).and_then(|found| found.try_into().ok());
    found.map(u32::from_be_bytes).ok_or_else(broken)
}

fn half(bytes: &[u8], at: usize) -> Result<u16, Refused> {
    let found = bytes.get(at..at + 2).and_then(|found| found.try_into().ok());
    found.map(u16::from_be_bytes).ok_or_else(broken)
}

/// How many bytes of an entry stand before its name.
fn fixed(entry: &IndexEntry) -> usize {
    if entry.flags & EXTENDED == 0 { STAT + 2 } else { STAT + 4 }
}

/// The entry that begins at a place; its name goes to the names.
fn entry(content: &[u8], at: usize, version: u32, names: &mut Vec<u8>, last: Option<&IndexEntry>) -> Result<IndexEntry, Refused> {
    let flags = half(content, at + STAT)?;
    let extended = if flags & EXTENDED == 0 { 0 } else { half(content, at + STAT + 2)? };
    let mut found = IndexEntry { bytes: at..at, name: names.len()..names.len(), flags, extended };
    let mut from = at + fixed(&found);
    if version == 4 {
        let (cut, length) = read_varint(content.get(from..).ok_or_else(broken)?)?;
        from += length;
        let before = last.map_or(0..0, |last| last.name.clone());
        let kept = before.len().checked_sub(cut).ok_or_else(broken)?;
        names.extend_from_within(before.start..before.start + kept);
    }
    let rest = content.get(from..).ok_or_else(broken)?;
    let length = rest.iter().position(|byte| *byte == 0).ok_or_else(broken)?;
    names.extend_from_slice(&rest[..length]);
    found.name.end = names.len();
    if found.name.len() > LONGEST {
        return Err(broken());
    }
    let end = if version == 4 { from + length + 1 } else { at + (from - at + length + 8) / 8 * 8 };
    found.bytes.end = end;
    if end <= content.len() { Ok(found) } else { Err(broken()) }
}

/// git's note of the trees. Other extensions are optional, and git makes them anew, but for those that change what entries mean.
fn trees(content: &[u8], mut at: usize) -> Result<Vec<u8>, Refused> {
    let mut trees = Vec::new();
    while at < content.len() {
        let name = content.get(at..at + 4).ok_or_else(broken)?;
        let length = word(content, at + 4)? as usize;
        let data = content.get(at + 8..).and_then(|rest| rest.get(..length)).ok_or_else(broken)?;
        match name {
            b"TREE" => data.clone_into(&mut trees),
            b"link" => return Err(Refused::SplitIndex),
            b"sdir" => return Err(Refused::Sparse),
            [first, ..] if !first.is_ascii_uppercase() => return Err(broken()),
            _ => {}
        }
        at += 8 + length;
    }
    Ok(trees)
}

/// A number as version 4 writes it: seven bits a byte, the most significant first, each continuation counting from one.
fn varint(mut number: usize, out: &mut Vec<u8>) {
    let seven = |number: usize| u8::try_from(number & 0x7F).unwrap_or_default();
    let mut bytes = vec![seven(number)];
    while number > 0x7F {
        number = (number >> 7) - 1;
        bytes.push(0x80 | seven(number));
    }
    out.extend(bytes.iter().rev());
}

fn read_varint(bytes: &[u8]) -> Result<(usize, usize), Refused> {
    let mut number = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(4) {
        number = (number << 7) | usize::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return Ok((number, at + 1));
        }
        number += 1;
    }
    Err(broken())
}

/// What comes before the name in an entry, with what the file system says of the file, so that git need not read it again.
fn described(file: &Path, id: Oid, mode: u32, name: usize) -> Vec<u8> {
    let [ctime, ctime_ns, mtime, mtime_ns, dev, ino, uid, gid, size] = seen_now(file);
    let words = [ctime, ctime_ns, mtime, mtime_ns, dev, ino, mode, uid, gid, size];
    let mut entry: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
    entry.extend_from_slice(id.as_bytes());
    let length = u16::try_from(name.min(LENGTH)).unwrap_or(u16::MAX);
    entry.extend_from_slice(&length.to_be_bytes());
    entry
}

/// What the system says of a file; where it says nothing, git finds out when it looks next.
fn seen_now(file: &Path) -> [u32; 9] {
    fs::symlink_metadata(file).ok().and_then(|found| low_words(&found)).unwrap_or_default()
}

/// Times, device, inode, owner and size, the low 32 bits of each; none where the system has no such thing.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "git's own truncation")]
fn low_words(found: &Metadata) -> Option<[u32; 9]> {
    let FileStat { changed, modified, device, inode, user, group } = stat(found)?;
    let [changed, modified] = [changed, modified].map(|(seconds, nanos)| [seconds as u32, nanos as u32]);
    Some([changed[0], changed[1], modified[0], modified[1], device as u32, inode as u32, user, group, found.len() as u32])
}
