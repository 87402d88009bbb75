//! What happened, commit by commit, as verifying, merging and showing need it. Also of a bare repository, and of what a push has
//! brought so far and nobody has accepted yet.

use std::cell::RefCell;
use std::fmt;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, TimeZone as _};
use git2::{ErrorCode, Oid, Repository, Sort};
use sha1::{Digest as _, Sha1};

use super::asked_folders::AskedFolders;
use super::git_folder::{GitFolder, branch_of};
use super::refused::Refused;
use super::register_folder::RegisterFolder;
use super::signed;

/// The name of an object: forty hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub(super) Oid);

impl Id {
    /// The object of a name in full.
    pub(super) fn of_digits(digits: &str) -> Option<Self> {
        Oid::from_str(digits).ok().map(Self)
    }

    /// The name of a file of these bytes. A register has thousands to be named, at a pace that libgit2 does not keep.
    #[must_use]
    pub fn from_file_bytes(bytes: &[u8]) -> Self {
        Self::from_object("blob", &[bytes])
    }

    /// The name of a folder that holds nothing but regular files, these, in the order of their names' bytes.
    #[must_use]
    pub fn from_files(files: &[(String, Self)]) -> Self {
        let entries: Vec<u8> =
            files.iter().flat_map(|(name, id)| [b"100644 ", name.as_bytes(), b"\0", id.0.as_bytes()].concat()).collect();
        Self::from_object("tree", &[&entries])
    }

    fn from_object(kind: &str, parts: &[&[u8]]) -> Self {
        let length: usize = parts.iter().map(|part| part.len()).sum();
        let mut hash = Sha1::new();
        hash.update(format!("{kind} {length}\0"));
        for part in parts {
            hash.update(part);
        }
        Self::from_bytes(hash.finalize().into())
    }

    /// The twenty bytes of it.
    #[must_use]
    pub fn bytes(self) -> [u8; 20] {
        self.0.as_bytes().try_into().unwrap_or_default()
    }

    /// The name that has these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 20]) -> Self {
        Self(Oid::from_bytes(&bytes).unwrap_or(Oid::ZERO_SHA1))
    }

    /// Whether a file of these bytes has this name.
    #[must_use]
    pub fn is_of(self, bytes: &[u8]) -> bool {
        Oid::hash_object(git2::ObjectType::Blob, bytes).is_ok_and(|id| id == self.0)
    }

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

/// Bytes of a commit: what it says, who signed and what it follows. Ten thousand files named in it have a tenth of that.
const COMMIT_BYTES: u64 = 4 * 1024 * 1024;

/// A repository's commits and what they hold of a register, by paths from its folder; one handle a thread. Where branches stand is asked
/// of the repository that was opened.
pub struct History {
    pub(super) objects: Repository,
    pub(super) place: GitFolder,
    /// The register's folder from the top of the repository; empty where it is the top.
    pub(super) inside: String,
    pub(super) asked: RefCell<AskedFolders>,
}

impl History {
    /// The history of the register in a folder, of which a bare repository is one.
    ///
    /// # Errors
    /// There is no repository, its history is cut off, or it cannot be read.
    pub fn open(folder: &RegisterFolder) -> Result<Self, Refused> {
        folder.place()?.is_whole()?;
        Self::at_hand(folder)
    }

    /// The commits that are here, wherever their history is cut off: each holds what it holds.
    pub(super) fn at_hand(folder: &RegisterFolder) -> Result<Self, Refused> {
        let place = folder.place()?;
        let (objects, inside) = (place.open_objects()?, folder.below_top()?);
        Ok(Self { objects, place: place.clone(), inside, asked: RefCell::default() })
    }

    /// A path of the register from the top of its repository.
    pub(super) fn path_in_whole(&self, path: &str) -> String {
        if self.inside.is_empty() { path.to_owned() } else { format!("{}/{path}", self.inside) }
    }

