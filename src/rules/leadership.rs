//! Whether somebody leads a unit, as they claim: by the leaders that the unit recorded for the day.

use super::Context;
use crate::model::{Day, Leader, Line, People, Post, UnitId, is_same_person};

/// What the register shows of somebody who is said to be the leader in charge or the main leader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leadership<'a> {
    /// They are one of the two.
    Held,
    /// The unit recorded them for that day, in a post that will not do.
    InAnotherPost(Post),
    /// The unit recorded others for that day.
    OfOthers,
    /// It did, and knows nobody of that name, whom another unit recorded as its leader: that is where they lead.
    OfAnotherUnit(&'a UnitId),
    /// The unit recorded nobody: it cannot be told.
    Unrecorded,
}

/// How somebody's claim to lead a unit on a day stands, in one of the posts that will do.
pub(super) fn leadership<'a>(
    name: &Line,
    unit: &UnitId,
    on: Day,
    will_do: impl Fn(Post) -> bool,
    context: &Context<'a>,
) -> Leadership<'a> {
    let mechanism = &context.ledger.mechanism;
    let people = mechanism.people.get(unit);
    let in_office = |leader: &&Leader| leader.since <= on && leader.until.is_none_or(|until| on <= until);
    let leads = |leader: &&Leader| will_do(leader.post) && !leader.name.names_nobody();
    let mut leaders = people.into_iter().flat_map(|people| &people.leader).filter(in_office).filter(leads).peekable();
    if leaders.peek().is_none() {
        Leadership::Unrecorded
    } else if leaders.any(|leader| is_same_person(leader.name.as_str(), name.as_str())) {
        Leadership::Held
    } else if let Some(post) = post_of(name, unit, on, context) {
        Leadership::InAnotherPost(post)
    } else if people.is_some_and(|people| is_listed(name, people)) {
        Leadership::OfOthers
    } else {
        let leads_there = |people: &People| {
            people.leader.iter().filter(in_office).any(|leader| is_same_person(leader.name.as_str(), name.as_str()))
        };
        // A unit that took over from this one, or from which it took over, is no other.
        let is_another = |other: &UnitId| !mechanism.stands_for(other, unit, on) && !mechanism.stands_for(unit, other, on);
        let elsewhere = mechanism.people.iter().find(|(other, people)| leads_there(people) && is_another(other));
        elsewhere.map_or(Leadership::OfOthers, |(other, _)| Leadership::OfAnotherUnit(other))
    }
}

/// The post in which a unit recorded somebody as a leader for a day.
pub(super) fn post_of(name: &Line, unit: &UnitId, on: Day, context: &Context<'_>) -> Option<Post> {
    let leaders = context.ledger.mechanism.people.get(unit).into_iter().flat_map(|people| &people.leader);
    let mut leaders = leaders.filter(|leader| leader.since <= on && leader.until.is_none_or(|until| on <= until));
    leaders.find(|leader| is_same_person(leader.name.as_str(), name.as_str())).map(|leader| leader.post)
}

/// Whether a unit recorded somebody of that name, whenever and as whatever.
fn is_listed(name: &Line, people: &People) -> bool {
    people.leader.iter().any(|leader| is_same_person(leader.name.as_str(), name.as_str()))
        || people.liaison.iter().any(|one| is_same_person(one.name.as_str(), name.as_str()))
}
