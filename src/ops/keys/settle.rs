//! A unit says of what was signed with its key in wrong hands that it is its own all the same, or that it is not.

use toml::{Table, Value};

use crate::git::{History, Id};
use crate::model::{Kind, RecordPath};
use crate::ops::past::find_commit;
use crate::ops::proposal::{RecordDraft, read};
use crate::ops::{FilingOutcome, PlannedCommit, Register, Result};
use crate::text::Text;
use crate::trust::doubtful_commits;

/// What is said of which commits.
#[derive(Debug, Clone)]
pub struct SettleRequest {
    /// A commit, or all of a range (`FROM..TO`): those of the unit's that are still to be settled.
    pub commits: String,
    /// Whether they are the unit's own.
    pub is_own: bool,
    /// The unit that says so, by any of its names.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Says of commits whether they are the unit's own.
///
/// # Errors
/// There is no such commit or unit, or nothing can be filed here.
pub fn settle(register: &Register, request: &SettleRequest) -> Result<FilingOutcome> {
    let unit = register.acting(request.unit.as_deref())?;
    let history = History::open(&register.root)?;
    let Some(tip) = history.head()?.1 else { return Ok(FilingOutcome::Idle(nothing())) };
    let meant = meant(&request.commits, &history)?;
    let doubtful = doubtful_commits(&history, tip)?.into_iter();
    let open = doubtful.filter(|one| one.unit == unit && one.is_own != Some(request.is_own) && meant.contains(&one.commit));
    let ids: Vec<String> = open.map(|one| one.commit.to_string()).collect();
    if ids.is_empty() {
        return Ok(FilingOutcome::Idle(nothing()));
    }
    let act = if request.is_own {
        Text::fixed("确认失密后签的提交", "Vouch for what was signed")
    } else {
        Text::fixed("否认失密后签的提交", "Disown what was signed")
    };
    let commit = PlannedCommit::new(register, act, request.dry_run)
        .then(Text::fixed("用 liandong sync 送出", "send it with liandong sync"));
    commit.make(|locked| {
        let path = RecordPath::OfUnit(Kind::People, unit.clone());
        let before = locked.bytes(&path)?;
        let draft = RecordDraft::rewrite(path.into(), before, |table| {
            say(table, &ids, request.is_own);
            Ok(())
        })?;
        read(register, locked, vec![draft], &Kind::People.label())
    })
}

/// Puts commits among those that are the unit's own, or among the others, and takes them out of where they stood.
pub(super) fn say(table: &mut Table, ids: &[String], is_own: bool) {
    for (key, holds) in [("vouched", is_own), ("disowned", !is_own)] {
        let list = table.entry(key).or_insert_with(|| Value::Array(Vec::new()));
        let Some(list) = list.as_array_mut() else { continue };
        list.retain(|one| !ids.iter().any(|id| one.as_str() == Some(id)));
        if holds {
            list.extend(ids.iter().cloned().map(Value::String));
        }
        if list.is_empty() {
            table.remove(key);
        }
    }
}

/// The commits that a person names.
fn meant(given: &str, history: &History) -> Result<Vec<Id>> {
    match given.split_once("..") {
        Some((from, to)) => {
            let (from, to) = (find_commit(from, history)?, find_commit(if to.is_empty() { "HEAD" } else { to }, history)?);
            Ok(history.commits_since(to, &[from])?)
        }
        None => Ok(vec![find_commit(given, history)?]),
    }
}

fn nothing() -> Text {
    Text::fixed(
        "那里没有本单位密钥失密以后签的、还没有确认的提交；liandong check 列出全部",
        "there is no commit of yours there that is still to be settled; liandong check lists them",
    )
}
