//! A regulation amended in the midst of 2025: what happened before is judged by the old text and what happened after by the
//! new. `tests/amended/` holds the register of an invented county; all of it is invented.

use std::collections::BTreeSet;

use crate::support::judged::{ask, assert_consistent, assert_same, check, day, ledger, records, run, standing};
use liandong::model::{Kind, Ledger, Record, RecordPath};
use liandong::report::{self, CheckReport, ClauseView, Explanation, Level, Light, ObligationState};

const AMENDED: &str = "amended";

/// The last day of the old text, the first of the new, and the last of the year.
const OLD: &str = "2025-06-30";
const NEW: &str = "2025-07-01";
const END: &str = "2025-12-31";

/// The register without a file, or with another text in its place.
fn with(path: &str, text: Option<&str>) -> Ledger {
    let path = RecordPath::of_file(path).expect("a path of a register");
    let mut records = records(AMENDED);
    records.retain(|(found, _)| *found != path);
    if let Some(text) = text {
        let record = Record::read(&path, text).unwrap_or_else(|problems| panic!("{path}: {problems:#?}"));
        records.push((path, record));
    }
    Ledger::new(records, BTreeSet::new()).expect("a whole mechanism")
}

/// What was found under an obligation: the rule, the day, who must act, and the words that are quoted.
fn found<'a>(report: &'a CheckReport, id: &str) -> Vec<(&'static str, String, &'a str, &'a str)> {
    let all = report.units.iter().flat_map(|unit| unit.findings.iter().map(move |finding| (unit, finding)));
    let of_id = all.filter(|(_, finding)| finding.obligation.as_deref() == Some(id));
    let mut found: Vec<_> = of_id
        .map(|(unit, finding)| {
            (finding.rule, finding.on.to_string(), unit.unit.as_str(), finding.quote.as_deref().unwrap_or_default())
        })
        .collect();
    found.sort_by(|a, b| a.1.cmp(&b.1));
    found
}

fn counted(report: &CheckReport, id: &str) -> (usize, Option<u32>) {
    let standing = report.obligations.iter().find(|standing| standing.id == id).expect("an obligation");
    (standing.count, standing.least)
}

const MET: (ObligationState, Option<Light>) = (ObligationState::Met, Some(Light::Green));
const UNMET: (ObligationState, Option<Light>) = (ObligationState::Unmet(Level::Unmet), Some(Light::Red));
const REMINDED: (ObligationState, Option<Light>) = (ObligationState::Unmet(Level::Reminder), Some(Light::Yellow));

#[test]
fn the_register_is_consistent() {
    assert_consistent(&ledger(AMENDED).mechanism);
}

#[test]
fn last_year_is_judged_by_last_years_text() {
    let ledger = ledger(AMENDED);
    for as_of in ["2024-12-31", OLD, NEW, "2026-03-01"] {
        let report = check(&ledger, 2024, as_of);
        assert!(report.units.is_empty(), "{as_of}: {:?}", report.units);
        for id in ["O1", "O2", "O3", "O4", "O5", "O6"] {
            assert_eq!(standing(&report, id), MET, "{id} as of {as_of}");
        }
        // One talk was enough, in which three units took part; the text that asks two is of later.
        assert_eq!(counted(&report, "O1"), (1, Some(1)), "{as_of}");
        assert_eq!(counted(&report, "O6"), (6, Some(6)), "{as_of}");
        assert_eq!(report.obligations[0].quote, "会商原则上每年召开一次", "{as_of}");
        assert_eq!(report.heading.paper, "白石联办〔2024〕1号（虚构）", "{as_of}");
        assert!(report.heading.former.is_empty(), "{as_of}");
        assert_eq!(standing(&report, "O7"), (ObligationState::NotApplicable, None), "{as_of}");
    }
}

#[test]
fn a_fact_is_judged_and_quoted_by_the_text_of_its_day() {
    let report = check(&ledger(AMENDED), 2025, END);
    // Chaired by the wrong unit each time: until the end of June it was to be the land bureau.
    assert_eq!(
        found(&report, "O2"),
        [
            ("meeting-chaired-by-other", "2025-03-12".to_owned(), "tudi", "会商由县土地局分管负责人主持"),
            ("meeting-chaired-by-other", "2025-09-10".to_owned(), "jiaotong", "会商由县交通局分管负责人主持"),
        ]
    );
    // The weather bureau was missed in March, and no member any more in September.
    let quote = "各成员单位应当参加会商";
    assert_eq!(
        found(&report, "O3"),
        [
            ("member-attendance-missing", "2025-03-12".to_owned(), "lianban", quote),
            ("outsider-counted-present", "2025-09-10".to_owned(), "lianban", quote),
        ]
    );
    // Minutes, in principle before and without exception after, by another clause.
    assert_eq!(found(&report, "O4"), [("minutes-missing", "2025-03-12".to_owned(), "lianban", "议定事项原则上形成纪要")]);
    assert_eq!(found(&report, "O7"), [("minutes-missing", "2025-09-10".to_owned(), "lianban", "议定事项必须形成纪要并印发")]);
    assert_eq!((standing(&report, "O4"), standing(&report, "O7")), (REMINDED, UNMET));
}

