//! The repository elsewhere through which a register is shared.

use std::path::Path;

use super::address::{self, AddressFault, Lack};
use super::cause::because;
use super::git_folder::GitFolder;
use super::history::{History, Id};
use super::only_here::fetched_from;
use super::own_git::{OwnGit, SHARED};
use super::own_reference;
use super::program::{Done, Programs};
use super::refused::Refused;
use super::register_folder::RegisterFolder;
use super::settings::Settings;
use super::unreached::Unreached;
use crate::text::{clean_lines, shell_word};

/// The settings that say where a register is shared, and what is fetched from there.
const ADDRESS: [&str; 2] = ["remote.origin.url", "remote.origin.fetch"];

/// An address that was noted before anybody answered there.
#[must_use = "one where no register is does not stay"]
pub struct NotedAddress {
    place: GitFolder,
    before: [(&'static str, Option<String>); 2],
    /// Whether anything had ever been fetched.
    used: bool,
}

impl NotedAddress {
    /// Whether another was noted before, or none.
    #[must_use]
    pub fn is_new(&self) -> bool {
        let [(key, before), _] = &self.before;
        self.place.settings().is_ok_and(|settings| settings.get(key) != before.as_deref())
    }

    /// Notes again what was noted before; where nothing had been fetched, nothing has been.
    ///
    /// # Errors
    /// The disk failed.
    pub fn take_back(self) -> Result<(), Refused> {
        if !self.used {
            let repository = self.place.open()?;
            for followed in repository.references_glob(&format!("refs/remotes/{SHARED}/*"))? {
                own_reference::delete(&repository, &mut followed?)?;
            }
        }
        self.before.iter().try_for_each(|(key, value)| self.place.put_back(key, value.as_deref()))
    }
}

/// Where a branch is shared.
#[derive(Debug, Clone)]
pub struct Remote<'a> {
    programs: &'a Programs,
    folder: &'a RegisterFolder,
    place: GitFolder,
    /// Its name here, such as `origin`.
    name: String,
    address: String,
    /// `refs/heads/…`, the same there and here.
    branch: String,
}

impl<'a> Remote<'a> {
    /// Where the branch of a folder's repository is shared.
    ///
    /// # Errors
    /// Nowhere yet, or the repository cannot be read.
    pub fn from_config(programs: &'a Programs, folder: &'a RegisterFolder, branch: &str) -> Result<Self, Unreached> {
        let place = folder.place()?.clone();
        let (name, address) = shared(&*place.settings()?).ok_or(Unreached::NoAddress)?;
        Ok(Self { programs, folder, place, name, address, branch: branch.to_owned() })
    }

    /// Notes where the register is shared from now on, as this user says. Another address gives way as long as nothing was ever fetched
    /// from there: it was a slip of the keyboard. One that is new is `asked` first: whoever loses patience has noted nothing.
    ///
    /// # Errors
    /// The register is shared elsewhere, nobody answers there, or the disk failed.
    pub fn note(
        folder: &RegisterFolder,
        address: &str,
        asked: impl FnOnce(&Path) -> Result<(), Unreached>,
    ) -> Result<NotedAddress, Unreached> {
        let place = folder.place()?;
        let before = place.settings()?;
        let known = shared(&*place.settings()?);
        let (history, at) = (History::open(folder)?, place.top.as_deref().unwrap_or(folder));
        let used = history.knows_any(&format!("refs/remotes/{}/*", known.as_ref().map_or(SHARED, |(name, _)| name)))?;
        let before = ADDRESS.map(|key| (key, before.get(key).map(str::to_owned)));
        let noted = NotedAddress { place: place.clone(), before, used };
        address::outside(&history, at, address).map_err(|fault| unfit(fault, address))?;
        match known {
            Some((_, known)) if address::is_same(at, &known, address) => {}
            Some((_, known)) if used => return Err(Unreached::Elsewhere(address::shown_address(&known))),
            _ => {
                asked(at)?;
                let [url, fetch] = ADDRESS;
                place.set(url, address)?;
                place.set(fetch, "+refs/heads/*:refs/remotes/origin/*")?;
            }
        }
        address::named(&history, at, address)?;
        Ok(noted)
    }

