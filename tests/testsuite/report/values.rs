//! What the report says is what the register holds, and what `check` says.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{page_of, values_of};
use crate::support::{Register, copy_to, example, home, run};

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a number")).expect("small")
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

/// Files of a kind below a register whose day, at a key of theirs, lies in 2025 and not after a day.
fn filed(kind: &str, key: &str, until: &str) -> usize {
    fn files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() { files(&entry, found) } else { found.push(entry) }
        }
    }
    let mut found = Vec::new();
    files(&example("broken").join(kind), &mut found);
    let on = |file: &std::path::PathBuf| {
        let table: toml::Table = std::fs::read_to_string(file).expect("readable").parse().expect("TOML");
        Some(table.get(key)?.as_datetime()?.to_string())
    };
    found.iter().filter_map(on).filter(|on| on.as_str() >= "2025" && on[..10] <= *until).count()
}

#[test]
fn figures_count_what_is_filed() {
    for until in ["2025-12-31", "2025-06-01"] {
        let report = values_of(&example("broken"), until, &[]);
        for kind in list(&report["figures"]["kinds"]) {
            let name = kind["kind"].as_str().expect("a kind");
            let total = count(&kind["total"]);
            let sum = |of: &str| list(&kind[of]).iter().map(|figure| count(&figure["count"])).sum::<usize>();
            assert_eq!((sum("by_unit"), sum("by_month")), (total, total), "{name}");
            let named = |of: &str| list(&kind[of]).iter().map(|figure| list(&figure["records"]).len()).sum::<usize>();
            assert_eq!((named("by_unit"), named("by_month")), (total, total), "{name}: every record is named");
            let key = match name {
                "hazards" => "found",
                "orders" => "at",
                "notices" => "issued",
                "meetings" => "held",
                _ => continue,
            };
            let (by_hand, told_first) = (filed(name, key, until), usize::from(name == "notices"));
            // A notice that is not issued yet counts by its first word.
            assert!(by_hand <= total && total <= by_hand + told_first, "{name} until {until}: {total}, by hand {by_hand}");
        }
    }
}

#[test]
fn obligations_and_counts_are_those_of_check() {
    for (name, as_of) in [("broken", "2025-12-31"), ("clean", "2025-06-16"), ("clean", "2025-12-31")] {
        let report = values_of(&example(name), as_of, &[]);
        let checked = run(&example(name), &["check", "--year", "2025", "--as-of", as_of, "--format", "json"]);
        let checked: Value = serde_json::from_slice(&checked.stdout).expect("JSON");
        assert_eq!(report["counts"], checked["counts"]);
        let state = |one: &Value| (one["id"].to_string(), (one["state"].clone(), one["level"].clone(), one["light"].clone()));
        let lines = list(&report["chapters"]).iter().flat_map(|chapter| list(&chapter["obligations"]));
        let ours: BTreeMap<_, _> = lines.map(state).collect();
        let theirs: BTreeMap<_, _> = list(&checked["obligations"]).iter().map(state).collect();
        assert_eq!(ours, theirs, "{name} as of {as_of}");
        let states: usize = list(&report["states"]).iter().map(|state| count(&state["count"])).sum();
        assert_eq!(states, theirs.len(), "every obligation is in one state");
        let found = |unit: &Value| list(&unit["findings"]).len();
        let open: usize = list(&report["open"]).iter().map(found).sum();
        let is_open = |found: &&Value| found["waived_by"].is_null() && found["late"] == false;
        let theirs: usize =
            list(&checked["units"]).iter().map(|unit| list(&unit["findings"]).iter().filter(is_open).count()).sum();
        assert_eq!(open, theirs, "what was found and stands is open");
    }
}

#[test]
fn a_hazard_is_followed_from_finding_to_close_out() {
    let flow = |as_of: &str| -> BTreeMap<String, usize> {
        let report = values_of(&example("clean"), as_of, &[]);
        let step = |step: &Value| (step["id"].as_str().expect("an id").to_owned(), count(&step["count"]));
        list(&report["hazards"]["flow"]).iter().map(step).collect()
    };
    let (early, late) = (flow("2025-05-20"), flow("2025-12-31"));
    assert!(early["found"] > 0 && early["closed"] < late["closed"], "{early:?} {late:?}");
    assert_eq!(late["found"], late["closed"], "the clean register closes what it finds");
    assert_eq!(early["overdue"], 0);
    let broken = values_of(&example("broken"), "2025-12-31", &[]);
    let courses = list(&broken["hazards"]["courses"]);
    assert!(courses.iter().any(|course| course["stage"] == "overdue" && course["light"] == "red" && course["extended"] == true));
    let stages: usize = list(&broken["hazards"]["stages"]).iter().map(|stage| count(&stage["count"])).sum();
    let step =
        |id: &str| list(&broken["hazards"]["flow"]).iter().find(|step| step["id"] == id).map_or(0, |step| count(&step["count"]));
    assert_eq!(stages, step("found") + step("carried"), "each stands somewhere");
}