    /// The git folder that all work trees share.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.place.common.clone()
    }

    /// The commit that a word of git's names: a branch, a digit string, `HEAD~2`.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn find(&self, word: &str) -> Result<Option<Id>, Refused> {
        let repository = self.place.open()?;
        match repository.revparse_single(word).and_then(|found| found.peel_to_commit()) {
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
        let repository = self.place.open()?;
        let branch = branch_of(&repository)?;
        let tip = super::branch::tip(&repository, &branch)?;
        Ok((branch, tip.map(Id)))
    }

    /// A commit.
    ///
    /// # Errors
    /// It is missing or cannot be read.
    pub fn commit(&self, id: Id) -> Result<Commit, Refused> {
        let commit = self.read_commit(id)?;
        let odb = self.objects.odb()?;
        let object = odb.read(id.0)?;
        let (signed, signature) = signed::apart(object.data());
        let at = moment(commit.time());
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

    /// A commit as libgit2 reads it, whole and more than once: its size is asked first, for it unfolds.
    pub(super) fn read_commit(&self, id: Id) -> Result<git2::Commit<'_>, Refused> {
        if self.size(id)? > COMMIT_BYTES {
            return Err(Refused::Overlong(id.to_string()));
        }
        Ok(self.objects.find_commit(id.0)?)
    }

    /// The main line of a commit with the dates that its makers say, from that commit back to where it begins.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn dated_line(&self, tip: Id) -> Result<Vec<(Id, DateTime<FixedOffset>)>, Refused> {
        let mut line = Vec::new();
        let mut next = Some(tip.0);
        while let Some(id) = next {
            let commit = self.read_commit(Id(id))?;
            line.push((Id(id), moment(commit.time())));
            next = commit.parent_ids().next();
        }
        Ok(line)
    }

    /// The main line from a commit back to another, which must lie on it: newest first, without that other. `None` where it
    /// does not lie there.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn first_parents(&self, tip: Id, from: Option<Id>) -> Result<Option<Vec<Id>>, Refused> {
        let mut line = Vec::new();
        let mut at = Some(tip);
        while let Some(id) = at {
            if Some(id) == from {
                return Ok(Some(line));
            }
            line.push(id);
            at = self.read_commit(id)?.parent_ids().next().map(Id);
        }
        Ok(if from.is_none() { Some(line) } else { None })
    }

    /// What a commit brings that another has not: oldest first, without merges being followed twice.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn commits_since(&self, tip: Id, without: &[Id]) -> Result<Vec<Id>, Refused> {
        let mut walk = self.objects.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::REVERSE)?;
        walk.push(tip.0)?;
        for known in without {
            walk.hide(known.0)?;
        }
        let ids: Result<Vec<Id>, git2::Error> = walk.map(|id| id.map(Id)).collect();
        Ok(ids?)
    }

    /// How many filings a commit brings that another has not: commits that hold something else of the register than the one before. At the
    /// top of a repository each is one.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn filings_since(&self, tip: Id, without: &[Id]) -> Result<usize, Refused> {
        let commits = self.commits_since(tip, without)?;
        if self.inside.is_empty() {
            return Ok(commits.len());
        }
        let of = |commit: Id| -> Result<_, Refused> { Ok(self.tree(commit)?.map(|tree| tree.id())) };
        let mut filings = 0;
        for commit in commits {
            let before = self.parents(commit)?.first().map(|first| of(*first)).transpose()?.flatten();
            filings += usize::from(of(commit)? != before);
        }
        Ok(filings)
    }

    /// Where two lines parted.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn merge_base(&self, one: Id, other: Id) -> Result<Option<Id>, Refused> {
        match self.objects.merge_base(one.0, other.0) {
            Ok(id) => Ok(Some(Id(id))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether a commit is another, or goes back to it.
    ///
    /// # Errors
    /// A commit is missing.
    pub fn is_descendant(&self, commit: Id, earlier: Id) -> Result<bool, Refused> {
        Ok(commit == earlier || self.objects.graph_descendant_of(commit.0, earlier.0)?)
    }

    /// The commits that a commit follows.
    ///
    /// # Errors
    /// The commit is missing.
    pub fn parents(&self, commit: Id) -> Result<Vec<Id>, Refused> {
        Ok(self.read_commit(commit)?.parent_ids().map(Id).collect())
    }
}

/// A moment as git has it; one beyond the years that people write is the last of these, so that nobody takes it for one of the past.
fn moment(when: git2::Time) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(when.offset_minutes() * 60).or(FixedOffset::east_opt(0));
    let seconds = when.seconds().clamp(FIRST_SECOND, LAST_SECOND);
    zone.and_then(|zone| zone.timestamp_opt(seconds, 0).single()).unwrap_or_default()
}

/// 1900-01-02 and 9999-12-30: in every zone they are days of years that people write.
const FIRST_SECOND: i64 = -2_208_902_400;
const LAST_SECOND: i64 = 253_402_128_000;
