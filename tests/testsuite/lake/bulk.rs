//! Four districts of a thousand records each, as their registers hold them: written in bulk, exported, amended and exported again, one
//! killed meanwhile.

#[path = "../../../benches/generator/mod.rs"]
mod generator;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Lake;
use crate::support::{Person, Register};

const RECORDS: usize = 1000;
const DISTRICTS: [&str; 4] = ["990001", "990002", "990003", "990004"];

/// The register of a district, in so many commits.
fn register(home: &Path, region: &str) -> Person {
    let person = Person::at(home, "导出").in_folder(home.join(region));
    generator::generate(&person.folder, RECORDS);
    let mechanism = person.read("mechanism.toml");
    let line = mechanism.lines().find(|line| line.starts_with("region = ")).expect("a region").to_owned();
    person.write("mechanism.toml", &mechanism.replace(&line, &format!("region = \"{region}\"")));
    person.git(&["init", "-q", "-b", "main"]);
    for kinds in [&["hazards"][..], &["notices", "orders"], &["."]] {
        person.git(&[&["add", "-A", "--"][..], kinds].concat());
        person.git(&["commit", "-qm", "成批登记（虚构）"]);
    }
    person
}

/// How many rows of records a lake has of each district.
fn records(lake: &Lake) -> Vec<usize> {
    let is_record = |path: &String| {
        ["hazards", "notices", "orders", "responses"].iter().any(|kind| path.contains(&format!("/table={kind}/")))
    };
    // Tables alone: a file that was being written when its writer was killed is none.
    let tables: Vec<_> = lake.rows().into_iter().filter(|(path, _)| is_record(path)).collect();
    let of = |district: &str| {
        let files = tables.iter().filter(|(path, _)| path.contains(&format!("district={district}/")));
        files.map(|(_, rows)| rows.len()).sum()
    };
    DISTRICTS.map(of).to_vec()
}

/// The files below a folder, of which some come and go.
fn names(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.append(&mut names(&path));
        } else {
            found.insert(path);
        }
    }
    found
}

/// Amends a record and exports the register once more, to be killed as soon as something of it lies in the lake; whether it was before it had
/// ended by itself.
fn is_killed_writing(amended: &Person, lake: &Lake, again: &[&str], round: u32) -> bool {
    let file = "hazards/2025/yingji/001.toml";
    let text = amended.read(file);
    let (first, rest) = text.split_once("description = \"").expect("a description");
    let rest = rest.split_once('）').filter(|_| rest.starts_with("（又及")).map_or(rest, |(_, rest)| rest);
    amended.write(file, &format!("{first}description = \"（又及{round}）{rest}"));
    amended.git(&["commit", "-qam", "改动"]);
    let district = lake.0.join("edition=internal/district=990003");
    let before = names(&district);
    let mut child = amended.command(again).spawn().expect("runs");
    while names(&district) == before && child.try_wait().expect("a child").is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let _ = child.kill();
    !child.wait().expect("ended").success()
}

#[test]
fn four_districts_of_a_thousand_records() {
    let home = Register::init();
    let lake = Lake::of(&home, "lake");
    let registers = DISTRICTS.map(|region| register(&home.home, region));
    for register in &registers {
        lake.export(register, &["--edition", "internal", "--as-of", "2026-12-31"]);
    }
    assert_eq!(records(&lake), [RECORDS; 4]);
    // What the program finds of hazards has a row for each of them.
    let rows = |table: &str| -> usize {
        let files = lake.rows().into_iter().filter(|(path, _)| path.contains(&format!("/table={table}/")));
        files.map(|(_, rows)| rows.len()).sum()
    };
    assert_eq!(rows("courses"), rows("hazards"));
    // One is amended, and killed while it is exported again: what lies there is whole, and the next export mends the rest.
    let amended = &registers[2];
    let others: Vec<_> = lake.rows().into_iter().filter(|(path, _)| !path.contains("990003")).collect();
    let again = ["export", "--out", lake.out(), "--edition", "internal", "--as-of", "2026-12-31"];
    assert!((0..20).any(|round| is_killed_writing(amended, &lake, &again, round)), "no export was killed while it wrote");
    assert_eq!(records(&lake), [RECORDS; 4]);
    lake.export(amended, &again[3..]);
    let told = lake.rows();
    assert_eq!(told.iter().filter(|(_, rows)| rows.iter().any(|row| row.contains("（又及"))).count(), 1);
    assert!(told.into_iter().filter(|(path, _)| !path.contains("990003")).eq(others));
    let whole = Lake::of(&home, "whole");
    fs::copy(lake.0.join("_lake.json"), {
        fs::create_dir_all(&whole.0).expect("made");
        whole.0.join("_lake.json")
    })
    .expect("copied");
    whole.export(amended, &again[3..]);
    let of = |lake: &Lake| lake.rows().into_iter().filter(|(path, _)| path.contains("990003")).collect::<Vec<_>>();
    assert!(of(&whole) == of(&lake), "as if it had been written as a whole");
}
