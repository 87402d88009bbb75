//! What the office enters for a unit transcribes a paper of theirs: of acts that are the unit's own, without it nobody can tell.

use std::collections::BTreeSet;

use crate::model::{Ledger, RecordPath, ResponseKind};
use crate::text::Text;

/// Why nobody can tell of what the office entered for a unit without its paper, to be read after how much there is of it.
pub(super) static UNTRANSCRIBED: Text =
    Text::fixed("由办公室代录，未写明该单位来文的文号", "were entered by the office for a unit, without the number of its paper");

/// The answers, objections and cosignings that the office entered for a unit without the number of its paper: these are the unit's own acts,
/// and a word on the telephone is none. A re-inspection of that kind is none, which the rules on hazards tell.
pub(super) fn untranscribed(ledger: &Ledger) -> BTreeSet<RecordPath> {
    let acts = [ResponseKind::Answer, ResponseKind::Objection, ResponseKind::Cosigned];
    let said = ledger
        .responses
        .iter()
        .filter(|said| acts.contains(&said.record.kind) && ledger.lacks_paper(&said.path, &*said.record, false));
    said.map(|said| RecordPath::Filed(said.path.clone())).collect()
}
