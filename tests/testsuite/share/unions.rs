//! Whatever a clone was let file, others take: two and three clones write records that nobody thought of, beside each other, and what `sync`
//! makes of their lines is accepted at the gate. What only the union of two lawful lines has amiss is a finding, and is let in.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use liandong::model::{Kind, RecordPath};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value as Json;

use super::district::District;
use crate::record::by_hand::Hand;
use crate::record::generator::{self, World};
use crate::support::{Dice, Person, TRIES, said};

/// The units that file, the last from a second clone of the first, and the series of each clone's numbers.
const CLONES: [(&str, &str, &str); 3] = [("gongan", "公安", ""), ("yingji", "应急", ""), ("gongan", "公安", "b")];

/// How many records of each kind a clone may come to have.
const POOL: [(Kind, usize); 9] = [
    (Kind::Plan, 1),
    (Kind::Lead, 2),
    (Kind::Order, 2),
    (Kind::Hazard, 3),
    (Kind::Notice, 4),
    (Kind::Meeting, 2),
    (Kind::Enforcement, 2),
    (Kind::Response, 3),
    (Kind::Upward, 2),
];

fn pool(clone: usize) -> Vec<RecordPath> {
    let (unit, _, series) = CLONES[clone];
    let path = |kind: Kind, no: usize| format!("{}/2025/{unit}/{series}{no:03}", kind.folder()).parse().expect("a path");
    POOL.into_iter().flat_map(|(kind, count)| (1..=count).map(move |no| path(kind, no))).collect()
}

thread_local! {
    /// The records that whoever writes has.
    static THERE: RefCell<Vec<RecordPath>> = const { RefCell::new(Vec::new()) };
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect();
    World {
        units: words(&["yingji", "gongan", "anweiban"]),
        mines: words(&["dashan"]),
        systems: words(&["meeting", "enforcement", "notice"]),
        references: |key| THERE.with_borrow(|there| generator::references(key, there)),
        numbers: words(&["甲函〔2025〕1号", "甲函〔2025〕2号", "乙函〔2025〕3号"]),
        years: 2025..=2025,
        parts: 2,
        often: |key| match key {
            // Clauses, digests and mendings of a register are no more likely to be guessed than by a person.
            "clause" | "why" | "duties" | "amended" | "sha256" | "digest" | "confirmed_on" => 0.01,
            "entered_by" | "system" | "determined" => 0.1,
            "doc_number" | "issued" => 0.9,
            _ => generator::often(key) / 2.0,
        },
    }
});

/// What a clone's own records say, by their files.
type Own = BTreeMap<String, String>;

/// Writes a record as a person might, and commits it. What is refused is put back as it was.
fn write(person: &Person, path: &RecordPath, runner: &mut TestRunner, own: &mut Own) -> bool {
    let there = person.git(&["ls-files"]);
    let there = there.lines().filter_map(|file| RecordPath::of_file(file).ok()).filter(|path| path.kind().is_happening());
    THERE.set(there.collect());
    let node = generator::record_of(path.kind(), &WORLD).new_tree(runner).expect("a record").current();
    let (file, text) = (path.file(), Hand::write(&node).text);
    person.write(&file, &text);
    let done = person.run(&["commit", "--reason", "登记有误（虚构）"]);
    let is_filed = done.status.success();
    if is_filed {
        own.insert(file.clone(), person.read(&file));
    } else {
        match own.get(&file) {
            Some(before) => person.write(&file, before),
            None => std::fs::remove_file(person.folder.join(&file)).expect("taken away"),
        }
    }
    assert_eq!(person.git(&["status", "--porcelain"]), "", "{file}: {}", said(&done));
    is_filed
}

/// Synchronises until nobody was faster.
fn sync(person: &Person) {
    for _ in 0..4 {
        let done = person.run(&["sync"]);
        if done.status.success() {
            return;
        }
        assert!(said(&done).contains("抢先"), "what was filed is not taken: {}", said(&done));
    }
    panic!("others were always faster");
}

/// The faults of form in the folder of a clone, each by its code and record.
fn faults(person: &Person) -> BTreeSet<String> {
    let done = person.run(&["check", "--year", "2025", "--format", "json"]);
    assert!(matches!(done.status.code(), Some(0 | 1)), "{}", said(&done));
    let checked: Json = serde_json::from_slice(&done.stdout).expect("JSON");
    let units = checked["units"].as_array().expect("units").iter();
    let findings = units.flat_map(|unit| unit["findings"].as_array().expect("findings"));
    let faults = findings.filter(|found| found["level"] == "form");
    faults.map(|found| format!("{} {}", found["code"], found["record"])).collect()
}

/// What some clones filed beside each other, and how many faults their union has that none of them had.
fn hold(clones: usize, seed: u64, steps: usize) -> (usize, usize) {
    let district = District::trusted();
    for mine in ["xiaoshan", "weizhi"] {
        district.office.ok(&[
            "mine",
            "new",
            mine,
            "--as",
            "区安委办",
            "--name",
            &format!("{mine}石场（虚构）"),
            "--town",
            "河口街道",
        ]);
    }
    let people: Vec<Person> = (0..clones).map(|at| district.member(&format!("person{at}"), CLONES[at].1)).collect();
    let mut owned = vec![Own::new(); clones];
    let mut dice = Dice(seed);
    let mut runner = TestRunner::deterministic();
    let mut lawful = BTreeSet::new();
    let mut new = 0;
    for _ in 0..steps {
        let at = dice.below(clones);
        let paths = pool(at);
        write(&people[at], &paths[dice.below(paths.len())], &mut runner, &mut owned[at]);
        if dice.below(25) == 0 {
            for person in &people {
                lawful.extend(faults(person));
            }
            sync(&people[at]);
            new += faults(&people[at]).difference(&lawful).count();
        }
    }
    for _ in 0..2 {
        people.iter().for_each(sync);
    }
    for person in &people {
        assert_eq!(person.head(), district.tip());
        person.ok(&["verify"]);
        for (file, text) in owned.iter().flatten() {
            assert_eq!(person.read(file), *text, "{file}");
        }
    }
    (owned.iter().map(Own::len).sum(), new)
}

#[test]
fn what_was_filed_is_accepted() {
    let rounds = u64::from(TRIES.cases / 128).max(2);
    let held: Vec<(usize, usize)> = (0..rounds).map(|seed| hold(if seed % 2 == 0 { 2 } else { 3 }, seed, 70)).collect();
    assert!(held.iter().all(|(filed, _)| *filed > 5), "hardly anything was filed: {held:?}");
    assert!(held.iter().any(|(_, new)| *new > 0), "no union had a fault of its own: {held:?}");
}
