//! The mechanism is checked as records are: each mistake in its files is one finding for the office, at its place, and never a file that
//! cannot be read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use liandong::model::{Day, Ledger, Record, RecordPath};
use liandong::report::{ObligationState, Question, check};
use liandong::rules::{self, Context, Finding, Unverified};

use crate::support::judged::{day, folder};

const AS_OF: &str = "2025-12-31";

type Files = BTreeMap<String, String>;

/// The texts of the files of a mechanism, by their paths.
fn files(root: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![root.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|ending| ending == "toml") {
                let name = entry.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
                files.insert(name, std::fs::read_to_string(&entry).expect("a readable file"));
            }
        }
    }
    files
}

fn shipped() -> Files {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
}

fn lunzhi() -> Files {
    files(&folder("lunzhi"))
}

/// The register that they are. That it can be read is part of what is tried.
fn ledger(files: &Files) -> Ledger {
    let read = |(name, text): (&String, &String)| {
        let path = RecordPath::of_file(name).unwrap_or_else(|why| panic!("{name}: {why}"));
        let record = Record::read(&path, text).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
        (path, record)
    };
    Ledger::new(files.iter().map(read), BTreeSet::new()).expect("a whole mechanism")
}

/// What is found in the mechanism's own files.
fn found(ledger: &Ledger, today: Day) -> Vec<Finding> {
    let context = Context { ledger, today, now: today, unverified: &Unverified::Nothing };
    let of_mechanism = |finding: &Finding| finding.rule.code.starts_with('G') || finding.rule.code == "F01";
    rules::judge_register(&context).findings.into_iter().filter(of_mechanism).collect()
}

fn told(files: &Files) -> Vec<String> {
    let ledger = ledger(files);
    let findings = found(&ledger, day(AS_OF));
    for finding in &findings {
        assert_eq!(finding.actor, *ledger.mechanism.office(), "{} is for the office", finding.what.en());
    }
    let told = |finding: &Finding| format!("{} {} {} {}", finding.rule.code, finding.level.id(), finding.record, finding.key);
    findings.iter().map(told).collect()
}

/// The same files with the first of some words replaced, which must be there.
fn changed(files: &Files, file: &str, from: &str, to: &str) -> Files {
    let mut files = files.clone();
    let text = files.get_mut(file).unwrap_or_else(|| panic!("no {file}"));
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replacen(from, to, 1);
    files
}

#[test]
fn mechanisms_in_order_have_none() {
    for files in [shipped(), files(&folder("city")), files(&folder("amended"))] {
        assert_eq!(told(&files), Vec::<String>::new());
    }
}

