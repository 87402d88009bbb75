//! `list`: records of one kind as rows under the headings of their FIELDS.

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::display::display;
use super::named::Named;
use crate::model::field::{Field, Shape};
use crate::model::{Content, Day, KeyPath, Kind, Leaf, Mechanism, MineId, Party, Record, RecordPath, UnitId};
use crate::text::Text;
use crate::tr;

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
    /// Only those whose key has that value.
    pub equal: Vec<(String, String)>,
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
}

/// Records of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct Listing {
    /// The headings.
    pub headings: Vec<Text>,
    /// The cells, in the order of the headings; empty where a key is absent.
    pub rows: Vec<Vec<Text>>,
    /// The records as values: reference and content.
    #[serde(skip)]
    pub values: Vec<Value>,
}

/// How many keys a table on a terminal shows beside the reference.
const NARROW: usize = 6;

/// Lists the records that a filter lets through, in the order of paths.
///
/// # Errors
/// A filter names a key that the kind does not have.
pub fn list(
    (kind, form): (Kind, ListingForm),
    records: &[(RecordPath, Record)],
    mechanism: &Mechanism,
    filter: &Filter,
) -> Result<Listing, Text> {
    for (key, _) in &filter.equal {
        known(kind, key)?;
    }
    let inner = rows_of(kind);
    let fields: Vec<&Field> = match (form, inner.map_or(kind.fields(), |(_, fields)| fields)) {
        (ListingForm::Telling, fields) if !kind.telling_keys().is_empty() => {
            kind.telling_keys().iter().filter_map(|key| fields.iter().find(|field| field.key == *key)).collect()
        }
        (_, fields) => fields.iter().collect(),
    };
    // The one file of a kind needs no number.
    let numbered = !kind.is_single();
    let row = |(path, record): &(RecordPath, Record), named: &Named, item: &Content<'_>| -> Vec<Text> {
        let cells = fields.iter().map(|field| match field.key {
            "system" if kind.is_happening() => system(path, record, mechanism),
            key => column(item.get(key), field, mechanism),
        });
        numbered.then(|| named.title.clone()).into_iter().chain(cells).collect()
    };
    let of_record = |filed: &(RecordPath, Record)| {
        let named = Named::of_record(&filed.0, mechanism);
        let content = filed.1.content();
        let items = match inner {
            Some((key, _)) => content.into_items(key),
            None => vec![content],
        };
        let wanted = items.into_iter().filter(|item| agrees(item, filter));
        let made = wanted.map(|item| match form {
            ListingForm::Values => (None, Some(serde_json::json!({ "ref": named.reference, "record": item }))),
            ListingForm::Telling | ListingForm::Rows => (Some(row(filed, &named, &item)), None),
        });
        made.collect::<Vec<(Option<Vec<Text>>, Option<Value>)>>()
    };
    let wanted = records.par_iter().filter(|(path, record)| path.kind() == kind && passes(path, record, filter));
    let (rows, values): (Vec<_>, Vec<_>) = wanted.flat_map_iter(of_record).unzip();
    let headings =
        numbered.then_some(Text::fixed("编号", "record")).into_iter().chain(fields.iter().map(|field| field.heading()));
    Ok(Listing {
        headings: headings.collect(),
        rows: rows.into_iter().flatten().collect(),
        values: values.into_iter().flatten().collect(),
    })
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

fn known(kind: Kind, key: &str) -> Result<(), Text> {
    let fields = rows_of(kind).map_or(kind.fields(), |(_, fields)| fields);
    if fields.iter().any(|field| field.key == key) {
        return Ok(());
    }
    let label = kind.label();
    let (zh, en) = (label.zh(), label.en());
    let shown = crate::text::clean(key);
    let keys = fields.iter().map(|field| field.key).collect::<Vec<_>>().join(", ");
    Err(tr!("{zh}没有 {shown} 这一项，可用：{keys}"; "a record of kind {en} has no key {shown}; its keys are {keys}"))
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
    filter.unit.as_ref().is_none_or(|wanted| unit() == Some(wanted))
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

fn agrees(item: &Content<'_>, filter: &Filter) -> bool {
    let equal = |(key, wanted): &(String, String)| match item.get(key) {
        Some(Content::List(items)) => items.iter().any(|item| item.is_spelled(wanted)),
        Some(value) => value.is_spelled(wanted),
        None => wanted.is_empty(),
    };
    filter.equal.iter().all(equal) && filter.words.as_ref().is_none_or(|words| holds(item, words))
}

fn holds(content: &Content<'_>, words: &str) -> bool {
    match content {
        Content::Leaf(Leaf::Flag(_) | Leaf::Count(_)) => false,
        Content::Leaf(leaf) => leaf.to_string().contains(words),
        Content::List(items) => items.iter().any(|item| holds(item, words)),
        Content::Table(entries) => entries.iter().any(|(_, value)| holds(value, words)),
    }
}

/// What a record says under a heading; its own id is not put into words, for that is what files write.
fn column(value: Option<&Content<'_>>, field: &Field, mechanism: &Mechanism) -> Text {
    match (field.key, value, &field.shape) {
        ("id", Some(Content::Leaf(id)), Shape::Pattern(..)) => Text::same(id.to_string()),
        (_, value, _) => value.map_or_else(Text::default, |value| display(value, mechanism)),
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

impl Listing {
    /// The columns that are enough for a table on a terminal: the number, and the first that say anything.
    #[must_use]
    pub fn shown(&self) -> Vec<usize> {
        let says = |column: &usize| self.rows.iter().any(|row| row.get(*column).is_some_and(|cell| !cell.is_empty()));
        (0..self.headings.len()).filter(says).take(NARROW + 1).collect()
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
