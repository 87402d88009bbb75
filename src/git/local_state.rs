//! What a clone notes of itself: commits and words under names of this program's own, sealed (see [`own_note`]), and settings where git
//! keeps its own.

use std::path::{Component, Path, PathBuf};

use super::disk::Disk;
use super::history::{History, Id};
use super::own_note::{self, FoundNote};
use super::own_reference;
use super::refused::Refused;

/// The folder of marks within that of the program's own files.
const MARKS: &str = "marks";

impl History {
    /// Notes a commit under a name of this program's own, which is never sent.
    ///
    /// # Errors
    /// The disk failed.
    pub fn mark(&self, name: &str, commit: Id) -> Result<(), Refused> {
        // The reference keeps git from throwing the commit away; what is believed is the note.
        own_reference::set(&*self.place.open()?, &own_name(name), commit.0)?;
        self.note(name, &commit.to_string())
    }

    /// Notes a word under a name of this program's own.
    ///
    /// # Errors
    /// The disk failed.
    pub fn note(&self, name: &str, word: &str) -> Result<(), Refused> {
        own_note::write(&Disk::default(), &self.folder(), &note_of(name), word.as_bytes())
    }

    /// The word that this user noted here under a name.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn noted(&self, name: &str) -> Result<Option<String>, Refused> {
        match own_note::read(&self.folder(), &note_of(name))? {
            FoundNote::Own(word) => Ok(String::from_utf8(word).ok()),
            FoundNote::None | FoundNote::Foreign => Ok(None),
        }
    }

    /// All that this user noted here: names and words. A folder that is moved takes them along only by being told so.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn notes(&self) -> Result<Vec<(String, String)>, Refused> {
        let names = own_note::names(&self.folder(), MARKS)?.into_iter().map(|name| name.replace('+', "/"));
        let noted = names.map(|name| Ok(self.noted(&name)?.map(|word| (name, word))));
        noted.filter_map(Result::transpose).collect()
    }

    /// Those of some names under which a commit is noted here by somebody else, by this user for another folder, or by an older program:
    /// nothing of that is believed.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn foreign_marks<'n>(&self, names: &[&'n str]) -> Result<Vec<&'n str>, Refused> {
        let repository = self.place.open()?;
        let mut foreign = Vec::new();
        for name in names {
            let there = super::branch::tip(&repository, &own_name(name))?.is_some();
            if there && self.marked(name)?.is_none() {
                foreign.push(*name);
            }
        }
        Ok(foreign)
    }

    /// The commit that this user noted here under a name.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn marked(&self, name: &str) -> Result<Option<Id>, Refused> {
        Ok(self.noted(name)?.and_then(|digits| Id::of_digits(&digits)))
    }

    /// The commits that were noted under names below one.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn marked_below(&self, name: &str) -> Result<Vec<Id>, Refused> {
        let below = format!("{name}/");
        let noted = self.notes()?.into_iter().filter(|(name, _)| name.starts_with(&below));
        Ok(noted.filter_map(|(_, digits)| Id::of_digits(&digits)).collect())
    }

    /// Whether any reference fits a pattern.
    pub(super) fn knows_any(&self, pattern: &str) -> Result<bool, Refused> {
        Ok(self.place.open()?.references_glob(pattern)?.next().is_some())
    }

    /// Notes where a branch of the shared repository stands.
    pub(super) fn follow(&self, name: &str, commit: Id) -> Result<(), Refused> {
        own_reference::set(&*self.place.open()?, name, commit.0)
    }

    /// Whether a path lies in the folder of this repository.
    pub(super) fn is_within(&self, path: &Path) -> bool {
        // Where nothing is, nothing runs: `..` is read as it is written then.
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| climbed(path));
        let path = real(path);
        [Some(self.folder()), self.place.top.clone()].into_iter().flatten().any(|folder| path.starts_with(real(&folder)))
    }

    /// What git's configuration says: the repository's own where that is followed, else a person's.
    #[must_use]
    pub fn setting(&self, key: &str) -> Option<String> {
        let person = self.place.open().ok()?.config().and_then(|mut config| config.snapshot()).ok()?;
        self.place.settings().ok()?.followed(key, &person)
    }

    /// The names of settings of the repository's own that are without effect here.
    ///
    /// # Errors
    /// Its configuration cannot be read.
    pub fn settings_without_effect(&self) -> Result<Vec<String>, Refused> {
        Ok(self.place.settings()?.without_effect())
    }

    /// Sets what git's configuration says of this repository.
    ///
    /// # Errors
    /// The disk failed.
    pub fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        self.place.set(key, value)
    }

    /// Lets HEAD name the branch of a register where it names one that does not exist.
    ///
    /// # Errors
    /// The repository cannot be read or written.
    pub fn head_to_main(&self) -> Result<(), Refused> {
        match self.head()? {
            (_, Some(_)) => Ok(()),
            (_, None) => Ok(self.place.open()?.set_head("refs/heads/main")?),
        }
    }
}

/// A path without `..`.
fn climbed(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut above, part| {
        match part {
            Component::ParentDir => drop(above.pop()),
            part => above.push(part),
        }
        above
    })
}

fn own_name(name: &str) -> String {
    format!("refs/liandong/{name}")
}

/// One file for each, in one folder.
fn note_of(name: &str) -> String {
    format!("{MARKS}/{}", name.replace('/', "+"))
}
