//! A filing against `git add` and `git commit` of the same bytes by hand, alternating in one register: the time that each takes, and the
//! bytes of loose objects that a filing leaves.
//!
//! `cargo bench --bench filing` prints ratios of times taken in one run, never an absolute to be compared across machines;
//! `LIANDONG_BENCH_RECORDS=1000,10000` chooses the sizes. What is filed has the kinds of the register in their proportions.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;

use median::median;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Filings of each side; the first two warm the cache and do not count.
const ROUNDS: usize = 34;

/// What is filed, by noun, as often in eight as it is in the register.
const NOUNS: [(&str, &str); 8] = [
    ("hazard", "hazards"),
    ("notice", "notices"),
    ("hazard", "hazards"),
    ("order", "orders"),
    ("hazard", "hazards"),
    ("notice", "notices"),
    ("hazard", "hazards"),
    ("respond received", "responses"),
];

/// A register under git, packed as a clone is.
struct Register {
    home: tempfile::TempDir,
}

impl Register {
    fn new(count: usize) -> Self {
        let register = Self { home: tempfile::tempdir().expect("a folder") };
        generator::generate(&register.folder(), count);
        fs::write(register.home.path().join(".gitconfig"), "[user]\nname = a\nemail = a@example.invalid\n[gc]\nauto = 0\n")
            .expect("writable");
        for args in [&["init", "-q", "-b", "main"][..], &["add", "-A"], &["commit", "-qm", "0"], &["gc", "-q"]] {
            register.git(args);
        }
        register
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("register")
    }

    fn run(&self, program: &str, args: &[&str]) {
        let mut command = Command::new(program);
        command.env("HOME", self.home.path()).env("XDG_CONFIG_HOME", self.home.path()).current_dir(self.folder());
        let done = command.args(args).stdin(Stdio::null()).output().expect("a program");
        assert!(done.status.success(), "{program} {args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    fn git(&self, args: &[&str]) {
        self.run("git", args);
    }

    /// A record of that kind, as the register holds others of it.
    fn sample(&self, kind: &str) -> String {
        let folder = self.folder().join(kind).join("2025/yingji");
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
        files.sort();
        fs::read_to_string(&files[0]).expect("readable")
    }

    /// The bytes of all loose objects.
    fn loose(&self) -> u64 {
        let mut bytes = 0;
        for folder in
            fs::read_dir(self.folder().join(".git/objects")).expect("a folder").map(|entry| entry.expect("an entry").path())
        {
            if folder.file_name().is_some_and(|name| name.len() == 2) {
                let objects = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
                bytes += objects.map(|object| object.metadata().expect("readable").len()).sum::<u64>();
            }
        }
        bytes
    }
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// The path of the next record by hand, far past those that are numbered.
fn by_hand(kind: &str, round: usize) -> String {
    format!("{kind}/2025/yingji/{}.toml", 900_000 + round)
}

fn measure(count: usize) {
    let register = Register::new(count);
    let given = register.home.path().join("given.toml");
    let (mut ours, mut gits, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let (noun, kind) = NOUNS[round % NOUNS.len()];
        let text = register.sample(kind);
        fs::write(&given, &text).expect("writable");
        let verb: &[&str] = if noun.contains(' ') { &[] } else { &["new"] };
        let words: Vec<&str> = noun.split(' ').chain(verb.iter().copied()).collect();
        let from = given.to_str().expect("UTF-8").to_owned();
        let before = register.loose();
        let our =
            timed(|| register.run(env!("CARGO_BIN_EXE_liandong"), &[&words[..], &["--as", "yingji", "--from", &from]].concat()));
        let left = register.loose() - before;
        let path = by_hand(kind, round);
        fs::write(register.folder().join(Path::new(&path)), &text).expect("writable");
        let git = timed(|| {
            register.git(&["add", &path]);
            register.git(&["commit", "-qm", "a record by hand"]);
        });
        // The next number is past those that are there: what was filed by hand makes way.
        register.git(&["rm", "-q", &path]);
        register.git(&["commit", "-qm", "and away"]);
        if round >= 2 {
            ours.push(our);
            gits.push(git);
            bytes.push(left);
        }
    }
    let (our, git) = (median(ours), median(gits));
    let ratio = our.as_secs_f64() / git.as_secs_f64();
    let mean = bytes.iter().sum::<u64>() / bytes.len() as u64 / 1024;
    let most = bytes.iter().max().copied().unwrap_or_default() / 1024;
    println!(
        "{count:>7} records: filing {our:>8.1?}, git add + commit {git:>8.1?}, ratio {ratio:.2} (limit 0.7), \
         loose objects {mean} KiB (limit 60; most {most})"
    );
}

fn main() {
    let sizes = std::env::var("LIANDONG_BENCH_RECORDS").unwrap_or_else(|_| "1000,10000,100000".to_owned());
    sizes.split(',').filter_map(|size| size.trim().parse().ok()).for_each(measure);
}
