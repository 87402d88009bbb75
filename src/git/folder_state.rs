//! How a folder, the last commit and what was sent differ. Nothing is changed and nobody is kept waiting.

use std::path::Path;

use git2::{ErrorCode, Repository};

use super::comparison::{Differences, compare};
use super::git_folder::{GitFolder, branch_of};
use super::history::{History, Id};
use super::midway::Midway;
use super::refused::Refused;
use super::register_folder::RegisterFolder;
use super::revision::Blob;

/// In what the folder, the last commit and the shared repository differ. Files are relative to the folder, in the order of paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FolderState {
    /// Whether there is a commit at all.
    pub is_committed: bool,
    /// Where the folder and the last commit differ.
    pub differences: Differences,
    /// How many filings the shared repository did not have when it was last heard of; none where it never was.
    pub unsent: Option<usize>,
    /// What of git's is half done.
    pub midway: Option<Midway>,
}

impl FolderState {
    /// That of a folder. Of one below the top of its repository what is not sent may be no filing.
    ///
    /// # Errors
    /// The folder lies in no repository, or that cannot be read.
    pub fn of(folder: &RegisterFolder) -> Result<Self, Refused> {
        Self::with(folder, Differences::of(folder, Self::last(folder)?)?)
    }

    /// The last commit of the repository around a folder.
    ///
    /// # Errors
    /// The folder lies in no repository, or that cannot be read.
    pub fn last(folder: &RegisterFolder) -> Result<Option<Id>, Refused> {
        let repository = folder.place()?.open()?;
        let last = repository.head().ok().map(|head| head.peel_to_commit()).transpose()?;
        Ok(last.map(|last| Id(last.id())))
    }

    /// The same, where somebody who read its files has seen how they differ.
    ///
    /// # Errors
    /// As of [`FolderState::of`].
    pub fn with(folder: &RegisterFolder, differences: Differences) -> Result<Self, Refused> {
        let repository = folder.place()?.open()?;
        let is_committed = repository.head().is_ok();
        // Where history is cut off, nothing can be counted that lies behind.
        let unsent = folder.place()?.is_whole().ok().map(|()| unsent(folder, &repository)).transpose()?.flatten();
        Ok(Self { is_committed, differences, unsent, midway: Midway::of(repository.state()) })
    }
}

impl Differences {
    /// Those of a folder from a commit; without one, all that lies there is new.
    ///
    /// # Errors
    /// The folder or the repository cannot be read.
    pub fn of(folder: &RegisterFolder, commit: Option<Id>) -> Result<Self, Refused> {
        let history = History::at_hand(folder)?;
        let tree = commit.map(|commit| history.tree(commit)).transpose()?.flatten();
        let (seen, inside) = ((&history.objects, &*history.place.git), history.path_in_whole(""));
        compare(seen, tree.as_ref(), (folder, &inside), Blob::says)
    }
}

/// Whether all files of a folder are in it: some may be left out of the work tree.
///
/// # Errors
/// Some are.
pub fn holds_all(folder: &RegisterFolder) -> Result<(), Refused> {
    // Where there is no repository, or none that can be read, nothing was left out of one.
    let Ok(settings) = folder.place().and_then(GitFolder::settings) else { return Ok(()) };
    if settings.is_set("core.sparsecheckout") { Err(Refused::Sparse) } else { Ok(()) }
}

/// Those of some files, relative to a folder, that git passes over by its own rules.
#[must_use]
pub fn ignored<'f>(folder: &RegisterFolder, files: &[&'f str]) -> Vec<&'f str> {
    let asked = || {
        let place = folder.place()?;
        let (repository, top) = (place.open()?, place.top.clone().ok_or(Refused::Bare)?);
        rules_are_files(&top)?;
        let inside = folder.below_top()?;
        let path = |file: &str| if inside.is_empty() { file.to_owned() } else { format!("{inside}/{file}") };
        let is_ignored = |file: &&&str| repository.is_path_ignored(path(file)).unwrap_or(false);
        Ok::<_, Refused>(files.iter().filter(is_ignored).copied().collect())
    };
    if files.is_empty() { Vec::new() } else { asked().unwrap_or_default() }
}

/// That what libgit2 reads of git's rules in a work tree are small files, and that no other repository lies within: a copied folder may
/// have a pipe in the place of either, and whoever reads that waits for ever.
fn rules_are_files(top: &Path) -> Result<(), Refused> {
    let mut folders = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        let failed = |error| Refused::disk(&folder, error);
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let (name, kind) = (entry.file_name(), entry.file_type().map_err(failed)?);
            if name == ".git" {
                if folder != *top {
                    return Err(Refused::Foreign(entry.path()));
                }
            } else if kind.is_dir() {
                folders.push(entry.path());
            } else if name == ".gitattributes" || name == ".gitignore" {
                let is_small = kind.is_file() && entry.metadata().map_err(failed)?.len() < RULES_BYTES;
                if !is_small {
                    return Err(Refused::Foreign(entry.path()));
                }
            }
        }
    }
    Ok(())
}

/// How large a file of git's rules may be.
const RULES_BYTES: u64 = 1024 * 1024;

/// How many filings lie behind where the branch of the shared repository stood.
fn unsent(folder: &RegisterFolder, repository: &Repository) -> Result<Option<usize>, Refused> {
    let Ok(branch) = branch_of(repository) else { return Ok(None) };
    let there = branch.replacen("refs/heads/", "refs/remotes/origin/", 1);
    let tip = |name: &str| match repository.refname_to_id(name) {
        Ok(id) => Ok(Some(id)),
        Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error),
    };
    let (Some(here), Some(there)) = (tip(&branch)?, tip(&there)?) else { return Ok(None) };
    History::at_hand(folder)?.filings_since(Id(here), &[Id(there)]).map(Some)
}
