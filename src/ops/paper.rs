//! `paper`: the official paper of a record or draft.

use std::collections::BTreeSet;

use serde::Serialize;

use super::loaded::ledger_read;
use super::reference::{absent, absent_to, literal};
use super::viewing::{read_from, secret, secret_among, viewer};
use super::{Environment, RecordLookup, Resolver, Result, Target, TodoRequest, mechanism, todo};
use crate::git::{Disk, History, Id, Workspace};
use crate::model::reader::ReadProblem;
use crate::model::{FiledPath, KeyPath, Kind, Leaf, Ledger, Number, Record, RecordPath};
use crate::report::paper::{self, Paper, PaperKind, paper as paper_of};
use crate::report::{Named, ProblemView, Readers, Redaction, Viewer};
use crate::store::{self, Source, TextPolicy};
use crate::text::{Text, clean};
use crate::tr;

/// Of what a paper is wanted.
#[derive(Debug, Clone)]
pub struct PaperRequest {
    /// The record or draft, as people name it.
    pub record: String,
    /// Which paper, where it could give several.
    pub paper: Option<PaperKind>,
    /// The unit that issues a draft, by any of its names.
    pub acting: Option<String>,
    /// For whom it is.
    pub readers: Readers,
}

/// What a request for a paper comes to.
#[derive(Debug, Serialize)]
pub enum PaperOutcome {
    /// The paper.
    Made(Box<MadePaper>),
    /// What is wrong with the file of the record or draft.
    Unread(Vec<ProblemView>),
}

/// A paper that was made.
#[derive(Debug, Serialize)]
pub struct MadePaper {
    /// The paper.
    #[serde(skip)]
    pub paper: Paper,
    /// What people call that of which it is.
    pub title: Text,
    /// The commit that holds the record as it is.
    pub commit: Option<String>,
}

/// Makes the paper of a record or draft, of which whatever it speaks is read and nothing else.
///
/// # Errors
/// The register cannot be read; nothing is called so, or several records are; it gives no such paper, or none for such readers.
pub fn paper(source: &Source, request: &PaperRequest, environment: &Environment<'_>) -> Result<PaperOutcome> {
    match request.paper {
        Some(PaperKind::Urging) => return urging(source, request, environment),
        Some(PaperKind::Archive) => return archive(source, request, environment),
        _ => {}
    }
    let mut loaded = store::load_names(source)?;
    let known = mechanism(&loaded, source)?;
    let today = environment.today_in(&known);
    let viewer = Some(viewer(source, None, &known, environment));
    let records = RecordLookup::Files { source, newer: loaded.newer };
    let resolver = Resolver { mechanism: &known, today, records, viewer: viewer.as_ref(), author: None };
    let subject = match subject(request, source, &resolver)? {
        Ok(subject) => subject,
        Err(problems) => return Ok(PaperOutcome::Unread(problems)),
    };
    let secret = secret(source, [&subject.path].into_iter(), &known, environment);
    if subject.draft.is_none() && secret.keeps(&subject.path) {
        return Err(absent_to(&subject.path, viewer.as_ref().unwrap_or(&Viewer::Unknown)).into());
    }
    let mut records = std::mem::take(&mut loaded.records);
    gather(source, &subject, &mut records)?;
    if let Some(viewer) = &viewer {
        secret_among(viewer, &records, &read_from(source), &known, today).leave_out(&mut records);
    }
    let spoken_of = records.iter().filter(|(path, _)| path.kind().is_happening()).map(|(path, _)| path.file()).collect();
    let ledger = ledger_read(records, &loaded, source)?;
    let mut paper = paper_of(&subject.path, request.paper, &ledger)?;
    if let Some(draft) = &subject.draft {
        paper.record = format!("drafts/{draft}");
        paper.draft.push("尚未登记");
    }
    let title = title(&subject, &ledger);
    if request.readers == Readers::Public {
        // What may not be named may stand anywhere in a register, not only in what the paper speaks of.
        let mut whole = store::load(source, TextPolicy::Keep)?;
        let records = std::mem::take(&mut whole.records);
        let redaction = Redaction::from_ledger(&ledger_read(records, &whole, source)?, today);
        if subject.draft.is_some() || redaction.hides(&subject.path) {
            return Err(internal_only(&title).into());
        }
        redaction.publish(&mut paper);
    }
    if subject.draft.is_none() {
        printed(source, &spoken_of, environment)?;
    }
    let commit = if subject.draft.is_none() { source.commit_of(&subject.path.file()) } else { None };
    Ok(PaperOutcome::Made(Box::new(MadePaper { paper, title, commit })))
}

