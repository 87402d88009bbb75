//! A workbook is easily imported twice: new rows that say just what a record of the unit says were filed before.

use std::collections::{BTreeSet, HashMap};

use super::known::LedgerRecords;
use super::sheets::cell_texts;
use crate::intake::{self, CellProblem, CellRef, ColumnScope, ColumnUse, Draft, DraftRow, ExpectedSheet};
use crate::model::field::Shape;
use crate::model::{Reference, UnitId};
use crate::report::ledger;
use crate::text::Text;
use crate::tr;

/// What the rows of a record say, one spelling a value. A number that the program gives says nothing.
type Print = Vec<Vec<String>>;

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

/// Takes out new records that the register has already, or another row of the sheet says, and tells of them.
pub(super) fn refuse(
    read: &mut intake::Drafts,
    asked: &ExpectedSheet,
    ledger: &ledger::Sheet<'_>,
    (known, owner_of): (&LedgerRecords<'_>, &dyn Fn(&Draft) -> UnitId),
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
            seen.insert(print.clone(), Seen::Row(draft.at().row + 1));
            new.push((draft.at().row + 1, print));
        }
        read.drafts.push(draft);
    }
    read.notes.extend(alike(&new, &seen, asked));
}

/// The most new records of a sheet of which it is told that others say nearly the same.
const ALIKE: usize = 20;

/// So many records of the same words are looked at.
const SAME_WORDS: usize = 8;

/// A word of fewer characters may be of any number of records.
const TELLING: usize = 4;

/// New records that say in their own words just what another says, and differ from it in little else: a sheet that was filled in
/// further and imported again, a notice whose addressees were torn apart.
fn alike(new: &[(u32, (UnitId, Print))], seen: &HashMap<(UnitId, Print), Seen>, asked: &ExpectedSheet) -> Vec<Text> {
    if new.is_empty() {
        return Vec::new();
    }
    let columns: Vec<&intake::ExpectedColumn> = compared(asked).map(|(_, column)| column).collect();
    let is_words = |at: usize| matches!(columns[at].shape, Shape::Line | Shape::Prose) && columns[at].of == ColumnScope::Whole;
    let telling = |(owner, print): &(UnitId, Print)| -> Vec<(UnitId, usize, String)> {
        let row = print.iter().flatten().enumerate().take(columns.len());
        let told = row.filter(|(at, words)| is_words(*at) && words.chars().count() >= TELLING);
        told.map(|(at, words)| (owner.clone(), at, words.clone())).collect()
    };
    let mut by_words: HashMap<(UnitId, usize, String), Vec<(&Print, &Seen)>> = HashMap::new();
    let mut places: Vec<(&(UnitId, Print), &Seen)> = seen.iter().collect();
    places.sort_by_cached_key(|(_, place)| place.order());
    for (record, place) in places {
        for words in telling(record) {
            by_words.entry(words).or_default().push((&record.1, place));
        }
    }
    let mut told = Vec::new();
    for (row, record) in new {
        let others = telling(record).into_iter().filter_map(|words| by_words.get(&words));
        // The first of all that are alike, by its row: of records that stand any will do.
        let near = others.flat_map(|others| others.iter().take(SAME_WORDS)).filter_map(|(print, place)| {
            let is_before = !matches!(place, Seen::Row(other) if other >= row);
            let differ = differing(&record.1, print, &is_words).filter(|_| is_before)?;
            Some((matches!(place, Seen::Row(_)), place, differ))
        });
        let Some((_, place, differ)) = near.min_by_key(|(is_row, _, differ)| (*is_row, differ.clone())) else { continue };
        let headings = differ.iter().map(|at| columns[*at].heading.clone()).collect::<Vec<_>>();
        let headings = Text::join(&headings, "、", ", ");
        let (zh, en) = (headings.zh(), headings.en());
        told.push(match place {
            Seen::Filed(title) => {
                let (title_zh, title_en) = (title.zh(), title.en());
                tr!(
                    "第 {row} 行与已登记的 {title_zh} 只差“{zh}”，作为新的一条；是同一件事的，请在导出的台账上补填，不要另登记";
                    "row {row} differs from {title_en} only in \"{en}\" and is a new record; where it is the same matter, fill that in on an exported ledger instead"
                )
            }
            Seen::Row(other) => tr!(
                "第 {row} 行与第 {other} 行只差“{zh}”，作为两条；是同一件事的，请写成相连的行，或删去一行";
                "row {row} differs from row {other} only in \"{en}\", and they are two records; where they are one matter, let their rows follow each other or delete one"
            ),
        });
        if told.len() == ALIKE {
            break;
        }
    }
    told
}

/// In which columns two records differ, where that is little: one of them says nothing there, or a single cell that is no text says
/// another thing.
fn differing(one: &Print, other: &Print, is_words: &dyn Fn(usize) -> bool) -> Option<Vec<usize>> {
    let (one, other) = (one.first()?, other.first()?);
    let differ: Vec<usize> = (0..one.len().min(other.len())).filter(|at| one[*at] != other[*at]).collect();
    let contradict = differ.iter().filter(|at| !one[**at].is_empty() && !other[**at].is_empty());
    let contradict: Vec<&usize> = contradict.collect();
    let is_near = contradict.len() <= 1 && contradict.iter().all(|at| !is_words(**at)) && differ.len() <= 3;
    (is_near && !differ.is_empty()).then_some(differ)
}

/// Where rows were met that say the same.
enum Seen {
    /// In the register, as a record of that title.
    Filed(Text),
    /// In a row of the sheet, counted from 1.
    Row(u32),
}

impl Seen {
    /// What was filed stands before rows, which stand as on the sheet.
    fn order(&self) -> (u32, String) {
        match self {
            Self::Filed(title) => (0, title.zh().to_owned()),
            Self::Row(row) => (*row, String::new()),
        }
    }
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

fn compared(asked: &ExpectedSheet) -> impl Iterator<Item = (usize, &intake::ExpectedColumn)> {
    let is_given = |column: &intake::ExpectedColumn| column.of == ColumnScope::Key && matches!(column.shape, Shape::Count);
    asked.columns.iter().enumerate().filter(move |(_, column)| column.used == ColumnUse::Taken && !is_given(column))
}

fn spelled(change: &intake::CellChange, known: &LedgerRecords<'_>) -> String {
    change.value.as_deref().map(|value| known.spelled(change.column, value)).unwrap_or_default()
}

/// One spelling of a value; a no says nothing.
fn printed(at: usize, column: &intake::ExpectedColumn, words: String, known: &LedgerRecords<'_>) -> String {
    let read = if words.is_empty() { words } else { known.spelled(at, &words) };
    if matches!(column.shape, Shape::Flag) && read == "false" { String::new() } else { read }
}
