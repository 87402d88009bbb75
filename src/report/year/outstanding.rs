//! What is open, and who must act: what was found and stands, what is asked and in time, minimums that are not reached yet.

use std::collections::HashMap;

use serde::Serialize;

use super::ReportScope;
use super::plain_words::{plain_statement, plain_words};
use crate::model::{Kind, RecordPath, Reference};
use crate::report::check::{FindingView, UnitFindings};
use crate::report::deadlines::{Deadline, minimums};
use crate::report::pending::{PendingView, UnitPending};
use crate::rules::Context;
use crate::text::Text;

/// What one unit has to do.
#[derive(Debug, Clone, Serialize)]
pub struct OpenUnit {
    /// The id of the unit (`gongan`).
    pub unit: String,
    /// Its short name (公安), the same in both languages.
    pub short: String,
    /// What was found, the heaviest first. What a waiver excuses and what was done late is not open.
    pub findings: Vec<FindingView>,
    /// What is asked and in time, what is due first first.
    pub pending: Vec<PendingView>,
    /// Minimums of the running year that are not reached.
    pub minimums: Vec<Deadline>,
}

impl OpenUnit {
    /// How many things are open: findings, what is pending, minimums.
    #[must_use]
    pub fn count(&self) -> usize {
        self.findings.len() + self.pending.len() + self.minimums.len()
    }
}

pub(super) fn outstanding(
    found: Vec<UnitFindings>,
    awaited: Vec<UnitPending>,
    context: &Context<'_>,
    scope: &ReportScope,
) -> Vec<OpenUnit> {
    let mut units: Vec<OpenUnit> = Vec::new();
    let (mut advice, mechanism) = (PlainAdvice::default(), &context.ledger.mechanism);
    for UnitFindings { unit, short, findings } in found {
        let open = findings.into_iter().filter(|found| found.waived_by.is_none() && !found.late);
        let plain = |found: FindingView| {
            let what = plain_statement(&found.what, mechanism, context.today);
            FindingView { remedy: advice.of(&found), what, ..found }
        };
        find_or_add_unit(&mut units, unit, short).findings = open.map(plain).collect();
    }
    for UnitPending { unit, short, pending } in awaited {
        let plain =
            |awaited: PendingView| PendingView { what: plain_statement(&awaited.what, mechanism, context.today), ..awaited };
        find_or_add_unit(&mut units, unit, short).pending = pending.into_iter().map(plain).collect();
    }
    // What an ended year lacks was found, and so was what a period lacks whose last day has come.
    if context.today.year() == scope.year() {
        for minimum in minimums(context).into_iter().filter(|minimum| minimum.on > context.today) {
            let named = minimum.units.first().cloned().zip(minimum.short.first().cloned());
            if let Some((unit, short)) = named.filter(|(unit, _)| scope.unit.as_ref().is_none_or(|of| of.as_str() == unit)) {
                find_or_add_unit(&mut units, unit, short).minimums.push(minimum);
            }
        }
    }
    units.retain(|unit| unit.count() > 0);
    units.sort_by(|a, b| (b.count(), &a.unit).cmp(&(a.count(), &b.unit)));
    units
}

/// What rules advise in plain words, each once for a kind of record: thousands are advised the same.
#[derive(Default)]
struct PlainAdvice(HashMap<(&'static str, Option<Kind>), Text>);

impl PlainAdvice {
    fn of(&mut self, found: &FindingView) -> Text {
        let named = &found.record.reference;
        let about = named.parse().or_else(|_| named.parse::<Reference>().map(|part| part.record));
        let about = about.ok().map(|record: RecordPath| record.kind());
        self.0.entry((found.code, about)).or_insert_with(|| plain_words(&found.remedy, about)).clone()
    }
}

/// The place of a unit among the others.
fn find_or_add_unit(units: &mut Vec<OpenUnit>, unit: String, short: String) -> &mut OpenUnit {
    let at = units.iter().position(|other| other.unit == unit).unwrap_or_else(|| {
        units.push(OpenUnit { unit, short, findings: Vec::new(), pending: Vec::new(), minimums: Vec::new() });
        units.len() - 1
    });
    &mut units[at]
}
