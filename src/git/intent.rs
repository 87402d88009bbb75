//! The note of a filing that has begun: enough to finish it or to undo it, by whoever comes next.

use std::path::{Path, PathBuf};

use git2::Oid;
use serde::{Deserialize, Serialize};

use super::disk::{Disk, folder_of};
use super::lock::own;
use super::own_note::{self, FoundNote};
use super::real_folder::is_plain;
use super::refused::Refused;

/// The version of the note's form; a newer one is left alone.
const FORM: u32 = 1;

/// A filing under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Intent {
    form: u32,
    /// The branch that shall move, `refs/heads/…`.
    pub(super) branch: String,
    /// Where it stands before; nowhere, for the first commit.
    #[serde(with = "maybe")]
    pub(super) parent: Option<Oid>,
    /// Where it shall stand.
    #[serde(with = "always")]
    pub(super) commit: Oid,
    /// Whether the commit was made before, by whomever: it stands as it is or not at all.
    #[serde(default)]
    pub(super) exact: bool,
    /// Whether the branch goes back: what it led to is taken out of it.
    #[serde(default)]
    pub(super) back: bool,
    /// The files.
    pub(super) places: Vec<IntendedChange>,
    /// Folders that are made for them, from above to below, relative to the top of the work tree.
    pub(super) folders: Vec<String>,
}

/// One file of a filing: what it was in each of the three places where git looks, and what it shall be in all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct IntendedChange {
    /// Relative to the top of the work tree.
    pub(super) path: String,
    /// Its mode in trees and in the index.
    pub(super) mode: u32,
    /// In the branch.
    #[serde(with = "maybe")]
    pub(super) committed: Option<Oid>,
    /// In the folder; differs where an edit by hand is being filed.
    #[serde(with = "maybe")]
    pub(super) working: Option<Oid>,
    /// In the index.
    #[serde(with = "maybe")]
    pub(super) staged: Option<Oid>,
    /// What is filed.
    #[serde(with = "maybe")]
    pub(super) filed: Option<Oid>,
}

/// What to do with a filing that was interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resumption {
    /// The program was killed: nobody was told that it failed.
    Forward,
    /// It failed, and somebody was told.
    Back,
}

/// Where notes lie, in the git folder of the work tree.
pub(super) struct Notes<'a> {
    disk: &'a Disk,
    git: PathBuf,
}

/// What is found of an interrupted filing.
pub(super) enum Interrupted {
    /// Nothing.
    Nothing,
    /// This user's note, and what is to be done with it.
    Noted(Box<Intent>, Resumption),
    /// A note that this user did not make here.
    Foreign,
}

impl Intent {
    pub(super) fn new(
        branch: String,
        parent: Option<Oid>,
        commit: Oid,
        places: Vec<IntendedChange>,
        folders: Vec<String>,
    ) -> Self {
        Self { form: FORM, branch, parent, commit, exact: false, back: false, places, folders }
    }

    /// The same filing on another commit of the branch.
    pub(super) fn onto(self, parent: Option<Oid>, commit: Oid) -> Self {
        Self { parent, commit, ..self }
    }

    /// Whether every path is one within the work tree.
    fn is_within(&self) -> bool {
        let mut paths = self.places.iter().map(|place| &place.path).chain(&self.folders);
        self.branch.starts_with("refs/heads/") && paths.all(|path| is_plain(path))
    }

    /// The edits to a tree that the filing makes.
    pub(super) fn edits(&self) -> impl Iterator<Item = (&str, Option<(Oid, u32)>)> {
        self.places.iter().map(|place| (place.path.as_str(), place.filed.map(|id| (id, place.mode))))
    }
}

impl<'a> Notes<'a> {
    pub(super) fn new(disk: &'a Disk, git: &Path) -> Self {
        Self { disk, git: git.to_owned() }
    }

    /// The note and what is to be done with it.
    pub(super) fn read(&self) -> Result<Interrupted, Refused> {
        let mut found = Interrupted::Nothing;
        for course in [Resumption::Back, Resumption::Forward] {
            // A note keeps its seal when it turns back: the new name is given by the same hand.
            let bytes = match own_note::read_as(&self.git, name(course), name(Resumption::Forward))? {
                FoundNote::Own(bytes) => bytes,
                FoundNote::Foreign => {
                    found = Interrupted::Foreign;
                    continue;
                }
                FoundNote::None => continue,
            };
            let intent = serde_json::from_slice::<Intent>(&bytes).ok().filter(|intent| intent.form == FORM);
            let intent = intent.filter(Intent::is_within).ok_or_else(|| Refused::Unsettled(self.path(course)))?;
            return Ok(Interrupted::Noted(Box::new(intent), course));
        }
        Ok(found)
    }

