//! One event that several units filed: it is counted and judged once, by the record at which the others point (`same_as`).

use super::{Accident, Day, Filed, Lead, Ledger, Mechanism, Reference};

/// What several units may each file of one event.
pub trait SameEvent {
    /// The record of the same event by which it is judged.
    fn same_as(&self) -> Option<&Reference>;

    /// Whether it is recorded as another one than what looks like it.
    fn is_distinct(&self) -> bool;

    /// The day on which the unit came to know of it.
    fn known(&self) -> Day;

    /// Whether two records look as if they were of one event: day, mine and kind are the same.
    fn looks_like(&self, other: &Self) -> bool;

    /// Whether this record can be of the event of another one. Where it says what that one does not, the word has no effect: nothing is
    /// judged less for being filed twice.
    fn fits(&self, first: &Self, mechanism: &Mechanism) -> bool;

    /// Whether both say as much of what either may leave open.
    fn agrees_with(&self, first: &Self) -> bool;
}

impl SameEvent for Accident {
    fn same_as(&self) -> Option<&Reference> {
        self.same_as.as_ref()
    }

    fn is_distinct(&self) -> bool {
        self.distinct
    }

    fn known(&self) -> Day {
        self.known_on()
    }

    fn looks_like(&self, other: &Self) -> bool {
        self.mine == other.mine && self.occurred == other.occurred && self.explosives == other.explosives
    }

    fn fits(&self, first: &Self, _: &Mechanism) -> bool {
        self.mine == first.mine && self.occurred == first.occurred
    }

    fn agrees_with(&self, first: &Self) -> bool {
        are_alike(self.grade, first.grade) && are_alike(self.deaths, first.deaths) && are_alike(self.injured, first.injured)
    }
}

impl SameEvent for Lead {
    fn same_as(&self) -> Option<&Reference> {
        self.same_as.as_ref()
    }

    fn is_distinct(&self) -> bool {
        self.distinct
    }

    fn known(&self) -> Day {
        self.received
    }

    fn looks_like(&self, other: &Self) -> bool {
        let place = |lead: &Self| lead.site.as_ref().map(|site| (site.town.clone(), site.place.clone()));
        let is_one_place = match (&self.mine, &other.mine) {
            (None, None) => place(self).is_some() && place(self) == place(other),
            (one, other) => one == other,
        };
        self.received == other.received && self.trigger == other.trigger && is_one_place
    }

    fn fits(&self, first: &Self, mechanism: &Mechanism) -> bool {
        // Of a lead about a mine the town is that of the mine.
        let of_mine = |lead: &Self| mechanism.mines.get(lead.mine.as_ref()?).map(|mine| mine.town.clone());
        let town = |lead: &Self| lead.site.as_ref().map(|site| site.town.clone()).or_else(|| of_mine(lead));
        let is_one_place = match (&self.mine, &first.mine) {
            (Some(one), Some(other)) => one == other,
            _ => are_alike(town(self), town(first)),
        };
        // What came in after the matter had been looked into is another lead.
        let is_open = first.result.as_ref().is_none_or(|result| self.received <= result.on);
        is_open && is_one_place && (self.trigger.is_none() || self.trigger == first.trigger)
    }

    fn agrees_with(&self, first: &Self) -> bool {
        let verdict = |lead: &Self| lead.result.as_ref().map(|result| result.verdict);
        are_alike(verdict(self), verdict(first))
    }
}

/// Whether two records say the same of something, or one of them does not say.
fn are_alike<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

impl Ledger {
    /// The record by which the accident of another record is judged; none where it is judged by itself.
    #[must_use]
    pub fn first_of_accident(&self, filed: &Filed<Accident>) -> Option<&Filed<Accident>> {
        first(filed, |reference| self.accident(reference), &self.mechanism)
    }

    /// The other records of the accident that one record is judged by.
    pub fn repeats_of_accident<'a>(&'a self, first: &'a Filed<Accident>) -> impl Iterator<Item = &'a Filed<Accident>> {
        let named = self.accidents_naming(&first.reference());
        named.filter(|other| self.first_of_accident(other).is_some_and(|judged| judged.path == first.path))
    }

    /// The record by which the lead of another record is judged; none where it is judged by itself.
    #[must_use]
    pub fn first_of_lead(&self, filed: &Filed<Lead>) -> Option<&Filed<Lead>> {
        first(filed, |reference| self.lead(reference), &self.mechanism)
    }

    /// The other records of the lead that one record is judged by.
    pub fn repeats_of_lead<'a>(&'a self, first: &'a Filed<Lead>) -> impl Iterator<Item = &'a Filed<Lead>> {
        let named = self.leads_naming(&first.reference());
        named.filter(|other| self.first_of_lead(other).is_some_and(|judged| judged.path == first.path))
    }
}

/// What a record names as the same event, where that is one that is judged by itself and can be. One that was known later cannot: until
/// then nothing would be judged, neither of it nor of the event.
fn first<'a, T: SameEvent>(
    filed: &Filed<T>,
    find: impl Fn(&Reference) -> Option<&'a Filed<T>>,
    mechanism: &Mechanism,
) -> Option<&'a Filed<T>> {
    let first = find(filed.record.same_as()?)?;
    let is_one = first.path != filed.path && first.record.same_as().is_none() && filed.record.fits(&first.record, mechanism);
    (is_one && first.record.known() <= filed.record.known()).then_some(first)
}
