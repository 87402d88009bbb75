//! `report` against `check`, which reads and judges the same register and prints no page.
//!
//! `cargo bench --bench report` prints the ratio of times taken alternately in one run, never an absolute to be compared across machines;
//! `LIANDONG_BENCH_RECORDS=1000` chooses another size.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;
#[path = "measure/peak.rs"]
mod peak;

use std::path::Path;
use std::process::Command;

use median::median;
use peak::measure;

const ROUNDS: usize = 5;

fn liandong(register: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
    command.arg("--data").arg(register).args(args).args(["--year", "2025", "--as-of", "2025-12-31"]);
    command
}

fn main() {
    let size = std::env::var("LIANDONG_BENCH_RECORDS").ok().and_then(|size| size.parse().ok());
    let count: usize = size.unwrap_or(100_000);
    let folder = tempfile::tempdir().expect("a folder");
    let register = folder.path().join("register");
    generator::generate(&register, count);
    let page = folder.path().join("page.html");
    let out = page.to_str().expect("UTF-8");
    let (mut checks, mut reports, mut memory) = (Vec::new(), Vec::new(), 0);
    // The first of each warms the cache and does not count. Both may find something, and say so.
    for round in 0..=ROUNDS {
        let (checked, _) = measure(&mut liandong(&register, &["check"]));
        let (reported, peak) = measure(&mut liandong(&register, &["report", "--force", "--out", out]));
        if round > 0 {
            checks.push(checked);
            reports.push(reported);
            memory = memory.max(peak);
        }
    }
    let bytes = std::fs::metadata(&page).expect("a page").len() / 1024;
    let (check, report) = (median(checks), median(reports));
    let ratio = report.as_secs_f64() / check.as_secs_f64();
    println!(
        "{count:>7} records: report {report:>9.1?} ({bytes} KiB), check {check:>9.1?}, ratio {ratio:.2} (limit 2), memory {memory} MiB"
    );
}
