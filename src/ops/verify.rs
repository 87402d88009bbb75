//! Whether the history is what those entitled to it made it.

use chrono::{DateTime, FixedOffset};
use serde::{Serialize, Serializer};

use super::folder::folder_view;
use super::new_words::marked_message;
use super::past::{HistoryView, find_commit};
use super::{Environment, Result};
use crate::git::{History, Id, Refused, RegisterFolder};
use crate::model::Mechanism;
use crate::report::FolderView;
use crate::text::{Text, clean};
use crate::trust::{self, Breach, Checked, CommitMark, Fault, Roster, Verdict, Verifier};

/// What is verified.
#[derive(Debug, Clone)]
pub struct VerifyRequest {
    /// From where to where (`origin/main..HEAD`), or up to where, all since trust began; up to HEAD where nothing is said.
    pub range: Option<String>,
}

/// What was found about a history.
#[derive(Debug, Serialize)]
pub struct VerdictView {
    /// Of this shape: 1.
    pub version: u32,
    /// The commit up to which.
    pub tip: String,
    /// Whether anybody's word is asked for.
    pub signed: bool,
    /// What was looked at, oldest first.
    pub commits: Vec<CommitView>,
    /// What is wrong.
    pub breaches: Vec<BreachView>,
    /// What must not be in what commits say of themselves: nobody can take it out any more, so that it stands against none of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<MessageView>,
    /// In what the folder differs from what was filed: of that nothing is verified.
    pub folder: Option<FolderView>,
}

/// A commit that was looked at.
#[derive(Debug, Serialize)]
pub struct CommitView {
    /// Forty digits.
    pub commit: String,
    /// When, as its maker says.
    #[serde(serialize_with = "rfc3339")]
    pub at: DateTime<FixedOffset>,
    /// Who signed it.
    pub name: Option<String>,
    /// For which unit, its short name.
    pub unit: Option<String>,
    /// The first line of what it says of itself.
    pub title: String,
    /// What is worth knowing about it.
    pub marks: Vec<MarkView>,
}

/// What is worth knowing about a change that is in order.
#[derive(Debug, Serialize)]
pub struct MarkView {
    /// Which file was changed; empty for the commit as a whole.
    pub file: String,
    /// What it is.
    pub mark: CommitMark,
}

/// What must not be in what a commit says of itself.
#[derive(Debug, Serialize)]
pub struct MessageView {
    /// The commit, forty digits.
    pub commit: String,
    /// What it is, for people.
    pub what: Text,
}

/// Something that is not in order.
#[derive(Debug, Serialize)]
pub struct BreachView {
    /// The commit, forty digits.
    pub commit: String,
    /// Which file, where it is one.
    pub file: Option<String>,
    /// What it is, for programs.
    pub fault: &'static str,
    /// What it is, for people.
    pub what: Text,
}

/// Looks at a history: who filed what, and whether anything was altered.
///
/// # Errors
/// A commit of that name is not there, or the repository cannot be read.
pub fn verify(root: &RegisterFolder, request: &VerifyRequest, environment: &Environment<'_>) -> Result<VerdictView> {
    let HistoryView { mechanism, history, .. } = &HistoryView::open(root)?;
    let open = || History::open(root);
    let given = request.range.as_deref().unwrap_or("HEAD");
    let find = |rev: &str| -> Result<Id, Text> { find_commit(if rev.is_empty() { "HEAD" } else { rev }, history) };
    let (since, tip) = match given.split_once("..") {
        Some((since, tip)) => (Some(find(since)?), find(tip)?),
        None => (None, find(given)?),
    };
    if Roster::at(history, tip)?.is_some_and(|roster| roster.is_on()) && !root.below_top()?.is_empty() {
        return Err(Text::from(Refused::Below).into());
    }
    let mut verdict = Verifier::new(&open)?.by_clock(environment.now.fixed_offset()).verify(tip, since)?;
    if let Some(breach) = departs(history, tip)? {
        verdict.breaches.push(breach);
    }
    let mut messages = Vec::new();
    for checked in &verdict.commits {
        let what = marked_message(&history.commit(checked.commit)?);
        messages.extend(what.map(|what| MessageView { commit: checked.commit.to_string(), what }));
    }
    Ok(VerdictView { folder: folder_view(root), messages, ..VerdictView::new(&verdict, mechanism) })
}

/// That a commit does not go on from what this clone has verified. What was asked for by its name may be an earlier state; where HEAD
/// stands may not.
fn departs(history: &History, tip: Id) -> Result<Option<Breach>> {
    let Some(known) = trust::verified(history)? else { return Ok(None) };
    let is_here = history.head()?.1 == Some(tip);
    let goes_on = history.first_parents(tip, Some(known))?.is_some();
    let is_earlier = !is_here && history.first_parents(known, Some(tip))?.is_some();
    Ok((!goes_on && !is_earlier).then_some(Breach { commit: tip, path: None, fault: Fault::Replaced }))
}

impl VerdictView {
    fn new(verdict: &Verdict, mechanism: &Mechanism) -> Self {
        Self {
            version: 1,
            tip: verdict.tip.to_string(),
            signed: verdict.is_on,
            commits: verdict.commits.iter().map(|checked| CommitView::new(checked, mechanism)).collect(),
            breaches: BreachView::all(&verdict.breaches),
            messages: Vec::new(),
            folder: None,
        }
    }
}

impl CommitView {
    fn new(checked: &Checked, mechanism: &Mechanism) -> Self {
        let mark = |(file, mark): &(String, CommitMark)| MarkView { file: clean(file).into_owned(), mark: *mark };
        Self {
            commit: checked.commit.to_string(),
            at: checked.at,
            name: checked.by.as_ref().map(|by| clean(&by.name).into_owned()),
            unit: checked.by.as_ref().map(|by| mechanism.short(&by.unit).to_owned()),
            title: clean(&checked.title).into_owned(),
            marks: checked.marks.iter().map(mark).collect(),
        }
    }
}

impl BreachView {
    /// All that is not in order.
    pub(super) fn all(breaches: &[Breach]) -> Vec<Self> {
        let view = |breach: &Breach| Self {
            commit: breach.commit.to_string(),
            file: breach.path.as_deref().map(|path| clean(path).into_owned()),
            fault: breach.fault.id(),
            what: breach.fault.describe(),
        };
        breaches.iter().map(view).collect()
    }
}

/// 2025-03-01T09:30:00+08:00, also where the offset is none.
fn rfc3339<S: Serializer>(at: &DateTime<FixedOffset>, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_str(&at.to_rfc3339())
}
