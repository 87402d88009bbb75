//! The smallest change to a register that a case is about.

use std::collections::BTreeMap;

/// A change to one file, or several that belong together.
#[derive(Clone, Copy)]
pub(super) enum Edit {
    /// A new file.
    Add(&'static str, &'static str),
    /// A file that is gone.
    Remove(&'static str),
    /// The first place where a text stands, with another in its place.
    Replace(&'static str, &'static str, &'static str),
    /// Keys at the head of a file, before its tables.
    Head(&'static str, &'static str),
    /// Tables at its end.
    Tail(&'static str, &'static str),
    /// What several cases begin with.
    All(&'static [Edit]),
}

impl Edit {
    /// Changes files by path. A change that finds nothing to change is none, and its case would be about nothing.
    pub(super) fn apply(self, files: &mut BTreeMap<String, String>) {
        let there = |files: &BTreeMap<String, String>, path: &str| {
            files.get(path).unwrap_or_else(|| panic!("{path} is in the register")).clone()
        };
        match self {
            Self::Add(path, text) => {
                assert!(files.insert(path.to_owned(), text.to_owned()).is_none(), "{path} was there before");
            }
            Self::Remove(path) => assert!(files.remove(path).is_some(), "{path} is in the register"),
            Self::Replace(path, from, to) => {
                let text = there(files, path);
                assert!(text.contains(from), "{from} stands in {path}:\n{text}");
                files.insert(path.to_owned(), text.replacen(from, to, 1));
            }
            Self::Head(path, keys) => {
                let text = there(files, path);
                files.insert(path.to_owned(), format!("{keys}{text}"));
            }
            Self::Tail(path, tables) => {
                let text = there(files, path);
                files.insert(path.to_owned(), format!("{text}\n{tables}"));
            }
            Self::All(edits) => edits.iter().for_each(|edit| edit.apply(files)),
        }
    }
}
