//! `todo`: what waits for the unit of this computer.

use serde::Serialize;

use super::draft_author::{DraftAuthor, on_behalf};
use super::drafted_review::can_be_reviewed;
use super::drafts::DraftFolder;
use super::folder::folder_read;
use super::gist::gist;
use super::going_on::going_on;
use super::viewing::{leave_out_surprises, own_unit, viewer};
use super::{Environment, LoadedRegister, Result, fix};
use crate::git::RegisterFolder;
use crate::model::{Day, Kind, Mechanism, UnitId};
use crate::report::{self, FolderView, ProblemView, Surprises, TodoGroup, TodoItem};
use crate::rules::{self, Context, Finding};
use crate::store::{Source, TextPolicy};
use crate::text::{CommandLine, Telling, Text, clean, english_count};
use crate::tr;

use super::unverified::unverified;

/// For whom.
#[derive(Debug, Clone, Default)]
pub struct TodoRequest {
    /// For that unit, by any of its names; for that of this clone where none is named.
    pub unit: Option<String>,
    /// For all of them.
    pub all: bool,
    /// The day as of which is judged, as people write it; today where none is named.
    pub as_of: Option<String>,
}

/// What waits.
#[derive(Debug, Serialize)]
pub struct TodoOutcome {
    /// The short name of the unit for which it waits; none where it is for all.
    pub unit: Option<String>,
    /// The day as of which was judged.
    pub as_of: Day,
    /// The most pressing first.
    pub items: Vec<TodoItem>,
    /// What could not be read, and may wait as well.
    pub unread: Vec<ProblemView>,
}

/// Says what waits.
///
/// # Errors
/// The register cannot be read, or there is no such unit.
pub fn todo(source: Source, request: &TodoRequest, environment: &Environment<'_>) -> Result<TodoOutcome> {
    let mut register = LoadedRegister::read_compared(source, None, TextPolicy::Drop, environment)?;
    let unread = register.unread();
    let folder = folder_read(&register);
    // Of a day ahead something is found about what is still to come.
    if request.as_of.is_some() {
        leave_out_surprises(&mut register, request.unit.as_deref(), environment)?;
    }
    let ledger = register.take_ledger()?;
    let mechanism = &ledger.mechanism;
    let today = environment.day_asked(request.as_of.as_deref(), mechanism)?;
    let root = match &register.source {
        Source::Folder(root) => Some(root),
        Source::Revision(_) | Source::Shipped => None,
    };
    let unit = match &request.unit {
        Some(given) => Some(mechanism.unit_named(given)?.clone()),
        None if request.all => None,
        None => match (own_unit(&register.source, mechanism, environment), &environment.unit) {
            (None, Some(told)) => Some(mechanism.unit_named(told).map_err(|why| told_wrongly(&why))?.clone()),
            (own, _) => own,
        },
    };
    let viewer = viewer(&register.source, unit.as_ref(), mechanism, environment);
    let unverified = unverified(&register.source, &ledger, today);
    let context = Context { ledger: &ledger, today, now: environment.today_in(mechanism), unverified: &unverified };
    environment.progress.step(&Text::fixed("核对", "judging"));
    let judgement = rules::judge_register(&context);
    let surprises = Surprises::of_ledger(&ledger, &viewer, context.now);
    // What another unit has to file is not for this one to run.
    let is_own = |said: &CommandLine| unit.as_ref().is_none_or(|unit| said.said("as") == Some(mechanism.short(unit)));
    let command = |found: &Finding| fix::command(found, &ledger).filter(is_own);
    let mut items = report::todo(&context, &judgement, report::coming(&context), unit.as_ref(), &command);
    items.retain(|item| item.record.as_ref().is_none_or(|record| !surprises.keeps_named(&record.reference)));
    if let Some(unit) = &unit {
        let entered = report::unconfirmed_entries(&ledger, unit, today);
        items.extend(entered.into_iter().map(|entry| TodoItem {
            what: entered_by(&entry.entered_by).into(),
            command: Some(CommandLine::new("confirm").about(&entry.record.reference).option("as", mechanism.short(unit))),
            since: entry.on,
            record: Some(entry.record),
            ..local(Text::default(), None)
        }));
    }
    let own = own_unit(&register.source, mechanism, environment);
    items.extend(root.into_iter().flat_map(|root| drafts(root, unit.as_ref(), own.as_ref(), mechanism)));
    if let Some(unsent) = folder.as_ref().and_then(|folder| folder.unsent).filter(|unsent| *unsent > 0) {
        let filings = english_count(unsent, "filing");
        items.push(local(tr!("有 {unsent} 次登记还没有送出"; "{filings} not sent yet"), Some(CommandLine::new("sync"))));
    }
    let folder = folder.map(|folder| FolderView { unsent: None, ..folder });
    items.extend(folder.iter().flat_map(FolderView::remedied).map(|line| local(line.what, None)));
    let unit = unit.map(|unit| mechanism.short(&unit).to_owned());
    Ok(TodoOutcome { unit, as_of: today, items, unread })
}

