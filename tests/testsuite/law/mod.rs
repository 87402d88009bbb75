//! A casebook: what a jurist would say of small registers. Each case is `examples/clean`, an invented year without a fault, with a few
//! lines changed; it names the clause, asks one question and says what follows. `cargo test --test testsuite law` prints all of them.
//!
//! To add one: write it into the file of its topic. What it expects is read off the regulation, never off the program.

mod accident;
mod admission;
mod amended;
mod claims;
mod edit;
mod enforcement;
mod hazard;
mod invariance;
mod meeting;
mod names;
mod notice;
mod order;
mod people;
mod registers;
mod stoppage;
mod taken_over;
mod unread;
mod upward;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::{LazyLock, Mutex};

use liandong::model::{Force, Ledger, Record, RecordPath};
use liandong::report::{self, CheckReport, Guide, ObligationState, Question};
use liandong::rules::{self, Context, Judgement, Unverified};

use crate::support::judged::day;
use crate::support::{clean, run};
use edit::Edit;

/// The cases, by topic.
const TOPICS: &[(&str, &[Case])] = &[
    ("信息通报 notices", notice::CASES),
    ("联席会议 meetings", meeting::CASES),
    ("上报 papers upward", upward::CASES),
    ("联合执法 joint enforcement", enforcement::CASES),
    ("隐患 hazards", hazard::CASES),
    ("接收承办 taking over", taken_over::CASES),
    ("停产、关闭 stoppages", stoppage::CASES),
    ("事故 accidents", accident::CASES),
    ("准入：三同时、证照 admission", admission::CASES),
    ("人员、计划、督办 people, plans, tasks", people::CASES),
    ("姓名 names", names::CASES),
    ("先后 order", order::CASES),
    ("更正 amendments", amended::CASES),
    ("字句与登记相反 words against texts", words::CASES),
    ("所报与所为 claims and what was done", claims::CASES),
    ("读不出的文件 files that cannot be read", unread::CASES),
];

/// One question of law, with its answer.
#[derive(Clone, Copy)]
struct Case {
    /// The clause that decides it, as papers cite it.
    clause: &'static str,
    question_zh: &'static str,
    question_en: &'static str,
    /// What differs from the year in order.
    change: &'static [Edit],
    /// The records whose files are there and cannot be read.
    unreadable: &'static [&'static str],
    /// Whether its answer goes by which record of a unit was filed first: their numbers tell that.
    by_number: bool,
    /// The year that is asked about.
    year: u16,
    /// The day as of which it is judged.
    as_of: &'static str,
    expect: &'static [Expectation],
}

impl Case {
    /// Asked about the invented year on its last day.
    const USUAL: Self = Self {
        clause: "",
        question_zh: "",
        question_en: "",
        change: &[],
        unreadable: &[],
        by_number: false,
        year: 2025,
        as_of: "2025-12-31",
        expect: &[],
    };

    /// The register that is asked about: the texts that can be read, by path, and what cannot be.
    fn register(&self) -> (BTreeMap<String, String>, BTreeSet<RecordPath>) {
        let mut files = CLEAN.clone();
        self.change.iter().for_each(|edit| edit.apply(&mut files));
        let unreadable: BTreeSet<RecordPath> = self.unreadable.iter().map(|path| path.parse().expect("a path")).collect();
        files.retain(|file, _| !unreadable.iter().any(|path| path.file() == *file));
        (files, unreadable)
    }
}

/// One thing that follows.
#[derive(Clone, Copy)]
enum Expectation {
    /// The obligation ends in that state.
    Stands(&'static str, State),
    /// The rule of that code finds something of that weight of a record (or of the mechanism).
    Finds(&'static str, &'static str, &'static str),
    /// The same, and its sentence has these words.
    Says(&'static str, &'static str, &'static str),
    /// The rule finds nothing of a record; of none, where the record is empty.
    Silent(&'static str, &'static str),
    /// The record is evidence of the obligation.
    Shows(&'static str, &'static str),
    /// It is not.
    ShowsNot(&'static str, &'static str),
    /// The rule says what is still to be done in time.
    Awaits(&'static str, &'static str),
    /// The line of the obligation has these words.
    Notes(&'static str, &'static str),
    /// Whoever has to act by what the rule finds is that unit.
    Acts(&'static str, &'static str),
}

/// A state of an obligation, as it is printed in both languages.
type State = (&'static str, &'static str);

const MET: State = ("已落实", "met");
const MET_LATE: State = ("已落实（逾期）", "met late");
const OPEN: State = ("进行中", "open");
const UNMET: State = ("未落实", "not carried out");
const REMINDER: State = ("提醒", "reminder");
const ADVICE: State = ("建议", "advice");
const DEFINED: State = ("定义性条款", "definition");
const ALLOWED: State = ("准许性条款", "permission");
const NOT_SEEN: State = ("未见情形", "no occasion");
const NOT_APPLICABLE: State = ("不适用", "not applicable");
const NOT_JUDGED: State = ("不由程序判定", "not judged");
const UNKNOWN: State = ("情况不明", "unknown");

use Expectation::{Acts, Awaits, Finds, Notes, Says, Shows, ShowsNot, Silent, Stands};

/// The texts of `examples/clean`, by path.
static CLEAN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let (root, mut files) = (clean(), BTreeMap::new());
    read_folder(&root, &root, &mut files);
    files
});

fn read_folder(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            read_folder(root, &entry, files);
        } else {
            let relative = entry.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
            files.insert(relative, std::fs::read_to_string(&entry).expect("a readable file"));
        }
    }
}

