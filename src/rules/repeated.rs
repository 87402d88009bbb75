//! What is asked of an act that stands in two records is asked at the first of them: the other is told of once, as filed twice (`act-filed-twice`),
//! and judged only for what the first does not hold.

use std::collections::{BTreeMap, BTreeSet};

use super::form::later_records;
use super::rule::{Rule, RuleNature};
use super::{Context, Judgement, minimum};
use crate::model::{FiledPath, KeyPath, KeyStep, Leaf, Ledger, Prose, RecordPath, plain_name};

/// What of an act may be asked for: a record that names one of these which the first does not is asked for all that an act with it is.
const ASKED_FOR: [&str; 4] = ["problem", "task", "unresolved", "decided"];

/// The later records of acts, each with the first.
pub(super) struct LaterRecords<'a> {
    records: BTreeMap<RecordPath, &'a FiledPath>,
    /// Those that name something which the first does not.
    adding: BTreeSet<RecordPath>,
    ledger: &'a Ledger,
}

impl<'a> LaterRecords<'a> {
    pub(super) fn of(context: &Context<'a>) -> Self {
        let records = later_records(context).into_iter();
        let records = records.map(|(later, first)| (RecordPath::Filed(later.clone()), first)).collect();
        let mut later = Self { records, adding: BTreeSet::new(), ledger: context.ledger };
        later.adding =
            later.records.iter().filter(|(record, first)| later.adds(record, first)).map(|(record, _)| record.clone()).collect();
        later
    }

    /// Whether a later record names something that the first does not.
    fn adds(&self, record: &RecordPath, first: &FiledPath) -> bool {
        let RecordPath::Filed(later) = record else { return false };
        ASKED_FOR.into_iter().any(|list| {
            let at = [KeyStep::Key(list.into())];
            let of_first = self.items(first, &at);
            self.items(later, &at).iter().any(|(_, own)| own.is_none() || !of_first.iter().any(|(_, other)| other == own))
        })
    }

    /// Leaves out what a rule says of them that it says of the first as well. How often something was done, and what form asks of a file,
    /// is another matter.
    pub(super) fn leave_out(&self, rule: &Rule, judgement: &mut Judgement) {
        if self.records.is_empty() || rule.nature != RuleNature::Conduct || rule.code == minimum::RULE.code {
            return;
        }
        judgement.findings.retain(|found| !self.stands_in_first(&found.record, &found.key));
        judgement.pending.retain(|asked| !self.stands_in_first(&asked.record, &asked.key));
        let is_later = |record: &RecordPath| self.records.contains_key(record) && !self.adding.contains(record);
        drop(judgement.evidence.take_out(|(_, fact)| fact.reference.part.is_none() && is_later(&fact.reference.record)));
        judgement
            .doubts
            .retain(|(_, doubt)| doubt.evidence.reference.part.is_some() || !is_later(&doubt.evidence.reference.record));
    }

    /// Whether what a later record has at a key is the first one's matter: of lists each item that the first has as well, and all that is there once,
    /// unless it names what the first does not. A problem that only the second names is judged there, with what is to be done about it.
    fn stands_in_first(&self, record: &RecordPath, key: &str) -> bool {
        let (Some(first), RecordPath::Filed(later)) = (self.records.get(record), record) else { return false };
        let steps = KeyPath::from(key);
        let Some(at) = steps.steps().iter().position(|step| matches!(step, KeyStep::Item(_))) else {
            return !self.adding.contains(record);
        };
        let item = &steps.steps()[..=at];
        let Some(own) = self.items(later, &item[..at]).into_iter().find(|(steps, _)| steps == item) else { return true };
        match own.1 {
            Some(own) => self.items(first, &item[..at]).into_iter().any(|(_, other)| other.as_ref() == Some(&own)),
            None => false,
        }
    }

    /// The items of a list of a record, or the one text that stands there, each with all that is said of it but its number; without that where the
    /// words are not at hand.
    fn items(&self, path: &FiledPath, list: &[KeyStep]) -> Vec<(Vec<KeyStep>, Option<BTreeSet<String>>)> {
        let mut items: Vec<(Vec<KeyStep>, Option<BTreeSet<String>>)> = Vec::new();
        let Some(record) = self.ledger.happening(path) else { return items };
        record.leaves(&mut |at, leaf| {
            let steps = at.steps();
            if !steps.starts_with(list) {
                return;
            }
            let item = steps.get(..=list.len()).unwrap_or(steps);
            if items.last().is_none_or(|(last, _)| last != item) {
                items.push((item.to_vec(), Some(BTreeSet::new())));
            }
            let key = match &steps[item.len()..] {
                [] => "",
                [KeyStep::Key(key)] if key != "no" => key,
                _ => return,
            };
            if let Some((_, told)) = items.last_mut() {
                let words = match leaf {
                    Leaf::Prose(text) => Prose::open(text).map(plain_name),
                    other => Some(format!("{other:?}")),
                };
                *told = told.take().zip(words).map(|(mut told, words)| {
                    told.insert(format!("{key} {words}"));
                    told
                });
            }
        });
        items
    }
}
