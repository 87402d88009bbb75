//! What was signed with a key in wrong hands, and is not settled by its unit: what it shows is unknown.

use std::collections::BTreeSet;

use crate::git::{History, Refused};
use crate::model::{Mechanism, RecordPath};
use crate::report::Named;
use crate::store::Source;
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{DoubtfulCommit, doubtful_commits};

/// What nobody can tell whether it is so, and each commit that nobody has settled yet.
#[derive(Debug, Default)]
pub(super) struct Doubted {
    pub(super) records: BTreeSet<RecordPath>,
    pub(super) told: Vec<Text>,
}

impl Doubted {
    /// What of a register was signed with keys in wrong hands and is not settled.
    pub(super) fn of(source: &Source, mechanism: &Mechanism) -> Self {
        // Where no key is known to have fallen into other hands, nothing is read.
        let is_any = mechanism.keys.values().flat_map(|file| &file.key).any(|key| key.last_good.is_some());
        if !is_any {
            return Self::default();
        }
        // A repository that cannot be read settles nothing.
        let Ok(commits) = commits(source) else {
            let unread = Text::fixed(
                "失密以后签的提交没有读出来，见 liandong verify",
                "what was signed with a lost key could not be read; see liandong verify",
            );
            return Self { told: vec![unread], ..Self::default() };
        };
        let unsettled = |commit: &&DoubtfulCommit| commit.is_own != Some(true);
        let open = commits.iter().filter(|commit| commit.is_own.is_none());
        Self {
            records: commits.iter().filter(unsettled).flat_map(|commit| commit.paths.clone()).collect(),
            told: open.map(|commit| to_settle(commit, mechanism)).collect(),
        }
    }
}

fn commits(source: &Source) -> Result<Vec<DoubtfulCommit>, Refused> {
    let (folder, revision) = match source {
        Source::Folder(folder) => (folder, None),
        Source::Revision(revision) => (revision.folder(), Some(revision.id())),
        Source::Shipped => return Ok(Vec::new()),
    };
    let history = History::open(folder)?;
    let tip = history.find(revision.unwrap_or("HEAD"))?;
    tip.map_or_else(|| Ok(Vec::new()), |tip| doubtful_commits(&history, tip))
}

/// What of a record is named; of more, how many there are.
const NAMED: usize = 3;

fn to_settle(commit: &DoubtfulCommit, mechanism: &Mechanism) -> Text {
    let (id, on, unit) = (commit.commit.short(), commit.on, mechanism.short(&commit.unit).to_owned());
    let title = clean(&commit.title).into_owned();
    let named: Vec<Text> = commit.paths.iter().take(NAMED).map(|path| Named::of_record(path, mechanism).title).collect();
    let (named, count) = (Text::join(&named, "、", ", "), commit.paths.len());
    let (zh, en) = (named.zh(), named.en());
    tr!(
        "情况不明：{unit}的密钥失密以后签的提交 {id}（{on}，{title}），涉及 {count} 份：{zh}；{unit}确认是自己的用 liandong key vouch {id}，不是的用 liandong key disown {id}";
        "unknown: commit {id} ({on}, {title}), signed after the key of {unit} fell into other hands, about {count} records: {en}; {unit} says liandong key vouch {id} where it is its own, liandong key disown {id} where it is not"
    )
}
