//! What is staged, as the commit that git is about to make of it: judged like any other, and gone afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use git2::{Index, Repository, Signature, Time};
use tempfile::TempDir;

use super::history::{History, Id};
use super::refused::Refused;
use super::register_folder::RegisterFolder;

/// A commit that nobody has made yet. Its objects lie in a folder of their own, which goes with it: nothing of them is in the register.
pub struct StagedCommit {
    apart: TempDir,
    branch: String,
    before: Option<Id>,
    after: Id,
}

impl StagedCommit {
    /// That of a register, whose index is `index` where git named another for this one commit.
    ///
    /// # Errors
    /// The register lies below the top of its repository, or something of git's cannot be read.
    pub fn of_register(folder: &RegisterFolder, index: Option<&Path>, moment: DateTime<Utc>) -> Result<Self, Refused> {
        let history = History::open(folder)?;
        if !history.inside.is_empty() {
            return Err(Refused::Below);
        }
        let (branch, before) = history.head()?;
        let failed = |error| Refused::disk(&std::env::temp_dir(), error);
        let apart = tempfile::Builder::new().prefix("liandong-").tempdir().map_err(failed)?;
        let repository = Repository::init_bare(apart.path())?;
        repository.odb()?.add_disk_alternate(&history.place.objects().to_string_lossy())?;
        let index = index.map_or_else(|| history.place.git.join("index"), Path::to_owned);
        let tree = repository.find_tree(Index::open(&index)?.write_tree_to(&repository)?)?;
        let mut parents: Vec<git2::Oid> = before.iter().map(|id| id.0).collect();
        if history.place.git.join("MERGE_HEAD").exists() {
            history.place.open()?.mergehead_foreach(|other| {
                parents.push(*other);
                true
            })?;
        }
        let parents: Result<Vec<_>, _> = parents.into_iter().map(|id| repository.find_commit(id)).collect();
        let by = Signature::new("staged", "staged", &Time::new(moment.timestamp(), 0))?;
        let after = repository.commit(None, &by, &by, "staged", &tree, &parents?.iter().collect::<Vec<_>>())?;
        Ok(Self { branch, before, after: Id(after), apart })
    }

    /// Where its objects lie.
    #[must_use]
    pub fn objects(&self) -> PathBuf {
        self.apart.path().join("objects")
    }

    /// The move of the branch that it would be, as git tells hooks of one.
    #[must_use]
    pub fn moved(&self) -> String {
        let before = self.before.map_or_else(|| "0".repeat(40), |id| id.to_string());
        format!("{before} {} {}", self.after, self.branch)
    }
}

impl History {
    /// Where git looks for the hooks of this register's work tree: beside what all work trees share, unless the repository's own
    /// settings name another folder; and whether it is the person's own, for every repository there is.
    ///
    /// # Errors
    /// Settings cannot be read.
    pub fn hooks(&self) -> Result<(PathBuf, bool), Refused> {
        let top = self.place.top.clone().unwrap_or_else(|| self.place.git.clone());
        if let Some(named) = self.place.settings()?.get("core.hookspath").filter(|named| !named.is_empty()) {
            return Ok((top.join(named), false));
        }
        let person = self.place.open()?.config()?.snapshot()?;
        Ok(match person.get_path("core.hooksPath") {
            Ok(named) => (top.join(named), true),
            Err(_) => (self.place.common.join("hooks"), false),
        })
    }

    /// Whether a folder lies within this repository or its work tree, links followed.
    #[must_use]
    pub fn holds(&self, folder: &Path) -> bool {
        let nearest = folder.ancestors().find(|above| fs::symlink_metadata(above).is_ok());
        let Some(real) = nearest.and_then(|found| found.canonicalize().ok()) else { return false };
        let climbs = folder.components().any(|part| part == std::path::Component::ParentDir);
        let homes = [Some(&self.place.common), self.place.top.as_ref()];
        !climbs && homes.into_iter().flatten().filter_map(|home| home.canonicalize().ok()).any(|home| real.starts_with(home))
    }
}
