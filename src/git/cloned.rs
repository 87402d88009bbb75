//! A repository to be filled from elsewhere: nothing of it lies in the folder before somebody has looked at what came.

use git2::build::CheckoutBuilder;
use git2::{Repository, RepositoryInitOptions};

use super::history::Id;
use super::refused::Refused;
use super::register_folder::RegisterFolder;
use super::remote::Remote;
use super::unreached::Unreached;

/// Makes an empty repository whose branch is shared at an address.
///
/// # Errors
/// The disk failed.
pub fn begin_clone(folder: &RegisterFolder, branch: &str, address: &str) -> Result<(), Unreached> {
    let short = branch.strip_prefix("refs/heads/").unwrap_or(branch);
    let repository = Repository::init_opts(&**folder, RepositoryInitOptions::new().initial_head(short).no_reinit(true))?;
    let place = folder.place()?;
    place.set(&format!("branch.{short}.remote"), "origin")?;
    place.set(&format!("branch.{short}.merge"), branch)?;
    drop(repository);
    // Where nobody answers, the folder goes with all that is noted in it.
    Remote::note(folder, address, |_| Ok(())).map(drop)
}

/// Writes the files of a commit into an empty folder, byte by byte as they are, and sets branch and index to it.
///
/// # Errors
/// The disk failed.
pub fn fill_clone(folder: &RegisterFolder, branch: &str, commit: Id) -> Result<(), Refused> {
    let repository = folder.place()?.open()?;
    let object = repository.find_commit(commit.0)?.into_object();
    repository.checkout_tree(&object, Some(CheckoutBuilder::new().disable_filters(true).force()))?;
    repository.reference(branch, commit.0, true, "liandong clone")?;
    Ok(())
}