#[test]
fn what_took_how_long_to_tell_is_what_the_rules_judge() {
    let report = values_of(&example("broken"), "2025-12-31", &[]);
    let tellings = list(&report["tellings"]["tellings"]);
    let promptness = |of: &str| tellings.iter().filter(|telling| telling["promptness"] == of).count();
    let found = |rule: &str, late: bool| {
        let findings = list(&report["open"]).iter().flat_map(|unit| list(&unit["findings"]));
        findings.filter(|found| found["code"] == rule && found["late"] == late).count()
    };
    assert_eq!(promptness("missing"), found("N02", false) + found("N05", false));
    assert!(promptness("missing") > 0 && promptness("in-time") > 0);
    for telling in tellings {
        let told = telling["verbal"].is_string() || telling["paper"].is_string();
        assert_eq!(telling["days"].is_u64(), told, "{telling:#}");
        assert_eq!(telling["promptness"] == "missing", !told && telling["promptness"] != "running", "{telling:#}");
    }
    // Before its term ends, what nobody has told yet is still in time.
    let early = values_of(&example("broken"), "2025-10-21", &[]);
    assert!(list(&early["tellings"]["tellings"]).iter().any(|telling| telling["promptness"] == "running"));
}

#[test]
fn settings_say_who_adopted_them_and_open_minimums_who_must_act() {
    let report = values_of(&example("clean"), "2025-02-01", &[]);
    let settings = list(&report["settings"]);
    assert!(settings.len() > 10 && settings.iter().all(|setting| setting["basis"].is_null()));
    let minimums = list(&report["open"]).iter().flat_map(|unit| list(&unit["minimums"]).iter().map(|one| (&unit["unit"], one)));
    let minimums: Vec<_> = minimums.collect();
    assert_eq!(minimums.len(), 2, "{minimums:#?}");
    assert!(minimums.iter().all(|(unit, _)| **unit == "anweiban"));
    let ended = values_of(&example("clean"), "2026-01-05", &[]);
    assert!(list(&ended["open"]).iter().all(|unit| list(&unit["minimums"]).is_empty()), "2026 is another year");
}

#[test]
fn it_is_written_whole_and_never_over_another_file() {
    let folder = home();
    let out = folder.path().join("年报.html");
    let named = out.to_str().expect("UTF-8");
    let args = ["report", "--year", "2025", "--out", named];
    assert!(run(&example("clean"), &args).status.success());
    let first = std::fs::read(&out).expect("written");
    assert_eq!(run(&example("clean"), &args).status.code(), Some(2), "it is there already");
    assert!(run(&example("clean"), &[&args[..], &["--force"]].concat()).status.success());
    assert_eq!(std::fs::read(&out).expect("written"), first, "the same register gives the same bytes");
    assert_eq!(run(&example("clean"), &["report", "--year", "2025", "--out", "年报.txt"]).status.code(), Some(2));
    assert_eq!(run(&example("clean"), &["report", "--year", "2025"]).status.code(), Some(2), "a page goes to a file");
    assert_eq!(run(&example("clean"), &["report", "--year", "2027"]).status.code(), Some(2), "it has not begun");
    for (file, begins) in [("年报.json", &b"{"[..]), ("年报.DOCX", b"PK")] {
        let out = folder.path().join(file);
        let args = ["report", "--year", "2025", "--out", out.to_str().expect("UTF-8")];
        assert!(run(&example("clean"), &args).status.success(), "the ending says what it is");
        assert!(std::fs::read(&out).expect("written").starts_with(begins));
        std::fs::remove_file(&out).expect("removable");
        assert_eq!(
            run(&example("clean"), &[&args[..], &["--format", "html"]].concat()).status.code(),
            Some(2),
            "unless it is told"
        );
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside it");
}

#[test]
fn what_cannot_be_read_is_said_and_is_no_success() {
    let folder = home();
    copy_to(folder.path());
    std::fs::write(folder.path().join("notices/2025/gongan/001.toml"), "content = ").expect("writable");
    let done = run(folder.path(), &["report", "--year", "2025", "--format", "json"]);
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("notices/2025/gongan/001.toml"));
    let report: Value = serde_json::from_slice(&done.stdout).expect("the rest is told");
    assert_eq!(list(&report["problems"]).len(), 1);
}

