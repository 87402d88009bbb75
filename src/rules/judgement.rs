//! What all rules together say of a register.

use std::collections::{BTreeSet, HashMap};

use super::evidence::{Doubt, EvidenceLists};
use super::finding::{Finding, Pending};
use crate::model::{ObligationId, RecordPath};
use crate::text::Text;

/// Everything that was found, every fact to which an obligation applied, and what is still to be done in time.
#[derive(Debug, Default)]
pub struct Judgement {
    /// What was found, in the order of rules and records.
    pub findings: Vec<Finding>,
    /// The facts, by obligation.
    pub evidence: EvidenceLists,
    /// The facts of which the register does not show whether they fulfil what is asked.
    pub doubts: Vec<(ObligationId, Doubt)>,
    /// What is asked and whose term still runs. Minimums that run on are no part of it: they are counted by period.
    pub pending: Vec<Pending>,
}

impl Judgement {
    /// What was found of one record.
    pub fn about(&self, record: &RecordPath) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.record == *record)
    }

    /// Leaves out all that is about some records: of what they are nothing is told.
    pub fn leave_out(&mut self, keeps: impl Fn(&RecordPath) -> bool) {
        self.findings.retain(|found| !keeps(&found.record));
        drop(self.evidence.take_out(|(_, fact)| keeps(&fact.reference.record)));
        self.doubts.retain(|(_, doubt)| !keeps(&doubt.evidence.reference.record));
        self.pending.retain(|pending| !keeps(&pending.record));
    }

    /// Takes what some records show for such of which nobody can tell.
    pub(super) fn set_doubtful_apart(&mut self, records: &BTreeSet<RecordPath>, why: &Text) {
        if records.is_empty() {
            return;
        }
        let doubtful = self.evidence.take_out(|(_, fact)| records.contains(&fact.reference.record));
        self.doubts.extend(doubtful.into_iter().map(|(id, evidence)| (id, Doubt { evidence, why: why.clone() })));
    }

    /// What was found, by record.
    #[must_use]
    pub fn by_record(&self) -> HashMap<&RecordPath, Vec<&Finding>> {
        let mut records: HashMap<&RecordPath, Vec<&Finding>> = HashMap::new();
        for finding in &self.findings {
            records.entry(&finding.record).or_default().push(finding);
        }
        records
    }
}
