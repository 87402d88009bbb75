//! The two registers in `examples/`: one invented year without a finding, and one in which every rule finds its fault once.
//! `LIANDONG_BLESS=1 cargo test examples` copies the shipped mechanism into both anew and writes their records in canonical
//! form: read the difference before it is committed, and run the tests again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Output;

use liandong::model::{Comments, Record, RecordPath};
use liandong::rules;
use liandong::text::Lang;
use serde_json::Value;

use crate::support::{example, run_in};

const EXAMPLES: [&str; 2] = ["clean", "broken"];
const LANGUAGES: [Lang; 2] = [Lang::Zh, Lang::En];

/// The day as of which the invented year is judged: its last.
const AS_OF: &str = "2025-12-31";

/// What the broken register lacks can be a fault of 2024 only: the clause itself names 2024-08-21 for the first report (L04); and
/// meetings, joint enforcements and notices must have been held in 2025 for the other rules to find fault with them, so the minimum
/// that was not reached (Y01), with its waiver that ran out (F12), is one of 2024.
const OF_2024: [&str; 3] = ["Y01", "F12", "L04"];

fn is_blessing() -> bool {
    std::env::var_os("LIANDONG_BLESS").is_some()
}

/// Every file below a folder, by its path from there.
fn files(folder: &Path) -> BTreeMap<String, PathBuf> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let relative = entry.strip_prefix(folder).expect("below the folder").to_string_lossy().into_owned();
                found.insert(relative, entry);
            }
        }
    }
    found
}

fn check(name: &str, year: &str, format: &str, lang: Lang) -> Output {
    run_in(lang, &example(name), &["check", "--year", year, "--as-of", AS_OF, "--format", format])
}

fn text(reply: &Output) -> String {
    assert!(reply.stderr.is_empty(), "{}", String::from_utf8_lossy(&reply.stderr));
    String::from_utf8(reply.stdout.clone()).expect("UTF-8")
}

fn json(reply: &Output) -> Value {
    serde_json::from_str(&text(reply)).expect("JSON")
}

/// The commands that mend what is found, as words.
fn commands(report: &Value) -> Vec<Vec<String>> {
    let units = report["units"].as_array().expect("units");
    let findings = units.iter().flat_map(|unit| unit["findings"].as_array().expect("findings"));
    let commands = findings.filter_map(|finding| finding["command"].as_str());
    commands.map(|command| command.split(' ').map(|word| word.trim_matches('"').to_owned()).collect()).collect()
}

#[test]
fn every_command_that_mends_is_one_that_the_program_knows() {
    let report = json(&check("broken", "2025", "json", Lang::En));
    let commands = commands(&report);
    assert!(commands.len() > 50, "{commands:#?}");
    for words in commands {
        // Help is asked for last: every word before it has been understood by then.
        let args: Vec<&str> = words.iter().skip(1).map(String::as_str).chain(["--help"]).collect();
        let reply = run_in(Lang::En, &example("broken"), &args);
        assert_eq!(reply.status.code(), Some(0), "{words:?}: {}", String::from_utf8_lossy(&reply.stderr));
    }
}

/// The codes of a report in JSON, once for each finding.
fn codes(report: &Value) -> Vec<String> {
    let units = report["units"].as_array().expect("units");
    let findings = units.iter().flat_map(|unit| unit["findings"].as_array().expect("findings"));
    findings.map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
}

/// The codes of all rules that are to be found in a year of the broken register. Its mechanism is the shipped one, and in order: what
/// is found in one that is not, `check::mechanism` shows. No unit of it has ended, after which one would file (F31),
/// and nothing that a minimum counts is filed twice in it (F32).
fn expected(year: &str) -> Vec<String> {
    let mut codes: Vec<String> = rules::all()
        .map(|rule| rule.code.to_owned())
        .filter(|code| !code.starts_with('G') && !["F31", "F32"].contains(&code.as_str()))
        .filter(|code| (year == "2024") == OF_2024.contains(&code.as_str()))
        .collect();
    codes.sort();
    codes
}