    /// Where that is, as it is shown: without what somebody logs in with.
    #[must_use]
    pub fn address(&self) -> String {
        address::shown_address(&self.address)
    }

    /// The reference here that follows the branch there.
    fn followed(&self) -> String {
        let short = self.branch.strip_prefix("refs/heads/").unwrap_or(&self.branch);
        format!("refs/remotes/{}/{short}", self.name)
    }

    /// As the branch stood there when it was last looked at.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn known(&self) -> Result<Option<Id>, Unreached> {
        Ok(History::open(self.folder)?.find(&self.followed())?)
    }

    /// Fetches the branch; nothing in the folder changes. None where it is not there yet.
    ///
    /// # Errors
    /// Why nothing was fetched.
    pub fn fetch(&self) -> Result<Option<Id>, Unreached> {
        let own = self.own()?;
        let (args, followed) = (FETCH, self.followed());
        // What is filed there while it is fetched may come along.
        fetched_from(&self.address)?;
        let done = self.programs.git_listening(&own, &[args, &["--", SHARED, &format!("+{}:{followed}", self.branch)]].concat());
        let done = done.ok_or(Unreached::NoGit)?;
        fetched_from(&self.address)?;
        // Older gits begin it with a capital.
        if !done.ok && done.err.to_lowercase().contains("couldn't find remote ref") {
            return Ok(None);
        }
        if !done.ok {
            return Err(self.because(&done));
        }
        let there = own.find(&followed)?;
        if let Some(there) = there {
            History::open(self.folder)?.follow(&followed, there)?;
        }
        Ok(there)
    }

    /// The digits of what every branch, tag and other reference leads to there.
    ///
    /// # Errors
    /// Why nobody could be asked.
    pub fn tips(&self) -> Result<Vec<String>, Unreached> {
        let done = self.programs.git_listening(&self.own()?, &["ls-remote", "--quiet", SHARED]).ok_or(Unreached::NoGit)?;
        if !done.ok {
            return Err(self.because(&done));
        }
        Ok(String::from_utf8_lossy(&done.out).lines().filter_map(|line| Some(line.split_once('\t')?.0.to_owned())).collect())
    }

    /// Sends a commit to be where the branch stands there. Never by force.
    ///
    /// # Errors
    /// Why it was not sent.
    pub fn push(&self, commit: Id) -> Result<(), Unreached> {
        let refspec = format!("{commit}:{}", self.branch);
        let args = ["push", "--progress", "--porcelain", "--no-signed", "--no-verify", "--", SHARED, &refspec];
        let done = self.programs.git_listening(&self.own()?, &args).ok_or(Unreached::NoGit)?;
        if !done.ok {
            return Err(self.because(&done));
        }
        Ok(History::open(self.folder)?.follow(&self.followed(), commit)?)
    }

    /// The cause of a failure. A shared place that was there before is only away.
    fn because(&self, done: &Done) -> Unreached {
        match lacking(because(done), self.at(), &self.address) {
            Unreached::NoFolder(folder) if self.known().is_ok_and(|known| known.is_some()) => Unreached::Gone(folder),
            why => why,
        }
    }

    /// From where its address leads, where it is relative: as git has it, from the top of the work tree.
    fn at(&self) -> &Path {
        self.place.top.as_deref().unwrap_or(self.folder)
    }

    fn own(&self) -> Result<OwnGit, Unreached> {
        let history = History::open(self.folder)?;
        address::may_use(&history, self.at(), &self.address).map_err(|fault| unfit(fault, &self.address))?;
        Ok(OwnGit::beside(&self.place, self.at())?.shared_at(&self.address)?)
    }
}

/// Why an address is not used.
pub(super) fn unfit(fault: AddressFault, address: &str) -> Unreached {
    let shown = address::shown_address(address);
    match fault {
        AddressFault::Illegible => Unreached::Illegible(shown),
        AddressFault::Inside => Unreached::Inside(shown),
        AddressFault::Unnamed => Unreached::Unnamed(shown),
        AddressFault::Unread(why) => why.into(),
    }
}

