//! `show`: one record, with what points at it and what was found about it.

use serde::Serialize;

use super::reference::{absent_to, literal};
use super::viewing::{read_from, secret, secret_among, viewer};
use super::{Environment, LoadedRegister, RecordLookup, Resolver, Result, Target, fix, mechanism};
use crate::git::RegisterFolder;
use crate::model::{Comments, Facts, FactsIndex, Kind, Mechanism, Record, RecordPath};
use crate::report::{self, Guide, PersonPage, RecordPage, Viewer, can_be_kept, named};
use crate::rules::{self, Context, Finding, Unverified, neighbourhood};
use crate::store::facts::facts_of_folder;
use crate::store::{Source, TextPolicy, load_mechanism, load_record};
use crate::text::{CommandLine, Telling, Text, clean};
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
    /// A person, with what is filed about them.
    Person(Box<PersonPage>),
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
    let around = match source {
        Source::Folder(ref root) => {
            let root = root.clone();
            match Around::of_folder(source, request, environment) {
                // Nothing is called so: it may be somebody.
                Err(failure) => return somebody(&root, request, environment)?.ok_or(failure),
                Ok(around) => around,
            }
        }
        Source::Revision(_) | Source::Shipped => Around::of_whole(source, request, environment)?,
    };
    let Around { register, target, pointing, related } = around;
    let path = match target {
        Target::Record { path, .. } => path,
        Target::Draft(name) => return Ok(ShowOutcome::Draft(draft(&register.source, name)?)),
    };
    let ledger = register.ledger()?;
    let secret = secret(&register.source, pointing.iter().chain(&related).chain([&path]), &ledger.mechanism, environment);
    let stands = register.loaded.records.iter().find(|(at, _)| *at == path).filter(|_| !secret.keeps(&path));
    let told = stands.and_then(|(at, record)| as_told(&register.source, at, record.clone(), &ledger.mechanism, environment));
    let Some(record) = &told else {
        let is_there = stands.is_none() && register.loaded.unreadable.contains(&path);
        let viewer = viewer(&register.source, None, &ledger.mechanism, environment);
        return Err(absent(&path, is_there, &viewer).into());
    };
    let path = &path;
    let now = environment.today_in(&ledger.mechanism);
    let today = environment.day_asked(request.as_of.as_deref(), &ledger.mechanism)?;
    let context = Context { ledger: &ledger, today, now, unverified: &Unverified::Nothing };
    let positions = |keys: &[(&str, &str)]| register.positions(keys);
    let command = |found: &Finding| fix::command(found, &ledger);
    let guide = Guide { positions: &positions, command: &command };
    let found = report::findings(&context, rules::judge_register(&context).about(path), guide);
    let is_told = |path: &&RecordPath| !secret.keeps(path);
    let page = report::page(path, record, pointing.iter().filter(is_told), &ledger.mechanism, found);
    let related = report::related(related.iter().filter(is_told).cloned().collect(), &ledger.mechanism);
    Ok(ShowOutcome::Record(Box::new(RecordPage { related, ..page })))
}

/// A record as it is told to whoever looks; none where nothing of it is.
fn as_told(
    source: &Source,
    path: &RecordPath,
    record: Record,
    mechanism: &Mechanism,
    environment: &Environment<'_>,
) -> Option<Record> {
    if named(&record).next().is_none() && !can_be_kept(path.kind()) {
        return Some(record);
    }
    let (viewer, today) = (viewer(source, None, mechanism, environment), environment.today_in(mechanism));
    let records = [(path.clone(), record)];
    let secret = secret_among(&viewer, &records, &read_from(source), mechanism, today);
    let [(path, record)] = records;
    secret.as_told(&path, record)
}

/// The person who is called so, where the register knows one and no kind of record was asked for.
fn somebody(root: &RegisterFolder, request: &ShowRequest, environment: &Environment<'_>) -> Result<Option<ShowOutcome>> {
    let (name, source) = (request.record.trim(), Source::Folder(root.clone()));
    let known = mechanism(&load_mechanism(&source)?, &source)?;
    if request.kind.is_some() || report::posts(name, &known).is_empty() {
        return Ok(None);
    }
    let mut register = LoadedRegister::read(source, TextPolicy::Drop, environment)?;
    let mechanism = register.mechanism()?;
    let viewer = viewer(&register.source, None, &mechanism, environment);
    let (records, today) = (&register.loaded.records, environment.today_in(&mechanism));
    secret_among(&viewer, records, &read_from(&register.source), &mechanism, today).leave_out(&mut register.loaded.records);
    Ok(Some(ShowOutcome::Person(Box::new(report::person(name, &register.loaded.records, &mechanism)))))
}

