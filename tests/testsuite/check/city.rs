//! The regulation is data: a register of an invented city with other units, one of them a company, another rhythm and a
//! fourth system is judged by the same program. `tests/city/` holds it; all of it is invented.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::judged::{ask, assert_consistent, assert_same, check, ledger, run, standing};
use liandong::model::{Kind, Ledger, Record, RecordPath};
use liandong::report::{Level, Light, ObligationState};
use liandong::rules;
use liandong::store::{self, Source, TextPolicy};

const CITY: &str = "city";

/// In the midst of a quarter, a month and the second half of the year.
const NOVEMBER: &str = "2025-11-14";

#[test]
fn the_city_is_another_one_in_every_respect() {
    let shipped = store::load(&Source::Shipped, TextPolicy::Drop).expect("the shipped register");
    let shipped = Ledger::new(shipped.records, BTreeSet::new()).expect("a whole mechanism").mechanism;
    let city = ledger(CITY).mechanism;
    assert_consistent(&city);
    assert_eq!(city.units.len(), 5);
    assert!(city.units.values().any(|unit| unit.name.as_str().contains("有限公司")));
    assert!(city.units.keys().all(|unit| !shipped.units.contains_key(unit)));
    let systems = |file: &liandong::model::MechanismFile| {
        file.edition.iter().flat_map(|edition| &edition.system).map(|system| system.id.clone()).collect::<BTreeSet<_>>()
    };
    assert_eq!(systems(&city.file).len(), systems(&shipped.file).len() + 1);
    assert!(systems(&city.file).is_disjoint(&systems(&shipped.file)));
}

#[test]
fn every_obligation_stands_as_its_own_regulation_has_it() {
    let (green, yellow, red) = (Some(Light::Green), Some(Light::Yellow), Some(Light::Red));
    let report = check(&ledger(CITY), 2025, NOVEMBER);
    let expected = [
        ("O1", ObligationState::Defined, None),
        // The first half-year has its consultation, the second has until its end.
        ("O2", ObligationState::Open, green),
        ("O3", ObligationState::Waived, green),
        ("O4", ObligationState::MetLate, yellow),
        ("O5", ObligationState::Unmet(Level::Unmet), red),
        ("O6", ObligationState::NotSeen, None),
        ("O7", ObligationState::Advised(Level::Advice), green),
        // All quarters since the register is kept, but nothing is known of the first.
        ("O8", ObligationState::Unknown, None),
        ("O9", ObligationState::Met, green),
        ("O10", ObligationState::Unmet(Level::Unmet), red),
        ("O11", ObligationState::Met, green),
        ("O12", ObligationState::NearDue, yellow),
        ("O13", ObligationState::Met, green),
        ("O14", ObligationState::NotApplicable, None),
        ("O15", ObligationState::Defined, None),
    ];
    let found: Vec<_> =
        report.obligations.iter().map(|standing| (standing.id.as_str(), standing.state, standing.light)).collect();
    assert_eq!(found, expected);
    let counted = |id: &str| {
        let standing = report.obligations.iter().find(|standing| standing.id == id).expect("an obligation");
        (standing.count, standing.least)
    };
    assert_eq!(counted("O2"), (1, Some(2)), "one of two half-years");
    assert_eq!(counted("O8"), (3, Some(4)), "three of four quarters");
    assert_eq!(counted("O10"), (36, Some(55)), "eleven months of five members");
    assert_eq!(counted("O12"), (1, Some(2)), "one of two drills");
}

#[test]
fn the_members_who_lack_something_are_named() {
    let report = check(&ledger(CITY), 2025, NOVEMBER);
    let mut found = BTreeMap::new();
    for unit in &report.units {
        for finding in &unit.findings {
            let what = (finding.rule, finding.level, finding.on.to_string(), finding.waived_by.is_some());
            found.entry(unit.short.as_str()).or_insert_with(Vec::new).push(what);
        }
    }
    let unmet = |rule, on: &str| (rule, Level::Unmet, on.to_owned(), false);
    let expected = BTreeMap::from([
        (
            "矿管",
            vec![
                ("minutes-missing", Level::Reminder, "2025-05-20".to_owned(), false),
                ("town-not-invited", Level::Advice, "2025-05-20".to_owned(), false),
            ],
        ),
        ("矿业集团", vec![unmet("minimum-unmet", "2025-09-30"), unmet("task-overdue", "2025-07-31")]),
        ("水环", vec![("meeting-chaired-by-other", Level::Reminder, "2025-05-20".to_owned(), true)]),
        ("巡警", vec![unmet("minimum-unmet", "2025-08-31")]),
    ]);
    assert_eq!(found, expected);
    let told: Vec<&str> = report.by_unit.iter().map(|unit| unit.short.as_str()).collect();
    assert_eq!(told, ["救援", "矿业集团"], "only the drill is asked of all together");
}