#[test]
fn the_mechanism_of_each_example_is_the_shipped_one() {
    let shipped = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    for name in EXAMPLES {
        for (file, from) in &shipped {
            let copy = example(name).join(file);
            if is_blessing() {
                std::fs::copy(from, &copy).expect("writable");
            }
            let same = std::fs::read(&copy).is_ok_and(|bytes| bytes == std::fs::read(from).expect("a shipped file"));
            assert!(same, "examples/{name}/{file} differs from data/{file}");
        }
        let own = files(&example(name)).into_keys().filter(|file| !shipped.contains_key(file));
        let of_mechanism: Vec<String> = own
            .filter(|file| {
                let path = RecordPath::of_file(file).expect("a path of a register");
                let by_office = matches!(path, RecordPath::Single(_) | RecordPath::Calendar(_));
                by_office || file.starts_with("units/") || file.starts_with("duties/")
            })
            .collect();
        assert!(of_mechanism.is_empty(), "examples/{name} has a mechanism of its own: {of_mechanism:?}");
    }
}

#[test]
fn every_record_is_canonical_and_every_mine_marked_as_invented() {
    let mut faults = Vec::new();
    for name in EXAMPLES {
        for (file, at) in files(&example(name)) {
            let path = RecordPath::of_file(&file).expect("a path of a register");
            let text = std::fs::read_to_string(&at).expect("a readable file");
            let record = Record::read(&path, &text).unwrap_or_else(|problems| panic!("{}: {problems:#?}", at.display()));
            let canonical = record.write(&Comments::from_text(&text));
            if is_blessing() {
                std::fs::write(&at, &canonical).expect("writable");
            } else if canonical != text {
                faults.push(format!("examples/{name}/{file} is not canonical"));
            }
            if let Record::Mine(mine) = record
                && !mine.name.as_str().ends_with("（虚构）")
            {
                faults.push(format!("examples/{name}/{file}: {} does not say that it is invented", mine.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_clean_year_shows_every_obligation_met_and_no_finding() {
    for lang in LANGUAGES {
        for year in ["2024", "2025"] {
            let reply = check("clean", year, "json", lang);
            let report = json(&reply);
            assert_eq!(
                (codes(&report), &report["earlier"], reply.status.code()),
                (Vec::new(), &Value::from(0), Some(0)),
                "{year}"
            );
            assert_eq!(report["problems"], Value::Array(Vec::new()));
            let sarif = json(&check("clean", year, "sarif", lang));
            assert_eq!(sarif["runs"][0]["results"], Value::Array(Vec::new()));
        }
        let report = json(&check("clean", "2025", "json", lang));
        let states = report["obligations"].as_array().expect("obligations").iter();
        let states: BTreeMap<&str, &str> = states.filter_map(|one| Some((one["id"].as_str()?, one["state"].as_str()?))).collect();
        let in_state = |state: &str| states.iter().filter(|(_, own)| **own == state).map(|(id, _)| *id).collect::<Vec<_>>();
        // Definitions and permissions are never met by themselves, and the first report of liaisons was due in 2024.
        assert_eq!(in_state("defined"), ["O1", "O12", "O13", "O2", "O27", "O40"]);
        assert_eq!(in_state("not-judged"), ["O61"]);
        assert_eq!(in_state("allowed"), ["O17", "O18", "O26", "O39", "O5", "O6"]);
        assert_eq!(
            (in_state("not-seen"), in_state("met").len()),
            (vec!["O44", "O46", "O47", "O51", "O54", "O55", "O56", "O57", "O58", "O59", "O60"], 37),
            "{states:?}"
        );
        let printed = text(&check("clean", "2025", "text", lang));
        let summary = match lang {
            Lang::Zh => "需更正 0 · 未落实 0 · 提醒 0 · 建议 0",
            Lang::En => "to be corrected 0, not carried out 0, reminders 0, advice 0",
        };
        assert!(printed.contains(summary), "{printed}");
    }
}

/// Each of the 54 duties has a line: what was recorded under it in the year, or that nothing need be.
#[test]
fn every_duty_has_a_line() {
    let report = json(&check("clean", "2025", "json", Lang::Zh));
    let lines = report["duties"].as_array().expect("duties");
    assert_eq!(lines.len(), 54);
    let named: usize = std::fs::read_dir(example("clean"))
        .expect("a folder")
        .flat_map(|kind| texts_below(&kind.expect("an entry").path().join("2025")))
        .map(|text| {
            text.lines().filter(|line| line.starts_with("duties = ")).map(|line| line.matches('"').count() / 2).sum::<usize>()
        })
        .sum();
    let counted: u64 = lines.iter().map(|line| line["count"].as_u64().expect("a count")).sum();
    assert_eq!(counted, named as u64, "all that is named is counted");
    for line in lines {
        let note = line["note"]["zh"].as_str().expect("a note");
        let is_empty = line["count"] == 0;
        assert!(!note.contains("未见") && (!is_empty || !note.is_empty()), "{line}");
    }
    let shown = text(&run_in(Lang::Zh, &example("clean"), &["duty", "list", "--year", "2025"]));
    assert!(shown.contains("本台账不要求登记") && shown.contains("见 O45"), "{shown}");
}

/// The texts of all records below a folder.
fn texts_below(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let below = |path: PathBuf| {
        if path.is_dir() { texts_below(&path) } else { vec![std::fs::read_to_string(path).expect("readable")] }
    };
    entries.flat_map(|entry| below(entry.expect("an entry").path())).collect()
}

#[test]
fn the_broken_register_breaks_every_rule_once() {
    for lang in LANGUAGES {
        for year in ["2024", "2025"] {
            let reply = check("broken", year, "json", lang);
            let report = json(&reply);
            let mut found = codes(&report);
            found.sort();
            assert_eq!(found, expected(year), "{year}");
            // The three of 2024 are reminders: the year was covered in part, the rest came late.
            assert_eq!(reply.status.code(), Some(i32::from(year == "2025")));
            assert_eq!(report["problems"], Value::Array(Vec::new()));
        }
    }
}

#[test]
fn text_and_sarif_tell_what_json_tells() {
    for lang in LANGUAGES {
        for year in ["2024", "2025"] {
            let sarif = json(&check("broken", year, "sarif", lang));
            let results = sarif["runs"][0]["results"].as_array().expect("results").iter();
            let mut told: Vec<String> = results.map(|result| result["ruleId"].as_str().expect("a rule").to_owned()).collect();
            told.sort();
            assert_eq!(told, expected(year), "{year}");
            let printed = text(&check("broken", year, "text", lang));
            for rule in rules::all().filter(|rule| expected(year).iter().any(|code| code == rule.code)) {
                let (code, title) = (rule.code, rule.title.get(lang));
                assert_eq!(printed.matches(&format!(" {code} {title}  ")).count(), 1, "{code} in {year}");
            }
        }
    }
}

#[test]
fn every_finding_points_at_a_file_and_what_to_do() {
    let report = json(&check("broken", "2025", "json", Lang::Zh));
    let units = report["units"].as_array().expect("units").iter();
    for finding in units.flat_map(|unit| unit["findings"].as_array().expect("findings")) {
        let file = finding["file"].as_str().expect("a file");
        assert!(example("broken").join(file).is_file(), "{finding}");
        assert!(finding["line"].as_u64().is_some_and(|line| line > 0), "{finding}");
        let is_form = finding["code"].as_str().expect("a code").starts_with('F');
        assert_eq!(finding["quote"].is_string(), !is_form, "{finding}");
    }
}

/// The schema as OASIS published it, but for two patterns of a language, which are no regular expressions: a bracket closes nothing.
/// A later revision of OASIS writes them as they are here.
fn sarif_schema() -> Value {
    let schema =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/source/sarif-2.1.0.json")).expect("the schema");
    let published = r#""^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$""#;
    assert_eq!(schema.matches(published).count(), 2);
    serde_json::from_str(&schema.replace(published, r#""^[a-zA-Z]{2}(-[a-zA-Z]{2})?$""#)).expect("JSON")
}

#[test]
fn sarif_keeps_to_its_public_schema() {
    let schema = sarif_schema();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for lang in LANGUAGES {
        for name in EXAMPLES {
            let log = json(&check(name, "2025", "sarif", lang));
            let errors: Vec<String> =
                validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{name}: {}", errors.join("\n"));
            let codes: BTreeSet<&str> = rules::all().map(|rule| rule.code).collect();
            let told = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules").iter();
            assert_eq!(told.filter_map(|rule| rule["id"].as_str()).collect::<BTreeSet<_>>(), codes);
        }
    }
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] })), "a run needs its tool");
}
