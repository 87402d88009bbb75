//! Where a git folder lies, and libgit2's view of it. A folder may come by mail or on a stick: what would lead into another repository is
//! refused, and what would hide a commit or put another in its place is kept from libgit2.

use std::fmt;
use std::fs;
use std::iter;
use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use git2::{Config, ErrorCode, Odb, ReferenceType, Repository, RepositoryOpenFlags};

use super::bookkeeping::{is_shallow, look};
use super::refused::Refused;
use super::settings::{self, Settings};
use super::storage;

/// How often a name may stand for another, as git has it.
const NAMES_OF_NAMES: usize = 5;

/// Where a repository lies, with what of it was opened: its copies share that, so that its settings are read once.
#[derive(Debug, Clone)]
pub(super) struct GitFolder {
    /// The git folder of this work tree.
    pub(super) git: PathBuf,
    /// The one that all work trees share.
    pub(super) common: PathBuf,
    /// The top of the work tree; none of a bare repository.
    pub(super) top: Option<PathBuf>,
    /// Where what a push brings lies until it is accepted, beside the repository's own objects.
    quarantine: Option<PathBuf>,
    opened: Arc<Opened>,
}

/// What of a repository was opened and nobody uses at the moment, and what its settings said.
#[derive(Default)]
struct Opened {
    idle: Mutex<Vec<Repository>>,
    settings: Mutex<Option<Arc<Settings>>>,
}

/// libgit2's view of a repository, lent to one at a time. It goes back when it is dropped.
pub(super) struct LentRepository {
    repository: Option<Repository>,
    opened: Arc<Opened>,
}

impl GitFolder {
    /// That around a folder, looked for upwards, but in none of some folders nor above them.
    pub(super) fn around(folder: &Path, ceilings: &[PathBuf]) -> Result<Self, Refused> {
        let none = || Refused::NoRepository(folder.to_owned());
        let real = folder.canonicalize().map_err(|_| none())?;
        let is_below = |above: &&Path| *above == real || !ceilings.iter().any(|ceiling| ceiling == above);
        for above in real.ancestors().take_while(is_below) {
            let entry = above.join(".git");
            match fs::symlink_metadata(&entry) {
                Ok(found) if found.is_dir() => return Self::of(entry, Some(above.to_owned())),
                Ok(found) if found.is_file() => return Self::of(linked(&entry)?, Some(above.to_owned())),
                Ok(_) => return Err(Refused::Foreign(entry)),
                Err(_) if is_bare(above) => {
                    let top = above.parent().filter(|_| above.ends_with(".git")).map(Path::to_owned);
                    return Self::of(above.to_owned(), top);
                }
                Err(_) => {}
            }
        }
        Err(none())
    }

    fn of(git: PathBuf, top: Option<PathBuf>) -> Result<Self, Refused> {
        let common = common_folder(&git)?;
        let folder = Self { git, common, top, quarantine: None, opened: Arc::default() };
        look(&folder.git, &folder.common)?;
        Ok(folder)
    }

    /// The same while a push is received, whose objects lie there.
    pub(super) fn beside(self, quarantine: Option<PathBuf>) -> Self {
        Self { quarantine, ..self }
    }

    /// libgit2's view of it, in which only commits and trees say what history is, and only the person's own settings count. libgit2 reads
    /// the settings of every repository that it opens: one that was opened before is lent again.
    pub(super) fn open(&self) -> Result<LentRepository, Refused> {
        let idle = locked(&self.opened.idle).pop();
        let repository = idle.map_or_else(|| self.open_anew(), Ok)?;
        Ok(LentRepository { repository: Some(repository), opened: Arc::clone(&self.opened) })
    }

    fn open_anew(&self) -> Result<Repository, Refused> {
        // As if it were bare: whether it has a work tree, and where, is not for its settings to say.
        let flags = RepositoryOpenFlags::NO_SEARCH | RepositoryOpenFlags::NO_DOTGIT | RepositoryOpenFlags::BARE;
        let repository = match Repository::open_ext(&self.git, flags, iter::empty::<&Path>()) {
            Ok(repository) => repository,
            Err(error) if error.code() == ErrorCode::Owner => {
                return Err(Refused::OtherOwner(self.top.clone().unwrap_or_else(|| self.git.clone())));
            }
            Err(error) => {
                // Of what libgit2 cannot read it says no name.
                storage::fits(&Settings::read(&self.git, &self.common)?)?;
                return Err(error.into());
            }
        };
        let settings = Settings::of_opened(&repository)?;
        storage::fits(&settings)?;
        *locked(&self.opened.settings) = Some(Arc::new(settings));
        repository.set_odb(&self.stored()?)?;
        repository.set_config(&Config::open_default()?)?;
        if let Some(top) = &self.top {
            repository.set_workdir(top, false)?;
        }
        Ok(repository)
    }

    /// That its history goes back to where it began: nothing is told of a past that is not here.
    pub(super) fn is_whole(&self) -> Result<(), Refused> {
        if is_shallow(&self.common) { Err(Refused::Shallow) } else { Ok(()) }
    }

