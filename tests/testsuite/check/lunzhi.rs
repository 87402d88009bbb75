//! A mechanism whose members take turns, with two systems each for notices and for joint enforcement: every verdict goes to the
//! obligation of its record's own system. `tests/lunzhi/` holds it; all of it is invented.

use std::collections::BTreeSet;

use crate::support::judged::{assert_same, check, ledger, run};
use liandong::report::{Level, ObligationState};

const LUNZHI: &str = "lunzhi";

/// Its year is over, and so are the terms that no paper adopted.
const JANUARY: &str = "2026-01-20";

#[test]
fn every_obligation_stands_as_the_records_of_its_own_system_have_it() {
    let report = check(&ledger(LUNZHI), 2025, JANUARY);
    let unmet = ObligationState::Unmet(Level::Unmet);
    let expected = [
        // The second meeting was chaired by the unit whose turn it had been.
        ("O1", unmet),
        // No meeting in the last quarter.
        ("O2", unmet),
        // One notice of a and none of b, of two each.
        ("O3", unmet),
        // One names its system; the other is of the only one to which its unit belongs.
        ("O4", ObligationState::Met),
        // Both random checks had no leader, which their clause allows.
        ("O5", ObligationState::Advised(Level::Advice)),
        // The joint enforcement had none either, and its clause demands one, and a summary.
        ("O6", unmet),
        ("O7", unmet),
        // Two of four quarters.
        ("O8", unmet),
        ("O9", unmet),
    ];
    let found: Vec<_> = report.obligations.iter().map(|standing| (standing.id.as_str(), standing.state)).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_is_found_is_found_under_the_obligation_of_its_system() {
    let report = check(&ledger(LUNZHI), 2025, JANUARY);
    let found: BTreeSet<(&str, &str, &str)> = report
        .units
        .iter()
        .flat_map(|unit| &unit.findings)
        .map(|finding| (finding.code, finding.file.as_str(), finding.obligation.as_deref().unwrap_or_default()))
        .collect();
    let expected = BTreeSet::from([
        ("E04", "enforcements/2025/a/001.toml", "O6"),
        ("E04", "enforcements/2025/b/001.toml", "O5"),
        ("E04", "enforcements/2025/b/002.toml", "O5"),
        ("E09", "enforcements/2025/a/001.toml", "O7"),
        // That a joint enforcement is to be held every year, the obligations do not say.
        ("G09", "mechanism.toml", ""),
        ("M06", "meetings/2025/b/001.toml", "O1"),
        ("Y01", "mechanism.toml", "O2"),
        ("Y01", "mechanism.toml", "O3"),
        ("Y01", "mechanism.toml", "O8"),
        ("Y01", "mechanism.toml", "O9"),
    ]);
    assert_eq!(found, expected);
}

#[test]
fn the_program_says_the_same_of_it() {
    let lunzhi = ledger(LUNZHI);
    for (year, as_of) in [(2025, JANUARY), (2025, "2025-12-31"), (2025, "2025-06-30")] {
        assert_same(LUNZHI, &lunzhi, year, as_of);
    }
}

#[test]
fn a_printed_command_files_into_the_system_that_lacks_it() {
    let (printed, code) = run(LUNZHI, &["check", "--year", "2025", "--as-of", JANUARY, "--lang", "en"]);
    assert_eq!(code, Some(1));
    let commands: Vec<&str> = printed.lines().filter_map(|line| line.split_once("liandong ")).map(|(_, said)| said).collect();
    for (verb, rest) in [
        ("notice new", "--system xin2 --as 甲"),
        ("notice new", "--system xin2 --as 乙"),
        ("enforcement plan", "--system choucha --as 乙"),
    ] {
        let is_printed = commands.iter().any(|said| said.starts_with(verb) && said.ends_with(rest));
        assert!(is_printed, "{verb} {rest}\n{printed}");
    }
    // Of meetings and plans there is one system each: nothing need be said.
    assert!(!printed.contains("--system hui") && !printed.contains("--system zhuanxiang"), "{printed}");
}
