//! A lake that an older version of the program wrote is read together with today's: what it lacks is empty there, and what it has is as
//! it was.

use std::fs;
use std::path::{Path, PathBuf};

use parquet::file::reader::FileReader as _;
use parquet::schema::types::Type;

use super::{Lake, below, reader};
use crate::support::Register;

/// The folder of a district as it was written before `courses` was a table: some of its tables.
pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lake/older/district=990009")
}

/// Lays it into a lake, as somebody has it who does not export that district any more.
pub(super) fn lay_into(lake: &Lake, edition: &str) {
    crate::support::copy_folder(&folder(), &lake.0.join(format!("edition={edition}/district=990009")));
}

fn columns(file: &Path) -> Vec<(String, Type)> {
    let reader = reader(file);
    let schema = reader.metadata().file_metadata().schema();
    schema.get_fields().iter().map(|column| (column.name().to_owned(), (**column).clone())).collect()
}

/// An engine that puts files together by the names of their columns finds each once, and of one type.
#[test]
fn columns_of_an_older_lake_are_those_of_today() {
    let person: Register = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &["--edition", "internal"]);
    let mut found = std::collections::BTreeMap::new();
    below(&folder(), &folder(), &mut found);
    let tables: Vec<&String> = found.keys().filter(|path| path.ends_with(".parquet")).collect();
    assert!(tables.len() > 4, "{tables:?}");
    for path in tables {
        let today = columns(&lake.district("internal").join(path));
        for (name, column) in columns(&folder().join(path)) {
            let (_, same) = today.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{path}: {name}"));
            assert_eq!(column, *same, "{path}: {name}");
        }
    }
}

/// What lies there of another district is nobody's to touch, by an export that writes its own anew, whole or in part.
#[test]
fn an_export_leaves_an_older_district_as_it_is() {
    let person: Register = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &[]);
    lay_into(&lake, "public");
    let of = |older: bool| {
        let files = lake.files().into_iter().filter(|(path, _)| path.ends_with(".parquet"));
        files.filter(|(path, _)| path.contains("district=990009") == older).collect::<Vec<_>>()
    };
    let mut found = std::collections::BTreeMap::new();
    below(&folder(), &folder(), &mut found);
    let (older, own) = (of(true), of(false));
    assert_eq!(older.len(), found.keys().filter(|path| path.ends_with(".parquet")).count());
    let file = "hazards/2025/yingji/001.toml";
    person.write(file, &person.read(file).replace("description = \"", "description = \"（又及）"));
    person.git(&["commit", "-qam", "改动"]);
    lake.export(&person, &[]);
    assert!(of(true) == older && of(false) != own, "its own is written anew, the other is as it was");
    // Nor where its own is gone and comes back whole.
    fs::remove_dir_all(lake.district("public")).expect("removed");
    lake.export(&person, &[]);
    assert!(of(true) == older && of(false) != own);
}
