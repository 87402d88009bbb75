//! A table, and what it says of itself.

use std::fmt;

use super::column::LakeColumn;
use super::datum::Datum;
use crate::model::{Day, RegisterName, TimeZone};
use crate::report::Readers;
use crate::text::Text;

/// Takes a row in.
pub type AddRow<'s> = dyn FnMut(&[Datum<'_>]) -> Result<(), Text> + 's;

/// Hands over rows, one after the other: no more of what they are made of has to be at hand than one of them needs.
pub type LakeRows<'a> = Box<dyn FnOnce(&mut AddRow<'_>) -> Result<(), Text> + Send + 'a>;

/// Rows that are made of what is at hand.
pub(super) fn each<'a>(mut rows: impl Iterator<Item = Vec<Datum<'a>>> + Send + 'a) -> LakeRows<'a> {
    Box::new(move |add| rows.try_for_each(|row| add(&row)))
}

/// Of what a lake tells.
#[derive(Debug, Clone)]
pub struct LakeStamp {
    /// For whom.
    pub readers: Readers,
    /// The division code of the district.
    pub district: String,
    /// The name of the register, where it has one.
    pub register: Option<RegisterName>,
    /// The zone of its moments.
    pub zone: TimeZone,
    /// The commit that was read.
    pub commit: String,
    /// The day as of which it is judged.
    pub as_of: Day,
}

impl LakeStamp {
    /// How files and tables lie and what their columns are; raised when a reader of an older lake would misread it.
    pub const FORMAT: u32 = 1;

    /// What every file says of itself.
    #[must_use]
    pub fn words(&self) -> Vec<(&'static str, String)> {
        let Self { readers, district, register, zone, commit, as_of } = self;
        let mut words = vec![
            ("liandong.format", Self::FORMAT.to_string()),
            ("liandong.version", env!("CARGO_PKG_VERSION").to_owned()),
            ("liandong.edition", readers.id().to_owned()),
            ("liandong.district", district.clone()),
            ("liandong.commit", commit.clone()),
            ("liandong.as_of", as_of.to_string()),
            ("liandong.time_zone", zone.to_string()),
        ];
        words.extend(register.map(|name| ("liandong.register", name.to_string())));
        words
    }
}

/// From what a table is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableBasis {
    /// From the records of its kind and year alone.
    Records,
    /// From all records and the day: it is made anew though no record of it changed.
    Day,
}

/// A table of one district, of one year where it has one.
pub struct LakeTable<'a> {
    /// What it is called: the folder of its kind, or what it tells.
    pub name: &'static str,
    /// The year.
    pub year: Option<u16>,
    /// Its columns.
    pub columns: Vec<LakeColumn>,
    /// From what it is made.
    pub basis: TableBasis,
    /// Its rows.
    pub rows: LakeRows<'a>,
}

impl LakeTable<'_> {
    /// The file below the folder of the district, as engines read partitions from paths.
    #[must_use]
    pub fn file(&self) -> String {
        let name = self.name;
        self.year
            .map_or_else(|| format!("table={name}/part-0.parquet"), |year| format!("table={name}/year={year}/part-0.parquet"))
    }

    /// What its columns are, for whoever reads the file.
    #[must_use]
    pub fn described(&self) -> String {
        self.columns.iter().map(LakeColumn::described).collect::<serde_json::Value>().to_string()
    }
}

impl fmt::Debug for LakeTable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LakeTable").field("file", &self.file()).field("columns", &self.columns).finish_non_exhaustive()
    }
}
