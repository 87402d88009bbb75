//! What columns there are: those that FIELDS say, every one of them in every file.

use std::collections::BTreeSet;
use std::sync::Arc;

use liandong::model::Kind;
use liandong::model::field::{Field, Shape};
use parquet::basic::{LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::file::reader::FileReader as _;
use parquet::schema::types::Type;

use super::{Lake, reader};
use crate::support::Register;

/// The columns of the rows of a file.
fn columns(lake: &Lake, table: &str) -> Vec<Arc<Type>> {
    let files: Vec<String> = lake.files().into_keys().filter(|path| path.contains(&format!("/table={table}/"))).collect();
    assert!(!files.is_empty(), "{table}");
    let mut schemas: Vec<Type> =
        files.iter().map(|file| reader(&lake.0.join(file)).metadata().file_metadata().schema().clone()).collect();
    schemas.dedup();
    assert_eq!(schemas.len(), 1, "{table}: every year has the same columns");
    schemas[0].get_fields().to_vec()
}

fn assert_shaped(shape: &Shape, column: &Type, place: &str) {
    assert_eq!(column.get_basic_info().repetition(), Repetition::OPTIONAL, "{place}: anything may be absent");
    let logical = column.get_basic_info().logical_type_ref().cloned();
    let is = |physical, expected: Option<LogicalType>| {
        assert_eq!((column.get_physical_type(), logical.clone()), (physical, expected), "{place}");
    };
    match shape {
        Shape::Flag => is(Physical::BOOLEAN, None),
        Shape::Count | Shape::Listed(_) => is(Physical::INT64, None),
        Shape::Day => is(Physical::INT32, Some(LogicalType::Date)),
        Shape::Moment => is(Physical::INT64, Some(LogicalType::timestamp(false, TimeUnit::MICROS))),
        Shape::Line | Shape::Prose | Shape::Reference | Shape::Pattern(_) | Shape::Word(_) => {
            is(Physical::BYTE_ARRAY, Some(LogicalType::String));
        }
        Shape::List(item) => {
            assert_eq!(logical, Some(LogicalType::List), "{place}");
            let list = &column.get_fields()[0];
            assert_eq!((list.name(), list.get_basic_info().repetition()), ("list", Repetition::REPEATED), "{place}");
            assert_eq!(list.get_fields()[0].name(), "element", "{place}");
            assert_shaped(item, &list.get_fields()[0], place);
        }
        Shape::Table(fields) => assert_fields(fields, column.get_fields(), place),
    }
}

fn assert_fields(fields: &[Field], columns: &[Arc<Type>], place: &str) {
    let keys: Vec<&str> = fields.iter().map(|field| field.key).collect();
    let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
    assert_eq!(names, keys, "{place}");
    for (field, column) in fields.iter().zip(columns) {
        assert_shaped(&field.shape, column, &format!("{place}.{}", field.key));
    }
}

const LEADING: [&str; 6] = ["edition", "district", "ref", "year", "unit", "mine"];

#[test]
fn columns_are_the_fields_of_the_kind() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let known = [(Kind::Unit, "units"), (Kind::Mine, "mines"), (Kind::Licences, "licences")];
    let happenings =
        Kind::ALL.iter().filter(|kind| kind.is_happening() && **kind != Kind::Lead).map(|kind| (*kind, kind.folder()));
    for (kind, table) in known.into_iter().chain(happenings) {
        let columns = columns(&lake, table);
        let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
        assert_eq!(names[..LEADING.len()], LEADING, "{table}");
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), names.len(), "{table}: no name stands for two columns");
        let own: Vec<&Field> = kind.fields().iter().filter(|field| field.key != "mine").collect();
        assert_eq!(own.len(), columns.len() - LEADING.len(), "{table}");
        for (field, column) in own.into_iter().zip(&columns[LEADING.len()..]) {
            let is_called =
                column.name() == field.key || column.name().strip_suffix(field.key).is_some_and(|kind| kind == "plan_");
            assert!(is_called, "{table}: {} for {}", column.name(), field.key);
            assert_shaped(&field.shape, column, &format!("{table}.{}", field.key));
        }
    }
    let clause: Vec<&str> = Kind::Clauses.fields()[0].shape.keys().iter().map(|field| field.key).collect();
    let columns = columns(&lake, "clauses");
    assert_eq!(columns[LEADING.len()..].iter().map(|column| column.name()).collect::<Vec<_>>(), clause);
}

#[test]
fn a_file_says_of_what_it_tells_and_what_its_words_are() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let file = lake.district("public").join("table=hazards/year=2025/part-0.parquet");
    let reader = reader(&file);
    let words = reader.metadata().file_metadata().key_value_metadata().expect("metadata");
    let said = |key: &str| words.iter().find(|word| word.key == key).and_then(|word| word.value.clone()).expect(key);
    assert_eq!(said("liandong.commit"), person.head());
    assert_eq!((said("liandong.edition"), said("liandong.as_of")), ("public".into(), "2026-01-05".into()));
    assert_eq!((said("liandong.format"), said("liandong.time_zone")), ("1".into(), "+08:00".into()));
    let columns: serde_json::Value = serde_json::from_str(&said("liandong.columns")).expect("JSON");
    let column = columns.as_array().expect("a list").iter().find(|column| column["name"] == "source_kind").expect("a column");
    assert_eq!(column["zh"], "发现方式");
    assert_eq!(column["words"][0], serde_json::json!({ "word": "enforcement", "zh": "联合执法", "en": "joint enforcement" }));
}

