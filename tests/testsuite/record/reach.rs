//! What rules say of a record among its neighbours is what they say of it in the whole register: the property on which a filing's findings
//! rest. Over registers that nobody thought of, and over the two in `examples/`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use liandong::model::reader::Keys;
use liandong::model::{Day, Facts, FactsIndex, Kind, Ledger, Record, RecordPath};
use liandong::rules::{self, Context, Judgement, Reach, Unverified};
use liandong::store::{self, Source, TextPolicy};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::by_hand::Hand;
use super::generator::{self, World};
use crate::support::{TRIES, example};

type Records = Vec<(RecordPath, Record)>;

/// How many records of each kind there may be.
const POOL: [(Kind, usize); 14] = [
    (Kind::Plan, 2),
    (Kind::Lead, 3),
    (Kind::Order, 5),
    (Kind::Facility, 3),
    (Kind::Hazard, 5),
    (Kind::Accident, 3),
    (Kind::Notice, 9),
    (Kind::Agenda, 3),
    (Kind::Directive, 2),
    (Kind::Meeting, 3),
    (Kind::Enforcement, 3),
    (Kind::Response, 4),
    (Kind::Upward, 3),
    (Kind::Waiver, 2),
];

/// Where they may lie: of one kind over two years and units, one of which nobody knows.
static PATHS: LazyLock<Vec<RecordPath>> = LazyLock::new(|| {
    let path = |kind: Kind, no: usize| {
        let (unit, year) = (["yingji", "weizhi", "gongan"][no % 3], 2025 + no / 2 % 2);
        format!("{}/{year}/{unit}/{:03}", kind.folder(), no + 1).parse().expect("a path")
    };
    POOL.into_iter().flat_map(|(kind, count)| (0..count).map(move |no| path(kind, no))).collect()
});

fn references(key: &str) -> Vec<String> {
    generator::references(key, &PATHS)
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect();
    World {
        units: words(&["yingji", "gongan", "anweiban", "ziran", "hekou", "weizhi"]),
        mines: words(&["dashan", "xiaoshan"]),
        systems: words(&["meeting", "enforcement", "notice"]),
        references,
        numbers: words(&["甲函〔2025〕1号", "甲函〔2025〕2号", "甲函〔2026〕3号", "第1期"]),
        years: 2025..=2026,
        parts: 2,
        often: generator::often,
    }
});

/// The shipped mechanism and two mines, one of which uses explosives.
static MECHANISM: LazyLock<Records> = LazyLock::new(|| {
    let mut records = load(&Source::Shipped);
    for (mine, closed) in [("dashan", ""), ("xiaoshan", "closed = 2026-05-01\n")] {
        let text = format!("name = \"{mine}石场（虚构）\"\ntown = \"hekou\"\n{closed}");
        let path: RecordPath = format!("mines/{mine}/base").parse().expect("a path");
        records.push((path, Kind::Mine.read(&text, Keys::Known).expect("a mine")));
    }
    let permit = "[[licence]]\nkind = \"blasting\"\nfrom = 2025-03-01\n";
    let path: RecordPath = "mines/dashan/gongan".parse().expect("a path");
    records.push((path, Kind::Licences.read(permit, Keys::Known).expect("licences")));
    records
});

fn load(source: &Source) -> Records {
    store::load(source, TextPolicy::Keep).expect("a readable register").records
}

fn index(records: &Records) -> FactsIndex {
    FactsIndex::new(records.iter().map(|(path, record)| (path.clone(), Some(Facts::from_record(record)))).collect())
}

fn judge(records: Records, today: Day) -> Judgement {
    let ledger = Ledger::new(records, BTreeSet::new()).expect("a whole mechanism");
    let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
    rules::judge_within(&context, Reach::SameMine)
}

