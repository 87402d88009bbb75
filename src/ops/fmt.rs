//! The canonical form of a unit's own files, such as those that were written by hand. Nothing that they say changes.

use serde::Serialize;

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{DraftTarget, RecordDraft, read};
use super::{Environment, LoadedRegister, Register, Result};
use crate::model::{Comments, Happening, Nature, Record, RecordPath, UnitId};
use crate::store::{LockedRegister, Source, TextPolicy};
use crate::text::Text;
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
}

/// Brings a unit's own files into canonical form; what was issued stays.
///
/// # Errors
/// The register cannot be read, it is not known who files, or a file was edited by hand.
pub fn fmt(register: &Register, request: &FmtRequest, environment: &Environment<'_>) -> Result<FmtOutcome> {
    let unit = register.acting(request.unit.as_deref())?;
    let loaded = LoadedRegister::read(Source::Folder(register.root.clone()), TextPolicy::Keep, environment)?;
    let unreadable = loaded.problems().iter().filter(|problem| problem.unreadable).count();
    let own = loaded.loaded.records.iter().filter(|(path, _)| is_of(path, &unit, register));
    let drifted = own.filter(|(path, record)| drifts(path, record, register));
    let (issued, drifted): (Vec<_>, Vec<_>) = drifted.partition(|(path, record)| is_issued(path, record));
    if drifted.is_empty() {
        let why = match issued.len() {
            0 => Text::fixed("格式都规范，没有要整理的", "all is in canonical form"),
            left => tr!(
                "没有要整理的；{left} 个已印发的文件格式不规范，已印发的不动";
                "nothing can be put right; {left} that were issued are not in canonical form, and stay as they are"
            ),
        };
        return Ok(FmtOutcome { filing: FilingOutcome::Idle(why), unreadable });
    }
    let commit = PlannedCommit::new(register, Text::fixed("整理格式", "Bring into canonical form"), request.dry_run);
    let filing = commit.make(|locked| {
        let drafts = drifted.into_iter().map(|(path, _)| as_it_stands(path, locked)).collect::<Result<_>>()?;
        read(register, locked, drafts, &Text::default())
    })?;
    Ok(FmtOutcome { filing, unreadable })
}

fn is_of(path: &RecordPath, unit: &UnitId, register: &Register) -> bool {
    let mechanism = &register.mechanism;
    mechanism.stands_for(unit, path.owner().unwrap_or(mechanism.office()), register.today())
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