#[test]
fn a_half_year_is_judged_by_the_text_of_its_own_end() {
    let ledger = ledger(AMENDED);
    let report = check(&ledger, 2025, END);
    let (rule, quote) = ("minimum-unmet", "各成员单位每半年至少通报一次情况");
    // The weather bureau owed the first half-year; in the second nobody asked it.
    assert_eq!(found(&report, "O6"), [(rule, "2025-06-30".to_owned(), "qixiang", quote)]);
    assert_eq!(counted(&report, "O6"), (4, Some(5)));
    assert_eq!(found(&report, "O5"), [(rule, "2025-12-31".to_owned(), "lianban", "每半年至少联合巡查一次")]);
    assert_eq!(counted(&report, "O5"), (1, Some(2)));
    // While the first half runs, it is asked of three; from the first day of the second, of two.
    let running = |as_of: &str| {
        let report = check(&ledger, 2025, as_of);
        report.obligations.into_iter().find(|standing| standing.id == "O6").expect("an obligation")
    };
    let june = running("2025-06-27");
    assert_eq!((june.state, june.least), (ObligationState::NearDue, Some(3)));
    assert!(june.note.zh().ends_with("：气象"), "{}", june.note);
    assert_eq!(running(NEW).least, Some(5));
}

#[test]
fn a_year_is_judged_by_the_text_in_force_when_it_ends() {
    let whole = ledger(AMENDED);
    let (open, near) = ((ObligationState::Open, Some(Light::Green)), (ObligationState::NearDue, Some(Light::Yellow)));
    for (as_of, stands, counts) in [
        ("2025-03-11", open, (0, Some(1))),
        (OLD, MET, (1, Some(1))),
        (NEW, open, (1, Some(2))),
        ("2025-09-09", open, (1, Some(2))),
        ("2025-09-10", MET, (2, Some(2))),
        (END, MET, (2, Some(2))),
    ] {
        let report = check(&whole, 2025, as_of);
        assert_eq!((standing(&report, "O1"), counted(&report, "O1")), (stands, counts), "as of {as_of}");
    }
    let once = with("meetings/2025/lianban/002.toml", None);
    assert_eq!(standing(&check(&once, 2025, "2025-11-11"), "O1"), near);
}

#[test]
fn what_an_amendment_added_in_the_midst_of_a_year_follows_the_setting() {
    let settings = |policy: &str| format!("[[setting]]\nid = \"partial-year\"\nvalue = \"{policy}\"\n");
    let removed = |policy: &str, meetings: &[&str]| {
        let mut records = records(AMENDED);
        records.retain(|(path, _)| !meetings.contains(&path.to_string().as_str()));
        let record = Record::read(&RecordPath::Single(Kind::Settings), &settings(policy)).expect("settings");
        records.push((RecordPath::Single(Kind::Settings), record));
        Ledger::new(records, BTreeSet::new()).expect("a whole mechanism")
    };
    let (first, second) = ("meetings/2025/lianban/001", "meetings/2025/lianban/002");
    // As many as the old text asked, and one fewer than the new: the second was only asked for half of the year.
    for (policy, expected) in [("warn", REMINDED), ("require", UNMET), ("exempt", MET)] {
        assert_eq!(standing(&check(&removed(policy, &[second]), 2025, END), "O1"), expected, "{policy}");
    }
    // Fewer than either: the whole year asked for one.
    for policy in ["warn", "require", "exempt"] {
        let none = removed(policy, &[first, second]);
        let report = check(&none, 2025, END);
        assert_eq!(standing(&report, "O1"), UNMET, "{policy}");
        assert_eq!(found(&report, "O1")[0].3, "会商每年至少召开两次", "{policy}");
        // The next year is covered whole.
        assert_eq!(standing(&check(&none, 2026, "2026-12-31"), "O1"), UNMET, "{policy}");
    }
}

