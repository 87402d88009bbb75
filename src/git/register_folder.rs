//! The folder of a register with the repository around it: whoever is given the one has the other, and it is looked at once.

use std::fmt;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::git_folder::{GitFolder, relative};
use super::refused::Refused;

/// The folder of a register. Its copies share what was seen and opened of the repository around it: a command makes one and hands it on,
/// and what somebody does to the repository's settings meanwhile counts for the next command.
#[derive(Clone)]
pub struct RegisterFolder {
    path: PathBuf,
    ceilings: Arc<[PathBuf]>,
    place: Arc<OnceLock<GitFolder>>,
}

impl RegisterFolder {
    /// The same, whose repository is looked for in none of some folders nor above them, as `GIT_CEILING_DIRECTORIES` has it of git.
    #[must_use]
    pub fn up_to(self, ceilings: impl IntoIterator<Item = PathBuf>) -> Self {
        let real = |ceiling: PathBuf| ceiling.canonicalize().unwrap_or(ceiling);
        Self { ceilings: ceilings.into_iter().map(real).collect(), place: Arc::default(), ..self }
    }

    /// The same for another command: the repository around it is looked at anew.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self { place: Arc::default(), ..self.clone() }
    }

    /// Where the repository around it lies.
    pub(super) fn place(&self) -> Result<&GitFolder, Refused> {
        if let Some(place) = self.place.get() {
            return Ok(place);
        }
        // What cannot be read is looked at again: somebody may make a repository meanwhile.
        let place = GitFolder::around(&self.path, &self.ceilings)?;
        Ok(self.place.get_or_init(|| place))
    }

    /// A repository that is receiving a push: what it brings lies apart until it is accepted.
    ///
    /// # Errors
    /// There is no repository, or it cannot be read.
    pub fn receiving(repository: &Path, quarantine: Option<PathBuf>) -> Result<Self, Refused> {
        let folder = Self::from(repository);
        let place = GitFolder::around(repository, &[])?.beside(quarantine);
        folder.place.get_or_init(|| place);
        Ok(folder)
    }

    /// The git folder of its work tree, and the one that all work trees share: all that a repository says lies there.
    ///
    /// # Errors
    /// There is no repository, or it cannot be read.
    pub fn git_folders(&self) -> Result<[PathBuf; 2], Refused> {
        let place = self.place()?;
        drop(place.open()?);
        Ok([place.git.clone(), place.common.clone()])
    }

    /// The register's folder below the top of its repository, with `/` between its parts: empty at the top, and in a bare repository.
    ///
    /// # Errors
    /// There is no repository, or it cannot be read.
    pub fn below_top(&self) -> Result<String, Refused> {
        Ok(self.place()?.top.as_ref().map_or_else(String::new, |top| relative(top, &self.path)))
    }
}

impl Deref for RegisterFolder {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.path
    }
}

impl AsRef<Path> for RegisterFolder {
    fn as_ref(&self) -> &Path {
        &self.path
    }
}

impl fmt::Debug for RegisterFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.fmt(f)
    }
}

impl From<PathBuf> for RegisterFolder {
    fn from(path: PathBuf) -> Self {
        Self { path, ceilings: Arc::default(), place: Arc::default() }
    }
}

impl From<&Path> for RegisterFolder {
    fn from(path: &Path) -> Self {
        path.to_owned().into()
    }
}

impl From<&str> for RegisterFolder {
    fn from(path: &str) -> Self {
        Path::new(path).into()
    }
}

impl From<&PathBuf> for RegisterFolder {
    fn from(path: &PathBuf) -> Self {
        path.clone().into()
    }
}