/// A mistake in the shipped mechanism: the file, what stands there, what is written, and what is found.
const SHIPPED: &[(&str, &str, &str, &str)] = &[
    (
        "obligations.toml",
        "\"enforcement-led-by-other\"",
        "\"enforcement-led-by-others\"",
        "G01 form obligations obligation[14].counts[0]",
    ),
    ("obligations.toml", "\"enforcement-led-by-other\"", "\"E03\"", "G01 form obligations obligation[14].counts[0]"),
    ("obligations.toml", "\"enforcement-led-by-other\"", "\"led-by\"", "G01 form obligations obligation[14].counts[0]"),
    (
        "obligations.toml",
        "\"enforcement-led-by-other\"",
        "\"meeting-chaired-by-other\"",
        "G02 form obligations obligation[14].counts[0]",
    ),
    ("obligations.toml", "\"measures-missing\"", "\"minutes-missing\"", "G02 form obligations obligation[31].counts[0]"),
    ("obligations.toml", "id = \"O2\"", "id = \"O1\"", "G03 form obligations obligation[1].id"),
    ("clauses.toml", "key = \"1.1.2\"", "key = \"1.1.1\"", "G03 form clauses clause[3].key"),
    ("settings.toml", "id = \"notice-term\"", "id = \"verbal-term\"", "G03 form settings setting[1].id"),
    ("mechanism.toml", "\"linye\",\n", "\"linye\",\n    \"yingji\",\n", "G03 form mechanism edition[0].system[0].members[11]"),
    ("units/gongxin.toml", "short = \"工信\"", "short = \"发改\"", "G04 form units/gongxin short"),
    (
        "obligations.toml",
        "breaks = [\"agenda-task-missing\"]",
        "breaks = [\"agenda-task-missing\"]\nsince = 2025-03-01\nuntil = 2025-02-01",
        "G07 form obligations obligation[1].until",
    ),
    (
        "obligations.toml",
        "breaks = [\"minimum-unmet\"]",
        "breaks = [\"minutes-missing\"]",
        "G09 form mechanism edition[0].system[0].at_least",
    ),
    ("obligations.toml", "who = \"yingji\"", "who = \"yingjiju\"", "G10 form obligations obligation[6].who"),
    ("obligations.toml", "text = \"开展复查\"", "text = \"组织开展全面复查\"", "G11 form obligations obligation[21].text"),
    ("settings.toml", "value = \"10 working-days\"", "value = \"10-01\"", "G12 form settings setting[3].value"),
    ("settings.toml", "value = \"warn\"", "value = \"exemt\"", "G12 form settings setting[18].value"),
    ("settings.toml", "value = \"recorded\"", "value = \"3 days\"", "G12 form settings setting[19].value"),
    (
        "obligations.toml",
        "breaks = [\"plan-missing\"]",
        "breaks = [\"plan-missing\"]\ndue = 2025-01-31",
        "G13 form obligations obligation[44].due",
    ),
    ("mechanism.toml", "region = \"445302\"", "region = \"4453\"", "G14 form mechanism region"),
    ("mechanism.toml", "region = \"445302\"", "region = \"云城\"", "G14 form mechanism region"),
    ("mechanism.toml", "region = \"445302\"", "region = \"005302\"", "G14 form mechanism region"),
    ("mechanism.toml", "chair = \"yingji\"\n", "", "G15 form mechanism edition[0].system[0]"),
    ("mechanism.toml", "lead = \"anweiban\"\n", "", "G15 form mechanism edition[0].system[0]"),
    ("mechanism.toml", "clauses_contents = \"4.2\"\n", "", "G15 form mechanism edition[0]"),
    (
        "mechanism.toml",
        "members = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\", \"xiaofang\", \"nongshui\", \"linye\"]",
        "members = []",
        "G16 form mechanism edition[0].system[1].members",
    ),
    (
        "obligations.toml",
        "counts = [\"minutes-missing\"]\nbreaks = [\"minutes-missing\"]",
        "counts = [\"minutes-missing\"]",
        "G17 form obligations obligation[8].counts",
    ),
    (
        "obligations.toml",
        "counts = [\"minutes-missing\"]\nbreaks = [\"minutes-missing\"]",
        "breaks = [\"minutes-missing\"]",
        "G17 form obligations obligation[8].breaks",
    ),
    ("duties/linye.toml", "clause = \"1.10\"", "clause = \"1.4\"", "G18 form duties/linye clause"),
    ("units/linye.toml", "short = \"林业\"", "short = \"林业\"\nsuccessors = [\"linye\"]", "G19 form units/linye successors"),
    ("units/gongxin.toml", "short = \"工信\"", "short = \"发 改\"", "G04 form units/gongxin short"),
    ("bodies.toml", "short = \"云城街道\"", "short = \"公安\"", "G04 form bodies body[0].short"),
    ("settings.toml", "value = \"3 working-days\"", "value = \"0 working-days\"", "G12 form settings setting[1].value"),
];

