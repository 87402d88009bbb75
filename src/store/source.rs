//! Where a register is read from.

use std::fs::{File, symlink_metadata};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use rayon::prelude::*;

use super::facts::FileStamp;
use super::file::read_below;
use super::foreign::{Foreign, foreign, is_beside};
use crate::git::{self, Blob, BlobReader, Mode, RegisterFolder, Revision, committed};
use crate::model::RecordPath;
use crate::platform::device;
use crate::text::{Text, clean, disk};
use crate::tr;

/// The mechanism that the program ships: the real regulation, no invented record.
static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// A register to be read.
#[derive(Debug)]
pub enum Source {
    /// A folder on disk.
    Folder(RegisterFolder),
    /// A folder as it stood at a revision.
    Revision(Revision),
    /// What the program ships.
    Shipped,
}

/// A file that was found, before it is read.
#[derive(Debug)]
pub(super) struct FoundFile {
    /// Relative to the register, with `/` between its parts.
    pub(super) path: String,
    pub(super) what: FoundKind,
    /// How it looked, where that was asked when it was found.
    pub(super) stamp: Option<FileStamp>,
}

impl FoundFile {
    /// What was found there, of which nothing else was asked.
    fn new(path: String, what: FoundKind) -> Self {
        Self { path, what, stamp: None }
    }

    /// How it looks now, before it is read, in a folder that lies on a disk; none of what could not be known again by that.
    pub(super) fn stamp_in(&self, root: &Path, disk: u64) -> Option<FileStamp> {
        if self.stamp.is_some() {
            return self.stamp;
        }
        let seen = matches!(self.what, FoundKind::File).then(|| symlink_metadata(root.join(&self.path)).ok())??;
        FileStamp::from_metadata(&seen).filter(|_| seen.is_file() && device(&seen) == disk)
    }
}

/// What was found at a path.
#[derive(Debug)]
pub(super) enum FoundKind {
    /// A regular file on disk.
    File,
    /// A regular file of a revision.
    Blob(Blob),
    /// A file in the program.
    Shipped(&'static [u8]),
    /// Something that no register holds, and what it is: hardly ever, so that it lies elsewhere.
    Foreign(Box<Text>),
}

/// Names at the root that are no records and belong there.
const ROOT_NAMES: &[&str] = &[".git", ".gitattributes", ".gitignore", "drafts"];

impl Source {
    /// Everything below the wanted files and folders at the top of the register, sorted by path.
    ///
    /// # Errors
    /// The folder itself cannot be read.
    pub(super) fn list(&self, wanted: &(dyn Fn(&str) -> bool + Sync)) -> Result<Vec<FoundFile>, Text> {
        let mut found = match self {
            Self::Folder(root) => {
                git::holds_all(root)?;
                without_ignored(root, folder(root, wanted)?)
            }
            Self::Revision(revision) => revision.files().iter().filter_map(of_revision).collect(),
            Self::Shipped => shipped().map(|(path, bytes)| FoundFile::new(path.to_owned(), FoundKind::Shipped(bytes))).collect(),
        };
        found.retain(|found| wanted(found.path.split('/').next().unwrap_or_default()) && !lies_beside(found));
        found.par_sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    /// The folder of the register that it is, or of whose history; the shipped one has none.
    #[must_use]
    pub const fn root(&self) -> Option<&RegisterFolder> {
        match self {
            Self::Folder(root) => Some(root),
            Self::Revision(revision) => Some(revision.folder()),
            Self::Shipped => None,
        }
    }

    /// The commit that holds a file as it is here: the revision that is read, or the last one, should it hold the same bytes.
    #[must_use]
    pub fn commit_of(&self, file: &str) -> Option<String> {
        match self {
            Self::Folder(root) => committed(root, file, &read_below(root, file).ok()??),
            Self::Revision(revision) => Some(revision.id().to_owned()),
            Self::Shipped => None,
        }
    }

    /// Whether there is a file.
    #[must_use]
    pub fn has(&self, file: &str) -> bool {
        match self {
            Self::Folder(root) => root.join(file).is_file(),
            Self::Revision(revision) => revision.find(file).is_some(),
            Self::Shipped => SHIPPED.get_file(file).is_some(),
        }
    }

    /// The text of one file, for showing a place in it.
    #[must_use]
    pub fn text(&self, file: &str) -> Option<String> {
        self.reader().text(file)
    }

    /// A handle for one thread that reads more than one text.
    #[must_use]
    pub fn reader(&self) -> TextReader<'_> {
        TextReader { source: self, git: self.revision().and_then(|revision| revision.reader().ok()) }
    }

    const fn revision(&self) -> Option<&Revision> {
        match self {
            Self::Revision(revision) => Some(revision),
            Self::Folder(_) | Self::Shipped => None,
        }
    }
}

/// Reads texts of a source; a repository is opened once for all of them.
pub struct TextReader<'s> {
    source: &'s Source,
    git: Option<BlobReader>,
}

