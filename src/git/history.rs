//! What happened, commit by commit, as verifying, merging and telling need it. Reads only, also a bare repository, and what a push
//! has brought so far and nobody has accepted yet.

use std::fmt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, TimeZone as _};
use git2::{Delta, DiffOptions, ErrorCode, FileMode, ObjectType, Oid, Repository, Sort, TreeWalkMode, TreeWalkResult};

use super::refused::Refused;
use super::revision::Mode;
use super::signed;
use super::workspace::common_folder;

/// The name of an object: forty hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub(super) Oid);

impl Id {
    /// As much of it as people compare.
    #[must_use]
    pub fn short(self) -> String {
        self.to_string()[..10].to_owned()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A commit.
#[derive(Debug, Clone)]
pub struct Commit {
    /// Its name.
    pub id: Id,
    /// The commits that it follows, the one on the main line first.
    pub parents: Vec<Id>,
    /// When it was made, as its maker says.
    pub at: DateTime<FixedOffset>,
    /// Who made it, as its maker says.
    pub by: String,
    /// What it says of itself.
    pub message: String,
    /// The bytes that are signed.
    pub signed: Vec<u8>,
    /// The signature, armoured.
    pub signature: Option<String>,
}

/// A path at which two commits differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// From the top of the repository; bytes that are no UTF-8 become U+FFFD.
    pub path: String,
    /// What was there.
    pub old: Option<Entry>,
    /// What is there.
    pub new: Option<Entry>,
}

/// What a tree holds at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The object.
    pub id: Id,
    /// What it is.
    pub mode: Mode,
}

/// A repository's commits and what they hold; one handle a thread.
pub struct History {
    repository: Repository,
}

impl History {
    /// The history of the repository around a folder.
    ///
    /// # Errors
    /// There is none, or it cannot be read.
    pub fn open(folder: &Path) -> Result<Self, Refused> {
        let found = Repository::discover_path(folder, std::iter::empty::<&Path>());
        let git = found.map_err(|_| Refused::NoRepository(folder.to_owned()))?;
        Ok(Self { repository: Repository::open(git)? })
    }

    /// The history of a repository while a push is being received: its objects lie apart until they are accepted.
    ///
    /// # Errors
    /// The repository or that folder cannot be read.
    pub fn receiving(git: &Path, quarantine: Option<&Path>) -> Result<Self, Refused> {
        let repository = Repository::open(git)?;
        if let Some(folder) = quarantine.and_then(Path::to_str) {
            repository.odb()?.add_disk_alternate(folder)?;
        }
        Ok(Self { repository })
    }

