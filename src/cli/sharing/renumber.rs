//! `renumber`: another number for a record that only lies here, where somebody else was given the same.

use crate::cli::filing::author;
use clap::ArgMatches;

use super::SyncContext;
use crate::cli::filing::options::acting;
use crate::cli::session::{Session, now};
use crate::cli::{Command, Reply, args};
use crate::git::{Disk, Id, Remote};
use crate::model::{FiledPath, RecordPath};
use crate::render;
use crate::report::Named;
use crate::store::{Filing, RecordChange, Writer};
use crate::sync::{Renumbered, renumber};
use crate::text::{Lang, Text};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "renumber",
    zh: "换号",
    about: Text::fixed("给只在本机的一件换编号（与别人重号时）", "Give a record that only lies here another number"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let record = Text::fixed("哪份记录", "which record");
    command.arg(args::record(record, lang).required(true)).args(acting(lang))
}

/// Why nothing was filed.
enum RenumberStop {
    Dry(Renumbered),
    Failed(Text),
}

impl From<Text> for RenumberStop {
    fn from(why: Text) -> Self {
        Self::Failed(why)
    }
}

impl From<crate::git::Refused> for RenumberStop {
    fn from(why: crate::git::Refused) -> Self {
        Self::Failed(why.into())
    }
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let context = SyncContext::open(session)?;
    let register = &context.register;
    let RecordPath::Filed(old) = register.resolver().file(&args::record_typed(matches))? else {
        return Err(Text::fixed("这类文件没有编号", "a file of this kind has no number").into());
    };
    let owner = &old.unit;
    if !register.mechanism.stands_for(&author::acting(matches, register)?, owner, register.today()) {
        let name = register.mechanism.short(owner);
        return Err(tr!("这件事由{name}办（--as {name}）"; "this is for {name} to do (--as {name})").into());
    }
    let history = context.history()?;
    let (branch, here) = history.head().map_err(Text::from)?;
    let remote = Remote::from_config(&context.programs, &register.root, &branch).map_err(|why| why.describe())?;
    let (Some(here), Some(shared)) = (here, remote.known().map_err(|why| why.describe())?) else {
        return Err(Text::fixed("台账还没有共享过，没有重号", "the register was never shared: no number was given twice").into());
    };
    let taken = taken(&history, shared, &old)?;
    let now = now(&register.mechanism);
    let writer = Writer::open_on(&register.root, now, Disk::default(), register.sign()?)?;
    let mut shown = None;
    let filed = writer.file(now, |held| -> Result<Filing, RenumberStop> {
        let mut number = held.next_number(old.kind, old.year, owner, register.series(owner))?;
        while taken.contains(&number.to_string()) {
            number = crate::model::Number::new(number.series(), number.serial() + 1)
                .ok_or(Text::fixed("这一年的编号用完了", "this year's numbers are used up"))?;
        }
        let new = FiledPath { number, ..old.clone() };
        let renumbered = renumber(&history, (here, shared), &old, &new)?.ok_or_else(|| {
            let path = old.to_string();
            tr!("{path} 已经共享，编号不能改"; "{path} is shared already: its number stays")
        })?;
        if matches.get_flag("dry-run") {
            return Err(RenumberStop::Dry(renumbered));
        }
        let filing = filing(&old, &renumbered, held)?;
        shown = Some(renumbered);
        Ok(filing)
    });
    let renumbered = match filed {
        Ok(_) => shown,
        Err(RenumberStop::Dry(renumbered)) => Some(renumbered),
        Err(RenumberStop::Failed(why)) => return Err(why.into()),
    };
    Ok(Reply::ok(renumbered.map(|renumbered| describe_renumbering(&old, &renumbered, &context, session)).unwrap_or_default()))
}

/// The numbers that the shared register has given in that folder.
fn taken(history: &crate::git::History, shared: Id, old: &FiledPath) -> Result<Vec<String>, Text> {
    let path = old.to_string();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let files = history.files_in(shared, folder)?;
    Ok(files.into_iter().map(|(name, _)| name.trim_end_matches(".toml").to_owned()).collect())
}

fn filing(old: &FiledPath, renumbered: &Renumbered, held: &crate::store::LockedRegister<'_>) -> Result<Filing, Text> {
    let before = held.bytes(&RecordPath::Filed(old.clone()))?;
    let new = RecordPath::Filed(renumbered.path.clone());
    let mut changes = vec![
        RecordChange { path: RecordPath::Filed(old.clone()), before, after: None },
        RecordChange { path: new, before: None, after: Some(renumbered.text.clone().into_bytes()) },
    ];
    for (path, before, after) in &renumbered.pointing {
        changes.push(RecordChange {
            path: path.clone(),
            before: Some(before.clone().into_bytes()),
            after: Some(after.clone().into_bytes()),
        });
    }
    Ok(Filing { message: format!("换号：{old} 改为 {}", renumbered.path), changes })
}

fn describe_renumbering(old: &FiledPath, renumbered: &Renumbered, context: &SyncContext, session: &Session) -> String {
    let named = |path: &RecordPath| Named::of_record(path, &context.register.mechanism).title;
    let (from, to) = (named(&RecordPath::Filed(old.clone())), named(&RecordPath::Filed(renumbered.path.clone())));
    let (from_zh, from_en, to_zh, to_en) = (from.zh(), from.en(), to.zh(), to.en());
    let options = session.options;
    let mut out = tr!("{from_zh} 改为 {to_zh}\n"; "{from_en} becomes {to_en}\n").get(options.lang).to_owned();
    for (path, before, after) in &renumbered.pointing {
        out.push_str(&render::diff(&path.file(), before, after, options));
    }
    out.push_str(Text::fixed("下一步：liandong sync\n", "next: liandong sync\n").get(options.lang));
    out
}
