//! A register that was read, from its files or from a revision.

use std::collections::BTreeSet;

use super::doubtful::Doubted;
use super::positions::find_positions;
use super::problem_views::problem_views;
use super::unreadable_mechanism::unreadable_mechanism;
use super::{Environment, Result};
use crate::model::{Kind, Ledger, Mechanism, Record, RecordPath};
use crate::report::{Position, ProblemView};
use crate::store::{
    LoadProgress, Loaded, Narrowing, Remembering, SeenFiles, Source, TextPolicy, TextReader, load_compared, load_counted,
    load_kinds, load_narrowed,
};
use crate::text::Text;
use crate::tr;

/// A register that was read, with where it was read from.
#[derive(Debug)]
pub struct LoadedRegister {
    /// Where it was read from.
    pub source: Source,
    /// What could be read, and what was wrong.
    pub loaded: Loaded,
    /// What was signed with keys in wrong hands and is not settled by its unit, a commit each; known once the ledger was made.
    pub unsettled: Vec<Text>,
}

impl LoadedRegister {
    /// Reads a register as a whole.
    ///
    /// # Errors
    /// It cannot be read as a whole, or is of a newer format and nothing of it is understood.
    pub fn read(source: Source, texts: TextPolicy, environment: &Environment<'_>) -> Result<Self> {
        Self::loaded(source, environment, |source, count| load_counted(source, texts, &environment.facts, count))
    }

    /// Reads a register as a whole and sees, where it is a folder, how its files differ from the last commit. Files that were `seen` are not
    /// looked for once more.
    ///
    /// # Errors
    /// As of [`LoadedRegister::read`].
    pub fn read_compared(
        source: Source,
        seen: Option<SeenFiles>,
        texts: TextPolicy,
        environment: &Environment<'_>,
    ) -> Result<Self> {
        Self::loaded(source, environment, |source, count| load_compared(source, seen, texts, &environment.facts, count))
    }

    /// Reads the files of some kinds only; how they are written is not looked at.
    ///
    /// # Errors
    /// They cannot be read as a whole, or are of a newer format and nothing of them is understood.
    pub fn read_kinds(source: Source, wanted: &dyn Fn(Kind) -> bool, environment: &Environment<'_>) -> Result<Self> {
        Self::loaded(source, environment, |source, count| load_kinds(source, wanted, None, count))
    }

    /// Reads some records of a kind besides.
    ///
    /// # Errors
    /// They cannot be read as a whole.
    pub fn read_also(&mut self, kind: Kind, narrowing: &Narrowing, environment: &Environment<'_>) -> Result<()> {
        let since = (environment.now.timestamp(), environment.now.timestamp_subsec_nanos());
        let memory = Remembering { memory: &environment.records, since };
        let loaded = load_narrowed(&self.source, kind, narrowing, &self.loaded, memory, environment.progress.count());
        environment.progress.rest();
        self.loaded.extend(loaded?);
        Ok(())
    }

    fn loaded(
        source: Source,
        environment: &Environment<'_>,
        load: impl FnOnce(&Source, &LoadProgress) -> Result<Loaded, Text>,
    ) -> Result<Self> {
        environment.progress.step(&Text::fixed("读取记录", "reading"));
        let loaded = load(&source, environment.progress.count());
        environment.progress.rest();
        let loaded = loaded?;
        match loaded.newer {
            Some(format) if loaded.records.is_empty() => Err(newer_format(format).into()),
            _ => Ok(Self { source, loaded, unsettled: Vec::new() }),
        }
    }

    /// The commit that was read, where one was.
    #[must_use]
    pub fn revision(&self) -> Option<String> {
        match &self.source {
            Source::Revision(revision) => Some(revision.id().to_owned()),
            _ => None,
        }
    }

    /// The way to its files from the top of the repository in which it lies: empty, or ending in `/`.
    #[must_use]
    pub fn from_top(&self) -> String {
        let folder = match &self.source {
            Source::Folder(folder) => folder,
            Source::Revision(revision) => revision.folder(),
            Source::Shipped => return String::new(),
        };
        // Where there is no repository, it begins with the register.
        folder.below_top().ok().filter(|below| !below.is_empty()).map_or_else(String::new, |below| format!("{below}/"))
    }

