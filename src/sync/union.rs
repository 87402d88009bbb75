//! Two lines of a register made one, file by file: a file that one side changed is that side's; one that both changed is merged
//! field by field, or is left for a person.

use std::collections::BTreeMap;

use super::fields::{Choice, Conflict, merge};
use crate::git::{History, Id, Merged, Refused, TreeEntry};
use crate::model::{Kind, Record, RecordPath, limits};
use crate::trust::{ChangedPaths, Changes, Roster};

/// What persons chose: for a file, with the two versions between which they chose, a side for each key.
pub type Choices = BTreeMap<String, BTreeMap<String, Choice>>;

/// A file that cannot be made one.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// Which.
    pub path: String,
    /// As it is in the shared register.
    pub theirs: Option<Id>,
    /// As it is here.
    pub ours: Option<Id>,
    /// Why not.
    pub cause: Cause,
}

/// Why two versions cannot be made one.
#[derive(Debug, Clone, PartialEq)]
pub enum Cause {
    /// Two records were given the same number.
    SameNumber,
    /// These keys were changed on both sides.
    Fields(Vec<Conflict>),
    /// One side took the file out, the other changed it.
    Removed,
    /// It is no record, or one that cannot be read.
    Unreadable,
    /// Each side gave the register a name; the commit of the shared one on which ours builds.
    SecondName(Option<Id>),
    /// Both sides changed keys, and each such change takes two people of the office; the commit of the shared one on which ours builds.
    TwoConsents(Option<Id>),
    /// It is another unit's to merge.
    NotOurs,
}

impl Clash {
    /// Under which name choices about it are kept: other versions are another question.
    #[must_use]
    pub fn question(&self) -> String {
        question(&self.path, self.theirs, self.ours)
    }
}

/// What a merge will hold beyond the main line, and what stands against it.
#[derive(Debug, Default)]
pub struct Union {
    /// Files that differ from the main line.
    pub edits: Vec<(String, Merged)>,
    /// Files that a person must look at.
    pub clashes: Vec<Clash>,
}

/// The union of two lines, by the rule by which it will be judged. `may_merge` says whose files may be merged here.
///
/// # Errors
/// The repository cannot be read.
pub fn union(
    history: &History,
    (main, side): (Id, Id),
    choices: &Choices,
    may_merge: &dyn Fn(&RecordPath) -> bool,
) -> Result<Union, Refused> {
    let mut changes = Changes::default();
    let (by_main, by_side) = (changes.beyond(history, main, side)?, changes.beyond(history, side, main)?);
    let mut union = Union::default();
    if let Some(path) = by_side.iter().find(|path| is_of_keys(path)).filter(|_| by_main.iter().any(is_of_keys))
        && takes_two(history, main)?
    {
        let [theirs, ours] = [history.entry(main, path)?, history.entry(side, path)?].map(|entry| entry.map(|entry| entry.id));
        union.clashes.push(Clash { path: path.to_owned(), theirs, ours, cause: Cause::TwoConsents(by_side.parting()) });
        return Ok(union);
    }
    for path in by_side.iter() {
        let versions = Versions::new(history, path, (main, side), &by_side)?;
        if versions.main == versions.side || by_side.never_was(history, path)? {
            continue;
        }
        if !by_main.contains(path) || by_main.never_was(history, path)? {
            union.edits.push((path.to_owned(), taken(versions.side)));
            continue;
        }
        match both(history, path, &versions, choices, may_merge)? {
            Ok(text) => union.edits.push((path.to_owned(), Merged::Made(text.into_bytes()))),
            Err(cause) => union.clashes.push(Clash {
                path: path.to_owned(),
                theirs: versions.main.map(|entry| entry.id),
                ours: versions.side.map(|entry| entry.id),
                cause,
            }),
        }
    }
    Ok(union)
}

/// What two lines make of a file that both changed, where nobody needs to choose; none where a person must look at it.
///
/// # Errors
/// The repository cannot be read.
pub fn united(history: &History, path: &str, (main, side): (Id, Id), by_side: &ChangedPaths) -> Result<Option<String>, Refused> {
    let versions = Versions::new(history, path, (main, side), by_side)?;
    Ok(both(history, path, &versions, &Choices::new(), &|_| true)?.ok())
}

fn is_of_keys(path: &str) -> bool {
    RecordPath::of_file(path).is_ok_and(|path| path.kind() == Kind::Keys)
}

/// Whether a change of keys takes two people. Each consents to one state of all keys after one commit: of two such changes made at once no
/// merge is what anybody consented to.
fn takes_two(history: &History, commit: Id) -> Result<bool, Refused> {
    Ok(Roster::at(history, commit)?.is_some_and(|roster| roster.threshold() > 1))
}

/// A file as two lines have it, and as it was where they parted.
struct Versions {
    /// Where they parted, or one of these places.
    parting: Option<Id>,
    base: Option<TreeEntry>,
    main: Option<TreeEntry>,
    side: Option<TreeEntry>,
}

impl Versions {
    fn new(history: &History, path: &str, (main, side): (Id, Id), by_side: &ChangedPaths) -> Result<Self, Refused> {
        Ok(Self {
            parting: by_side.parting(),
            base: by_side.base(history, path)?,
            main: history.entry(main, path)?,
            side: history.entry(side, path)?,
        })
    }
}

fn taken(entry: Option<TreeEntry>) -> Merged {
    entry.map_or(Merged::Gone, |entry| Merged::Theirs(entry.id))
}

fn question(path: &str, theirs: Option<Id>, ours: Option<Id>) -> String {
    let name = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
    format!("{path}:{}:{}", name(theirs), name(ours))
}

/// One file that both sides changed.
fn both(
    history: &History,
    file: &str,
    versions: &Versions,
    choices: &Choices,
    may_merge: &dyn Fn(&RecordPath) -> bool,
) -> Result<Result<String, Cause>, Refused> {
    let Ok(path) = RecordPath::of_file(file) else { return Ok(Err(Cause::Unreadable)) };
    let (Some(theirs), Some(ours)) = (versions.main, versions.side) else { return Ok(Err(Cause::Removed)) };
    // Two records are two records, however alike they are.
    if versions.base.is_none() && path.kind().is_happening() {
        return Ok(Err(Cause::SameNumber));
    }
    if !may_merge(&path) {
        return Ok(Err(Cause::NotOurs));
    }
    let text = |id: Id| -> Result<Option<String>, Refused> {
        Ok(history.blob(id, limits::RECORD_BYTES)?.and_then(|bytes| String::from_utf8(bytes).ok()))
    };
    let base = match versions.base {
        Some(base) => text(base.id)?,
        None => None,
    };
    let (Some(theirs_text), Some(ours_text)) = (text(theirs.id)?, text(ours.id)?) else { return Ok(Err(Cause::Unreadable)) };
    // A register has one name, and what is signed for another is taken by nobody: there is nothing to choose.
    let name = |text: &str| match Record::read(&path, text) {
        Ok(Record::Mechanism(file)) => file.register,
        _ => None,
    };
    if let (Some(theirs), Some(ours)) = (name(&theirs_text), name(&ours_text))
        && theirs != ours
    {
        return Ok(Err(Cause::SecondName(versions.parting)));
    }
    let none = BTreeMap::new();
    let chosen = choices.get(&question(file, Some(theirs.id), Some(ours.id))).unwrap_or(&none);
    let merged = merge(path.kind(), base.as_deref(), &theirs_text, &ours_text, chosen);
    Ok(merged.map_err(|conflicts| if conflicts.is_empty() { Cause::Unreadable } else { Cause::Fields(conflicts) }))
}
