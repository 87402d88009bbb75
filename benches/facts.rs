//! The facts of a register: read for the first time, known of its folder and known of its commit, beside `git status`, which looks at as many
//! files; and the neighbours of a record.
//!
//! `cargo bench --bench facts` prints medians and ratios of times taken in one run, never an absolute to be compared across machines;
//! `LIANDONG_BENCH_RECORDS=1000,10000` chooses the sizes.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;

use median::median;
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
}

fn main() {
    let sizes = std::env::var("LIANDONG_BENCH_RECORDS").unwrap_or_else(|_| "1000,10000,100000".to_owned());
    sizes.split(',').filter_map(|size| size.trim().parse().ok()).for_each(measure);
}
