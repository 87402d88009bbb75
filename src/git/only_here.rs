//! The commits that this user filed in this folder and that nobody else can have yet. Whatever lets them out says so before it tries
//! ([`LockedRepo::goes_out`]): an attempt whose answer was lost may have come through. What is not noted may be anywhere.

use std::path::Path;

use super::disk::Disk;
use super::history::{History, Id};
use super::locked_repo::LockedRepo;
use super::own_note::{self, FoundNote};
use super::refused::Refused;
use super::register_folder::RegisterFolder;
use super::workspace::Workspace;

const NOTE: &str = "only-here";

/// A slip is noticed soon: of a register that is never shared only the last filings are noted.
const NOTED: usize = 200;

impl History {
    /// The commits that were filed here and are nowhere else, oldest first.
    ///
    /// # Errors
    /// The git folder cannot be read.
    pub fn only_here(&self) -> Result<Vec<Id>, Refused> {
        let FoundNote::Own(noted) = own_note::read(&self.place.common, NOTE)? else { return Ok(Vec::new()) };
        Ok(String::from_utf8_lossy(&noted).lines().filter_map(Id::of_digits).collect())
    }
}

impl History {
    /// Where the note is another user's, it goes: from now on this user may have what that one thinks is only there. A folder into which
    /// this user may not write stays as it is; that is why whoever takes something back is asked.
    fn disclaim_others(&self) -> Result<(), Refused> {
        if let FoundNote::Foreign = own_note::read(&self.place.common, NOTE)? {
            let _ = own_note::remove(&Disk::default(), &self.place.common, NOTE);
        }
        Ok(())
    }
}

impl LockedRepo<'_> {
    /// That others may have these commits from now on.
    ///
    /// # Errors
    /// The disk failed: then nothing may be let out.
    pub fn goes_out(&self, goes: impl Fn(Id) -> bool) -> Result<(), Refused> {
        self.history().disclaim_others()?;
        let noted = self.only_here()?;
        let left: Vec<Id> = noted.iter().copied().filter(|id| !goes(*id)).collect();
        if left.len() == noted.len() { Ok(()) } else { self.note_only_here(&left) }
    }

    /// The commits that were filed here and are nowhere else, oldest first.
    ///
    /// # Errors
    /// The git folder cannot be read.
    pub fn only_here(&self) -> Result<Vec<Id>, Refused> {
        self.history().only_here()
    }

    /// That commits were filed here, in the place of others that are no more.
    pub(super) fn filed_here(&self, commits: &[Id], gone: &[Id]) -> Result<(), Refused> {
        let noted = self.only_here()?.into_iter().filter(|id| !gone.contains(id));
        let all: Vec<Id> = noted.chain(commits.iter().copied()).collect();
        self.note_only_here(&all[all.len().saturating_sub(NOTED)..])
    }

    fn note_only_here(&self, commits: &[Id]) -> Result<(), Refused> {
        let lines: Vec<String> = commits.iter().map(Id::to_string).collect();
        own_note::write(&self.workspace.disk, &self.workspace.place.common, NOTE, lines.join("\n").as_bytes())
    }
}

/// That all of a folder on this computer is fetched: what was only there no longer is. Of any other address there is nothing to note.
pub(super) fn fetched_from(address: &str) -> Result<(), Refused> {
    let folder = RegisterFolder::from(Path::new(address.strip_prefix("file://").unwrap_or(address)));
    let Ok(history) = History::open(&folder) else { return Ok(()) };
    history.disclaim_others()?;
    if history.only_here()?.is_empty() {
        return Ok(());
    }
    Workspace::open(&folder, Disk::default())?.lock("fetch")?.goes_out(|_| true)
}
