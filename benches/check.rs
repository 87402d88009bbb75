//! `check` against its floor: a program that only walks, reads and parses the same files into structs on as many threads.
//!
//! `cargo bench --bench check` prints ratios of times taken alternately in one run, never an absolute to be compared across machines;
//! `LIANDONG_BENCH_RECORDS=1000,10000` chooses the sizes; `LIANDONG_BENCH_GENERATE=folder` only writes a register of that size.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;
#[path = "measure/peak.rs"]
mod peak;

use median::median;
use peak::measure;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use serde::Deserialize;

const FLOOR: &str = "LIANDONG_BENCH_FLOOR";
const ROUNDS: usize = 7;
/// Hazards of which something is found, half of them in the year asked about.
const NEGLECTED: usize = 12_000;

// What the floor parses: the keys of the generated records, as a program without rules would have them.

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Hazard {
    mine: String,
    found: toml::value::Datetime,
    source_kind: String,
    nature: String,
    description: String,
    rectification: Option<Rectification>,
    #[serde(default)]
    reinspection: Vec<Reinspection>,
    closed: Option<Closed>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Rectification {
    plan: String,
    due: toml::value::Datetime,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Reinspection {
    on: toml::value::Datetime,
    by: String,
    result: String,
    text: Option<String>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Closed {
    on: toml::value::Datetime,
    reason: String,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Notice {
    content: u8,
    about: Vec<String>,
    title: String,
    body: String,
    measures: String,
    suggestions: String,
    issued: toml::value::Datetime,
    doc_type: String,
    doc_number: String,
    to: Vec<To>,
    review: Review,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct To {
    who: String,
    why: String,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Review {
    name: String,
    post: String,
    on: toml::value::Datetime,
    way: String,
    evidence: String,
    share: Share,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Share {
    content: String,
    way: String,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Order {
    kind: String,
    mine: String,
    at: toml::value::Datetime,
    until: toml::value::Datetime,
    text: String,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Response {
    kind: String,
    to: String,
    on: toml::value::Datetime,
    text: String,
}

/// Walks, reads and parses; keeps what it parsed until the end, as any program that judges it must.
fn floor(folder: &Path) -> usize {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
        // The repository beside the records is no part of them.
        for entry in entries.filter(|entry| entry.file_name() != ".git") {
            if entry.file_type().expect("a type").is_dir() {
                walk(&entry.path(), found);
            } else {
                found.push(entry.path());
            }
        }
    }
    fn parse<T: for<'a> Deserialize<'a>>(text: &str) -> Option<Box<T>> {
        toml::from_str(text).ok().map(Box::new)
    }
    let mut files = Vec::new();
    walk(folder, &mut files);
    let parsed: Vec<Box<dyn std::any::Any + Send>> = files
        .par_iter()
        .filter_map(|file| {
            let text = std::fs::read_to_string(file).expect("readable");
            let kind = file.strip_prefix(folder).ok()?.iter().next()?.to_str()?;
            Some(match kind {
                "hazards" => parse::<Hazard>(&text)? as Box<dyn std::any::Any + Send>,
                "notices" => parse::<Notice>(&text)?,
                "orders" => parse::<Order>(&text)?,
                "responses" => parse::<Response>(&text)?,
                _ => parse::<toml::Table>(&text)?,
            })
        })
        .collect();
    parsed.len()
}

/// Something else that is asked of the same register, and how long it may take.
struct Question {
    args: &'static [&'static str],
    /// Of the time of `--version`, where it may not grow with the register; else of that of `check`.
    of_version: bool,
    limit: f64,
}

const fn question(args: &'static [&'static str], limit: f64) -> Question {
    Question { args, of_version: false, limit }
}

/// What needs little of a register, and how little: a record by its path, title or number, a mine, one kind, a commit.
const QUESTIONS: &[Question] = &[
    Question { args: &["show", "hazards/2025/yingji/001", "--format", "toml"], of_version: true, limit: 3.0 },
    question(&["show", "hazards/2025/yingji/001"], 0.5),
    question(&["show", "隐患 2025-应急-001"], 0.5),
    question(&["show", "云区函〔2025〕65号"], 0.5),
    question(&["show", "3号石场（虚构）"], 0.5),
    question(&["list", "隐患", "--year", "2025"], 0.5),
    question(&["clause", "3.4"], 0.1),
    AT_A_REVISION,
];

const AT_A_REVISION: Question = question(&["check", "--year", "2025", "--as-of", "2025-12-31", "--rev", "HEAD"], 1.3);
const CHECK: [&str; 5] = ["check", "--year", "2025", "--as-of", "2025-12-31"];

impl Question {
    fn measure(&self, folder: &Path, check: Duration) {
        let ask = |args: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
            measure(command.arg("--data").arg(folder).args(args))
        };
        let whole = if self.of_version { median((0..ROUNDS).map(|_| ask(&["--version"]).0).collect()) } else { check };
        // The first warms the cache and does not count.
        ask(self.args);
        let asked: Vec<(Duration, u64)> = (0..ROUNDS).map(|_| ask(self.args)).collect();
        let memory = asked.iter().map(|(_, peak)| *peak).max().unwrap_or(0);
        let time = median(asked.into_iter().map(|(time, _)| time).collect());
        let (of, ratio) = (if self.of_version { "--version" } else { "check" }, time.as_secs_f64() / whole.as_secs_f64());
        println!(
            "        {:<60} {time:>9.1?}, {ratio:.2} of {of} (limit {}), memory {memory} MiB",
            self.args.join(" "),
            self.limit
        );
    }
}

/// Commits a register, so that it can be asked at a revision.
fn commit(folder: &Path) {
    for args in [&["init", "-q", "-b", "main"][..], &["add", "-A"], &["commit", "-qm", "invented"]] {
        let mut git = Command::new("git");
        git.arg("-C").arg(folder).args(["-c", "user.name=bench", "-c", "user.email=bench@example.invalid"]).args(args);
        assert!(git.status().expect("git").success());
    }
}

/// A revision beside the same files in a folder, where something is found of nearly every record and is shown with its place.
fn with_findings() {
    let folder = tempfile::tempdir().expect("a folder");
    generator::neglected(folder.path(), NEGLECTED);
    commit(folder.path());
    let ask = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
        command.arg("--data").arg(folder.path()).args(CHECK).env("LIANDONG_CACHE", "off");
        command
    };
    let answer = ask().args(["--format", "json"]).output().expect("an answer");
    let answer: serde_json::Value = serde_json::from_slice(&answer.stdout).expect("JSON");
    let units = answer["units"].as_array().into_iter().flatten();
    let findings: usize = units.filter_map(|unit| unit["findings"].as_array()).map(Vec::len).sum();
    let check = median((0..ROUNDS).map(|_| measure(&mut ask()).0).collect());
    println!("{findings:>7} findings: check {check:>9.1?}");
    AT_A_REVISION.measure(folder.path(), check);
}

fn main() {
    if let Some(folder) = std::env::var_os(FLOOR) {
        println!("{}", floor(Path::new(&folder)));
        return;
    }
    if let Ok(folder) = std::env::var("LIANDONG_BENCH_GENERATE") {
        let count = std::env::var("LIANDONG_BENCH_RECORDS").ok().and_then(|count| count.parse().ok()).unwrap_or(1000);
        generator::generate(Path::new(&folder), count);
        return;
    }
    let sizes = std::env::var("LIANDONG_BENCH_RECORDS").unwrap_or_else(|_| "1000,10000,100000".to_owned());
    let itself = std::env::current_exe().expect("a path");
    for count in sizes.split(',').filter_map(|size| size.trim().parse::<usize>().ok()) {
        let folder = tempfile::tempdir().expect("a folder");
        generator::generate(folder.path(), count);
        commit(folder.path());
        // What a cache answers is measured by `facts`; the floor has none.
        let check = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
            command.args(["--data".as_ref(), folder.path().as_os_str()]).args(CHECK).env("LIANDONG_CACHE", "off");
            command
        };
        let floor = || {
            let mut command = Command::new(&itself);
            command.env(FLOOR, folder.path());
            command
        };
        let (mut ours, mut floors, mut memory) = (Vec::new(), Vec::new(), 0);
        // The first of each warms the cache and does not count.
        for round in 0..=ROUNDS {
            let (time, _) = measure(&mut floor());
            let (our_time, peak) = measure(&mut check());
            if round > 0 {
                floors.push(time);
                ours.push(our_time);
                memory = memory.max(peak);
            }
        }
        // And with the cache, which the first fills.
        for _ in 0..2 {
            memory = memory.max(measure(check().env_remove("LIANDONG_CACHE")).1);
        }
        let (ours, floors) = (median(ours), median(floors));
        let ratio = ours.as_secs_f64() / floors.as_secs_f64();
        println!(
            "{count:>7} records: check {ours:>9.1?}, floor {floors:>9.1?}, ratio {ratio:.2} (limit 1.5), memory {memory} MiB (limit 140)"
        );
        for question in QUESTIONS {
            question.measure(folder.path(), ours);
        }
    }
    with_findings();
    let version = |program: &str, args: &[&str]| {
        let times = (0..50).map(|_| {
            let start = Instant::now();
            let _ = Command::new(program).args(args).stdout(Stdio::null()).status();
            start.elapsed()
        });
        median(times.collect())
    };
    let (ours, nothing) = (version(env!("CARGO_BIN_EXE_liandong"), &["--version"]), version("true", &[]));
    println!("--version: {:?} more than `true` (limit 5 ms)", ours.saturating_sub(nothing));
}
