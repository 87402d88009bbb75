//! 待办: what is asked and still in time, by the unit that must act.

use std::collections::BTreeMap;

use serde::Serialize;

use super::named::Named;
use crate::model::{Day, Mechanism, UnitId};
use crate::rules::{Level, Pending};
use crate::text::Text;

/// One thing to be done, ready to be read.
#[derive(Debug, Clone, Serialize)]
pub struct PendingView {
    /// The last day on which it is in time.
    pub due: Day,
    /// Whether that day is near, by the setting of the register.
    pub near: bool,
    /// What is to be done.
    pub what: Text,
    /// The record that asks for it.
    pub record: Named,
    /// The short name of the unit whose matter it was, where that has ended and this one took over from it.
    pub taken_over_from: Option<String>,
    /// Its path from the top of the register, with `.toml`.
    pub file: String,
    /// At which key it will be recorded.
    pub key: String,
    /// The day of the fact.
    pub on: Day,
    /// How much it will weigh should it not be done.
    pub level: Level,
    /// The code of the rule that will find it then.
    pub code: &'static str,
    /// The name of that rule.
    pub rule: &'static str,
    /// The id of the obligation that asks it (`O7`).
    pub obligation: String,
    /// The clause, as papers cite it.
    pub clause: Option<String>,
}

/// What one unit has to do.
#[derive(Debug, Clone, Serialize)]
pub struct UnitPending {
    /// The id of the unit (`gongan`).
    pub unit: String,
    /// Its short name (公安), the same in both languages.
    pub short: String,
    /// What is due first, first.
    pub pending: Vec<PendingView>,
}

/// Each thing beside the unit that must do it, the first due first.
pub(super) fn by_unit<'a>(pending: impl Iterator<Item = &'a Pending>, mechanism: &'a Mechanism, today: Day) -> Vec<UnitPending> {
    let mut units = BTreeMap::<&UnitId, Vec<PendingView>>::new();
    for pending in pending {
        units.entry(&pending.actor).or_default().push(view(pending, mechanism, today));
    }
    let of_unit = |(unit, mut pending): (&UnitId, Vec<PendingView>)| {
        pending.sort_by(|a, b| (a.due, &a.file, &a.key, a.code).cmp(&(b.due, &b.file, &b.key, b.code)));
        UnitPending { unit: unit.to_string(), short: mechanism.short(unit).to_owned(), pending }
    };
    units.into_iter().map(of_unit).collect()
}

fn view(pending: &Pending, mechanism: &Mechanism, today: Day) -> PendingView {
    PendingView {
        due: pending.due,
        near: mechanism.is_near(today, pending.due),
        what: pending.what.clone(),
        record: Named::of_record(&pending.record, mechanism),
        taken_over_from: pending.taken_over_from.as_ref().map(|unit| mechanism.short(unit).to_owned()),
        file: pending.record.file(),
        key: pending.key.clone(),
        on: pending.on,
        level: pending.level,
        code: pending.rule.code,
        rule: pending.rule.name,
        obligation: pending.obligation.to_string(),
        clause: mechanism.clause(pending.clause, pending.on).map(|clause| clause.path.as_str().to_owned()),
    }
}
