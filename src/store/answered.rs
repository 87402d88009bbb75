//! Answers that were given before. What a register says, and what its repository does, is known again by what `lstat` tells of every file:
//! where nothing of it has changed, and the same is asked on the same day, the answer is the same.
//!
//! An answer is kept in the user's cache beside the facts, by the same rules, and sealed with the user's own secret over all of which it
//! was made. It is kept only where every file was at rest when it was looked at (git's racy entries).

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Utc};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::facts::{CacheFile, FactsCache, FileStamp, FileTime, Seals, digest, is_racy, unsealed};
use super::foreign::{Foreign, foreign, is_beside};
use super::source::{FoundFile, FoundKind};
use crate::git::RegisterFolder;
use crate::model::RecordPath;
use crate::platform::{device, file_id};

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// The words, as they were shown.
    pub words: Vec<u8>,
    /// How the command ended.
    pub code: u8,
}

/// A question before it is answered: what is asked of which state of a register.
pub struct KnownQuestion {
    file: CacheFile,
    /// All that decides the answer but the day.
    asked: [u8; 32],
    /// When anything of the register or its repository was changed last.
    latest: FileTime,
    now: DateTime<Utc>,
    files: SeenFiles,
}

/// The files of a register as they looked before anything was read: those that its loader finds.
#[derive(Debug, Default)]
pub struct SeenFiles {
    /// In the order of paths, each with its stamp.
    pub(super) found: Vec<FoundFile>,
    /// What is read of them now is read after this.
    pub(super) read_at: FileTime,
}

const MAGIC: &[u8] = b"liandong answer 1\n";
/// Bytes in which the zone stands.
const ZONE: usize = size_of::<i32>();
/// So many answers are kept of a register: each takes the place of another that falls to the same.
const PLACES: u8 = 8;

impl KnownQuestion {
    /// What is asked of a register, in `words` that together decide the answer and how it is shown. None where nothing is kept: there is no
    /// cache or no repository, or something lies there of which `lstat` tells too little.
    ///
    /// Everything that is read for the answer is read after this: the state is that of before.
    #[must_use]
    pub fn of(cache: &FactsCache, root: &RegisterFolder, words: &[&[u8]], now: DateTime<Utc>) -> Option<Self> {
        let words = digest(words);
        let file = cache.file(root, &format!("answer{}", words[0] % PLACES))?;
        let folders = root.git_folders().ok()?;
        let disk = device(&fs::metadata(root).ok()?);
        let folders: BTreeSet<&PathBuf> = folders.iter().collect();
        let repository = || -> Option<Vec<(String, SeenState)>> {
            let seen = |folder: &&PathBuf| {
                let which = format!("{} {}", file_id(&fs::metadata(folder).ok()?), folder.to_str()?);
                Some((which, SeenState::repository(folder, "")?))
            };
            folders.iter().map(seen).collect()
        };
        let (records, repository) = rayon::join(|| SeenState::records(root, "", disk), repository);
        let (mut records, repository) = (records?, repository?);
        let mut parts: Vec<&[u8]> = vec![&file.valid_for, &words, root.as_os_str().as_encoded_bytes(), &records.digest];
        parts.extend(repository.iter().flat_map(|(which, seen)| [which.as_bytes(), &seen.digest]));
        let asked = digest(&parts).into();
        let latest = repository.iter().map(|(_, seen)| seen.latest).fold(records.latest, FileTime::max);
        // Each folder's are in order already: the sort only merges.
        records.found.par_sort_by(|one, other| one.path.cmp(&other.path));
        let files = SeenFiles { found: records.found, read_at: file.read_at };
        Some(Self { file, asked, latest, now, files })
    }

    /// The files that were seen, for whoever reads them: they need not be looked for once more.
    #[must_use]
    pub fn take_files(&mut self) -> SeenFiles {
        std::mem::take(&mut self.files)
    }

    /// What was answered before to the same.
    #[must_use]
    pub fn answered(&self) -> Option<KeptAnswer> {
        let bytes = self.file.read()?;
        let zoned = |content: &[u8]| {
            let (zone, _) = content.strip_prefix(MAGIC)?.split_first_chunk()?;
            self.seal(FixedOffset::east_opt(i32::from_le_bytes(*zone))?, content)
        };
        let (_, rest) = unsealed(&bytes, zoned)?.strip_prefix(MAGIC)?.split_first_chunk::<ZONE>()?;
        let (code, words) = rest.split_first()?;
        Some(KeptAnswer { words: words.to_vec(), code: *code })
    }

    /// Keeps an answer, which holds for this day in the register's zone. What may have been changed once more while it was made is not kept.
    pub fn keep(self, zone: FixedOffset, answer: &KeptAnswer) {
        if is_racy(self.latest, self.file.read_at) {
            return;
        }
        let mut bytes = [MAGIC, &zone.local_minus_utc().to_le_bytes(), &[answer.code], &answer.words].concat();
        if let Some(seal) = self.seal(zone, &bytes) {
            bytes.extend_from_slice(seal.as_bytes());
            self.file.write(&bytes);
        }
    }

