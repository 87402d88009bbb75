//! A bundle: commits in a file, for a stick or a mail.

use std::io::Read as _;
use std::path::Path;

use super::cause::{because, told};
use super::history::{History, Id};
use super::named_file::open_named_file;
use super::own_git::OwnGit;
use super::pack_sizes;
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
    if !has_short_head(file) {
        return Err(Unreached::LongHead);
    }
    if let (Some(end), Ok(bundle)) = (end_of_head(file), open_named_file(file)) {
        pack_sizes::look(bundle, end as u64)?;
    }
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

/// Bytes of what stands before the objects of a bundle, and how many branches it may name there: what `pack` writes names one, and a few commits
/// on which it builds. git reads these lines byte by byte and looks up each branch: fifty megabytes of them took it minutes, and no end is set.
const HEAD_BYTES: u64 = 1024 * 1024;
const BRANCHES: usize = 1_000;

/// Whether what git reads of a bundle before its objects is no more than a bundle has. Of what cannot be read git says why.
fn has_short_head(file: &Path) -> bool {
    let Some(head) = beginning(file) else { return true };
    let Some(end) = head.windows(2).position(|two| two == b"\n\n") else { return (head.len() as u64) < HEAD_BYTES };
    let names_branch = |line: &&[u8]| !line.starts_with(b"-") && !line.starts_with(b"@") && !line.starts_with(b"#");
    head[..end].split(|byte| *byte == b'\n').filter(names_branch).count() <= BRANCHES
}

/// Where the objects of a bundle begin.
fn end_of_head(file: &Path) -> Option<usize> {
    Some(beginning(file)?.windows(2).position(|two| two == b"\n\n")? + 2)
}

fn beginning(file: &Path) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    open_named_file(file).and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut head)).ok()?;
    Some(head)
}

/// What came in a bundle last, so that git does not throw it away before it is taken over.
const RECEIVED: &str = "received";
