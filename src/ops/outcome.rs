//! What becomes of a filing.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::Failure;
use crate::report::{Changed, FindingView, Named, ProblemView, RecordPage};
use crate::text::{Telling, Text};

/// What becomes of a filing.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FilingOutcome {
    /// It is filed, as one commit.
    Filed(Receipt),
    /// It would be filed; nothing was, since nothing was to be.
    Preview(Receipt),
    /// Nothing was filed, since it would say something else by now than what somebody was shown; what it would say.
    Changed(Receipt),
    /// It waits as a draft: a notice leaves no trace in history before it is reviewed (四（五）).
    Kept {
        /// The name of the draft.
        name: String,
        /// What else is to be told.
        #[serde(skip)]
        notes: Vec<Text>,
    },
    /// There is nothing to file; why.
    Idle(Text),
    /// It was not filed.
    Refused(Refusal),
    /// Nothing was filed: what an interrupted run had left was finished first, and may be just this.
    Recovered(Recovery),
}

/// Where what was said so far is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptAside {
    /// In the draft that it goes on with, of that name.
    Draft(String),
    /// In a draft of its own, which goes once it is not needed.
    Own(String),
}

impl KeptAside {
    /// The name of the draft.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Draft(name) | Self::Own(name) => name,
        }
    }
}

/// What was filed, or would be.
#[derive(Debug, Clone, Serialize)]
pub struct Receipt {
    /// The version of this form; raised when a reader of an older one would misread it.
    pub version: u32,
    /// The commit, in full; none where nothing was filed.
    pub commit: Option<String>,
    /// The records, in the order in which they were composed.
    pub records: Vec<ReceiptRecord>,
    /// The rules that judge these records in the whole register, and so in `check` alone: their codes and names, each once.
    pub waiting: Vec<WaitingRule>,
    /// What was taken where nothing was said, each with its heading.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Text>,
    /// What usually comes next; may be empty.
    pub next: Telling,
    /// Whether it is only going to wait as a draft: a notice leaves no trace in history before it is reviewed (四（五）).
    #[serde(skip)]
    pub waits: bool,
    /// What else is to be told: an interrupted run that was undone, a draft that could not be thrown away.
    #[serde(skip)]
    pub notes: Vec<Text>,
}

/// A rule that a filing leaves to `check`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WaitingRule {
    /// Its code, such as N03.
    pub code: &'static str,
    /// The fault that it finds, in a few words.
    pub title: Text,
}

/// A record that was filed, or would be.
#[derive(Debug, Clone, Serialize)]
pub struct ReceiptRecord {
    /// The record.
    #[serde(flatten)]
    pub record: Named,
    /// Its file, relative to the register.
    pub file: String,
    /// What is found about it now and was not before.
    pub findings: Vec<FindingView>,
    /// How much was found before and still is.
    #[serde(skip)]
    pub known: usize,
    /// Its text before and after, where it is only a preview.
    #[serde(skip)]
    pub texts: Option<[String; 2]>,
    /// The keys in which it will differ from what stands, where it is only a preview.
    #[serde(skip)]
    pub changes: Vec<Changed>,
    /// What it will say, under its headings, where it is only a preview.
    #[serde(skip)]
    pub page: Option<Box<RecordPage>>,
}

/// Why nothing was filed. Of problems, findings and a failure there is one kind at a time.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Refusal {
    /// What cannot be understood.
    pub problems: Vec<ProblemView>,
    /// Where the problems are, where that is no file: 通报 new.
    pub about: Text,
    /// What cannot be so.
    pub findings: Vec<FindingView>,
    /// What else stands against it.
    pub failure: Option<Failure>,
    /// What became of what was typed.
    pub draft: Option<DraftKept>,
}

/// An interrupted run that was finished before anything new was filed.
#[derive(Debug, Clone, Serialize)]
pub struct Recovery {
    /// What it had filed.
    pub what: Text,
    /// What became of what was typed.
    pub draft: Option<DraftKept>,
}

/// What became of what was typed and could not be filed.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DraftKept {
    /// It is a draft of that name.
    As(String),
    /// It is in the draft of that name, which the same command goes on with.
    Same(String),
    /// It could not be kept; why.
    Lost(Text),
}

impl FilingOutcome {
    /// Whether something was filed.
    #[must_use]
    pub fn is_filed(&self) -> bool {
        matches!(self, Self::Filed(_))
    }
}

impl Receipt {
    /// A receipt of these records.
    pub(super) fn new(commit: Option<String>, records: Vec<ReceiptRecord>, next: Telling) -> Self {
        Self { version: 1, commit, records, waiting: Vec::new(), taken: Vec::new(), next, waits: false, notes: Vec::new() }
    }

    /// What a preview shows, as a digest of all records before and after: with it alone that is filed, and nothing that has become of it since.
    /// None of what is no preview.
    #[must_use]
    pub fn shown(&self) -> Option<String> {
        let shown = self.records.iter().map(|record| Some((record.file.as_str(), record.texts.as_ref()?)));
        let shown = shown.collect::<Option<Vec<_>>>()?;
        Some(digest_of(shown.into_iter().map(|(file, [before, after])| [whose(file), before, after])))
    }

    /// That nothing was filed.
    #[must_use]
    pub fn nothing() -> Self {
        Self::new(None, Vec::new(), Telling::default())
    }
}

/// The folder of a file, which says whose it is: its number is given when it is filed.
pub(super) fn whose(file: &str) -> &str {
    file.rsplit_once('/').map_or(file, |(folder, _)| folder)
}

/// A digest of whose records are, and what they say before and after.
pub(super) fn digest_of<'a>(texts: impl IntoIterator<Item = [&'a str; 3]>) -> String {
    let mut hash = Sha256::new();
    for text in texts.into_iter().flatten() {
        // With its length each text ends where it ends.
        hash.update(text.len().to_be_bytes());
        hash.update(text);
    }
    format!("{:x}", hash.finalize())
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self { failure: Some(failure), ..Self::default() }
    }
}
