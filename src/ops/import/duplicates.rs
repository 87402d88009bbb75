//! A workbook is easily imported twice: new rows that say just what a record of the unit says were filed before.

use std::collections::{BTreeSet, HashMap};

use super::alike;
use super::known::LedgerRecords;
use super::row_print::{NewRecords, Print, Seen, compared, printed};
use super::sheets::cell_texts;
use crate::intake::{self, CellProblem, CellRef, ColumnScope, Draft, DraftRow, ExpectedSheet, InputSheet};
use crate::model::{Reference, UnitId};
use crate::report::ledger;
use crate::text::Text;
use crate::tr;

/// Tells of new rows that say of the items of a record just what another row of it says.
pub(super) fn refuse_rows(read: &mut intake::Drafts, asked: &ExpectedSheet, known: &LedgerRecords<'_>) {
    let is_item = |column: usize| asked.columns[column].of != ColumnScope::Whole;
    let unread: BTreeSet<u32> = read.problems.iter().map(|problem| problem.at.row).collect();
    let mut twice = Vec::new();
    for draft in &read.drafts {
        let mut seen: HashMap<Vec<(usize, String)>, u32> = HashMap::new();
        for row in draft.rows.iter().filter(|row| row.shown.is_none() && !unread.contains(&row.row)) {
            let items = row.changes.iter().filter(|change| is_item(change.column));
            let print: Vec<(usize, String)> = items.map(|change| (change.column, spelled(change, known))).collect();
            if print.is_empty() {
                continue;
            }
            match seen.get(&print) {
                Some(other) => {
                    twice.push((row.changes.first().map_or(CellRef { row: row.row, column: 0 }, |change| change.at), *other));
                }
                None => drop(seen.insert(print, row.row)),
            }
        }
    }
    read.problems.extend(twice.into_iter().map(|(at, other)| {
        let other = other + 1;
        let what = tr!("这一行与第 {other} 行说的是同一项，请删去一行"; "this row says of the same item what row {other} says; delete one of the two");
        CellProblem { at, what }
    }));
}

/// Takes out new records that the register has already, or another row of the file says, and tells of them.
pub(super) fn refuse(
    read: &mut intake::Drafts,
    asked: &ExpectedSheet,
    ledger: &ledger::Sheet<'_>,
    (known, owner_of): (&LedgerRecords<'_>, &dyn Fn(&Draft) -> UnitId),
    (sheet, elsewhere): (&InputSheet, &mut NewRecords),
) {
    if read.drafts.iter().all(|draft| draft.reference.is_some()) {
        return;
    }
    let owners: BTreeSet<UnitId> = read.drafts.iter().filter(|draft| draft.reference.is_none()).map(owner_of).collect();
    let mut seen = filed(asked, ledger, known, &owners);
    let mut new = Vec::new();
    // What could not be read of a row may be just what tells it from another.
    let unread: BTreeSet<u32> = read.problems.iter().map(|problem| problem.at.row).collect();
    for draft in std::mem::take(&mut read.drafts) {
        if draft.reference.is_none() && draft.rows.iter().all(|row| !unread.contains(&row.row)) {
            let print = (owner_of(&draft), of_draft(&draft, asked, known));
            match seen.get(&print) {
                Some(Seen::Filed(title)) => {
                    let (zh, en) = (title.zh(), title.en());
                    let what = tr!("这一行与 {zh} 完全相同，已经登记过了；请删去这一行"; "this row says just what {en} says: it was filed before; delete the row");
                    read.problems.push(CellProblem { at: draft.at(), what });
                    continue;
                }
                Some(Seen::Row(row)) => {
                    let what = tr!("这一行与第 {row} 行完全相同；请删去一行，确为两件事的，请在内容中写出区别"; "this row says just what row {row} says; delete one of them, or where they are two let their words tell them apart");
                    read.problems.push(CellProblem { at: draft.at(), what });
                    continue;
                }
                None => {}
            }
            let at_all = (ledger.topic.id(), print.0.clone(), print.1.clone());
            if let Some(place) = elsewhere.get(&at_all) {
                let what = tr!("这一行与 {place} 那一行完全相同；请删去一行，确为两件事的，请在内容中写出区别"; "this row says just what the row of {place} says; delete one of them, or where they are two let their words tell them apart");
                read.problems.push(CellProblem { at: draft.at(), what });
                continue;
            }
            elsewhere.insert(at_all, sheet.place(draft.at()));
            seen.insert(print.clone(), Seen::Row(draft.at().row + 1));
            new.push((draft.at().row + 1, print));
        }
        read.drafts.push(draft);
    }
    read.notes.extend(alike::alike(&new, &seen, asked));
}

/// What the units filed so far.
fn filed(
    asked: &ExpectedSheet,
    ledger: &ledger::Sheet<'_>,
    known: &LedgerRecords<'_>,
    owners: &BTreeSet<UnitId>,
) -> HashMap<(UnitId, Print), Seen> {
    let mut records: HashMap<String, (UnitId, Print, Text)> = HashMap::new();
    for row in ledger.rows.each() {
        let reference: Option<Reference> = row.named.reference.parse().ok();
        let owner = reference.and_then(|reference| reference.record.owner().cloned()).filter(|owner| owners.contains(owner));
        if let Some(owner) = owner {
            let values = compared(asked).map(|(at, column)| printed(at, column, cell_texts(&row.cells[at])[0].clone(), known));
            let record = intake::record_named(&row.named.reference).to_owned();
            records.entry(record).or_insert_with(|| (owner, Vec::new(), row.named.title)).1.push(values.collect());
        }
    }
    records.into_values().map(|(owner, print, title)| ((owner, print), Seen::Filed(title))).collect()
}

/// What new rows say; of the record as a whole each of them says what any does.
fn of_draft(draft: &Draft, asked: &ExpectedSheet, known: &LedgerRecords<'_>) -> Print {
    let whole = whole(draft, asked);
    let print = |row: &DraftRow| {
        let value = |at: usize, column: &intake::ExpectedColumn| {
            let own = row.changes.iter().find(|change| change.column == at);
            let said = own.or_else(|| whole.get(&at).copied());
            printed(at, column, said.and_then(|change| change.value.clone()).unwrap_or_default(), known)
        };
        compared(asked).map(|(at, column)| value(at, column)).collect()
    };
    draft.rows.iter().map(print).collect()
}

/// What the first row that speaks of the record as a whole says in each column.
fn whole<'a>(draft: &'a Draft, asked: &ExpectedSheet) -> HashMap<usize, &'a intake::CellChange> {
    let mut whole = HashMap::new();
    let changes = draft.rows.iter().flat_map(|row| &row.changes);
    for change in changes.filter(|change| asked.columns[change.column].of == ColumnScope::Whole) {
        whole.entry(change.column).or_insert(change);
    }
    whole
}

fn spelled(change: &intake::CellChange, known: &LedgerRecords<'_>) -> String {
    change.value.as_deref().map(|value| known.spelled(change.column, value)).unwrap_or_default()
}
