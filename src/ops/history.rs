//! What became of a record: who, when, which key, in words.

use std::collections::BTreeSet;

use serde::Serialize;

use super::announced::signer;
use super::past::HistoryView;
use super::reference::{self, RecordLookup, Resolver, Target, absent_to};
use super::viewing::{read_from, secret, secret_among, viewer};
use super::{Environment, Result};
use crate::git::{self, Commit, History, Id, Programs, RegisterFolder, TreeEntry};
use crate::model::{Kind, Notice, Record, RecordPath, limits};
use crate::report::{Changed, Named, Viewer, changed};
use crate::store::{Source, load_kind};
use crate::text::{CommandLine, Telling, Text, clean};
use crate::tr;
use crate::trust::{Roster, SignedBy, signed_by};

/// Whose past is asked for.
#[derive(Debug, Clone)]
pub struct HistoryRequest {
    /// The record, as a person names it.
    pub record: String,
}

/// One filing that touched the record.
#[derive(Debug, Serialize)]
pub struct HistoryStep {
    /// The commit, forty digits.
    pub commit: String,
    /// When, in the register's zone: 2025-03-01 09:30.
    pub at: String,
    /// Who, as the commit says.
    pub by: String,
    /// Whose key signed it; none where nothing is signed.
    pub signed: Option<SignerView>,
    /// The first line of what the commit says of itself.
    pub title: String,
    /// The name that the record had then.
    pub path: String,
    /// What it said before and says since.
    pub changes: Vec<Changed>,
}

/// Whose key signed a filing.
#[derive(Debug, Serialize)]
pub struct SignerView {
    /// In words, also where it is nobody's that is known.
    pub by: Text,
    /// Whether that is whom the commit names.
    pub is_author: bool,
}

/// Every filing that touched a record.
#[derive(Debug, Serialize)]
pub struct RecordHistory {
    /// Of this shape: 1.
    pub version: u32,
    /// The record.
    pub record: Named,
    /// Oldest first.
    pub steps: Vec<HistoryStep>,
    /// Papers that correct it, withdraw it, or that it corrects or withdraws.
    pub related: Vec<Named>,
}

/// What became of a record.
///
/// # Errors
/// No record is called so, none was ever filed under that name, or the repository cannot be read.
pub fn history(root: &RegisterFolder, request: &HistoryRequest, environment: &Environment<'_>) -> Result<RecordHistory> {
    let programs = &environment.programs;
    let opened = History::open(root)?;
    // git's walk takes longest by far: where a path is given, it walks while all else is read.
    let known = reference::literal(&request.record).and_then(|target| match target {
        Target::Record { path, .. } => Some(path),
        Target::Draft(_) => None,
    });
    let (past, walked) = std::thread::scope(|scope| {
        let walk = known.map(|path| scope.spawn(move || touching(programs, root, &path, "HEAD")));
        (HistoryView::read(root, opened), walk.and_then(|walk| walk.join().ok()))
    });
    let past = past?;
    let tip = past.tip()?;
    let source = Source::Folder(root.to_owned());
    let records = RecordLookup::Files { source: &source, newer: None };
    let viewer = Some(viewer(&source, None, &past.mechanism, environment));
    let resolver =
        Resolver { mechanism: &past.mechanism, today: past.today(environment), records, viewer: viewer.as_ref(), author: None };
    let path = resolver.file(&request.record)?;
    let today = past.today(environment);
    let told = |path: &RecordPath, record: Record| {
        let (viewer, records) = (viewer.as_ref()?, [(path.clone(), record)]);
        let secret = secret_among(viewer, &records, &read_from(&source), &past.mechanism, today);
        let [(path, record)] = records;
        secret.as_told(&path, record)
    };
    let steps = steps(&past, &path, tip, walked, programs, &told)?;
    if steps.is_empty() || secret(&source, [&path].into_iter(), &past.mechanism, environment).keeps(&path) {
        if viewer == Some(Viewer::Unknown) && path.kind() == Kind::Enforcement {
            return Err(absent_to(&path, &Viewer::Unknown).into());
        }
        let (shown, kind) = (path.to_string(), path.kind().label());
        let said = Telling::of(tr!("台账的历史里没有 {shown}；已有的见 "; "the register's history has no {shown}; "));
        let said = said.command(CommandLine::new("list").about(kind.zh()));
        return Err(said.words(Text::fixed("", " shows what there is")).into());
    }
    Ok(RecordHistory { version: 1, record: Named::of_record(&path, &past.mechanism), steps, related: related(&past, &path)? })
}

/// A record as it is told to whoever looks; none where nothing of it is.
type ToldRecord<'a> = dyn Fn(&RecordPath, Record) -> Option<Record> + 'a;

