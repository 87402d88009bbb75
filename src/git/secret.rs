//! What only this user on this computer knows: by it the program's own notes in a git folder are told from those that somebody else
//! put there. It lies in the user's own folder, and is made when the first note is. Keys of other things lie beside it, each by its name.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use super::real_folder::RealFolder;
use super::refused::Refused;
use crate::platform::{is_open, make_private_folder};

const FILE: &str = "secret";
const LENGTH: usize = 32;

/// Where this user's secret is kept; without such a place it lasts as long as the process.
static PLACE: OnceLock<PathBuf> = OnceLock::new();
static FLEETING: OnceLock<Secret> = OnceLock::new();

/// Says where this user's own state is kept: an absolute path that no register decides. The first word counts.
pub fn keep_state_in(folder: PathBuf) {
    let _ = PLACE.set(folder);
}

/// Where something of this user's has its place by its name; without a place for such things, nowhere.
pub fn state_place(name: &str) -> Option<PathBuf> {
    PLACE.get().map(|folder| folder.join(name))
}

/// The secret.
#[derive(Clone, Copy)]
pub(super) struct Secret([u8; LENGTH]);

impl Secret {
    /// The secret, where there is one: nothing can have been sealed without.
    pub(super) fn known() -> Result<Option<Self>, Refused> {
        Self::known_as(FILE)
    }

    /// The secret, made where there is none.
    pub(super) fn made() -> Result<Self, Refused> {
        Self::made_as(FILE)
    }

    /// What is kept under a name.
    pub(super) fn known_as(file: &str) -> Result<Option<Self>, Refused> {
        match PLACE.get() {
            Some(folder) if folder.is_dir() => read(folder, file),
            Some(_) => Ok(None),
            None => fleeting().map(Some),
        }
    }

    /// What is kept under a name, made where there is nothing.
    pub(super) fn made_as(file: &str) -> Result<Self, Refused> {
        let Some(folder) = PLACE.get() else { return fleeting() };
        if let Some(known) = Self::known_as(file)? {
            return Ok(known);
        }
        make(folder, file)?;
        read(folder, file)?.ok_or_else(|| Refused::Foreign(folder.join(file)))
    }

    /// What seals some parts, none of which can pass for a piece of another.
    pub(super) fn seal(&self, parts: &[&[u8]]) -> String {
        let digits: Vec<String> = self.mac(parts).finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        digits.concat()
    }

    /// Whether that seals them.
    pub(super) fn is_seal(&self, seal: &str, parts: &[&[u8]]) -> bool {
        let byte = |at: usize| seal.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let bytes: Option<Vec<u8>> = (0..seal.len()).step_by(2).map(byte).collect();
        bytes.is_some_and(|bytes| self.mac(parts).verify_slice(&bytes).is_ok())
    }

    fn mac(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        // A key of any length is taken; the one that the type's default stands for is never used.
        let mut mac = <Hmac<Sha256> as hmac::Mac>::new(&self.0.into_iter().chain([0; 32]).collect());
        for part in parts {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        mac
    }
}

fn fleeting() -> Result<Secret, Refused> {
    let drawn = drawn()?;
    Ok(*FLEETING.get_or_init(|| drawn))
}

fn drawn() -> Result<Secret, Refused> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(|error| Refused::Broken(error.to_string()))?;
    Ok(Secret(bytes))
}

/// A secret that others may read is none.
fn read(folder: &Path, file: &str) -> Result<Option<Secret>, Refused> {
    let Some(bytes) = RealFolder::open(folder)?.read(file)? else { return Ok(None) };
    let path = folder.join(file);
    match <[u8; LENGTH]>::try_from(bytes) {
        Ok(bytes) if is_private(&path) => Ok(Some(Secret(bytes))),
        _ => Err(Refused::Foreign(path)),
    }
}

/// Two who make it at once get the same one: the first.
fn make(folder: &Path, name: &str) -> Result<(), Refused> {
    let failed = |error| Refused::disk(folder, error);
    make_private_folder(folder).map_err(failed)?;
    let mut file = tempfile::Builder::new().prefix(".secret-").tempfile_in(folder).map_err(failed)?;
    file.write_all(&drawn()?.0).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    match file.persist_noclobber(folder.join(name)) {
        Err(failure) if failure.error.kind() != std::io::ErrorKind::AlreadyExists => Err(failed(failure.error)),
        _ => Ok(()),
    }
}

fn is_private(file: &Path) -> bool {
    std::fs::symlink_metadata(file).is_ok_and(|found| !is_open(&found, 0o077))
}
