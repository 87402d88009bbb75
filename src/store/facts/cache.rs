//! Where what is known of files is kept from one command to the next: a file in the user's cache folder for each folder of a register.

use std::fs::{self, File, Metadata};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

use super::KnownFile;
use super::coding::{CacheContent, CacheKey, decode, encode};
use super::stamp::{FileStamp, FileTime};
use crate::git::KeptKey;
use crate::model::limits;
use crate::platform::{file_id, is_open, make_private_folder, owner};

/// By what a build of the program is told from any other.
///
/// Two builds of one version may understand a record differently, and a digest of the program's own file would cost more than a command
/// that uses the cache; so it is what `lstat` says of that file: whoever puts another build in its place changes that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramBuild(String);

impl ProgramBuild {
    /// The build whose file that is; none where nothing is known of the file.
    #[must_use]
    pub fn from_program(program: &Path) -> Option<Self> {
        let found = fs::metadata(program).ok()?;
        let stamp = FileStamp::from_metadata(&found)?;
        Some(Self(format!("{} {} {stamp:?}", env!("CARGO_PKG_VERSION"), file_id(&found))))
    }
}

/// The user's cache: of facts, of records, and of answers that were made of a register.
///
/// It is never in a register, is its user's alone, and is made anew when it is for another user, folder, build or mechanism, or not whole.
/// Nothing fails for want of it: what it does not know is read.
#[derive(Debug, Clone, Default)]
pub struct FactsCache {
    place: Option<(PathBuf, ProgramBuild)>,
}

impl FactsCache {
    /// No cache: everything is read.
    #[must_use]
    pub fn off() -> Self {
        Self::default()
    }

    /// The cache in a folder (an absolute path), which is made where it is not there; off where either is unknown. A folder in the register,
    /// or that is a link, another's, or open to the writing of others, is not used.
    #[must_use]
    pub fn new(folder: Option<PathBuf>, build: Option<ProgramBuild>) -> Self {
        Self { place: folder.zip(build) }
    }

    /// What it holds of facts for the register in `root` whose mechanism has these bytes, and the way to write it. None where there is no
    /// cache.
    pub(super) fn open(&self, root: &Path, mechanism: &[u8]) -> Option<OpenCache> {
        let file = self.file(root, "facts")?;
        let key = digest(&[&file.valid_for, mechanism]).into();
        let content = file.read().and_then(|bytes| decode(&bytes, &key));
        Some(OpenCache { file, key, content })
    }

    /// A file of that name for the register in `root`. None where there is no cache.
    pub(in crate::store) fn file(&self, root: &Path, name: &str) -> Option<CacheFile> {
        let (folder, build) = self.place.as_ref()?;
        let root = root.canonicalize().ok()?;
        let register = fs::metadata(&root).ok()?;
        let there = folder.ancestors().find_map(|above| above.canonicalize().ok())?;
        if there.starts_with(&root) {
            return None;
        }
        make_private_folder(folder).ok()?;
        let found = fs::symlink_metadata(folder).ok().filter(Metadata::is_dir)?;
        // Made before anything is read: its time is that of the file system's own clock, its owner is who runs this program.
        let fresh = tempfile::Builder::new().prefix(".facts-").tempfile_in(folder).ok()?;
        let made = fresh.as_file().metadata().ok()?;
        if owner(&made) != owner(&found) || is_open(&found, 0o022) {
            return None;
        }
        let user = owner(&made);
        let place = root.as_os_str().as_encoded_bytes();
        let file = folder.join(format!("{:x}.{name}", digest(&[user.as_bytes(), place])));
        let valid_for = digest(&[user.as_bytes(), place, file_id(&register).as_bytes(), build.0.as_bytes()]).into();
        let read_at = FileStamp::from_metadata(&made)?.modified;
        Some(CacheFile { file, valid_for, user, fresh, written: 0, read_at })
    }
}

