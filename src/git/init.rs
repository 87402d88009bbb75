//! A new repository around a folder, with everything in it as its first commit.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use git2::{IndexAddOption, Repository, RepositoryInitOptions, Signature, Time};

use super::git_folder::GitFolder;
use super::refused::Refused;
use super::workspace::identity;

/// The branch of a new register.
const BRANCH: &str = "main";

/// Makes a repository of a folder and commits what is in it.
///
/// # Errors
/// Nobody's name and address are set, or the disk failed.
pub fn init(folder: &Path, message: &str, moment: DateTime<FixedOffset>) -> Result<String, Refused> {
    let repository = Repository::init_opts(folder, RepositoryInitOptions::new().initial_head(BRANCH).no_reinit(true))?;
    let settings = GitFolder::around(folder, &[])?.settings()?;
    let identity = identity(&settings, &repository.config()?.snapshot()?)?;
    let time = Time::new(moment.timestamp(), moment.offset().local_minus_utc() / 60);
    let by = Signature::new(&identity.name, &identity.email, &time)?;
    let mut index = repository.index()?;
    index.add_all(["*"], IndexAddOption::DEFAULT, None)?;
    index.write()?;
    let tree = repository.find_tree(index.write_tree()?)?;
    Ok(repository.commit(Some("HEAD"), &by, &by, message, &tree, &[])?.to_string())
}