/// What the program thinks of a case.
struct Opinion {
    judgement: Judgement,
    report: CheckReport,
}

impl Opinion {
    /// The register of a case.
    fn ledger(case: &Case) -> Ledger {
        let (files, unreadable) = case.register();
        Ledger::new(files.iter().map(|(file, text)| read_once(file, text)), unreadable).expect("a whole mechanism")
    }

    fn of(case: &Case) -> Self {
        let (ledger, today) = (Self::ledger(case), day(case.as_of));
        let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
        let judgement = rules::judge_register(&context);
        let question = Question { year: case.year, unit: None, rule: None };
        let report = report::check(&context, &judgement, &question, None, Guide::NONE);
        Self { judgement, report }
    }

    /// What is found by a rule, of a record where one is named.
    fn found(&self, code: &str, record: &str) -> impl Iterator<Item = &rules::Finding> {
        let of_record = move |found: &&rules::Finding| record.is_empty() || found.record.to_string() == record;
        self.judgement.findings.iter().filter(move |found| found.rule.code == code).filter(of_record)
    }

    fn shows(&self, id: &str, reference: &str) -> bool {
        let standing = self.report.obligations.iter().find(|standing| standing.id == id);
        standing.is_some_and(|standing| standing.evidence.iter().any(|named| named.reference == reference))
    }

    /// Whether it is as expected; what is so instead, otherwise.
    fn check(&self, expected: Expectation) -> Result<(), String> {
        let (is_so, instead) = match expected {
            Stands(id, state) => {
                let standing = self.report.obligations.iter().find(|standing| standing.id == id);
                let label = standing.unwrap_or_else(|| panic!("{id} is an obligation")).state.label();
                ((label.zh(), label.en()) == state, format!("{id} {} / {}", label.zh(), label.en()))
            }
            Finds(code, level, record) => {
                let is_so = self.found(code, record).any(|found| found.level.id() == level);
                (is_so, self.listed(code))
            }
            Says(code, record, words) => {
                let is_so =
                    self.found(code, record).any(|found| found.what.zh().contains(words) || found.what.en().contains(words));
                (is_so, self.listed(code))
            }
            Silent(code, record) => (self.found(code, record).next().is_none(), self.listed(code)),
            Shows(id, record) => (self.shows(id, record), self.evidence(id)),
            ShowsNot(id, record) => (!self.shows(id, record), self.evidence(id)),
            Awaits(code, record) => {
                let asked = self.judgement.pending.iter().filter(|asked| asked.rule.code == code);
                (asked.clone().any(|asked| asked.record.to_string() == record), format!("{code} awaits {}", asked.count()))
            }
            Notes(id, words) => {
                let standing = self.report.obligations.iter().find(|standing| standing.id == id);
                let note = &standing.unwrap_or_else(|| panic!("{id} is an obligation")).note;
                (note.zh().contains(words), format!("{id}: {note:?}"))
            }
            Acts(code, unit) => {
                let mut found = self.found(code, "").peekable();
                let is_so = found.peek().is_some() && found.all(|found| found.actor.to_string() == unit);
                (is_so, format!("{code} by {:?}", self.found(code, "").map(|found| &found.actor).collect::<Vec<_>>()))
            }
        };
        if is_so { Ok(()) } else { Err(instead) }
    }

    fn listed(&self, code: &str) -> String {
        let line = |found: &rules::Finding| format!("{code} {} {} {}", found.level.id(), found.record, found.what.zh());
        let lines: Vec<String> = self.found(code, "").map(line).collect();
        if lines.is_empty() { format!("nothing by {code}") } else { lines.join("; ") }
    }

