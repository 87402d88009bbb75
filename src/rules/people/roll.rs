//! The liaisons of a unit over the time in which it takes part.

use crate::model::{Day, Kind, Liaison, Mechanism, RecordPath, Reference, SettingId, UnitId};
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
        let (joined, last) = span(mechanism, unit, today).filter(|_| !ledger.unreadable.contains(&path))?;
        let liaisons = mechanism.people.get(unit).map_or(&[][..], |people| people.liaison.as_slice());
        Some(LiaisonRoll { unit, path, liaisons, joined, last, context: Context { today: last, ..*context } })
    };
    let mut units: Vec<&UnitId> = Vec::new();
    let named = mechanism.editions(mechanism.begins(), today).filter(|edition| edition.from <= today);
    let members = named.flat_map(|edition| &edition.system).flat_map(|system| &system.members);
    // Whoever took over from a member takes its seat.
    let heirs = mechanism.units.iter().filter(|(_, unit)| !unit.successors.is_empty()).flat_map(|(_, unit)| &unit.successors);
    for unit in members.chain(heirs) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units.into_iter().filter_map(roll).collect()
}

/// The last stretch of days by `today` on which a unit took part, as a member or as one that had taken over from a member, without a break.
fn span(mechanism: &Mechanism, unit: &UnitId, today: Day) -> Option<(Day, Day)> {
    let mut editions: Vec<_> = mechanism.file.edition.iter().filter(|edition| edition.from <= today).collect();
    editions.sort_by_key(|edition| edition.from);
    let known = mechanism.units.get(unit);
    // Within an edition nobody begins to take part but on such a day.
    let mut days: Vec<Day> = mechanism.units.values().filter_map(|gone| gone.until).map(|until| until.plus(1)).collect();
    days.extend(known.and_then(|known| known.since));
    days.sort_unstable();
    let mut span: Option<(Day, Day)> = None;
    for (at, edition) in editions.iter().enumerate() {
        let next = editions.get(at + 1).map(|next| next.from.minus(1));
        let last = next.into_iter().chain(known.and_then(|known| known.until)).fold(today, Day::min);
        let takes_part = |day: &Day| {
            known.is_none_or(|known| known.since.is_none_or(|since| since <= *day)) && mechanism.takes_part(unit, *day)
        };
        let mut starts = std::iter::once(edition.from).chain(days.iter().copied().filter(|day| edition.from < *day));
        let Some(first) = starts.find(takes_part).filter(|first| *first <= last) else { continue };
        span = match span {
            Some((joined, before)) if first <= before.plus(1) => Some((joined, last)),
            _ => Some((first, last)),
        };
    }
    span
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
        self.liaisons
            .iter()
            .filter(|liaison| !liaison.name.names_nobody())
            .any(|liaison| liaison.since <= on && liaison.until.is_none_or(|until| on <= until))
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
