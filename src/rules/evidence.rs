//! The facts to which rules applied, and those of which nobody can tell.

use crate::model::{Day, ObligationId, Reference};
use crate::text::Text;

/// A fact to which a rule applied.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The record, or the part of one (`…#2`), that shows it.
    pub reference: Reference,
    /// The day of the fact.
    pub on: Day,
    /// The day by whose text and in whose year it counts: its own, or the end of the period to whose minimum it belongs.
    pub under: Day,
    /// What else is to be known of it: how many took part, who presided.
    pub note: Option<Box<Text>>,
}

impl Evidence {
    pub(super) fn new(reference: Reference, on: Day) -> Self {
        Self { reference, on, under: on, note: None }
    }
}

/// A fact of which the register does not show whether it fulfils what is asked.
#[derive(Debug, Clone)]
pub struct Doubt {
    /// The fact.
    pub evidence: Evidence,
    /// Why that cannot be told, to be read after a number of records.
    pub why: Text,
}

/// The facts, by obligation, in the order of rules and records.
///
/// Each rule's stay in the list in which it gave them: of 100,000 records all together are a tenth of what a check holds, and copied into one list
/// they would be held twice.
#[derive(Debug, Default)]
pub struct EvidenceLists(Vec<Vec<(ObligationId, Evidence)>>);

impl EvidenceLists {
    /// Each fact, with the obligation to which it applied.
    pub fn iter(&self) -> impl Iterator<Item = &(ObligationId, Evidence)> {
        self.0.iter().flatten()
    }

    /// Takes in what others showed.
    pub(super) fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// Takes out the facts that are such.
    pub(super) fn take_out(&mut self, is_such: impl Fn(&(ObligationId, Evidence)) -> bool) -> Vec<(ObligationId, Evidence)> {
        self.0.iter_mut().flat_map(|list| list.extract_if(.., |fact| is_such(fact)).collect::<Vec<_>>()).collect()
    }
}

impl From<Vec<(ObligationId, Evidence)>> for EvidenceLists {
    fn from(list: Vec<(ObligationId, Evidence)>) -> Self {
        Self(vec![list])
    }
}

impl FromIterator<(ObligationId, Evidence)> for EvidenceLists {
    fn from_iter<I: IntoIterator<Item = (ObligationId, Evidence)>>(facts: I) -> Self {
        Self::from(facts.into_iter().collect::<Vec<_>>())
    }
}
