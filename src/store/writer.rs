//! Where records are filed: one filing, one commit of just its files, under the register's lock.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, SecondsFormat};

use crate::git::{self, Disk, Irrevocable, Recovered, Refused, RegisterFolder, Retractable, Sign, Workspace};
use crate::model::reader::Keys;
use crate::model::{FiledPath, Kind, Number, Record, RecordPath, RegisterName, UnitId};
use crate::text::Text;
use crate::tr;

/// A register that can be filed into.
#[derive(Debug)]
pub struct Writer {
    workspace: Workspace,
    recovered: Option<Recovered>,
}

/// The register while nobody else files in it.
pub struct LockedRegister<'a> {
    held: &'a git::LockedRepo<'a>,
}

/// What is to be filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// What history says of it.
    pub message: String,
    /// The files.
    pub changes: Vec<RecordChange>,
}

/// A record that is filed: what it was and what it shall be. None is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordChange {
    /// Where it lies.
    pub path: RecordPath,
    /// As filed last. In the folder there must be this, or `after` already, or what was found there.
    pub before: Option<Vec<u8>>,
    /// As it shall be filed.
    pub after: Option<Vec<u8>>,
    /// As a person left it in the folder ([`LockedRegister::working`]), where that is to give way to `after`.
    pub found: Option<Vec<u8>>,
}

/// What was filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingReceipt {
    /// The commit, in full.
    pub commit: String,
    /// What another program had left half done, and has been finished or undone before.
    pub recovered: Option<Recovered>,
}

impl Writer {
    /// The register in `folder`, fit to be filed into. What a killed program left half done is finished or undone. `now` tells
    /// others who wait since when.
    ///
    /// # Errors
    /// What stands against filing here, and what to do about it.
    pub fn open(folder: &RegisterFolder, now: DateTime<FixedOffset>) -> Result<Self, Text> {
        Self::open_on(folder, now, Disk::default(), None)
    }

    /// The same with a disk of one's own, which can be watched, and with signatures.
    ///
    /// # Errors
    /// What stands against filing here, and what to do about it.
    pub fn open_on(folder: &RegisterFolder, now: DateTime<FixedOffset>, disk: Disk, sign: Option<Sign>) -> Result<Self, Text> {
        let workspace = Workspace::open(folder, disk)?.signed_by(sign);
        let recovered = workspace.lock(&noted(now))?.recovered().cloned();
        Ok(Self { workspace, recovered })
    }

    /// How long to wait for others who are filing; ten seconds unless said otherwise.
    #[must_use]
    pub fn patient_for(self, patience: Duration) -> Self {
        Self { workspace: self.workspace.patient_for(patience), ..self }
    }

    /// What a killed program had left half done, and has been finished or undone when this register was opened.
    #[must_use]
    pub fn recovered(&self) -> Option<&Recovered> {
        self.recovered.as_ref()
    }