    fn seal(&self, zone: FixedOffset, content: &[u8]) -> Option<String> {
        let day = self.now.with_timezone(&zone).date_naive().to_string();
        Some(Seals::of_user()?.seal(&[&self.asked, day.as_bytes(), content]))
    }
}

impl std::fmt::Debug for KnownQuestion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KnownQuestion").field("asked", &self.asked).finish_non_exhaustive()
    }
}

/// What is seen of a folder and all below it, without a file being opened.
struct SeenState {
    digest: [u8; 32],
    latest: FileTime,
    /// Its records, in no order.
    found: Vec<FoundFile>,
}

impl SeenState {
    /// Of the files of a register, which are those that its loader finds. None where one is of another kind than records are: what becomes
    /// of it depends on more than itself.
    fn records(folder: &Path, above: &str, disk: u64) -> Option<Self> {
        let within = |name: &str, found: &Metadata| -> Option<WalkStep> {
            let is_own = found.is_file() || found.is_dir();
            let path = format!("{above}{name}");
            if name == ".git" && above.is_empty() {
                Some(WalkStep::Past)
            } else if !is_own || device(found) != disk {
                None
            } else if found.is_dir() {
                let into =
                    if is_beside(name) || (above.is_empty() && name == "drafts") { WalkStep::Past } else { WalkStep::Into };
                Some(into)
            } else if RecordPath::of_file(&path).is_ok() {
                Some(WalkStep::Record(path))
            } else if foreign(&path) == Foreign::Beside || above.is_empty() && name.starts_with(".git") {
                Some(WalkStep::File)
            } else {
                None
            }
        };
        Self::below(folder, &within, &|inner, name| Self::records(inner, &format!("{above}{name}/"), disk))
    }

    /// Of a git folder. A name of an object vouches for its bytes; of folders that hold nothing else, that nothing has come or gone is enough.
    fn repository(folder: &Path, above: &str) -> Option<Self> {
        let is_objects = |name: &str| above == "objects/" && name.len() == 2;
        let within = |name: &str, found: &Metadata| -> Option<WalkStep> {
            // Where a link leads is not seen. No hook is read for an answer.
            if found.is_symlink() && above != "hooks/" {
                return None;
            }
            Some(if found.is_dir() && !is_objects(name) { WalkStep::Into } else { WalkStep::File })
        };
        Self::below(folder, &within, &|inner, name| Self::repository(inner, &format!("{above}{name}/")))
    }

    fn below(
        folder: &Path,
        within: &dyn Fn(&str, &Metadata) -> Option<WalkStep>,
        enter: &(dyn Fn(&Path, &str) -> Option<Self> + Sync),
    ) -> Option<Self> {
        let (mut files, mut inner, mut records) = (Vec::new(), Vec::new(), Vec::new());
        for entry in fs::read_dir(folder).ok()? {
            let entry = entry.ok()?;
            let (name, found) = (entry.file_name().into_string().ok()?, entry.metadata().ok()?);
            match within(&name, &found)? {
                WalkStep::Past => {}
                WalkStep::File => files.push((name, FileStamp::from_metadata(&found)?, None)),
                WalkStep::Record(path) => files.push((name, FileStamp::from_metadata(&found)?, Some(path))),
                WalkStep::Into => inner.push((entry.path(), name)),
            }
        }
        files.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        inner.sort_unstable();
        let below: Option<Vec<Self>> = inner.par_iter().map(|(folder, name)| enter(folder, name)).collect();
        let (mut digest, mut latest) = (Sha256::new(), FileTime::default());
        let mut add = |mark: u8, name: &str, rest: &[u8]| {
            digest.update([mark]);
            digest.update((name.len() as u64).to_le_bytes());
            digest.update(name);
            digest.update(rest);
        };
        for (name, stamp, record) in files {
            add(b'f', &name, &stamp.bytes());
            latest = latest.max(stamp.latest());
            records.extend(record.map(|path| FoundFile { path, what: FoundKind::File, stamp: Some(stamp) }));
        }
        let below = below?;
        records.reserve_exact(below.iter().map(|seen| seen.found.len()).sum());
        for ((_, name), seen) in inner.iter().zip(below) {
            add(b'd', name, &seen.digest);
            latest = latest.max(seen.latest);
            records.extend(seen.found);
        }
        Some(Self { digest: digest.finalize().into(), latest, found: records })
    }
}

/// What becomes of a name in a folder.
enum WalkStep {
    /// Nobody reads it for an answer.
    Past,
    /// It counts as it is.
    File,
    /// It counts, and is the record of that path.
    Record(String),
    /// What lies in it counts.
    Into,
}