/// That this computer was told to act for a unit that there is not: what waits for all would pass for what waits for it.
fn told_wrongly(why: &Text) -> Text {
    let (zh, en) = (why.zh(), why.en());
    tr!("环境变量 LIANDONG_UNIT：{zh}"; "the variable LIANDONG_UNIT: {en}")
}

fn entered_by(unit: &str) -> Text {
    let unit = clean(unit).into_owned();
    tr!("{unit}代录的，请确认"; "entered by {unit}, to be confirmed")
}

/// What is not filed yet, a draft each: those that the unit began which is asked about, each with the command as it runs on this computer. Of one that an
/// older program kept nobody knows who began it: it is for the unit of this computer.
fn drafts(root: &RegisterFolder, asked: Option<&UnitId>, own: Option<&UnitId>, mechanism: &Mechanism) -> Vec<TodoItem> {
    let drafts = DraftFolder::in_register(root);
    let item = |name: String| {
        let author = DraftAuthor::noted(&drafts, &name).map(|author| author.unit);
        let unit = author.as_ref().or(own);
        if asked.is_some_and(|asked| unit.is_some_and(|unit| unit != asked)) {
            return None;
        }
        let item = drafted(&drafts, &name);
        let files = unit.or(asked).filter(|unit| own != Some(*unit));
        let is_shown = |command: &CommandLine| command.is("draft show");
        let command = item.command.map(|command| match files {
            Some(unit) if !is_shown(&command) => command.option("as", mechanism.short(unit)),
            _ => command,
        });
        Some(TodoItem { command, ..item })
    };
    drafts.names().into_iter().filter_map(item).collect()
}

fn drafted(drafts: &DraftFolder, name: &str) -> TodoItem {
    let shown = clean(name).into_owned();
    // A notice waits for its review, and is filed with it, once it says what there is to review.
    if let Ok(Some(notice)) = drafts.table(Kind::Notice, name)
        && can_be_reviewed(&notice)
    {
        let gist = gist(&notice);
        let review = CommandLine::new("notice review").about(name);
        let command = ["name", "post", "on", "way"].into_iter().fold(review, CommandLine::open);
        let command = on_behalf(command, &drafts.text(name).unwrap_or_default());
        return local(tr!("草稿 {shown} {gist}，还没有审核"; "the draft {shown} {gist} is not reviewed"), Some(command));
    }
    let command = going_on(drafts, name).unwrap_or_else(|| CommandLine::new("draft show").about(name));
    local(tr!("草稿 {shown} 还没有登记"; "the draft {shown} is not filed"), Some(command))
}

/// Something that lies on this computer only.
fn local(what: impl Into<Telling>, command: Option<CommandLine>) -> TodoItem {
    TodoItem {
        urgency: TodoGroup::Local,
        units: Vec::new(),
        what: what.into(),
        since: None,
        until: None,
        term: None,
        about: None,
        record: None,
        clause: None,
        command,
    }
}
