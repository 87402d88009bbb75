//! `deadlines`: what comes due, and a calendar that another program reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::support::{LIANDONG, clean, command, copy_to, home};

fn deadlines(args: &[&str]) -> Vec<Value> {
    let done = run(&clean(), &[args, &["--format", "json"]].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).expect("a list")
}

/// What came due in May, asked then.
fn run(data: &Path, args: &[&str]) -> Output {
    let mut program = command(LIANDONG, data);
    program.env("LIANDONG_NOW", "2025-05-16T09:00:00+08:00").arg("--data").arg(data).arg("deadlines").args(args);
    program.output().expect("runs")
}

/// The events of a calendar by their UID, each as its properties.
fn events(file: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = fs::read(file).expect("readable");
    let mut parser = ical::IcalParser::new(&text[..]);
    let calendar = parser.next().expect("a calendar").expect("that is one");
    assert!(parser.next().is_none(), "one calendar");
    let properties = |event: ical::parser::ical::component::IcalEvent| -> BTreeMap<String, String> {
        event.properties.into_iter().map(|property| (property.name, property.value.unwrap_or_default())).collect()
    };
    let all: Vec<BTreeMap<String, String>> = calendar.events.into_iter().map(properties).collect();
    let count = all.len();
    let by_uid: BTreeMap<_, _> = all.into_iter().map(|event| (event["UID"].clone(), event)).collect();
    assert_eq!(by_uid.len(), count, "every UID once");
    by_uid
}

#[test]
fn what_comes_due_is_listed_the_first_first() {
    let all = deadlines(&["--as-of", "2025-05-16"]);
    let on = |deadline: &Value| deadline["on"].as_str().expect("a day").to_owned();
    assert!(all.len() > 5 && all.is_sorted_by_key(on), "{all:#?}");
    let ids: Vec<&str> = all.iter().map(|deadline| deadline["id"].as_str().expect("an id")).collect();
    let has = |part: &str| assert!(ids.iter().any(|id| id.contains(part)), "{part}: {ids:#?}");
    has("H05/hazards/2025/yingji/001");
    assert!(all.iter().all(|deadline| deadline["on"].as_str() >= Some("2025-05-16") || !deadline["until"].is_null()));
}

#[test]
fn a_minimum_comes_due_until_it_is_reached() {
    let minimums = |day| {
        let all = deadlines(&["--as-of", day]);
        all.iter().filter(|deadline| deadline["id"].as_str().is_some_and(|id| id.starts_with("minimum/"))).count()
    };
    // A notice had gone out by then; the meeting and the joint enforcement came later.
    assert_eq!((minimums("2025-02-01"), minimums("2025-12-31")), (2, 0));
}

#[test]
fn a_unit_sees_its_own_and_a_day_ends_the_list() {
    let all = deadlines(&["--as-of", "2025-05-16"]);
    let own = deadlines(&["--as-of", "2025-05-16", "--unit", "应急"]);
    assert!(!own.is_empty() && own.len() < all.len());
    assert!(own.iter().all(|deadline| deadline["units"].as_array().expect("units").iter().any(|unit| unit == "yingji")));
    let soon = deadlines(&["--as-of", "2025-05-16", "--until", "2025-06-30"]);
    assert!(soon.len() < all.len() && soon.iter().all(|deadline| deadline["on"].as_str() <= Some("2025-06-30")));
}

