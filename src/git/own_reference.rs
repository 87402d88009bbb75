//! References that nothing but this program writes here: its own marks, and where a branch stood at the shared place. A program that was
//! killed between locking one and renaming leaves git's lock behind, which no git ever takes away.

use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use git2::{ErrorCode, Oid, Reference, Repository};

use super::git_folder::common_folder;
use super::refused::Refused;

/// How long such a lock is taken for that of somebody who is at work. git holds one for as long as it takes to write forty digits.
const PATIENCE: Duration = Duration::from_secs(3);

/// Lets a reference name a commit.
pub(super) fn set(repository: &Repository, name: &str, commit: Oid) -> Result<(), Refused> {
    unlocked(repository, name, || repository.reference(name, commit, true, "liandong")).map(drop)
}

/// Takes a reference away.
pub(super) fn delete(repository: &Repository, reference: &mut Reference<'_>) -> Result<(), Refused> {
    let name = String::from_utf8_lossy(reference.name_bytes()).into_owned();
    unlocked(repository, &name, || reference.delete())
}

/// Does what takes git's lock of a reference, once nobody is at work there: a lock that stays as it is all the while is a killed one's.
fn unlocked<T>(repository: &Repository, name: &str, mut act: impl FnMut() -> Result<T, git2::Error>) -> Result<T, Refused> {
    let lock = common_folder(repository.path())?.join(format!("{name}.lock"));
    let (mut begun, mut seen) = (Instant::now(), made(&lock));
    loop {
        match act() {
            Err(error) if error.code() == ErrorCode::Locked => {}
            done => return Ok(done?),
        }
        let now = made(&lock);
        if now != seen {
            (begun, seen) = (Instant::now(), now);
        } else if begun.elapsed() >= PATIENCE && (seen.is_none() || std::fs::remove_file(&lock).is_err()) {
            return Err(Refused::GitLocked(lock));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// When a lock was last written, if it is there: another one bears another instant.
fn made(lock: &Path) -> Option<SystemTime> {
    lock.symlink_metadata().and_then(|found| found.modified()).ok()
}
