//! How each obligation stands in a year, over registers of a few records made in memory. All of it is invented.

use std::collections::{BTreeMap, BTreeSet};

use liandong::model::{Day, Ledger, Record, RecordPath};
use liandong::report::{self, CheckReport, Level, Light, ObligationState, ObligationStatus, Question};
use liandong::rules::{self, Context, Unverified};

/// The files of a register, by path; one given later takes the place of one given before.
#[derive(Clone)]
struct Register(BTreeMap<String, String>);

const MECHANISM: &str = r#"
format = 1
title = "某县协调机制（虚构）"
region = "990001"
time_zone = "+08:00"
issuer = "某县联办（虚构）"
office = "ban"

[[edition]]
from = 2024-01-01
paper = "某办〔2024〕1号（虚构）"

[[edition.system]]
id = "talk"
name = "会商"
name_en = "talk"
clause = "1"
record = "meeting"
members = ["jia", "yi"]
at_least = 1
every = "year"
by = "mechanism"
lead = "ban"
chair = "jia"

[[edition.system]]
id = "patrol"
name = "联合巡查"
name_en = "patrol"
clause = "2"
record = "enforcement"
members = ["jia", "yi"]
at_least = 2
every = "year"
by = "mechanism"

[[edition.system]]
id = "letter"
name = "通报"
name_en = "letter"
clause = "3"
record = "notice"
members = ["jia", "yi"]
at_least = 1
every = "half-year"
by = "mechanism"

[[edition.system]]
id = "exchange"
name = "月度交换"
name_en = "exchange"
clause = "4"
record = "notice"
members = ["jia", "yi"]
at_least = 1
every = "month"
by = "member"

[[edition.system]]
id = "plan"
name = "年度计划"
name_en = "plan"
clause = "5"
record = "plan"
members = ["jia", "yi"]
at_least = 1
every = "year"
by = "member"

[[edition.system]]
id = "brief"
name = "周报"
name_en = "brief"
clause = "6"
record = "notice"
members = ["jia", "yi"]
at_least = 1
every = "week"
by = "mechanism"
"#;

/// An obligation: id, who, force, system, and what else its table holds.
const OBLIGATIONS: &[(&str, &str, &str, &str, &str)] = &[
    ("O1", "office", "must", "talk", "rules = [\"minimum-unmet\"]"),
    ("O2", "members", "in-principle", "letter", "rules = [\"minimum-unmet\"]"),
    ("O3", "members", "must", "exchange", "rules = [\"minimum-unmet\"]"),
    ("O4", "office", "must", "talk", "reason = \"条文不要求次数\"\nreason_en = \"no number is asked\""),
    ("O5", "office", "must", "talk", "rules = [\"minutes-missing\"]"),
    ("O6", "office", "may", "talk", "rules = [\"meeting-convened-by-other\"]"),
    ("O7", "office", "must", "talk", "rules = [\"member-attendance-missing\"]\nsince = 2026-01-01"),
    ("O8", "office", "must", "talk", "rules = [\"agenda-material-missing\"]\nuntil = 2024-12-31"),
    ("O9", "jia", "in-principle", "talk", "rules = [\"meeting-chaired-by-other\"]"),
    ("O10", "members", "in-principle", "plan", "rules = [\"minimum-unmet\"]"),
    ("O11", "office", "must", "patrol", "rules = [\"minimum-unmet\"]"),
    ("O12", "members", "must", "brief", "rules = [\"minimum-unmet\"]"),
    ("O13", "office", "may", "talk", "reason = \"准许随时召开\"\nreason_en = \"further ones are allowed\""),
    ("O14", "members", "basis", "talk", "rules = [\"outsider-counted-present\"]"),
];

/// Settings: id, value, and what else the table holds.
const SETTINGS: &[(&str, &str, &str)] = &[
    ("yearly-yellow", "10-01", ""),
    ("yearly-red", "12-01", ""),
    ("near-due", "3 working-days", ""),
    ("minutes-term", "10 working-days", "basis = \"某办〔2024〕2号（虚构）\""),
];

impl Register {
    fn new() -> Self {
        let obligation = |(id, who, force, system, rest): &(&str, &str, &str, &str, &str)| {
            let head = format!("[[obligation]]\nid = \"{id}\"\nclause = \"1\"\ntitle = \"义务\"\ntitle_en = \"obligation\"\n");
            format!("{head}text = \"原文\"\nwho = \"{who}\"\nforce = \"{force}\"\nsystem = \"{system}\"\n{rest}\n")
        };
        let unit = |short: &str| format!("name = \"某县{short}（虚构）\"\nshort = \"{short}\"\n");
        Self(BTreeMap::new())
            .with("mechanism.toml", MECHANISM)
            .with("obligations.toml", &OBLIGATIONS.iter().map(obligation).collect::<String>())
            .with("clauses.toml", "[[clause]]\nkey = \"1\"\npath = \"一\"\ntext = \"原文（虚构）\"\n")
            .with("units/ban.toml", &unit("联办"))
            .with("units/jia.toml", &unit("甲局"))
            .with("units/yi.toml", &unit("乙局"))
            .with("calendar/2024.toml", "source = \"虚构\"\noff = [2024-01-01]\n")
            .with("calendar/2025.toml", "source = \"虚构\"\noff = [2025-01-01]\n")
            .settings(&[])
    }

    /// With one more file; a notice goes to the office where it says nothing else.
    fn with(mut self, path: &str, text: &str) -> Self {
        let to = if path.starts_with("notices/") && !text.contains("[[to]]") { "[[to]]\nwho = \"ban\"\n" } else { "" };
        self.0.insert(path.to_owned(), format!("{text}{to}"));
        self
    }

