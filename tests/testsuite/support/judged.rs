//! A register in a folder of the tests, asked through the library and through the program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use liandong::model::{Comments, Day, Ledger, Mechanism, Record, RecordPath};
use liandong::report::{self, CheckReport, Guide, Light, ObligationState, Position, Question};
use liandong::rules::{self, Context, Unverified};
use liandong::store::{self, Source, TextPolicy};
use serde_json::Value;

pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The register as it lies in its folder.
pub(crate) fn ledger(name: &str) -> Ledger {
    Ledger::new(records(name), BTreeSet::new()).expect("a whole mechanism")
}

/// Its records; nothing may be wrong with any file, and each must be written as the program writes it.
pub(crate) fn records(name: &str) -> Vec<(RecordPath, Record)> {
    let loaded = store::load(&Source::Folder(folder(name).into()), TextPolicy::Keep).expect("a readable folder");
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    for (path, record) in &loaded.records {
        let text = std::fs::read_to_string(folder(name).join(path.file())).expect("a readable file");
        let bare: String = text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| [line, "\n"]).collect();
        assert_eq!(record.write(&Comments::default()), bare, "{path}");
    }
    loaded.records
}

/// What the library answers, without the places in files.
pub(crate) fn check(ledger: &Ledger, year: u16, as_of: &str) -> CheckReport {
    check_with(ledger, year, as_of, Guide::NONE)
}

fn check_with(ledger: &Ledger, year: u16, as_of: &str, guide: Guide<'_>) -> CheckReport {
    let today = day(as_of);
    // Whatever the register holds has happened by the real day, as it has for the program.
    let desk = Context { ledger, today, now: day("2199-12-31"), unverified: &Unverified::Nothing };
    let question = Question { year, unit: None, rule: None };
    report::check(&desk, &rules::judge_register(&desk), &question, None, guide)
}

/// How an obligation stands in a report.
pub(crate) fn standing(report: &CheckReport, id: &str) -> (ObligationState, Option<Light>) {
    let found = report.obligations.iter().find(|standing| standing.id == id);
    found.map_or_else(|| panic!("{id} is not shown"), |standing| (standing.state, standing.light))
}

/// What the program prints on a register, and its exit code.
pub(crate) fn run(name: &str, args: &[&str]) -> (String, Option<i32>) {
    let output = super::run(&folder(name), args);
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code())
}

/// What the program answers, as JSON, and its exit code.
pub(crate) fn ask(name: &str, args: &[&str]) -> (Value, Option<i32>) {
    let (out, code) = run(name, &[args, &["--format", "json"]].concat());
    (serde_json::from_str(&out).unwrap_or_else(|error| panic!("{args:?}: {error}: {out}")), code)
}

/// That the program says of a year what the library says.
pub(crate) fn assert_same(name: &str, ledger: &Ledger, year: u16, as_of: &str) {
    let source = Source::Folder(folder(name).into());
    let place = |(file, key): &(&str, &str)| {
        let text = source.text(file)?;
        Some(Position::from_byte(&text, store::locate(&text, *key).start))
    };
    let positions = |keys: &[(&str, &str)]| keys.iter().map(place).collect();
    let report = check_with(ledger, year, as_of, Guide { positions: &positions, ..Guide::NONE });
    let said = serde_json::to_value(&report).expect("a report is JSON");
    let (printed, code) = ask(name, &["check", "--year", &year.to_string(), "--as-of", as_of]);
    // What an older format leaves to the program the library does not know.
    for (key, said) in said.as_object().expect("an object").iter().filter(|(key, _)| *key != "older_format") {
        assert_eq!(without_commands(printed[key].clone()), *said, "{key} of {year} as of {as_of}");
    }
    assert_eq!(code, Some(i32::from(report.is_breach(false))), "{year} as of {as_of}");
}

/// The library knows no commands; the program names one for everything that can still be mended.
fn without_commands(mut units: Value) -> Value {
    let findings = units.as_array_mut().into_iter().flatten().filter_map(|unit| unit.get_mut("findings"));
    for finding in findings.filter_map(Value::as_array_mut).flatten() {
        let is_late = finding["late"] == Value::Bool(true);
        let command = finding["command"].take();
        assert_eq!(command.is_null(), is_late, "{finding}: {command}");
    }
    units
}

/// That what obligations quote stands in their clauses, and that they name rules of the program.
pub(crate) fn assert_consistent(mechanism: &Mechanism) {
    for obligation in &mechanism.obligations {
        let on = obligation.since.unwrap_or(mechanism.begins());
        let clause = mechanism.clause(obligation.clause, on).unwrap_or_else(|| panic!("{} has no clause", obligation.id));
        let (quoted, text) = (obligation.text.as_str(), clause.text.as_str());
        assert!(text.contains(quoted), "{}: {quoted} does not stand in {text}", obligation.id);
        for name in &obligation.rules {
            assert!(rules::rule_by_name(name.as_str()).is_some(), "{} names the rule {name}, which is none", obligation.id);
        }
    }
    for clause in &mechanism.clauses {
        assert!(clause.text.as_str().contains("（虚构）"), "{} is not marked as invented", clause.key);
    }
}