    /// What was wrong with files, ready to be shown.
    #[must_use]
    pub fn problems(&self) -> Vec<ProblemView> {
        let mut problems = problem_views(&self.loaded.problems, &self.source);
        problems.extend(self.loaded.newer.map(|format| {
            let help = Text::fixed("能读的都读了，但不是全部情况", "what can be read was read; it may not be all");
            ProblemView::in_file(RecordPath::Single(Kind::Mechanism).file(), None, 0..0, true, newer_format(format), help)
        }));
        problems
    }

    /// Those that kept a file from being read: what it holds may be missing from an answer.
    #[must_use]
    pub fn unread(&self) -> Vec<ProblemView> {
        self.problems().into_iter().filter(|problem| problem.unreadable).collect()
    }

    /// Where keys of files stand.
    #[must_use]
    pub fn positions(&self, keys: &[(&str, &str)]) -> Vec<Option<Position>> {
        find_positions(keys, || self.source.reader(), TextReader::text)
    }

    /// What the register knows of itself.
    ///
    /// # Errors
    /// Files without which nothing can be judged are not there, or cannot be read.
    pub fn mechanism(&self) -> Result<Mechanism> {
        mechanism(&self.loaded, &self.source)
    }

    /// The ledger, with the records left in place.
    ///
    /// # Errors
    /// Files without which nothing can be judged are not there, or cannot be read.
    pub fn ledger(&self) -> Result<Ledger> {
        let mut ledger = ledger_read(self.loaded.records.iter().cloned(), &self.loaded, &self.source)?;
        ledger.doubtful = Doubted::of(&self.source, &ledger.mechanism).records;
        Ok(ledger)
    }

    /// The ledger, made of the records themselves.
    ///
    /// # Errors
    /// Files without which nothing can be judged are not there, or cannot be read.
    pub fn take_ledger(&mut self) -> Result<Ledger> {
        let records = std::mem::take(&mut self.loaded.records);
        let mut ledger = ledger_read(records, &self.loaded, &self.source)?;
        let Doubted { records, told } = Doubted::of(&self.source, &ledger.mechanism);
        (ledger.doubtful, self.unsettled) = (records, told);
        Ok(ledger)
    }
}

/// What a register knows of itself.
///
/// # Errors
/// Files without which nothing can be judged are not there, or cannot be read.
pub fn mechanism(loaded: &Loaded, source: &Source) -> Result<Mechanism> {
    let own = loaded.records.iter().filter(|(path, _)| !path.kind().is_happening());
    Ok(Mechanism::new(own.cloned()).map_err(|lacking| unreadable_mechanism(&lacking, &loaded.problems, Some(source)))?)
}

/// A ledger of records, of a register whose mechanism was read before.
///
/// # Errors
/// Files without which nothing can be judged are not among them.
pub fn ledger(records: impl IntoIterator<Item = (RecordPath, Record)>, unreadable: BTreeSet<RecordPath>) -> Result<Ledger> {
    Ok(Ledger::new(records, unreadable).map_err(|lacking| unreadable_mechanism(&lacking, &[], None))?)
}

/// A ledger of records, of a register that was read.
///
/// # Errors
/// Files without which nothing can be judged are not among them.
pub(super) fn ledger_read(
    records: impl IntoIterator<Item = (RecordPath, Record)>,
    loaded: &Loaded,
    source: &Source,
) -> Result<Ledger> {
    let made = Ledger::new(records, loaded.unreadable.clone());
    Ok(made.map_err(|lacking| unreadable_mechanism(&lacking, &loaded.problems, Some(source)))?)
}

/// The regulation of a register, as a ledger of nothing that happened.
///
/// # Errors
/// It cannot be read, or is not whole.
pub(super) fn regulation(source: Source, environment: &Environment<'_>) -> Result<Ledger> {
    LoadedRegister::read_kinds(source, &Kind::is_of_regulation, environment)?.take_ledger()
}

/// That a register is of a format which this program does not know yet.
pub(super) fn newer_format(format: u32) -> Text {
    tr!(
        "台账的格式是第 {format} 版，比本程序新，请更新程序";
        "the register is of format {format}, newer than this program; get a newer one"
    )
}