    fn with_all(self, files: &[(&str, &str)]) -> Self {
        files.iter().fold(self, |register, (path, text)| register.with(path, text))
    }

    /// The usual settings and some more.
    fn settings(self, more: &[(&str, &str, &str)]) -> Self {
        let table = |(id, value, rest): &(&str, &str, &str)| format!("[[setting]]\nid = \"{id}\"\nvalue = \"{value}\"\n{rest}\n");
        self.with("settings.toml", &SETTINGS.iter().chain(more).map(table).collect::<String>())
    }

    /// The mechanism with one piece of its text replaced.
    fn amended(self, from: &str, to: &str) -> Self {
        let text = &self.0["mechanism.toml"];
        assert!(text.contains(from), "{from} stands in the mechanism");
        let text = text.replacen(from, to, 1);
        self.with("mechanism.toml", &text)
    }

    fn ledger(&self) -> Ledger {
        let read = |(file, text): (&String, &String)| {
            let path = RecordPath::of_file(file).expect("a path of a register");
            let record = Record::read(&path, text).unwrap_or_else(|problems| panic!("{file}: {problems:#?}"));
            (path, record)
        };
        Ledger::new(self.0.iter().map(read), BTreeSet::new()).expect("a whole mechanism")
    }

    fn report(&self, year: u16, as_of: &str) -> CheckReport {
        let ledger = self.ledger();
        let today = day(as_of);
        let desk = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
        let question = Question { year, unit: None, rule: None };
        report::check(&desk, &rules::judge_register(&desk), &question, None, report::Guide::NONE)
    }

    fn standing(&self, id: &str, year: u16, as_of: &str) -> ObligationStatus {
        let report = self.report(year, as_of);
        report.obligations.into_iter().find(|standing| standing.id == id).expect("an obligation of the register")
    }

    /// The state and light of an obligation, as of a day of the year that is asked about.
    fn lit(&self, id: &str, as_of: &str) -> (ObligationState, Option<Light>) {
        let standing = self.standing(id, day(as_of).year(), as_of);
        (standing.state, standing.light)
    }
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

const MEETING: (&str, &str) = (
    "meetings/2025/ban/001.toml",
    "held = 2025-03-03\nconvener = \"ban\"\n[[attendance]]\nwho = \"jia\"\nhow = \"present\"\n[[attendance]]\nwho = \"yi\"\nhow = \"deputy\"\n",
);

/// Two notices, one in each half of 2025.
const LETTERS: &[(&str, &str)] = &[
    ("notices/2025/jia/001.toml", "content = 1\ntitle = \"情况通报（虚构）\"\nissued = 2025-03-05\n"),
    ("notices/2025/yi/001.toml", "content = 1\ntitle = \"情况通报（虚构）\"\nissued = 2025-09-05\n"),
];

/// A meeting in the chair of which sat another than the one named, though the obligation is in principle.
const CHAIRED_BY_OTHER: (&str, &str) = (
    "meetings/2025/ban/001.toml",
    "held = 2025-03-03\nconvener = \"ban\"\n[chair]\nunit = \"yi\"\nname = \"丁某（虚构）\"\npost = \"in-charge\"\n",
);

/// A waiver of the obligation in the chair; the fields that a case leaves out are absent.
fn waiver(obligation: &str, period: &str, rest: &str) -> String {
    format!("obligation = \"{obligation}\"\nperiod = \"{period}\"\non = 2025-03-10\n{rest}")
}

const APPROVED: &str = "reason = \"因台风（虚构）\"\napproved_by = \"丙某（虚构）\"\npaper = \"某办纪要1号（虚构）\"\n";

/// Every state that there is, by the word that a report prints, so that a new one has to be reached here.
fn word(state: ObligationState) -> &'static str {
    match state {
        ObligationState::Met => "met",
        ObligationState::MetLate => "met late",
        ObligationState::Waived => "waived",
        ObligationState::Open => "open",
        ObligationState::NearDue => "near due",
        ObligationState::Unmet(Level::Unmet) => "not carried out",
        ObligationState::Unmet(Level::Reminder) => "reminder",
        ObligationState::Unmet(Level::Advice) | ObligationState::Advised(Level::Advice) => "advice",
        // A permission that is not used is advised on, a definition that is passed over is a reminder.
        ObligationState::Advised(_) => "reminder of a definition",
        // Only a fault of form is to be corrected, and no obligation is about form.
        ObligationState::Unmet(Level::Form) => unreachable!("an obligation judged by a rule on form"),
        ObligationState::Defined => "definition",
        ObligationState::Allowed => "permission",
        ObligationState::NotSeen => "no occasion",
        ObligationState::NotApplicable => "not applicable",
        ObligationState::Unknown => "unknown",
        ObligationState::NotJudged => "not judged",
    }
}

struct Case {
    what: &'static str,
    id: &'static str,
    as_of: &'static str,
    files: Vec<(&'static str, String)>,
    settings: &'static [(&'static str, &'static str, &'static str)],
    stands: (ObligationState, Option<Light>),
    /// What the note must say.
    note: &'static str,
}