/// All that is found of a record and asked about it, one a line.
fn said(judgement: &Judgement, path: &RecordPath) -> Vec<String> {
    let found = judgement.about(path).map(|found| {
        let (code, what) = (found.rule.code, found.what.zh());
        format!("{code} {} {} {} {:?} {} {what}", found.key, found.on, found.actor, found.level, found.late)
    });
    let asked = judgement.pending.iter().filter(|asked| asked.record == *path).map(|asked| {
        let (code, what) = (asked.rule.code, asked.what.zh());
        format!("{code} {} {} {} {} {:?} {what}", asked.key, asked.on, asked.due, asked.actor, asked.level)
    });
    let mut said: Vec<String> = found.chain(asked).collect();
    said.sort();
    said
}

/// Holds it of every record. Gives how many records had something said of them.
fn holds_of_each(mechanism: &Records, happenings: &Records, today: Day) -> Result<usize, String> {
    let all: Records = mechanism.iter().chain(happenings).cloned().collect();
    let index = index(&all);
    let whole = judge(all, today);
    let mut spoken = 0;
    for (path, _) in happenings {
        let near = rules::neighbourhood(&index, std::slice::from_ref(path));
        let within = happenings.iter().filter(|(other, _)| near.contains(other));
        let among = judge(mechanism.iter().chain(within).cloned().collect(), today);
        let (expected, found) = (said(&whole, path), said(&among, path));
        if expected != found {
            let near: Vec<String> = near.iter().map(ToString::to_string).collect();
            return Err(format!("{path} among {near:?}:\nin the register {expected:#?}\namong these {found:#?}"));
        }
        spoken += usize::from(!expected.is_empty());
    }
    Ok(spoken)
}

#[test]
fn of_random_registers() {
    let record = |path: &'static RecordPath| {
        let made = generator::record_of(path.kind(), &WORLD).prop_map(move |node| {
            let text = Hand::write(&node).text;
            (path.clone(), path.kind().read(&text, Keys::Known).unwrap_or_else(|problems| panic!("{text}\n{problems:#?}")))
        });
        prop::option::weighted(0.75, made)
    };
    let registers: Vec<_> = PATHS.iter().map(record).collect();
    let today: Day = "2026-12-31".parse().expect("a day");
    let config = Config { cases: TRIES.cases / 2, failure_persistence: None, max_shrink_iters: 64, ..Config::default() };
    let outcome = TestRunner::new(config).run(&registers, |records| {
        let happenings: Records = records.into_iter().flatten().collect();
        let spoken = holds_of_each(&MECHANISM, &happenings, today)
            .map_err(|why| TestCaseError::fail(format!("{why}\n{}", shown(&happenings))))?;
        prop_assert!(spoken > 0 || happenings.len() < 8, "nothing is said of anything");
        Ok(())
    });
    if let Err(proptest::test_runner::TestError::Fail(why, _)) = outcome {
        panic!("{why}");
    }
}

fn shown(records: &Records) -> String {
    let texts =
        records.iter().map(|(path, record)| format!("--- {path}\n{}", record.write(&liandong::model::Comments::default())));
    texts.collect::<Vec<_>>().concat()
}

#[test]
fn of_the_examples() {
    for name in ["clean", "broken"] {
        let (happenings, mechanism): (Records, Records) =
            load(&Source::Folder(example(name).into())).into_iter().partition(|(path, _)| path.kind().is_happening());
        for today in ["2025-06-30", "2025-12-31", "2026-12-31"] {
            let spoken = holds_of_each(&mechanism, &happenings, today.parse().expect("a day"));
            assert!(spoken.unwrap_or_else(|why| panic!("{name} as of {today}: {why}")) > 0 || name == "clean");
        }
    }
}

/// Whatever is taken out of the neighbourhood is missed by somebody: it is not simply everything.
#[test]
fn a_neighbourhood_is_small() {
    let records = load(&Source::Folder(example("broken").into()));
    let happenings: Vec<&RecordPath> = records.iter().map(|(path, _)| path).filter(|path| path.kind().is_happening()).collect();
    let index = index(&records);
    let sizes = happenings.iter().map(|path| rules::neighbourhood(&index, &[(*path).clone()]).len());
    let mean = sizes.sum::<usize>() / happenings.len();
    assert!(mean * 10 < happenings.len(), "{mean} of {}", happenings.len());
}
