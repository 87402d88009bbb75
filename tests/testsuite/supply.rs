//! What others made that is built in, and what is handed on as a package.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const TOP: &str = env!("CARGO_MANIFEST_DIR");
const LOOKED_UP: &str = include_str!("../supply/looked-up.txt");

fn cargo(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(args).args(["--locked", "--offline"]).current_dir(TOP).output().expect("runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn toml(text: &str) -> toml::Table {
    text.parse().expect("TOML")
}

/// The least compiler, as numbers that compare.
fn compiler(version: &str) -> Vec<u32> {
    let numbers: Vec<u32> = version.split('.').map(|number| number.parse().expect("a number")).collect();
    assert!(numbers.len() >= 2, "{version}");
    numbers
}

#[test]
fn what_is_known_against_a_crate_is_answered() {
    let deny = toml(include_str!("../../.cargo/deny.toml"));
    let ignored = deny["advisories"]["ignore"].as_array().expect("a list");
    let answered: BTreeSet<&str> = ignored
        .iter()
        .map(|one| {
            assert!(one["reason"].as_str().is_some_and(|reason| reason.len() > 40), "{one}");
            one["id"].as_str().expect("an id")
        })
        .collect();
    let found: BTreeSet<&str> =
        LOOKED_UP.lines().flat_map(|line| line.split(' ').skip(2)).filter(|word| is_advisory(word)).collect();
    assert_eq!(answered, found, "of .ci/advisories, and in .cargo/deny.toml");
    let day = LOOKED_UP.lines().next().and_then(|line| line.split(" on ").nth(1)).expect("a heading");
    day.split(',').next().expect("a day").parse::<liandong::model::Day>().expect("a day");
}

fn is_advisory(word: &str) -> bool {
    ["RUSTSEC-", "CVE-", "GHSA-"].iter().any(|prefix| word.starts_with(prefix))
}

#[test]
fn a_crate_was_looked_up_in_a_version_that_there_is() {
    for line in LOOKED_UP.lines().skip(1) {
        let words: Vec<&str> = line.split(' ').collect();
        assert!(words.len() >= 2 && words[1].starts_with(|c: char| c.is_ascii_digit()), "{line}");
        assert!(words[2..].iter().all(|word| is_advisory(word)), "{line}");
    }
    let lock = toml(include_str!("../../Cargo.lock"));
    let locked = lock["package"].as_array().expect("a list").len();
    // Some may have come since; that hardly any was looked up is a look-up of another program.
    assert!(LOOKED_UP.lines().count() * 2 > locked, "{locked} crates");
}

#[test]
fn no_dependency_asks_for_a_newer_compiler_than_is_said() {
    let manifest = toml(include_str!("../../Cargo.toml"));
    let said = compiler(manifest["package"]["rust-version"].as_str().expect("a version"));
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--format-version", "1"])).expect("JSON");
    let newer: Vec<&str> = metadata["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .filter(|package| package["rust_version"].as_str().is_some_and(|version| compiler(version) > said))
        .map(|package| package["id"].as_str().expect("an id"))
        .collect();
    assert!(newer.is_empty(), "{newer:?}");
    // That the program itself needs nothing newer is shown by this very build where the compiler is that one, else by clippy
    // (`incompatible_msrv`, on by default).
    let rustc = Command::new("rustc").arg("--version").output().expect("runs");
    let rustc = String::from_utf8(rustc.stdout).expect("text");
    let version = rustc.split(' ').nth(1).and_then(|version| version.split('-').next()).expect("a version");
    assert!(compiler(version) >= said, "built by {rustc}");
}

#[test]
fn the_package_holds_what_builds_it_and_nothing_else() {
    let listed = cargo(&["package", "--list", "--allow-dirty"]);
    let listed: BTreeSet<&str> = listed.lines().collect();
    let rooms: BTreeSet<&str> = listed.iter().map(|file| file.split('/').next().expect("a part")).collect();
    let expected = [
        "Cargo.lock",
        "Cargo.toml",
        "Cargo.toml.orig",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "README.zh-CN.md",
        "data",
        "examples",
        "src",
    ];
    let rooms: BTreeSet<&str> = rooms.into_iter().filter(|room| *room != ".cargo_vcs_info.json").collect();
    assert_eq!(rooms, BTreeSet::from(expected));
    let mut bytes = 0;
    for file in &listed {
        let found = Path::new(TOP).join(file);
        bytes += found.metadata().map_or(0, |found| found.len());
    }
    assert!(bytes < 8 * 1024 * 1024, "{bytes} bytes; the registry of crates takes ten MiB, packed");
    // What is embedded is there to be embedded.
    let tracked =
        Command::new("git").args(["ls-files", "data", "examples/manual", "src"]).current_dir(TOP).output().expect("runs");
    let tracked = String::from_utf8(tracked.stdout).expect("text");
    let lacking: Vec<&str> =
        tracked.lines().filter(|file| !listed.contains(file) && Path::new(TOP).join(file).exists()).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}

#[test]
fn the_fuzz_targets_lock_what_the_program_depends_on() {
    let manifest = toml(include_str!("../../Cargo.toml"));
    let of = |table: &toml::Table| -> Vec<String> {
        let sections = ["dependencies", "build-dependencies"].into_iter().filter_map(|section| table.get(section)?.as_table());
        sections.flat_map(|section| section.keys().cloned()).collect()
    };
    let mut said: BTreeSet<String> = of(&manifest).into_iter().collect();
    if let Some(targets) = manifest.get("target").and_then(|targets| targets.as_table()) {
        said.extend(targets.values().filter_map(|target| target.as_table()).flat_map(of));
    }
    let lock = toml(include_str!("../fuzz/Cargo.lock"));
    let packages = lock["package"].as_array().expect("a list");
    let own = packages.iter().find(|package| package["name"].as_str() == Some("liandong")).expect("the program");
    let locked: BTreeSet<String> = own["dependencies"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one.as_str().and_then(|one| one.split(' ').next()).expect("a name").to_owned())
        .collect();
    assert_eq!(said, locked, "cargo update --workspace --manifest-path tests/fuzz/Cargo.toml");
}
