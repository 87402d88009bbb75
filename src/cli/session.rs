//! What every command needs: the language, the register, the day.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use clap::ArgMatches;

use super::args;
use super::own_file::own;
use super::progress::TerminalProgress;
use crate::git::{Programs, RegisterFolder, Revision};
use crate::model::{Kind, RecordPath};
use crate::ops::{Environment, LoadedRegister, Progress, Register};
use crate::platform;
use crate::render::RenderOptions;
use crate::store::facts::{FactsCache, ProgramBuild};
use crate::store::{RecordMemory, Source, TextPolicy};
use crate::text::{Text, clean};
use crate::tr;

/// One run of the program.
pub(super) struct Session {
    pub(super) options: RenderOptions,
    /// What is being done, for whoever waits.
    pub(super) progress: TerminalProgress,
    data: Option<PathBuf>,
}

impl Session {
    pub(super) fn new(matches: &ArgMatches, options: RenderOptions) -> Self {
        Self {
            options,
            progress: TerminalProgress::new(options.lang, matches.get_flag("quiet")),
            data: matches.get_one::<PathBuf>("data").cloned(),
        }
    }

    /// The folder of a register that can be written.
    pub(super) fn register(&self) -> anyhow::Result<RegisterFolder> {
        // What is read from the program's own folder is not thereby a register to write into.
        let own = match &self.data {
            Some(_) => self.folder()?,
            None => here()?.ancestors().find(|folder| is_register(folder)).map(Path::to_owned),
        };
        if let Some(folder) = own {
            return Ok(placed(folder));
        }
        let here = here()?;
        let lacks = here.ancestors().find(|folder| lacks_mechanism(folder)).map(without_mechanism);
        Err(lacks.unwrap_or_else(|| none_to_write(&here)).into())
    }

    /// Whether the register was named on the command line, and commands typed here would be about another, or none.
    pub(super) fn is_elsewhere(&self) -> bool {
        let whole = |folder: &Path| folder.canonicalize().ok();
        self.data.as_deref().is_some_and(|data| whole(data) != found_here().as_deref().and_then(whole))
    }

    /// Where a register is read from that somebody keeps: the mechanism that the program ships has no records, and none can be found in it.
    pub(super) fn kept(&self, matches: &ArgMatches) -> anyhow::Result<Source> {
        match self.source(matches)? {
            Source::Shipped => Err(no_register().into()),
            source => Ok(source),
        }
    }