#[test]
fn at_the_end_of_the_year_what_ran_has_run_out() {
    let report = check(&ledger(CITY), 2025, "2025-12-31");
    let lacking = (ObligationState::Unmet(Level::Unmet), Some(Light::Red));
    for id in ["O2", "O10"] {
        assert_eq!(standing(&report, id), lacking, "{id}");
    }
    let reminded = (ObligationState::Unmet(Level::Reminder), Some(Light::Yellow));
    assert_eq!(standing(&report, "O12"), reminded, "a drill may have been in the spring, before the register");
    assert_eq!(standing(&report, "O8"), (ObligationState::Unknown, None), "the fourth quarter was reached in October");
    let december = report.units.iter().flat_map(|unit| &unit.findings).filter(|found| found.on.month() == 12);
    let december: BTreeMap<&str, usize> = december.fold(BTreeMap::new(), |mut count, found| {
        *count.entry(found.obligation.as_deref().unwrap_or_default()).or_default() += 1;
        count
    });
    assert_eq!(december, BTreeMap::from([("O2", 1), ("O10", 5), ("O12", 1)]), "every member lacks December");
}

#[test]
fn the_year_before_the_register_is_unknown() {
    let report = check(&ledger(CITY), 2024, "2024-12-31");
    assert!(report.units.is_empty(), "{:?}", report.units);
    for id in ["O2", "O4", "O8", "O10", "O12"] {
        assert_eq!(standing(&report, id), (ObligationState::Unknown, None), "{id}");
    }
    assert_eq!(
        check(&ledger(CITY), 2023, "2024-12-31")
            .obligations
            .iter()
            .filter(|found| found.state == ObligationState::Unknown)
            .count(),
        0
    );
}

#[test]
fn the_program_says_the_same() {
    let city = ledger(CITY);
    for (year, as_of) in
        [(2025, NOVEMBER), (2025, "2025-12-31"), (2025, "2025-06-30"), (2024, "2024-12-31"), (2026, "2026-01-05")]
    {
        assert_same(CITY, &city, year, as_of);
    }
}

#[test]
fn a_unit_is_called_as_its_own_city_calls_it() {
    let (answer, code) = ask(CITY, &["check", "--as-of", NOVEMBER, "--unit", "矿业集团"]);
    assert_eq!(code, Some(1));
    let shown: Vec<&str> = answer["units"].as_array().into_iter().flatten().filter_map(|unit| unit["unit"].as_str()).collect();
    assert_eq!(shown, ["kuangye"]);
    let ids: BTreeSet<&str> =
        answer["obligations"].as_array().into_iter().flatten().filter_map(|found| found["id"].as_str()).collect();
    assert!(ids.contains("O5") && ids.contains("O10") && ids.contains("O13"), "{ids:?}");
    // The office's, and those of the inspection, of which the company is no member.
    assert!(!ids.contains("O2") && !ids.contains("O12"), "{ids:?}");
    let (shown, code) = run(CITY, &["duty", "search", "排水"]);
    assert_eq!(code, Some(0));
    assert!(shown.contains("监测矿区排水"), "{shown}");
}

/// Everything that the program says of itself, whatever register it reads.
fn words_of_the_program() -> String {
    let mut words = String::new();
    for rule in rules::all() {
        for text in [&rule.title, &rule.fires, &rule.remedy] {
            words.push_str(text.zh());
            words.push_str(text.en());
        }
    }
    for kind in Kind::ALL {
        let (schema, code) = run(CITY, &["schema", kind.folder().trim_end_matches('/')]);
        assert_eq!(code, Some(0), "schema {}", kind.folder());
        words.push_str(&schema);
    }
    for args in [&["help"][..], &["help", "check"], &["help", "explain"], &["rules"], &["check", "--as-of", NOVEMBER]] {
        words.push_str(&run(CITY, args).0);
    }
    words
}

#[test]
fn no_word_of_the_program_names_the_shipped_district() {
    let words = words_of_the_program();
    let shipped = store::load(&Source::Shipped, TextPolicy::Keep).expect("the shipped register");
    let mut names = BTreeSet::new();
    for (path, record) in shipped.records {
        match (path, record) {
            (RecordPath::OfUnit(..), Record::Unit(unit)) => {
                names.insert(unit.name.to_string());
                // A short name may be a common word: 应急.
                names.extend(
                    unit.aliases
                        .iter()
                        .map(ToString::to_string)
                        .chain([unit.short.to_string()])
                        .filter(|name| name.chars().count() > 3),
                );
            }
            (_, Record::Bodies(bodies)) => {
                let own =
                    bodies.body.iter().filter(|body| body.short.as_str() != "上级部门" && body.short.as_str() != "矿山企业");
                names.extend(own.flat_map(|body| [body.name.to_string(), body.short.to_string()]));
            }
            (_, Record::Mechanism(file)) => drop(names.insert(file.title.to_string())),
            _ => {}
        }
    }
    assert!(names.len() > 20, "{names:?}");
    let spoken: Vec<&String> = names.iter().filter(|name| words.contains(name.as_str())).collect();
    assert!(spoken.is_empty(), "{spoken:?}");
}