    fn evidence(&self, id: &str) -> String {
        let facts = self.judgement.evidence.iter().filter(|(of, _)| of.to_string() == id);
        format!("{id} rests on {:?}", facts.map(|(_, fact)| fact.reference.to_string()).collect::<Vec<_>>())
    }
}

/// What a case expects, in words.
fn in_words(expected: Expectation) -> String {
    match expected {
        Stands(id, (zh, en)) => format!("{id} {zh} / {en}"),
        Finds(code, level, record) => format!("{code} {level} {record}"),
        Says(code, record, words) => format!("{code} {record}: {words}"),
        Silent(code, record) => format!("no {code} {record}"),
        Shows(id, record) => format!("{record} shows {id}"),
        ShowsNot(id, record) => format!("{record} does not show {id}"),
        Awaits(code, record) => format!("{code} awaits {record}"),
        Notes(id, words) => format!("{id}: {words}"),
        Acts(code, unit) => format!("{unit} has to act by {code}"),
    }
}

/// The faults of a case: what is not as it expects.
fn faults(case: &Case) -> Vec<String> {
    let opinion = Opinion::of(case);
    let fault = |expected: &Expectation| {
        let instead = opinion.check(*expected).err()?;
        Some(format!("expected {}, found {instead}", in_words(*expected)))
    };
    let asks_nothing = |standing: &&report::ObligationStatus| ["basis", "may"].contains(&standing.force);
    let breached = opinion.report.obligations.iter().filter(asks_nothing);
    let breached = breached.filter(|standing| matches!(standing.state, ObligationState::Unmet(_)));
    let breached = breached.map(|standing| format!("{} asks for nothing, and is called unmet", standing.id));
    case.expect.iter().filter_map(fault).chain(breached).collect()
}

