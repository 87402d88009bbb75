//! Hooks that call this program: the gate of a shared repository, which verifies what a push brought before it is accepted, and the same
//! judgement of what is staged in a clone, before git makes a commit of it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::gate::{GateOutcome, GateRequest, gate};
use super::{Failure, Result};
use crate::git::{History, Refused, RegisterFolder, StagedCommit};
use crate::platform::make_executable;
use crate::store;
use crate::store::facts::FactsCache;
use crate::text::{Text, clean};
use crate::tr;

/// Where a hook is put up.
#[derive(Debug, Clone)]
pub struct HookRequest {
    /// A bare repository.
    pub repository: PathBuf,
    /// This program, as the hook is to call it.
    pub program: PathBuf,
}

/// What is about to be committed by git.
#[derive(Debug, Clone)]
pub struct StagedRequest {
    /// The folder of the register.
    pub folder: RegisterFolder,
    /// The index of this one commit, where git named another than the register's own.
    pub index: Option<PathBuf>,
    /// This moment.
    pub now: DateTime<Utc>,
    /// Where facts of its records are kept.
    pub facts: FactsCache,
}

/// More than a year of a large district is; a push larger than that is no push of records.
const LARGEST_PUSH: &str = "64m";

/// The second line of this program's own hooks, by which they are known again.
const MARK: &str = "# liandong hook";

/// Far more than such a hook has. A folder may come with anything in the place of one.
const LARGEST_HOOK: u64 = 64 * 1024;

/// Puts up the gate, in place of an older one of this program's.
///
/// # Errors
/// There is no bare repository, it has another hook, or the disk failed.
pub fn install_gate(request: &HookRequest) -> Result<()> {
    let folder = &request.repository;
    let shown = clean(&folder.to_string_lossy()).into_owned();
    let none =
        || tr!("{shown} 不是裸仓库；先用 git init --bare 建一个"; "{shown} is no bare repository; make one with git init --bare");
    if !folder.join("objects").is_dir() || !folder.join("HEAD").is_file() {
        return Err(none().into());
    }
    let history = History::open(&folder.into()).map_err(|_| none())?;
    if let Some(tip) = history.head()?.1
        && history.entry(tip, "mechanism.toml")?.is_none()
    {
        return Err(tr!(
            "{shown} 里的台账不在最上层，关口只看最上层的台账，没有装；可以不装关口，或另建一个只放台账的仓库";
            "the register in {shown} does not lie at the top, where alone the gate looks; nothing was installed. Do without it, or share the register in a repository of its own"
        )
        .into());
    }
    let hook = Hook { file: folder.join("hooks").join("pre-receive"), line: call(&request.program, "hook run") };
    hook.must_not_replace()?;
    let settings = [
        ("receive.denyNonFastForwards", "true"),
        ("receive.denyDeletes", "true"),
        ("receive.fsckObjects", "true"),
        ("receive.maxInputSize", LARGEST_PUSH),
        // What is refused is written once, as it came, and a large file is never held in memory: git does that before it asks.
        ("receive.unpackLimit", "1"),
        ("core.bigFileThreshold", "2m"),
        ("core.hooksPath", "hooks"),
    ];
    // A repository made by hand may have a head of another name.
    history.head_to_main()?;
    for (key, value) in settings {
        history.set(key, value)?;
    }
    // Last: where it stands, what it rests on is set.
    hook.put()
}

/// Has git ask this program before it commits what is staged in a register, and gives the file that says so.
///
/// # Errors
/// The register lies below the top of its repository, hooks lie where they count for other repositories too, there is another hook, or
/// the disk failed.
pub fn install_pre_commit(register: &RegisterFolder, program: &Path) -> Result<PathBuf> {
    if !register.below_top()?.is_empty() {
        return Err(Refused::Below.into());
    }
    let history = History::open(register)?;
    let (folder, of_everything) = history.hooks()?;
    let hook = Hook { file: folder.join("pre-commit"), line: call(program, "--data . hook staged") };
    if of_everything || !history.holds(&folder) {
        return Err(hook.elsewhere());
    }
    hook.put()?;
    Ok(hook.file)
}

/// Whether what is staged may be committed: judged as the gate would judge the commit.
///
/// # Errors
/// The repository cannot be read.
pub fn judge_staged(request: &StagedRequest) -> Result<GateOutcome> {
    let staged = StagedCommit::of_register(&request.folder, request.index.as_deref(), request.now)?;
    gate(&GateRequest {
        repository: request.folder.to_path_buf(),
        quarantine: Some(staged.objects()),
        moves: staged.moved(),
        now: request.now,
        facts: request.facts.clone(),
    })
}

fn is_own(hook: &Path) -> bool {
    let is_small = hook.symlink_metadata().is_ok_and(|found| found.is_file() && found.len() <= LARGEST_HOOK);
    is_small && std::fs::read_to_string(hook).is_ok_and(|text| text.lines().nth(1) == Some(MARK))
}

/// How a hook calls this program, as a shell reads it.
fn call(program: &Path, words: &str) -> String {
    let program = program.to_string_lossy().replace('\'', "'\\''");
    format!("'{program}' {words}")
}

/// A hook to come.
struct Hook {
    file: PathBuf,
    /// What it does.
    line: String,
}

impl Hook {
    /// Another's hook stays as it is.
    fn must_not_replace(&self) -> Result<()> {
        let Self { file, line } = self;
        if file.symlink_metadata().is_ok() && !is_own(file) {
            let (shown, line) = (clean(&file.to_string_lossy()).into_owned(), clean(line));
            return Err(tr!(
                "{shown} 已有别的钩子，没有改动它；请把它移走再装，或在其中加一行：{line} || exit 1";
                "there is another hook at {shown}, which stays as it is; move it away first, or add this line to it: {line} || exit 1"
            )
            .into());
        }
        Ok(())
    }

    /// Writes it, in place of an older one of this program's. git passes over a hook that cannot be started and says nothing, so it never
    /// stands there before it can.
    fn put(&self) -> Result<()> {
        self.must_not_replace()?;
        let Self { file, line } = self;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let coming = file.with_extension("liandong");
        store::write_file(&coming, format!("#!/bin/sh\n{MARK}\nexec {line}\n").as_bytes())?;
        make_executable(&coming)?;
        Ok(std::fs::rename(coming, file)?)
    }

    /// That it would count for more than this register.
    fn elsewhere(&self) -> Failure {
        let (folder, line) = (self.file.parent().unwrap_or(&self.file), clean(&self.line));
        let folder = clean(&folder.to_string_lossy()).into_owned();
        let why: Text = tr!(
            "git 设置 core.hooksPath 把钩子放在 {folder}，在台账之外，别的仓库也会用到，没有写入；请在那里的 pre-commit 里加一行：[ ! -f mechanism.toml ] || {line} || exit 1";
            "the git setting core.hooksPath has hooks in {folder}, outside the register, where other repositories use them too: nothing was written; add this line to the pre-commit there: [ ! -f mechanism.toml ] || {line} || exit 1"
        );
        why.into()
    }
}
