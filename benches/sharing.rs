//! Sharing against what it cannot be quicker than: `verify` against a program that walks the same commits, compares their trees and checks
//! their signatures; `sync` with nothing new against `git fetch` and `git diff-files`; `history` against `git log -- FILE`.
//!
//! `cargo bench --bench sharing` prints ratios of times taken alternately in one run, never an absolute to be compared across machines;
//! `LIANDONG_BENCH_COMMITS=1000` and `LIANDONG_BENCH_RECORDS=10000` choose the sizes.

#![allow(clippy::print_stdout)] // what it measured is all that it has to say

mod generator;
#[path = "measure/median.rs"]
mod median;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use git2::{ObjectType, Oid, Repository, Signature, Time};
use median::median;
use ssh_key::{HashAlg, LineEnding, PrivateKey, SshSig};

const FLOOR: &str = "LIANDONG_BENCH_FLOOR";
const ROUNDS: usize = 7;
/// What takes milliseconds is told from noise by more rounds.
const SHORT_ROUNDS: usize = 41;
/// Folders over which records are spread, so that trees are of the size that they have.
const YEARS: usize = 50;

fn main() {
    if let Some(folder) = std::env::var_os(FLOOR) {
        return floor(Path::new(&folder));
    }
    let size = |name: &str, default: usize| std::env::var(name).ok().and_then(|size| size.parse().ok()).unwrap_or(default);
    let register = Register::signed(size("LIANDONG_BENCH_COMMITS", 5000));
    verify(&register);
    history(&register);
    sync(size("LIANDONG_BENCH_RECORDS", 100_000));
}

/// A register in a home of its own.
struct Register {
    home: tempfile::TempDir,
}

impl Register {
    fn empty() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        fs::write(home.path().join(".gitconfig"), "[user]\nname = a\nemail = a@example.invalid\n[gc]\nauto = 0\n")
            .expect("writable");
        Self { home }
    }

    /// With so many commits of a lead each, signed by the office.
    fn signed(commits: usize) -> Self {
        let register = Self::empty();
        register.ours(register.home.path(), &["init", "register"]);
        register.ours(&register.folder(), &["join", "--unit", "anweiban", "--name", "a"]);
        register.ours(&register.folder(), &["trust", "on"]);
        register.fill(commits);
        register.git(&register.folder(), &["reset", "-q", "--hard"]);
        register.git(&register.folder(), &["gc", "-q"]);
        register
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("register")
    }

    fn command(&self, program: &str, folder: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.env("HOME", self.home.path()).env("XDG_CONFIG_HOME", self.home.path()).current_dir(folder).args(args);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    fn run(&self, program: &str, folder: &Path, args: &[&str]) -> Duration {
        let start = Instant::now();
        let status = self.command(program, folder, args).status().expect("a program");
        assert!(status.success(), "{program} {args:?}");
        start.elapsed()
    }

    fn ours(&self, folder: &Path, args: &[&str]) -> Duration {
        self.run(env!("CARGO_BIN_EXE_liandong"), folder, args)
    }

    fn git(&self, folder: &Path, args: &[&str]) -> Duration {
        self.run("git", folder, args)
    }

    /// Commits as the program makes them, made faster.
    fn fill(&self, commits: usize) {
        let repository = Repository::open(self.folder()).expect("a repository");
        let text = fs::read_to_string(self.home.path().join(".ssh/liandong-anweiban")).expect("a key");
        let key = PrivateKey::from_openssh(text).expect("a key");
        let mechanism = fs::read_to_string(self.folder().join("mechanism.toml")).expect("a mechanism");
        let name = mechanism.lines().find_map(|line| line.strip_prefix("register = \"")?.strip_suffix('"')).expect("a name");
        let message = format!("登记\n\nLiandong-Register: {name}\n");
        let mut tip = repository.head().and_then(|head| head.peel_to_commit()).expect("a commit");
        let from = tip.time().seconds();
        for number in 0..commits {
            let path = format!("leads/{}/anweiban/{:03}.toml", 2000 + number % YEARS, number / YEARS + 1);
            let record = format!("received = 2025-11-20\nchannel = \"patrol\"\ntitle = \"第{number}件（虚构）\"\n");
            let blob = repository.blob(record.as_bytes()).expect("a blob");
            let tree = with(&repository, Some(tip.tree_id()), &path, blob);
            let tree = repository.find_tree(tree).expect("a tree");
            let time = Time::new(from + i64::try_from(number).expect("small"), 480);
            let by = Signature::new("a", "a@example.invalid", &time).expect("a name");
            let bytes = repository.commit_create_buffer(&by, &by, &message, &tree, &[&tip]).expect("a commit");
            let signature =
                key.sign("git", HashAlg::Sha512, &bytes).and_then(|made| made.to_pem(LineEnding::LF)).expect("signed");
            let content = std::str::from_utf8(&bytes).expect("UTF-8");
            let commit = repository.commit_signed(content, signature.trim_end(), None).expect("a commit");
            tip = repository.find_commit(commit).expect("a commit");
        }
        repository.reference("refs/heads/main", tip.id(), true, "bench").expect("a branch");
    }
}

