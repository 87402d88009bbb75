//! A repository that can be filed into, or the name of what stands against it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use git2::{Config, ErrorCode, ReferenceType, Repository, RepositoryState};

use super::disk::Disk;
use super::locked_repo::LockedRepo;
use super::real_folder::RealFolder;
use super::refused::{Midway, Refused};
use super::revision::relative;
use super::signed::Sign;

/// The repository around a register's folder. The folder may lie below its top.
#[derive(Debug)]
pub struct Workspace {
    /// The register's folder.
    folder: PathBuf,
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
    pub(super) repository: Repository,
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
    pub fn open(folder: &Path, disk: Disk) -> Result<Self, Refused> {
        let found = Repository::discover_path(folder, std::iter::empty::<&Path>());
        let git = found.map_err(|_| Refused::NoRepository(folder.to_owned()))?;
        let workspace = Self { folder: folder.to_owned(), git, disk, patience: Duration::from_secs(10), sign: None };
        workspace.standing()?;
        Ok(workspace)
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

    /// Looks at the repository anew: between two filings a person may have done anything with it.
    pub(super) fn standing(&self) -> Result<RepoState, Refused> {
        storage_fits(&common_folder(&self.git))?;
        let repository = Repository::open(&self.git).map_err(|error| match error.code() {
            ErrorCode::Owner => Refused::OtherOwner(self.folder.clone()),
            _ => error.into(),
        })?;
        let Some(root) = repository.workdir().map(Path::to_owned) else { return Err(Refused::Bare) };
        if repository.is_shallow() {
            return Err(Refused::Shallow);
        }
        let config = repository.config()?.snapshot()?;
        if config.get_bool("core.sparseCheckout").unwrap_or(false) {
            return Err(Refused::Sparse);
        }
        if config.get_bool("core.splitIndex").unwrap_or(false) {
            return Err(Refused::SplitIndex);
        }
        nothing_is_midway(repository.state())?;
        let branch = branch_of(&repository)?;
        let identity = identity(&config).ok();
        let inside = relative(&root, &self.folder);
        let prefix = if inside.is_empty() { inside } else { format!("{inside}/") };
        Ok(RepoState { repository, top: RealFolder::open(&root)?, root, branch, prefix, identity })
    }
}

/// The git folder that all work trees of a repository share.
pub(super) fn common_folder(git: &Path) -> PathBuf {
    match std::fs::read_to_string(git.join("commondir")) {
        Ok(shared) => git.join(shared.trim_end()),
        Err(_) => git.to_owned(),
    }
}

/// How the repository is stored, read before libgit2 opens it: of what it cannot read it says no name.
fn storage_fits(common: &Path) -> Result<(), Refused> {
    let config = Config::open(&common.join("config"))?.snapshot()?;
    let says = |key: &str| config.get_str(key).unwrap_or_default().to_lowercase();
    if !matches!(&*says("extensions.refstorage"), "" | "files") {
        return Err(Refused::Reftable);
    }
    if !matches!(&*says("extensions.objectformat"), "" | "sha1") {
        return Err(Refused::Sha256);
    }
    let mut promised = !says("extensions.partialclone").is_empty();
    config.entries(Some(r"^remote\..*\.promisor$"))?.for_each(|entry| promised |= entry.value() == Ok("true"))?;
    if promised { Err(Refused::Partial) } else { Ok(()) }
}

fn nothing_is_midway(state: RepositoryState) -> Result<(), Refused> {
    use RepositoryState as State;
    let midway = match state {
        State::Clean => return Ok(()),
        State::Merge => Midway::Merge,
        State::Revert | State::RevertSequence => Midway::Revert,
        State::CherryPick | State::CherryPickSequence => Midway::CherryPick,
        State::Bisect => Midway::Bisect,
        State::Rebase | State::RebaseInteractive | State::RebaseMerge => Midway::Rebase,
        State::ApplyMailbox | State::ApplyMailboxOrRebase => Midway::Mailbox,
    };
    Err(Refused::Midway(midway))
}

/// The branch that HEAD names, which need not have a commit yet.
pub(super) fn branch_of(repository: &Repository) -> Result<String, Refused> {
    let mut name = "HEAD".to_owned();
    // A branch may be another name of a branch; it is the last one that has commits.
    loop {
        match repository.find_reference(&name) {
            Ok(reference) if reference.kind() == Some(ReferenceType::Symbolic) => {
                reference.symbolic_target()?.unwrap_or_default().clone_into(&mut name);
            }
            Ok(_) => break,
            Err(error) if error.code() == ErrorCode::NotFound && name != "HEAD" => break,
            Err(error) => return Err(error.into()),
        }
    }
    if name.starts_with("refs/heads/") { Ok(name) } else { Err(Refused::Detached) }
}

pub(super) fn identity(config: &Config) -> Result<Identity, Refused> {
    let says = |key: &str| config.get_string(key).map(|said| said.trim().to_owned()).ok().filter(|said| !said.is_empty());
    match (says("user.name"), says("user.email")) {
        (Some(name), Some(email)) => Ok(Identity { name, email }),
        _ => Err(Refused::NoIdentity),
    }
}
