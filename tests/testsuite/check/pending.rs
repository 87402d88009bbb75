//! What is asked and still in time: who must act, by when, and how the obligation stands until then. The records are laid over
//! the shipped mechanism; all of them are invented.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use liandong::model::{Day, Ledger, Record, RecordPath};
use liandong::render::{self, RenderOptions};
use liandong::report::{self, CheckReport, Level, Light, ObligationState, ObligationStatus, Question};
use liandong::rules::{self, Context, Unverified};
use liandong::text::Lang;

/// The files of a register, by path.
#[derive(Clone)]
struct Register(BTreeMap<String, String>);

impl Register {
    /// The shipped mechanism with a mine.
    fn new() -> Self {
        let mut register = Self(BTreeMap::new());
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        register.read(&root, &root);
        register.with("mines/dashan/base.toml", "name = \"大山石场（虚构）\"\ntown = \"hekou\"\n")
    }

    fn read(&mut self, root: &Path, folder: &Path) {
        for path in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                self.read(root, &path);
            } else {
                let file = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
                self.0.insert(file, std::fs::read_to_string(&path).expect("a readable file"));
            }
        }
    }

    fn with(mut self, file: &str, text: &str) -> Self {
        self.0.insert(file.to_owned(), text.to_owned());
        self
    }

    /// With one piece of a file replaced.
    fn amended(self, file: &str, from: &str, to: &str) -> Self {
        let text = self.0[file].clone();
        assert!(text.contains(from), "{from} stands in {file}");
        self.with(file, &text.replacen(from, to, 1))
    }

    fn check(&self, question: &Question, as_of: &str) -> CheckReport {
        let read = |(file, text): (&String, &String)| {
            let path = RecordPath::of_file(file).expect("a path of a register");
            let record = Record::read(&path, text).unwrap_or_else(|problems| panic!("{file}: {problems:#?}"));
            (path, record)
        };
        let ledger = Ledger::new(self.0.iter().map(read), BTreeSet::new()).expect("a whole mechanism");
        let today: Day = as_of.parse().expect("a day");
        let desk = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
        report::check(&desk, &rules::judge_register(&desk), question, None, report::Guide::NONE)
    }

    fn standing(&self, id: &str, as_of: &str) -> ObligationStatus {
        let report = self.check(&year_of(as_of), as_of);
        report.obligations.into_iter().find(|standing| standing.id == id).expect("an obligation")
    }

    /// Due day, unit and record of all that a rule awaits, in the order of the report.
    fn awaited(&self, rule: &str, as_of: &str) -> Vec<String> {
        let question = Question { rule: rules::rule_by_name(rule), ..year_of(as_of) };
        list(&self.check(&question, as_of))
    }
}

fn list(report: &CheckReport) -> Vec<String> {
    let of_unit = |unit: &report::UnitPending| {
        let short = unit.unit.clone();
        unit.pending
            .iter()
            .map(move |pending| format!("{} {short} {}", pending.due, pending.record.reference))
            .collect::<Vec<_>>()
    };
    report.pending.iter().flat_map(of_unit).collect()
}

fn year_of(as_of: &str) -> Question {
    Question { year: as_of.parse::<Day>().expect("a day").year(), unit: None, rule: None }
}

const DECIDED: &str = "held = 2025-03-03\nconvener = \"anweiban\"\ndecided = \"开展边坡治理（虚构）\"\n";

/// A meeting of 2025-03-03; its minutes are due on 2025-03-17, ten working days later.
fn meeting() -> Register {
    Register::new().with("meetings/2025/anweiban/001.toml", DECIDED)
}

/// A hazard of 2025-03-03 that was reported done on 2025-03-10; to be re-inspected by 2025-03-24.
fn hazard(source: &str, major: bool) -> Register {
    let text = format!(
        "mine = \"dashan\"\nfound = 2025-03-03\nsource_kind = \"{source}\"\nnature = \"hazard\"\nmajor = {major}\n\
         description = \"边坡过陡（虚构）\"\nreported_done = 2025-03-10\n"
    );
    Register::new().with("hazards/2025/yingji/001.toml", &text)
}

#[test]
fn a_term_that_runs_is_open_then_near_then_found() {
    let expected = [
        ("2025-03-03", ObligationState::Open, Light::Green, 1),
        ("2025-03-11", ObligationState::Open, Light::Green, 1),
        // Three working days before its end, by the setting.
        ("2025-03-12", ObligationState::NearDue, Light::Yellow, 1),
        ("2025-03-17", ObligationState::NearDue, Light::Yellow, 1),
        // Nobody adopted the term: within the year of the meeting what is absent is a reminder.
        ("2025-03-18", ObligationState::Unmet(Level::Reminder), Light::Yellow, 0),
    ];
    for (as_of, state, light, pending) in expected {
        let found = meeting().standing("O9", as_of);
        assert_eq!((found.state, found.light, found.pending), (state, Some(light), pending), "{as_of}");
        let says_when = found.note.zh().contains("2025-03-17") && found.note.en().contains("2025-03-17");
        assert_eq!(says_when, pending > 0, "{as_of}: {}", found.note.zh());
    }
}