impl TextReader<'_> {
    /// The text of one file.
    #[must_use]
    pub fn text(&self, file: &str) -> Option<String> {
        match self.source {
            Source::Folder(root) => String::from_utf8(read_below(root, file).ok()??).ok(),
            Source::Revision(revision) => {
                let mut bytes = Vec::new();
                self.git.as_ref()?.read(revision.find(file)?, crate::model::limits::RECORD_BYTES, &mut bytes).ok()?;
                String::from_utf8(bytes).ok()
            }
            Source::Shipped => SHIPPED.get_file(file)?.contents_utf8().map(str::to_owned),
        }
    }
}

/// Every file that the program ships: its path and bytes.
pub fn shipped() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    fn below(dir: &'static Dir<'static>) -> Vec<&'static include_dir::File<'static>> {
        dir.files().chain(dir.dirs().flat_map(below)).collect()
    }
    below(&SHIPPED).into_iter().filter_map(|file| Some((file.path().to_str()?, file.contents())))
}

fn of_revision((path, mode, blob): &(String, Mode, Blob)) -> Option<FoundFile> {
    let top = path.split('/').next().unwrap_or_default();
    if ROOT_NAMES.contains(&top) {
        return None;
    }
    let what = match mode {
        Mode::File => FoundKind::Blob(*blob),
        Mode::Executable => foreign_file("可执行文件", "an executable file"),
        Mode::Link => foreign_file("符号链接", "a symbolic link"),
        Mode::EmptyFolder => return None,
        Mode::Submodule => foreign_file("git 子模块", "a git submodule"),
    };
    Some(FoundFile::new(path.clone(), what))
}

fn foreign_file(zh: &'static str, en: &'static str) -> FoundKind {
    FoundKind::Foreign(Box::new(Text::fixed(zh, en)))
}

/// Whether a file is no record and could be none, so that nobody misses it.
fn lies_beside(found: &FoundFile) -> bool {
    let is_kind_folder = || foreign(&format!("{}/x", found.path)) == Foreign::Misplaced;
    let is_link = matches!(found.what, FoundKind::Foreign(_));
    RecordPath::of_file(&found.path).is_err() && foreign(&found.path) == Foreign::Beside && !(is_link && is_kind_folder())
}

/// Without what is no record and what git is told to pass over. A record is read in any case.
fn without_ignored(root: &RegisterFolder, mut found: Vec<FoundFile>) -> Vec<FoundFile> {
    let is_odd = |found: &&FoundFile| RecordPath::of_file(&found.path).is_err() && !lies_beside(found);
    let odd: Vec<&str> = found.par_iter().filter(is_odd).map(|found| found.path.as_str()).collect();
    let ignored: Vec<String> = git::ignored(root, &odd).into_iter().map(str::to_owned).collect();
    found.retain(|found| !ignored.contains(&found.path));
    found
}

/// The files below a folder, looked for level by level: the folders of one level on every core.
fn folder(root: &Path, wanted: &(dyn Fn(&str) -> bool + Sync)) -> Result<Vec<FoundFile>, Text> {
    let mut found = Vec::new();
    let mut level = vec![(root.to_owned(), String::new())];
    while !level.is_empty() {
        let below: Vec<Result<Below, Text>> = level.par_iter().map(|(folder, above)| below(folder, above, wanted)).collect();
        level.clear();
        // Of several that cannot be read the first is told, whichever core came to it first.
        for one in below {
            let mut one = one?;
            found.append(&mut one.files);
            level.append(&mut one.folders);
        }
    }
    Ok(found)
}

/// What lies in a folder itself.
#[derive(Default)]
struct Below {
    files: Vec<FoundFile>,
    /// Each with what stands before the names in it.
    folders: Vec<(PathBuf, String)>,
}

fn below(folder: &Path, above: &str, wanted: &(dyn Fn(&str) -> bool + Sync)) -> Result<Below, Text> {
    let mut found = Below::default();
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if above.is_empty() && (ROOT_NAMES.contains(&&*name) || !wanted(&name)) {
            continue;
        }
        let kind = entry.file_type().map_err(|error| unreadable(&entry.path(), &error))?;
        if kind.is_dir() {
            if !is_beside(&name) {
                found.folders.push((entry.path(), format!("{above}{name}/")));
            }
            continue;
        }
        let what = if kind.is_file() {
            FoundKind::File
        } else if kind.is_symlink() {
            foreign_file("符号链接", "a symbolic link")
        } else {
            foreign_file("特殊文件", "a special file")
        };
        found.files.push(FoundFile::new(format!("{above}{name}"), what));
    }
    Ok(found)
}

/// The bytes of a file on disk, or its size where that is over `most`. Asks for no size first: that would be one more system
/// call a file, and the file may grow meanwhile.
pub(super) fn read_file(path: &Path, most: u64, into: &mut Vec<u8>) -> Result<Option<u64>, Text> {
    into.clear();
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let read = file.take(most + 1).read_to_end(into).map_err(|error| unreadable(path, &error))?;
    if read as u64 > most {
        let size = std::fs::metadata(path).map_or(most + 1, |found| found.len());
        return Ok(Some(size));
    }
    Ok(None)
}

pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Text {
    let (path, why) = (clean(&path.to_string_lossy()).into_owned(), disk(error));
    let (zh, en) = (why.zh(), why.en());
    tr!("读不出 {path}：{zh}"; "{path} cannot be read: {en}")
}
