//! `history`: what became of a record: who, when, which key, in words.

use std::collections::BTreeSet;
use std::path::Path;

use clap::ArgMatches;
use serde::Serialize;

use super::HistoryView;
use crate::cli::session::{Session, programs};
use crate::cli::{Command, Reply, app, args};
use crate::git::{self, Commit, History, Id, TreeEntry};
use crate::model::{Kind, Notice, Record, RecordPath, limits};
use crate::ops::reference::literal;
use crate::ops::{RecordLookup, Resolver, Target};
use crate::render::json;
use crate::report::{Changed, Named, changed};
use crate::store::{Source, load_kind};
use crate::text::{Lang, Text, clean, clip};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "history",
    zh: "历史",
    about: Text::fixed("一份记录的来龙去脉：谁、何时、改了哪一项", "What became of a record: who, when, which key"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let record = Text::fixed("哪份记录", "which record");
    command.arg(args::record(record, lang).required(true)).arg(app::format(&["text", "json"], lang))
}

/// One filing that touched the record.
#[derive(Serialize)]
struct HistoryStep {
    commit: String,
    at: String,
    by: String,
    title: String,
    /// The name that the record had then, where it was another.
    path: String,
    changes: Vec<Changed>,
}

/// The whole of it.
#[derive(Serialize)]
struct RecordHistory {
    version: u32,
    record: Named,
    /// Oldest first.
    steps: Vec<HistoryStep>,
    /// Papers that correct it, withdraw it, or that it corrects or withdraws.
    related: Vec<Named>,
}

/// How wide a value is shown.
const VALUE: usize = 60;

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let given = args::record_typed(matches);
    let root = session.register()?;
    // git's walk takes longest by far: where a path is given, it walks while all else is read.
    let known = match literal(&given) {
        Some(Target::Record { path, .. }) => Some(path),
        _ => None,
    };
    let (told, walked) = std::thread::scope(|scope| {
        let root = &root;
        let walk = known.map(|path| scope.spawn(move || touched(root, &path, "HEAD")));
        let told = History::of_register(root)
            .map_err(|why| Text::from(why).into())
            .and_then(|history| HistoryView::from_history(root.clone(), history));
        (told, walk.and_then(|walk| walk.join().ok()))
    });
    let told = told?;
    let tip = told.history.head().map_err(Text::from)?.1;
    let source = Source::Folder(told.root.clone());
    let records = RecordLookup::Files { source: &source, newer: None };
    let path = Resolver { mechanism: &told.mechanism, today: told.today(), records }.file(&given)?;
    let steps = steps(&told, &path, tip, walked)?;
    if steps.is_empty() {
        let path = path.to_string();
        return Err(tr!("台账的历史里没有 {path}；已有的记录见 liandong list"; "the register's history has no {path}; liandong list shows what there is").into());
    }
    let told =
        RecordHistory { version: 1, record: Named::of_record(&path, &told.mechanism), steps, related: related(&told, &path)? };
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        return Ok(Reply::ok(json::json(&told)));
    }
    Ok(Reply::ok(render_history(&told, session.options.lang)))
}

/// The commits of a main line that touched a record, newest first.
fn touched(root: &Path, path: &RecordPath, from: &str) -> Result<Vec<Id>, Text> {
    git::touched(&programs(), root, &path.file(), from).map_err(|why| why.describe())
}

/// Every filing that touched a record, oldest first; one that got another number is followed to the one before. `walked` is what
/// git said of it already.
fn steps(
    told: &HistoryView,
    path: &RecordPath,
    tip: Option<Id>,
    mut walked: Option<Result<Vec<Id>, Text>>,
) -> anyhow::Result<Vec<HistoryStep>> {
    let history = &told.history;
    let (mut steps, mut at, mut path) = (Vec::new(), tip, path.clone());
    while let Some(from) = at {
        at = None;
        let commits = walked.take().unwrap_or_else(|| touched(&told.root, &path, &from.to_string()))?;
        for id in &commits {
            let commit = history.commit(*id).map_err(Text::from)?;
            steps.push(step(told, &path, &commit)?);
        }
        if let Some(first) = commits.last()
            && let Some(earlier) = earlier(history, *first, &path)?
        {
            at = history.parents(*first).map_err(Text::from)?.first().copied();
            path = earlier;
        }
    }
    steps.reverse();
    Ok(steps)
}

/// The path under which a record lay before it was given another number, by the commit that did so.
fn earlier(history: &History, commit: Id, path: &RecordPath) -> Result<Option<RecordPath>, Text> {
    let parent = history.parents(commit)?.first().copied();
    let file = path.file();
    let (RecordPath::Filed(_), Some(parent), Some((folder, _))) = (path, parent, file.rsplit_once('/')) else {
        return Ok(None);
    };
    let after: BTreeSet<String> = history.files_in(commit, folder)?.into_iter().map(|(name, _)| name).collect();
    let mut gone = history.files_in(parent, folder)?.into_iter().map(|(name, _)| name).filter(|name| !after.contains(name));
    Ok(gone.find_map(|name| RecordPath::of_file(&format!("{folder}/{name}")).ok()))
}

fn step(told: &HistoryView, path: &RecordPath, commit: &Commit) -> Result<HistoryStep, Text> {
    let HistoryView { history, mechanism, .. } = told;
    let read = |entry: Option<TreeEntry>| -> Result<Option<Record>, Text> {
        let Some(entry) = entry else { return Ok(None) };
        let bytes = history.blob(entry.id, limits::RECORD_BYTES)?;
        Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|text| Record::read(path, &text).ok()))
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
        title: clean(commit.message.lines().next().unwrap_or_default()).into_owned(),
        path: path.to_string(),
        changes: changed(path.kind(), old.as_ref(), new.as_ref(), mechanism),
    })
}

/// What corrects or withdraws a notice, and what it corrects or withdraws.
fn related(told: &HistoryView, path: &RecordPath) -> anyhow::Result<Vec<Named>> {
    if path.kind() != Kind::Notice {
        return Ok(Vec::new());
    }
    let notices = load_kind(&Source::Folder(told.root.clone()), Kind::Notice)?;
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
    Ok(related.iter().map(|path| Named::of_record(path, &told.mechanism)).collect())
}

fn render_history(told: &RecordHistory, lang: Lang) -> String {
    let mut out = format!("{}\n", told.record.title.get(lang));
    for HistoryStep { commit, at, by, title, path, changes } in &told.steps {
        let short = &commit[..10];
        out.extend(["\n", at, "  ", by, "  ", title, "（", short, "）\n"]);
        if *path != told.record.reference {
            out.push_str(tr!("  当时编号 {path}\n"; "  then {path}\n").get(lang));
        }
        for Changed { key, heading, before, after } in changes {
            let heading = if heading.is_empty() { Text::same(key.clone()) } else { heading.clone() };
            let show = |text: &Text| clip(&clean(text.get(lang)), VALUE);
            let line = match (before.is_empty(), after.is_empty()) {
                (true, _) => format!("  {}：{}\n", heading.get(lang), show(after)),
                (false, true) => format!("  {}：{} → —\n", heading.get(lang), show(before)),
                (false, false) => format!("  {}：{} → {}\n", heading.get(lang), show(before), show(after)),
            };
            out.push_str(&line);
        }
    }
    if !told.related.is_empty() {
        out.push_str(Text::fixed("\n相关的更正、撤回：\n", "\ncorrections and withdrawals:\n").get(lang));
        for named in &told.related {
            out.extend(["  ", named.title.get(lang), "（", &named.reference, "）\n"]);
        }
    }
    out
}
