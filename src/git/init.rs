//! A new repository around a folder, with everything in it as its first commit.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use git2::{Config, IndexAddOption, Repository, RepositoryInitOptions, Signature, Time};

use super::git_folder::GitFolder;
use super::refused::Refused;
use super::workspace::identity;

/// The branch of a new register.
const BRANCH: &str = "main";

/// Who is to file in a new repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIdentity {
    /// The person.
    pub name: String,
    /// An address, which counts where the person's own configuration has none.
    pub email: String,
}

/// Whether the person's own configuration says who files, wherever that is.
#[must_use]
pub fn is_person_known() -> bool {
    let says =
        |key: &str| Config::open_default().and_then(|config| config.get_string(key)).is_ok_and(|said| !said.trim().is_empty());
    says("user.name") && says("user.email")
}

/// Makes a repository of a folder and commits what is in it, by whom it is told; else by whoever the person's own configuration names.
///
/// # Errors
/// Nobody's name and address are set, or the disk failed.
pub fn init(folder: &Path, message: &str, moment: DateTime<FixedOffset>, by: Option<&NewIdentity>) -> Result<String, Refused> {
    let repository = Repository::init_opts(folder, RepositoryInitOptions::new().initial_head(BRANCH).no_reinit(true))?;
    let place = GitFolder::around(folder, &[])?;
    let person = repository.config()?.snapshot()?;
    if let Some(NewIdentity { name, email }) = by {
        place.set("user.name", name)?;
        if person.get_string("user.email").is_err() {
            place.set("user.email", email)?;
        }
    }
    let settings = place.settings()?;
    let identity = identity(&settings, &person)?;
    let time = Time::new(moment.timestamp(), moment.offset().local_minus_utc() / 60);
    let by = Signature::new(&identity.name, &identity.email, &time)?;
    let mut index = repository.index()?;
    index.add_all(["*"], IndexAddOption::DEFAULT, None)?;
    index.write()?;
    let tree = repository.find_tree(index.write_tree()?)?;
    Ok(repository.commit(Some("HEAD"), &by, &by, message, &tree, &[])?.to_string())
}
