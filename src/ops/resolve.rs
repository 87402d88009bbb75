//! Which side to take where both changed the same key of a record.

use serde::Serialize;
use toml::Value;

use super::exchange::SyncContext;
use super::{Environment, Result};
use crate::git::{History, Id, RegisterFolder, Remote};
use crate::model::RecordPath;
use crate::sync::{Cause, Choice, Choices, Clash, Conflict, union};
use crate::text::{Text, clean};
use crate::tr;

/// What is looked at or chosen.
#[derive(Debug, Clone, Default)]
pub struct ResolveRequest {
    /// The record, as a person names it; every one where none is named.
    pub record: Option<String>,
    /// The keys for which a side is chosen (`rectification.due`); every one where none is named.
    pub keys: Vec<String>,
    /// Whose to take; only to be looked at where nothing is said.
    pub take: Option<Choice>,
}

/// What is to be chosen, or was.
#[derive(Debug, Serialize)]
pub enum ResolveOutcome {
    /// The sides were chosen and are kept for the next exchange.
    Chosen,
    /// These files wait for a choice; none where nothing does.
    Open(Vec<ClashView>),
}

/// A file that both sides changed.
#[derive(Debug, Serialize)]
pub struct ClashView {
    /// Which, from the top of the register.
    pub file: String,
    /// Why it cannot be made one, and what to do.
    pub why: Text,
    /// The keys for which a person chooses.
    pub conflicts: Vec<ConflictView>,
}

/// A key that both sides changed.
#[derive(Debug, Serialize)]
pub struct ConflictView {
    /// The key (`rectification.due`).
    pub key: String,
    /// What people call it.
    pub heading: Text,
    /// As the shared register has it, in TOML; empty where it has none.
    pub theirs: String,
    /// As it is here, in TOML; empty where there is none.
    pub ours: String,
}

/// Shows what both sides changed, or chooses a side.
///
/// # Errors
/// Nothing is to be chosen in that record or key, or the repository cannot be read.
pub fn resolve(root: &RegisterFolder, request: &ResolveRequest, environment: &Environment<'_>) -> Result<ResolveOutcome> {
    let context = SyncContext::open(root, environment)?;
    let clashes = clashes(&context)?;
    let Some(record) = &request.record else {
        return Ok(ResolveOutcome::Open(clashes.iter().map(ClashView::new).collect()));
    };
    let register = &context.register;
    let path = register.resolver().by_anybody().file(record)?.file();
    let clash = clashes.iter().find(|clash| clash.path == path).ok_or_else(|| {
        let path = clean(&path).into_owned();
        tr!("{path} 没有要选定的"; "nothing is to be chosen in {path}")
    })?;
    let (Some(take), Cause::Fields(conflicts)) = (request.take, &clash.cause) else {
        return Ok(ResolveOutcome::Open(vec![ClashView::new(clash)]));
    };
    let keys = &request.keys;
    if let Some(unknown) = keys.iter().find(|key| !conflicts.iter().any(|conflict| conflict.key == **key)) {
        let unknown = clean(unknown).into_owned();
        return Err(tr!("“{unknown}”两边没有不同"; "the sides do not differ in \"{unknown}\"").into());
    }
    let mut choices = context.choices.clone();
    let chosen = choices.entry(clash.question()).or_default();
    for conflict in conflicts.iter().filter(|conflict| keys.is_empty() || keys.contains(&conflict.key)) {
        chosen.insert(conflict.key.clone(), take);
    }
    if let Some(stands) = refused(&context, &path, &choices, keys)? {
        return Err(tr!(
            "{stands} 已经登记在共享的台账里，不能改用本机的；先选 --take theirs 并同步，确系笔误的再用 liandong amend 注明原因更正";
            "{stands} stands in the shared register, and ours cannot take its place; choose --take theirs and synchronise, then mend a slip with liandong amend and its reason"
        )
        .into());
    }
    keep(&context.history()?, &choices)?;
    Ok(ResolveOutcome::Chosen)
}

/// The first key that would not give way to what was chosen for it, though something else may still be open.
fn refused(context: &SyncContext<'_>, path: &str, choices: &Choices, keys: &[String]) -> Result<Option<String>> {
    let left = clashes_by(context, choices)?.into_iter().find(|clash| clash.path == path);
    let Some((question, Cause::Fields(conflicts))) = left.map(|clash| (clash.question(), clash.cause)) else { return Ok(None) };
    let chosen = choices.get(&question);
    let is_chosen =
        |key: &String| chosen.is_some_and(|chosen| chosen.contains_key(key)) && (keys.is_empty() || keys.contains(key));
    Ok(conflicts.into_iter().map(|conflict| conflict.key).find(is_chosen))
}

/// The files that both sides changed, as far as is known without asking the other side again.
fn clashes(context: &SyncContext<'_>) -> Result<Vec<Clash>> {
    clashes_by(context, &context.choices)
}