    /// What the world outside gives to operations.
    pub(super) fn environment(&self) -> Environment<'_> {
        environment(&self.progress)
    }

    /// The register to file into.
    pub(super) fn open_register(&self) -> anyhow::Result<Register> {
        Ok(Register::open(&self.register()?, &self.environment())?)
    }

    /// Reads the register, from its files or from a revision.
    pub(super) fn read(&self, matches: &ArgMatches, texts: TextPolicy) -> anyhow::Result<LoadedRegister> {
        Ok(LoadedRegister::read(self.source(matches)?, texts, &self.environment())?)
    }

    /// Where the register is read from: its files, or the revision that is named.
    pub(super) fn source(&self, matches: &ArgMatches) -> anyhow::Result<Source> {
        let Some(rev) = args::revision_typed(matches) else {
            return Ok(self.folder()?.map_or(Source::Shipped, |folder| Source::Folder(placed(folder))));
        };
        // A bare repository holds no file to look for.
        let folder = match (&self.data, self.folder()) {
            (Some(data), _) => data.clone(),
            (None, Ok(Some(folder))) => folder,
            (None, _) => here()?,
        };
        let shown = clean(rev).into_owned();
        let opened = Revision::open(&placed(folder), rev);
        Ok(Source::Revision(opened.with_context(|| tr!("读不出提交“{shown}”"; "commit \"{shown}\" cannot be read"))?))
    }

    /// The register's folder: as given, else the nearest from here up that holds `mechanism.toml`, itself or in its `data`.
    fn folder(&self) -> anyhow::Result<Option<PathBuf>> {
        if let Some(given) = &self.data {
            let shown = clean(&given.to_string_lossy()).into_owned();
            return if is_register(given) {
                Ok(Some(given.clone()))
            } else if lacks_mechanism(given) {
                Err(without_mechanism(given).into())
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
        let found = nearest_register(&here);
        // Answers for the program's own mechanism would look like this register's.
        match here.ancestors().find(|folder| lacks_mechanism(folder)) {
            Some(folder) if found.as_ref().is_none_or(|found| !found.starts_with(folder)) => {
                Err(without_mechanism(folder).into())
            }
            _ => Ok(found),
        }
    }
}

/// Whether a folder is a register in all but the file by which registers are known.
fn lacks_mechanism(folder: &Path) -> bool {
    let has = |kind| folder.join(RecordPath::Single(kind).file()).is_file();
    !is_register(folder)
        && [Kind::Obligations, Kind::Settings, Kind::Clauses, Kind::Bodies].into_iter().filter(|kind| has(*kind)).count() > 1
}

fn without_mechanism(folder: &Path) -> Text {
    let shown = clean(&folder.to_string_lossy()).into_owned();
    tr!(
        "{shown} 像是台账，但没有 mechanism.toml；误删的在那里运行 git restore mechanism.toml 放回，否则请另取一份完整的台账";
        "{shown} looks like a register without its mechanism.toml; if that was deleted, git restore mechanism.toml there puts it back, else fetch a whole register"
    )
}

/// That there is no register to file into; where one lies in a `data` beside, which only readers look for, how it is named.
fn none_to_write(here: &Path) -> Text {
    let mut above = here.ancestors().enumerate();
    let beside = above.find_map(|(up, folder)| is_register(&folder.join("data")).then(|| format!("{}data", "../".repeat(up))));
    match beside {
        Some(data) => tr!(
            "这里没有台账，{data} 里有一个，查看时用的就是它；要在那里登记，请 cd {data}，或加 --data {data}";
            "there is no register here; the one in {data} is what is read from here; to file into it, cd {data}, or add --data {data}"
        ),
        None => no_register(),
    }
}

/// That there is no register here.
fn no_register() -> Text {
    Text::fixed(
        "这里没有台账；请进入台账的文件夹或用 --data 指明；别人已经共享的用 liandong clone 地址 文件夹 取来，还没有的用 liandong init 文件夹 新建",
        "there is no register here; go to its folder or name it with --data; fetch one that is shared with liandong clone ADDRESS DIR, or make one with liandong init DIR",
    )
}

/// A register's folder with the repository around it, which is looked for no farther up than git is told to look.
fn placed(folder: PathBuf) -> RegisterFolder {
    let ceilings = std::env::var_os("GIT_CEILING_DIRECTORIES").unwrap_or_default();
    let ceilings: Vec<PathBuf> = std::env::split_paths(&ceilings).filter(|ceiling| ceiling.is_absolute()).collect();
    RegisterFolder::from(folder).up_to(ceilings)
}

/// The register's folder that is nearest from a folder up.
fn nearest_register(from: &Path) -> Option<PathBuf> {
    let candidates = from.ancestors().flat_map(|folder| [folder.to_owned(), folder.join("data")]);
    candidates.into_iter().find(|folder| is_register(folder))
}

/// The register that a command in this folder would read, before its arguments are understood.
pub(super) fn found_here() -> Option<PathBuf> {
    let named = std::env::var_os("LIANDONG_DATA").map(PathBuf::from).filter(|folder| is_register(folder));
    named.or_else(|| nearest_register(&std::env::current_dir().ok()?))
}

/// What the world outside gives to operations at this moment, with who is told how far they have come.
pub(super) fn environment(progress: &dyn Progress) -> Environment<'_> {
    let unit = std::env::var("LIANDONG_UNIT").ok().filter(|unit| !unit.is_empty());
    Environment {
        now: utc_now(),
        programs: programs(),
        home: std::env::home_dir(),
        unit,
        facts: facts_cache(),
        records: RecordMemory::default(),
        progress,
    }
}

/// How programs are run for this person.
pub(super) fn programs() -> Programs {
    Programs::in_environment(std::env::vars_os(), std::io::stdin().is_terminal())
}

/// Whether a browser has a screen to show itself on. Where systems differ, so does what says so; one that is named is there.
#[cfg(feature = "desk")]
pub(super) fn shows_pages() -> bool {
    platform::shows_pages(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Where facts of registers are kept: what `LIANDONG_CACHE` names (`off` keeps nothing), else the user's cache folder.
pub(super) fn facts_cache() -> FactsCache {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = match set("LIANDONG_CACHE").or_else(|| own().cache.as_ref().map(PathBuf::from)) {
        Some(off) if off.as_os_str() == "off" => None,
        Some(folder) => Some(folder),
        None => platform::user_cache(set, std::env::home_dir()).map(|folder| folder.join("liandong")),
    };
    FactsCache::new(folder, std::env::current_exe().ok().as_deref().and_then(ProgramBuild::from_program))
}

/// The folder in which this system keeps what programs remember for a user.
pub(super) fn user_state() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let home = || std::env::home_dir().filter(|home| home.is_absolute());
    platform::user_state(set, home()).map(|folder| folder.join("liandong"))
}

fn here() -> anyhow::Result<PathBuf> {
    std::env::current_dir().context(Text::fixed("找不到当前文件夹", "there is no current folder"))
}

fn is_register(folder: &Path) -> bool {
    folder.join(RecordPath::Single(Kind::Mechanism).file()).is_file()
}

/// The variable that puts the clock to another moment.
pub(super) const CLOCK: &str = "LIANDONG_NOW";

/// This moment. `LIANDONG_NOW` puts the clock to another (RFC 3339), so that a transcript is the same on whatever day it is run.
fn utc_now() -> DateTime<Utc> {
    let set = std::env::var(CLOCK).ok().and_then(|set| DateTime::parse_from_rfc3339(&set).ok());
    set.map_or_else(Utc::now, |set| set.with_timezone(&Utc))
}
