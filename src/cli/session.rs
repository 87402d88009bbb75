//! What every command needs: the language, the register, the day.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::{DateTime, FixedOffset};
use clap::ArgMatches;

use super::progress::Progress;
use crate::git::{History, Programs, Revision};
use crate::model::{Day, Kind, Ledger, Mechanism, Record, RecordPath};
use crate::render::RenderOptions;
use crate::report::{Position, ProblemView};
use crate::store::{LoadFault, LoadProblem, Loaded, Source, TextPolicy, load_counted, load_mechanism, locate};
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{self, Signing};

/// One run of the program.
pub(super) struct Session {
    pub(super) options: RenderOptions,
    /// What is being done, for whoever waits.
    pub(super) progress: Progress,
    data: Option<PathBuf>,
}

/// A register that was read.
pub(super) struct LoadedRegister {
    pub(super) source: Source,
    pub(super) loaded: Loaded,
}

impl Session {
    pub(super) fn new(matches: &ArgMatches, options: RenderOptions) -> Self {
        Self { options, progress: Progress::new(options.lang), data: matches.get_one::<PathBuf>("data").cloned() }
    }

    /// The folder of a register that can be written.
    pub(super) fn register(&self) -> anyhow::Result<PathBuf> {
        // What is read from the program's own folder is not thereby a register to write into.
        let own = match &self.data {
            Some(_) => self.folder()?,
            None => here()?.ancestors().find(|folder| is_register(folder)).map(Path::to_owned),
        };
        Ok(own.ok_or(Text::fixed(
            "这里没有台账；用 liandong init 文件夹 新建，或用 --data 指明",
            "there is no register here; make one with liandong init DIR, or name one with --data",
        ))?)
    }

    /// Reads the register, from its files or from a revision.
    pub(super) fn read(&self, matches: &ArgMatches, texts: TextPolicy) -> anyhow::Result<LoadedRegister> {
        let revision = matches.try_get_one::<String>("rev").ok().flatten();
        let source = self.source(revision.map(String::as_str))?;
        self.progress.step(&Text::fixed("读取记录", "reading"));
        let loaded = load_counted(&source, texts, self.progress.count());
        self.progress.rest();
        let loaded = loaded?;
        if let Some(format) = loaded.newer
            && loaded.records.is_empty()
        {
            return Err(newer(format).into());
        }
        Ok(LoadedRegister { source, loaded })
    }

    /// Reads what the register knows of itself, and nothing of what happened.
    pub(super) fn read_mechanism(&self, matches: &ArgMatches) -> anyhow::Result<Mechanism> {
        let revision = matches.try_get_one::<String>("rev").ok().flatten();
        mechanism(&load_mechanism(&self.source(revision.map(String::as_str))?)?)
    }

    /// Where the register is read from: its files, or a revision.
    pub(super) fn source(&self, revision: Option<&str>) -> anyhow::Result<Source> {
        let Some(rev) = revision else { return Ok(self.folder()?.map_or(Source::Shipped, Source::Folder)) };
        // A bare repository holds no file to look for.
        let folder = match (&self.data, self.folder()) {
            (Some(data), _) => data.clone(),
            (None, Ok(Some(folder))) => folder,
            (None, _) => here()?,
        };
        let shown = clean(rev).into_owned();
        let opened = Revision::open(&folder, rev);
        Ok(Source::Revision(opened.with_context(|| tr!("读不出提交“{shown}”"; "commit \"{shown}\" cannot be read"))?))
    }

    /// The register's folder: as given, else the nearest from here up that holds `mechanism.toml`, itself or in its `data`.
    fn folder(&self) -> anyhow::Result<Option<PathBuf>> {
        if let Some(given) = &self.data {
            let shown = clean(&given.to_string_lossy()).into_owned();
            return if is_register(given) {
                Ok(Some(given.clone()))
            } else if given.is_dir() {
                Err(tr!(
                    "{shown} 里没有 mechanism.toml，不是台账文件夹；请核对 --data，或用 liandong init 新建台账";
                    "{shown} holds no mechanism.toml: it is not a register; check --data, or make one with liandong init"
                )
                .into())
            } else {
                Err(tr!(
                    "没有文件夹 {shown}；请核对 --data，或用 liandong init {shown} 新建台账";
                    "there is no folder {shown}; check --data, or make a register there with liandong init {shown}"
                )
                .into())
            };
        }
        let here = here()?;
        let candidates = here.ancestors().flat_map(|folder| [folder.to_owned(), folder.join("data")]);
        Ok(candidates.into_iter().find(|folder| is_register(folder)))
    }
}

/// How programs are run for this person.
pub(super) fn programs() -> Programs {
    Programs::in_environment(std::env::vars_os(), std::io::stdin().is_terminal())
}

