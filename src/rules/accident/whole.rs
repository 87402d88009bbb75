//! An accident with all that several units filed of it: what any of them recorded was done.

use super::participant::Activity;
use crate::model::{Accident, AccidentEnd, AccidentGrade, Day, Filed, Inquiry, Rescue, Stated};
use crate::rules::Context;
use crate::text::Text;

pub(super) struct WholeAccident<'a> {
    /// The record by which it is judged first, then the others.
    records: Vec<&'a Filed<Accident>>,
}

impl<'a> WholeAccident<'a> {
    /// The accident that is judged by a record; none where another record judges it.
    pub(super) fn judged_by(accident: &'a Filed<Accident>, context: &Context<'a>) -> Option<Self> {
        if context.ledger.first_of_accident(accident).is_some() {
            return None;
        }
        let mut others: Vec<&Filed<Accident>> = context.ledger.repeats_of_accident(accident).collect();
        others.sort_by_key(|one| (one.record.known_on(), &one.path.unit));
        Some(Self { records: std::iter::once(accident).chain(others).collect() })
    }

    fn each(&self) -> impl Iterator<Item = &'a Accident> {
        self.records.iter().map(|one| &*one.record)
    }

    /// When the first of those who filed it came to know of it.
    pub(super) fn known_on(&self) -> Option<Day> {
        self.each().map(Accident::known_on).min()
    }

    /// How grave it is, as the first record says that does.
    pub(super) fn grade(&self) -> Option<AccidentGrade> {
        self.each().find_map(|record| record.grade)
    }

    /// Whether somebody above the district looks into it.
    pub(super) fn is_above_general(&self) -> bool {
        self.grade().is_some_and(|grade| AccidentGrade::General < grade)
    }

    /// Whether it happened in the production or sale of explosives, as any of them says.
    pub(super) fn is_of_explosives(&self) -> bool {
        self.each().any(|record| record.explosives)
    }

    /// Whether any of them says why something was not done.
    pub(super) fn is_explained(&self) -> bool {
        self.each().any(|record| record.because.said().is_some())
    }

    /// How many died and how many were hurt, as the highest number that any of them gives.
    pub(super) fn numbers(&self) -> (Option<u32>, Option<u32>) {
        (self.each().filter_map(|record| record.deaths).max(), self.each().filter_map(|record| record.injured).max())
    }

    /// Its end, as the first record has it.
    pub(super) fn end(&self) -> Option<&'a AccidentEnd> {
        self.each().find_map(|record| record.concluded.as_ref())
    }

    /// The inquiry, with all who are recorded to take part in it.
    pub(super) fn inquiry(&self) -> Option<(&'a Inquiry, Activity<'a>)> {
        let inquiries = || self.each().filter_map(|record| record.inquiry.as_ref());
        let first = inquiries().next()?;
        let activity = Activity {
            key: "inquiry",
            called: Text::fixed("事故调查", "the inquiry"),
            on: first.on,
            ended: self.end().map(|end| end.on),
            lead: inquiries().find_map(|inquiry| inquiry.lead.as_ref()),
            units: inquiries().flat_map(|inquiry| inquiry.lead.iter().chain(&inquiry.units)).collect(),
        };
        Some((first, activity))
    }

    /// The rescue, with all who are recorded to have taken part in it.
    pub(super) fn rescue(&self) -> Option<Activity<'a>> {
        let rescues = || self.each().filter_map(|record| record.rescue.as_ref());
        let first: &Rescue = rescues().next()?;
        Some(Activity {
            key: "rescue",
            called: Text::fixed("应急救援", "the rescue"),
            on: first.on,
            ended: first.until,
            lead: rescues().find_map(|rescue| rescue.lead.as_ref()),
            units: rescues().flat_map(|rescue| rescue.lead.iter().chain(&rescue.units)).collect(),
        })
    }
}
