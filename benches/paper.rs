//! `paper` against `--version`, which only starts the program.
//!
//! `cargo bench --bench paper` prints the ratio of times taken alternately in one run, never an absolute to be compared across machines.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

#[path = "measure/median.rs"]
mod median;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use median::median;

const ROUNDS: usize = 60;

fn time(args: &[&str]) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
    command.args(args).stdout(Stdio::null());
    let start = Instant::now();
    let done = command.status().expect("runs");
    let took = start.elapsed();
    assert!(done.success(), "{args:?}");
    took
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (path, into) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &into);
        } else {
            std::fs::copy(&path, &into).expect("copied");
        }
    }
}

fn git(folder: &Path, args: &[&str]) {
    let who = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.invalid"];
    let done = Command::new("git").arg("-C").arg(folder).args(who).args(args).status().expect("git");
    assert!(done.success(), "git {args:?}");
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    // A repository of its own: the one around the example is another's, and a hundred times as large.
    let data = folder.path().join("register");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/clean"), &data);
    for args in [&["init", "-q"][..], &["add", "-A"], &["commit", "-qm", "the invented year"], &["gc", "-q"]] {
        git(&data, args);
    }
    let data = data.to_str().expect("UTF-8");
    let out = folder.path().join("paper.docx");
    let out = out.to_str().expect("UTF-8");
    for record in ["notices/2025/yingji/002", "meetings/2025/anweiban/001", "upward/2025/anweiban/001"] {
        let (mut papers, mut versions) = (Vec::new(), Vec::new());
        // The first of each warms the cache and does not count.
        for round in 0..=ROUNDS {
            let version = time(&["--version"]);
            let paper = time(&["--data", data, "paper", record, "--force", "--out", out]);
            if round > 0 {
                versions.push(version);
                papers.push(paper);
            }
        }
        let (paper, version) = (median(papers), median(versions));
        let ratio = paper.as_secs_f64() / version.as_secs_f64();
        println!("{record:>26}: paper {paper:>7.2?}, --version {version:>7.2?}, ratio {ratio:.2} (limit 3)");
    }
}