/// How commits of a clone are signed, where they are.
pub(super) fn signing(history: &History) -> Result<Option<Signing>, Text> {
    trust::signing(history, &programs(), std::env::home_dir().as_deref())
}

fn here() -> anyhow::Result<PathBuf> {
    std::env::current_dir().context(Text::fixed("找不到当前文件夹", "there is no current folder"))
}

fn is_register(folder: &Path) -> bool {
    folder.join(RecordPath::Single(Kind::Mechanism).file()).is_file()
}

pub(super) fn newer(format: u32) -> Text {
    tr!(
        "台账的格式是第 {format} 版，比本程序新，请更新程序";
        "the register is of format {format}, newer than this program; get a newer one"
    )
}

impl LoadedRegister {
    /// The commit that was read, where one was.
    pub(super) fn revision(&self) -> Option<String> {
        match &self.source {
            Source::Revision(revision) => Some(revision.id().to_owned()),
            _ => None,
        }
    }

    /// What was wrong with files, ready to be shown.
    pub(super) fn problems(&self) -> Vec<ProblemView> {
        let mut problems: Vec<ProblemView> = self.loaded.problems.iter().map(|problem| self.problem(problem)).collect();
        problems.extend(self.loaded.newer.map(|format| {
            let what = newer(format);
            let help = Text::fixed("能读的都读了，但不是全部情况", "what can be read was read; it may not be all");
            ProblemView::of(RecordPath::Single(Kind::Mechanism).file(), None, 0..0, true, what, help)
        }));
        problems
    }

    fn problem(&self, problem: &LoadProblem) -> ProblemView {
        let LoadProblem { file, span, fault, what, help } = problem.clone();
        let text = (span != (0..0)).then(|| self.source.text(&file)).flatten();
        ProblemView::of(file, text.as_deref(), span, fault == LoadFault::Unreadable, what, help)
    }

    /// Where a key of a file stands.
    pub(super) fn place(&self, file: &str, key: &str) -> Option<Position> {
        let text = self.source.text(file)?;
        Some(Position::of(&text, locate(&text, key).start))
    }

    /// What the register knows of itself.
    pub(super) fn mechanism(&self) -> anyhow::Result<Mechanism> {
        mechanism(&self.loaded)
    }

    /// The ledger, with the records left in place.
    pub(super) fn ledger(&self) -> anyhow::Result<Ledger> {
        ledger(self.loaded.records.iter().cloned(), self.loaded.unreadable.clone())
    }

    /// The ledger, made of the records themselves.
    pub(super) fn take_ledger(&mut self) -> anyhow::Result<Ledger> {
        let records = std::mem::take(&mut self.loaded.records);
        ledger(records, self.loaded.unreadable.clone())
    }
}

/// What a register knows of itself.
pub(super) fn mechanism(loaded: &Loaded) -> anyhow::Result<Mechanism> {
    let own = loaded.records.iter().filter(|(path, _)| !path.kind().is_happening());
    Ok(Mechanism::new(own.cloned()).map_err(|lacking| lacks(&lacking))?)
}

/// A ledger of records, or what it lacks to be one.
pub(super) fn ledger(
    records: impl IntoIterator<Item = (RecordPath, Record)>,
    unreadable: std::collections::BTreeSet<RecordPath>,
) -> anyhow::Result<Ledger> {
    Ok(Ledger::new(records, unreadable).map_err(|lacking| lacks(&lacking))?)
}

/// Without these files nothing can be judged.
fn lacks(kinds: &[Kind]) -> Text {
    let files = kinds.iter().map(|kind| RecordPath::Single(*kind).file()).collect::<Vec<_>>().join("、");
    tr!(
        "台账缺少或读不出 {files}，无从检查（liandong check 会列出各文件的问题）";
        "the register lacks {files}, or they cannot be read: nothing can be judged"
    )
}

/// The day as of which is asked, else the given day.
pub(super) fn as_of(matches: &ArgMatches, today: Day) -> anyhow::Result<Day> {
    match matches.get_one::<String>("as-of") {
        Some(given) => Ok(Day::parse_near(given, today)?),
        None => Ok(today),
    }
}

/// Today in the register's zone.
pub(super) fn today(mechanism: &Mechanism) -> Day {
    Day::from_date(now(mechanism).date_naive())
}

/// This moment in the register's zone. `LIANDONG_NOW` puts the clock to another (RFC 3339), so that a transcript is the same on
/// whatever day it is run.
pub(super) fn now(mechanism: &Mechanism) -> DateTime<FixedOffset> {
    let set = std::env::var("LIANDONG_NOW").ok().and_then(|set| DateTime::parse_from_rfc3339(&set).ok());
    set.unwrap_or_else(|| chrono::Utc::now().into()).with_timezone(&mechanism.file.time_zone.offset())
}