    /// From here on the filing is finished or undone, whatever happens.
    pub(super) fn write(&self, intent: &Intent) -> Result<(), Refused> {
        let bytes = serde_json::to_vec_pretty(intent).map_err(|error| Refused::Broken(error.to_string()))?;
        own_note::write(self.disk, &self.git, name(Resumption::Forward), &bytes)
    }

    /// It is going to be undone. A new name needs no room, so this does not fail on a full disk.
    pub(super) fn turn_back(&self) -> Result<(), Refused> {
        let (forward, back) = (self.path(Resumption::Forward), self.path(Resumption::Back));
        if forward.exists() {
            self.disk.rename(&forward, &back)?;
            self.disk.sync_folder(folder_of(&back))?;
        }
        Ok(())
    }

    /// Nothing is left to do.
    pub(super) fn clear(&self) -> Result<(), Refused> {
        for course in [Resumption::Forward, Resumption::Back] {
            let path = self.path(course);
            if path.exists() {
                self.disk.remove_whole(&path)?;
            }
        }
        Ok(())
    }

    fn path(&self, course: Resumption) -> PathBuf {
        own(&self.git).join(name(course))
    }
}

/// The name of a note.
const fn name(course: Resumption) -> &'static str {
    match course {
        Resumption::Forward => "intent.json",
        Resumption::Back => "undo.json",
    }
}

/// An object's name as its 40 digits.
mod always {
    use git2::Oid;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(id: &Oid, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(id)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Oid, D::Error> {
        let digits = String::deserialize(deserializer)?;
        Oid::from_str(&digits).map_err(D::Error::custom)
    }
}

/// An object's name, or none.
mod maybe {
    use git2::Oid;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    #[expect(clippy::ref_option, reason = "serde's signature")]
    pub(super) fn serialize<S: Serializer>(id: &Option<Oid>, serializer: S) -> Result<S::Ok, S::Error> {
        id.map(|id| id.to_string()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Oid>, D::Error> {
        let digits = Option::<String>::deserialize(deserializer)?;
        digits.map(|digits| Oid::from_str(&digits).map_err(D::Error::custom)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sealed by this user, and not to be carried out all the same.
    #[test]
    fn a_note_that_is_not_understood_or_leads_elsewhere_is_left_alone() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let (disk, id) = (Disk::default(), "0123456789012345678901234567890123456789");
        let notes = Notes::new(&disk, folder.path());
        let note = |path: &str, branch: &str| {
            format!(
                "{{\"form\":1,\"branch\":\"{branch}\",\"parent\":null,\"commit\":\"{id}\",\"folders\":[],\"places\":[{{\"path\":\"{path}\",\
                 \"mode\":33188,\"committed\":null,\"working\":null,\"staged\":null,\"filed\":null}}]}}"
            )
        };
        let write = |words: &str| own_note::write(&disk, folder.path(), "intent.json", words.as_bytes()).expect("written");
        write(&note("leads/2025/gongan/001.toml", "refs/heads/main"));
        assert!(matches!(notes.read(), Ok(Interrupted::Noted(..))));
        let long = "a/".repeat(3000) + "x";
        let bad = [
            "units/../../x",
            "..",
            "/etc/x",
            "//etc/x",
            ".git/hooks/x",
            "a/.GIT./x",
            "a/git~1/x",
            "a/.g\u{200C}it/x",
            "c:x",
            "a//b",
            "",
            "a/",
            "./a",
            "a\\u0000b",
            "a\\r\\nb",
            "a\\\\..\\\\b",
            "\\u001b[2Ja",
            &long,
        ];
        let led = bad.map(|path| note(path, "refs/heads/main"));
        let other = [
            note("a", "refs/liandong/root"),
            "{\"form\": 2}".to_owned(),
            "half".to_owned(),
            "\u{FEFF}{}".to_owned(),
            String::new(),
        ];
        for words in led.into_iter().chain(other) {
            write(&words);
            assert!(matches!(notes.read(), Err(Refused::Unsettled(_))), "{words}");
        }
    }
}