/// A mistake in the invented one.
const LUNZHI: &[(&str, &str, &str, &str)] = &[
    ("obligations.toml", "\"summary-missing\"", "\"sumary-missing\"", "G01 form obligations obligation[6].rules"),
    ("obligations.toml", "\"summary-missing\"", "\"minutes-missing\"", "G02 form obligations obligation[6].rules"),
    ("obligations.toml", "id = \"O9\"", "id = \"O8\"", "G03 form obligations obligation[8].id"),
    ("clauses.toml", "key = \"5\"", "key = \"4\"", "G03 form clauses clause[4].key"),
    ("mechanism.toml", "id = \"choucha\"", "id = \"zhifa\"", "G03 form mechanism edition[0].system[4].id"),
    ("mechanism.toml", "from = 2025-10-01", "from = 2025-07-01", "G03 form mechanism edition[3].from"),
    (
        "bodies.toml",
        "[[body]]",
        "[[body]]\nid = \"zf\"\nname = \"另一政府（虚构）\"\nshort = \"另一政府\"\nkind = \"government\"\n\n[[body]]",
        "G03 form bodies body[1].id",
    ),
    ("units/b.toml", "short = \"乙\"", "short = \"甲\"", "G04 form units/b short"),
    ("mechanism.toml", "from = 2025-10-01", "from = 2026-03-01", "G05 reminder mechanism edition[3].from"),
    ("mechanism.toml", "from = 2025-10-01", "from = 2052-10-01", "G05 form mechanism edition[3].from"),
    (
        "obligations.toml",
        "system = \"zhuanxiang\"\n",
        "system = \"zhuanxiang\"\nuntil = 2025-06-30\n",
        "G08 form mechanism edition[2].system[5].id",
    ),
    ("obligations.toml", "who = \"b\"", "who = \"e\"", "G10 form obligations obligation[7].who"),
    ("settings.toml", "value = \"10 days\"", "value = \"10-10\"", "G12 form settings setting[1].value"),
    ("settings.toml", "value = \"2025-01-01\"", "value = \"1 days\"", "G12 form settings setting[0].value"),
];