/// Makes the letter about all that a unit has not done in its term, for which the whole register is judged.
fn urging(source: &Source, request: &PaperRequest, environment: &Environment<'_>) -> Result<PaperOutcome> {
    let known = mechanism(&store::load_names(source)?, source)?;
    let unit = known.unit_named(&request.record)?.clone();
    let title = Text::new(format!("{}的督办函", known.short(&unit)), format!("the letter to {}", known.short(&unit)));
    if request.readers == Readers::Public {
        return Err(internal_only(&title).into());
    }
    let Source::Folder(root) = source else {
        return Err(Text::fixed(
            "督办函按现有台账汇总，不能用 --rev",
            "the letter is drawn from the register as it stands, and of no earlier commit",
        )
        .into());
    };
    let office = known.office();
    if let Some(acting) = &request.acting
        && known.unit_named(acting)? != office
    {
        let name = known.short(office);
        return Err(tr!(
            "督办函由{name}发（--as {name}），别的单位不发";
            "the letter is {name}'s (--as {name}): no other unit sends it"
        )
        .into());
    }
    let asked = TodoRequest { unit: Some(unit.to_string()), ..TodoRequest::default() };
    let waits = todo(Source::Folder(root.clone()), &asked, environment)?;
    if !waits.unread.is_empty() {
        // What cannot be read may be just what is missed.
        return Ok(PaperOutcome::Unread(waits.unread));
    }
    let mut loaded = store::load_names(source)?;
    let mut records = std::mem::take(&mut loaded.records);
    // What it is about is told in the words of the papers that set it.
    let about: BTreeSet<RecordPath> = waits.items.iter().filter_map(|item| Some(item.about.as_ref()?.record.clone())).collect();
    for path in about {
        if let Ok(Some(record)) = store::load_record(source, &path) {
            records.push((path, record));
        }
    }
    let paper = paper::urging(&unit, &waits.items, &ledger_read(records, &loaded, source)?, waits.as_of)?;
    Ok(PaperOutcome::Made(Box::new(MadePaper { paper, title, commit: None })))
}

/// Makes the list of a year's papers, for which all that happened is read.
fn archive(source: &Source, request: &PaperRequest, environment: &Environment<'_>) -> Result<PaperOutcome> {
    let given = clean(request.record.trim()).into_owned();
    let year = given.trim_end_matches('年').parse().ok().filter(|year| (1949..=2199).contains(year));
    let year: u16 = year.ok_or_else(|| {
        tr!("归档清单按年份出，“{given}”应写作四位年份，如 2025"; "the list is of a year: write \"{given}\" as four digits, such as 2025")
    })?;
    let title = Text::new(format!("{year} 年归档清单"), format!("the papers of {year}"));
    if request.readers == Readers::Public {
        return Err(internal_only(&title).into());
    }
    let mut loaded = store::load(source, TextPolicy::Drop)?;
    let known = mechanism(&loaded, source)?;
    if let Some(path) = loaded.unreadable.first() {
        let file = path.file();
        return Err(tr!(
            "{file} 等读不出来，清单会缺件，没有生成；原因见 liandong check";
            "{file} cannot be read, and the list would lack papers: nothing was made; liandong check says why"
        )
        .into());
    }
    let today = environment.today_in(&known);
    let viewer = viewer(source, None, &known, environment);
    secret_among(&viewer, &loaded.records, &read_from(source), &known, today).leave_out(&mut loaded.records);
    let records = std::mem::take(&mut loaded.records);
    let paper = paper::archive(year, &ledger_read(records, &loaded, source)?, today)?;
    Ok(PaperOutcome::Made(Box::new(MadePaper { paper, title, commit: None })))
}

/// Notes that a paper lies on somebody's desk from now on: whatever it says, of whichever records, counts as gone.
fn printed(source: &Source, spoken_of: &BTreeSet<String>, environment: &Environment<'_>) -> Result<()> {
    let Some(root) = source.root() else { return Ok(()) };
    let Ok(history) = History::open(root) else { return Ok(()) };
    let of_it = |commit: Id| {
        let before = history.parents(commit).ok().and_then(|parents| parents.first().copied());
        // What is not there any more is nobody's to take back.
        history.diff_trees(before, commit).map_or(true, |changes| changes.iter().any(|change| spoken_of.contains(&change.path)))
    };
    if history.only_here()?.into_iter().any(of_it) {
        let since = environment.now.to_rfc3339();
        Workspace::open(root, Disk::default())?.lock(&since)?.goes_out(of_it)?;
    }
    Ok(())
}

/// That something cannot be had as a public edition.
pub(super) fn internal_only(what: &Text) -> Text {
    let (zh, en) = (what.zh(), what.en());
    tr!(
        "“{zh}”是内部事项，不出公开版；内部版不写 --edition 即可";
        "\"{en}\" is internal: there is no public edition of it; leave out --edition for the internal one"
    )
}

/// What is printed: a record with its place, and the draft that it is, should it be one.
struct PaperSubject {
    path: RecordPath,
    record: Record,
    draft: Option<String>,
}