fn case(
    what: &'static str,
    id: &'static str,
    as_of: &'static str,
    files: &[(&'static str, &str)],
    stands: (ObligationState, Option<Light>),
    note: &'static str,
) -> Case {
    let files = files.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
    Case { what, id, as_of, files, settings: &[], stands, note }
}

fn cases() -> Vec<Case> {
    let (green, yellow, red) = (Some(Light::Green), Some(Light::Yellow), Some(Light::Red));
    let decided = "held = 2025-03-03\nconvener = \"ban\"\ndecided = \"排水\"\n";
    let late = format!("{decided}[minutes]\nissued = 2025-03-18\n");
    let in_time = format!("{decided}[minutes]\nissued = 2025-03-17\n");
    let meetings = "meetings/2025/ban/001.toml";
    let by_other = "held = 2025-03-03\nconvener = \"yi\"\n";
    let excused = waiver("O9", "2025", APPROVED);
    let plain = [("waivers/2025/jia/001.toml", excused.as_str()), CHAIRED_BY_OTHER];
    let unknown = &[("records-since", "2026-01-01", "")];
    vec![
        case("held", "O1", "2025-12-31", &[MEETING], (ObligationState::Met, green), "到会 2/"),
        case("held and the year runs on", "O1", "2025-03-03", &[MEETING], (ObligationState::Met, green), "到会 2/"),
        case(
            "minutes on the last day of the term",
            "O5",
            "2025-12-31",
            &[(meetings, &in_time)],
            (ObligationState::Met, green),
            "",
        ),
        case("minutes a day late", "O5", "2025-12-31", &[(meetings, &late)], (ObligationState::MetLate, yellow), "1 项"),
        case("no minutes", "O5", "2025-12-31", &[(meetings, decided)], (ObligationState::Unmet(Level::Unmet), red), "1 项"),
        case("nothing decided", "O5", "2025-12-31", &[MEETING], (ObligationState::NotSeen, None), "未见适用情形"),
        case("waived", "O9", "2025-12-31", &plain, (ObligationState::Waived, green), "2025-甲局-001"),
        case("in principle", "O9", "2025-12-31", &[CHAIRED_BY_OTHER], (ObligationState::Unmet(Level::Reminder), yellow), "1 项"),
        case("may", "O6", "2025-12-31", &[(meetings, by_other)], (ObligationState::Advised(Level::Advice), green), "1 项"),
        case("not held, early in the year", "O1", "2025-05-05", &[], (ObligationState::Open, green), "至 2025-12-31"),
        case("not held, late in the year", "O1", "2025-11-11", &[], (ObligationState::NearDue, yellow), "至 2025-12-31"),
        case("not held, at its very end", "O1", "2025-12-30", &[], (ObligationState::NearDue, red), "还有 1 个工作日"),
        case("not held", "O1", "2025-12-31", &[], (ObligationState::Unmet(Level::Unmet), red), "1 项"),
        case("not asked yet", "O7", "2025-12-31", &[MEETING], (ObligationState::NotApplicable, None), "自 2026-01-01 起适用"),
        case("not asked any more", "O8", "2025-12-31", &[MEETING], (ObligationState::NotApplicable, None), "至 2024-12-31 止"),
        Case {
            settings: unknown,
            ..case("before the register", "O1", "2025-12-31", &[], (ObligationState::Unknown, None), "台账自 2026-01-01 起录")
        },
        case("allowed", "O6", "2025-12-31", &[], (ObligationState::Allowed, None), "未采用，同样符合本条"),
        case("allowed and used", "O6", "2025-12-31", &[MEETING], (ObligationState::Allowed, None), "已采用"),
        case("allowed, and no rule looks", "O13", "2025-12-31", &[], (ObligationState::Allowed, None), "准许随时召开"),
        case("defined", "O14", "2025-12-31", &[MEETING], (ObligationState::Defined, None), ""),
        case(
            "who took part is not recorded",
            "O1",
            "2025-12-31",
            &[(meetings, decided)],
            (ObligationState::Unknown, None),
            "未登记参加单位",
        ),
        case("no rule judges it", "O4", "2025-12-31", &[], (ObligationState::NotJudged, None), "不要求次数"),
    ]
}

#[test]
fn every_state_and_light_is_reached() {
    let (mut states, mut lights) = (BTreeSet::new(), BTreeSet::new());
    for Case { what, id, as_of, files, settings, stands, note } in cases() {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let found = Register::new().settings(settings).with_all(&files).standing(id, 2025, as_of);
        assert_eq!((found.state, found.light), stands, "{what}: {:?}", found.note);
        assert!(found.note.zh().contains(note), "{what}: {}", found.note);
        assert_eq!(note.is_empty(), found.note.is_empty(), "{what}: {}", found.note);
        states.insert(word(found.state));
        lights.insert(found.light);
    }
    assert_eq!(states.len(), 14, "{states:?}");
    assert_eq!(lights, BTreeSet::from([None, Some(Light::Green), Some(Light::Yellow), Some(Light::Red)]));
}

#[test]
fn yearly_lights_change_on_exactly_the_days_of_the_settings() {
    let register = Register::new();
    let expected = [
        ("2025-09-30", ObligationState::Open, Light::Green),
        ("2025-10-01", ObligationState::NearDue, Light::Yellow),
        ("2025-11-30", ObligationState::NearDue, Light::Yellow),
        ("2025-12-01", ObligationState::NearDue, Light::Red),
        ("2025-12-30", ObligationState::NearDue, Light::Red),
        ("2025-12-31", ObligationState::Unmet(Level::Unmet), Light::Red),
    ];
    for (as_of, state, light) in expected {
        assert_eq!(register.lit("O1", as_of), (state, Some(light)), "{as_of}");
    }
}

#[test]
fn no_light_gets_better_because_a_term_ran_out() {
    let register = Register::new();
    let mut worst = BTreeMap::new();
    let days = (0..365).map(|days| day("2025-01-01").plus(days)).filter(|on| on.month() > 8 || on.day() % 9 == 0);
    for on in days {
        for standing in register.report(2025, &on.to_string()).obligations {
            if ["O1", "O2", "O3", "O10", "O11", "O12"].contains(&standing.id.as_str()) {
                let before = worst.insert(standing.id.clone(), standing.light);
                assert!(before <= Some(standing.light), "{} as of {on}: {before:?}, then {:?}", standing.id, standing.light);
            }
        }
    }
    // What is only asked in principle is never red, neither before its end nor after.
    assert_eq!(worst["O10"], Some(Light::Yellow));
    assert_eq!(register.lit("O10", "2025-12-30"), (ObligationState::NearDue, Some(Light::Yellow)));
    assert_eq!(worst["O1"], Some(Light::Red));
}

#[test]
fn a_setting_holds_from_the_day_it_was_adopted() {
    let register = Register::new().settings(&[("yearly-yellow", "07-01", "since = 2025-08-15\nbasis = \"某办纪要2号（虚构）\"")]);
    assert_eq!(register.lit("O1", "2025-08-14"), (ObligationState::Open, Some(Light::Green)));
    assert_eq!(register.lit("O1", "2025-08-15"), (ObligationState::NearDue, Some(Light::Yellow)));
    // In the year before, the older setting.
    assert_eq!(register.lit("O1", "2024-09-30"), (ObligationState::Open, Some(Light::Green)));
    assert_eq!(register.lit("O1", "2024-10-01"), (ObligationState::NearDue, Some(Light::Yellow)));
}

#[test]
fn shorter_periods_are_near_due_by_working_days() {
    let register = Register::new();
    // 2025-06-30 is a Monday: the three working days before it are the 25th, 26th and 27th.
    for (as_of, state, light) in [
        ("2025-03-31", ObligationState::Open, Light::Green),
        ("2025-06-24", ObligationState::Open, Light::Green),
        ("2025-06-25", ObligationState::NearDue, Light::Yellow),
        ("2025-06-29", ObligationState::NearDue, Light::Yellow),
        ("2025-06-30", ObligationState::Unmet(Level::Reminder), Light::Yellow),
    ] {
        assert_eq!(register.lit("O2", as_of), (state, Some(light)), "{as_of}");
    }
    // The second half is open, and yet what the first one lacked is what is said.
    assert_eq!(register.lit("O2", "2025-08-01"), (ObligationState::Unmet(Level::Reminder), Some(Light::Yellow)));
    let with_first = register.clone().with_all(&LETTERS[..1]);
    assert_eq!(with_first.lit("O2", "2025-08-01"), (ObligationState::Open, Some(Light::Green)));
    let with_both = register.with_all(LETTERS);
    assert_eq!(with_both.lit("O2", "2025-12-31"), (ObligationState::Met, Some(Light::Green)));
    assert_eq!(with_both.standing("O2", 2025, "2025-12-31").least, Some(2));
    assert_eq!(with_both.standing("O2", 2025, "2025-06-01").least, Some(1), "the second half has not begun");
}

#[test]
fn only_a_waiver_that_holds_excuses() {
    let expired = format!("{APPROVED}until = 2025-06-30\n");
    let to_the_end = format!("{APPROVED}until = 2025-12-31\n");
    let unapproved = "reason = \"因台风（虚构）\"\npaper = \"某办纪要1号（虚构）\"\n";
    let unpapered = "reason = \"因台风（虚构）\"\napproved_by = \"丙某（虚构）\"\n";
    let waived = (ObligationState::Waived, Some(Light::Green));
    let stands = (ObligationState::Unmet(Level::Reminder), Some(Light::Yellow));
    let cases = [
        ("holds", waiver("O9", "2025", APPROVED), "2025-12-31", waived),
        ("holds for the half-year of the fact", waiver("O9", "2025-H1", APPROVED), "2025-12-31", waived),
        ("before it was approved", waiver("O9", "2025", APPROVED), "2025-03-09", stands),
        ("on the day it was approved", waiver("O9", "2025", APPROVED), "2025-03-10", waived),
        ("on its last day", waiver("O9", "2025", &expired), "2025-06-30", waived),
        ("expired", waiver("O9", "2025", &expired), "2025-07-01", stands),
        ("as long as its period", waiver("O9", "2025", &to_the_end), "2025-12-31", waived),
        ("approved by nobody", waiver("O9", "2025", unapproved), "2025-12-31", stands),
        ("by no paper", waiver("O9", "2025", unpapered), "2025-12-31", stands),
        ("of another year", waiver("O9", "2024", APPROVED), "2025-12-31", stands),
        ("of the other half-year", waiver("O9", "2025-H2", APPROVED), "2025-12-31", stands),
        ("of another obligation", waiver("O2", "2025", APPROVED), "2025-12-31", stands),
    ];
    for (what, text, as_of, expected) in cases {
        let register = Register::new().with_all(&[CHAIRED_BY_OTHER, ("waivers/2025/jia/001.toml", &text)]);
        assert_eq!(register.lit("O9", as_of), expected, "{what}");
        let counts = register.report(2025, as_of).counts;
        assert_eq!(counts.waived > 0, expected == waived, "{what}: {counts:?}");
    }
}

#[test]
fn a_waiver_that_lasted_as_long_as_its_period_holds_after_it() {
    for (until, expected) in [("2025-12-31", ObligationState::Waived), ("2025-12-30", ObligationState::Unmet(Level::Reminder))] {
        let text = waiver("O9", "2025", &format!("{APPROVED}until = {until}\n"));
        let register = Register::new().with_all(&[CHAIRED_BY_OTHER, ("waivers/2025/jia/001.toml", &text)]);
        assert_eq!(register.standing("O9", 2025, "2026-03-01").state, expected, "{until}");
    }
}

#[test]
fn a_must_cannot_be_waived() {
    let register = Register::new().with("waivers/2025/ban/001.toml", &waiver("O1", "2025", APPROVED));
    assert_eq!(register.lit("O1", "2025-12-31"), (ObligationState::Unmet(Level::Unmet), Some(Light::Red)));
    assert_eq!(register.lit("O1", "2025-11-11"), (ObligationState::NearDue, Some(Light::Yellow)));
}

#[test]
fn a_waiver_excuses_the_unit_that_filed_it_and_that_of_the_office_all() {
    let text = waiver("O10", "2025", APPROVED);
    let lacking = |register: &Register| {
        let report = register.report(2025, "2025-12-31");
        let plans =
            report.units.iter().flat_map(|unit| &unit.findings).filter(|found| found.obligation.as_deref() == Some("O10"));
        plans.filter(|found| found.waived_by.is_none()).count()
    };
    let register = Register::new();
    assert_eq!(lacking(&register), 2);
    let of_one = register.clone().with("waivers/2025/jia/001.toml", &text);
    assert_eq!(lacking(&of_one), 1);
    assert_eq!(of_one.lit("O10", "2025-12-31"), (ObligationState::Unmet(Level::Reminder), Some(Light::Yellow)));
    let running = of_one.standing("O10", 2025, "2025-11-11");
    assert_eq!((running.state, running.light), (ObligationState::NearDue, Some(Light::Yellow)));
    assert!(running.note.zh().ends_with("：乙局"), "{}", running.note);
    let of_office = register.clone().with("waivers/2025/ban/001.toml", &text);
    assert_eq!(lacking(&of_office), 0);
    assert_eq!(of_office.lit("O10", "2025-12-31"), (ObligationState::Waived, Some(Light::Green)));
    assert_eq!(of_office.lit("O10", "2025-11-11"), (ObligationState::Waived, Some(Light::Green)), "the year still runs");
}

#[test]
fn an_expired_waiver_is_renewed_by_the_units_own_or_the_offices_only() {
    let expired = |register: &Register| {
        let report = register.report(2025, "2025-11-11");
        let found = report.units.into_iter().flat_map(|unit| unit.findings).filter(|found| found.rule == "waiver-expired");
        found.map(|found| found.file).collect::<Vec<_>>()
    };
    let short = waiver("O10", "2025", &format!("{APPROVED}until = 2025-06-30\n"));
    let long = waiver("O10", "2025", APPROVED);
    let register = Register::new().with("waivers/2025/jia/001.toml", &short);
    assert_eq!(expired(&register), ["waivers/2025/jia/001.toml"]);
    assert_eq!(expired(&register.clone().with("waivers/2025/yi/001.toml", &long)), ["waivers/2025/jia/001.toml"]);
    assert_eq!(expired(&register.clone().with("waivers/2025/jia/002.toml", &long)), [""; 0]);
    assert_eq!(expired(&register.clone().with("waivers/2025/ban/001.toml", &long)), [""; 0]);
    let plan = "year = 2025\ntitle = \"2025年计划（虚构）\"\nissued = 2025-02-03\n";
    assert_eq!(expired(&register.clone().with("plans/2025/jia/001.toml", plan)), [""; 0], "it was done all the same");
    assert_eq!(expired(&register.with("plans/2025/yi/001.toml", plan)), ["waivers/2025/jia/001.toml"], "another did it");
}

#[test]
fn what_was_waived_before_hides_nothing_that_runs() {
    let first_half = waiver("O2", "2025-H1", APPROVED);
    let register = Register::new().with("waivers/2025/ban/001.toml", &first_half);
    assert_eq!(register.lit("O2", "2025-07-01"), (ObligationState::Open, Some(Light::Green)));
    assert_eq!(register.lit("O2", "2025-12-30"), (ObligationState::NearDue, Some(Light::Yellow)));
    let reached = register.with_all(&LETTERS[1..]);
    assert_eq!(reached.lit("O2", "2025-12-31"), (ObligationState::Waived, Some(Light::Green)));
}

#[test]
fn what_lies_before_the_register_is_unknown() {
    let since = |value: &'static str| Register::new().settings(&[("records-since", value, "")]);
    let unknown = (ObligationState::Unknown, None);
    let reminded = (ObligationState::Unmet(Level::Reminder), Some(Light::Yellow));
    let lacking = (ObligationState::Unmet(Level::Unmet), Some(Light::Red));
    for (value, expected) in [
        ("2024-01-01", lacking),
        ("2025-01-01", lacking),
        // Part of the year is not in the register: what it does not show may have been done then.
        ("2025-01-02", reminded),
        ("2025-12-31", reminded),
        ("2026-01-01", unknown),
    ] {
        assert_eq!(since(value).lit("O1", "2025-12-31"), expected, "records since {value}");
    }
    // The year runs on: that it is still to be done is true whatever the register lacks.
    assert_eq!(since("2025-05-01").lit("O1", "2025-11-11"), (ObligationState::NearDue, Some(Light::Yellow)));
    // What was entered all the same counts.
    assert_eq!(since("2026-01-01").with_all(&[MEETING]).lit("O1", "2025-12-31"), (ObligationState::Met, Some(Light::Green)));
    // Without an occasion nothing is known of one before the register, and there was none after.
    assert_eq!(since("2026-01-01").lit("O5", "2025-12-31"), unknown);
    assert_eq!(since("2025-12-31").lit("O5", "2025-12-31"), (ObligationState::NotSeen, None));
}

#[test]
fn a_half_year_that_was_reached_does_not_vouch_for_one_before_the_register() {
    let register = Register::new().settings(&[("records-since", "2025-07-01", "")]).with_all(&LETTERS[1..]);
    let standing = register.standing("O2", 2025, "2025-12-31");
    assert_eq!((standing.state, standing.light, standing.count), (ObligationState::Unknown, None, 1));
    assert_eq!(register.lit("O2", "2025-08-01"), (ObligationState::Unknown, None));
}

#[test]
fn a_register_begun_with_the_mechanism_lacks_nothing() {
    let register = Register::new()
        .amended("from = 2024-01-01", "from = 2025-04-01")
        .settings(&[("records-since", "2025-04-01", ""), ("partial-year", "require", "")]);
    assert_eq!(register.lit("O1", "2025-12-31"), (ObligationState::Unmet(Level::Unmet), Some(Light::Red)));
}

#[test]
fn a_year_without_a_published_calendar_is_said_so() {
    let register = Register::new();
    let said = "该年日历未录";
    let note = |register: &Register, as_of: &str| register.standing("O1", day(as_of).year(), as_of).note;
    // 2026-12-29 is a Tuesday.
    let guessed = note(&register, "2026-12-29");
    assert!(guessed.zh().contains(said) && guessed.zh().contains("还有 2 个工作日"), "{guessed}");
    assert!(guessed.en().contains("calendar not entered"), "{}", guessed.en());
    assert!(!note(&register, "2025-12-29").zh().contains(said));
    // A calendar that is kept from the summer on leaves the spring to be guessed.
    let half = register.with("calendar/2026.toml", "source = \"虚构\"\ncovers_from = 2026-07-01\noff = [2026-12-30]\n");
    assert!(note(&half, "2026-06-29").zh().contains(said));
    let kept = note(&half, "2026-12-29");
    assert!(!kept.zh().contains(said) && kept.zh().contains("还有 1 个工作日"), "{kept}");
}

#[test]
fn leap_days_are_days() {
    let leap = (
        "meetings/2024/ban/001.toml",
        "held = 2024-02-29\nconvener = \"ban\"\n[[attendance]]\nwho = \"jia\"\nhow = \"present\"\n[[attendance]]\nwho = \"yi\"\nhow = \"deputy\"\n",
    );
    let register = Register::new().with_all(&[leap]);
    assert_eq!(register.lit("O1", "2024-02-28"), (ObligationState::Open, Some(Light::Green)));
    assert_eq!(register.lit("O1", "2024-02-29"), (ObligationState::Met, Some(Light::Green)));
    assert_eq!(register.lit("O1", "2024-12-31"), (ObligationState::Met, Some(Light::Green)));
    // The exchange of February is due on its last day, the 29th.
    let exchange = |as_of| register.standing("O3", 2024, as_of).least;
    assert_eq!((exchange("2024-02-29"), exchange("2024-03-01")), (Some(4), Some(6)));
    let due = |as_of: &str| {
        let report = register.report(2024, as_of);
        let found = report.units.iter().flat_map(|unit| &unit.findings).filter(|found| found.obligation.as_deref() == Some("O3"));
        found.map(|found| found.on.to_string()).collect::<BTreeSet<_>>()
    };
    assert_eq!(due("2024-02-28"), BTreeSet::from(["2024-01-31".to_owned()]));
    assert_eq!(due("2024-02-29"), BTreeSet::from(["2024-01-31".to_owned(), "2024-02-29".to_owned()]));
}

#[test]
fn a_setting_on_29_february_is_the_28th_in_other_years() {
    let register = Register::new().settings(&[("yearly-yellow", "02-29", "since = 2024-01-01")]);
    assert_eq!(register.lit("O1", "2024-02-28"), (ObligationState::Open, Some(Light::Green)));
    assert_eq!(register.lit("O1", "2024-02-29"), (ObligationState::NearDue, Some(Light::Yellow)));
    assert_eq!(register.lit("O1", "2025-02-27"), (ObligationState::Open, Some(Light::Green)));
    assert_eq!(register.lit("O1", "2025-02-28"), (ObligationState::NearDue, Some(Light::Yellow)));
}

#[test]
fn as_of_a_day_nothing_later_has_happened() {
    let late = (
        "meetings/2025/ban/001.toml",
        "held = 2025-12-31\nconvener = \"ban\"\n[[attendance]]\nwho = \"jia\"\nhow = \"present\"\n[[attendance]]\nwho = \"yi\"\nhow = \"deputy\"\n",
    );
    let register = Register::new().with_all(&[late]);
    assert_eq!(register.lit("O1", "2025-12-30"), (ObligationState::NearDue, Some(Light::Red)));
    assert_eq!(register.lit("O1", "2025-12-31"), (ObligationState::Met, Some(Light::Green)));
    // The last day shows what the office will face, and the next year shows the same of it.
    let lacking = Register::new();
    let expected = (ObligationState::Unmet(Level::Unmet), Some(Light::Red));
    for as_of in ["2025-12-31", "2026-01-01", "2026-08-01"] {
        let standing = lacking.standing("O1", 2025, as_of);
        assert_eq!((standing.state, standing.light), expected, "{as_of}");
    }
}

#[test]
fn an_enforcement_counts_for_the_year_in_which_it_began() {
    let register = Register::new().with_all(&[
        (
            "enforcements/2025/ban/001.toml",
            "lead = \"ban\"\nfrom = 2025-05-06\nto = 2025-05-08\nmember_units = [\"jia\", \"yi\"]\n\n[circular]\nissued = 2025-05-12\n",
        ),
        (
            "enforcements/2025/ban/002.toml",
            "lead = \"ban\"\nfrom = 2025-12-30\nto = 2026-01-04\nmember_units = [\"jia\", \"yi\"]\n\n[circular]\nissued = 2026-01-04\n",
        ),
    ]);
    let standing = |as_of| register.standing("O11", 2025, as_of);
    assert_eq!(standing("2025-12-31").state, ObligationState::Open, "it is under way, and neither carried out nor lacking");
    let done = standing("2026-01-04");
    assert_eq!((done.state, done.count, done.least), (ObligationState::Met, 2, Some(2)));
    let next = register.standing("O11", 2026, "2026-01-04");
    assert_eq!((next.state, next.count), (ObligationState::Open, 0));
}

#[test]
fn a_first_year_that_is_covered_in_part_follows_its_setting() {
    let first = Register::new().amended("from = 2024-01-01", "from = 2025-08-15");
    let with = |value: &'static str| first.clone().settings(&[("partial-year", value, "")]);
    let reminded = (ObligationState::Unmet(Level::Reminder), Some(Light::Yellow));
    let near = (ObligationState::NearDue, Some(Light::Yellow));
    for (value, running, ended) in [
        ("warn", near, reminded),
        ("require", near, (ObligationState::Unmet(Level::Unmet), Some(Light::Red))),
        ("exempt", (ObligationState::NotApplicable, None), (ObligationState::NotApplicable, None)),
    ] {
        assert_eq!(with(value).lit("O1", "2025-11-11"), running, "{value}, while it runs");
        assert_eq!(with(value).lit("O1", "2025-12-31"), ended, "{value}");
        // A whole year later all of them ask.
        assert_eq!(with(value).lit("O1", "2026-12-31"), (ObligationState::Unmet(Level::Unmet), Some(Light::Red)), "{value}");
        let held = with(value).with("meetings/2025/ban/001.toml", "held = 2025-09-01\nconvener = \"ban\"\n[[attendance]]\nwho = \"jia\"\nhow = \"present\"\n[[attendance]]\nwho = \"yi\"\nhow = \"deputy\"\n");
        assert_eq!(held.lit("O1", "2025-12-31"), (ObligationState::Met, Some(Light::Green)), "{value}");
    }
    assert_eq!(first.lit("O1", "2025-12-31"), reminded, "without the setting");
    let exempt = with("exempt").standing("O1", 2025, "2025-12-31");
    assert!(exempt.note.zh().contains("按设置不作要求"), "{}", exempt.note);
    assert_eq!(exempt.least, None);
    // Before the mechanism: nothing was asked, and what was done counts for nothing.
    let before = first.with("meetings/2025/ban/001.toml", "held = 2025-08-14\nconvener = \"ban\"\n[[attendance]]\nwho = \"jia\"\nhow = \"present\"\n[[attendance]]\nwho = \"yi\"\nhow = \"deputy\"\n");
    assert_eq!(before.lit("O1", "2025-08-14"), (ObligationState::NotApplicable, None));
    assert_eq!(before.lit("O1", "2025-12-31"), reminded);
}

#[test]
fn a_withdrawn_notice_does_not_count() {
    let withdrawal = "content = 1\ntitle = \"撤回通报（虚构）\"\nissued = 2025-05-05\nwithdraws = \"notices/2025/jia/001\"\n";
    let register = Register::new().with_all(&LETTERS[..1]).with("notices/2025/jia/002.toml", withdrawal);
    let standing = |as_of| register.standing("O2", 2025, as_of);
    assert_eq!((standing("2025-05-04").state, standing("2025-05-04").count), (ObligationState::Met, 1), "not withdrawn yet");
    assert_eq!((standing("2025-05-05").state, standing("2025-05-05").count), (ObligationState::Open, 0));
    assert_eq!(standing("2025-06-30").state, ObligationState::Unmet(Level::Reminder));
    let draft = withdrawal.replace("issued = 2025-05-05\n", "");
    let register = register.with("notices/2025/jia/002.toml", &draft);
    assert_eq!(register.lit("O2", "2025-06-30"), (ObligationState::Met, Some(Light::Green)), "a draft withdraws nothing");
}

#[test]
fn what_was_only_planned_or_called_off_does_not_count() {
    let called_off = "planned = 2025-03-03\nconvener = \"ban\"\n[cancelled]\non = 2025-03-01\nreason = \"台风（虚构）\"\n";
    for (what, path, text, id) in [
        ("planned", "meetings/2025/ban/001.toml", "planned = 2025-03-03\nconvener = \"ban\"\n", "O1"),
        ("called off", "meetings/2025/ban/001.toml", called_off, "O1"),
        ("a draft", "notices/2025/jia/001.toml", "content = 1\ntitle = \"草稿（虚构）\"\n", "O2"),
        ("a plan not issued", "plans/2025/jia/001.toml", "year = 2025\ntitle = \"计划（虚构）\"\n", "O10"),
    ] {
        let standing = Register::new().with(path, text).standing(id, 2025, "2025-12-31");
        assert!(matches!(standing.state, ObligationState::Unmet(_)), "{what}: {:?}", standing.state);
        assert_eq!(standing.count, 0, "{what}");
    }
}

#[test]
fn a_yearly_plan_counts_for_the_year_that_it_plans() {
    let plan = |issued: &str| format!("year = 2025\ntitle = \"2025年计划（虚构）\"\nissued = {issued}\n");
    let register = |issued: &str| {
        let register = Register::new().with("plans/2025/jia/001.toml", &plan(issued));
        register.with("plans/2025/yi/001.toml", &plan("2025-02-03"))
    };
    assert_eq!(register("2024-12-20").lit("O10", "2025-12-31"), (ObligationState::Met, Some(Light::Green)));
    assert_eq!(register("2024-12-20").standing("O10", 2024, "2024-12-31").count, 0);
    assert_eq!(register("2026-01-05").standing("O10", 2025, "2025-12-31").state, ObligationState::Unmet(Level::Reminder));
    assert_eq!(register("2026-01-05").standing("O10", 2025, "2026-01-05").state, ObligationState::Met);
}

#[test]
fn findings_of_earlier_years_are_counted() {
    let register = Register::new();
    // What else the mechanism asks is left out, so that the numbers say something of one obligation.
    let only = "[[obligation]]\nid = \"O2\"\nclause = \"1\"\ntitle = \"义务\"\ntitle_en = \"obligation\"\ntext = \"原文\"\n\
                who = \"members\"\nforce = \"in-principle\"\nsystem = \"letter\"\nrules = [\"minimum-unmet\"]\n";
    let register = register.with("obligations.toml", only);
    let earlier = |register: &Register, year, as_of| register.report(year, as_of).earlier;
    assert_eq!(earlier(&register, 2024, "2024-12-31"), 0);
    assert_eq!(earlier(&register, 2025, "2025-12-31"), 2, "both halves of 2024");
    assert_eq!(earlier(&register, 2026, "2026-01-01"), 4);
    assert_eq!(earlier(&register, 2025, "2026-01-01"), 2, "2025 is not earlier than itself");
    assert_eq!(register.report(2025, "2025-12-31").counts.reminder, 2);
    let waived = register.with("waivers/2025/ban/001.toml", &waiver("O2", "2024-H1", APPROVED));
    assert_eq!(earlier(&waived, 2025, "2025-12-31"), 1, "one of them is waived");
}

#[test]
fn a_member_is_asked_while_it_takes_part() {
    let plan = "year = 2025\ntitle = \"2025年计划（虚构）\"\nissued = 2025-02-03\n";
    let register = Register::new().with("plans/2025/jia/001.toml", plan);
    let lacking = |register: &Register| {
        let report = register.report(2025, "2025-12-31");
        let found =
            report.units.into_iter().flat_map(|unit| unit.findings.into_iter().map(move |found| (unit.unit.clone(), found)));
        found.filter(|(_, found)| found.obligation.as_deref() == Some("O10")).map(|(unit, _)| unit).collect::<Vec<_>>()
    };
    assert_eq!(lacking(&register), ["yi"]);
    let unit = |rest: &str| format!("name = \"某县乙局（虚构）\"\nshort = \"乙局\"\n{rest}");
    assert_eq!(lacking(&register.clone().with("units/yi.toml", &unit("since = 2026-01-01\n"))), [""; 0], "joins later");
    assert_eq!(lacking(&register.clone().with("units/yi.toml", &unit("until = 2025-06-30\n"))), [""; 0], "was dissolved");
    let merged = register.clone().with("units/bing.toml", "name = \"某县丙局（虚构）\"\nshort = \"丙局\"\n");
    let merged = merged.with("units/yi.toml", &unit("until = 2025-06-30\nsuccessors = [\"bing\"]\n"));
    assert_eq!(lacking(&merged), ["bing"], "who took over has to act");
    let by_heir = merged.with("plans/2025/bing/001.toml", &plan.replace("02-03", "08-03"));
    assert_eq!(lacking(&by_heir), [""; 0]);
    // One that joined in the midst of the year was not asked all of it.
    let must = register.clone().settings(&[("partial-year", "exempt", "")]);
    assert_eq!(lacking(&must.with("units/yi.toml", &unit("since = 2025-03-01\n"))), [""; 0]);
}

#[test]
fn a_week_belongs_to_the_year_of_its_thursday() {
    // The first week of 2025 begins on 2024-12-30, the last of 2026 ends on 2027-01-03.
    let brief = |on: &str| format!("content = 1\ntitle = \"周报（虚构）\"\nissued = {on}\nsystem = \"brief\"\n");
    let register = Register::new().with("notices/2024/jia/001.toml", &brief("2024-12-30"));
    let first = register.standing("O12", 2025, "2025-01-05");
    assert_eq!((first.state, first.count, first.least), (ObligationState::Met, 1, Some(1)));
    assert_eq!(register.standing("O12", 2024, "2025-01-05").count, 0);
    let last = |as_of: &str| {
        let report = Register::new().report(2026, as_of);
        let found = report.units.into_iter().flat_map(|unit| unit.findings);
        found.filter(|found| found.obligation.as_deref() == Some("O12") && found.what.en().starts_with("2026-W53")).count()
    };
    assert_eq!((last("2027-01-02"), last("2027-01-03")), (0, 1));
    assert_eq!(Register::new().standing("O12", 2026, "2027-01-02").least, Some(53));
}
