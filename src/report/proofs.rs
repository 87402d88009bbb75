//! Whether the papers that prove records are those that were recorded.

use serde::Serialize;

use super::named::Named;
use crate::model::{Ledger, Line, RecordPath, Reference};
use crate::text::Text;

/// How a paper stands to what is recorded of it; the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proven {
    /// It is the same, byte by byte.
    Same,
    /// Only its name was recorded: nothing can be compared.
    Unrecorded,
    /// It is not at hand.
    Absent,
    /// It is another.
    Differs,
}

impl Proven {
    /// The word that is printed.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Same => Text::fixed("相符", "as recorded"),
            Self::Unrecorded => Text::fixed("未记摘要", "no digest recorded"),
            Self::Absent => Text::fixed("未找到", "not found"),
            Self::Differs => Text::fixed("不符", "differs"),
        }
    }
}

/// A paper of a record.
#[derive(Debug, Clone, Serialize)]
pub struct Proof {
    /// The record.
    pub record: Named,
    /// What the paper is called.
    pub name: String,
    /// Where it is kept, as the record says: no path of this program.
    pub kept: Option<String>,
    /// How it stands to what is recorded.
    pub proven: Proven,
}

/// Every paper of these records, of all where none is named. `digest` gives the SHA-256 of the one that is at hand, by its name
/// and the place where it is kept.
#[must_use]
pub fn proofs(ledger: &Ledger, of: &[Reference], digest: &dyn Fn(&str, Option<&str>) -> Option<String>) -> Vec<Proof> {
    let mut proofs = Vec::new();
    ledger.each(|path, record| {
        let reference = Reference::whole(RecordPath::Filed(path.clone()));
        if !of.is_empty() && !of.iter().any(|wanted| wanted.record == reference.record) {
            return;
        }
        for attachment in record.attachments() {
            let (name, kept) = (attachment.name.as_str(), attachment.kept.as_ref().map(Line::as_str));
            let proven = match (&attachment.sha256, digest(name, kept)) {
                (None, _) => Proven::Unrecorded,
                (Some(_), None) => Proven::Absent,
                (Some(recorded), Some(found)) if recorded.as_str().eq_ignore_ascii_case(&found) => Proven::Same,
                (Some(_), Some(_)) => Proven::Differs,
            };
            let record = Named::from_reference(&reference, &ledger.mechanism);
            proofs.push(Proof { record, name: name.to_owned(), kept: kept.map(str::to_owned), proven });
        }
    });
    proofs
}
