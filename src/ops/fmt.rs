//! The canonical form of a unit's own files, such as those that were written by hand. Nothing that they say changes.

use serde::Serialize;

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{DraftTarget, RecordDraft, read};
use super::{Environment, LoadedRegister, Register, Result};
use crate::model::{Comments, Happening, Nature, Record, RecordPath, UnitId};
use crate::store::{LockedRegister, Source, TextPolicy};
use crate::text::{Text, shell_word};
use crate::tr;

/// Whose files are to be brought into canonical form.
#[derive(Debug, Clone, Default)]
pub struct FmtRequest {
    /// The unit; that for which the clone has joined, where nothing is said.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// What becomes of it.
#[derive(Debug, Clone, Serialize)]
pub struct FmtOutcome {
    /// What was filed.
    pub filing: FilingOutcome,
    /// How many files cannot be read, and were left alone.
    pub unreadable: usize,
    /// What is not in canonical form and was left alone.
    pub left: Vec<LeftFile>,
}

/// A file that is not in canonical form and was left alone.
#[derive(Debug, Clone, Serialize)]
pub struct LeftFile {
    /// From the top of the register.
    pub file: String,
    /// The short name of the unit whose it is.
    pub unit: String,
    /// Whether it was issued; else it is another unit's.
    pub issued: bool,
}

impl LeftFile {
    /// Why it was left alone, and what can be done about it.
    #[must_use]
    pub fn told(&self) -> Text {
        let Self { file, unit, issued } = self;
        if *issued {
            tr!(
                "{file} 已印发，格式不规范也不动：印发的一字不改";
                "{file} was issued and stays as it is, canonical or not: nothing in it is touched"
            )
        } else {
            let word = shell_word(unit);
            tr!(
                "{file} 归{unit}，格式不规范，没有动；由{unit}整理：liandong fmt --as {word}";
                "{file} is {unit}'s, not in canonical form, and was left alone; {unit} does that: liandong fmt --as {word}"
            )
        }
    }
}

/// Brings a unit's own files into canonical form; what was issued stays.
///
/// # Errors
/// The register cannot be read, it is not known who files, or a file was edited by hand.
pub fn fmt(register: &Register, request: &FmtRequest, environment: &Environment<'_>) -> Result<FmtOutcome> {
    let unit = register.acting(request.unit.as_deref())?;
    let loaded = LoadedRegister::read(Source::Folder(register.root.clone()), TextPolicy::Keep, environment)?;
    let unreadable = loaded.problems().iter().filter(|problem| problem.unreadable).count();
    let records = loaded.loaded.records.iter();
    // Of what is kept back even the name tells (四不两直).
    let drifted = records.filter(|(path, record)| drifts(path, record, register) && !register.withholds(path, Some(&unit)));
    let (own, others): (Vec<_>, Vec<_>) = drifted.partition(|(path, _)| is_of(path, &unit, register));
    let (issued, drifted): (Vec<_>, Vec<_>) = own.into_iter().partition(|(path, record)| is_issued(path, record));
    let others = others.into_iter().filter(|(path, record)| !is_issued(path, record));
    let left = issued.into_iter().map(|(path, _)| (path, true)).chain(others.map(|(path, _)| (path, false)));
    let left = left.map(|(path, issued)| LeftFile {
        file: path.file(),
        unit: register.mechanism.short(register.mechanism.owner_of(path)).to_owned(),
        issued,
    });
    let left: Vec<LeftFile> = left.collect();
    if drifted.is_empty() {
        let why = match left.len() {
            0 => Text::fixed("格式都规范，没有要整理的", "all is in canonical form"),
            _ => Text::fixed("本单位没有要整理的", "nothing of this unit can be put right"),
        };
        return Ok(FmtOutcome { filing: FilingOutcome::Idle(why), unreadable, left });
    }
    let commit = PlannedCommit::new(register, Text::fixed("整理格式", "Bring into canonical form"), request.dry_run);
    let filing = commit.make(|locked| {
        let drafts = drifted.into_iter().map(|(path, _)| as_it_stands(path, locked)).collect::<Result<_>>()?;
        read(register, locked, drafts, &Text::default())
    })?;
    Ok(FmtOutcome { filing, unreadable, left })
}

fn is_of(path: &RecordPath, unit: &UnitId, register: &Register) -> bool {
    register.mechanism.stands_for(unit, register.mechanism.owner_of(path), register.today())
}

/// Whether a file is not written as the program writes it.
fn drifts(path: &RecordPath, record: &Record, register: &Register) -> bool {
    let text = register.source.text(&path.file()).unwrap_or_default();
    record.write(&Comments::from_text(&text)) != text
}

/// Whether a record went out, and stays as it is.
fn is_issued(path: &RecordPath, record: &Record) -> bool {
    path.kind().nature() == Nature::Frozen && record.happening().is_some_and(Happening::is_issued)
}

/// A record as it stands: what is written of it is its canonical form.
fn as_it_stands(path: &RecordPath, locked: &LockedRegister<'_>) -> Result<RecordDraft> {
    let before = locked.bytes(path)?;
    let text = String::from_utf8_lossy(before.as_deref().unwrap_or_default()).into_owned();
    let comments = Comments::from_text(&text);
    Ok(RecordDraft { target: DraftTarget::File(path.clone()), before, text, comments, reason: None, mends_unreadable: false })
}
