//! What rules find about a record that is filed. Only what it points at is read besides: never the register.

use super::file::FilingWork;
use super::fix::command;
use crate::model::{KeyPath, Leaf, Record, RecordPath, Reference};
use crate::ops;
use crate::report::{self, FindingView, Guide};
use crate::rules::{self, Context, Unverified};
use crate::store;

impl FilingWork<'_> {
    /// What rules find about the record, judged with what it points at: the register itself is not read.
    pub(super) fn judge_record(&self, path: &RecordPath, record: &Record) -> anyhow::Result<Vec<FindingView>> {
        let own = path.clone();
        let mut others = Vec::new();
        record.visit(&mut |_: &KeyPath<'_>, leaf| {
            if let Leaf::Reference(Reference { record: other, .. }) = leaf
                && *other != own
                && !others.contains(other)
            {
                others.push(other.clone());
            }
        });
        let mut records = self.register.known.records.clone();
        let mut unreadable = self.register.known.unreadable.clone();
        for other in others {
            match store::load_record(&self.register.source, &other) {
                Ok(Some(found)) => records.push((other, found)),
                Ok(None) => {}
                Err(_) => drop(unreadable.insert(other)),
            }
        }
        records.retain(|(path, _)| *path != own);
        records.push((own.clone(), record.clone()));
        let ledger = ops::ledger(records, unreadable)?;
        let today = self.register.today();
        let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
        let guide = Guide { command: &|finding| command(finding, &ledger), ..Guide::NONE };
        Ok(report::findings(&context, rules::judge_register(&context).about(&own), guide))
    }
}
