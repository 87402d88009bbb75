//! `list`: records of one kind as rows under the headings of their FIELDS.

mod column;
mod condition;
mod order;
mod tasks;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::display::display;
use super::named::Named;
use crate::model::field::{Field, Shape};
use crate::model::{Content, Day, KeyPath, Kind, Leaf, Mechanism, MineId, Party, Record, RecordPath, UnitId};
use crate::text::Text;
use column::ListColumn;
use order::{SortOrder, SortRank};

pub use condition::{Condition, NameMeant};
pub use tasks::{TaskFilter, list_tasks};

/// Which records are wanted.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only those of that unit.
    pub unit: Option<UnitId>,
    /// Only what happened in that year.
    pub year: Option<u16>,
    /// Only what happened on that day or later.
    pub since: Option<Day>,
    /// Only what happened on that day or earlier.
    pub until: Option<Day>,
    /// Only what names that mine.
    pub mine: Option<MineId>,
    /// Only what holds that text somewhere.
    pub words: Option<String>,
    /// Only those of which all of this is so: `major=true`, 整改.整改期限<2025-06-01, `closed=` where there is none.
    pub conditions: Vec<Condition>,
    /// Only these.
    pub among: Option<BTreeSet<RecordPath>>,
}

/// How records are listed. Keys are named as in files or by their headings, those of a table after a dot.
#[derive(Debug, Clone, Default)]
pub struct Arrangement {
    /// What of them is wanted.
    pub form: ListingForm,
    /// The keys that are shown, where they are chosen; by a comma apart.
    pub columns: Option<String>,
    /// By which keys they are sorted, by a comma apart, with a minus from the last to the first; else in the order of paths.
    pub sort: Option<String>,
    /// How many are listed at most.
    pub limit: Option<usize>,
}

/// What of records is wanted: of ten thousands, the rest costs as much as reading them did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListingForm {
    /// For a table on a terminal: the most telling keys, those first.
    Telling,
    /// Every key, as rows.
    #[default]
    Rows,
    /// The records as values.
    Values,
    /// How many there are of each that say the same in the columns that were chosen.
    Counts,
}

/// Records of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct Listing {
    /// The headings.
    pub headings: Vec<Text>,
    /// The cells, in the order of the headings; empty where a key is absent.
    pub rows: Vec<Vec<Text>>,
    /// The references of the records of those rows; none where rows are counted.
    #[serde(skip)]
    pub references: Vec<String>,
    /// How many there are, listed or not.
    pub total: usize,
    /// The records as values: reference and content.
    #[serde(skip)]
    pub values: Vec<Value>,
    /// The columns that are enough for a table on a terminal.
    #[serde(skip)]
    pub shown: Vec<usize>,
}

impl Listing {
    /// How many rows say the same in the columns that are shown, the most first; as values too.
    fn counted(&self) -> Self {
        let shown = |cells: &[Text]| self.shown.iter().filter_map(|at| cells.get(*at).cloned()).collect::<Vec<_>>();
        let mut groups: BTreeMap<Vec<Text>, usize> = BTreeMap::new();
        for row in &self.rows {
            *groups.entry(shown(row)).or_default() += 1;
        }
        let mut groups: Vec<(Vec<Text>, usize)> = groups.into_iter().collect();
        groups.sort_by_key(|(_, count)| Reverse(*count));
        let mut headings = shown(&self.headings);
        headings.push(Text::fixed("件数", "count"));
        let values = groups.iter().map(|(of, count)| json!({ "of": of, "count": count })).collect();
        let row = |(of, count): (Vec<Text>, usize)| of.into_iter().chain([Text::same(count.to_string())]).collect();
        let total = groups.len();
        Self {
            shown: (0..headings.len()).collect(),
            headings,
            references: Vec::new(),
            rows: groups.into_iter().map(row).collect(),
            total,
            values,
        }
    }
}

/// How many keys a table on a terminal shows beside the reference, where none were chosen.
const NARROW: usize = 6;

/// A record that the filter lets through, or an item of one.
struct PassingItem<'a> {
    filed: &'a (RecordPath, Record),
    item: usize,
    ranks: Vec<Option<SortRank>>,
}

