//! A git folder of our own for one run of the installed git: empty but for the names that it has to know, with configuration written
//! here. It reaches the register's objects and nothing else of the register's git folder, so that no setting, hook, graft or reference
//! of that has any effect.

use std::fs;
use std::path::{Path, PathBuf};

use git2::{Config, ErrorCode, Oid, Repository};
use tempfile::TempDir;

use super::git_folder::GitFolder;
use super::history::Id;
use super::refused::Refused;

/// The name of the shared repository in our own configuration, whatever it is called in the register's.
pub(super) const SHARED: &str = "origin";

/// One of them. It goes when it is dropped.
pub(super) struct OwnGit {
    folder: TempDir,
    /// Where the program is started: addresses may be relative to it.
    pub(super) at: PathBuf,
    /// Where it finds objects and puts new ones; with no register, in itself.
    pub(super) objects: Option<PathBuf>,
}

impl OwnGit {
    /// One that knows nothing.
    pub(super) fn empty(at: &Path) -> Result<Self, Refused> {
        let made = || {
            let folder = tempfile::Builder::new().prefix("liandong-").tempdir()?;
            fs::create_dir_all(folder.path().join("objects"))?;
            fs::create_dir(folder.path().join("refs"))?;
            fs::write(folder.path().join("HEAD"), "ref: refs/heads/main\n")?;
            fs::write(folder.path().join("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n")?;
            Ok(folder)
        };
        let folder = made().map_err(|error| Refused::disk(&std::env::temp_dir(), error))?;
        Ok(Self { folder, at: at.to_owned(), objects: None })
    }

    /// One that reaches the objects of a register, knows where its branches stand, and those of the shared repository as seen last.
    pub(super) fn beside(place: &GitFolder, at: &Path) -> Result<Self, Refused> {
        let own = Self { objects: Some(place.objects()), ..Self::empty(at)? };
        let repository = place.open()?;
        let mut names = Vec::new();
        for pattern in ["refs/heads/*", "refs/remotes/*"] {
            for reference in repository.references_glob(pattern)?.flatten() {
                if let (Ok(name), Some(id)) = (reference.name(), reference.target()) {
                    names.push(format!("{id} {name}\n"));
                }
            }
        }
        let file = own.path().join("packed-refs");
        fs::write(&file, names.concat()).map_err(|error| Refused::disk(&file, error))?;
        Ok(own)
    }

    /// The same, which knows an address.
    pub(super) fn shared_at(self, address: &str) -> Result<Self, Refused> {
        Config::open(&self.path().join("config"))?.set_str(&format!("remote.{SHARED}.url"), address)?;
        Ok(self)
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The commit that a name stands for now.
    pub(super) fn find(&self, name: &str) -> Result<Option<Id>, Refused> {
        match Repository::open(self.path())?.refname_to_id(name) {
            Ok(id) if id != Oid::ZERO_SHA1 => Ok(Some(Id(id))),
            Err(error) if error.code() != ErrorCode::NotFound => Err(error.into()),
            _ => Ok(None),
        }
    }
}
