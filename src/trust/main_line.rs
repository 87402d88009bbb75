//! The main line and its days. A date is the word of whoever makes a commit; what arrived on the main line arrived after all before it.

use chrono::{DateTime, FixedOffset};

use crate::git::{History, Id, Refused};
use crate::model::Day;

/// A commit of the main line.
#[derive(Clone, Copy)]
pub(super) struct OnLine {
    pub(super) commit: Id,
    /// The latest date that the line has named up to here.
    pub(super) latest: DateTime<FixedOffset>,
}

/// The main line of a commit, oldest first, from where it begins.
pub(super) fn main_line(history: &History, tip: Id) -> Result<Vec<OnLine>, Refused> {
    let mut latest = None;
    let line = history.dated_line(tip)?.into_iter().rev().map(|(commit, at)| {
        let up_to_here = latest.map_or(at, |latest: DateTime<FixedOffset>| latest.max(at));
        latest = Some(up_to_here);
        OnLine { commit, latest: up_to_here }
    });
    Ok(line.collect())
}

/// The last commit on the main line of another that had arrived before a day began; none where the line is younger.
///
/// # Errors
/// A commit is missing.
pub fn arrived_before(history: &History, tip: Id, day: Day, zone: FixedOffset) -> Result<Option<Id>, Refused> {
    let is_before = |on: &&OnLine| Day::from_date(on.latest.with_timezone(&zone).date_naive()) < day;
    Ok(main_line(history, tip)?.iter().take_while(is_before).last().map(|on| on.commit))
}
