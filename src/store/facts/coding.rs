//! The bytes of a cache of facts. Whoever can write the file can write anything into it: nothing here trusts a number or a length, and
//! what is not exactly as this program writes it is no cache at all.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::KnownFile;
use super::stamp::{FileStamp, FileTime};
use crate::git::Id;
use crate::model::{Day, DocNumber, Facts, FiledPath, Kind, MineId, Number, RecordPath, Reference, UnitId};

const MAGIC: &[u8] = b"liandong facts 2\n";
const CHECKSUM: usize = 32;
/// A file in the cache has at least so many bytes; a count that lies reserves no more than the file could hold.
const LEAST: usize = 24;

/// What a cache is valid for.
pub(super) type CacheKey = [u8; 32];

/// The time from which the files were read, and what is known of them, in the order of paths.
pub(super) type CacheContent = (FileTime, Vec<KnownFile>);

const READABLE: u8 = 1;
const STOPS_MINE: u8 = 1 << 1;
const HAS_DAY: u8 = 1 << 2;
const HAS_STAMP: u8 = 1 << 3;

/// The bytes of a cache. Files whose bytes could not be had are left out: they are tried again.
pub(super) fn encode(key: &CacheKey, read_at: FileTime, files: &[KnownFile]) -> Vec<u8> {
    let mut body = Encoder::default();
    let known = files.iter().filter(|file| file.blob.is_some());
    body.number(known.clone().count() as u64);
    known.for_each(|file| body.file(file));
    let mut head = Encoder::default();
    head.out.extend_from_slice(MAGIC);
    head.out.extend_from_slice(key);
    head.time(read_at);
    let mut names: Vec<(&str, u64)> = body.names.into_iter().collect();
    names.sort_unstable_by_key(|(_, at)| *at);
    head.number(names.len() as u64);
    for (name, _) in names {
        head.text(name);
    }
    let mut bytes = head.out;
    bytes.extend_from_slice(&body.out);
    bytes.extend_from_slice(&Sha256::digest(&bytes));
    bytes
}

/// What a cache holds; none where it is for another key, damaged, or not as it is written here in any way.
pub(super) fn decode(bytes: &[u8], key: &CacheKey) -> Option<CacheContent> {
    let (content, checksum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM)?)?;
    let rest = content.strip_prefix(MAGIC)?.strip_prefix(key)?;
    if Sha256::digest(content).as_slice() != checksum {
        return None;
    }
    let mut decoder = Decoder { rest, units: Vec::new(), mines: Vec::new() };
    let read_at = decoder.time()?;
    for _ in 0..decoder.count(1)? {
        let name = decoder.text()?;
        decoder.units.push(name.parse().ok()?);
        decoder.mines.push(name.parse().ok()?);
    }
    let count = decoder.count(LEAST)?;
    let mut files: Vec<KnownFile> = Vec::with_capacity(count);
    for _ in 0..count {
        let file = decoder.file()?;
        if files.last().is_some_and(|last| last.path >= file.path) {
            return None;
        }
        files.push(file);
    }
    decoder.rest.is_empty().then_some((read_at, files))
}

#[derive(Default)]
struct Encoder<'a> {
    out: Vec<u8>,
    /// Ids of units and mines, each written once.
    names: HashMap<&'a str, u64>,
}

impl<'a> Encoder<'a> {
    fn file(&mut self, file: &'a KnownFile) {
        let facts = file.facts.as_ref();
        let flag = |is_so: bool, flag: u8| if is_so { flag } else { 0 };
        let flags = flag(facts.is_some(), READABLE)
            | flag(facts.is_some_and(|facts| facts.stops_mine), STOPS_MINE)
            | flag(facts.is_some_and(|facts| facts.on.is_some()), HAS_DAY)
            | flag(file.stamp.is_some(), HAS_STAMP);
        self.path(&file.path);
        self.out.push(flags);
        self.out.extend_from_slice(&file.blob.map_or([0; 20], Id::bytes));
        if let Some(stamp) = file.stamp {
            self.number(stamp.size);
            self.number(stamp.inode);
            self.time(stamp.modified);
            self.time(stamp.changed);
        }
        if let Some(facts) = facts {
            self.facts(facts);
        }
    }

    fn facts(&mut self, facts: &'a Facts) {
        if let Some(on) = facts.on {
            let [month, day] = [on.month(), on.day()].map(|part| u8::try_from(part).unwrap_or_default());
            self.number(on.year().into());
            self.out.extend_from_slice(&[month, day]);
        }
        self.number(facts.cites.len() as u64);
        for reference in &facts.cites {
            self.path(&reference.record);
            self.number(reference.part.unwrap_or_default().into());
        }
        self.number(facts.mines.len() as u64);
        facts.mines.iter().for_each(|mine| self.name(mine.as_str()));
        self.number(facts.numbers.len() as u64);
        facts.numbers.iter().for_each(|number| self.text(number.as_str()));
    }

