//! What the folder of a district says of itself: of which commit it tells, and by which bytes each file is known.

use serde::{Deserialize, Serialize};

use super::folder::District;
use crate::ops::Result;
use crate::report::lake::LakeStamp;

const FILE: &str = "_manifest.json";

/// The same.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Manifest {
    version: u32,
    /// The version of the program that wrote it.
    program: String,
    pub(super) district: String,
    /// What the mechanism is called.
    pub(super) title: String,
    /// The name of the register, where it has one.
    pub(super) register: Option<String>,
    /// The commit of which all files together tell.
    pub(super) commit: String,
    as_of: String,
    /// What decides how rows look besides the records; sealed with the lake's key, so that no word can be guessed by it.
    pub(super) fingerprint: String,
    /// How many files of the register could not be read: what they hold is missing.
    unread: usize,
    pub(super) files: Vec<LakeFile>,
}

/// A file of a table.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct LakeFile {
    /// Its path below the folder of the district.
    pub(super) path: String,
    pub(super) rows: usize,
    pub(super) sha256: String,
    /// The commit that was exported when it was written.
    pub(super) commit: String,
}

impl Manifest {
    pub(super) fn new(stamp: &LakeStamp, title: &str, fingerprint: String, unread: usize) -> Self {
        Self {
            version: LakeStamp::FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            district: stamp.district.clone(),
            title: title.to_owned(),
            register: stamp.register.map(|name| name.to_string()),
            commit: stamp.commit.clone(),
            as_of: stamp.as_of.to_string(),
            fingerprint,
            unread,
            files: Vec::new(),
        }
    }

    /// The same of these files.
    pub(super) fn of(self, files: Vec<LakeFile>) -> Self {
        Self { files, ..self }
    }

    /// What is there. One that cannot be understood is none: all is written anew.
    pub(super) fn read(district: &District) -> Option<Self> {
        let found: Self = serde_json::from_slice(&district.read(FILE)?).ok()?;
        (found.version == LakeStamp::FORMAT).then_some(found)
    }

    pub(super) fn write(&self, district: &District) -> Result<()> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        district.put(FILE, &bytes)
    }
}
