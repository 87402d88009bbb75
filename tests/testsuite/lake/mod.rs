//! A register as a lake of Parquet files: read back row for row, exported again and again, and asked by engines that others made (see
//! `engines.rs`).

mod bulk;
mod engines;
mod hostile;
mod older;
mod privacy;
mod repeated;
mod rolled_up;
mod schema;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use parquet::file::reader::{FileReader as _, SerializedFileReader};
use serde_json::Value;

use crate::support::Person;

/// A lake in the home of somebody who exports into it.
struct Lake(PathBuf);

impl Lake {
    fn of(person: &Person, name: &str) -> Self {
        Self(person.home.join(name))
    }

    fn out(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }

    /// Exports the register of somebody, by a commit or as it is.
    fn export(&self, person: &Person, args: &[&str]) -> String {
        person.ok(&[&["export", "--out", self.out()], args].concat())
    }

    /// The folder of the district of the example.
    fn district(&self, edition: &str) -> PathBuf {
        self.0.join(format!("edition={edition}/district=445302"))
    }

    /// Every file of a table below a folder, by its path, with its bytes.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        below(&self.0, &self.0, &mut found);
        found
    }

    /// Every row of every table, by file: in the order in which they stand.
    fn rows(&self) -> BTreeMap<String, Vec<String>> {
        let tables = self.files().into_iter().filter(|(path, _)| path.ends_with(".parquet"));
        tables.map(|(path, _)| (path.clone(), rows_of(&self.0.join(path)))).collect()
    }

    /// All that stands in it: every value, and the bytes in which statistics of them stand.
    fn told(&self) -> String {
        let rows: Vec<String> = self.rows().into_values().flatten().collect();
        let bytes: Vec<String> = self.files().into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
        rows.join("\n") + &bytes.join("\n")
    }

    fn manifest(&self, edition: &str) -> Value {
        let text = fs::read(self.district(edition).join("_manifest.json")).expect("a manifest");
        serde_json::from_slice(&text).expect("JSON")
    }
}

/// All that a public lake tells of a folder, which is committed for it.
pub(crate) fn told_in_public(data: &Path, home: &Path) -> String {
    let keeper = Person::at(home, "导出").in_folder(data.to_owned());
    for args in [&["init", "-q"][..], &["add", "-A"], &["commit", "-qm", "一年（虚构）"]] {
        keeper.git(args);
    }
    let lake = Lake::of(&keeper, "lake");
    lake.export(&keeper, &["--as-of", "2025-12-31"]);
    lake.told()
}

fn below(folder: &Path, top: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            below(&path, top, found);
        } else {
            let name = path.strip_prefix(top).expect("below").to_str().expect("UTF-8").to_owned();
            found.insert(name, fs::read(&path).expect("read"));
        }
    }
}

fn reader(file: &Path) -> SerializedFileReader<fs::File> {
    SerializedFileReader::new(fs::File::open(file).expect("a file")).expect("Parquet")
}

fn rows_of(file: &Path) -> Vec<String> {
    reader(file).get_row_iter(None).expect("rows").map(|row| row.expect("a row").to_string()).collect()
}