    /// The git folder that all work trees share.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        common_folder(self.repository.path())
    }

    /// The commit that a word of git's names: a branch, a digit string, `HEAD~2`.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn find(&self, word: &str) -> Result<Option<Id>, Refused> {
        match self.repository.revparse_single(word).and_then(|found| found.peel_to_commit()) {
            Ok(commit) => Ok(Some(Id(commit.id()))),
            Err(error) if matches!(error.code(), ErrorCode::NotFound | ErrorCode::InvalidSpec | ErrorCode::Ambiguous) => Ok(None),
            Err(error) if error.code() == ErrorCode::Peel => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The branch that HEAD names, `refs/heads/…`, and the commit at which it stands.
    ///
    /// # Errors
    /// HEAD names no branch, or the repository cannot be read.
    pub fn head(&self) -> Result<(String, Option<Id>), Refused> {
        let branch = super::workspace::branch_of(&self.repository)?;
        let tip = super::branch::tip(&self.repository, &branch)?;
        Ok((branch, tip.map(Id)))
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

    /// A commit.
    ///
    /// # Errors
    /// It is missing or cannot be read.
    pub fn commit(&self, id: Id) -> Result<Commit, Refused> {
        let commit = self.repository.find_commit(id.0)?;
        let odb = self.repository.odb()?;
        let object = odb.read(id.0)?;
        let (signed, signature) = signed::apart(object.data());
        let when = commit.committer().when();
        let zone = FixedOffset::east_opt(when.offset_minutes() * 60).or(FixedOffset::east_opt(0));
        let at = zone.and_then(|zone| zone.timestamp_opt(when.seconds(), 0).single()).unwrap_or_default();
        Ok(Commit {
            id,
            parents: commit.parent_ids().map(Id).collect(),
            at,
            by: String::from_utf8_lossy(commit.author().name_bytes()).into_owned(),
            message: String::from_utf8_lossy(commit.message_bytes()).into_owned(),
            signed,
            signature,
        })
    }

    /// The main line from a commit back to another, which must lie on it: newest first, without that other. `None` where it
    /// does not lie there.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn line(&self, tip: Id, from: Option<Id>) -> Result<Option<Vec<Id>>, Refused> {
        let mut line = Vec::new();
        let mut at = Some(tip);
        while let Some(id) = at {
            if Some(id) == from {
                return Ok(Some(line));
            }
            line.push(id);
            at = self.repository.find_commit(id.0)?.parent_ids().next().map(Id);
        }
        Ok(if from.is_none() { Some(line) } else { None })
    }

    /// What a commit brings that another has not: oldest first, without merges being followed twice.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn brought(&self, tip: Id, without: &[Id]) -> Result<Vec<Id>, Refused> {
        let mut walk = self.repository.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::REVERSE)?;
        walk.push(tip.0)?;
        for known in without {
            walk.hide(known.0)?;
        }
        let ids: Result<Vec<Id>, git2::Error> = walk.map(|id| id.map(Id)).collect();
        Ok(ids?)
    }

    /// Where two lines parted.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn parting(&self, one: Id, other: Id) -> Result<Option<Id>, Refused> {
        match self.repository.merge_base(one.0, other.0) {
            Ok(id) => Ok(Some(Id(id))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether a commit is another, or goes back to it.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn holds(&self, commit: Id, earlier: Id) -> Result<bool, Refused> {
        Ok(commit == earlier || self.repository.graph_descendant_of(commit.0, earlier.0)?)
    }

    /// Where two commits differ, in the order of paths; from nothing, all that there is.
    ///
    /// # Errors
    /// A commit or a tree is missing.
    pub fn differing(&self, old: Option<Id>, new: Id) -> Result<Vec<Differing>, Refused> {
        let tree = |id: Id| self.repository.find_commit(id.0)?.tree();
        let (old, new) = (old.map(tree).transpose()?, tree(new)?);
        let mut options = DiffOptions::new();
        options.skip_binary_check(true).include_typechange(true);
        let diff = self.repository.diff_tree_to_tree(old.as_ref(), Some(&new), Some(&mut options))?;
        let side = |file: git2::DiffFile<'_>, there: bool| there.then(|| Entry { id: Id(file.id()), mode: mode(file.mode()) });
        let differing = diff.deltas().map(|delta| {
            let (added, deleted) = (delta.status() == Delta::Added, delta.status() == Delta::Deleted);
            let path = if deleted { delta.old_file() } else { delta.new_file() };
            Differing {
                path: String::from_utf8_lossy(path.path_bytes().unwrap_or_default()).into_owned(),
                old: side(delta.old_file(), !added),
                new: side(delta.new_file(), !deleted),
            }
        });
        Ok(differing.collect())
    }

    /// What a commit holds at a path.
    ///
    /// # Errors
    /// The commit or a tree is missing.
    pub fn entry(&self, commit: Id, path: &str) -> Result<Option<Entry>, Refused> {
        match self.repository.find_commit(commit.0)?.tree()?.get_path(Path::new(path)) {
            Ok(entry) => {
                let mode = match entry.filemode() {
                    0o100_644 => Mode::File,
                    0o120_000 => Mode::Link,
                    0o160_000 => Mode::Submodule,
                    _ => Mode::Executable,
                };
                Ok(Some(Entry { id: Id(entry.id()), mode }))
            }
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The objects at the top of a commit, by name.
    ///
    /// # Errors
    /// The commit or its tree is missing.
    pub fn top<const N: usize>(&self, commit: Id, names: [&str; N]) -> Result<[Option<Id>; N], Refused> {
        let tree = self.repository.find_commit(commit.0)?.tree()?;
        Ok(names.map(|name| tree.get_name(name).map(|entry| Id(entry.id()))))
    }

    /// The commits that a commit follows.
    ///
    /// # Errors
    /// The commit is missing.
    pub fn parents(&self, commit: Id) -> Result<Vec<Id>, Refused> {
        Ok(self.repository.find_commit(commit.0)?.parent_ids().map(Id).collect())
    }

    /// The files directly in a folder of a commit: names and objects.
    ///
    /// # Errors
    /// The commit or a tree is missing.
    pub fn files_in(&self, commit: Id, folder: &str) -> Result<Vec<(String, Id)>, Refused> {
        let tree = self.repository.find_commit(commit.0)?.tree()?;
        let entry = match tree.get_path(Path::new(folder)) {
            Ok(entry) if entry.kind() == Some(ObjectType::Tree) => entry,
            _ => return Ok(Vec::new()),
        };
        let tree = self.repository.find_tree(entry.id())?;
        let files = tree.iter().filter(|entry| entry.kind() == Some(ObjectType::Blob));
        Ok(files.map(|entry| (String::from_utf8_lossy(entry.name_bytes()).into_owned(), Id(entry.id()))).collect())
    }

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
        let mut config = self.repository.config()?.open_level(git2::ConfigLevel::Local)?;
        Ok(config.set_str(key, value)?)
    }

    /// Every file below a folder of a commit: paths from the top, and objects.
    ///
    /// # Errors
    /// The commit or a tree is missing.
    pub fn files_below(&self, commit: Id, folder: &str) -> Result<Vec<(String, Id)>, Refused> {
        let tree = self.repository.find_commit(commit.0)?.tree()?;
        let entry = match tree.get_path(Path::new(folder)) {
            Ok(entry) if entry.kind() == Some(ObjectType::Tree) => entry,
            _ => return Ok(Vec::new()),
        };
        let mut files = Vec::new();
        self.repository.find_tree(entry.id())?.walk(TreeWalkMode::PreOrder, |above, entry| {
            if entry.kind() == Some(ObjectType::Blob) {
                files.push((format!("{folder}/{above}{}", String::from_utf8_lossy(entry.name_bytes())), Id(entry.id())));
            }
            TreeWalkResult::Ok
        })?;
        Ok(files)
    }

    /// How many bytes an object has; it is not read for that.
    ///
    /// # Errors
    /// The object is missing.
    pub fn size(&self, id: Id) -> Result<u64, Refused> {
        Ok(self.repository.odb()?.read_header(id.0)?.0 as u64)
    }

    /// The bytes of a file, or `None` where it has more than `most`: their number is asked before they are read.
    ///
    /// # Errors
    /// The object is missing.
    pub fn blob(&self, id: Id, most: u64) -> Result<Option<Vec<u8>>, Refused> {
        if self.size(id)? > most {
            return Ok(None);
        }
        Ok(Some(self.repository.odb()?.read(id.0)?.data().to_vec()))
    }
}

fn own_name(name: &str) -> String {
    format!("refs/liandong/{name}")
}

fn mode(mode: FileMode) -> Mode {
    match mode {
        FileMode::Blob => Mode::File,
        FileMode::Link => Mode::Link,
        FileMode::Commit => Mode::Submodule,
        _ => Mode::Executable,
    }
}