/// The same cause, where the address is wrong since it means a folder on this computer, by what that lacks.
fn lacking(why: Unreached, at: &Path, address: &str) -> Unreached {
    let shown = |folder: &Path| clean_lines(&shell_word(&folder.to_string_lossy())).into_owned();
    match (why, address::lack(at, address)) {
        (Unreached::Wrong(_), Some(Lack::Folder(folder))) => Unreached::NoFolder(shown(&folder)),
        (Unreached::Wrong(_), Some(Lack::Repository(folder))) => Unreached::NoRepository(shown(&folder)),
        (why, _) => why,
    }
}

/// How anything is fetched: nothing of the register's is written but objects, and as long as something comes it says so. Offices have gits
/// that are ten years old: no option of this or of a bundle is younger.
pub(super) const FETCH: &[&str] = &["fetch", "--progress", "--no-tags", "--no-recurse-submodules", "--refmap="];

/// The name and the address at which a register is shared: those of `origin`, else of the only one there is.
fn shared(settings: &Settings) -> Option<(String, String)> {
    let name = |key: &str| Some(key.strip_prefix("remote.")?.strip_suffix(".url")?.to_owned());
    let mut all: Vec<(String, String)> =
        settings.matching(|key| name(key).is_some()).filter_map(|(key, url)| Some((name(key)?, url.to_owned()))).collect();
    let origin = all.iter().position(|(name, _)| name == SHARED);
    match (origin, all.len()) {
        (Some(at), _) => Some(all.swap_remove(at)),
        (None, 1) => all.pop(),
        (None, _) => None,
    }
}

/// The branch of a register, asked of an address: the one that is the head there, else `main`, which a repository made by hand may hold
/// beside a head that names none.
///
/// # Errors
/// Why nothing was heard.
pub fn head_of(programs: &Programs, folder: &Path, address: &str) -> Result<Option<String>, Unreached> {
    let own = OwnGit::empty(folder)?;
    let ask = |args: &[&str]| programs.git_listening(&own, args).ok_or(Unreached::NoGit);
    let mut done = ask(&["ls-remote", "--symref", "--", address, "HEAD", "refs/heads/main"])?;
    if !done.ok && done.err.starts_with("usage: ") && !address.starts_with('-') {
        // A git from before 2.8 does not tell what the head names, nor where options end.
        done = ask(&["ls-remote", address, "HEAD", "refs/heads/*"])?;
    }
    if !done.ok {
        return Err(lacking(because(&done), folder, address));
    }
    let said = String::from_utf8_lossy(&done.out).into_owned();
    let head = said.lines().find_map(|line| line.strip_prefix("ref: ")?.strip_suffix("\tHEAD"));
    let named: Vec<(&str, &str)> = said.lines().filter_map(|line| line.split_once('\t')).collect();
    let main = || named.iter().find(|(_, name)| *name == "refs/heads/main");
    let at_head = || {
        let (head, _) = named.iter().find(|(_, name)| *name == "HEAD")?;
        named.iter().find(|(id, name)| id == head && *name != "HEAD")
    };
    let branch = head.or_else(|| main().or_else(at_head).map(|(_, name)| *name));
    Ok(branch.filter(|branch| branch.starts_with("refs/heads/")).map(str::to_owned))
}

/// That a register may be shared at an address for the first time: nothing is there yet, or its branch.
///
/// # Errors
/// Why nothing was heard, or somebody else's repository is there.
pub fn may_hold(programs: &Programs, folder: &Path, address: &str, branch: &str) -> Result<(), Unreached> {
    // A git from before 2.8 does not know where options end: only an address that could pass for one is told apart so.
    let end: &[&str] = if address.starts_with('-') { &["--"] } else { &[] };
    let done = programs.git_listening(&OwnGit::empty(folder)?, &[&["ls-remote", "--heads"], end, &[address]].concat());
    let done = done.ok_or(Unreached::NoGit)?;
    if !done.ok {
        return Err(lacking(because(&done), folder, address));
    }
    let said = String::from_utf8_lossy(&done.out).into_owned();
    let mut branches = said.lines().filter_map(|line| line.split_once('\t')).map(|(_, name)| name).peekable();
    let is_empty = branches.peek().is_none();
    if is_empty || branches.any(|name| name == branch) {
        Ok(())
    } else {
        Err(Unreached::Foreign(address::shown_address(address)))
    }
}
