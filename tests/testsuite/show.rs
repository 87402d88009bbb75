//! A record is shown from itself and its neighbours as it would be from the whole register.

use std::path::Path;

use liandong::model::{Ledger, RecordPath};
use liandong::ops::{self, Environment, LoadedRegister, ShowOutcome, ShowRequest, Unwatched, show};
use liandong::report::{self, Guide, RecordPage};
use liandong::rules::{self, Context, Finding, Judgement, Unverified};
use liandong::store::{Source, TextPolicy};

use crate::support::{Register, example, said};

fn environment(watched: &Unwatched) -> Environment<'_> {
    Environment::unattended("2026-01-05T01:00:00Z".parse().expect("a moment"), watched)
}

/// A register that was read and judged as a whole.
struct Whole {
    register: LoadedRegister,
    ledger: Ledger,
    judgement: Judgement,
}

impl Whole {
    fn of(folder: &Path) -> Self {
        let watched = Unwatched::default();
        let source = Source::Folder(folder.into());
        let register = LoadedRegister::read(source, TextPolicy::Keep, &environment(&watched)).expect("read");
        let ledger = register.ledger().expect("whole");
        let judgement = rules::judge_register(&Self::context(&ledger));
        Self { register, ledger, judgement }
    }

    fn context(ledger: &Ledger) -> Context<'_> {
        let watched = Unwatched::default();
        let today = environment(&watched).today_in(&ledger.mechanism);
        Context { ledger, today, now: today, unverified: &Unverified::Nothing }
    }

    fn page(&self, path: &RecordPath) -> RecordPage {
        let records = &self.register.loaded.records;
        let (_, record) = records.iter().find(|(at, _)| at == path).expect("is there");
        let positions = |keys: &[(&str, &str)]| self.register.positions(keys);
        let command = |found: &Finding| ops::command(found, &self.ledger);
        let guide = Guide { positions: &positions, command: &command };
        let found = report::findings(&Self::context(&self.ledger), self.judgement.about(path), guide);
        report::page(path, record, report::pointing_at(path, records), &self.ledger.mechanism, found)
    }
}

#[test]
fn a_record_is_shown_as_the_whole_register_has_it() {
    let mut found = 0;
    for name in ["clean", "broken"] {
        let whole = Whole::of(&example(name));
        for (path, _) in &whole.register.loaded.records {
            let (request, watched) = (ShowRequest { record: path.to_string(), ..ShowRequest::default() }, Unwatched::default());
            let shown = show(Source::Folder(example(name).into()), &request, &environment(&watched));
            let Ok(ShowOutcome::Record(page)) = shown else { panic!("{path}: {shown:?}") };
            let json = |page: &RecordPage| serde_json::to_string_pretty(page).expect("a value");
            // What there is of a mine or a unit is asked of the whole register below.
            let page = RecordPage { related: Vec::new(), ..*page };
            assert_eq!(json(&page), json(&whole.page(path)), "{name}: {path}");
            found += page.findings.len();
        }
    }
    assert!(found > 50, "{found} findings");
}

/// 一企一档: of a mine its licences and all that happened there, of a unit all that it filed, by kind.
#[test]
fn a_mine_and_a_unit_are_shown_with_all_there_is() {
    let register = Register::of_example();
    let shown = |record: &str| -> serde_json::Value {
        let output = register.run(&["show", record, "--format", "json"]);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{record}: {}", said(&output)))
    };
    let count = |page: &serde_json::Value, kind: &str| {
        let related = page["related"].as_array().expect("related").clone();
        related.iter().find(|one| one["kind"] == kind).map_or(0, |one| one["count"].as_u64().expect("a count"))
    };
    let mine = shown("mines/dashan");
    for kind in ["hazards", "orders", "notices", "enforcements", "mines/"] {
        assert!(count(&mine, kind) > 0, "{kind}: {mine}");
    }
    // Everything that names the mine is there.
    let named = register.ok(&["list", "hazards", "--mine", "dashan", "--count"]);
    assert_eq!(count(&mine, "hazards").to_string(), named.trim());
    let unit = shown("units/yingji");
    assert!(count(&unit, "hazards") > 0 && count(&unit, "people") == 1, "{unit}");
    assert_eq!(count(&unit, "meetings"), 0, "another's: {unit}");
    // As of a commit it is the same.
    let output = register.run(&["show", "mines/dashan", "--format", "json", "--rev", "HEAD"]);
    let past: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(past["related"], mine["related"]);
    assert!(register.ok(&["show", "mines/dashan"]).contains("一企一档"));
    // What is still to be a surprise is none of it (四不两直).
    let plan = ["enforcement", "plan", "--as", "应急", "--title", "突击检查（虚构）", "--lead", "应急", "--member-units", "公安"];
    register.ok(&[&plan[..], &["--start", "明天", "--to", "明天"]].concat());
    register.ok(&[
        "enforcement",
        "group",
        "enforcements/2026/yingji/001",
        "--as",
        "应急",
        "--leader",
        "组长（虚构）",
        "--members",
        "公安",
        "--mines",
        "dashan",
    ]);
    assert_eq!(count(&shown("mines/dashan"), "enforcements"), count(&mine, "enforcements"));
    let mut own = register.command(&["show", "mines/dashan", "--format", "json"]);
    let output = own.env("LIANDONG_UNIT", "公安").output().expect("runs");
    let own: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(count(&own, "enforcements"), count(&mine, "enforcements") + 1);
}

/// Whoever is filed as a liaison, leader or holder of a key is shown with the records that name them, and nobody else.
#[test]
fn a_person_is_shown_with_what_names_them() {
    let register = Register::init();
    let set = ["liaison", "set", "--as", "公安", "--name", "警甲（虚构）", "--since", "2025-01-02"];
    register.ok(&set);
    register.ok(&["leader", "set", "--as", "公安", "--name", "警甲（虚构）", "--post", "分管负责人", "--since", "2025-06-01"]);
    register.ok(&["meeting", "plan", "--as", "区安委办", "--title", "联席会议（虚构）", "--planned", "2025-11-03"]);
    register.ok(&[
        "meeting",
        "attend",
        "meetings/2026/anweiban/001",
        "--as",
        "区安委办",
        "--who",
        "公安",
        "--name",
        "警甲（虚构）",
        "--how",
        "出席",
    ]);
    let output = register.run(&["show", "警甲（虚构）", "--format", "json"]);
    let page: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
    let posts: Vec<_> = page["posts"].as_array().expect("posts").iter().map(|post| post["what"]["zh"].clone()).collect();
    assert_eq!(posts, ["联络员", "分管负责人"]);
    assert_eq!(page["related"][0]["kind"], "meetings", "{page}");
    let told = register.ok(&["show", "警甲（虚构）"]);
    assert!(told.contains("公安 联络员，自 2025-01-02 起") && told.contains("会议 1"), "{told}");
    // Part of a name is nobody's, and a kind of record has no person.
    assert!(register.fails(&["show", "警甲"], 2).contains("警甲"));
    assert!(register.fails(&["notice", "show", "警甲（虚构）"], 2).contains("警甲"));
}
