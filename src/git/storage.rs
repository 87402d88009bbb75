//! How a repository is stored, asked before libgit2 opens it: of what it cannot read it says no name.

use super::refused::Refused;
use super::settings::Settings;

/// Extensions of git's that change nothing for whoever reads objects and names, and that libgit2 knows.
const HARMLESS: [&str; 4] =
    ["extensions.noop", "extensions.objectformat", "extensions.preciousobjects", "extensions.worktreeconfig"];

/// That a repository is stored as it can be read here, and wholly.
///
/// # Errors
/// What stands against it, by name.
pub(super) fn fits(settings: &Settings) -> Result<(), Refused> {
    let says = |key: &str| settings.get(key).unwrap_or_default().to_lowercase();
    if !matches!(&*says("extensions.refstorage"), "" | "files") {
        return Err(Refused::Reftable);
    }
    if !matches!(&*says("extensions.objectformat"), "" | "sha1") {
        return Err(Refused::Sha256);
    }
    let is_promisor = |key: &str| key.starts_with("remote.") && key.ends_with(".promisor");
    let promised = settings.matching(is_promisor).any(|(key, _)| settings.is_set(key));
    if promised || !says("extensions.partialclone").is_empty() {
        return Err(Refused::Partial);
    }
    // Before version 1 of the layout git itself passes extensions over.
    let counts = says("core.repositoryformatversion").parse::<u32>().is_ok_and(|version| version > 0);
    let mut unknown = settings.matching(|key| key.starts_with("extensions.") && !HARMLESS.contains(&key));
    match unknown.next().filter(|_| counts) {
        Some((key, value)) => Err(Refused::Extension(key.to_owned(), value.to_owned())),
        None => Ok(()),
    }
}
