//! The facts of a register: read for the first time, known of its folder and known of its commit, beside `git status`, which looks at as many
//! files; and the neighbours of a record. And `check` by the program itself, asked again of what has not changed, and of one record changed.
//!
//! `cargo bench --bench facts` prints medians and ratios of times taken in one run, never an absolute to be compared across machines;
//! `LIANDONG_BENCH_RECORDS=1000,10000` chooses the sizes.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;

use median::median;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use liandong::git::History;
use liandong::model::RecordPath;
use liandong::rules::neighbourhood;
use liandong::store::facts::{CommitFiles, FactsCache, ProgramBuild, facts_of_commit, facts_of_folder, mechanism_bytes};

const ROUNDS: usize = 9;

fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = run();
    (start.elapsed(), done)
}

fn measure(count: usize) {
    let home = tempfile::tempdir().expect("a folder");
    let root = home.path().join("register");
    generator::generate(&root, count);
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(&root).env("HOME", home.path()).args(["-c", "user.name=a", "-c", "user.email=a@example.invalid"]);
        assert!(git.args(args).stdin(Stdio::null()).output().expect("git").status.success(), "{args:?}");
    };
    for args in [&["init", "-q", "-b", "main"][..], &["add", "-A"], &["commit", "-qm", "0"], &["gc", "-q"]] {
        git(args);
    }
    // What was written just now may be written once more at the same tick, and is read again.
    std::thread::sleep(Duration::from_secs(3));
    let build = ProgramBuild::from_program(&std::env::current_exe().expect("a path"));
    let (cache, off) = (FactsCache::new(Some(home.path().join("cache")), build), FactsCache::off());
    let open = || History::open(&root.as_path().into());
    let files = CommitFiles { open: &open, folder: &root };
    let head = open().expect("a repository").find("HEAD").expect("readable").expect("a commit");
    let first = timed(|| facts_of_folder(&root.as_path().into(), &mechanism_bytes(&root), &cache).expect("readable")).0;
    let record: RecordPath = "notices/2025/yingji/005".parse().expect("a path");
    let (mut unknown, mut folder, mut commit, mut status, mut near) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        unknown.push(timed(|| facts_of_folder(&root.as_path().into(), &mechanism_bytes(&root), &off).expect("readable")).0);
        folder.push(timed(|| facts_of_folder(&root.as_path().into(), &mechanism_bytes(&root), &cache).expect("readable")).0);
        let (time, index) = timed(|| facts_of_commit(files, head, &cache).expect("readable"));
        commit.push(time);
        near.push(timed(|| neighbourhood(&index, std::slice::from_ref(&record))).0);
        status.push(timed(|| git(&["status", "--porcelain"])).0);
    }
    let [unknown, folder, commit, status, near] = [unknown, folder, commit, status, near].map(median);
    let of_status = |time: Duration| time.as_secs_f64() / status.as_secs_f64();
    println!(
        "{count:>7} records: git status {status:.1?}; facts without a cache {unknown:.1?} (first {first:.1?}), of the folder {folder:.1?} \
         (ratio {:.2}), of the commit {commit:.1?} (ratio {:.2}); neighbours {near:.1?}",
        of_status(folder),
        of_status(commit)
    );
    check(&root, home.path(), || timed(|| git(&["status", "--porcelain"])).0);
}

/// So long after a change nothing can be changed once more at the same tick (git's racy entries).
const AT_REST: Duration = Duration::from_secs(3);
const CHECKS: usize = 5;

fn check(root: &Path, home: &Path, status: impl Fn() -> Duration) {
    let check = || {
        let mut check = Command::new(env!("CARGO_BIN_EXE_liandong"));
        check.arg("--data").arg(root).args(["check", "--as-of", "2026-12-31"]);
        check.env("LIANDONG_CACHE", home.join("answers")).env("XDG_STATE_HOME", home.join("state"));
        timed(|| check.stdin(Stdio::null()).output().expect("runs"))
    };
    let record = root.join("notices/2025/yingji/005.toml");
    let text = std::fs::read_to_string(&record).expect("a record");
    let (mut changed, mut unchanged, mut stated) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..CHECKS {
        std::fs::write(&record, format!("{text}# {round}\n")).expect("written");
        changed.push(check().0);
        std::thread::sleep(AT_REST);
        // git notes what it has seen, once; whoever asks next has what was found.
        status();
        std::thread::sleep(AT_REST);
        let found = check().1;
        let (time, again) = check();
        assert_eq!(found, again, "the same bytes");
        unchanged.push(time);
        stated.push(status());
    }
    let [changed, unchanged, status] = [changed, unchanged, stated].map(median);
    let of_status = |time: Duration| time.as_secs_f64() / status.as_secs_f64();
    println!(
        "        git status {status:.1?}; check of what has not changed {unchanged:.1?} (ratio {:.2}, limit 1.5), of one record changed \
         {changed:.1?} (ratio {:.2}, limit 4)",
        of_status(unchanged),
        of_status(changed)
    );
}

fn main() {
    let sizes = std::env::var("LIANDONG_BENCH_RECORDS").unwrap_or_else(|_| "1000,10000,100000".to_owned());
    sizes.split(',').filter_map(|size| size.trim().parse().ok()).for_each(measure);
}
