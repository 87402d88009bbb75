//! `show`: one record, with what points at it and what was found about it.

use serde::Serialize;

use super::reference::literal;
use super::{Environment, LoadedRegister, RecordLookup, Resolver, Result, Target, fix, mechanism};
use crate::model::{Kind, RecordPath};
use crate::report::{self, Guide, RecordPage};
use crate::rules::{self, Context, Finding, Unverified};
use crate::store::{Source, TextPolicy, load_mechanism};
use crate::text::{Text, clean};
use crate::tr;

/// Which record is to be shown.
#[derive(Debug, Clone, Default)]
pub struct ShowRequest {
    /// As people name it.
    pub record: String,
    /// Its kind, where that is said: then it may be named in short.
    pub kind: Option<Kind>,
    /// The day as of which is judged, as people write it; today where none is named.
    pub as_of: Option<String>,
}

/// What is to be shown.
#[derive(Debug, Serialize)]
pub enum ShowOutcome {
    /// A record with everything that is known of it.
    Record(Box<RecordPage>),
    /// A draft, of which nothing is known but what it says.
    Draft(DraftText),
}

/// What a draft says.
#[derive(Debug, Serialize)]
pub struct DraftText {
    /// Its name.
    pub draft: String,
    /// Its text.
    pub text: String,
}

/// Shows a record or draft.
///
/// # Errors
/// The register cannot be read; nothing is called so, or several records are; the record is not there or cannot be read.
pub fn show(source: Source, request: &ShowRequest, environment: &Environment<'_>) -> Result<ShowOutcome> {
    // What a draft says needs nothing of the register.
    if let Some(Target::Draft(name)) = literal(&request.record) {
        return Ok(ShowOutcome::Draft(draft(&source, name)?));
    }
    let register = LoadedRegister::read(source, TextPolicy::Keep, environment)?;
    let ledger = register.ledger()?;
    let now = environment.today_in(&ledger.mechanism);
    let records = RecordLookup::Loaded { source: &register.source, records: &register.loaded.records };
    let resolver = Resolver { mechanism: &ledger.mechanism, today: now, records };
    let path = match meant(request, &resolver)? {
        Target::Record { path, .. } => path,
        Target::Draft(name) => return Ok(ShowOutcome::Draft(draft(&register.source, name)?)),
    };
    let Some((path, record)) = register.loaded.records.iter().find(|(at, _)| *at == path) else {
        return Err(absent(&path, register.loaded.unreadable.contains(&path)).into());
    };
    let today = environment.day_asked(request.as_of.as_deref(), &ledger.mechanism)?;
    let context = Context { ledger: &ledger, today, now, unverified: &Unverified::Nothing };
    let positions = |keys: &[(&str, &str)]| register.positions(keys);
    let command = |found: &Finding| fix::command(found, &ledger);
    let guide = Guide { positions: &positions, command: &command };
    let found = report::findings(&context, rules::judge_register(&context).about(path), guide);
    let page = report::page(path, record, &register.loaded.records, &ledger, found);
    Ok(ShowOutcome::Record(Box::new(page)))
}

/// The text of a record's file, as it stands; of a draft likewise. Of a record that is named by its path nothing else is read.
///
/// # Errors
/// Nothing is called so, several records are, or the file is not there.
pub fn show_file(source: &Source, request: &ShowRequest, environment: &Environment<'_>) -> Result<String> {
    let target = if let Some(target) = literal(&request.record).filter(|_| request.kind.is_none()) {
        target
    } else {
        let known = load_mechanism(source)?;
        let mechanism = mechanism(&known)?;
        let today = environment.today_in(&mechanism);
        let records = RecordLookup::Files { source, newer: known.newer };
        meant(request, &Resolver { mechanism: &mechanism, today, records })?
    };
    match target {
        Target::Record { path, .. } => Ok(source.text(&path.file()).ok_or_else(|| absent(&path, source.has(&path.file())))?),
        Target::Draft(name) => Ok(draft(source, name)?.text),
    }
}

/// Within a kind a record may be named in short; what is named in full may be of any.
fn meant(request: &ShowRequest, resolver: &Resolver<'_>) -> Result<Target, Text> {
    let given = &request.record;
    match request.kind {
        Some(kind) => resolver.target_of_kind(given, kind).or_else(|_| resolver.target(given)),
        None => resolver.target(given),
    }
}

fn absent(path: &RecordPath, is_there: bool) -> Text {
    let file = path.file();
    if is_there {
        return tr!("{file} 未能读取，原因见 liandong check"; "{file} cannot be read; liandong check says why");
    }
    let label = path.kind().label();
    let (zh, en) = (label.zh(), label.en());
    tr!("台账中没有 {file}；已有的见 liandong list {zh}"; "the register has no {file}; liandong list '{en}' shows what there is")
}

fn draft(source: &Source, draft: String) -> Result<DraftText, Text> {
    let text = source.text(&format!("drafts/{draft}.toml")).ok_or_else(|| {
        let shown = clean(&draft);
        tr!("没有草稿“{shown}”"; "there is no draft \"{shown}\"")
    })?;
    Ok(DraftText { draft, text })
}