    /// Does something while nobody else files.
    ///
    /// # Errors
    /// What it says, or why the register cannot be held.
    pub fn hold<T, E: From<Text>>(
        &self,
        now: DateTime<FixedOffset>,
        act: impl FnOnce(&LockedRegister<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let held = self.workspace.lock(&noted(now)).map_err(Text::from)?;
        act(&LockedRegister { held: &held })
    }

    /// Files what `make` says, as one commit of just these files. `make` runs while nobody else files: numbers are taken and
    /// records read there. Nobody should be asked anything there, since others wait.
    ///
    /// # Errors
    /// What `make` says, or why nothing was filed and what to do about it.
    pub fn file<E: From<Text>>(
        &self,
        now: DateTime<FixedOffset>,
        make: impl FnOnce(&LockedRegister<'_>) -> Result<Filing, E>,
    ) -> Result<FilingReceipt, E> {
        let held = self.workspace.lock(&noted(now)).map_err(Text::from)?;
        let locked = LockedRegister { held: &held };
        let Filing { message, changes } = make(&locked)?;
        let message = match locked.name_after(&changes)? {
            Some(name) => name.signs(&message),
            None => message,
        };
        let changes: Vec<git::FileChange> = changes.into_iter().map(git::FileChange::from).collect();
        let commit = held.file(&changes, &message, now).map_err(Text::from)?;
        Ok(FilingReceipt { commit, recovered: held.recovered().cloned() })
    }
}

/// Under which name a clone notes the records that it took back: their numbers are given to nothing else.
const TAKEN_BACK: &str = "taken-back";

impl LockedRegister<'_> {
    /// The commits that were filed here and that nobody else can have, oldest first.
    ///
    /// # Errors
    /// The git folder cannot be read.
    pub fn only_here(&self) -> Result<Vec<git::Id>, Text> {
        Ok(self.held.only_here()?)
    }

    /// What taking a commit back would amount to.
    ///
    /// # Errors
    /// Why it stays.
    pub fn retractable(&self, commit: git::Id) -> Result<Retractable, Irrevocable> {
        self.held.retractable(commit)
    }

    /// Takes a commit back, whole or not at all. The numbers of its records stay used.
    ///
    /// # Errors
    /// Why everything is as it was.
    pub fn take_back(&self, found: &Retractable) -> Result<(), Irrevocable> {
        let history = self.held.history();
        let new = found.changes.iter().filter(|change| change.old.is_none());
        let noted = history.noted(TAKEN_BACK)?.unwrap_or_default();
        let files: Vec<&str> = noted.lines().chain(new.map(|change| change.path.as_str())).collect();
        history.note(TAKEN_BACK, &files.join("\n"))?;
        self.held.take_back(found.commit)
    }

    /// The names in a folder that records had which were taken back here.
    fn taken_back(&self, folder: &str) -> Vec<String> {
        // A register within a larger repository is not taken back from.
        let noted = self.held.history().noted(TAKEN_BACK).ok().flatten().unwrap_or_default();
        let names = noted.lines().filter_map(|file| file.strip_prefix(folder)?.strip_prefix('/'));
        names.map(str::to_owned).collect()
    }

    /// The next number of a series, 0 being the plain one: past every number that was filed or only lies in the folder.
    ///
    /// # Errors
    /// The folder cannot be read, or its numbers are used up.
    pub fn next_number(&self, kind: Kind, year: u16, unit: &UnitId, series: u8) -> Result<Number, Text> {
        let Some(first) = Number::new(series, 1) else { return Err(used_up()) };
        let path = FiledPath { kind, year, unit: unit.clone(), number: first }.to_string();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut names = self.held.names(folder)?;
        names.extend(self.taken_back(folder));
        let taken = names.iter().filter_map(|name| name.strip_suffix(".toml")?.parse::<Number>().ok());
        let last = taken.filter(|number| number.series() == series).map(Number::serial).max().unwrap_or(0);
        Number::new(series, last + 1).ok_or_else(used_up)
    }

    /// The bytes of a record, which in the folder must be as they were filed.
    ///
    /// # Errors
    /// The record was edited by hand and not filed since, or cannot be read.
    pub fn bytes(&self, path: &RecordPath) -> Result<Option<Vec<u8>>, Text> {
        let (committed, working) = (self.committed(path)?, self.working(path)?);
        if committed == working { Ok(committed) } else { Err(Refused::HandEdit(path.file()).into()) }
    }

    /// The bytes of a record as filed last.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn committed(&self, path: &RecordPath) -> Result<Option<Vec<u8>>, Text> {
        Ok(self.held.committed(&path.file())?)
    }

    /// The commit that a filing follows; none where nothing was filed yet.
    ///
    /// # Errors
    /// The repository cannot be read.
    pub fn head(&self) -> Result<Option<git::Id>, Text> {
        Ok(self.held.stands_at()?)
    }

    /// The records that lie in the folder otherwise than they were filed last, or are staged so.
    ///
    /// # Errors
    /// The folder or the repository cannot be read.
    pub fn edited(&self) -> Result<Vec<RecordPath>, Text> {
        Ok(self.held.edited()?.iter().filter_map(|file| RecordPath::of_file(file).ok()).collect())
    }

    /// What the register is called; what changes call it, where it has no name yet.
    fn name_after(&self, changes: &[RecordChange]) -> Result<Option<RegisterName>, Text> {
        let path = RecordPath::Single(Kind::Mechanism);
        let name_in = |bytes: &[u8]| match Kind::Mechanism.read(&String::from_utf8_lossy(bytes), Keys::Newer) {
            Ok(Record::Mechanism(file)) => file.register,
            _ => None,
        };
        let name = self.committed(&path)?.as_deref().and_then(name_in);
        let given = || changes.iter().find(|change| change.path == path).and_then(|change| name_in(change.after.as_deref()?));
        Ok(name.or_else(given))
    }

    /// The bytes of a record as it lies in the folder.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn working(&self, path: &RecordPath) -> Result<Option<Vec<u8>>, Text> {
        Ok(self.held.working(&path.file())?)
    }
}

impl From<RecordChange> for git::FileChange {
    fn from(change: RecordChange) -> Self {
        Self { path: change.path.file(), before: change.before, after: change.after, found: change.found }
    }
}

fn noted(now: DateTime<FixedOffset>) -> String {
    now.to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn used_up() -> Text {
    tr!("这一年的编号用完了，不能再登记"; "this year's numbers are used up: nothing more can be filed")
}