/// Lists the records that a filter lets through.
///
/// # Errors
/// The filter or the arrangement names a key that the kind does not have, or asks what cannot be asked of one.
pub fn list(
    kind: Kind,
    records: &[(RecordPath, Record)],
    mechanism: &Mechanism,
    (filter, arrangement): (&Filter, &Arrangement),
) -> Result<Listing, Text> {
    let (inner, fields) = rows_of(kind).map_or((None, kind.fields()), |(key, fields)| (Some(key), fields));
    let label = kind.label();
    let order = SortOrder::read(arrangement.sort.as_deref().unwrap_or_default(), &label, fields)?;
    let columns = columns_of(kind, arrangement, fields)?;
    // The one file of a kind needs no number, and what is counted has none.
    let numbered = !kind.is_single() && arrangement.form != ListingForm::Counts;

    let agrees = |item: &Content<'_>| {
        filter.conditions.iter().all(|condition| condition.holds(item, mechanism))
            && filter.words.as_ref().is_none_or(|words| holds(item, words))
    };
    // Of which nothing is asked but its path and its day need not be put into words before it is known to be shown.
    let is_whole = inner.is_none() && filter.conditions.is_empty() && filter.words.is_none() && order.is_natural();
    let of_record = |filed| {
        if is_whole {
            return vec![PassingItem { filed, item: 0, ranks: Vec::new() }];
        }
        let items = items_of(&filed.1, inner).into_iter().enumerate().filter(|(_, item)| agrees(item));
        items.map(|(at, item)| PassingItem { filed, item: at, ranks: order.ranks(&item, mechanism) }).collect()
    };
    let passing = records.par_iter().filter(|(path, record)| path.kind() == kind && passes(path, record, filter));
    let mut wanted: Vec<PassingItem<'_>> = passing.flat_map_iter(of_record).collect();
    if !order.is_natural() {
        wanted.sort_by(|one, other| order.compare(&one.ranks, &other.ranks));
    }
    let total = wanted.len();
    wanted.truncate(arrangement.limit.unwrap_or(total));

    let row = |(path, record): &(RecordPath, Record), named: &Named, item: &Content<'_>| -> Vec<Text> {
        let cell = |column: &ListColumn| match column.field().key {
            "system" if kind.is_happening() => system(path, record, mechanism),
            _ => cell(column, item, mechanism),
        };
        numbered.then(|| named.title.clone()).into_iter().chain(columns.iter().map(cell)).collect()
    };
    let value = |named: &Named, item: &Content<'_>| match arrangement.columns {
        None => json!({ "ref": named.reference, "record": item }),
        Some(_) => json!({ "ref": named.reference, "record": chosen(&columns, item) }),
    };
    let shown = |PassingItem { filed, item, .. }: &PassingItem<'_>| {
        let named = Named::of_record(&filed.0, mechanism);
        let item = &items_of(&filed.1, inner)[*item];
        let (row, value) = match arrangement.form {
            ListingForm::Values => (Vec::new(), Some(value(&named, item))),
            ListingForm::Telling | ListingForm::Rows | ListingForm::Counts => (row(filed, &named, item), None),
        };
        (named.reference, (row, value))
    };
    let (references, (rows, values)) = wanted.par_iter().map(shown).collect::<(Vec<_>, (Vec<Vec<Text>>, Vec<_>))>();
    let headings = numbered.then_some(Text::fixed("编号", "record")).into_iter().chain(columns.iter().map(ListColumn::heading));
    let headings: Vec<Text> = headings.collect();
    let says = |column: &usize| rows.iter().any(|row: &Vec<Text>| row.get(*column).is_some_and(|cell| !cell.is_empty()));
    let shown = match arrangement.columns {
        Some(_) => (0..headings.len()).collect(),
        None => (0..headings.len()).filter(says).take(NARROW + 1).collect(),
    };
    let listing = Listing { headings, rows, references, total, values: values.into_iter().flatten().collect(), shown };
    Ok(if arrangement.form == ListingForm::Counts { listing.counted() } else { listing })
}

/// The columns that are listed.
fn columns_of(kind: Kind, arrangement: &Arrangement, fields: &'static [Field]) -> Result<Vec<ListColumn>, Text> {
    if let Some(chosen) = &arrangement.columns {
        let names = chosen.split([',', '，']).map(str::trim).filter(|name| !name.is_empty());
        return names.map(|name| ListColumn::named(name, &kind.label(), fields)).collect();
    }
    let telling = kind.telling_keys().iter().filter_map(|key| fields.iter().find(|field| field.key == *key));
    Ok(match arrangement.form {
        ListingForm::Telling if !kind.telling_keys().is_empty() => telling.map(ListColumn::of).collect(),
        _ => fields.iter().map(ListColumn::of).collect(),
    })
}

/// The keys that were chosen, by their names with dots: a value, or more than one where a list is on the way.
fn chosen(columns: &[ListColumn], item: &Content<'_>) -> Map<String, Value> {
    let entry = |column: &ListColumn| {
        let values: Vec<Value> = column.values(item).into_iter().map(|value| json!(value)).collect();
        let value = match <[Value; 1]>::try_from(values) {
            Ok([value]) => value,
            Err(values) if values.is_empty() => Value::Null,
            Err(values) => Value::Array(values),
        };
        (column.key(), value)
    };
    columns.iter().map(entry).collect()
}

