//! A bundle: commits in a file, for a stick or a mail.

use std::path::Path;

use super::cause::{because, told};
use super::history::{History, Id};
use super::own_git::OwnGit;
use super::program::{Programs, absolute};
use super::register_folder::RegisterFolder;
use super::remote::FETCH;
use super::unreached::Unreached;

/// Writes a bundle of a branch without what another side has.
///
/// # Errors
/// There is nothing in it, or git could not.
pub fn write_bundle(
    programs: &Programs,
    folder: &RegisterFolder,
    file: &Path,
    branch: &str,
    without: &[Id],
) -> Result<(), Unreached> {
    let file = absolute(file).to_string_lossy().into_owned();
    let known: Vec<String> = without.iter().map(|id| format!("^{id}")).collect();
    let mut args = vec!["bundle", "create", &file, branch];
    args.extend(known.iter().map(String::as_str));
    let own = OwnGit::beside(folder.place()?, folder)?;
    let done = programs.git(&own, &args).ok_or(Unreached::NoGit)?;
    if done.ok { Ok(()) } else { Err(because(&done)) }
}

/// Takes the objects of a bundle, and gives the commit at which its branch stands. Nothing in the folder changes.
///
/// # Errors
/// It is no bundle, is broken, or builds on what is not here.
pub fn read_bundle(programs: &Programs, folder: &RegisterFolder, file: &Path) -> Result<Id, Unreached> {
    let file = absolute(file).to_string_lossy().into_owned();
    let own = OwnGit::beside(folder.place()?, folder)?;
    let listed = programs.git(&own, &["bundle", "list-heads", &file]).ok_or(Unreached::NoGit)?;
    if !listed.ok {
        return Err(Unreached::Parcel(told(&listed.err)));
    }
    let said = String::from_utf8_lossy(&listed.out).into_owned();
    let branch =
        said.lines().find_map(|line| line.split_once(' ').map(|(_, name)| name)).filter(|name| name.starts_with("refs/heads/"));
    let branch = branch.ok_or_else(|| Unreached::Parcel(String::new()))?;
    let refspec = format!("+{branch}:refs/received");
    let done = programs.git_listening(&own, &[FETCH, &["--", &file, &refspec]].concat()).ok_or(Unreached::NoGit)?;
    if !done.ok {
        return Err(Unreached::Parcel(told(&done.err)));
    }
    let came = own.find("refs/received")?.ok_or_else(|| Unreached::Parcel(String::new()))?;
    History::open(folder)?.mark(RECEIVED, came)?;
    Ok(came)
}

/// What came in a bundle last, so that git does not throw it away before it is taken over.
const RECEIVED: &str = "received";