/// The words of a column of the program's own, as a file describes them, and those that stand in its rows.
fn words(lake: &Lake, path: &str, name: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let file = lake.district("internal").join(path);
    let reader = reader(&file);
    let metadata = reader.metadata().file_metadata().key_value_metadata().expect("metadata");
    let columns =
        metadata.iter().find(|word| word.key == "liandong.columns").and_then(|word| word.value.clone()).expect("columns");
    let columns: serde_json::Value = serde_json::from_str(&columns).expect("JSON");
    let column = columns.as_array().expect("a list").iter().find(|column| column["name"] == name).expect(name);
    let described =
        column["words"].as_array().into_iter().flatten().map(|word| word["word"].as_str().expect("a word").to_owned());
    let rows = super::rows_of(&file);
    let begins = format!("{name}: \"");
    let stand = rows.iter().filter_map(|row| row.split(&*begins).nth(1)?.split('"').next()).map(str::to_owned);
    (described.collect(), stand.collect())
}

#[test]
fn words_of_the_program_are_described_in_every_file() {
    let broken = Register::of_folder(&crate::support::example("broken"));
    let lake = Lake::of(&broken, "lake");
    lake.export(&broken, &["--edition", "internal"]);
    let judged = [
        ("table=courses/year=2025", &["stage"][..]),
        ("table=findings/year=2025", &["state", "level", "light"]),
        ("table=obligations/year=2025", &["state", "level", "light"]),
    ];
    for (table, columns) in judged {
        for column in columns {
            let (described, stand) = words(&lake, &format!("{table}/part-0.parquet"), column);
            assert!(!stand.is_empty() && stand.is_subset(&described), "{table} {column}: {stand:?} of {described:?}");
        }
    }
}

/// What counts as open is what the register itself lists as open, whatever a record says of its closing.
#[test]
fn courses_are_those_of_the_register() {
    let broken = Register::of_folder(&crate::support::example("broken"));
    let lake = Lake::of(&broken, "lake");
    lake.export(&broken, &["--edition", "internal"]);
    let rows = lake.rows();
    let all = || rows.iter().filter(|(path, _)| path.contains("/table=courses/")).flat_map(|(_, rows)| rows);
    let open = all().filter(|row| row.contains("is_open: true")).count();
    assert_eq!(open.to_string(), broken.ok(&["list", "隐患", "--open", "--count"]).trim());
    let of_records = rows.iter().filter(|(path, _)| path.contains("/table=hazards/")).map(|(_, rows)| rows.len()).sum::<usize>();
    assert_eq!(all().count(), of_records);
}

#[test]
fn rows_say_what_records_say() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &["--edition", "internal"]);
    let rows = lake.rows();
    let of = |path: &str| &rows[&format!("edition=internal/district=445302/{path}/part-0.parquet")];
    let hazard = of("table=hazards/year=2025").iter().find(|row| row.contains("\"hazards/2025/yingji/001\"")).expect("a row");
    for said in [
        "edition: \"internal\"",
        "mine: \"dashan\"",
        "found: 2025-05-13",
        "major: true",
        "approved_on: 2025-06-",
        "result: \"failed\"",
    ] {
        assert!(hazard.contains(said), "{said}: {hazard}");
    }
    // Every record is there but leads, and once.
    let records = Kind::ALL.iter().filter(|kind| kind.is_happening());
    for kind in records {
        let filed = person.git(&["ls-files", "--", &format!("{}/", kind.folder())]).lines().count();
        let told =
            rows.iter().filter(|(path, _)| path.contains(&format!("/table={}/", kind.folder()))).map(|(_, rows)| rows.len());
        assert_eq!(told.sum::<usize>(), if *kind == Kind::Lead { 0 } else { filed }, "{kind:?}");
    }
    // A moment is that of the register's zone.
    let orders = of("table=orders/year=2025").join("\n");
    assert!(orders.contains("at: 2025-05-13 15:40:00"), "{orders}");
}

#[test]
fn every_table_has_a_view() {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    let paths = lake.files();
    let tables: BTreeSet<&str> = paths.keys().filter_map(|path| path.split_once("/table=")?.1.split('/').next()).collect();
    assert!(tables.len() > 10, "{tables:?}");
    for file in ["views.duckdb.sql", "views.spark.sql"] {
        let views = std::fs::read_to_string(lake.0.join("sql").join(file)).expect("views");
        let lacks = |table: &&&str| !['/', '\''].iter().any(|end| views.contains(&format!("/table={table}{end}")));
        assert_eq!(tables.iter().filter(lacks).collect::<Vec<_>>(), [] as [&&str; 0], "{file}");
    }
}
