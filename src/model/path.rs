//! The grammar of a register: which paths there are, and what each says. A path gives kind, year, unit and number, so no
//! field of a record repeats them.

use std::fmt;
use std::str::FromStr;

use super::field::Shape;
use super::id::{MineId, UnitId};
use super::kind::Kind;
use super::leaf::Leaf;
use super::value::scalar;
use crate::text::{Text, clean, nearest};
use crate::tr;

/// Where a file of a register lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordPath {
    /// A file of which there is one: `mechanism.toml`.
    Single(Kind),
    /// A file a unit: `people/gongan.toml`.
    OfUnit(Kind, UnitId),
    /// A file a year: `calendar/2025.toml`.
    Calendar(u16),
    /// What the office knows of a mine: `mines/dashan/base.toml`.
    Mine(MineId),
    /// What a unit licenses at a mine: `mines/dashan/ziran.toml`.
    Licences(MineId, UnitId),
    /// A happening: `notices/2025/gongan/003.toml`.
    Filed(FiledPath),
}

/// Where a happening lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiledPath {
    /// What kind of happening.
    pub kind: Kind,
    /// The year in which it was filed; rules count by the dates of facts.
    pub year: u16,
    /// The unit that owns it.
    pub unit: UnitId,
    /// Its number in that folder.
    pub number: Number,
}

/// The number of a happening: the first clone of a unit counts 001, 002 …, the others b001, c001 ….
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// 0 for the plain series, 1 for `b`, 2 for `c` ….
    series: u8,
    serial: u32,
}

impl Number {
    /// The first of all.
    pub(crate) const FIRST: Self = Self { series: 0, serial: 1 };

    /// A number of a series, the plain one being 0.
    #[must_use]
    pub fn new(series: u8, serial: u32) -> Option<Self> {
        (series < 26 && serial > 0 && serial < 1_000_000).then_some(Self { series, serial })
    }

    /// The series, 0 for the plain one.
    #[must_use]
    pub fn series(self) -> u8 {
        self.series
    }

    /// The place in the series, from 1.
    #[must_use]
    pub fn serial(self) -> u32 {
        self.serial
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.series > 0 {
            write!(f, "{}", char::from(b'a' + self.series))?;
        }
        write!(f, "{:03}", self.serial)
    }
}

impl FromStr for Number {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let (series, digits) = match given.bytes().next() {
            Some(letter @ b'b'..=b'z') => (letter - b'a', &given[1..]),
            _ => (0, given),
        };
        // What is not written exactly as it would be printed is another name for the same record.
        let is_canonical = digits.bytes().all(|digit| digit.is_ascii_digit())
            && (digits.len() == 3 || (digits.len() > 3 && !digits.starts_with('0')));
        let serial = if is_canonical { digits.parse().ok() } else { None };
        serial.and_then(|serial| Self::new(series, serial)).ok_or_else(|| {
            let given = clean(given);
            tr!("“{given}”不是编号，应如 003 或 b003"; "\"{given}\" is not a number such as 003 or b003")
        })
    }
}

impl RecordPath {
    /// The kind of record that lies there.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Single(kind) | Self::OfUnit(kind, _) => *kind,
            Self::Calendar(_) => Kind::Calendar,
            Self::Mine(_) => Kind::Mine,
            Self::Licences(..) => Kind::Licences,
            Self::Filed(path) => path.kind,
        }
    }

    /// The unit that writes it; the office (`None`) where no unit does.
    #[must_use]
    pub fn owner(&self) -> Option<&UnitId> {
        match self {
            Self::OfUnit(Kind::People, unit) | Self::Licences(_, unit) => Some(unit),
            Self::Filed(path) => Some(&path.unit),
            _ => None,
        }
    }

    /// The path of the file, with its ending.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{self}.toml")
    }

    /// The record that a file's path names.
    ///
    /// # Errors
    /// Why it is not a path of a register.
    pub fn of_file(file: &str) -> Result<Self, Text> {
        let Some(stem) = file.strip_suffix(".toml") else {
            let file = clean(file);
            return Err(
                tr!("{file} 不是台账的文件（应以 .toml 结尾）"; "{file} is not a file of a register (it should end in .toml)"),
            );
        };
        stem.parse()
    }
}

/// Without the ending: `notices/2025/gongan/003`.
impl fmt::Display for RecordPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Single(kind) => f.write_str(kind.folder()),
            Self::OfUnit(kind, unit) => write!(f, "{}/{unit}", kind.folder()),
            Self::Calendar(year) => write!(f, "calendar/{year}"),
            Self::Mine(mine) => write!(f, "mines/{mine}/base"),
            Self::Licences(mine, unit) => write!(f, "mines/{mine}/{unit}"),
            Self::Filed(path) => path.fmt(f),
        }
    }
}

impl fmt::Display for FiledPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}/{}", self.kind.folder(), self.year, self.unit, self.number)
    }
}

/// The path without its ending.
impl FromStr for RecordPath {
    type Err = Text;

