//! What is judged of a hazard as long as it stands. That it was found before the mechanism began is not judged (五（一）); that its term ran out
//! since, and what was done then, is.

use crate::model::{Filed, Hazard};
use crate::rules::{Check, Context, Findings, RegisterFindings};

/// Has every hazard that was found by today looked at by a rule about what lasts; one found before the mechanism began by the text with which
/// that began.
pub(super) fn each_lasting(check: Check<Hazard>, context: &Context<'_>, out: &mut RegisterFindings) {
    let begins = context.ledger.mechanism.begins();
    let known = |hazard: &&Filed<Hazard>| hazard.record.found.max(begins) <= context.today;
    for hazard in context.ledger.hazards.iter().filter(known) {
        check(hazard, context, &mut Findings::about(&hazard.path, hazard.record.found.max(begins), out));
    }
}
