//! What the office enters for a unit transcribes a paper of theirs: of acts that are the unit's own, without it nobody can tell.

use std::collections::BTreeSet;

use crate::model::{Filed, Hazard, Ledger, RecordPath, ResponseKind, lacks_paper};
use crate::text::Text;

/// Why nobody can tell of what the office entered for a unit without its paper, to be read after how much there is of it.
pub(super) static UNTRANSCRIBED: Text =
    Text::fixed("由办公室代录，未写明该单位来文的文号", "were entered by the office for a unit, without the number of its paper");

/// The re-inspections, answers, objections and cosignings that the office entered for a unit without the number of its paper: these are the
/// unit's own acts, and a word on the telephone is none.
pub(super) fn untranscribed(ledger: &Ledger) -> BTreeSet<RecordPath> {
    let looked_at = |hazard: &&Filed<Hazard>| !hazard.record.reinspection.is_empty() && lacks_paper(&*hazard.record, false);
    let hazards = ledger.hazards.iter().filter(looked_at).map(|hazard| &hazard.path);
    let acts = [ResponseKind::Answer, ResponseKind::Objection, ResponseKind::Cosigned];
    let said = ledger.responses.iter().filter(|said| acts.contains(&said.record.kind) && lacks_paper(&*said.record, false));
    hazards.chain(said.map(|said| &said.path)).map(|path| RecordPath::Filed(path.clone())).collect()
}