/// The record or draft that is named, or what is wrong with its file.
fn subject(request: &PaperRequest, source: &Source, resolver: &Resolver<'_>) -> Result<Result<PaperSubject, Vec<ProblemView>>> {
    let target = literal(&request.record).map_or_else(|| resolver.target(&request.record), Ok)?;
    let (path, draft) = match target {
        Target::Record { path, .. } => (path, None),
        Target::Draft(name) => (RecordPath::Filed(draft_path(&name, request, resolver)?), Some(name)),
    };
    let file = draft.as_ref().map_or_else(|| path.file(), |draft| format!("drafts/{draft}.toml"));
    let Some(text) = source.text(&file) else {
        return Err(match (&draft, resolver.viewer) {
            (None, Some(viewer)) => absent_to(&path, viewer),
            _ => absent(&file),
        }
        .into());
    };
    let read = Record::read(&path, &text).map_err(|problems| views(&file, &text, problems));
    Ok(read.map(|record| PaperSubject { path, record, draft }))
}

fn views(file: &str, text: &str, problems: Vec<ReadProblem>) -> Vec<ProblemView> {
    let view =
        |problem: ReadProblem| ProblemView::in_file(file.to_owned(), Some(text), problem.span, true, problem.what, problem.help);
    problems.into_iter().map(view).collect()
}

/// Where a draft would be filed: by the unit that issues it, under a number that it does not have yet.
fn draft_path(draft: &str, request: &PaperRequest, resolver: &Resolver<'_>) -> Result<FiledPath, Text> {
    let Some(unit) = &request.acting else {
        return Err(Text::fixed(
            "草稿还没有登记单位；请写明以哪个单位行文：--as 单位",
            "a draft has no unit yet; say which one issues it: --as UNIT",
        ));
    };
    let place = super::drafts::kind_of(draft).filter(|kind| kind.is_happening()).zip(Number::new(0, 1));
    let Some((kind, number)) = place else {
        let draft = clean(draft);
        return Err(tr!("草稿 {draft} 不出公文"; "draft {draft} gives no paper"));
    };
    let unit = resolver.mechanism.unit_named(unit)?.clone();
    Ok(FiledPath { kind, year: resolver.today.year(), unit, number })
}

/// How far references are followed: a paper upward is about a question of a meeting, whose paper is that again.
const DEPTH: usize = 2;

/// Adds the subject and whatever its paper speaks of, so that the register need not be read.
fn gather(source: &Source, subject: &PaperSubject, records: &mut Vec<(RecordPath, Record)>) -> Result<()> {
    records.extend(people(source, subject));
    let mut found = vec![(subject.path.clone(), subject.record.clone())];
    // What units want a meeting to deal with names the meeting; the meeting need not name it.
    if subject.path.kind() == Kind::Meeting {
        found.extend(store::load_kind(source, Kind::Agenda)?.records);
    }
    // Who issues a paper with others says in a response of its own that it does.
    if is_joint(&subject.record) {
        let of_it = |record: &Record| matches!(record, Record::Response(said) if said.to.as_ref().is_some_and(|to| to.record == subject.path));
        found.extend(store::load_kind(source, Kind::Response)?.records.into_iter().filter(|(_, record)| of_it(record)));
    }
    let mut next = 0;
    for _ in 0..DEPTH {
        let mut wanted = Vec::new();
        for (_, record) in &found[next..] {
            record.visit(&mut |_: &KeyPath, leaf| {
                if let Leaf::Reference(reference) = leaf {
                    wanted.push(reference.record.clone());
                }
            });
        }
        next = found.len();
        for path in wanted {
            let is_new = path.kind().is_happening() && !found.iter().any(|(known, _)| *known == path);
            // What cannot be read is for `check` to say; a paper does without it.
            if is_new && let Ok(Some(record)) = store::load_record(source, &path) {
                found.push((path, record));
            }
        }
    }
    records.extend(found);
    Ok(())
}

/// Whether several units issue it.
fn is_joint(record: &Record) -> bool {
    match record {
        Record::Notice(notice) => !notice.jointly.is_empty(),
        Record::Upward(upward) => !upward.jointly.is_empty(),
        _ => false,
    }
}

/// The people that a paper asks for: those of the unit that invites to a meeting.
fn people(source: &Source, subject: &PaperSubject) -> Option<(RecordPath, Record)> {
    let unit = subject.path.owner().filter(|_| subject.path.kind() == Kind::Meeting);
    let path = unit.map(|unit| RecordPath::OfUnit(Kind::People, unit.clone()));
    // What cannot be read is for `check` to say; a paper does without it.
    path.and_then(|path| store::load_record(source, &path).ok().flatten().map(|record| (path, record)))
}

/// What people call it.
fn title(subject: &PaperSubject, ledger: &Ledger) -> Text {
    match &subject.draft {
        Some(draft) => Text::new(format!("草稿 {}", clean(draft)), format!("draft {}", clean(draft))),
        None => Named::of_record(&subject.path, &ledger.mechanism).title,
    }
}
