//! The questions that an export lays into a lake, asked by `DuckDB` and Spark: run by the parts `lake` and `spark`, which
//! name a Python that has them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Lake;
use crate::support::{Register, said};

/// Asks every question and prints each with its answer, a row a line.
const ASK: &str = include_str!("../../lake/ask.py");

fn python() -> PathBuf {
    std::env::var_os("LIANDONG_LAKE_PYTHON").expect("LIANDONG_LAKE_PYTHON: a Python with duckdb and pyspark").into()
}

fn answers(engine: &str, lake: &Path, home: &Path) -> String {
    let mut ask = Command::new(python());
    ask.env("SPARK_LOCAL_IP", "127.0.0.1").args(["-c", ASK, engine]).arg(lake).arg(home.join("warehouse"));
    let asked = ask.current_dir(home).output().expect("runs");
    assert!(asked.status.success(), "{}", said(&asked));
    String::from_utf8(asked.stdout).expect("UTF-8")
}

/// The example and the broken one, which is of another district: an internal lake of both, beside what an older version wrote.
fn lake() -> (Register, Lake) {
    let person = Register::of_example();
    let lake = Lake::of(&person, "lake");
    lake.export(&person, &["--edition", "internal"]);
    let broken = Register::of_folder(&crate::support::example("broken"));
    let mechanism = broken.read("mechanism.toml").replace("region = \"445302\"", "region = \"990001\"");
    broken.write("mechanism.toml", &mechanism);
    broken.git(&["commit", "-qam", "另一区（虚构）"]);
    lake.export(&broken, &["--edition", "internal"]);
    // And a third, as an older version of the program has left it.
    super::older::lay_into(&lake, "internal");
    (person, lake)
}

fn expected() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lake/answers.txt")
}

#[test]
#[ignore = "asks for DuckDB: bash -c 'source .ci/parts; part lake'"]
fn duckdb_answers_every_question() {
    let (person, lake) = lake();
    let answers = answers("duckdb", &lake.0, &person.home);
    if std::env::var_os("LIANDONG_BLESS").is_some() {
        fs::create_dir_all(expected().parent().expect("a folder")).expect("made");
        fs::write(expected(), &answers).expect("written");
    }
    assert_eq!(answers, fs::read_to_string(expected()).expect("answers"));
    assert_eq!(answers.matches("## ").count(), 22);
}

#[test]
#[ignore = "asks for Spark: bash -c 'source .ci/parts; part spark'"]
fn spark_gives_the_same_answers() {
    let (person, lake) = lake();
    assert_eq!(answers("spark", &lake.0, &person.home), fs::read_to_string(expected()).expect("answers"));
}
