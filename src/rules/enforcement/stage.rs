//! How far a joint enforcement has come, as of the day on which is judged. What is planned or called off is never judged.

use crate::model::{Circular, Day, Enforcement, Filed, SettingId, System, UnitId};
use crate::rules::due::Due;
use crate::rules::{Context, Findings};

/// The system that it belongs to, once it has begun.
pub(super) fn system_begun<'a>(action: &'a Filed<Enforcement>, context: &Context<'a>) -> Option<&'a System> {
    let from = action.record.began().filter(|_| action.record.has_begun(context.today))?;
    context.ledger.mechanism.system_of(&action.path.unit, &*action.record, from)
}

/// Its last day, once it is over.
pub(in crate::rules) fn ended(action: &Enforcement, today: Day) -> Option<Day> {
    action.ended().filter(|_| action.has_begun(today) && action.is_done(today))
}

/// What follows an enforcement (summary, circular, demands, a report upward) is a duty of the year in which it ended, though the enforcement
/// itself counts in that of its first day (三（六）: 联合执法行动结束后).
pub(super) fn date_by_end(action: &Enforcement, context: &Context<'_>, out: &mut Findings<'_>) {
    if let Some(ended) = ended(action, context.today) {
        out.dated(ended);
    }
}

/// When the office received the summary: what came before the end sums up no action.
pub(super) fn summary_received(action: &Enforcement, today: Day) -> Option<Day> {
    let received = action.summary.as_ref().and_then(|summary| summary.received).filter(|received| *received <= today);
    received.filter(|received| action.ended().is_none_or(|ended| ended <= *received))
}

/// The circular, once it has been issued.
pub(super) fn circular_issued(action: &Enforcement, today: Day) -> Option<&Circular> {
    action.circular.as_deref().filter(|circular| action.has_begun(today) && circular.issued <= today)
}

/// The day of the circular that covers an enforcement that ended; one before its end is an interim one.
pub(super) fn covered(action: &Enforcement, ended: Day, today: Day) -> Option<Day> {
    circular_issued(action, today).map(|circular| circular.issued).filter(|issued| ended <= *issued)
}

/// The last day for the circular on an enforcement that ended: its term follows the summary or, where none came, the
/// term of the summary.
pub(super) fn circular_due(action: &Enforcement, ended: Day, context: &Context<'_>) -> Due {
    if let Some(summary) = summary_received(action, context.today) {
        return Due::after(SettingId::CircularTerm, summary, context);
    }
    let summary = Due::after(SettingId::SummaryTerm, ended, context);
    Due::after(SettingId::CircularTerm, summary.day(), context).resting_on(summary)
}

/// The unit that answers for the team (三（四）: 实行组长负责制): its leader's, else the one that leads the enforcement.
pub(in crate::rules) fn answering_for_team(action: &Enforcement) -> &UnitId {
    action.leader.as_ref().map_or(&action.lead, |leader| &leader.unit)
}
