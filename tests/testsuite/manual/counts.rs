//! How many there are of something is what the program says, in whatever page a number stands before its name.

use std::collections::BTreeMap;
use std::path::Path;

use liandong::model::Kind;
use liandong::ops::OLDEST_GIT;
use liandong::ops::verbs::NOUNS;
use liandong::report::ledger::Topic;
use liandong::text::Lang;
use serde_json::Value;

use super::{TOP, is_blessing, pairs, prose, read};
use crate::support::{clean, run_in};

/// How many lines a listing of the invented year has.
fn listed(kind: &str) -> usize {
    let done = run_in(Lang::Zh, &clean(), &["list", kind, "--format", "json"]);
    serde_json::from_slice::<Vec<Value>>(&done.stdout).expect("JSON").len()
}

/// The names of what is counted, as pages write them after a number.
fn counted() -> BTreeMap<&'static str, usize> {
    let rules = liandong::rules::all().count();
    let (obligations, units) = (listed("obligations"), listed("units") - 1);
    let ledgers = Topic::ALL.len();
    let duties = String::from_utf8(run_in(Lang::Zh, &clean(), &["check", "--year", "2025", "--format", "json"]).stdout);
    let duties: Value = serde_json::from_str(&duties.expect("UTF-8")).expect("JSON");
    let duties = duties["duties"].as_array().expect("duties").len();
    let asked = std::fs::read_dir(Path::new(TOP).join("examples/lake")).expect("questions");
    let is_question = |name: &str| name.starts_with(|c: char| c.is_ascii_digit());
    let questions = asked.filter(|entry| is_question(&entry.as_ref().expect("an entry").file_name().to_string_lossy())).count();
    BTreeMap::from([
        (" rules", rules),
        (" 条规则", rules),
        (" obligations", obligations),
        (" 条义务", obligations),
        (" duties", duties),
        (" 项职责", duties),
        (" units", units),
        (" 个单位", units),
        (" ledgers", ledgers),
        (" 本台账", ledgers),
        (" questions", questions),
        (" 个问题", questions),
        (" kinds of records", Kind::ALL.len()),
        (" 类记录", Kind::ALL.len()),
        (" nouns", NOUNS.len()),
        (" 类登记命令", NOUNS.len()),
    ])
}

#[test]
fn every_count_is_the_programs() {
    let counted = counted();
    let mut seen = 0;
    for page in pairs().concat() {
        let text = read(&page);
        let mut mended = text.clone();
        for (at, line) in prose(&text) {
            for (name, count) in &counted {
                for (end, _) in line.match_indices(name) {
                    let digits = line[..end].chars().rev().take_while(char::is_ascii_digit).count();
                    let Ok(said) = line[end - digits..end].parse::<usize>() else { continue };
                    seen += 1;
                    if is_blessing() {
                        mended = mended.replace(&format!("{said}{name}"), &format!("{count}{name}"));
                    } else {
                        assert_eq!(said, *count, "{}:{at}:{name}", page.display());
                    }
                }
            }
        }
        if mended != text {
            std::fs::write(&page, mended).expect("writable");
        }
    }
    assert!(seen > 8, "{seen} counts");
}

/// What the front doors say of installing is what the package is called, what the manifest asks for and what the gate tries.
#[test]
fn what_installs_it_is_as_it_is_made() {
    let manifest = include_str!("../../../Cargo.toml");
    let said = |key: &str| {
        let value = manifest.lines().find_map(|line| line.strip_prefix(&format!("{key} = \""))).expect("a line");
        value.trim_end_matches('"').to_owned()
    };
    let package = format!("sudo dpkg -i liandong_{}_amd64.deb", said("version"));
    let compiler = format!("Rust {}", said("rust-version"));
    assert!(
        include_str!("../../../.ci/parts").contains("GLIBC_2.17")
            && include_str!("../../../.ci/package").contains("aarch64-unknown-linux-gnu 2.28")
    );
    for page in &pairs()[0] {
        let text = read(page);
        for part in [&*package, &compiler, "glibc 2.17", "2.28", "cargo fetch --locked\ncargo build --locked --release\n"] {
            assert!(text.contains(part), "{}: {part}", page.display());
        }
        // The git that doctor asks for, and with which the package was tried.
        let (first, second) = OLDEST_GIT;
        let asked = format!("{first}.{second}");
        assert!(
            ["or newer", "以上"].iter().any(|words| text.contains(&format!("{asked} {words}"))),
            "{}: git {asked}",
            page.display()
        );
        let tried = include_str!("../../../.ci/long.txt");
        assert!(tried.lines().any(|line| line.starts_with(&format!("git version {asked}."))), "{tried}");
    }
}
