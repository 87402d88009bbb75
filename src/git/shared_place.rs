//! A bare repository that is made to be shared. It goes again unless it is kept: a place that nothing was put into is in nobody's way.

use std::fs;
use std::path::{Path, PathBuf};

use git2::{Repository, RepositoryInitOptions};

use super::address::{self, Lack};
use super::history::History;
use super::refused::Refused;
use super::register_folder::RegisterFolder;
use super::remote::unfit;
use super::unreached::Unreached;
use crate::text::clean_lines;

/// One that was just made.
pub struct NewSharedPlace {
    folder: PathBuf,
    /// Whether the folder was there, and empty.
    was_there: bool,
    is_kept: bool,
}

impl NewSharedPlace {
    /// Makes one where an address means a folder on this computer or a drive of it that is empty or not there; none where there is
    /// something already, or the address leads elsewhere. The folder above must be there: a drive that is not connected looks like an
    /// empty place.
    ///
    /// # Errors
    /// The place lies within the register, the folder above is not there, the folder holds something else, or the disk failed.
    pub fn make(register: &RegisterFolder, address: &str) -> Result<Option<Self>, Unreached> {
        let place = register.place()?;
        let at = place.top.as_deref().unwrap_or(register);
        let shown = |folder: &Path| clean_lines(&folder.to_string_lossy()).into_owned();
        address::outside(&History::open(register)?, at, address).map_err(|fault| unfit(fault, address))?;
        let (folder, was_there) = match address::lack(at, address) {
            None => return Ok(None),
            Some(Lack::Folder(folder)) => (folder, false),
            Some(Lack::Repository(folder)) => (folder, true),
        };
        let above = folder.parent().unwrap_or(&folder);
        if !above.is_dir() {
            return Err(Unreached::NoFolderAbove(shown(above)));
        }
        if was_there && fs::read_dir(&folder).map_or(true, |mut entries| entries.next().is_some()) {
            return Err(Unreached::Occupied(shown(&folder)));
        }
        let made = Self { folder, was_there, is_kept: false };
        made.fill()?;
        Ok(Some(made))
    }

    /// Nobody can rewrite or take away there what others have fetched.
    fn fill(&self) -> Result<(), Refused> {
        let mut options = RepositoryInitOptions::new();
        options.bare(true).initial_head("main").no_reinit(true).external_template(false);
        let repository = Repository::init_opts(&self.folder, &options)?;
        let mut config = repository.config()?;
        config.set_bool("receive.denyNonFastForwards", true)?;
        Ok(config.set_bool("receive.denyDeletes", true)?)
    }

    /// Its folder, which stays from now on.
    #[must_use]
    pub fn keep(mut self) -> PathBuf {
        self.is_kept = true;
        self.folder.clone()
    }
}

impl Drop for NewSharedPlace {
    fn drop(&mut self) {
        if self.is_kept {
            return;
        }
        let _ = fs::remove_dir_all(&self.folder);
        if self.was_there {
            let _ = fs::create_dir(&self.folder);
        }
    }
}
