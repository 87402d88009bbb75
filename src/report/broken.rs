//! What is at fault shows nothing of being carried out: the records, and their parts, of which something is found in a year. What was done late
//! was done.

use std::collections::HashSet;

use crate::model::{Ledger, ObligationId, RecordPath, Reference};
use crate::rules::{Finding, Judgement, Level};

/// The records of which something is found in a year, by obligation.
pub(super) struct Broken<'a> {
    found: HashSet<(ObligationId, &'a RecordPath, Option<u32>)>,
}

impl<'a> Broken<'a> {
    pub(super) fn of_year(judgement: &'a Judgement, year: u16, ledger: &Ledger) -> Self {
        let of_year = |finding: &&Finding| finding.reaches(year) || is_lacking_later(finding, year);
        let of_year = judgement.findings.iter().filter(of_year);
        let weighty = of_year.filter(|finding| !finding.late && !finding.beside && Level::Advice < finding.level);
        let mut found = HashSet::new();
        for finding in weighty {
            let Some(id) = finding.obligation else { continue };
            // With one of its parts the whole is at fault.
            found.extend([(id, &finding.record, part_of(finding, ledger)), (id, &finding.record, None)]);
        }
        Self { found }
    }

    pub(super) fn holds(&self, id: ObligationId, reference: &Reference) -> bool {
        self.found.contains(&(id, &reference.record, reference.part))
    }
}

/// Whether what is found of a fact of the year was lacking only from a later year on. What was done in the year and undone later was done.
pub(super) fn is_lacking_later(finding: &Finding, year: u16) -> bool {
    let is_later = finding.on.year() == year && year < finding.since.year();
    is_later && !finding.lapsed && !finding.beside && Level::Advice < finding.level
}

/// The number of the part at which something is found (`problem[2].onsite`), where the record has parts.
fn part_of(finding: &Finding, ledger: &Ledger) -> Option<u32> {
    let RecordPath::Filed(path) = &finding.record else { return None };
    let at = finding.key.find(']').map(|end| &finding.key[..=end])?;
    let parts = ledger.happening(path)?.parts();
    parts.into_iter().find(|(key, _)| key.ends_with(at)).map(|(_, no)| no)
}
