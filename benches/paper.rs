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

fn main() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/clean");
    let data = data.to_str().expect("UTF-8");
    let folder = tempfile::tempdir().expect("a folder");
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