#[test]
fn it_bears_the_commit_from_which_it_was_read() {
    let register = Register::of_example();
    let commit = register.head();
    // What is changed and not filed is not in it.
    std::fs::remove_file(register.folder.join("hazards/2025/yingji/001.toml")).expect("removable");
    let filed = values_of(&register.folder, "2025-12-31", &["--rev", "HEAD"]);
    assert_eq!(filed["heading"]["revision"].as_str(), Some(commit.as_str()));
    let out = home();
    let page = page_of(&register.folder, "2025-12-31", out.path(), &["--rev", "HEAD"]);
    assert!(std::fs::read_to_string(page).expect("UTF-8").matches(commit.as_str()).count() >= 2, "in the stamp and at the foot");
    let lying = values_of(&register.folder, "2025-12-31", &[]);
    assert!(lying["heading"]["revision"].is_null());
    let found = |report: &Value| list(&report["hazards"]["flow"])[0]["count"].clone();
    assert_eq!(count(&found(&filed)), count(&found(&lying)) + 1);
}

/// Whatever a unit filed is work of its own: no report says that there is none of it.
#[test]
fn what_a_unit_filed_is_told_as_its_work() {
    let words = |unit: &str, more: &[&str]| {
        let args = [&["report", "--year", "2025", "--as-of", "2025-12-31", "--unit", unit, "--format", "json"], more].concat();
        let report: Value = serde_json::from_slice(&run(&example("clean"), &args).stdout).expect("JSON");
        report["work"].clone()
    };
    assert_eq!(words("生态环境", &[])["facilities"], 1);
    let police = words("公安", &[]);
    assert!(count(&police["hazards"]) == 1 && count(&police["responses"]) > 0 && count(&police["proposals"]) == 1, "{police}");
    let none = words("发改", &[]);
    assert!(none.as_object().expect("counts").iter().all(|(name, count)| *count == 0 || name == "responses"), "{none}");
}

/// What others left undone is no state of a unit's own work.
#[test]
fn a_unit_stands_as_it_did_itself() {
    let states = |unit: &[&str]| {
        let args = [&["report", "--year", "2025", "--as-of", "2025-12-31", "--format", "json"], unit].concat();
        let report: Value = serde_json::from_slice(&run(&example("broken"), &args).stdout).expect("JSON");
        let chapters = report["chapters"].as_array().expect("chapters").clone();
        let lines = chapters.into_iter().flat_map(|chapter| chapter["obligations"].as_array().expect("obligations").clone());
        lines.filter(|line| line["state"] == "unmet").collect::<Vec<_>>()
    };
    let all = states(&[]).len();
    for unit in ["应急", "公安", "林业"] {
        let own = states(&["--unit", unit]);
        assert!(own.len() < all, "{unit}");
        for line in own {
            let acting = line["acting"].as_array().expect("units");
            // Of what all together owe there is nobody to be named.
            assert!(acting.iter().any(|one| one == unit) || line["least"].is_u64(), "{unit}: {line}");
        }
    }
}

/// What goes on over days is told day by day: nothing of it before it happened, and nothing twice over New Year.
#[test]
fn what_an_enforcement_did_is_told_on_the_day_on_which_it_did() {
    let done = |data: &std::path::Path, args: &[&str]| {
        let report: Value =
            serde_json::from_slice(&run(data, &[&["report", "--format", "json"], args].concat()).stdout).expect("JSON");
        let of = |key: &str| count(&report["work"][key]);
        [of("enforcements"), of("visits"), of("mines"), of("problems"), of("major_problems"), of("circulars")]
    };
    let clean = example("clean");
    assert_eq!(done(&clean, &["--year", "2025", "--as-of", "2025-05-13"]), [1, 1, 1, 1, 1, 0]);
    assert_eq!(done(&clean, &["--from", "2025-05-01", "--to", "2025-05-31", "--as-of", "2025-12-31"]), [1, 5, 3, 4, 1, 0]);
    assert_eq!(done(&clean, &["--from", "2025-06-01", "--to", "2025-06-30", "--as-of", "2025-12-31"]), [0, 0, 0, 0, 0, 1]);
    // The same stretches as people say them.
    for may in [&["--during", "2025年5月"][..], &["--from", "2025-05", "--to", "2025年5月"]] {
        assert_eq!(done(&clean, &[may, &["--as-of", "2025-12-31"]].concat()), [1, 5, 3, 4, 1, 0], "{may:?}");
    }
    assert_eq!(done(&clean, &["--during", "2025-Q2", "--as-of", "2025-12-31"]), [1, 5, 3, 4, 1, 1]);
    for refused in
        [&["--during", "2025-05", "--year", "2025"][..], &["--from", "2025-11", "--to", "2026-02"], &["--during", "某时"]]
    {
        assert_eq!(run(&clean, &[&["report", "--format", "json"], refused].concat()).status.code(), Some(2), "{refused:?}");
    }
    let folder = home();
    copy_to(folder.path());
    let file = folder.path().join("enforcements/2025/anweiban/001.toml");
    let text = std::fs::read_to_string(&file).expect("readable").replace("2025-05-15", "2026-01-02");
    std::fs::write(&file, text).expect("written");
    assert_eq!(done(folder.path(), &["--year", "2025", "--as-of", "2026-01-05"])[..2], [1, 3]);
    assert_eq!(done(folder.path(), &["--year", "2026", "--as-of", "2026-01-05"])[..2], [0, 2]);
}

