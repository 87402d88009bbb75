//! A repository that can be filed into, or the name of what stands against it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use git2::{Config, RepositoryState};

use super::disk::Disk;
use super::git_folder::{GitFolder, branch_of};
use super::history::History;
use super::locked_repo::{LockedRepo, held_by};
use super::midway::Midway;
use super::real_folder::RealFolder;
use super::refused::Refused;
use super::register_folder::RegisterFolder;
use super::settings::Settings;
use super::signed::Sign;

/// The repository around a register's folder. The folder may lie below its top.
#[derive(Debug)]
pub struct Workspace {
    /// The register's folder.
    folder: RegisterFolder,
    pub(super) place: GitFolder,
    /// The git folder of this work tree.
    pub(super) git: PathBuf,
    pub(super) disk: Disk,
    pub(super) patience: Duration,
    /// Signs commits, where this clone does.
    pub(super) sign: Option<Sign>,
}

/// Who commits, as git's configuration says.
#[derive(Debug, Clone)]
pub(super) struct Identity {
    pub(super) name: String,
    pub(super) email: String,
}

/// A repository as it stands at this moment.
pub(super) struct RepoState {
    /// Its commits and what they hold.
    pub(super) history: History,
    /// The top of the work tree, and a handle of it.
    pub(super) root: PathBuf,
    pub(super) top: RealFolder,
    /// The branch that HEAD names, `refs/heads/…`.
    pub(super) branch: String,
    /// The register's folder below the top of the work tree: empty, or ending in `/`.
    pub(super) prefix: String,
    /// Who commits. Nobody need be known to take what others filed.
    pub(super) identity: Option<Identity>,
}

impl Workspace {
    /// The repository around `folder`.
    ///
    /// # Errors
    /// What stands against filing here, by name.
    pub fn open(folder: &RegisterFolder, disk: Disk) -> Result<Self, Refused> {
        let place = folder.place()?.clone();
        let git = place.git.clone();
        let workspace = Self { folder: folder.clone(), place, git, disk, patience: Duration::from_secs(10), sign: None };
        workspace.standing()?;
        Ok(workspace)
    }

    /// The register's folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// How long to wait for others who are filing; ten seconds unless said otherwise.
    #[must_use]
    pub fn patient_for(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The same, its commits signed.
    #[must_use]
    pub fn signed_by(self, sign: Option<Sign>) -> Self {
        Self { sign, ..self }
    }

    /// Waits for others who are filing, and keeps them waiting until what it gives is dropped. What was interrupted is finished
    /// or undone first. `since` is noted for those who wait.
    ///
    /// # Errors
    /// What stands against filing here now, by name.
    pub fn lock(&self, since: &str) -> Result<LockedRepo<'_>, Refused> {
        LockedRepo::take(self, since)
    }

    /// Who files here at this moment, should anybody: whoever asks a person many things first says so.
    #[must_use]
    pub fn held_by(&self) -> Option<Refused> {
        held_by(&self.disk, &self.git)
    }

    /// Looks at the repository anew: between two filings a person may have done anything with it.
    pub(super) fn standing(&self) -> Result<RepoState, Refused> {
        let Some(root) = self.place.top.clone() else { return Err(Refused::Bare) };
        let settings = self.place.settings()?;
        let repository = self.place.open()?;
        if settings.is_set("core.sparsecheckout") {
            return Err(Refused::Sparse);
        }
        let person = repository.config()?.snapshot()?;
        if settings.is_set("core.splitindex") || person.get_bool("core.splitIndex").unwrap_or(false) {
            return Err(Refused::SplitIndex);
        }
        nothing_is_midway(repository.state())?;
        let branch = branch_of(&repository)?;
        let identity = identity(&settings, &person).ok();
        let inside = self.folder.below_top()?;
        let prefix = if inside.is_empty() { inside } else { format!("{inside}/") };
        Ok(RepoState { history: History::open(&self.folder)?, top: RealFolder::open(&root)?, root, branch, prefix, identity })
    }
}

fn nothing_is_midway(state: RepositoryState) -> Result<(), Refused> {
    Midway::of(state).map_or(Ok(()), |midway| Err(Refused::Midway(midway)))
}

/// Who commits: as the repository says, else as the person does.
pub(super) fn identity(settings: &Settings, person: &Config) -> Result<Identity, Refused> {
    let says = |key: &str| settings.followed(key, person).map(|said| said.trim().to_owned());
    match (says("user.name"), says("user.email")) {
        (Some(name), Some(email)) => Ok(Identity { name, email }),
        _ => Err(Refused::NoIdentity),
    }
}
