//! What may follow what, for every key of every kind: the golden records changed in every way, judged by what FIELDS and the
//! nature of the kind say.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use liandong::model::field::{ChangePolicy, Field, Shape};
use liandong::model::reader::Keys;
use liandong::model::{Happening, Kind, Nature, Record, may_follow};
use toml::{Table, Value};

use super::golden::{declared, golden, inner};

/// What may become of a key once its record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Anything.
    Free,
    /// It may be filled.
    Fills,
    /// It may be filled, and items may be added.
    Grows,
    /// Nothing.
    Stays,
}

/// How a key changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Filled,
    Emptied,
    Replaced,
    Added,
    TakenOut,
    Reordered,
}

/// A key of a table in a golden record, and what may become of it.
struct Place {
    /// The steps to the table: each a key, with the position where it is a list.
    above: Vec<(&'static str, Option<usize>)>,
    field: &'static Field,
    rule: Rule,
}

/// A record before and after one change.
struct Case {
    turn: Turn,
    old: Table,
    new: Table,
}

fn rule(field: &Field, nature: Nature) -> Rule {
    let is_list = matches!(field.shape, Shape::List(_));
    match (field.change, nature) {
        (ChangePolicy::Free, _) | (ChangePolicy::AsKind, Nature::Free) => Rule::Free,
        (ChangePolicy::AsKind, Nature::Frozen) => Rule::Stays,
        (ChangePolicy::AsKind, Nature::Monotone) => {
            if is_list {
                Rule::Grows
            } else {
                Rule::Fills
            }
        }
        (ChangePolicy::Fills, _) if !is_list => Rule::Fills,
        (ChangePolicy::Grows, _) if is_list => Rule::Grows,
        _ => panic!("{}: a list grows, anything else is filled", field.key),
    }
}

/// Every key of every table that stands in a record.
fn places(fields: &'static [Field], table: &Table, above: &[(&'static str, Option<usize>)], nature: Nature) -> Vec<Place> {
    let mut found = Vec::new();
    for field in fields {
        let rule = rule(field, nature);
        // Below a key that changes at will everything does.
        let nature = if rule == Rule::Free { Nature::Free } else { nature };
        let keys = inner(&field.shape).unwrap_or_default();
        let below = |position, table| places(keys, table, &[above, &[(field.key, position)]].concat(), nature);
        match table.get(field.key) {
            Some(Value::Table(table)) => found.extend(below(None, table)),
            Some(Value::Array(items)) => {
                let tables = items.iter().enumerate().filter_map(|(position, item)| Some((position, item.as_table()?)));
                found.extend(tables.flat_map(|(position, table)| below(Some(position), table)));
            }
            _ => {}
        }
        found.push(Place { above: above.to_vec(), field, rule });
    }
    found
}

impl Place {
    /// As people name it: `to[0].why`.
    fn key(&self) -> String {
        let mut key = String::new();
        for (step, position) in &self.above {
            let position = position.map_or(String::new(), |position| format!("[{position}]"));
            let _ = write!(key, "{step}{position}.");
        }
        key + self.field.key
    }

    /// The same without positions, as FIELDS has it.
    fn declared(&self) -> String {
        let steps = self.above.iter().map(|(step, _)| *step).chain([self.field.key]);
        steps.collect::<Vec<_>>().join(".")
    }