#[test]
fn each_mistake_is_found_at_its_place_and_nothing_else() {
    let (shipped, lunzhi) = (shipped(), lunzhi());
    let mut faults = Vec::new();
    for (files, mistakes) in [(&shipped, SHIPPED), (&lunzhi, LUNZHI)] {
        let standing = told(files);
        for (file, from, to, expected) in mistakes {
            let mut found = told(&changed(files, file, from, to));
            found.retain(|found| !standing.contains(found));
            // What is no more cited or counted where another stands in its place is told as well, by its own rule.
            if !found.iter().any(|found| found == expected) || found.iter().any(|found| !follows(found, expected)) {
                faults.push(format!("{file}: {to}\n  expected {expected}\n  found {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether something found is what was expected, or can only come with it: an id given twice is lacking where it was taken from.
fn follows(found: &str, expected: &str) -> bool {
    found == expected || (expected.starts_with("G03") && ["F01", "G08", "G09", "G11"].contains(&&found[..3]))
}

#[test]
fn of_the_invented_one_a_least_number_is_asked_by_no_obligation() {
    assert_eq!(told(&lunzhi()), ["G09 form mechanism edition[0].system[3].at_least"]);
}

#[test]
fn an_edition_without_systems_is_one_mistake() {
    let mut files = shipped();
    let text = files.get_mut("mechanism.toml").expect("a mechanism");
    text.push_str("\n[[edition]]\nfrom = 2025-07-01\npaper = \"虚构的修订\"\n");
    assert_eq!(told(&files), ["G06 form mechanism edition[1]"]);
}

#[test]
fn an_obligation_whose_rule_is_none_is_unknown() {
    for (from, to) in [
        ("\"enforcement-led-by-other\"", "\"enforcement-led-by-others\""),
        ("\"enforcement-led-by-other\"", "\"meeting-chaired-by-other\""),
    ] {
        let ledger = ledger(&changed(&shipped(), "obligations.toml", from, to));
        let today = day(AS_OF);
        let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
        let question = Question { year: 2025, unit: None, rule: None };
        let judgement = rules::judge_register(&context);
        let report = check(&context, &judgement, &question, None, liandong::report::Guide::NONE);
        let standing = report.obligations.iter().find(|standing| standing.id == "O15").expect("O15");
        assert_eq!(standing.state, ObligationState::Unknown, "{to}: {}", standing.note.en());
        assert!(report.is_breach(false), "the office is told");
    }
}

/// The shipped mechanism, amended from July 2025 on: the same edition once more with some words replaced.
fn amended(from: &str, to: &str) -> Files {
    let mut files = shipped();
    let text = files.get_mut("mechanism.toml").expect("a mechanism");
    let at = text.find("[[edition]]").expect("an edition");
    let second = text[at..].replacen("2024-08-15", "2025-07-01", 1);
    assert!(second.contains(from), "no {from}");
    text.extend(["\n", &second.replacen(from, to, 1)]);
    files
}

/// What is found, each with its words.
fn said(files: &Files) -> Vec<String> {
    let found = found(&ledger(files), day(AS_OF));
    found.iter().map(|finding| format!("{} {} {}", finding.rule.code, finding.key, finding.what.zh())).collect()
}

fn state(files: &Files, id: &str, year: u16) -> ObligationState {
    let (ledger, today) = (ledger(files), day(AS_OF));
    let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
    let question = Question { year, unit: None, rule: None };
    let report = check(&context, &rules::judge_register(&context), &question, None, liandong::report::Guide::NONE);
    report.obligations.iter().find(|standing| standing.id == id).expect("an obligation").state
}

#[test]
fn each_edition_is_judged_for_its_own_days() {
    assert_eq!(said(&amended("at_least = 1", "at_least = 1")), Vec::<String>::new());
    // Another carrier from July 2025 on: the obligations of that system are unknown from that year on, and were known before.
    let files = amended("record = \"enforcement\"", "record = \"meeting\"");
    let misplaced: Vec<String> = said(&files).into_iter().filter(|found| found.starts_with("G02")).collect();
    assert!(!misplaced.is_empty() && misplaced.iter().all(|found| found.contains("2025-07-01 施行的版本")), "{misplaced:?}");
    assert_ne!(state(&files, "O15", 2024), ObligationState::Unknown);
    assert_eq!(state(&files, "O15", 2025), ObligationState::Unknown);
    // Without a chair from then on.
    let files = amended("chair = \"yingji\"\n", "");
    let found = said(&files);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("G15 edition[1].system[0] O7") && found[0].contains("2025-07-01"), "{found:?}");
    assert_eq!(state(&files, "O7", 2025), ObligationState::Unknown);
}

#[test]
fn a_quotation_stands_in_every_text_of_its_days() {
    const LATER: &str = "\n[[clause]]\nkey = \"2.5\"\npath = \"二（五）\"\ntext = \"会议由区林业局分管负责人主持，参会单位应提前准备需联席会议解决的议题材料。\"\nsince = 2025-07-01\n";
    let mut files = shipped();
    files.get_mut("clauses.toml").expect("clauses").push_str(LATER);
    let found = said(&files);
    assert_eq!(found, ["G11 obligation[6].text O7 引的原文在条款二（五）自 2025-07-01 起的文本中未见"]);
    // Listed for its own days alone it is in order, and so is the one of the new text.
    let ended = "breaks = [\"meeting-chaired-by-other\"]\nuntil = 2025-06-30";
    let mut files = changed(&files, "obligations.toml", "breaks = [\"meeting-chaired-by-other\"]", ended);
    let second = "\n[[obligation]]\nid = \"O7\"\nclause = \"2.5\"\ntitle = \"林业主持\"\ntitle_en = \"forestry chairs\"\ntext = \"会议由区林业局分管负责人主持\"\nwho = \"linye\"\nforce = \"must\"\nsystem = \"meeting\"\ncounts = [\"meeting-chaired-by-other\"]\nbreaks = [\"meeting-chaired-by-other\"]\nsince = 2025-07-01\n";
    files.get_mut("obligations.toml").expect("obligations").push_str(second);
    assert_eq!(said(&files), Vec::<String>::new());
}

#[test]
fn what_an_obligation_cites_is_there_while_it_holds() {
    const NEW: &str = "\n[[clause]]\nkey = \"2.8\"\npath = \"二（八）\"\ntext = \"会议应当通报上次会议落实情况（虚构）。\"\nsince = 2025-07-01\n";
    const ASKED: &str = "\n[[obligation]]\nid = \"O90\"\nclause = \"2.8\"\ntitle = \"通报落实情况\"\ntitle_en = \"what became of it\"\ntext = \"会议应当通报上次会议落实情况\"\nwho = \"office\"\nforce = \"must\"\nsystem = \"meeting\"\nreason = \"由人判断\"\nreason_en = \"for people\"\n";
    let mut files = shipped();
    files.get_mut("clauses.toml").expect("clauses").push_str(NEW);
    let asked = files.get_mut("obligations.toml").expect("obligations");
    asked.push_str(ASKED);
    let at = ledger(&files).mechanism.obligations.len() - 1;
    let found = said(&files);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with(&format!("F01 obligation[{at}].clause")) && found[0].contains("2025-07-01"), "{found:?}");
    files.get_mut("obligations.toml").expect("obligations").push_str("since = 2025-07-01\n");
    assert_eq!(said(&files), Vec::<String>::new());
    // A system that only a later edition has is none of an obligation that ended before.
    let files = amended("id = \"enforcement\"\nname = \"联合执法\"", "id = \"lianhe\"\nname = \"联合执法\"");
    let ended = ASKED
        .replace("\"2.8\"", "\"3.4\"")
        .replace("\"meeting\"", "\"lianhe\"")
        .replace("会议应当通报上次会议落实情况", "由区安委办牵头组织");
    for (until, is_told) in [("until = 2025-06-30\n", true), ("until = 2025-07-31\n", false), ("", false)] {
        let mut files = files.clone();
        files.get_mut("obligations.toml").expect("obligations").extend([&*ended, until]);
        let found: Vec<String> = said(&files).into_iter().filter(|found| found.starts_with("F01")).collect();
        assert_eq!(found.len(), usize::from(is_told), "{until}: {found:?}");
    }
}

#[test]
fn a_setting_that_is_left_out_is_the_shipped_one_and_told() {
    let mut files = shipped();
    let text = files.get_mut("settings.toml").expect("settings");
    *text = text.replacen("[[setting]]\nid = \"minutes-term\"\nvalue = \"10 working-days\"\nclause = \"2.6\"\n\n", "", 1);
    let wrong = changed(
        &shipped(),
        "settings.toml",
        "id = \"minutes-term\"\nvalue = \"10 working-days\"",
        "id = \"minutes-term\"\nvalue = \"10-01\"",
    );
    for files in [files, wrong] {
        let (ledger, today) = (ledger(&files), day("2025-06-01"));
        let term = ledger.mechanism.term(liandong::model::SettingId::MinutesTerm, today).expect("a term");
        assert_eq!((term.count, term.unit), (10, liandong::model::TermUnit::WorkingDays));
        let setting = ledger.mechanism.setting(liandong::model::SettingId::MinutesTerm, today).expect("a setting");
        assert_eq!((setting.clause, &setting.basis), (None, &None), "neither a clause nor a paper of another regulation");
        let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
        let question = Question { year: 2025, unit: None, rule: None };
        let report = check(&context, &rules::judge_register(&context), &question, None, liandong::report::Guide::NONE);
        let unsaid: Vec<&str> = report.unconfirmed.iter().filter(|setting| setting.unsaid).map(|setting| setting.id).collect();
        assert_eq!(unsaid, ["minutes-term"]);
    }
}

#[test]
fn nobody_acts_in_a_circle_of_successors_and_nothing_hangs() {
    let mut files = shipped();
    for (unit, heir) in [("linye", "nongshui"), ("nongshui", "renshe"), ("renshe", "linye")] {
        let text = files.get_mut(&format!("units/{unit}.toml")).expect("a unit");
        text.extend(["until = 2025-03-31\nsuccessors = [\"", heir, "\"]\n"]);
    }
    let found = said(&files);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].contains("linye → nongshui → renshe → linye"), "{found:?}");
    let mechanism = ledger(&files).mechanism;
    let unit = "linye".parse().expect("a unit");
    assert_eq!(mechanism.acting(&unit, day(AS_OF)), None);
}

#[test]
fn a_name_that_several_units_have_names_none() {
    let files = changed(&shipped(), "units/gongxin.toml", "short = \"工信\"", "short = \"发改\"");
    let mechanism = ledger(&files).mechanism;
    let why = mechanism.unit_named("发改").expect_err("two are called so");
    assert!(why.zh().contains("fagai、gongxin") && why.en().contains("fagai, gongxin"), "{}", why.zh());
    assert_eq!(mechanism.unit_named("gongxin").expect("an id").as_str(), "gongxin");
    // The one that has ended leaves its name to the other.
    let files = changed(
        &files,
        "units/fagai.toml",
        "short = \"发改\"",
        "short = \"发改\"\nuntil = 2025-03-31\nsuccessors = [\"gongxin\"]",
    );
    assert_eq!(ledger(&files).mechanism.unit_named("发改").expect("one is left").as_str(), "gongxin");
}
