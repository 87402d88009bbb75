//! What a repository's own configuration says and is followed: a short list. The rest is the person's to say, in the person's own
//! configuration, and without effect here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use git2::{Config, ConfigEntry, ConfigLevel, ErrorCode, Repository};

use super::refused::Refused;

/// The settings of a repository that are followed.
const FOLLOWED: [&str; 10] = [
    "commit.gpgsign",
    "core.autocrlf",
    "core.ignorecase",
    "core.precomposeunicode",
    "gpg.format",
    "liandong.unit",
    "remote.origin.url",
    "user.email",
    "user.name",
    "user.signingkey",
];

/// What git writes into every repository, or this program asks before anything else: no news to anybody.
const USUAL: [&str; 12] = [
    "core.bare",
    "core.filemode",
    "core.logallrefupdates",
    "core.repositoryformatversion",
    "core.sparsecheckout",
    "core.splitindex",
    "core.symlinks",
    "extensions.objectformat",
    "extensions.partialclone",
    "extensions.refstorage",
    "extensions.worktreeconfig",
    "remote.origin.fetch",
];

/// A repository's own settings.
pub(super) struct Settings {
    said: BTreeMap<String, String>,
}

impl Settings {
    /// Those that libgit2 read of a repository when it opened it.
    pub(super) fn of_opened(repository: &Repository) -> Result<Self, Refused> {
        let mut said = Self { said: BTreeMap::new() };
        let config = repository.config()?.snapshot()?;
        for level in [ConfigLevel::Local, ConfigLevel::Worktree] {
            config.entries(None)?.for_each(|entry| {
                if entry.level() == level {
                    said.take(entry);
                }
            })?;
        }
        Ok(said)
    }

    /// Those that a work tree's git folder and the one that all work trees share say.
    pub(super) fn read(git: &Path, common: &Path) -> Result<Self, Refused> {
        let mut said = Self { said: BTreeMap::new() };
        let files: [PathBuf; 2] = [common.join("config"), git.join("config.worktree")];
        for file in files {
            if !file.is_file() {
                continue;
            }
            let config = Config::open(&file)?.snapshot()?;
            config.entries(None)?.for_each(|entry| said.take(entry))?;
        }
        Ok(said)
    }

    fn take(&mut self, entry: &ConfigEntry<'_>) {
        let name = String::from_utf8_lossy(entry.name_bytes()).into_owned();
        // A name without a value is git's way to say yes.
        self.said.insert(name, entry.value().unwrap_or("true").to_owned());
    }

    /// What is said, whether it is followed or not.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.said.get(key).map(String::as_str)
    }

    pub(super) fn is_set(&self, key: &str) -> bool {
        self.get(key).is_some_and(|said| matches!(&*said.to_lowercase(), "true" | "yes" | "on" | "1"))
    }

    /// What is said of settings whose names a test passes.
    pub(super) fn matching<'s>(&'s self, fits: impl Fn(&str) -> bool + 's) -> impl Iterator<Item = (&'s str, &'s str)> {
        self.said.iter().map(|(key, said)| (&**key, &**said)).filter(move |(key, _)| fits(key))
    }

    /// What the repository says, where that is followed, else what the person says.
    pub(super) fn followed(&self, key: &str, person: &Config) -> Option<String> {
        let own = FOLLOWED.contains(&key).then(|| self.get(key).map(str::to_owned)).flatten();
        own.or_else(|| person.get_string(key).ok()).filter(|said| !said.trim().is_empty())
    }

    /// The names of those that are without effect, apart from what is usual.
    pub(super) fn without_effect(&self) -> Vec<String> {
        let usual = |key: &str| USUAL.contains(&key) || key.starts_with("branch.") || key.starts_with("receive.");
        self.matching(|key| !FOLLOWED.contains(&key) && !usual(key)).map(|(key, _)| key.to_owned()).collect()
    }
}

/// Sets one of them, in the git folder that all work trees share.
pub(super) fn set(common: &Path, key: &str, value: &str) -> Result<(), Refused> {
    Ok(config_of(common)?.set_str(key, value)?)
}

/// Takes one of them out.
pub(super) fn unset(common: &Path, key: &str) -> Result<(), Refused> {
    match config_of(common)?.remove(key) {
        Err(error) if error.code() != ErrorCode::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn config_of(common: &Path) -> Result<Config, Refused> {
    let mut config = Config::new()?;
    config.add_file(&common.join("config"), ConfigLevel::Local, false)?;
    Ok(config)
}
