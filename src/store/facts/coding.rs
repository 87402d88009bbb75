//! The bytes of a cache of facts. Whoever can write the file can write anything into it: nothing here trusts a number or a length, and
//! what is not exactly as this program writes it is no cache at all.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::KnownFile;
use super::stamp::{FileStamp, FileTime, pack_time, unpack_time};
use crate::git::Id;
use crate::model::{
    Day, DocNumber, Facts, FiledPath, Kind, MineId, Number, Packed, Packer, RecordPath, Reference, UnitId, Value as _,
};

const MAGIC: &[u8] = b"liandong facts 3\n";
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
    body.out.number(known.clone().count() as u64);
    known.for_each(|file| body.file(file));
    let mut head = Encoder::default();
    head.out.bytes.extend_from_slice(MAGIC);
    head.out.bytes.extend_from_slice(key);
    pack_time(read_at, &mut head.out);
    let mut names: Vec<(&str, u64)> = body.names.into_iter().collect();
    names.sort_unstable_by_key(|(_, at)| *at);
    head.out.number(names.len() as u64);
    for (name, _) in names {
        head.out.text(name);
    }
    let mut bytes = head.out.bytes;
    bytes.extend_from_slice(&body.out.bytes);
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
    let mut decoder = Decoder { packed: Packed { rest }, units: Vec::new(), mines: Vec::new() };
    let read_at = unpack_time(&mut decoder.packed)?;
    for _ in 0..decoder.packed.count(1)? {
        let name = decoder.packed.text()?;
        decoder.units.push(name.parse().ok()?);
        decoder.mines.push(name.parse().ok()?);
    }
    let count = decoder.packed.count(LEAST)?;
    let mut files: Vec<KnownFile> = Vec::with_capacity(count);
    for _ in 0..count {
        let file = decoder.file()?;
        if files.last().is_some_and(|last| last.path >= file.path) {
            return None;
        }
        files.push(file);
    }
    decoder.packed.rest.is_empty().then_some((read_at, files))
}

#[derive(Default)]
struct Encoder<'a> {
    out: Packer,
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
        self.out.byte(flags);
        self.out.bytes.extend_from_slice(&file.blob.map_or([0; 20], Id::bytes));
        if let Some(stamp) = file.stamp {
            stamp.pack(&mut self.out);
        }
        if let Some(facts) = facts {
            self.facts(facts);
        }
    }

    fn facts(&mut self, facts: &'a Facts) {
        if let Some(on) = facts.on {
            on.pack(&mut self.out);
        }
        self.out.number(facts.cites.len() as u64);
        for reference in &facts.cites {
            self.path(&reference.record);
            self.out.number(reference.part.unwrap_or_default().into());
        }
        self.out.number(facts.mines.len() as u64);
        facts.mines.iter().for_each(|mine| self.name(mine.as_str()));
        self.out.number(facts.numbers.len() as u64);
        facts.numbers.iter().for_each(|number| self.out.text(number.as_str()));
    }

    fn path(&mut self, path: &'a RecordPath) {
        let kind = path.kind();
        let place = Kind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
        self.out.byte(u8::try_from(place).unwrap_or(u8::MAX));
        match path {
            RecordPath::Single(_) => {}
            RecordPath::OfUnit(_, unit) => self.name(unit.as_str()),
            RecordPath::Calendar(year) => self.out.number((*year).into()),
            RecordPath::Mine(mine) => self.name(mine.as_str()),
            RecordPath::Licences(mine, unit) => [mine.as_str(), unit.as_str()].into_iter().for_each(|name| self.name(name)),
            RecordPath::Filed(FiledPath { year, unit, number, .. }) => {
                self.out.number((*year).into());
                self.name(unit.as_str());
                self.out.number(number.series().into());
                self.out.number(number.serial().into());
            }
        }
    }

    fn name(&mut self, name: &'a str) {
        let next = self.names.len() as u64;
        let at = *self.names.entry(name).or_insert(next);
        self.out.number(at);
    }
}

struct Decoder<'a> {
    packed: Packed<'a>,
    /// The ids of the file, as both of what they may be.
    units: Vec<UnitId>,
    mines: Vec<MineId>,
}

impl Decoder<'_> {
    fn file(&mut self) -> Option<KnownFile> {
        let path = self.path()?;
        let flags = self.packed.byte()?;
        let blob = Some(Id::from_bytes(self.packed.array()?));
        let stamp = if flags & HAS_STAMP == 0 { None } else { Some(FileStamp::unpack(&mut self.packed)?) };
        let facts = if flags & READABLE == 0 { None } else { Some(self.facts(flags)?) };
        Some(KnownFile { path, stamp, blob, facts })
    }

    fn facts(&mut self, flags: u8) -> Option<Facts> {
        let on = if flags & HAS_DAY == 0 { None } else { Some(Day::unpack(&mut self.packed)?) };
        Some(Facts {
            on,
            cites: self.list(3, Self::reference)?,
            mines: self.list(1, Self::mine)?,
            numbers: self.list(1, |decoder| decoder.packed.text()?.parse::<DocNumber>().ok())?,
            stops_mine: flags & STOPS_MINE != 0,
        })
    }

    fn reference(&mut self) -> Option<Reference> {
        let record = self.path().filter(|path| matches!(path, RecordPath::Filed(_) | RecordPath::Mine(_)))?;
        let part = u32::try_from(self.packed.number()?).ok()?;
        Some(Reference { record, part: (part > 0).then_some(part) })
    }

    fn path(&mut self) -> Option<RecordPath> {
        let kind = *Kind::ALL.get(usize::from(self.packed.byte()?))?;
        Some(match kind {
            Kind::Calendar => RecordPath::Calendar(self.year()?),
            Kind::Mine => RecordPath::Mine(self.mine()?),
            Kind::Licences => RecordPath::Licences(self.mine()?, self.unit()?),
            kind if kind.is_single() => RecordPath::Single(kind),
            kind if kind.is_of_unit() => RecordPath::OfUnit(kind, self.unit()?),
            kind => {
                let (year, unit) = (self.year()?, self.unit()?);
                let (series, serial) = (u8::try_from(self.packed.number()?).ok()?, u32::try_from(self.packed.number()?).ok()?);
                RecordPath::Filed(FiledPath { kind, year, unit, number: Number::new(series, serial)? })
            }
        })
    }

    fn year(&mut self) -> Option<u16> {
        let year = u16::try_from(self.packed.number()?).ok()?;
        (1949..=2199).contains(&year).then_some(year)
    }

    fn unit(&mut self) -> Option<UnitId> {
        let at = usize::try_from(self.packed.number()?).ok()?;
        self.units.get(at).cloned()
    }

    fn mine(&mut self) -> Option<MineId> {
        let at = usize::try_from(self.packed.number()?).ok()?;
        self.mines.get(at).cloned()
    }

    fn list<T>(&mut self, least: usize, read: impl Fn(&mut Self) -> Option<T>) -> Option<Box<[T]>> {
        let count = self.packed.count(least)?;
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            list.push(read(self)?);
        }
        Some(list.into())
    }
}