/// A tree with one more file.
fn with(repository: &Repository, tree: Option<Oid>, path: &str, blob: Oid) -> Oid {
    let tree = tree.map(|tree| repository.find_tree(tree).expect("a tree"));
    let mut builder = repository.treebuilder(tree.as_ref()).expect("a tree");
    match path.split_once('/') {
        None => drop(builder.insert(path, blob, 0o100_644).expect("a file")),
        Some((folder, below)) => {
            let inner = builder.get(folder).expect("a tree").map(|entry| entry.id());
            let inner = with(repository, inner, below, blob);
            builder.insert(folder, inner, 0o040_000).expect("a folder");
        }
    }
    builder.write().expect("a tree")
}

/// Walks the commits, compares their trees and checks their signatures; nothing else.
fn floor(folder: &Path) {
    let repository = Repository::open(folder).expect("a repository");
    let mut walk = repository.revwalk().expect("a walk");
    walk.push_head().expect("a head");
    let mut checked = 0;
    for id in walk.map(|id| id.expect("a commit")) {
        let commit = repository.find_commit(id).expect("a commit");
        let before = commit.parent(0).ok().map(|parent| parent.tree().expect("a tree"));
        let tree = commit.tree().expect("a tree");
        let diff = repository.diff_tree_to_tree(before.as_ref(), Some(&tree), None).expect("a difference");
        checked += diff.deltas().len();
        if let Ok((signature, signed)) = repository.extract_signature(&id, None) {
            let signature = SshSig::from_pem(&*signature).expect("a signature");
            let key = ssh_key::PublicKey::new(signature.public_key().clone(), "");
            key.verify("git", &signed, &signature).expect("it fits");
        }
        let _ = repository.odb().and_then(|odb| odb.read_header(id)).map(|(_, kind)| kind == ObjectType::Commit);
    }
    println!("{checked}");
}

fn ratio(one: &[Duration], other: &[Duration]) -> f64 {
    median(one.to_vec()).as_secs_f64() / median(other.to_vec()).as_secs_f64()
}

fn verify(register: &Register) {
    let this = std::env::current_exe().expect("this program").to_string_lossy().into_owned();
    let (mut ours, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(register.ours(&register.folder(), &["verify"]));
        let start = Instant::now();
        let mut floor = register.command(&this, &register.folder(), &[]);
        assert!(floor.env(FLOOR, register.folder()).status().expect("the floor").success());
        floors.push(start.elapsed());
    }
    println!("verify of all: {:.2} of walking, comparing and checking signatures (limit 0.8)", ratio(&ours, &floors));
    let push: Vec<Duration> = (0..ROUNDS).map(|_| register.ours(&register.folder(), &["verify", "HEAD~1..HEAD"])).collect();
    println!("verify of one commit: {:.3} of verifying all", ratio(&push, &ours));
}

fn history(register: &Register) {
    let (mut ours, mut gits) = (Vec::new(), Vec::new());
    let file = "leads/2010/anweiban/001";
    for _ in 0..SHORT_ROUNDS {
        ours.push(register.ours(&register.folder(), &["history", file]));
        gits.push(register.git(&register.folder(), &["log", "--", &format!("{file}.toml")]));
    }
    println!("history: {:.2} of git log -- FILE (limit 1.15)", ratio(&ours, &gits));
}

fn sync(records: usize) {
    let register = Register::empty();
    let folder = register.folder();
    generator::generate(&folder, records);
    for args in [&["init", "-q", "-b", "main"][..], &["add", "-A"], &["commit", "-qm", "0"], &["gc", "-q"]] {
        register.git(&folder, args);
    }
    register.git(register.home.path(), &["clone", "-q", "--bare", "register", "hub.git"]);
    let hub = register.home.path().join("hub.git").to_string_lossy().into_owned();
    register.ours(&folder, &["sync", &hub]);
    let (mut ours, mut fetches, mut diffs) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(register.ours(&folder, &["sync"]));
        fetches.push(register.git(&folder, &["fetch", "-q"]));
        diffs.push(register.git(&folder, &["diff-files", "--quiet"]));
    }
    let limit = median(fetches) + median(diffs).mul_f64(1.2);
    let ratio = median(ours).as_secs_f64() / limit.as_secs_f64();
    println!("{records} records: sync with nothing new {ratio:.2} of git fetch + 1.2 git diff-files (limit 1)");
}
