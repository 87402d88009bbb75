//! One rich record of every kind, `tests/golden/<kind>.toml`: its bytes are the canonical form. A new key needs a line there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use liandong::model::field::{Field, Shape};
use liandong::model::reader::Keys;
use liandong::model::{Comments, Kind, Record};
use liandong::report;
use liandong::text::Lang;
use serde_json::{Value, json};

/// The record that stands for its kind.
pub(crate) struct Golden {
    pub(crate) text: String,
    pub(crate) record: Record,
}

impl Golden {
    /// The record as a table, for a test that changes a key of it.
    pub(crate) fn table(&self) -> toml::Table {
        self.text.parse().expect("TOML")
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The golden record of a kind.
pub(crate) fn golden(kind: Kind) -> Golden {
    let file = folder().join(format!("{}.toml", kind.label().en()));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let record = kind.read(&text, Keys::Known).unwrap_or_else(|problems| panic!("{}: {problems:#?}", file.display()));
    Golden { text, record }
}

/// The keys of the tables that a value holds, should it hold any.
pub(crate) fn inner(shape: &Shape) -> Option<&'static [Field]> {
    match shape {
        Shape::Table(fields) => Some(fields),
        Shape::List(item) => inner(item),
        _ => None,
    }
}

/// Every key of a kind, such as `review.share.way`.
pub(crate) fn declared(fields: &[Field], above: &str, found: &mut BTreeSet<String>) {
    for field in fields {
        let key = format!("{above}{}", field.key);
        if let Some(fields) = inner(&field.shape) {
            declared(fields, &format!("{key}."), found);
        }
        found.insert(key);
    }
}

/// Every key that stands in a record, whichever item of a list it stands in.
fn used(value: &toml::Value, above: &str, found: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                let key = format!("{above}{key}");
                used(value, &format!("{key}."), found);
                found.insert(key);
            }
        }
        toml::Value::Array(items) => items.iter().for_each(|item| used(item, above, found)),
        _ => {}
    }
}

#[test]
fn reading_and_writing_gives_the_golden_bytes() {
    for kind in Kind::ALL {
        let Golden { text, record } = golden(*kind);
        same_lines(&record.write(&Comments::from_text(&text)), &text, &format!("{kind:?} with its comments"));
        let bare: String = text.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
        let bare = bare.replace(" # 口头常用", "");
        same_lines(&record.write(&Comments::default()), &bare, &format!("{kind:?} without comments"));
    }
}

/// The first line that differs says more than both texts whole.
fn same_lines(written: &str, golden: &str, what: &str) {
    for (position, (written, golden)) in written.split('\n').zip(golden.split('\n')).enumerate() {
        assert_eq!(written, golden, "{what}, line {}", position + 1);
    }
    assert_eq!(written.len(), golden.len(), "{what}: one goes on where the other ends");
}

#[test]
fn every_key_stands_in_its_golden_record() {
    for kind in Kind::ALL {
        let (mut declared_keys, mut used_keys) = (BTreeSet::new(), BTreeSet::new());
        declared(kind.fields(), "", &mut declared_keys);
        used(&toml::Value::Table(golden(*kind).table()), "", &mut used_keys);
        assert_eq!(used_keys, declared_keys, "{kind:?}");
    }
}

#[test]
fn no_golden_record_is_without_its_kind() {
    let kinds: BTreeSet<String> = Kind::ALL.iter().map(|kind| format!("{}.toml", kind.label().en())).collect();
    let files = std::fs::read_dir(folder()).expect("tests/golden");
    let files: BTreeSet<String> = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(files, kinds);
}

/// TOML as a tool hands it to a JSON Schema: days and times are strings.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(words) => json!(words),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(day) => json!(day.to_string()),
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect(),
    }
}

/// Where every value of a document stands, as JSON pointers.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(keys) => keys.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(position, item)| pointers(item, &format!("{at}/{position}"), found));
        }
        _ => {}
    }
}

#[test]
fn the_schema_takes_the_golden_record_and_nothing_strange() {
    for kind in Kind::ALL {
        let schema = report::schema(*kind, Lang::Zh);
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
        let document = as_json(&toml::Value::Table(golden(*kind).table()));
        if let Err(why) = validator.validate(&document) {
            panic!("{kind:?}: {why}");
        }
        let mut places = Vec::new();
        pointers(&document, "", &mut places);
        for place in places {
            let mut strange = document.clone();
            let value = strange.pointer_mut(&place).expect("a value");
            match value {
                Value::Object(keys) => drop(keys.insert("no-such-key".into(), json!(1))),
                value => *value = json!({ "no-such-key": 1 }),
            }
            assert!(!validator.is_valid(&strange), "{kind:?}: {place} with an unknown key");
        }
    }
}

#[test]
fn the_schema_requires_what_the_reader_requires() {
    for kind in Kind::ALL {
        let validator = jsonschema::validator_for(&report::schema(*kind, Lang::En)).expect("a schema");
        let document = as_json(&toml::Value::Table(golden(*kind).table()));
        let mut places = Vec::new();
        pointers(&document, "", &mut places);
        for place in &places {
            let (above, key) = place.rsplit_once('/').unwrap_or_default();
            let mut less = document.clone();
            let Some(Value::Object(keys)) = less.pointer_mut(above) else { continue };
            keys.shift_remove(key);
            let text = toml::to_string(&without_null(&less)).expect("TOML");
            assert_eq!(validator.is_valid(&less), kind.read(&text, Keys::Known).is_ok(), "{kind:?} without {place}");
        }
    }
}

/// A document as TOML; days stay strings, which the reader takes as well.
fn without_null(value: &Value) -> toml::Value {
    toml::Value::try_from(value).expect("no null")
}
