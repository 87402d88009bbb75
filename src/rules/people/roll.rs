//! The liaisons of a unit over the time in which it takes part.

use std::cmp::Reverse;

use crate::model::{Day, Edition, Kind, Liaison, Mechanism, RecordPath, Reference, SettingId, UnitId};
use crate::rules::Context;
use crate::rules::due::{Due, Timing};

/// The name of the rule about the first report: the obligation that names it has the day of the clause.
pub(in crate::rules) const FIRST_REPORT: &str = "liaison-first-report-late";

/// A unit that takes part by the day judged, with its liaisons.
#[derive(Debug)]
pub(super) struct LiaisonRoll<'a> {
    pub(super) unit: &'a UnitId,
    /// Its people file, whether there is one or not.
    pub(super) path: RecordPath,
    pub(super) liaisons: &'a [Liaison],
    /// From when it has taken part without a break.
    pub(super) joined: Day,
    /// The last day on which it takes part, or the day judged. What was lacking by then stays lacking; what comes later asks its successor.
    pub(super) last: Day,
    context: Context<'a>,
}

/// The roll of every unit that has taken part by the day judged, those that have ended included. One whose people file could not be read is unknown, not empty.
pub(super) fn rolls<'a>(context: &Context<'a>) -> Vec<LiaisonRoll<'a>> {
    let Context { ledger, today, .. } = *context;
    let mechanism = &ledger.mechanism;
    let roll = |unit: &'a UnitId| {
        let path = RecordPath::OfUnit(Kind::People, unit.clone());
        let last = last_day(mechanism, unit, today)?;
        let joined = joined(mechanism, unit, last).filter(|_| !ledger.unreadable.contains(&path))?;
        let liaisons = mechanism.people.get(unit).map_or(&[][..], |people| people.liaison.as_slice());
        Some(LiaisonRoll { unit, path, liaisons, joined, last, context: Context { today: last, ..*context } })
    };
    let mut units: Vec<&UnitId> = Vec::new();
    for edition in mechanism.editions(mechanism.begins(), today) {
        for unit in edition.system.iter().flat_map(|system| &system.members).filter(|_| edition.from <= today) {
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
    }
    units.into_iter().filter_map(roll).collect()
}

/// The last day by `today` on which some edition names a unit that had not ended.
fn last_day(mechanism: &Mechanism, unit: &UnitId, today: Day) -> Option<Day> {
    let mut editions: Vec<_> = mechanism.file.edition.iter().filter(|edition| edition.from <= today).collect();
    editions.sort_by_key(|edition| edition.from);
    let names = |edition: &Edition| edition.system.iter().any(|system| system.members.contains(unit));
    let at = editions.iter().rposition(|edition| names(edition))?;
    let last = editions.get(at + 1).map_or(today, |next| next.from.minus(1));
    let ended = mechanism.units.get(unit).and_then(|unit| unit.until);
    Some(ended.map_or(last, |ended| ended.min(last)))
}

/// From when a unit that takes part on a day has done so without a break.
fn joined(mechanism: &Mechanism, unit: &UnitId, on: Day) -> Option<Day> {
    let known = mechanism.units.get(unit);
    let (since, until) = (known.and_then(|known| known.since), known.and_then(|known| known.until));
    let mut editions: Vec<_> = mechanism.file.edition.iter().filter(|edition| edition.from <= on).collect();
    editions.sort_by_key(|edition| Reverse(edition.from));
    let names = |members: &[UnitId]| members.contains(unit);
    let first = editions.iter().take_while(|edition| edition.system.iter().any(|system| names(&system.members))).last()?;
    let from = since.map_or(first.from, |since| since.max(first.from));
    (from <= on && until.is_none_or(|until| on <= until)).then_some(from)
}

impl<'a> LiaisonRoll<'a> {
    fn mechanism(&self) -> &'a Mechanism {
        &self.context.ledger.mechanism
    }

    pub(super) fn reference(&self) -> Reference {
        Reference::whole(self.path.clone())
    }

    /// Those who have begun by the day judged and served while the unit took part, with their positions, by the day they began.
    pub(super) fn begun(&self) -> Vec<(usize, &'a Liaison)> {
        let served =
            |liaison: &Liaison| liaison.since <= self.context.today && liaison.until.is_none_or(|until| self.joined <= until);
        let mut begun: Vec<_> = self.liaisons.iter().enumerate().filter(|(_, liaison)| served(liaison)).collect();
        begun.sort_by_key(|(_, liaison)| liaison.since);
        begun
    }

    /// Whether it still takes part on the day judged, so that something can be asked of it.
    pub(super) fn is_current(&self, context: &Context<'_>) -> bool {
        self.last == context.today
    }

    /// Whether somebody was the liaison on a day.
    pub(super) fn is_filled(&self, on: Day) -> bool {
        self.liaisons.iter().any(|liaison| liaison.since <= on && liaison.until.is_none_or(|until| on <= until))
    }

    /// When the liaison was reported, should that have happened by the day judged.
    pub(super) fn reported(&self, liaison: &Liaison) -> Option<Day> {
        liaison.reported.filter(|reported| *reported <= self.context.today)
    }

    /// The day that the clause itself names for the first report; it binds those who take part from the beginning.
    pub(super) fn first_due(&self) -> Option<Day> {
        let named = self.mechanism().obligations.iter().find(|obligation| obligation.names(FIRST_REPORT))?.due;
        named.filter(|_| self.joined <= self.mechanism().begins())
    }

    /// Those of whom the first report is: named by the day it is due; where nobody was, the first one after.
    pub(super) fn first(&self) -> Vec<(usize, &'a Liaison)> {
        let Some(due) = self.first_due() else { return Vec::new() };
        let begun = self.begun();
        let named = begun.iter().take_while(|(_, liaison)| liaison.since <= due).count();
        begun.into_iter().take(named.max(1)).collect()
    }

    /// Until when a liaison is to be named and reported after a day.
    pub(super) fn due_after(&self, from: Day) -> Due {
        Due::after(SettingId::LiaisonTerm, from, &self.context)
    }

    /// How an act stands as of the day judged.
    pub(super) fn timing(&self, due: Due, done: Option<Day>) -> Timing {
        due.timing(done, &self.context)
    }

    /// Whether a day lies before the register was kept: nothing is known of it.
    pub(super) fn is_unknown(&self, day: Day) -> bool {
        self.mechanism().records_since().is_some_and(|since| day < since)
    }
}
