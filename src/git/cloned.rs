//! A repository to be filled from elsewhere: nothing of it lies in the folder before somebody has looked at what came.

use std::path::Path;

use git2::build::CheckoutBuilder;
use git2::{Repository, RepositoryInitOptions};

use super::git_folder::GitFolder;
use super::history::Id;
use super::refused::Refused;
use super::remote::{Remote, Unreached};
use super::settings;

/// Makes an empty repository whose branch is shared at an address.
///
/// # Errors
/// The disk failed.
pub fn begin_clone(folder: &Path, branch: &str, address: &str) -> Result<(), Unreached> {
    let short = branch.strip_prefix("refs/heads/").unwrap_or(branch);
    let repository = Repository::init_opts(folder, RepositoryInitOptions::new().initial_head(short).no_reinit(true))?;
    let place = GitFolder::around(folder)?;
    settings::set(&place.common, &format!("branch.{short}.remote"), "origin")?;
    settings::set(&place.common, &format!("branch.{short}.merge"), branch)?;
    drop(repository);
    Remote::note(folder, address)
}

/// Writes the files of a commit into an empty folder, byte by byte as they are, and sets branch and index to it.
///
/// # Errors
/// The disk failed.
pub fn fill_clone(folder: &Path, branch: &str, commit: Id) -> Result<(), Refused> {
    let repository = GitFolder::around(folder)?.open()?;
    let object = repository.find_commit(commit.0)?.into_object();
    repository.checkout_tree(&object, Some(CheckoutBuilder::new().disable_filters(true).force()))?;
    repository.reference(branch, commit.0, true, "liandong clone")?;
    Ok(())
}