    fn path(&mut self, path: &'a RecordPath) {
        let kind = path.kind();
        let place = Kind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
        self.out.push(u8::try_from(place).unwrap_or(u8::MAX));
        match path {
            RecordPath::Single(_) => {}
            RecordPath::OfUnit(_, unit) => self.name(unit.as_str()),
            RecordPath::Calendar(year) => self.number((*year).into()),
            RecordPath::Mine(mine) => self.name(mine.as_str()),
            RecordPath::Licences(mine, unit) => [mine.as_str(), unit.as_str()].into_iter().for_each(|name| self.name(name)),
            RecordPath::Filed(FiledPath { year, unit, number, .. }) => {
                self.number((*year).into());
                self.name(unit.as_str());
                self.number(number.series().into());
                self.number(number.serial().into());
            }
        }
    }

    fn name(&mut self, name: &'a str) {
        let next = self.names.len() as u64;
        let at = *self.names.entry(name).or_insert(next);
        self.number(at);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.out.extend_from_slice(text.as_bytes());
    }

    fn time(&mut self, (seconds, nanos): FileTime) {
        self.out.extend_from_slice(&seconds.to_le_bytes());
        self.out.extend_from_slice(&nanos.to_le_bytes());
    }

    /// Seven bits a byte, the lowest first; all but the last byte have the eighth.
    #[expect(clippy::cast_possible_truncation, reason = "seven bits of it are kept")]
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.out.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.out.push(number as u8);
    }
}

struct Decoder<'a> {
    rest: &'a [u8],
    /// The ids of the file, as both of what they may be.
    units: Vec<UnitId>,
    mines: Vec<MineId>,
}

impl<'a> Decoder<'a> {
    fn file(&mut self) -> Option<KnownFile> {
        let path = self.path()?;
        let flags = self.byte()?;
        let blob = Some(Id::from_bytes(self.array()?));
        let stamp = if flags & HAS_STAMP == 0 { None } else { Some(self.stamp()?) };
        let facts = if flags & READABLE == 0 { None } else { Some(self.facts(flags)?) };
        Some(KnownFile { path, stamp, blob, facts })
    }

    fn stamp(&mut self) -> Option<FileStamp> {
        let (size, inode) = (self.number()?, self.number()?);
        Some(FileStamp { size, inode, modified: self.time()?, changed: self.time()? })
    }

    fn facts(&mut self, flags: u8) -> Option<Facts> {
        let on = if flags & HAS_DAY == 0 { None } else { Some(self.day()?) };
        Some(Facts {
            on,
            cites: self.list(3, Self::reference)?,
            mines: self.list(1, Self::mine)?,
            numbers: self.list(1, |decoder| decoder.text()?.parse::<DocNumber>().ok())?,
            stops_mine: flags & STOPS_MINE != 0,
        })
    }

    fn day(&mut self) -> Option<Day> {
        let year = i32::try_from(self.number()?).ok()?;
        let [month, day] = self.array()?;
        Day::new(year, month.into(), day.into())
    }

    fn reference(&mut self) -> Option<Reference> {
        let record = self.path().filter(|path| matches!(path, RecordPath::Filed(_) | RecordPath::Mine(_)))?;
        let part = u32::try_from(self.number()?).ok()?;
        Some(Reference { record, part: (part > 0).then_some(part) })
    }

    fn path(&mut self) -> Option<RecordPath> {
        let kind = *Kind::ALL.get(usize::from(self.byte()?))?;
        Some(match kind {
            Kind::Calendar => RecordPath::Calendar(self.year()?),
            Kind::Mine => RecordPath::Mine(self.mine()?),
            Kind::Licences => RecordPath::Licences(self.mine()?, self.unit()?),
            kind if kind.is_single() => RecordPath::Single(kind),
            kind if kind.is_of_unit() => RecordPath::OfUnit(kind, self.unit()?),
            kind => {
                let (year, unit) = (self.year()?, self.unit()?);
                let (series, serial) = (u8::try_from(self.number()?).ok()?, u32::try_from(self.number()?).ok()?);
                RecordPath::Filed(FiledPath { kind, year, unit, number: Number::new(series, serial)? })
            }
        })
    }

    fn year(&mut self) -> Option<u16> {
        let year = u16::try_from(self.number()?).ok()?;
        (1949..=2199).contains(&year).then_some(year)
    }

    fn unit(&mut self) -> Option<UnitId> {
        let at = usize::try_from(self.number()?).ok()?;
        self.units.get(at).cloned()
    }

    fn mine(&mut self) -> Option<MineId> {
        let at = usize::try_from(self.number()?).ok()?;
        self.mines.get(at).cloned()
    }

    fn list<T>(&mut self, least: usize, read: impl Fn(&mut Self) -> Option<T>) -> Option<Box<[T]>> {
        let count = self.count(least)?;
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            list.push(read(self)?);
        }
        Some(list.into())
    }

    /// How many follow, of at least so many bytes each: never more than there can be.
    fn count(&mut self, least: usize) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len() / least).then_some(count)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.count(1)?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    fn time(&mut self) -> Option<FileTime> {
        Some((i64::from_le_bytes(self.array()?), u32::from_le_bytes(self.array()?)))
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            // The tenth byte has room for one bit.
            number |= bits.checked_shl(shift).filter(|shifted| shifted >> shift == bits)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn byte(&mut self) -> Option<u8> {
        let [byte] = self.array()?;
        Some(byte)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }
}