/// A notice that was withdrawn is no notice of the year, for the report as for the obligation (四（三）); its withdrawal is told.
#[test]
fn what_was_withdrawn_is_counted_no_more() {
    let folder = home();
    copy_to(folder.path());
    let counts = || {
        let report = values_of(folder.path(), "2025-12-31", &[]);
        [count(&report["work"]["notices"]), count(&report["work"]["corrections"])]
    };
    let [notices, corrections] = counts();
    let withdrawal = "content = 5\ntitle = \"关于撤回通报的函（虚构）\"\nissued = 2025-12-22\nwithdraws = \"notices/2025/gongan/001\"\n\n\
                      [[to]]\nwho = \"yingji\"\n";
    std::fs::write(folder.path().join("notices/2025/gongan/011.toml"), withdrawal).expect("written");
    assert_eq!(counts(), [notices - 1, corrections + 1]);
}

/// What two units filed of one accident and of one lead is one of each, for the register; each unit filed its own.
#[test]
fn one_accident_of_several_records_is_counted_once() {
    let folder = home();
    copy_to(folder.path());
    let counts = |args: &[&str]| {
        let report = values_of(folder.path(), "2025-12-31", args);
        [count(&report["work"]["accidents"]), count(&report["work"]["leads"])]
    };
    let before = counts(&[]);
    let accident = "occurred = 2025-10-22\nmine = \"lvshui\"\n";
    let lead = "received = 2025-03-04\nchannel = \"letter\"\nmine = \"dashan\"\ntitle = \"反映越界（虚构）\"\n";
    let write = |same: bool| {
        for (kind, text, first) in [("accidents", accident, "yingji"), ("leads", lead, "ziran")] {
            let path = folder.path().join(kind).join("2025/gongan");
            std::fs::create_dir_all(&path).expect("made");
            let same = if same { format!("same_as = \"{kind}/2025/{first}/001\"\n") } else { String::new() };
            std::fs::write(path.join("011.toml"), format!("{text}{same}")).expect("written");
        }
    };
    write(false);
    assert_eq!(counts(&[]), before.map(|count| count + 1));
    write(true);
    assert_eq!(counts(&[]), before);
    assert_eq!(counts(&["--unit", "公安"]), [1, 1]);
}

/// A meeting, an enforcement or a notice that was filed twice is one, for the report as for `check`; each unit filed its own.
#[test]
fn what_was_filed_twice_is_counted_once() {
    let folder = home();
    copy_to(folder.path());
    let counts = |args: &[&str]| {
        let work = values_of(folder.path(), "2025-12-31", args)["work"].clone();
        ["meetings", "tasks", "enforcements", "visits", "problems", "circulars", "notices"].map(|key| count(&work[key]))
    };
    let (before, of_unit) = (counts(&[]), counts(&["--unit", "自然资源"]));
    for (first, second) in [
        ("meetings/2025/anweiban/001", "meetings/2025/ziran/011"),
        ("enforcements/2025/anweiban/001", "enforcements/2025/ziran/011"),
        ("notices/2025/yingji/001", "notices/2025/yingji/011"),
    ] {
        let path = |record: &str| folder.path().join(format!("{record}.toml"));
        std::fs::create_dir_all(path(second).parent().expect("a folder")).expect("made");
        std::fs::copy(path(first), path(second)).expect("copied");
    }
    assert_eq!(counts(&[]), before);
    assert_eq!(counts(&["--unit", "自然资源"])[..1], [of_unit[0] + 1]);
}
