//! What the office entered for a unit, told to that unit, which says that it is so. What it says is its own record; the one that was
//! entered stays as it is.

use std::collections::BTreeSet;

use serde::Serialize;
use toml::{Table, Value};

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{DraftTarget, ProposedRecord, RecordDraft, Stop, read};
use super::table::datetime;
use super::{Environment, LoadedRegister, Register, Result};
use crate::model::{FactsIndex, Kind, Record, Reference, ResponseKind, UnitId};
use crate::report::{self, EntryView};
use crate::store::facts::facts_of_folder;
use crate::store::{LockedRegister, Source, TextPolicy, load_record};
use crate::text::Text;
use crate::tr;

/// What is to be confirmed.
#[derive(Debug, Clone, Default)]
pub struct ConfirmRequest {
    /// Which records, as people name them; without any, those still to be confirmed are listed.
    pub records: Vec<String>,
    /// All that are still to be confirmed.
    pub all: bool,
    /// The unit that confirms; that for which the clone has joined, where nothing is said.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// What becomes of it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ConfirmOutcome {
    /// What is still to be confirmed.
    Unconfirmed(Vec<EntryView>),
    /// What became of the confirmations.
    Confirmed(FilingOutcome),
}

/// Lists or confirms what the office entered for a unit.
///
/// # Errors
/// A record is not there, was not entered on behalf of the unit, is confirmed by another or was confirmed before.
pub fn confirm(register: &Register, request: &ConfirmRequest, environment: &Environment<'_>) -> Result<ConfirmOutcome> {
    let unit = register.acting(request.unit.as_deref())?;
    let resolver = register.resolver().by(&unit);
    let named = request.records.iter().map(|given| resolver.reference(given));
    let mut records = named.collect::<Result<Vec<_>, Text>>()?;
    if records.is_empty() {
        let loaded = LoadedRegister::read(Source::Folder(register.root.clone()), TextPolicy::Drop, environment)?;
        let unconfirmed = report::unconfirmed_entries(&loaded.ledger()?, &unit, register.today());
        if !request.all {
            return Ok(ConfirmOutcome::Unconfirmed(unconfirmed));
        }
        let all = unconfirmed.into_iter().map(|entry| entry.record.reference.parse());
        records = all.collect::<Result<_, Text>>()?;
    }
    let mut seen = BTreeSet::new();
    records.retain(|reference| seen.insert(reference.clone()));
    if records.is_empty() {
        let none = Text::fixed("没有待确认的代录记录", "nothing is to be confirmed");
        return Ok(ConfirmOutcome::Confirmed(FilingOutcome::Idle(none)));
    }
    let commit = PlannedCommit::new(register, Text::fixed("确认代录", "Confirm what was entered"), request.dry_run);
    Ok(ConfirmOutcome::Confirmed(commit.make(|locked| confirmations(&records, &unit, register, locked))?))
}

/// One response a record, numbered one after the other.
fn confirmations(
    records: &[Reference],
    unit: &UnitId,
    register: &Register,
    locked: &LockedRegister<'_>,
) -> Result<Vec<ProposedRecord>, Stop> {
    let mut drafts = Vec::new();
    let index = facts_of_folder(&register.root, &register.known.mechanism, &register.facts)?;
    for reference in records {
        require_entered(reference, unit, register, locked)?;
        require_unconfirmed(reference, register, &index)?;
        let table = Table::from_iter([
            ("kind".to_owned(), Value::String(ResponseKind::Confirmed.word().id.to_owned())),
            ("to".to_owned(), Value::String(reference.to_string())),
            ("on".to_owned(), datetime(&register.today())),
        ]);
        drafts.push(RecordDraft::of_table(DraftTarget::NextNumber(Kind::Response, unit.clone()), &table)?);
    }
    read(register, locked, drafts, &Kind::Response.label())
}

/// That nobody has confirmed it yet: to say it twice says nothing more.
fn require_unconfirmed(reference: &Reference, register: &Register, index: &FactsIndex) -> Result<(), Text> {
    let mechanism = &register.mechanism;
    let owner = reference.record.owner().unwrap_or(mechanism.office());
    for path in index.citing(&reference.record).into_keys().filter(|path| path.kind() == Kind::Response) {
        let Some(Record::Response(word)) = load_record(&register.source, path).ok().flatten() else { continue };
        let is_its = path.owner().is_some_and(|unit| mechanism.stands_for(unit, owner, word.on));
        if word.kind == ResponseKind::Confirmed && word.to.as_ref() == Some(reference) && is_its {
            let (file, on) = (reference.record.file(), word.on);
            return Err(
                tr!("{file} 已于 {on} 由 {path} 确认，不需要再次确认"; "{file} was confirmed on {on} by {path} and needs no further word"),
            );
        }
    }
    Ok(())
}

/// That the record was entered on behalf of the unit, which may then confirm it.
fn require_entered(reference: &Reference, unit: &UnitId, register: &Register, locked: &LockedRegister<'_>) -> Result<(), Text> {
    let file = reference.record.file();
    let is_told = !register.withholds(&reference.record, Some(unit));
    let Some(bytes) = locked.committed(&reference.record)?.filter(|_| is_told) else {
        return Err(tr!("台账中没有 {file}"; "the register has no {file}"));
    };
    let owner = reference.record.owner().unwrap_or(register.mechanism.office());
    if !register.mechanism.stands_for(unit, owner, register.today()) {
        let owner = register.mechanism.short(owner);
        return Err(tr!("{file} 是{owner}的记录，由{owner}确认"; "{file} is {owner}'s, who confirms it"));
    }
    let table: Option<Table> = String::from_utf8_lossy(&bytes).parse().ok();
    if table.is_some_and(|table| table.contains_key("entered_by")) {
        return Ok(());
    }
    Err(tr!("{file} 是本单位自己登记的，不需要确认"; "{file} was filed by the unit itself and needs no word of it"))
}