    fn from_str(stem: &str) -> Result<Self, Self::Err> {
        let parts: Vec<&str> = stem.split('/').collect();
        let unknown = || {
            let shown = clean(stem);
            let hint = nearest(parts[0], Kind::ALL.iter().map(|kind| kind.folder()));
            match hint {
                Some(near) => {
                    tr!("台账里没有 {shown} 这样的路径，是不是 {near}…？"; "a register has no path {shown}; did you mean {near}…?")
                }
                None => tr!("台账里没有 {shown} 这样的路径"; "a register has no path {shown}"),
            }
        };
        let kind = Kind::of_folder(parts[0]);
        match (kind, &parts[1..]) {
            (Some(kind), []) if kind.is_single() => Ok(Self::Single(kind)),
            (Some(kind), [unit]) if kind.is_of_unit() => Ok(Self::OfUnit(kind, unit.parse()?)),
            (Some(Kind::Calendar), [year]) => Ok(Self::Calendar(parse_year(year)?)),
            (Some(Kind::Mine), [mine, "base"]) => Ok(Self::Mine(mine.parse()?)),
            (Some(Kind::Mine), [mine, unit]) => Ok(Self::Licences(mine.parse()?, unit.parse()?)),
            (Some(kind), [year, unit, number]) if kind.is_happening() => {
                let (year, unit, number) = (parse_year(year)?, unit.parse()?, number.parse()?);
                Ok(Self::Filed(FiledPath { kind, year, unit, number }))
            }
            _ => Err(unknown()),
        }
    }
}

fn parse_year(given: &str) -> Result<u16, Text> {
    let year = given.parse().ok().filter(|year| (1949..=2199).contains(year) && given.len() == 4);
    year.ok_or_else(|| {
        let given = clean(given);
        tr!("“{given}”不是年份"; "\"{given}\" is not a year")
    })
}

/// What a record points at: another record, a mine, or a numbered part of a record (`…#2`, where 2 is the part's own `no`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The record, a [`RecordPath::Filed`] or [`RecordPath::Mine`].
    pub record: RecordPath,
    /// The number of the part, where a part is meant.
    pub part: Option<u32>,
}

impl Reference {
    /// The record as a whole.
    #[must_use]
    pub fn whole(record: RecordPath) -> Self {
        Self { record, part: None }
    }

    /// A part of the record.
    #[must_use]
    pub fn part(record: RecordPath, no: u32) -> Self {
        Self { record, part: Some(no) }
    }

    /// The happening that it points at, should it be one.
    #[must_use]
    pub fn filed(&self) -> Option<&FiledPath> {
        match &self.record {
            RecordPath::Filed(path) => Some(path),
            _ => None,
        }
    }

    /// The mine that it points at, should it be one.
    #[must_use]
    pub fn mine(&self) -> Option<&MineId> {
        match &self.record {
            RecordPath::Mine(mine) => Some(mine),
            _ => None,
        }
    }
}

impl From<FiledPath> for Reference {
    fn from(path: FiledPath) -> Self {
        Self::whole(RecordPath::Filed(path))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.record {
            RecordPath::Mine(mine) => write!(f, "mines/{mine}")?,
            record => record.fmt(f)?,
        }
        self.part.map_or(Ok(()), |part| write!(f, "#{part}"))
    }
}

impl FromStr for Reference {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let (stem, part) = match given.split_once('#') {
            Some((stem, no)) => (stem, Some(part_number(no)?)),
            None => (given, None),
        };
        let mine = stem.strip_prefix("mines/").filter(|mine| !mine.contains('/'));
        let record = match mine {
            Some(mine) => RecordPath::Mine(mine.parse()?),
            None => stem.parse()?,
        };
        match record {
            RecordPath::Filed(_) => Ok(Self { record, part }),
            RecordPath::Mine(_) if part.is_none() && mine.is_some() => Ok(Self { record, part }),
            _ => {
                let given = clean(given);
                Err(
                    tr!("“{given}”不能被引用，只能引用已登记的事项或矿山"; "\"{given}\" cannot be referred to; refer to what was filed, or to a mine"),
                )
            }
        }
    }
}

fn part_number(given: &str) -> Result<u32, Text> {
    let number = given.parse().ok().filter(|no: &u32| *no > 0 && no.to_string() == given);
    number.ok_or_else(|| {
        let given = clean(given);
        tr!("“#{given}”不是部分的序号，应如 #2"; "\"#{given}\" is not the number of a part, such as #2")
    })
}

scalar!(Reference, Shape::Reference, |reference| Leaf::Reference(reference));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_reads_back() {
        for path in [
            "mechanism",
            "obligations",
            "settings",
            "clauses",
            "bodies",
            "units/gongan",
            "duties/gongan",
            "people/gongan",
            "keys/gongan",
            "calendar/2025",
            "mines/dashan/base",
            "mines/dashan/ziran",
            "plans/2025/yingji/001",
            "notices/2025/gongan/003",
            "notices/2025/gongan/b003",
            "responses/2025/linye/1234",
        ] {
            assert_eq!(path.parse::<RecordPath>().map(|p| p.to_string()), Ok(path.to_owned()));
        }
    }

    #[test]
    fn nothing_else_is_a_path() {
        for path in [
            "",
            "notice/2025/gongan/003",
            "notices/2025/gongan/3",
            "notices/2025/gongan/0003",
            "notices/2025/gongan/a003",
            "notices/25/gongan/003",
            "notices/2025/../003",
            "/notices/2025/gongan/003",
            "notices//gongan/003",
            "mines/dashan",
            "mechanism/x",
            "notices/2025/Gongan/003",
            "units",
            "notices/2025/gongan/000",
            "calendar/2025/x",
        ] {
            assert!(path.parse::<RecordPath>().is_err(), "{path}");
        }
        assert!(RecordPath::of_file("notices/2025/gongan/003.TOML").is_err());
    }

    #[test]
    fn references_point_at_records_and_parts() {
        for reference in ["notices/2025/gongan/003", "meetings/2025/anweiban/001#2", "mines/dashan"] {
            assert_eq!(reference.parse::<Reference>().map(|r| r.to_string()), Ok(reference.to_owned()));
        }
        for bad in
            ["mines/dashan#1", "settings", "meetings/2025/anweiban/001#0", "meetings/2025/anweiban/001#02", "mines/dashan/base"]
        {
            assert!(bad.parse::<Reference>().is_err(), "{bad}");
        }
    }
}