#[test]
fn what_was_done_is_awaited_no_more() {
    let done = format!("{DECIDED}\n[minutes]\nissued = 2025-03-05\n");
    let register = meeting().with("meetings/2025/anweiban/001.toml", &done);
    assert_eq!(register.awaited("minutes-missing", "2025-03-04"), ["2025-03-17 anweiban meetings/2025/anweiban/001"]);
    assert!(register.awaited("minutes-missing", "2025-03-05").is_empty());
    assert_eq!(register.standing("O9", "2025-03-05").state, ObligationState::Met);
}

#[test]
fn what_was_met_stays_counted_beside_what_is_pending() {
    let done = DECIDED.replace("03-03", "02-10") + "\n[minutes]\nissued = 2025-02-12\n";
    let found = meeting().with("meetings/2025/anweiban/002.toml", &done).standing("O9", "2025-03-04");
    assert_eq!((found.state, found.count, found.pending), (ObligationState::Open, 1, 1));
}

#[test]
fn a_finding_wins_over_what_is_pending() {
    let overdue = DECIDED.replace("03-03", "02-10");
    let found = meeting().with("meetings/2025/anweiban/002.toml", &overdue).standing("O9", "2025-03-14");
    assert_eq!((found.state, found.light, found.pending), (ObligationState::Unmet(Level::Reminder), Some(Light::Yellow), 1));
}

#[test]
fn the_nearest_day_is_said_and_how_many_there_are() {
    let later = DECIDED.replace("03-03", "03-06");
    let found = meeting().with("meetings/2025/anweiban/002.toml", &later).standing("O9", "2025-03-06");
    assert_eq!(found.note.zh(), "待办 2 项，最近的 2025-03-17 到期");
    assert_eq!(found.note.en(), "2 to do, the nearest due on 2025-03-17");
}

#[test]
fn what_would_be_advice_is_no_cause_for_concern() {
    let bound = hazard("enforcement", true).standing("O22", "2025-03-24");
    assert_eq!((bound.state, bound.light), (ObligationState::NearDue, Some(Light::Yellow)));
    let unbound = hazard("inspection", false);
    let standing = unbound.standing("O22", "2025-03-24");
    assert_eq!((standing.state, standing.light, standing.pending), (ObligationState::Open, Some(Light::Green), 1));
    assert_eq!(unbound.awaited("reinspection-missing", "2025-03-24"), ["2025-03-24 yingji hazards/2025/yingji/001"]);
}

#[test]
fn the_list_is_by_unit_and_by_day() {
    let register = hazard("enforcement", true).with(
        "meetings/2025/anweiban/001.toml",
        &format!("{DECIDED}\n[[task]]\nno = 1\ntext = \"治理（虚构）\"\nlead = \"yingji\"\ndue = 2025-03-12\n"),
    );
    let report = register.check(&year_of("2025-03-10"), "2025-03-10");
    let of_yingji = report.pending.iter().find(|unit| unit.unit == "yingji").expect("something to do");
    let days: Vec<Day> = of_yingji.pending.iter().map(|pending| pending.due).collect();
    assert!(days.is_sorted() && days.len() > 2, "{days:?}");
    let task = &of_yingji.pending[0];
    let named = (task.code, task.key.as_str(), task.obligation.as_str(), task.clause.as_deref(), task.near);
    assert_eq!(named, ("T02", "task[0].due", "O10", Some("二（六）"), true));
    let asked = Question { unit: "yingji".parse().ok(), ..year_of("2025-03-10") };
    let asked = register.check(&asked, "2025-03-10");
    assert_eq!(asked.pending.iter().map(|unit| unit.unit.as_str()).collect::<Vec<_>>(), ["yingji"]);
    assert_eq!(asked.pending[0].pending.len(), of_yingji.pending.len());
}

#[test]
fn what_an_older_fact_left_open_is_shown_while_the_year_runs() {
    let held = DECIDED.replace("2025-03-03", "2024-12-24");
    let register = Register::new().with("meetings/2024/anweiban/001.toml", &held);
    let minutes = |year, as_of: &str| {
        list(&register.check(&Question { year, unit: None, rule: rules::rule_by_name("minutes-missing") }, as_of))
    };
    let awaited = vec!["2025-01-08 anweiban meetings/2024/anweiban/001".to_owned()];
    assert_eq!(minutes(2025, "2025-01-06"), awaited);
    assert_eq!(minutes(2024, "2025-01-06"), awaited);
    assert_eq!(minutes(2024, "2024-12-31"), awaited);
    assert!(minutes(2025, "2025-01-09").is_empty());
    let later = DECIDED.replace("2025-03-03", "2025-01-03");
    let later = register.clone().with("meetings/2025/anweiban/001.toml", &later);
    let of_2024 = Question { year: 2024, unit: None, rule: rules::rule_by_name("minutes-missing") };
    assert_eq!(list(&later.check(&of_2024, "2025-01-06")), awaited, "what is of a later year is not of this one");
}