#[test]
fn a_waiver_excuses_what_was_asked_in_principle_until_it_was_not() {
    let waiver = "obligation = \"O1\"\nperiod = \"2025\"\nreason = \"因洪水（虚构）。\"\napproved_by = \"某某（虚构）\"\n\
                  paper = \"白石联办函〔2025〕1号（虚构）\"\non = 2025-02-03\n";
    let mut records: Vec<_> = records(AMENDED);
    records.retain(|(path, _)| path.kind() != Kind::Meeting);
    let path = RecordPath::of_file("waivers/2025/lianban/001.toml").expect("a path");
    let record = Record::read(&path, waiver).expect("a waiver");
    records.push((path, record));
    let ledger = Ledger::new(records, BTreeSet::new()).expect("a whole mechanism");
    assert_eq!(standing(&check(&ledger, 2025, OLD), "O1"), (ObligationState::Waived, Some(Light::Green)));
    assert_eq!(standing(&check(&ledger, 2025, NEW), "O1"), (ObligationState::Open, Some(Light::Green)));
    assert_eq!(standing(&check(&ledger, 2025, END), "O1"), UNMET);
    assert_eq!(check(&ledger, 2025, END).counts.waived, 0);
}

#[test]
fn as_of_a_day_before_the_amendment_shows_the_old_text() {
    let ledger = ledger(AMENDED);
    let shown = |as_of: &str, id: &str| {
        let report = check(&ledger, 2025, as_of);
        let standing = report.obligations.into_iter().find(|standing| standing.id == id).expect("an obligation");
        (standing.quote, standing.force)
    };
    for id in ["O1", "O2", "O3", "O4", "O5", "O6", "O7"] {
        let report = check(&ledger, 2025, END);
        assert_eq!(report.obligations.iter().filter(|standing| standing.id == id).count(), 1, "{id} is shown once");
    }
    assert_eq!(shown(OLD, "O1"), ("会商原则上每年召开一次".to_owned(), "in-principle"));
    assert_eq!(shown(NEW, "O1"), ("会商每年至少召开两次".to_owned(), "must"));
    let (before, after) = (check(&ledger, 2025, OLD), check(&ledger, 2025, NEW));
    assert_eq!(before.heading.paper, "白石联办〔2024〕1号（虚构）");
    assert!(before.heading.former.is_empty());
    assert_eq!(after.heading.paper, "白石联办〔2025〕6号（虚构）");
    let former: Vec<_> = after.heading.former.iter().map(|former| (former.paper.as_str(), former.until)).collect();
    assert_eq!(former, [("白石联办〔2024〕1号（虚构）", day(OLD))]);
    // What comes later is announced, with the clause that it will have.
    let coming = before.obligations.iter().find(|standing| standing.id == "O7").expect("an obligation");
    assert_eq!((coming.state, coming.clause_path.as_str()), (ObligationState::NotApplicable, "二（五）"));
    assert!(coming.note.zh().contains("自 2025-07-01 起适用"), "{}", coming.note);
    // And what lapsed is only of the years in which it held.
    let next = check(&ledger, 2026, "2026-03-01");
    let lapsed = next.obligations.iter().find(|standing| standing.id == "O4").expect("an obligation");
    assert_eq!(lapsed.state, ObligationState::NotApplicable);
    assert!(lapsed.note.zh().contains("至 2025-06-30 止"), "{}", lapsed.note);
}

