//! What a clone notes of itself: commits under names of this program's own, and settings where git keeps its own.

use git2::ConfigLevel;

use super::history::{History, Id};
use super::refused::Refused;

impl History {
    /// Notes a commit under a name of this program's own, which is never sent.
    ///
    /// # Errors
    /// The disk failed.
    pub fn mark(&self, name: &str, commit: Id) -> Result<(), Refused> {
        self.repository.reference(&own_name(name), commit.0, true, "liandong")?;
        Ok(())
    }

    /// The commit that was noted under a name.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn marked(&self, name: &str) -> Result<Option<Id>, Refused> {
        Ok(super::branch::tip(&self.repository, &own_name(name))?.map(Id))
    }

    /// The commits that were noted under names below one.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn marked_below(&self, name: &str) -> Result<Vec<Id>, Refused> {
        let found = self.repository.references_glob(&format!("{}/*", own_name(name)))?;
        Ok(found.flatten().filter_map(|reference| reference.target()).map(Id).collect())
    }

    /// What git's configuration says, a person's own included.
    #[must_use]
    pub fn setting(&self, key: &str) -> Option<String> {
        let config = self.repository.config().and_then(|mut config| config.snapshot()).ok()?;
        config.get_string(key).ok().filter(|said| !said.trim().is_empty())
    }

    /// Sets what git's configuration says of this repository.
    ///
    /// # Errors
    /// The disk failed.
    pub fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        let mut config = self.repository.config()?.open_level(ConfigLevel::Local)?;
        Ok(config.set_str(key, value)?)
    }

    /// Lets HEAD name the branch of a register where it names one that does not exist.
    ///
    /// # Errors
    /// The repository cannot be read or written.
    pub fn head_to_main(&self) -> Result<(), Refused> {
        match self.head()? {
            (_, Some(_)) => Ok(()),
            (_, None) => Ok(self.repository.set_head("refs/heads/main")?),
        }
    }
}

fn own_name(name: &str) -> String {
    format!("refs/liandong/{name}")
}