    /// The table that holds the key.
    fn table<'a>(&self, record: &'a mut Table) -> &'a mut Table {
        self.above.iter().fold(record, |table, (step, position)| {
            let value = table.get_mut(*step).expect("a step");
            let value = match position {
                Some(position) => &mut value[*position],
                None => value,
            };
            value.as_table_mut().expect("a table")
        })
    }

    /// The record with another value behind the key, or without it.
    fn set(&self, record: &Table, value: Option<Value>) -> Table {
        let mut record = record.clone();
        let table = self.table(&mut record);
        match value {
            Some(value) => drop(table.insert(self.field.key.into(), value)),
            None => drop(table.remove(self.field.key)),
        }
        record
    }

    /// Every change of the key that this record shows.
    fn cases(&self, kind: Kind, record: &Table, stands: &Record) -> Vec<Case> {
        let Some(value) = self.table(&mut record.clone()).get(self.field.key).cloned() else { return Vec::new() };
        let mut cases = Vec::new();
        let mut push = |turn, old: &Table, new: &Table| cases.push(Case { turn, old: old.clone(), new: new.clone() });
        let without = self.set(record, None);
        assert_eq!(read(kind, &without).is_none(), self.field.required, "{kind:?} without {}", self.key());
        if !self.field.required {
            push(Turn::Filled, &without, record);
            push(Turn::Emptied, record, &without);
        }
        let differs = |other: &Table| read(kind, other).is_some_and(|other| other != *stands);
        let mut others = others(&self.field.shape, &value).into_iter().map(|other| self.set(record, Some(other)));
        if let Some(other) = others.find(differs) {
            push(Turn::Replaced, record, &other);
        }
        if let Value::Array(items) = value {
            let list = |items: Vec<Value>| self.set(record, Some(Value::Array(items)));
            let more = list([&items[..], &[next_item(&items)]].concat());
            push(Turn::Added, record, &more);
            push(Turn::TakenOut, &more, record);
            if let [first, second, rest @ ..] = &items[..] {
                push(Turn::TakenOut, record, &list(items[1..].to_vec()));
                push(Turn::Reordered, record, &list([&[second.clone(), first.clone()], rest].concat()));
            }
        }
        cases
    }
}

/// Values that may stand where this one does.
fn others(shape: &Shape, value: &Value) -> Vec<Value> {
    let texts = |list: &[&str]| list.iter().map(|text| Value::from(*text)).collect();
    let dates = |list: [&str; 2]| list.map(|date| Value::Datetime(date.parse().expect("a date"))).to_vec();
    match shape {
        Shape::Flag | Shape::Table(_) => Vec::new(),
        Shape::Count | Shape::Listed(_) => {
            value.as_integer().map(|n| vec![Value::Integer(n - 1), Value::Integer(n + 1)]).unwrap_or_default()
        }
        Shape::Line | Shape::Prose => texts(&["另一句（虚构）", "又一句（虚构）"]),
        Shape::Day => dates(["2025-01-31", "2026-02-01"]),
        Shape::Moment => dates(["2025-01-31T08:00:00", "2026-02-01T09:00:00"]),
        Shape::Reference => texts(&["mines/xiaoshan", "plans/2025/linye/009"]),
        // Whichever of them its form takes.
        Shape::Pattern(_) => texts(&[
            "linye",
            "9.9",
            "+09:00",
            "2024-Q1",
            "O44",
            "甲函〔2025〕9号",
            "48 hours",
            "00112233445566778899aabbccddeeff",
        ]),
        Shape::Word(words) => words.iter().map(|word| Value::from(word.id)).collect(),
        Shape::List(item) => {
            let items = value.as_array().expect("a list");
            let instead = |other| Value::Array([&[other], &items[1..]].concat());
            others(item, &items[0]).into_iter().map(instead).collect()
        }
    }
}

/// One more item: the last once again, under a number of its own where it has one.
fn next_item(items: &[Value]) -> Value {
    let mut item = items.last().expect("an item").clone();
    if let Some(no) = item.as_table_mut().and_then(|table| table.get_mut("no")) {
        *no = Value::Integer(77);
    }
    item
}

fn read(kind: Kind, table: &Table) -> Option<Record> {
    kind.read(&toml::to_string(table).expect("TOML"), Keys::Known).ok()
}

fn is_issued(record: &Record) -> bool {
    record.happening().is_none_or(Happening::is_issued)
}

/// Whether such a change is allowed by the words of the rule.
fn allows(rule: Rule, turn: Turn, numbered: bool) -> bool {
    match turn {
        // Items with a number of their own are known by it, not by their position.
        Turn::Reordered if numbered => true,
        Turn::Filled => rule != Rule::Stays,
        Turn::Added => matches!(rule, Rule::Free | Rule::Grows),
        Turn::Emptied | Turn::Replaced | Turn::TakenOut | Turn::Reordered => rule == Rule::Free,
    }
}

