//! The facts that rules showed. Each rule's stay in the list in which it gave them: of 100,000 records all together are a tenth of what a check holds,
//! and copied into one list they would be held twice.

use super::findings::Evidence;
use crate::model::ObligationId;

/// The facts, by obligation, in the order of rules and records.
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