/// What the register holds about a mine, be it a licence or something that happened, or what a unit filed.
fn related(path: &RecordPath, index: &FactsIndex) -> Vec<RecordPath> {
    let files = index.files();
    let standing =
        |is_meant: &dyn Fn(&RecordPath) -> bool| files.keys().filter(|path| is_meant(path)).map(|path| (*path).clone()).collect();
    match path {
        RecordPath::Mine(mine) => {
            let licences: Vec<RecordPath> = standing(&|other| matches!(other, RecordPath::Licences(of, _) if of == mine));
            licences.into_iter().chain(index.about_mine(mine).into_keys().cloned()).collect()
        }
        RecordPath::OfUnit(Kind::Unit, unit) => standing(&|other| other != path && other.owner() == Some(unit)),
        _ => Vec::new(),
    }
}

/// A record with as much of its register as is needed to say what is found about it.
struct Around {
    register: LoadedRegister,
    target: Target,
    /// What points at it, in the order of files.
    pointing: Vec<RecordPath>,
    /// What else there is about it, where it is a mine or a unit.
    related: Vec<RecordPath>,
}

/// Whether it says that there was nothing to tell: all that its unit filed in the year speaks to that.
fn is_zero_report(source: &Source, path: &RecordPath) -> bool {
    matches!(load_record(source, path), Ok(Some(Record::Notice(notice))) if notice.none_for.is_some())
}

impl Around {
    /// Reads the mechanism, the record and its neighbours: those by which rules judge it. Which they are is told by the facts of the
    /// other records.
    fn of_folder(source: Source, request: &ShowRequest, environment: &Environment<'_>) -> Result<Self> {
        let mut register = LoadedRegister::read_kinds(source, &|kind| !kind.is_happening(), environment)?;
        let Source::Folder(root) = &register.source else { return Self::of_whole(register.source, request, environment) };
        let index = facts_of_folder(root, &register.loaded.mechanism, &environment.facts)?;
        if register.loaded.newer.is_some() {
            // Keys that this program does not know are no fault of such a register; a record by itself does not say so.
            return Self::of_whole(register.source, request, environment);
        }
        let mechanism = register.mechanism()?;
        let records = RecordLookup::Indexed { source: &register.source, index: &index };
        let (viewer, today) = (Some(viewer(&register.source, None, &mechanism, environment)), environment.today_in(&mechanism));
        let target = meant(request, &Resolver { mechanism: &mechanism, today, records, viewer: viewer.as_ref(), author: None })?;
        let Target::Record { path, .. } = &target else {
            return Ok(Self { register, target, pointing: Vec::new(), related: Vec::new() });
        };
        if is_judged_by_all(path.kind()) || is_zero_report(&register.source, path) {
            let register = LoadedRegister::read(register.source, TextPolicy::Keep, environment)?;
            let pointing = report::pointing_at(path, &register.loaded.records).cloned().collect();
            return Ok(Self { register, target, pointing, related: Vec::new() });
        }
        for near in neighbourhood(&index, std::slice::from_ref(path)) {
            match load_record(&register.source, &near) {
                Ok(Some(record)) => register.loaded.records.push((near, record)),
                Ok(None) => {}
                Err(_) => drop(register.loaded.unreadable.insert(near)),
            }
        }
        let mut pointing: Vec<RecordPath> = index.citing(path).into_keys().filter(|other| *other != path).cloned().collect();
        pointing.sort_by_cached_key(RecordPath::file);
        let related = related(path, &index);
        Ok(Self { register, target, pointing, related })
    }

    fn of_whole(source: Source, request: &ShowRequest, environment: &Environment<'_>) -> Result<Self> {
        let register = LoadedRegister::read(source, TextPolicy::Keep, environment)?;
        let mechanism = register.mechanism()?;
        let records = RecordLookup::Loaded { source: &register.source, records: &register.loaded.records };
        let (viewer, today) = (Some(viewer(&register.source, None, &mechanism, environment)), environment.today_in(&mechanism));
        let target = meant(request, &Resolver { mechanism: &mechanism, today, records, viewer: viewer.as_ref(), author: None })?;
        let (pointing, related) = match &target {
            Target::Record { path, .. } => {
                let facts = register.loaded.records.iter().map(|(path, record)| (path.clone(), Some(Facts::from_record(record))));
                let pointing = report::pointing_at(path, &register.loaded.records).cloned().collect();
                (pointing, related(path, &FactsIndex::new(facts.collect())))
            }
            Target::Draft(_) => (Vec::new(), Vec::new()),
        };
        Ok(Self { register, target, pointing, related })
    }
}

