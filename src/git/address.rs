//! Where a register may be shared. Most addresses lead to another computer; one that names a folder, or a program, lets whoever can
//! write there run programs as everybody who synchronises.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::history::History;
use super::refused::Refused;
use crate::platform::names_disk;
use crate::text::{clean, has_unsafe};

/// Under which name a clone notes the address of that kind that its user has named.
const NAMED: &str = "address";

/// What stands against an address.
pub(super) enum AddressFault {
    /// It lies within the register itself.
    Inside,
    /// Only the register's folder names it.
    Unnamed,
    /// It is empty, or holds what nobody can see.
    Illegible,
    /// That could not be seen.
    Unread(Refused),
}

impl From<Refused> for AddressFault {
    fn from(why: Refused) -> Self {
        Self::Unread(why)
    }
}

/// That an address leads to another computer, or was named by this user here, and not only by the folder.
pub(super) fn may_use(history: &History, at: &Path, address: &str) -> Result<(), AddressFault> {
    outside(history, at, address)?;
    let Some(near) = near(at, address) else { return Ok(()) };
    if history.noted(NAMED)?.as_deref() == Some(&*near.to_string_lossy()) {
        return Ok(());
    }
    Err(AddressFault::Unnamed)
}

/// Whether two addresses lead to one place.
pub(super) fn is_same(at: &Path, one: &str, other: &str) -> bool {
    one == other || near(at, one).is_some_and(|place| near(at, other) == Some(place))
}

/// That an address can be read as it is written, and does not lie within the register itself.
pub(super) fn outside(history: &History, at: &Path, address: &str) -> Result<(), AddressFault> {
    if address.trim().is_empty() || has_unsafe(address) {
        return Err(AddressFault::Illegible);
    }
    match near(at, address) {
        Some(near) if history.is_within(&near) => Err(AddressFault::Inside),
        _ => Ok(()),
    }
}

/// Notes that this user has named an address here.
pub(super) fn named(history: &History, at: &Path, address: &str) -> Result<(), Refused> {
    match near(at, address) {
        Some(near) => history.note(NAMED, &near.to_string_lossy()),
        None => Ok(()),
    }
}

/// An address as it is shown: on one line, and without what somebody wrote into it to log in with. Over HTTP that may be a name too.
#[must_use]
pub fn shown_address(address: &str) -> String {
    let address = clean(address);
    let Some((scheme, rest)) = address.split_once("://") else { return address.into_owned() };
    let authority = rest.find('/').unwrap_or(rest.len());
    let Some(at) = rest[..authority].rfind('@') else { return address.into_owned() };
    let is_login = |scheme: &str| ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    let name = rest[..at].split(':').next().filter(|_| !is_login(scheme));
    let name = name.map_or_else(String::new, |name| format!("{name}@"));
    format!("{scheme}://{name}{}", &rest[at + 1..])
}

/// Why a folder that an address means on this computer is no shared place.
pub(super) enum Lack {
    /// It is not there: a stick that is not plugged in, a drive that is not connected, a slip of the keyboard.
    Folder(PathBuf),
    /// It is there, and no repository is in it.
    Repository(PathBuf),
}

/// What an address lacks, where it means a folder on this computer that is no shared place.
pub(super) fn lack(at: &Path, address: &str) -> Option<Lack> {
    let folder = near(at, address).filter(|folder| folder.is_absolute())?;
    // git finds a repository under these names as well.
    let named = |end: &str| PathBuf::from(format!("{}{end}", folder.display()));
    let is_repository = |folder: &Path| folder.join("HEAD").exists() || folder.join(".git").exists();
    match () {
        () if is_repository(&folder) || is_repository(&named(".git")) => None,
        () if folder.is_dir() => Some(Lack::Repository(folder)),
        // A bundle is a file; of whatever else is there git says what it thinks.
        () => (!folder.exists()).then_some(Lack::Folder(folder)),
    }
}

/// The folder that an address means on this computer, or the program that it asks for; `None` where it leads elsewhere.
fn near(at: &Path, address: &str) -> Option<PathBuf> {
    if address.split_once("::").is_some_and(|(program, _)| is_word(program)) {
        return Some(PathBuf::from(address));
    }
    let folder: Cow<'_, str> = match address.split_once("://") {
        Some((scheme, folder)) if scheme.eq_ignore_ascii_case("file") => decoded(folder).into(),
        Some((scheme, _)) if is_word(scheme) => return None,
        _ if is_host(address) && !at.join(address).exists() => return None,
        _ => address.into(),
    };
    let folder = at.join(&*folder);
    Some(folder.canonicalize().unwrap_or(folder))
}

/// The path of an address, whose signs may be written as numbers: `%2e` is a dot.
fn decoded(path: &str) -> String {
    let (mut bytes, mut rest) = (Vec::with_capacity(path.len()), path.as_bytes());
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        let number = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(number.unwrap_or(*first));
        rest = if number.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// `host:path`, as git tells it from a path.
fn is_host(address: &str) -> bool {
    !names_disk(address) && address.split_once(':').is_some_and(|(host, _)| !host.contains(['/', '\\']))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_another_computer() {
        for far in ["https://git.example.invalid/r.git", "ssh://git@host/r", "git@host:r.git", "[::1]:r.git", "host:/srv/r"] {
            assert_eq!(near(Path::new("/nowhere"), far), None, "{far}");
        }
        for close in ["/srv/r.git", "../r.git", "./a:b", "file:///srv/r.git", "FILE:///srv/r.git", "ext::sh -c x", "r.git"] {
            assert!(near(Path::new("/nowhere"), close).is_some(), "{close}");
        }
    }

    #[test]
    fn nobody_sees_with_what_somebody_logs_in() {
        for (address, seen) in [
            ("https://u:p@h/x.git", "https://h/x.git"),
            ("HTTPS://token@h:8443/x@y.git", "HTTPS://h:8443/x@y.git"),
            ("https://u:p/w@h/x.git", "https://u:p/w@h/x.git"),
            ("ssh://git:p@h/x.git", "ssh://git@h/x.git"),
            ("git@h:x.git", "git@h:x.git"),
            ("/srv/a@b.git", "/srv/a@b.git"),
            ("https://h", "https://h"),
        ] {
            assert_eq!(shown_address(address), seen);
        }
    }

    #[test]
    fn a_sign_of_an_address_may_be_a_number() {
        assert_eq!(decoded("/srv/%2egit/a%20b%"), "/srv/.git/a b%");
        assert_eq!(near(Path::new("/nowhere"), "file:///srv/%2e%2e/r.git"), near(Path::new("/nowhere"), "/srv/../r.git"));
    }
}