#[test]
fn explain_shows_the_text_of_the_day() {
    let ledger = ledger(AMENDED);
    let obligation = |on: &str| match report::explain("O1", &ledger, day(on)) {
        Ok(Explanation::Obligation(found)) => (found.quote, found.clause.text, found.since, found.until),
        other => panic!("{other:?}"),
    };
    let (old, new) = (day(OLD), day(NEW));
    assert_eq!(obligation(OLD), ("会商原则上每年召开一次".into(), "会商原则上每年召开一次（虚构）。".into(), None, Some(old)));
    assert_eq!(obligation(NEW), ("会商每年至少召开两次".into(), "会商每年至少召开两次（虚构）。".into(), Some(new), None));
    let rule = |on: &str| match report::explain("minutes-missing", &ledger, day(on)) {
        Ok(Explanation::Rule(found)) => found.obligations.into_iter().map(|found| found.id).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!((rule(OLD), rule(NEW)), (vec!["O4".to_owned()], vec!["O7".to_owned()]));
    let clause = |on: &str| match report::explain("2.1", &ledger, day(on)) {
        Ok(Explanation::Clause(within, founded)) => (texts(&within), founded.len()),
        other => panic!("{other:?}"),
    };
    assert_eq!(clause(OLD), (vec!["会商原则上每年召开一次（虚构）。".to_owned()], 1));
    assert_eq!(clause(NEW), (vec!["会商每年至少召开两次（虚构）。".to_owned()], 1));
    assert!(report::explain("2.5", &ledger, day(OLD)).is_err(), "there was no such clause");
    assert_eq!(texts(&report::clauses(None, &ledger, day(OLD))).len(), 9);
    assert_eq!(texts(&report::clauses(None, &ledger, day(NEW))).len(), 10);
}

fn texts(clauses: &[ClauseView]) -> Vec<String> {
    clauses.iter().map(|clause| clause.text.clone()).collect()
}

#[test]
fn the_program_says_the_same() {
    let ledger = ledger(AMENDED);
    for (year, as_of) in [(2024, "2024-12-31"), (2024, "2026-03-01"), (2025, OLD), (2025, NEW), (2025, END), (2026, "2026-03-01")]
    {
        assert_same(AMENDED, &ledger, year, as_of);
    }
    let (today, code) = run(AMENDED, &["explain", "O1"]);
    assert!(today.contains("会商每年至少召开两次") && code == Some(0), "{today}");
    let (before, _) = run(AMENDED, &["explain", "O1", "--as-of", OLD]);
    assert!(before.contains("会商原则上每年召开一次") && before.contains("至 2025-06-30 止"), "{before}");
    let (clause, _) = run(AMENDED, &["clause", "2.2", "--as-of", OLD]);
    assert!(clause.contains("县土地局") && !clause.contains("县交通局"), "{clause}");
    let (text, _) = run(AMENDED, &["check", "--as-of", END]);
    assert!(text.contains("至 2025-06-30 按 白石联办〔2024〕1号"), "{text}");
}

#[test]
fn a_unit_that_left_is_still_asked_for_what_it_owed() {
    let ids = |as_of: &str| {
        let (answer, _) = ask(AMENDED, &["check", "--as-of", as_of, "--unit", "气象"]);
        let found =
            answer["obligations"].as_array().into_iter().flatten().filter_map(|found| found["id"].as_str().map(str::to_owned));
        found.collect::<BTreeSet<_>>()
    };
    let asked = BTreeSet::from(["O3".to_owned(), "O6".to_owned()]);
    assert_eq!(ids(END), asked, "a member for half of the year");
    assert_eq!(ids("2026-03-01"), BTreeSet::new(), "no member in that year");
}

#[test]
fn a_half_year_of_which_nothing_is_known_is_not_covered_by_one_that_runs_on() {
    const KEPT: &str = "[[setting]]\nid = \"records-since\"\nvalue = \"2025-07-01\"\n";
    let november = "2025-11-14";
    let rounds = |text: Option<&str>, settings: &str| {
        let path = RecordPath::of_file("enforcements/2025/lianban/001.toml").expect("a path");
        let mut records = records(AMENDED);
        records.retain(|(found, _)| *found != path);
        for (path, text) in [("settings.toml", Some(settings)), ("enforcements/2025/lianban/001.toml", text)] {
            let path = RecordPath::of_file(path).expect("a path");
            let Some(text) = text else { continue };
            records.retain(|(found, _)| *found != path);
            records.push((path.clone(), Record::read(&path, text).expect("a record")));
        }
        Ledger::new(records, BTreeSet::new()).expect("a whole mechanism")
    };
    // Before the register was kept; then a round of which nobody recorded who took part.
    let alone = "title = \"巡查（虚构）\"\nlead = \"lianban\"\nfrom = 2025-03-04\nto = 2025-03-04\n\n[basis]\nkind = \"problem\"\ntext = \"虚构\"\n\n[summary]\neffects = \"检查两处（虚构）\"\nproblems = \"无\"\ncauses = \"无\"\nrequirements = \"无\"\nsubmitted_by = \"张某甲\"\nreceived = 2025-03-10\n";
    for (text, settings) in [(None, KEPT), (Some(alone), "")] {
        let report = check(&rounds(text, settings), 2025, november);
        assert_eq!(standing(&report, "O5"), (ObligationState::Unknown, None), "{text:?}");
    }
    // What was not done in the first half-year weighs more than that the second runs on.
    assert_eq!(standing(&check(&rounds(None, ""), 2025, november), "O5"), UNMET);
    // Near its end what runs on weighs more than what nobody knows.
    let report = check(&rounds(None, KEPT), 2025, "2025-12-30");
    assert_eq!(standing(&report, "O5"), (ObligationState::NearDue, Some(Light::Yellow)));
}