/// Whether something is found about records of a kind only when all are read: whether a plan is the first of its year, what a waiver excuses,
/// whether an accident or lead was filed twice; what a whole system lacks is told of `mechanism.toml`.
fn is_judged_by_all(kind: Kind) -> bool {
    matches!(kind, Kind::Plan | Kind::Waiver | Kind::Accident | Kind::Lead | Kind::Mechanism)
}

/// The text of a record's file, as it stands; of a draft likewise. Of a record that is named by its path nothing else is read.
///
/// # Errors
/// Nothing is called so, several records are, or the file is not there.
pub fn show_file(source: &Source, request: &ShowRequest, environment: &Environment<'_>) -> Result<String> {
    let read = |target: Target, viewer: &Viewer| -> Result<(Option<RecordPath>, String)> {
        match target {
            Target::Record { path, .. } => {
                let text = source.text(&path.file()).ok_or_else(|| absent(&path, source.has(&path.file()), viewer))?;
                Ok((Some(path), text))
            }
            Target::Draft(name) => Ok((None, draft(source, name)?.text)),
        }
    };
    let literal = literal(&request.record).filter(|_| request.kind.is_none());
    let plain = literal.filter(|target| !matches!(target, Target::Record { path, .. } if can_be_kept(path.kind())));
    if let Some(target) = plain {
        // Of what is kept back nothing is read here.
        let (path, text) = read(target, &Viewer::Unknown)?;
        // What points at nothing that could be kept back is read by itself.
        let points = [Kind::Enforcement, Kind::Response].iter().any(|kind| text.contains(&format!("\"{}/", kind.folder())));
        return match path.filter(|_| points) {
            Some(path) => text_told(source, &path, text, &mechanism(&load_mechanism(source)?, source)?, environment),
            None => Ok(text),
        };
    }
    let known = load_mechanism(source)?;
    let mechanism = mechanism(&known, source)?;
    let today = environment.today_in(&mechanism);
    let records = RecordLookup::Files { source, newer: known.newer };
    let viewer = Some(viewer(source, None, &mechanism, environment));
    let target = meant(request, &Resolver { mechanism: &mechanism, today, records, viewer: viewer.as_ref(), author: None })?;
    match read(target, viewer.as_ref().unwrap_or(&Viewer::Unknown))? {
        (Some(path), text) => text_told(source, &path, text, &mechanism, environment),
        (None, text) => Ok(text),
    }
}

/// A record's text as it is told to whoever looks: as it stands, unless it points at what is kept back.
fn text_told(
    source: &Source,
    path: &RecordPath,
    text: String,
    mechanism: &Mechanism,
    environment: &Environment<'_>,
) -> Result<String> {
    let Ok(record) = Record::read(path, &text) else { return Ok(text) };
    let told = as_told(source, path, record.clone(), mechanism, environment)
        .ok_or_else(|| absent(path, false, &viewer(source, None, mechanism, environment)))?;
    Ok(if told == record { text } else { told.write(&Comments::default()) })
}

/// Within a kind a record may be named in short; what is named in full may be of any.
fn meant(request: &ShowRequest, resolver: &Resolver<'_>) -> Result<Target, Text> {
    let given = &request.record;
    match request.kind {
        Some(kind) => resolver.target_of_kind(given, kind).or_else(|_| resolver.target(given)),
        None => resolver.target(given),
    }
}

fn absent(path: &RecordPath, is_there: bool, viewer: &Viewer) -> Telling {
    if !is_there {
        return absent_to(path, viewer);
    }
    let file = path.file();
    let said = Telling::of(tr!("{file} 未能读取，原因见 "; "{file} cannot be read; "));
    said.command(CommandLine::new("check")).words(Text::fixed("", " says why"))
}

fn draft(source: &Source, draft: String) -> Result<DraftText, Text> {
    let text = source.text(&format!("drafts/{draft}.toml")).ok_or_else(|| {
        let shown = clean(&draft);
        tr!("没有草稿“{shown}”"; "there is no draft \"{shown}\"")
    })?;
    Ok(DraftText { draft, text })
}
