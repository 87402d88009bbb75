//! The text in force on a day: editions, their systems and members, obligations and clauses.

use super::Mechanism;
use crate::model::field::RegulationList;
use crate::model::{Clause, ClauseKey, Day, Edition, Obligation, ObligationId, SystemId, UnitId};

impl Mechanism {
    /// The regulation as it stood on a day; before the first edition, the first.
    #[must_use]
    pub fn edition(&self, on: Day) -> &Edition {
        let editions = &self.file.edition;
        let latest = editions.iter().filter(|edition| edition.from <= on).max_by_key(|edition| edition.from);
        latest.or_else(|| editions.iter().min_by_key(|edition| edition.from)).unwrap_or(&editions[0])
    }

    /// The editions that were in force on some day from `first` to `last`.
    pub fn editions(&self, first: Day, last: Day) -> impl Iterator<Item = &Edition> {
        let at_first = self.edition(first).from;
        self.file.edition.iter().filter(move |edition| at_first <= edition.from && edition.from <= last)
    }

    /// Every unit that was a member of a system on some day from `first` to `last`.
    #[must_use]
    pub fn members_of(&self, system: &SystemId, first: Day, last: Day) -> Vec<&UnitId> {
        let mut members: Vec<&UnitId> = Vec::new();
        let systems = self.editions(first, last).flat_map(|edition| &edition.system).filter(|found| found.id == *system);
        for unit in systems.flat_map(|system| &system.members) {
            if !members.contains(&unit) {
                members.push(unit);
            }
        }
        members
    }

    /// Every unit that some system of the edition names as a member: those to whom duties fall.
    #[must_use]
    pub fn members(&self, on: Day) -> Vec<&UnitId> {
        let mut members: Vec<&UnitId> = Vec::new();
        for unit in self.edition(on).system.iter().flat_map(|system| &system.members) {
            if !members.contains(&unit) {
                members.push(unit);
            }
        }
        members
    }

    /// The obligation of that id as it stood on a day; before it held, as it first did, and after it lapsed, as it last did.
    #[must_use]
    pub fn obligation_on(&self, id: ObligationId, on: Day) -> Option<&Obligation> {
        let begun = self.versions(id).filter(|obligation| obligation.since.is_none_or(|since| since <= on));
        begun.max_by_key(|obligation| obligation.since).or_else(|| self.versions(id).min_by_key(|obligation| obligation.since))
    }

    /// An obligation that was amended stands once for each of its texts, with `since` and `until`.
    pub fn versions(&self, id: ObligationId) -> impl Iterator<Item = &Obligation> {
        self.obligations.iter().filter(move |obligation| obligation.id == id)
    }

    /// The clause as it stood on a day.
    #[must_use]
    pub fn clause(&self, key: ClauseKey, on: Day) -> Option<&Clause> {
        let texts = self.clauses.iter().filter(|clause| clause.key == key && clause.since.is_none_or(|since| since <= on));
        texts.max_by_key(|clause| clause.since)
    }

    /// The clause that something cites on a day: as it stood, or as it first did where it was not in force yet.
    #[must_use]
    pub fn cited(&self, key: ClauseKey, on: Day) -> Option<&Clause> {
        let first = || self.clauses.iter().filter(|clause| clause.key == key).min_by_key(|clause| clause.since);
        self.clause(key, on).or_else(first)
    }

    /// The clause that has a list, in an edition.
    #[must_use]
    pub const fn list_of(edition: &Edition, list: RegulationList) -> Option<ClauseKey> {
        match list {
            RegulationList::Contents => edition.clauses_contents,
            RegulationList::Tasks => edition.clauses_tasks,
        }
    }

    /// The words of an item of a list, without the sign at their end; none where editions do not all say the same, for a number alone
    /// does not tell of which it is.
    #[must_use]
    pub fn listed(&self, list: RegulationList, item: u8) -> Option<&str> {
        let mut said = self.file.edition.iter().filter_map(|edition| {
            let key = Self::list_of(edition, list)?.item(item)?;
            self.clause(key, edition.from).map(|clause| clause.text.as_str().trim_end_matches(['；', '。', ';']))
        });
        let first = said.next()?;
        said.all(|other| other == first).then_some(first)
    }

    /// An item as people are shown it: 2（执法检查发现非煤矿山企业存在的重大隐患问题）.
    #[must_use]
    pub fn shown_item(&self, list: RegulationList, item: u8) -> String {
        self.listed(list, item).map_or_else(|| item.to_string(), |words| format!("{item}（{words}）"))
    }
}
