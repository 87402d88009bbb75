//! What a filing prints is what `check` says of its records afterwards and did not say before, by the rules that look no farther than a
//! mine; with the cache of facts and without it.

use std::collections::BTreeSet;
use std::path::Path;

use liandong::model::Ledger;
use liandong::report::{self, Guide};
use liandong::rules::{self, Context, Reach, Unverified};
use liandong::store::{self, Source, TextPolicy};
use serde_json::Value;

use crate::support::{NOW, Register, copy_folder, said};

/// What is found about a record: the rule, the key and the words.
type Found = BTreeSet<(String, String, String)>;

/// Filings one after the other: records that cite, are cited, share a mine and cross a year.
const FILINGS: &[&[&str]] = &[
    &["lead", "new", "--as", "公安", "--received", "2025-12-01", "--channel", "举报电话", "--title", "夜间爆破（虚构）"],
    &[
        "hazard",
        "new",
        "--as",
        "应急",
        "--mine",
        "dashan",
        "--found",
        "2025-12-30",
        "--description",
        "边坡裂缝（虚构）",
        "--major",
    ],
    &[
        "hazard",
        "take",
        "--as",
        "应急",
        "--origin",
        "enforcements/2025/anweiban/001#1",
        "--found",
        "2025-05-13",
        "--description",
        "再次接收（虚构）",
    ],
    &["hazard", "rectify", "2025/应急/3", "--as", "应急", "--plan", "削坡（虚构）", "--due", "2026-01-20"],
    &[
        "order",
        "new",
        "--as",
        "应急",
        "--kind",
        "责令停止作业",
        "--mine",
        "dashan",
        "--hazard",
        "hazards/2025/yingji/001",
        "--at",
        "2025-12-30T10:00:00",
    ],
    &[
        "notice",
        "new",
        "--as",
        "应急",
        "--title",
        "重大隐患（虚构）",
        "--content",
        "2",
        "--about",
        "hazards/2025/yingji/001",
        "--to",
        "公安,1.4.2",
        "--issued",
        "2025-12-31",
        "--doc-type",
        "通报",
    ],
    &[
        "notice",
        "withdraw",
        "--as",
        "应急",
        "--withdraws",
        "notices/2025/yingji/001",
        "--title",
        "撤回（虚构）",
        "--issued",
        "2026-01-03",
        "--doc-type",
        "通报",
    ],
    &[
        "notice",
        "correct",
        "--as",
        "公安",
        "--corrects",
        "notices/2025/gongan/001",
        "--title",
        "更正（虚构）",
        "--issued",
        "2026-01-04",
        "--doc-type",
        "通报",
    ],
    &["respond", "received", "--as", "公安", "--to", "notices/2025/yingji/002", "--on", "今天"],
    &["plan", "new", "--as", "应急", "--title", "2026 年度监督检查计划（虚构）", "--year", "2026"],
];

/// What every rule of these reaches finds about each file of a register.
fn judged(folder: &Path, file: &str) -> Found {
    let loaded = store::load(&Source::Folder(folder.into()), TextPolicy::Keep).expect("readable");
    let ledger = Ledger::new(loaded.records, loaded.unreadable).expect("whole");
    let today = NOW[..10].parse().expect("a day");
    let context = Context { ledger: &ledger, today, now: today, unverified: &Unverified::Nothing };
    let judgement = rules::judge_within(&context, Reach::SameMine);
    let found = judgement.findings.iter().filter(|finding| finding.record.file() == file);
    let views = report::findings(&context, found, Guide::NONE);
    views.into_iter().map(|view| (view.code.to_string(), view.key.clone(), view.what.zh().to_owned())).collect()
}

/// What a receipt tells of its first record: its file and what was found.
fn told(receipt: &Value) -> (String, Found) {
    let record = &receipt["records"][0];
    let words = |value: &Value| value.as_str().expect("text").to_owned();
    let finding = |found: &Value| (words(&found["code"]), words(&found["key"]), words(&found["what"]["zh"]));
    (words(&record["file"]), record["findings"].as_array().expect("a list").iter().map(finding).collect())
}

#[test]
fn what_a_filing_prints_is_what_check_says_afterwards() {
    let (cached, plain) = (Register::of_example(), Register::of_example());
    let mut found = 0;
    for args in FILINGS {
        let before = plain.folder.with_file_name("before");
        copy_folder(&plain.folder, &before);
        let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        let without = plain.command(&args).env("LIANDONG_CACHE", "off").output().expect("runs");
        let with = cached.run(&args);
        assert_eq!(with.status.code(), without.status.code(), "{args:?}");
        assert!(without.status.success(), "{args:?}: {}", said(&without));
        let read = |out: &[u8]| -> Value { serde_json::from_slice(out).expect("JSON") };
        let (mut receipt, mut other) = (read(&without.stdout), read(&with.stdout));
        (receipt["commit"], other["commit"]) = (Value::Null, Value::Null);
        assert_eq!(receipt, other, "{args:?}: with the cache as without it");
        let (file, told) = told(&receipt);
        let (stood, stands) = (judged(&before, &file), judged(&plain.folder, &file));
        let known = |one: &(String, String, String)| stood.iter().any(|other| (&other.0, &other.1) == (&one.0, &one.1));
        let news: Found = stands.into_iter().filter(|one| !known(one)).collect();
        assert_eq!(told, news, "{args:?}");
        found += told.len();
        std::fs::remove_dir_all(&before).expect("removable");
    }
    assert!(found >= 8, "{found} findings");
}

#[test]
fn a_mine_that_takes_a_name_says_whose_it_is() {
    let register = Register::of_example();
    let new = ["mine", "new", "xinshan", "--as", "区安委办", "--name", "西山瓷土矿(虚构)", "--town", "腰古镇"];
    let told = register.ok(&new);
    assert!(told.contains("也是矿山 xishan 的名称"), "{told}");
    let other = ["mine", "new", "dongshan", "--as", "区安委办", "--name", "东山瓷土矿（虚构）", "--town", "腰古镇"];
    assert!(!register.ok(&other).contains("也是矿山"));
}
