//! For which register a commit is made. From the commit that names a register, every commit says that name within what is signed: what is
//! signed in a practice copy, or in another district's register, can be brought into no other. A line that parted before its register was
//! named may bring what it has for a while; what arrived before is as it is, and is told.

use std::collections::HashMap;

use ssh_key::rand_core::{OsRng, RngCore as _};

use super::breach::Fault;
use super::roster::record;
use crate::git::{Commit, History, Id, Refused};
use crate::model::{Day, Kind, MechanismFile, Record, RecordPath, RegisterName, registers_named};
use crate::text::clean;

/// The level of trust of a register whose commits name it. Below it they do not.
pub const NAMED_LEVEL: u32 = 2;

/// For how many days of the line's day a line that parted before its register was named may bring commits without the name.
const GRACE_DAYS: u32 = 90;

/// A name for a register, by lot.
#[must_use]
pub fn draw_name() -> RegisterName {
    let mut bytes = [0; 16];
    OsRng.fill_bytes(&mut bytes);
    RegisterName::from_bytes(bytes)
}

/// What a register says of itself at a commit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct StatedTrust {
    level: Option<u32>,
    pub(super) name: Option<RegisterName>,
}

impl From<&MechanismFile> for StatedTrust {
    fn from(file: &MechanismFile) -> Self {
        Self { level: file.trust, name: file.register }
    }
}

/// Whether a register may say so of itself after it said something else: named once, and for good.
///
/// # Errors
/// What is wrong with that.
pub fn stays_named(before: Option<&MechanismFile>, after: &MechanismFile) -> Result<(), Fault> {
    after_that(before.map(StatedTrust::from).unwrap_or_default(), after.into())
}

fn after_that(before: StatedTrust, after: StatedTrust) -> Result<(), Fault> {
    let level = after.level.unwrap_or(1);
    if level > NAMED_LEVEL {
        return Err(Fault::NewerLevel(level));
    }
    let is_whole = (level == NAMED_LEVEL) == after.name.is_some();
    if !is_whole || (before.name.is_some() && before != after) { Err(Fault::Renamed) } else { Ok(()) }
}

/// What registers say of themselves, each version of a file read once.
#[derive(Default)]
pub(super) struct Names {
    known: HashMap<Id, StatedTrust>,
}

impl Names {
    /// What a register says of itself at a commit; nothing where it cannot be read, which is said by other means.
    pub(super) fn at(&mut self, history: &History, commit: Id) -> Result<StatedTrust, Refused> {
        let path = RecordPath::Single(Kind::Mechanism);
        let [Some(file)] = history.top(commit, [&*path.file()])? else { return Ok(StatedTrust::default()) };
        if let Some(known) = self.known.get(&file) {
            return Ok(*known);
        }
        let stated = match record(history, &path, file)? {
            Ok(Record::Mechanism(file)) => StatedTrust::from(&*file),
            _ => StatedTrust::default(),
        };
        self.known.insert(file, stated);
        Ok(stated)
    }
}

/// What is asked of a commit where it arrives.
#[derive(Debug, Clone, Copy)]
pub(super) struct Naming {
    /// What the main line is called when it arrives.
    pub(super) line: Option<RegisterName>,
    /// What the register that it follows says of itself.
    pub(super) before: StatedTrust,
    /// What it says of itself.
    pub(super) own: StatedTrust,
    /// Since when the main line is called so, and the day on which it arrives: asked for where it builds on nothing that has a name.
    pub(super) days: Option<(Day, Day)>,
}

impl Naming {
    /// Whether it builds on nothing that has a name, while the main line has one by now.
    pub(super) fn may_be_from_before(&self) -> bool {
        self.line.is_some() && self.before.name.or(self.own.name).is_none()
    }

    /// Whether the register stays what it is.
    pub(super) fn stays(&self) -> Result<(), Fault> {
        after_that(self.before, self.own)
    }

    /// Whether it is made for this register; gives whether that is only because it is from before it was named.
    pub(super) fn look(&self, commit: &Commit) -> Result<bool, Fault> {
        let said: Vec<&str> = registers_named(&commit.message).collect();
        let bound = self.before.name.or(self.own.name);
        let asked = bound.or(self.line);
        match said[..] {
            [] if bound.is_some() => Err(Fault::Unnamed),
            [] => match self.days {
                Some((named, arrives)) if arrives > named.plus(GRACE_DAYS) => Err(Fault::UnnamedTooLate),
                _ => Ok(true),
            },
            [said] if asked.is_some_and(|asked| said == asked.to_string()) => match self.line {
                Some(line) if Some(line) != asked => Err(Fault::OtherRegister(said.to_owned())),
                _ => Ok(false),
            },
            [said, ..] => Err(Fault::OtherRegister(clean(said).chars().take(32).collect())),
        }
    }
}