/// The golden record of a kind, and the same before it was issued where that is another thing.
fn bases(kind: Kind) -> Vec<Table> {
    let whole = golden(kind).table();
    let mut draft = whole.clone();
    let drafted = kind.nature() == Nature::Frozen && draft.remove("issued").is_some() && read(kind, &draft).is_some();
    if drafted { vec![whole, draft] } else { vec![whole] }
}

/// Calls `judge` with every change of every key.
fn every_change(mut judge: impl FnMut(Kind, &Place, &Case, &Record, &Record)) {
    for kind in Kind::ALL {
        for base in bases(*kind) {
            let stands = read(*kind, &base).expect("a record");
            for place in places(kind.fields(), &base, &[], kind.nature()) {
                for case in place.cases(*kind, &base, &stands) {
                    let state = |table| read(*kind, table).unwrap_or_else(|| panic!("{kind:?} {} {:?}", place.key(), case.turn));
                    let (old, new) = (state(&case.old), state(&case.new));
                    judge(*kind, &place, &case, &old, &new);
                }
            }
        }
    }
}

#[test]
fn every_key_changes_as_its_field_says() {
    let mut seen = BTreeSet::new();
    every_change(|kind, place, case, old, new| {
        let at = format!("{kind:?}: {} {:?}", place.key(), case.turn);
        let numbered = inner(&place.field.shape).is_some_and(|fields| fields.iter().any(|field| field.key == "no"));
        let expected = !is_issued(old) || allows(place.rule, case.turn, numbered);
        let refusals = may_follow(old, new).err().unwrap_or_default();
        assert_eq!(refusals.is_empty(), expected, "{at}: {refusals:#?}");
        for refusal in refusals {
            // An item whose own number changed is another item.
            let item = place.key().strip_suffix(".no").is_some_and(|item| refusal.key == item);
            assert!(item || refusal.key.starts_with(&place.key()), "{at} is told of {}", refusal.key);
        }
        seen.insert((kind, place.declared()));
    });
    for kind in Kind::ALL {
        let mut keys = BTreeSet::new();
        declared(kind.fields(), "", &mut keys);
        let missed: Vec<String> = keys.into_iter().filter(|key| !seen.contains(&(*kind, key.clone()))).collect();
        assert_eq!(missed, [""; 0], "{kind:?}: keys that no change was tried on");
    }
}

/// The record with one more amendment, which names those keys.
fn amended(record: &Table, keys: &[String]) -> Table {
    let mut record = record.clone();
    let mut amendment: Table = "on = 2025-12-01\nreason = \"笔误（虚构）\"".parse().expect("an amendment");
    amendment.insert("keys".into(), keys.to_vec().into());
    let list = record.entry("amended").or_insert_with(|| Value::Array(Vec::new()));
    list.as_array_mut().expect("a list").push(Value::Table(amendment));
    record
}

#[test]
fn an_amendment_mends_the_keys_that_it_names_and_no_other() {
    let mut mended = 0;
    every_change(|kind, place, case, old, new| {
        let Err(refusals) = may_follow(old, new) else { return };
        if !kind.is_happening() {
            return;
        }
        let at = format!("{kind:?}: {} {:?}", place.key(), case.turn);
        let follows = |keys: &[String]| may_follow(old, &read(kind, &amended(&case.new, keys)).expect("a record"));
        let told: Vec<String> = refusals.into_iter().map(|refusal| refusal.key).collect();
        // What amends cannot amend itself, and what went out is not called back by a slip of the keyboard.
        let may = !place.key().starts_with("amended") && is_issued(new);
        assert_eq!(follows(&told).is_ok(), may, "{at}, amended: {:#?}", follows(&told));
        let others: Vec<String> = told.iter().map(|key| format!("{key}x")).collect();
        assert!(follows(&others).is_err(), "{at}, with other keys amended");
        mended += usize::from(may);
    });
    assert!(mended > 300, "{mended} changes were mended");
}