#[test]
fn a_term_that_is_left_out_is_the_shipped_one() {
    let minutes = "[[setting]]\nid = \"minutes-term\"\nvalue = \"10 working-days\"\nclause = \"2.6\"\n";
    let register = meeting().amended("settings.toml", minutes, "");
    assert_eq!(register.awaited("minutes-missing", "2025-03-03"), ["2025-03-17 anweiban meetings/2025/anweiban/001"]);
    assert_eq!(register.standing("O9", "2025-03-18").state, ObligationState::Unmet(Level::Reminder));
    let done = format!("{DECIDED}\n[minutes]\nissued = 2025-09-30\n");
    let done = register.with("meetings/2025/anweiban/001.toml", &done);
    assert_eq!(done.standing("O9", "2025-10-09").state, ObligationState::MetLate, "it is late by the shipped term");
}

#[test]
fn a_word_that_came_late_leaves_the_paper_in_time() {
    let order = "kind = \"stop-work\"\nat = 2025-03-03T10:00:00\nmine = \"dashan\"\n";
    let word = "content = 4\ntitle = \"先行告知（虚构）\"\nabout = [\"orders/2025/yingji/001\"]\n\n[preliminary]\nat = 2025-03-04T11:00:00\nby = \"张某某（虚构）\"\nto = [\"ziran\"]\n";
    let register = Register::new().with("orders/2025/yingji/001.toml", order).with("notices/2025/yingji/001.toml", word);
    let awaited = ["2025-03-06 yingji orders/2025/yingji/001"];
    assert_eq!(register.awaited("urgent-fact-not-notified", "2025-03-04"), awaited);
    assert_eq!(register.awaited("urgent-fact-not-notified", "2025-03-06"), awaited);
    assert!(register.awaited("urgent-fact-not-notified", "2025-03-07").is_empty());
    let in_time = register.amended("notices/2025/yingji/001.toml", "04T11:00", "04T10:00");
    assert!(in_time.awaited("urgent-fact-not-notified", "2025-03-04").is_empty());
    assert_eq!(in_time.standing("O29", "2025-03-04").state, ObligationState::Met);
}

#[test]
fn days_that_the_clause_or_the_year_names_are_awaited() {
    let register = Register::new();
    let members = register.awaited("liaison-first-report-late", "2024-08-21");
    assert!(members.len() > 10 && members.iter().all(|line| line.starts_with("2024-08-21 ")), "{members:?}");
    assert!(register.awaited("liaison-first-report-late", "2024-08-22").is_empty());
    assert_eq!(register.awaited("plan-missing", "2025-12-30"), ["2025-12-31 yingji mechanism"]);
    assert!(register.awaited("plan-missing", "2025-12-31").is_empty());
    assert_eq!(register.standing("O45", "2025-06-30").state, ObligationState::Open);
}

#[test]
fn what_a_waiver_excuses_is_not_to_be_done() {
    let excuse = "obligation = \"O9\"\nperiod = \"2025\"\non = 2025-03-04\nreason = \"因台风（虚构）\"\napproved_by = \"丙某（虚构）\"\n\
                  paper = \"某办纪要1号（虚构）\"\n";
    let minutes = "text = \"联席会议研究解决的重大问题事项和部署的工作安排应形成会议纪要\"\nwho = \"office\"\nwho_inferred = true\nforce = ";
    let waived = meeting()
        .amended("obligations.toml", &format!("{minutes}\"must\""), &format!("{minutes}\"in-principle\""))
        .with("waivers/2025/anweiban/001.toml", excuse);
    assert_eq!(waived.awaited("minutes-missing", "2025-03-03").len(), 1, "not approved yet");
    assert!(waived.awaited("minutes-missing", "2025-03-04").is_empty());
    assert_eq!(waived.standing("O9", "2025-03-04").pending, 0);
}

#[test]
fn people_and_programs_see_the_list_and_editors_do_not() {
    let report =
        meeting().check(&Question { rule: rules::rule_by_name("minutes-missing"), ..year_of("2025-03-14") }, "2025-03-14");
    let text = |lang| render::check(&report, RenderOptions { lang, color: false, columns: None });
    let (zh, en) = (text(Lang::Zh), text(Lang::En));
    assert!(
        zh.contains("区安委办待办（1 项）") && zh.contains("2025-03-17 临近到期") && zh.contains("印发 2025-03-03 会议的纪要"),
        "{zh}"
    );
    assert!(en.contains("to do (1)") && en.contains("2025-03-17 near due") && en.contains("issue the minutes"), "{en}");
    let json: serde_json::Value = serde_json::from_str(&render::json::json(&report)).expect("JSON");
    let pending = &json["pending"][0]["pending"][0];
    assert_eq!((pending["due"].as_str(), pending["near"].as_bool()), (Some("2025-03-17"), Some(true)));
    assert_eq!(
        (pending["level"].as_str(), pending["record"]["ref"].as_str()),
        (Some("unmet"), Some("meetings/2025/anweiban/001"))
    );
    let sarif = render::sarif(&report, &[], "", None, Lang::Zh);
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(0));
}