#[test]
fn the_casebook_holds() {
    let (mut table, mut wrong) = (String::new(), String::new());
    for (topic, cases) in TOPICS {
        let _ = writeln!(table, "\n## {topic}");
        for case in *cases {
            let answers = case.expect.iter().map(|expected| in_words(*expected)).collect::<Vec<_>>().join("; ");
            let _ = writeln!(table, "{}  {}\n    {}\n    → {answers}", case.clause, case.question_zh, case.question_en);
            for fault in faults(case) {
                let _ = writeln!(wrong, "{}  {} {}\n    {fault}", case.clause, case.question_zh, case.question_en);
            }
        }
    }
    // Whoever asks for the casebook by its name reads it; among all other tests it would only be noise.
    if std::env::args().any(|argument| argument.contains("law")) {
        let _ = writeln!(std::io::stdout(), "{table}");
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_case_asks_and_answers_something() {
    let mut questions = BTreeSet::new();
    for case in TOPICS.iter().flat_map(|(_, cases)| *cases) {
        let words = [case.clause, case.question_zh, case.question_en];
        assert!(words.iter().all(|word| !word.is_empty()) && !case.expect.is_empty(), "{words:?}");
        assert!(questions.insert(case.question_zh), "{} is asked twice", case.question_zh);
    }
}

/// What a file holds.
type ReadFile = (RecordPath, Record);

/// The record that a file holds, as a check reads it: what rests on words that it does not keep is no judgement of the program's.
fn read_record(file: &str, text: &str) -> ReadFile {
    let path = RecordPath::of_file(file).unwrap_or_else(|why| panic!("{file}: {why}"));
    let mut record = Record::read(&path, text).unwrap_or_else(|problems| panic!("{file}: {problems:#?}"));
    record.drop_text();
    (path, record)
}

/// The same, read once: most files of a case are those of the year in order.
fn read_once(file: &str, text: &str) -> ReadFile {
    static OFTEN: LazyLock<Mutex<BTreeMap<(String, String), ReadFile>>> = LazyLock::new(Mutex::default);
    let key = (file.to_owned(), text.to_owned());
    let known = OFTEN.lock().expect("a map").get(&key).cloned();
    known.unwrap_or_else(|| {
        let read = read_record(file, text);
        OFTEN.lock().expect("a map").insert(key, read.clone());
        read
    })
}

/// What a case says of an obligation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    /// It is broken; of a definition or permission, what the clause names is not so.
    Broken,
    /// It is not broken, though what is asked about comes near.
    Held,
    /// A permission is made use of.
    Used,
    /// It is not.
    Unused,
}

/// The cases that name an obligation, each with what it says of it.
fn cases_about(id: &str) -> BTreeSet<(Side, &'static str)> {
    let side = |expected: &Expectation| match expected {
        Stands(of, state) if *of == id => {
            Some(if [UNMET, REMINDER, ADVICE, MET_LATE].contains(state) { Side::Broken } else { Side::Held })
        }
        Notes(of, words) if *of == id => match *words {
            "已采用" => Some(Side::Used),
            "未采用" => Some(Side::Unused),
            _ => None,
        },
        _ => None,
    };
    let cases = TOPICS.iter().flat_map(|(_, cases)| *cases);
    cases.flat_map(|case| case.expect.iter().filter_map(side).map(|side| (side, case.question_zh))).collect()
}

/// O41 is broken by nobody whose record is there: that a unit met a problem and said nothing of it no register shows.
const NEVER_SEEN_BROKEN: &str = "O41";

/// Every obligation of `obligations.toml` that a rule judges is named by cases: a duty by one in which it is broken and one in which it is
/// not, a definition by one that keeps to it and one that does not, a permission by one that makes use of it and one that does not. What no
/// rule judges says why.
#[test]
fn every_obligation_has_both_its_cases() {
    let (mut table, mut lacking, mut cases) = (String::new(), Vec::new(), 0);
    for (_, list) in TOPICS {
        cases += list.len();
    }
    for obligation in &Opinion::ledger(&Case::USUAL).mechanism.obligations {
        let (id, about) = (obligation.id.to_string(), cases_about(&obligation.id.to_string()));
        let has = |side: Side| about.iter().any(|(of, _)| *of == side);
        let asked: &[Side] = match obligation.force {
            _ if !obligation.is_judged() => {
                assert!(obligation.reason.is_some(), "{id} is judged by no rule and does not say why");
                &[Side::Held]
            }
            _ if id == NEVER_SEEN_BROKEN => &[Side::Held],
            Force::May => &[Side::Used],
            _ => &[Side::Broken, Side::Held],
        };
        let mut lack = |what: &str| lacking.push(format!("{id} ({}) {what}", obligation.force));
        if asked.iter().any(|side| !has(*side)) {
            lack("lacks a case of one side");
        }
        // What a permission is not used for may be advised, where another clause speaks of it.
        if obligation.force == Force::May && obligation.is_judged() && !has(Side::Unused) && !has(Side::Broken) {
            lack("is always made use of");
        }
        let broken = about.iter().filter(|(side, _)| *side == Side::Broken).count();
        let held = about.len() - broken;
        let _ = writeln!(table, "{id} {} {}: {broken} / {held}", obligation.clause, obligation.force);
        for (side, question) in &about {
            let _ = writeln!(table, "    {} {question}", if *side == Side::Broken { "✗" } else { "✓" });
        }
    }
    if std::env::args().any(|argument| argument.contains("every_obligation")) {
        let _ = writeln!(std::io::stdout(), "{table}");
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
    assert!(120 <= cases, "{cases} cases");
}

/// Of what a clause only defines or allows nobody is told that it is carried out or not.
#[test]
fn what_asks_for_nothing_is_never_explained_as_broken() {
    for (id, is_duty) in [("O1", false), ("O6", false), ("O26", false), ("O7", true)] {
        let said = String::from_utf8(run(&clean(), &["explain", id]).stdout).expect("UTF-8");
        assert_eq!([said.contains("算作未落实"), said.contains("提出建议")], [is_duty, !is_duty], "{id}: {said}");
    }
}

/// Where the clause names nobody it is said so, and what it allows is quoted with its 可.
#[test]
fn what_a_clause_leaves_open_is_said() {
    for (id, words) in [("O9", "条文未列明主体"), ("O28", "条文未列明主体"), ("O6", "可根据工作需要随时召开并邀请")]
    {
        let said = String::from_utf8(run(&clean(), &["explain", id]).stdout).expect("UTF-8");
        assert!(said.contains(words), "{id}: {said}");
    }
}

/// What is wrong is seen: of the year in order nothing of the kind is so.
#[test]
fn a_case_can_fail() {
    let never = [
        Stands("O31", UNMET),
        Stands("O31", ("已落实", "open")),
        Finds("N05", "unmet", "hazards/2025/yingji/001"),
        Says("N05", "", "重大隐患"),
        Shows("O31", "mines/dashan"),
        ShowsNot("O31", "hazards/2025/yingji/001"),
        Awaits("N05", "hazards/2025/yingji/001"),
    ];
    let opinion = Opinion::of(&Case::USUAL);
    for expected in never {
        assert!(opinion.check(expected).is_err(), "{}", in_words(expected));
    }
}
