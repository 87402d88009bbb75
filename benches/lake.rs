//! `export` against `check` of the same register: a whole lake of either edition, and what one more filing costs.
//!
//! `cargo bench --bench lake` prints ratios of times taken alternately in one run, never an absolute to be compared across machines;
//! `LIANDONG_BENCH_RECORDS=1000` chooses another size, `LIANDONG_BENCH_REGISTER` a register that lies in a repository already (a copy: a
//! commit is added to it).

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;
#[path = "measure/peak.rs"]
mod peak;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use median::median;
use peak::measure;

const ROUNDS: usize = 3;

fn git(folder: &Path, args: &[&str]) {
    let who = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.invalid"];
    let done = Command::new("git").arg("-C").arg(folder).args(who).args(args).status().expect("git");
    assert!(done.success(), "git {args:?}");
}

/// One more word in a hazard, committed.
fn file(register: &Path, round: usize) {
    let hazards = register.join("hazards");
    let first = |folder: &Path| {
        let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        entries.min().expect("something")
    };
    let record = first(&first(&first(&hazards)));
    let text = std::fs::read_to_string(&record).expect("a record");
    let begun = text.find("description = \"").expect("a description") + "description = \"".len();
    std::fs::write(&record, format!("{}第{round}次。{}", &text[..begun], &text[begun..])).expect("written");
    git(register, &["commit", "-qam", "one more"]);
}

struct Lake<'a> {
    register: &'a Path,
    out: PathBuf,
    edition: &'static str,
}

impl Lake<'_> {
    fn export(&self) -> (Duration, u64) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
        command.arg("--data").arg(self.register).args(["export", "--as-of", "2026-12-31", "--edition", self.edition, "--out"]);
        measure(command.arg(&self.out))
    }

    fn export_whole(&self) -> (Duration, u64) {
        let _ = std::fs::remove_dir_all(&self.out);
        self.export()
    }
}

fn main() {
    let count: usize = std::env::var("LIANDONG_BENCH_RECORDS").ok().and_then(|size| size.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().expect("a folder");
    let register = std::env::var_os("LIANDONG_BENCH_REGISTER").map_or_else(
        || {
            let register = folder.path().join("register");
            generator::hazards(&register, count);
            git(&register, &["init", "-q"]);
            git(&register, &["add", "-A"]);
            git(&register, &["commit", "-qm", "all"]);
            register
        },
        PathBuf::from,
    );
    let lake = |edition| Lake { register: &register, out: folder.path().join(edition), edition };
    let (internal, public) = (lake("internal"), lake("public"));
    let check = |is_cached: bool| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liandong"));
        if !is_cached {
            command.env("LIANDONG_CACHE", "off");
        }
        command.arg("--data").arg(&register);
        measure(command.args(["check", "--as-of", "2026-12-31", "--format", "json"])).0
    };
    let (mut checks, mut internals, mut publics, mut agains, mut memory) = (vec![], vec![], vec![], vec![], 0);
    let mut cached = vec![];
    // The first of each warms the cache and does not count.
    for round in 0..=ROUNDS {
        // Every file is read and judged: what a cache answers is no measure of what an export adds to it.
        let (check, known) = (check(false), check(true));
        let (whole, peak) = internal.export_whole();
        let (public, _) = public.export_whole();
        file(&register, round);
        let again = internal.export().0;
        if round > 0 {
            checks.push(check);
            cached.push(known);
            internals.push(whole);
            publics.push(public);
            agains.push(again);
            memory = memory.max(peak);
        }
    }
    let (check, cached) = (median(checks), median(cached));
    let ratio = |time: Duration| time.as_secs_f64() / check.as_secs_f64();
    let (internal, public, again) = (median(internals), median(publics), median(agains));
    println!("{count:>7} records: check {check:>9.1?} without the cache, {cached:.1?} with it after a filing");
    println!("  export, internal {internal:>9.1?}, ratio {:.2} (limit 1.6), memory {memory} MiB (limit 200)", ratio(internal));
    println!("  export, public   {public:>9.1?}, ratio {:.2} (limit 2.5)", ratio(public));
    let of_whole = again.as_secs_f64() / internal.as_secs_f64();
    println!("  after one filing {again:>9.1?}, ratio {:.2} of check, {of_whole:.2} of a whole export (limit 0.3)", ratio(again));
}