/// A file that is little more than one list (clauses, obligations, the duties of a unit) is shown item by item.
fn rows_of(kind: Kind) -> Option<(&'static str, &'static [Field])> {
    let (tables, plain): (Vec<&Field>, Vec<&Field>) = kind.fields().iter().partition(|field| field.shape.is_tables());
    let list = |field: &&Field| match &field.shape {
        Shape::List(Shape::Table(fields)) => Some((field.key, *fields)),
        _ => None,
    };
    let lists = if kind.is_single() { tables.len() } else { 1 };
    if plain.len() > 1 || tables.len() > lists {
        return None;
    }
    tables.first().and_then(list)
}

/// The items of such a record, or a record of another kind as it is.
fn items_of<'a>(record: &'a Record, inner: Option<&str>) -> Vec<Content<'a>> {
    match inner {
        Some(key) => record.content().into_items(key),
        None => vec![record.content()],
    }
}

fn passes(path: &RecordPath, record: &Record, filter: &Filter) -> bool {
    let on = record.happening().and_then(crate::model::Happening::on);
    let year = || match path {
        RecordPath::Filed(filed) => Some(on.map_or(filed.year, Day::year)),
        RecordPath::Calendar(year) => Some(*year),
        _ => None,
    };
    let unit = || match path {
        RecordPath::OfUnit(_, unit) => Some(unit),
        path => path.owner(),
    };
    let mine = |wanted: &MineId| match path {
        RecordPath::Mine(mine) | RecordPath::Licences(mine, _) => mine == wanted,
        _ => {
            let mut named = false;
            record.visit(&mut |_: &KeyPath, leaf| named |= names_mine(leaf, wanted));
            named
        }
    };
    filter.among.as_ref().is_none_or(|among| among.contains(path))
        && filter.unit.as_ref().is_none_or(|wanted| unit() == Some(wanted))
        && filter.year.is_none_or(|wanted| year() == Some(wanted))
        && filter.since.is_none_or(|since| on.is_some_and(|on| since <= on))
        && filter.until.is_none_or(|until| on.is_some_and(|on| on <= until))
        && filter.mine.as_ref().is_none_or(mine)
}

fn names_mine(leaf: Leaf<'_>, wanted: &MineId) -> bool {
    match leaf {
        Leaf::Reference(reference) => reference.mine() == Some(wanted),
        Leaf::Mine(mine) | Leaf::Party(Party::Mine(mine)) => mine == wanted,
        _ => false,
    }
}

fn holds(content: &Content<'_>, words: &str) -> bool {
    match content {
        Content::Leaf(Leaf::Flag(_) | Leaf::Count(_) | Leaf::Listed(..)) => false,
        Content::Leaf(leaf) => leaf.to_string().contains(words),
        Content::List(items) => items.iter().any(|item| holds(item, words)),
        Content::Table(entries) => entries.iter().any(|(_, value)| holds(value, words)),
    }
}

/// What a record says under a heading; its own id is not put into words, for that is what files write.
fn cell(column: &ListColumn, item: &Content<'_>, mechanism: &Mechanism) -> Text {
    let values = column.values(item);
    match (column.field().key, &values[..], &column.field().shape) {
        ("id", [Content::Leaf(id)], Shape::Pattern(_)) => Text::same(id.to_string()),
        (_, [value], _) => display(value, mechanism),
        (_, values, _) => {
            let values: Vec<Text> = values.iter().map(|value| display(value, mechanism)).collect();
            Text::join(&values, "、", ", ")
        }
    }
}

/// The system that a record names or, where there are several of its kind, to which it belongs.
fn system(path: &RecordPath, record: &Record, mechanism: &Mechanism) -> Text {
    let (RecordPath::Filed(filed), Some(happening)) = (path, record.happening()) else { return Text::default() };
    let Some((carrier, named)) = happening.carries() else { return Text::default() };
    let on = happening.on().unwrap_or(Day::last_of(filed.year));
    let wanted = named.is_some() || mechanism.has_siblings(carrier);
    match mechanism.system_of(&filed.unit, happening, on).filter(|_| wanted) {
        Some(system) => Text::same(system.name.as_str()),
        None => named.map_or_else(Text::default, |named| Text::same(named.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_records_apart_is_among_their_keys() {
        for kind in Kind::ALL {
            for key in kind.telling_keys() {
                assert!(kind.fields().iter().any(|field| field.key == *key), "{} has no {key}", kind.folder());
            }
        }
    }
}
