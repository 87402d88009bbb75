//! Whatever a table prints for a record is understood wherever a record is typed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use liandong::model::{Kind, Mechanism, RecordPath};
use liandong::ops::reference::literal;
use liandong::ops::{
    CheckOutcome, CheckRequest, DeadlinesRequest, Environment, ListRequest, LoadedRegister, RecordLookup, Resolver, ShowOutcome,
    ShowRequest, Target, Unwatched, check, deadlines, list, show,
};
use liandong::report::{Arrangement, ListingForm, Readers};
use liandong::store::{Source, TextPolicy};
use serde_json::Value;

use crate::support::{Register, copy, example, said};

/// A register that is read once and asked many things.
struct Asked {
    register: LoadedRegister,
    mechanism: Mechanism,
}

impl Asked {
    fn of(folder: &Path) -> Self {
        let register = LoadedRegister::read(source(folder), TextPolicy::Keep, &environment(&Unwatched::default())).expect("read");
        let mechanism = register.mechanism().expect("whole");
        Self { register, mechanism }
    }

    fn resolver(&self) -> Resolver<'_> {
        let records = RecordLookup::Files { source: &self.register.source, newer: None };
        Resolver { mechanism: &self.mechanism, today: "2025-12-31".parse().expect("a day"), records, viewer: None, author: None }
    }
}

fn source(folder: &Path) -> Source {
    Source::Folder(folder.into())
}

fn environment(watched: &Unwatched) -> Environment<'_> {
    Environment::unattended("2026-01-05T01:00:00Z".parse().expect("a moment"), watched)
}

