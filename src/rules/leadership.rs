//! Whether somebody leads a unit, as they claim: by the leaders that the unit recorded for the day.

use super::Context;
use crate::model::{Day, Leader, Line, Post, UnitId};

/// What the register shows of somebody who is said to be the leader in charge or the main leader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leadership {
    /// They are one of the two.
    Held,
    /// The unit recorded others for that day.
    OfOthers,
    /// The unit recorded nobody: it cannot be told.
    Unrecorded,
}

/// How somebody's claim to lead a unit on a day stands, in one of the posts that will do.
pub(super) fn leadership(
    name: &Line,
    unit: &UnitId,
    on: Day,
    will_do: impl Fn(Post) -> bool,
    context: &Context<'_>,
) -> Leadership {
    let people = context.ledger.mechanism.people.get(unit);
    let in_office = |leader: &&Leader| leader.since <= on && leader.until.is_none_or(|until| on <= until);
    let leads = |leader: &&Leader| will_do(leader.post);
    let mut leaders = people.into_iter().flat_map(|people| &people.leader).filter(in_office).filter(leads).peekable();
    if leaders.peek().is_none() {
        Leadership::Unrecorded
    } else if leaders.any(|leader| leader.name == *name) {
        Leadership::Held
    } else {
        Leadership::OfOthers
    }
}