#[test]
fn another_program_reads_the_calendar_as_it_was_meant() {
    let folder = home();
    let file = folder.path().join("期限.ics");
    let named = file.to_str().expect("UTF-8");
    let clean = clean();
    let done = run(&clean, &["--ics", named]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let events = events(&file);
    let listed = deadlines(&["--as-of", "2025-05-16"]);
    assert_eq!(events.len(), listed.len());
    for deadline in &listed {
        let event = &events[&format!("{}@liandong", deadline["id"].as_str().expect("an id"))];
        let day = |day: &Value| day.as_str().expect("a day").replace('-', "");
        assert_eq!(event["DTSTART"], day(&deadline["on"]));
        assert!(event["DTEND"] > event["DTSTART"], "the end of a whole day is the day after it: {event:?}");
        assert!(event["SUMMARY"].contains(deadline["what"]["zh"].as_str().expect("words")), "{event:?}");
        assert_eq!(event["DTSTAMP"], "20250516T010000Z");
    }
    let lines = fs::read_to_string(&file).expect("UTF-8");
    assert!(lines.ends_with("END:VCALENDAR\r\n") && lines.lines().all(|line| line.len() <= 75), "folded at 75 octets");
    assert_eq!(run(&clean, &["--ics", named]).status.code(), Some(2), "never over another file");
    assert!(run(&clean, &["--ics", named, "--force"]).status.success());
    assert_eq!(run(&clean, &["--ics", "期限.txt"]).status.code(), Some(2));
}

#[test]
fn what_is_done_is_called_off_where_it_stood() {
    let folder = home();
    copy_to(folder.path());
    let file = folder.path().join("期限.ics");
    let written = |force: &[&str]| {
        let named = file.to_str().expect("UTF-8");
        let done = run(folder.path(), &[&["--ics", named], force].concat());
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        (events(&file), fs::read_to_string(&file).expect("UTF-8"))
    };
    let (first, text) = written(&[]);
    assert_eq!(text.matches("BEGIN:VALARM").count(), first.len(), "each is told of the day before");
    assert!(first.values().all(|event| event["SEQUENCE"].parse::<u32>().is_ok() && event.get("STATUS").is_none()));
    // Somebody else's event in the same file is not this program's.
    let other = "BEGIN:VEVENT\r\nUID:1@elsewhere\r\nDTSTART;VALUE=DATE:20250520\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR";
    fs::write(&file, text.replace("END:VCALENDAR", other)).expect("written");
    let uid = "H05/hazards/2025/yingji/001/yingji@liandong";
    let hazard = folder.path().join("hazards/2025/yingji/001.toml");
    fs::remove_file(&hazard).expect("removed");
    let (again, _) = written(&["--force"]);
    assert_eq!(again[uid]["STATUS"], "CANCELLED");
    assert_eq!(again[uid]["SUMMARY"], first[uid]["SUMMARY"]);
    assert_eq!(again[uid]["DTSTART"], first[uid]["DTSTART"]);
    assert!(!again.keys().any(|uid| uid.contains("elsewhere")));
    let cancelled = |events: &BTreeMap<String, BTreeMap<String, String>>| {
        events.values().filter(|event| event.get("STATUS").is_some_and(|status| status == "CANCELLED")).count()
    };
    let (third, _) = written(&["--force"]);
    assert_eq!(cancelled(&third), cancelled(&again), "it stays so");
}

/// What a calendar merely leaves out is not done: that of a unit, of a shorter time, or for the public, in the place of the whole.
#[test]
fn what_is_left_out_is_not_called_off() {
    let (folder, clean) = (home(), clean());
    let file = folder.path().join("期限.ics");
    let named = file.to_str().expect("UTF-8");
    let written = |more: &[&str]| {
        let done = run(&clean, &[&["--ics", named, "--force"], more].concat());
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        fs::read_to_string(&file).expect("UTF-8")
    };
    let whole = written(&[]);
    let count = |text: &str| text.matches("BEGIN:VEVENT").count();
    for more in [&["--unit", "应急"][..], &["--until", "2025-06-30"], &["--edition", "public"]] {
        fs::write(&file, &whole).expect("written");
        let part = written(more);
        assert!(!part.contains("CANCELLED") && count(&part) <= count(&whole), "{more:?}: {part}");
    }
    // Nor is what is past: it passed as it did.
    let later =
        "UID:E09/enforcements/2025/anweiban/009/summary/anweiban@liandong\r\nDTSTART;VALUE=DATE:20250401\r\nSUMMARY:x\r\n";
    let to_come = later.replace("20250401", "20250801").replace("009", "008");
    for (event, is_called_off) in [(later.to_owned(), false), (to_come, true)] {
        fs::write(&file, format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n")).expect("written");
        assert_eq!(written(&[]).contains("CANCELLED"), is_called_off, "{event}");
        // What another computer told within the office is carried into nothing that goes out.
        fs::write(&file, format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n")).expect("written");
        assert!(!written(&["--edition", "public"]).contains("SUMMARY:x"), "{event}");
    }
}

/// A register of the clean example with one file changed.
fn changed(file: &str, change: impl Fn(&str) -> String) -> tempfile::TempDir {
    let folder = home();
    copy_to(folder.path());
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).expect("readable");
    fs::write(&path, change(&text)).expect("writable");
    folder
}

#[test]
fn a_term_that_moves_keeps_its_uid_and_hostile_words_stay_words() {
    let uid = "H05/hazards/2025/yingji/001/yingji@liandong";
    let file = |folder: &tempfile::TempDir| folder.path().join("期限.ics");
    let written = |folder: &tempfile::TempDir| {
        let done = run(folder.path(), &["--ics", file(folder).to_str().expect("UTF-8")]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        events(&file(folder))
    };
    // The term of a hazard is the one that its order sets.
    let order = "orders/2025/yingji/002.toml";
    let first = written(&changed(order, str::to_owned));
    let moved = written(&changed(order, |text| text.replace("until = 2025-06-13", "until = 2025-06-20")));
    assert_ne!(first[uid]["DTSTART"], moved[uid]["DTSTART"], "the day moved");
    assert_eq!(first.keys().collect::<Vec<_>>(), moved.keys().collect::<Vec<_>>(), "and nothing else is another event");
    let extension =
        "\n[[extension]]\nasked = 2025-05-15\napproved_by = \"某甲\"\napproved_on = 2025-05-16\nnew_due = 2025-07-01\n";
    let extended = written(&changed("hazards/2025/yingji/001.toml", |text| format!("{text}{extension}")));
    assert_eq!(extended[uid]["DTSTART"], "20250701", "another key holds the term, and it is the same event");
    let hostile = "大山石场\\\\nEND:VEVENT\\\\nBEGIN:VALARM;,";
    let folder = changed("mines/dashan/base.toml", |text| text.replace("大山石场（虚构）", hostile));
    assert_eq!(written(&folder).len(), first.len());
}

#[test]
fn a_licence_is_near_its_end_as_long_before_as_the_setting_says() {
    let near = |day| {
        let all = deadlines(&["--as-of", day]);
        let ends =
            all.iter().find(|deadline| deadline["id"].as_str().is_some_and(|id| id.starts_with("licence/mines/dashan/yingji/")));
        ends.unwrap_or_else(|| panic!("no end of the licence: {all:#?}"))["near"] == true
    };
    // 90 days before 2027-02-28, and no earlier.
    assert_eq!((near("2026-11-29"), near("2026-11-30"), near("2027-02-28")), (false, true, true));
}