    /// Its commits, trees and files alone, for one thread: nothing else of the git folder is opened for that.
    pub(super) fn open_objects(&self) -> Result<Repository, Refused> {
        // That it may be read at all is asked where it is opened.
        self.settings()?;
        Ok(Repository::from_odb(self.stored()?)?)
    }

    fn stored(&self) -> Result<Odb<'static>, Refused> {
        let stored = Odb::new()?;
        // A graph of commits is looked for beside the first folder of objects alone: beside one that no register brings along.
        stored.add_disk_alternate("/")?;
        stored.add_disk_alternate(&self.objects().to_string_lossy())?;
        if let Some(quarantine) = self.quarantine.as_deref().and_then(Path::to_str) {
            stored.add_disk_alternate(quarantine)?;
        }
        Ok(stored)
    }

    /// The repository's own settings, as they were when it was opened.
    pub(super) fn settings(&self) -> Result<Arc<Settings>, Refused> {
        if let Some(settings) = &*locked(&self.opened.settings) {
            return Ok(Arc::clone(settings));
        }
        drop(self.open()?);
        // What was opened has left them.
        locked(&self.opened.settings).clone().map_or_else(|| Ok(Arc::new(Settings::read(&self.git, &self.common)?)), Ok)
    }

    /// Sets one of them, in the git folder that all work trees share.
    pub(super) fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        settings::set(&self.common, key, value)?;
        self.settings_changed()
    }

    /// Sets one of them to what it was, or takes it out where it was not there.
    pub(super) fn put_back(&self, key: &str, value: Option<&str>) -> Result<(), Refused> {
        match value {
            Some(value) => settings::set(&self.common, key, value)?,
            None => settings::unset(&self.common, key)?,
        }
        self.settings_changed()
    }

    fn settings_changed(&self) -> Result<(), Refused> {
        *locked(&self.opened.settings) = Some(Arc::new(Settings::read(&self.git, &self.common)?));
        Ok(())
    }

    /// Where its objects are.
    pub(super) fn objects(&self) -> PathBuf {
        self.common.join("objects")
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").finish_non_exhaustive()
    }
}

impl Deref for LentRepository {
    type Target = Repository;

    fn deref(&self) -> &Repository {
        self.repository.as_ref().expect("it goes back when it is dropped, and no sooner")
    }
}

impl DerefMut for LentRepository {
    fn deref_mut(&mut self) -> &mut Repository {
        self.repository.as_mut().expect("it goes back when it is dropped, and no sooner")
    }
}

impl Drop for LentRepository {
    fn drop(&mut self) {
        locked(&self.opened.idle).extend(self.repository.take());
    }
}

/// Nothing that is kept here can be left half done by a thread that ends.
fn locked<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The git folder that all work trees of a repository share.
pub(super) fn common_folder(git: &Path) -> Result<PathBuf, Refused> {
    let file = git.join("commondir");
    match fs::symlink_metadata(&file) {
        Ok(found) if found.is_file() && found.len() < 4096 => {}
        Ok(_) => return Err(Refused::Foreign(file)),
        Err(_) => return Ok(git.to_owned()),
    }
    let named = fs::read_to_string(&file).map_err(|error| Refused::disk(&file, error))?;
    let common = git.join(named.trim_end()).canonicalize().map_err(|error| Refused::disk(&file, error))?;
    // A linked work tree's folder lies within the one that it shares; any other would lead into a stranger's repository.
    let within = git.canonicalize().is_ok_and(|git| git.parent() == Some(&*common.join("worktrees")));
    if within { Ok(common) } else { Err(Refused::Foreign(file)) }
}

/// The git folder of a linked work tree, which must name that work tree in its turn.
fn linked(entry: &Path) -> Result<PathBuf, Refused> {
    let foreign = || Refused::Foreign(entry.to_owned());
    let read = |file: &Path| {
        let small = fs::symlink_metadata(file).is_ok_and(|found| found.is_file() && found.len() < 4096);
        small.then(|| fs::read_to_string(file).ok()).flatten().ok_or_else(foreign)
    };
    let said = read(entry)?;
    let named = said.strip_prefix("gitdir:").ok_or_else(foreign)?.trim();
    let git = entry.with_file_name("").join(named).canonicalize().map_err(|_| foreign())?;
    let back = git.join(read(&git.join("gitdir"))?.trim_end()).canonicalize().map_err(|_| foreign())?;
    if back == entry { Ok(git) } else { Err(foreign()) }
}

/// The folder relative to the root of the work tree, with `/` between its parts.
pub(super) fn relative(root: &Path, folder: &Path) -> String {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (root, folder) = (real(root), real(folder));
    let inside = folder.strip_prefix(&root).unwrap_or(Path::new(""));
    inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn is_bare(folder: &Path) -> bool {
    folder.join("HEAD").symlink_metadata().is_ok() && folder.join("objects").is_dir() && folder.join("refs").is_dir()
}

/// The branch that HEAD names, which need not have a commit yet.
pub(super) fn branch_of(repository: &Repository) -> Result<String, Refused> {
    let mut name = "HEAD".to_owned();
    // A branch may be another name of a branch; it is the last one that has commits. A ring of them has none.
    for _ in 0..NAMES_OF_NAMES {
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