/// Every record that a value names, by what people call it there.
fn labels(value: &Value, found: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(keys) => {
            if let (Some(Value::String(reference)), Some(title)) = (keys.get("ref"), keys.get("title")) {
                for lang in ["zh", "en"] {
                    if let Some(title) = title.get(lang).or(Some(title)).and_then(Value::as_str) {
                        found.insert((title.to_owned(), reference.clone()));
                    }
                }
            }
            keys.values().for_each(|value| labels(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| labels(value, found)),
        _ => {}
    }
}

/// What `list`, `check`, `show` and `deadlines` print for records of a register.
fn printed(folder: &Path) -> BTreeSet<(String, String)> {
    let watched = Unwatched::default();
    let environment = environment(&watched);
    let mut found = BTreeSet::new();
    for year in [2024, 2025] {
        let request = CheckRequest { year: Some(year), as_of: Some("2025-12-31".to_owned()), ..CheckRequest::default() };
        let Ok(CheckOutcome::Judged(checked)) = check(source(folder), &request, &environment) else { panic!("a whole register") };
        labels(&serde_json::to_value(&checked.report).expect("a value"), &mut found);
    }
    let request = DeadlinesRequest {
        unit: None,
        as_of: Some("2025-06-01".to_owned()),
        until: None,
        readers: Readers::Internal,
        before: None,
    };
    let coming = deadlines(source(folder), &request, &environment).expect("deadlines");
    labels(&serde_json::to_value(&coming.deadlines).expect("a value"), &mut found);
    for kind in Kind::ALL {
        let [rows, values] = [ListingForm::Telling, ListingForm::Values]
            .map(|form| list(source(folder), &every(*kind, form), &environment).expect("a list").listing);
        assert_eq!(rows.rows.len(), values.values.len());
        // The one file of a kind has no column for what it is called.
        if !kind.is_single() {
            for (row, value) in rows.rows.iter().zip(&values.values) {
                let reference = value["ref"].as_str().expect("a reference").to_owned();
                found.extend([row[0].zh(), row[0].en()].map(|label| (label.to_owned(), reference.clone())));
            }
        }
    }
    found
}

fn every(kind: Kind, form: ListingForm) -> ListRequest {
    ListRequest {
        kind,
        unit: None,
        year: None,
        since: None,
        until: None,
        mine: None,
        words: None,
        conditions: Vec::new(),
        during: None,
        unfinished: None,
        arrangement: Arrangement { form, ..Arrangement::default() },
    }
}

#[test]
fn every_label_that_is_printed_is_understood() {
    for name in ["clean", "broken"] {
        let asked = Asked::of(&example(name));
        let labels = printed(&example(name));
        assert!(labels.len() > 100, "{} labels", labels.len());
        for (label, reference) in labels {
            let meant = literal(&reference).expect("a path");
            assert_eq!(asked.resolver().target(&label), Ok(meant), "{name}: {label}");
        }
    }
}

#[test]
fn what_show_prints_is_understood() {
    let watched = Unwatched::default();
    let (folder, asked) = (example("clean"), Asked::of(&example("clean")));
    for record in ["mines/dashan", "meetings/2025/anweiban/001", "settings", "units/gongan"] {
        let request = ShowRequest { record: record.to_owned(), ..ShowRequest::default() };
        let Ok(ShowOutcome::Record(page)) = show(source(&folder), &request, &environment(&watched)) else {
            continue;
        };
        let mut found = BTreeSet::new();
        labels(&serde_json::to_value(&page).expect("a value"), &mut found);
        assert!(!found.is_empty(), "{record}");
        for (label, reference) in found {
            assert_eq!(asked.resolver().target(&label), Ok(literal(&reference).expect("a path")), "{label}");
        }
    }
}

#[test]
fn a_record_has_many_names() {
    let asked = Asked::of(&example("clean"));
    let path: RecordPath = "notices/2025/gongan/001".parse().expect("a path");
    for name in [
        "notices/2025/gongan/001",
        "./notices/2025/gongan/001.toml",
        "通报 2025-公安-001",
        "notice 2025-公安-001",
        "notice gongan/1",
        "通报 2025/gongan/1",
    ] {
        assert_eq!(asked.resolver().file(name), Ok(path.clone()), "{name}");
        assert_eq!(asked.resolver().of_kind(name, Kind::Notice), Ok(path.clone()), "{name}");
    }
    assert_eq!(asked.resolver().of_kind("公安/1", Kind::Notice), Ok(path));
    assert_eq!(asked.resolver().file("公安").expect("a unit").to_string(), "units/gongan");
}

/// A title is known by its parts, whatever stands between them: people leave out blanks, and write years as the numbers of papers do.
#[test]
fn a_title_is_understood_however_its_parts_are_held_together() {
    let asked = Asked::of(&example("clean"));
    let path: RecordPath = "notices/2025/gongan/001".parse().expect("a path");
    for name in [
        "通报2025-公安-001",
        "通报　２０２５-公安-００１",
        "通报〔2025〕公安001号",
        "通报〔2025〕公安-1",
        "通报 2025 公安 1",
        "通报2025公安第1号",
        "通报 2025－公安－001",
        "notice2025-gongan-001",
    ] {
        assert_eq!(asked.resolver().file(name), Ok(path.clone()), "{name}");
        assert_eq!(asked.resolver().of_kind(name, Kind::Notice), Ok(path.clone()), "{name}");
        assert_eq!(asked.resolver().reference(name).map(|meant| meant.to_string()), Ok(path.to_string()), "{name}");
    }
    assert_eq!(asked.resolver().of_kind("〔2025〕公安1号", Kind::Notice), Ok(path));
    for name in ["会议2025-区安委办-001#1", "会议 2025-区安委办-001＃１"] {
        let part = asked.resolver().reference(name).map(|meant| meant.to_string());
        assert_eq!(part, Ok("meetings/2025/anweiban/001#1".to_owned()), "{name}");
    }
    for name in ["通报2025-公安", "通报公安", "通报2025-公交-001", "2025-001", "通报25-公安-001-2"] {
        assert!(asked.resolver().file(name).is_err(), "{name}");
    }
}

#[test]
fn a_mine_is_known_by_the_name_that_it_had_and_two_of_one_name_are_both_told() {
    let copy = copy();
    let write = |path: &str, text: &str| {
        let file = copy.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
        std::fs::write(file, text).expect("writable");
    };
    write("mines/xin/base.toml", "name = \"新石场（虚构）\"\nformer_names = [\"老石场（虚构）\"]\ntown = \"hekou\"\n");
    for id in ["yi", "er"] {
        write(&format!("mines/{id}/base.toml"), "name = \"同名石场（虚构）\"\ntown = \"hekou\"\n");
    }
    let asked = Asked::of(copy.path());
    for name in ["老石场（虚构）", "矿山 老石场（虚构）", "mine 新石场（虚构）", "xin"] {
        assert_eq!(asked.resolver().file(name).map(|path| path.to_string()), Ok("mines/xin/base".to_owned()), "{name}");
    }
    let why = asked.resolver().file("同名石场（虚构）").expect_err("two");
    assert!(why.en().contains("mines/er/base") && why.en().contains("mines/yi/base"), "{why}");
}

/// Papers bear numbers; a number stands in one record of the invented year.
#[test]
fn the_number_of_a_paper_finds_its_record_however_its_brackets_are_typed() {
    let asked = Asked::of(&example("clean"));
    let mut numbers: BTreeMap<String, Vec<RecordPath>> = BTreeMap::new();
    for (path, record) in &asked.register.loaded.records {
        record.visit(&mut |_: &liandong::model::KeyPath, leaf| {
            if let liandong::model::Leaf::Number(number) = leaf {
                numbers.entry(number.as_str().to_owned()).or_default().push(path.clone());
            }
        });
    }
    let single = numbers.iter().filter_map(|(number, paths)| <[_; 1]>::try_from(paths.clone()).ok().map(|[path]| (number, path)));
    let mut count = 0;
    for (number, path) in single.take(5) {
        let typed = number.replace('〔', "[").replace('〕', "] ");
        assert_eq!(asked.resolver().file(&typed), Ok(path), "{typed}");
        count += 1;
    }
    assert!(count > 0);
    let why = asked.resolver().file("云区安委办〔2099〕77号").expect_err("nowhere");
    assert!(why.en().contains("the register has no"), "{why}");
}

/// What commands say of a record does not depend on how it was named: they say the same by any label as by its path. A command may
/// refuse the record for its kind.
#[test]
fn every_command_understands_what_the_others_print() {
    let register = Register::of_example();
    let mut tried: BTreeMap<(Kind, bool), (String, String)> = BTreeMap::new();
    for (label, reference) in printed(&register.folder) {
        let Some(Target::Record { path, .. }) = literal(&reference) else { panic!("{reference}") };
        tried
            .entry((path.kind(), label.is_ascii() || label.starts_with(|c: char| c.is_ascii())))
            .or_insert((label, path.to_string()));
    }
    assert!(tried.len() > 30, "{tried:#?}");
    let out = register.home.join("paper.docx");
    let out = out.to_str().expect("UTF-8");
    for (label, path) in tried.values() {
        let say = |name: &str| {
            let commands: [&[&str]; 6] = [
                &["show", name],
                &["show", name, "--format", "toml"],
                &["history", name],
                &["amend", name, "--set", "title=甲", "--reason", "笔误", "--as", "区安委办", "--dry-run"],
                &["respond", "progress", "--to", name, "--text", "正在办理", "--as", "公安", "--dry-run"],
                &["paper", name, "--out", out, "--force"],
            ];
            commands.map(|args| said(&register.run(args)))
        };
        let by_path = say(path);
        assert_eq!(say(label), by_path, "{label}");
        assert!(!by_path[0].contains("台账中没有"), "{path}: {}", by_path[0]);
    }
}

#[test]
fn a_draft_keeps_its_name_when_it_has_become_a_record() {
    let register = Register::init();
    register.ok(&["notice", "new", "--as", "应急", "--content", "2", "--title", "情况通报", "--to", "公安,1.4.2"]);
    let draft = register.ok(&["draft", "show", "notices-1"]);
    for name in ["notices-1", "草稿 notices-1", "draft notices-1", "drafts/notices-1.toml"] {
        assert_eq!(register.ok(&["show", name]), draft, "{name}");
        for args in [&["history", name][..], &["amend", name, "--set", "title=甲", "--reason", "笔误", "--as", "应急"]] {
            assert!(register.fails(args, 2).contains("草稿 notices-1 还没有登记"), "{args:?}");
        }
        let response = ["respond", "progress", "--to", name, "--text", "正在办理", "--as", "公安", "--dry-run"];
        assert!(register.fails(&response, 2).contains("草稿 notices-1 还没有登记"), "{name}");
    }
    register.ok(&[
        "notice",
        "review",
        "草稿 notices-1",
        "--as",
        "应急",
        "--name",
        "某乙",
        "--way",
        "书面",
        "--on",
        "2026-01-02",
        "--post",
        "分管负责人",
    ]);
    let shown = register.ok(&["show", "notices/2026/yingji/001"]);
    assert_eq!(register.ok(&["show", "notices-1"]), shown);
    assert_eq!(register.ok(&["show", "草稿", "notices-1"]), shown);
    assert!(register.ok(&["history", "notices-1"]).contains("通报 2026-应急-001"));
    register.ok(&[
        "notice",
        "issue",
        "notices-1",
        "--as",
        "应急",
        "--doc-type",
        "函",
        "--doc-number",
        "云应急〔2026〕1号",
        "--issued",
        "今天",
    ]);
    assert!(register.ok(&["show", "云应急[2026] 1号"]).contains("2026-应急-001"));
    // The name is free again; whoever types it means what is called so now, and then both that were.
    register.ok(&["notice", "new", "--as", "应急", "--content", "2", "--title", "另一通报", "--to", "公安,1.4.2"]);
    assert!(register.ok(&["show", "notices-1"]).contains("另一通报"));
    register.ok(&[
        "notice",
        "review",
        "notices-1",
        "--as",
        "应急",
        "--name",
        "某乙",
        "--way",
        "书面",
        "--on",
        "2026-01-03",
        "--post",
        "分管负责人",
    ]);
    let both = register.fails(&["show", "notices-1"], 2);
    assert!(both.contains("notices/2026/yingji/001") && both.contains("notices/2026/yingji/002"), "{both}");
}