fn clashes_by(context: &SyncContext<'_>, choices: &Choices) -> Result<Vec<Clash>> {
    let history = context.history()?;
    let (branch, here) = history.head()?;
    let remote = Remote::from_config(context.programs, &context.register.root, &branch).map_err(|why| why.describe())?;
    let (Some(here), Some(there)) = (here, remote.known().map_err(|why| why.describe())?) else { return Ok(Vec::new()) };
    if history.is_descendant(there, here)? || history.is_descendant(here, there)? {
        return Ok(Vec::new());
    }
    let all = |_: &RecordPath| true;
    Ok(union(&history, (there, here), choices, &all)?.clashes)
}

impl ClashView {
    pub(super) fn new(clash: &Clash) -> Self {
        let kind = RecordPath::of_file(&clash.path).ok().map(|path| path.kind());
        let words = |value: &Option<Value>| value.as_ref().map(ToString::to_string).unwrap_or_default();
        let view = |conflict: &Conflict| ConflictView {
            heading: kind.map(|kind| kind.heading(&conflict.key.as_str().into())).unwrap_or_default(),
            theirs: words(&conflict.theirs),
            ours: words(&conflict.ours),
            key: conflict.key.clone(),
        };
        let conflicts = match &clash.cause {
            Cause::Fields(conflicts) => conflicts.iter().map(view).collect(),
            _ => Vec::new(),
        };
        Self { file: clean(&clash.path).into_owned(), why: describe(clash), conflicts }
    }
}

/// Why a file cannot be made one, and what to do.
fn describe(clash: &Clash) -> Text {
    let stem = clean(clash.path.trim_end_matches(".toml")).into_owned();
    match &clash.cause {
        Cause::SameNumber => tr!(
            "同一编号登记了两件事，请运行 liandong renumber {stem}，给本机的一件换号";
            "two records were given one number; run liandong renumber {stem} to give ours another"
        ),
        Cause::Fields(conflicts) => {
            let keys = conflicts.iter().map(|conflict| conflict.key.as_str()).collect::<Vec<_>>().join("、");
            tr!(
                "同一项（{keys}）两边填得不同，请运行 liandong resolve {stem} 选定";
                "the same keys ({keys}) were filled differently; choose with liandong resolve {stem}"
            )
        }
        Cause::Removed => Text::fixed(
            "一边删去了，另一边又改了；请先恢复本机的文件再同步",
            "one side took it out and the other changed it; put ours back, then synchronise",
        ),
        Cause::Unreadable => Text::fixed(
            "不是记录或读不出来，程序不能合并；请把本机的改成与共享的一致",
            "it is no record or cannot be read, so it cannot be merged; make ours like the shared one",
        ),
        Cause::SecondName(parting) => {
            let parting = parting.map(Id::short).unwrap_or_default();
            tr!(
                "台账已有标识，以共享的为准；本机另写的一个不能选用，为它签的也没有人接收。请依次运行 git reset {parting}（文件不动）、git stash push -u -- mechanism.toml keys（收起）、liandong sync、liandong commit、liandong sync";
                "the register has its name, the shared one; the other cannot be chosen, and nobody takes what is signed for it. Run git reset {parting} (the files stay), git stash push -u -- mechanism.toml keys (put aside), liandong sync, liandong commit and liandong sync, one after the other"
            )
        }
        Cause::TwoConsents(parting) => {
            let parting = parting.map(Id::short).unwrap_or_default();
            tr!(
                "两台电脑同时各办了一次两人同意的密钥变更，同意只对当时的密钥有效，不能合并；以共享的为准，本机的一次重新办。请依次运行 git reset {parting}（文件不动）、git stash push -u -- keys（收起）、liandong sync、liandong commit、liandong sync；再重新请另一个人同意（--ask）";
                "two computers changed keys at once, each with another person's consent, which holds for the keys as they were then: they cannot be merged. The shared change stands and ours is made anew. Run git reset {parting} (the files stay), git stash push -u -- keys (put aside), liandong sync, liandong commit and liandong sync, one after the other; then ask the other person again (--ask)"
            )
        }
        Cause::NotOurs => Text::fixed("是别的单位的文件，由该单位自己合并", "it is another unit's, who must merge it"),
    }
}

/// Under which name a clone notes them.
const CHOICES: &str = "choices";

/// What was chosen so far. Choices about other versions than those at hand do no harm: they are never asked for.
pub(super) fn choices(history: &History) -> Choices {
    history.noted(CHOICES).ok().flatten().and_then(|words| serde_json::from_str(&words).ok()).unwrap_or_default()
}

fn keep(history: &History, choices: &Choices) -> Result<()> {
    let words = serde_json::to_string_pretty(choices).map_err(|error| Text::same(error.to_string()))?;
    Ok(history.note(CHOICES, &words)?)
}
