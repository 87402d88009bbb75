//! New records that are nearly what another is: people fill in a sheet further and import it again, and a blank row tears a record apart.

use std::collections::HashMap;

use super::row_print::{Print, Seen, compared};
use crate::intake::{ColumnScope, ExpectedColumn, ExpectedSheet};
use crate::model::UnitId;
use crate::model::field::Shape;
use crate::text::Text;
use crate::tr;

/// The most new records of a sheet of which it is told that others say nearly the same.
const ALIKE: usize = 20;

/// So many records of the same words are looked at.
const SAME_WORDS: usize = 8;

/// A word of fewer characters may be of any number of records.
const TELLING: usize = 4;

/// Words by which a record is found again: whose it is, in which column they stand.
type TellingWords = (UnitId, usize, String);

/// New records that say in their own words just what another says, and differ from it in little else: a sheet that was filled in
/// further and imported again, a notice whose addressees were torn apart.
pub(super) fn alike(new: &[(u32, (UnitId, Print))], seen: &HashMap<(UnitId, Print), Seen>, asked: &ExpectedSheet) -> Vec<Text> {
    if new.is_empty() {
        return Vec::new();
    }
    let columns: Vec<&ExpectedColumn> = compared(asked).map(|(_, column)| column).collect();
    let is_words = |at: usize| matches!(columns[at].shape, Shape::Line | Shape::Prose) && columns[at].of == ColumnScope::Whole;
    let telling = |(owner, print): &(UnitId, Print)| -> Vec<TellingWords> {
        let row = print.iter().flatten().enumerate().take(columns.len());
        let told = row.filter(|(at, words)| is_words(*at) && words.chars().count() >= TELLING);
        told.map(|(at, words)| (owner.clone(), at, words.clone())).collect()
    };
    let mut by_words: HashMap<TellingWords, Vec<(&Print, &Seen)>> = HashMap::new();
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