/// A file of the cache while a register is looked at.
pub(in crate::store) struct CacheFile {
    file: PathBuf,
    /// The user, the folder and the build whose it is.
    pub(in crate::store) valid_for: CacheKey,
    user: String,
    fresh: NamedTempFile,
    written: u64,
    /// What is read of files now is read after this.
    pub(in crate::store) read_at: FileTime,
}

/// The cache of facts while a register is looked at.
pub(super) struct OpenCache {
    file: CacheFile,
    key: CacheKey,
    content: Option<CacheContent>,
}

impl OpenCache {
    /// What was known. What a file looked like when it was read is forgotten where it may have been changed once more at the same tick.
    pub(super) fn take(&mut self) -> Vec<KnownFile> {
        let (read_at, mut files) = self.content.take().unwrap_or_default();
        for file in &mut files {
            file.stamp = file.stamp.filter(|stamp| !stamp.is_racy(read_at));
        }
        files
    }

    /// Keeps what is known now. Where that fails everything is read again next time.
    pub(super) fn write(self, files: &[KnownFile]) {
        let bytes = encode(&self.key, self.file.read_at, files);
        self.file.write(&bytes);
    }
}

impl CacheFile {
    /// Writes it whole, or not at all.
    pub(in crate::store) fn write(mut self, bytes: &[u8]) {
        if self.append(bytes) {
            self.finish();
        }
    }

    /// Writes the next bytes of it, unless it grows too large. Nobody sees them before all is there.
    pub(in crate::store) fn append(&mut self, bytes: &[u8]) -> bool {
        self.written += bytes.len() as u64;
        self.written <= limits::CACHE_BYTES && self.fresh.write_all(bytes).is_ok()
    }

    /// Puts what was written in the place of what was there.
    pub(in crate::store) fn finish(self) {
        let _ = self.fresh.persist(&self.file);
    }

    /// What this user's own file holds.
    pub(in crate::store) fn read(&self) -> Option<Vec<u8>> {
        let file = self.open()?;
        let mut bytes = Vec::with_capacity(usize::try_from(file.metadata().ok()?.len()).ok()?);
        file.take(limits::CACHE_BYTES).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// This user's own file.
    pub(in crate::store) fn open(&self) -> Option<File> {
        let found = fs::symlink_metadata(&self.file).ok()?;
        let is_own = found.is_file() && owner(&found) == self.user && !is_open(&found, 0o077);
        if !is_own || found.len() > limits::CACHE_BYTES {
            return None;
        }
        let file = File::open(&self.file).ok()?;
        // What was opened must be what was looked at, and not what has come in its place.
        (file_id(&file.metadata().ok()?) == file_id(&found)).then_some(file)
    }
}

/// A digest of parts, none of which can pass for a piece of another.
pub(in crate::store) fn digest(parts: &[&[u8]]) -> sha2::digest::Output<Sha256> {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    digest.finalize()
}

/// Hexadecimal digits of a seal.
pub(in crate::store) const SEAL: usize = 64;

/// What stands before the seal at the end of some bytes, where it is the one that belongs there.
pub(in crate::store) fn unsealed(bytes: &[u8], seal: impl FnOnce(&[u8]) -> Option<String>) -> Option<&[u8]> {
    let (content, sealed) = bytes.split_at_checked(bytes.len().checked_sub(SEAL)?)?;
    (seal(content)?.as_bytes() == sealed).then_some(content)
}

/// What shows that this user's own program put some parts together: the user's own secret, where there is one.
pub(in crate::store) struct Seals(Option<KeptKey>);

impl Seals {
    /// None where others may read the secret.
    pub(in crate::store) fn of_user() -> Option<Self> {
        KeptKey::of_user().ok().map(Self)
    }

    /// That of some parts, none of which can pass for a piece of another.
    pub(in crate::store) fn seal(&self, parts: &[&[u8]]) -> String {
        self.0.as_ref().map_or_else(|| format!("{:x}", digest(parts)), |key| key.digest(parts))
    }
}
