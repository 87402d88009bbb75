//! A git folder, looked at before anything in it is believed. A folder may come by mail or on a stick with whatever its sender wrote
//! into git's own files: what would hide a commit or put another in its place is refused by name or kept from libgit2, and so is every
//! file of git's that is no regular one.

use std::collections::BTreeSet;
use std::fs::{self, FileType};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use git2::{Config, ErrorCode, Odb, ReferenceType, Repository};

use super::refused::Refused;

/// What of a git folder is read or written here, by libgit2 or by git: of the rest nothing is asked.
const READ: [&str; 17] = [
    "HEAD",
    "ORIG_HEAD",
    "FETCH_HEAD",
    "MERGE_HEAD",
    "config",
    "config.worktree",
    "packed-refs",
    "index",
    "index.lock",
    "commondir",
    "gitdir",
    "info",
    "objects",
    "refs",
    "logs",
    "liandong",
    "shallow",
];

/// Files by which history is told otherwise than its commits tell it.
const UNTRUE: [&str; 3] = ["info/grafts", "objects/info/alternates", "objects/info/http-alternates"];

/// Git folders whose files this process has looked at.
static LOOKED_AT: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Where a repository lies.
#[derive(Debug, Clone)]
pub(super) struct GitFolder {
    /// The git folder of this work tree.
    pub(super) git: PathBuf,
    /// The one that all work trees share.
    pub(super) common: PathBuf,
    /// The top of the work tree; none of a bare repository.
    pub(super) top: Option<PathBuf>,
}

impl GitFolder {
    /// That around a folder.
    pub(super) fn around(folder: &Path) -> Result<Self, Refused> {
        let none = || Refused::NoRepository(folder.to_owned());
        let real = folder.canonicalize().map_err(|_| none())?;
        for above in real.ancestors() {
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
        let folder = Self { git, common, top };
        folder.look()?;
        Ok(folder)
    }

    /// libgit2's view of it, in which only commits and trees say what history is, and only the person's own settings count.
    pub(super) fn open(&self) -> Result<Repository, Refused> {
        let repository = Repository::open(&self.git).map_err(|error| match error.code() {
            ErrorCode::Owner => Refused::OtherOwner(self.top.clone().unwrap_or_else(|| self.git.clone())),
            _ => error.into(),
        })?;
        // A graph of commits is looked for beside the first folder of objects alone: beside one that no register brings along.
        let objects = Odb::new()?;
        objects.add_disk_alternate("/")?;
        objects.add_disk_alternate(&self.objects().to_string_lossy())?;
        repository.set_odb(&objects)?;
        repository.set_config(&Config::open_default()?)?;
        if let Some(top) = &self.top {
            repository.set_workdir(top, false)?;
        }
        Ok(repository)
    }

    /// Where its objects are.
    pub(super) fn objects(&self) -> PathBuf {
        self.common.join("objects")
    }

    /// Only regular files in real folders, and nothing that tells history otherwise.
    fn look(&self) -> Result<(), Refused> {
        for name in UNTRUE {
            let file = self.common.join(name);
            if file.symlink_metadata().is_ok() {
                return Err(Refused::Untrue(file));
            }
        }
        if self.common.join("shallow").symlink_metadata().is_ok_and(|found| found.len() > 0) {
            return Err(Refused::Shallow);
        }
        let mut looked_at = LOOKED_AT.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for folder in [&self.git, &self.common] {
            if !looked_at.contains(folder) {
                READ.iter().try_for_each(|name| regular(&folder.join(name)))?;
                includes_nothing(&folder.join("config"))?;
                includes_nothing(&folder.join("config.worktree"))?;
                looked_at.insert(folder.clone());
            }
        }
        Ok(())
    }
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

fn is_bare(folder: &Path) -> bool {
    folder.join("HEAD").symlink_metadata().is_ok() && folder.join("objects").is_dir() && folder.join("refs").is_dir()
}

/// That nothing but regular files and folders lies at a path and below it.
fn regular(path: &Path) -> Result<(), Refused> {
    match fs::symlink_metadata(path) {
        Ok(found) => regular_of(path, found.file_type()),
        Err(_) => Ok(()),
    }
}

fn regular_of(path: &Path, found: FileType) -> Result<(), Refused> {
    if found.is_file() {
        return Ok(());
    }
    if !found.is_dir() {
        return Err(Refused::Foreign(path.to_owned()));
    }
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        // What goes while it is looked at is not there: git puts aside what a push brings, and takes it away again.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Refused::disk(path, error)),
    };
    for entry in entries.flatten() {
        if let Ok(found) = entry.file_type() {
            regular_of(&entry.path(), found)?;
        }
    }
    Ok(())
}

/// That a configuration takes in no other file, be it of whatever name: libgit2 would read that too.
fn includes_nothing(config: &Path) -> Result<(), Refused> {
    let Ok(bytes) = fs::read(config) else { return Ok(()) };
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    if text.split('[').skip(1).any(|section| section.trim_start().starts_with("include")) {
        return Err(Refused::Hostile("include.path".to_owned()));
    }
    Ok(())
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