/// The commits of a main line that touched a record, newest first.
fn touching(programs: &Programs, root: &RegisterFolder, path: &RecordPath, from: &str) -> Result<Vec<Id>, Text> {
    git::touched(programs, root, &path.file(), from).map_err(|why| why.describe())
}

/// Every filing that touched a record, oldest first; one that got another number is followed to the one before. `walked` is what
/// git said of it already.
fn steps(
    past: &HistoryView,
    path: &RecordPath,
    tip: Option<Id>,
    mut walked: Option<Result<Vec<Id>, Text>>,
    programs: &Programs,
    told: &ToldRecord<'_>,
) -> Result<Vec<HistoryStep>> {
    let history = &past.history;
    let roster = tip.map(|tip| Roster::at(history, tip)).transpose()?.flatten();
    let (mut steps, mut at, mut path) = (Vec::new(), tip, path.clone());
    while let Some(from) = at {
        at = None;
        let commits = walked.take().unwrap_or_else(|| touching(programs, &past.root, &path, &from.to_string()))?;
        for id in &commits {
            steps.push(step(past, roster.as_ref(), &path, &history.commit(*id)?, told)?);
        }
        if let Some(first) = commits.last()
            && let Some(earlier) = earlier(history, *first, &path)?
        {
            at = history.parents(*first)?.first().copied();
            path = earlier;
        }
    }
    steps.reverse();
    Ok(steps)
}

/// The path under which a record lay before it was given another number, by the commit that did so.
fn earlier(history: &History, commit: Id, path: &RecordPath) -> Result<Option<RecordPath>> {
    let parent = history.parents(commit)?.first().copied();
    let file = path.file();
    let (RecordPath::Filed(_), Some(parent), Some((folder, _))) = (path, parent, file.rsplit_once('/')) else {
        return Ok(None);
    };
    let after: BTreeSet<String> = history.files_in(commit, folder)?.into_iter().map(|(name, _)| name).collect();
    let mut gone = history.files_in(parent, folder)?.into_iter().map(|(name, _)| name).filter(|name| !after.contains(name));
    Ok(gone.find_map(|name| RecordPath::of_file(&format!("{folder}/{name}")).ok()))
}

/// Whose key signed a commit; none where nothing is signed yet.
fn signer_view(commit: &Commit, roster: Option<&Roster>) -> Option<SignerView> {
    let roster = roster.filter(|roster| roster.is_on() || commit.signature.is_some())?;
    let by = signed_by(commit, Some(roster));
    let is_author = matches!(&by, SignedBy::Holder(holder) if holder.name == commit.by);
    Some(SignerView { by: signer(&by, &roster.mechanism), is_author })
}

fn step(
    past: &HistoryView,
    roster: Option<&Roster>,
    path: &RecordPath,
    commit: &Commit,
    told: &ToldRecord<'_>,
) -> Result<HistoryStep> {
    let HistoryView { history, mechanism, .. } = past;
    let read = |entry: Option<TreeEntry>| -> Result<Option<Record>> {
        let Some(entry) = entry else { return Ok(None) };
        let bytes = history.blob(entry.id, limits::RECORD_BYTES)?;
        let record = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|text| Record::read(path, &text).ok());
        Ok(record.and_then(|record| told(path, record)))
    };
    let old = match commit.parents.first() {
        Some(parent) => read(history.entry(*parent, &path.file())?)?,
        None => None,
    };
    let new = read(history.entry(commit.id, &path.file())?)?;
    let zone = mechanism.file.time_zone.offset();
    Ok(HistoryStep {
        commit: commit.id.to_string(),
        at: commit.at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string(),
        by: clean(&commit.by).into_owned(),
        signed: signer_view(commit, roster),
        title: clean(commit.message.lines().next().unwrap_or_default()).into_owned(),
        path: path.to_string(),
        changes: changed(path.kind(), old.as_ref(), new.as_ref(), mechanism),
    })
}

/// What corrects or withdraws a notice, and what it corrects or withdraws.
fn related(past: &HistoryView, path: &RecordPath) -> Result<Vec<Named>> {
    if path.kind() != Kind::Notice {
        return Ok(Vec::new());
    }
    let notices = load_kind(&Source::Folder(past.root.clone()), Kind::Notice)?;
    let targets = |notice: &Notice| -> Vec<RecordPath> {
        notice.corrects.iter().chain(&notice.withdraws).map(|reference| reference.record.clone()).collect()
    };
    let mut related = Vec::new();
    for (other, record) in &notices.records {
        let Record::Notice(notice) = record else { continue };
        let targets = targets(notice);
        if other == path {
            related.extend(targets);
        } else if targets.contains(path) {
            related.push(other.clone());
        }
    }
    Ok(related.iter().map(|path| Named::of_record(path, &past.mechanism)).collect())
}
