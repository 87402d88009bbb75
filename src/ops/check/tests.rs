//! With answers that are kept and without them `check` says the same, whatever was done to the register, its repository or the cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::ops::Unwatched;
use crate::store::facts::{FactsCache, ProgramBuild};
use crate::store::{KeptAnswer, shipped};

/// A register of invented records in a repository of its own, and a cache beside it.
struct AskedRegister {
    home: tempfile::TempDir,
    build: &'static str,
    now: &'static str,
}

const KINDS: [&str; 3] = ["hazards/2025/yingji", "hazards/2026/linye", "hazards/2025/gongan"];

fn file(no: usize) -> String {
    format!("{}/{:03}.toml", KINDS[no % KINDS.len()], no / KINDS.len() + 1)
}

/// A hazard that differs from others in its bytes and not in their number.
fn text(day: usize) -> String {
    format!(
        "mine = \"dashan\"\nfound = 2025-03-{:02}\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"边坡（虚构）\"\n",
        day % 28 + 1
    )
}

/// Longer than a tick of the file system's clock.
fn a_tick() {
    std::thread::sleep(Duration::from_millis(25));
}

impl AskedRegister {
    fn new() -> Self {
        let place = Self { home: tempfile::tempdir().expect("a folder"), build: "build", now: "2026-03-01T04:00:00Z" };
        for (path, bytes) in shipped() {
            place.write(path, bytes);
        }
        for no in 0..12 {
            place.write(&file(no), text(no).as_bytes());
        }
        place.git(&["init", "-q", "-b", "main"]);
        place.commit();
        a_tick();
        place
    }

    fn root(&self) -> PathBuf {
        self.home.path().join("register")
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let file = self.root().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
        fs::write(file, bytes).expect("writable");
    }

    fn git(&self, args: &[&str]) {
        let mut git = Command::new("git");
        git.current_dir(self.root()).args(["-c", "user.name=a", "-c", "user.email=a@example.invalid"]).args(args);
        // What git has nothing to do for is nothing to a test.
        drop(git.env("GIT_CONFIG_GLOBAL", "/dev/null").output().expect("git"));
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-qm", "虚构"]);
    }

    fn cache(&self) -> FactsCache {
        let program = self.home.path().join(self.build);
        if !program.exists() {
            fs::write(&program, self.build).expect("writable");
        }
        FactsCache::new(Some(self.home.path().join("cache")), ProgramBuild::from_program(&program))
    }

    /// Whether a question was answered by what was kept, which must be what is found; else what is found is kept.
    fn is_known(&self, request: &CheckRequest) -> bool {
        self.is_known_at(&self.root(), request)
    }

    fn is_known_at(&self, root: &Path, request: &CheckRequest) -> bool {
        let watched = Unwatched::default();
        let mut environment = Environment::unattended(self.now.parse().expect("a moment"), &watched);
        environment.facts = self.cache();
        let folder = || Source::Folder(root.into());
        let mut known = known_question(&folder(), request, "json", &environment);
        let kept = known.as_ref().and_then(KnownQuestion::answered);
        let judged = |seen, facts| match check_seen(folder(), seen, request, &Environment { facts, ..environment.clone() }) {
            Ok(CheckOutcome::Judged(checked)) => {
                let words = serde_json::to_vec(&checked.report).expect("JSON");
                Ok((checked.is_settled(), checked.basis.ledger.mechanism.file.time_zone.offset(), words))
            }
            Ok(CheckOutcome::Unjudged { problems, .. }) => Err(serde_json::to_string(&problems).expect("JSON")),
            Err(why) => Err(format!("{why:?}")),
        };
        // What was read before is taken from the cache in the one, and read in the other.
        let found = judged(None, FactsCache::off());
        assert_eq!(judged(known.as_mut().map(KnownQuestion::take_files), self.cache()), found);
        assert_eq!(judged(None, self.cache()), found);
        let Ok((is_settled, zone, words)) = found else {
            assert_eq!(kept, None);
            return false;
        };
        let answer = KeptAnswer { words, code: 1 };
        if let Some(kept) = kept {
            assert_eq!(String::from_utf8_lossy(&kept.words), String::from_utf8_lossy(&answer.words));
            assert_eq!(kept.code, answer.code);
            return true;
        }
        if let Some(known) = known.filter(|_| is_settled) {
            known.keep(zone, &answer);
        }
        false
    }
}

fn year(year: u16) -> CheckRequest {
    CheckRequest { year: Some(year), ..CheckRequest::default() }
}

#[test]
fn what_is_asked_again_of_the_same_is_known() {
    let place = AskedRegister::new();
    assert!(!place.is_known(&year(2025)));
    assert!(place.is_known(&year(2025)) && place.is_known(&year(2025)));
    // Another question, another day in the register's zone, another build, and the first again.
    assert!(!place.is_known(&year(2026)));
    assert!(!place.is_known(&CheckRequest { unit: Some("应急".to_owned()), ..year(2025) }));
    let later = AskedRegister { now: "2026-03-01T16:00:00Z", ..place };
    assert!(!later.is_known(&year(2025)), "midnight has passed in the register's zone");
    let same_day = AskedRegister { now: "2026-03-02T15:59:00Z", ..later };
    assert!(same_day.is_known(&year(2025)));
    let other = AskedRegister { build: "another", ..same_day };
    assert!(!other.is_known(&year(2025)) && other.is_known(&year(2025)));
}

#[test]
fn what_changes_is_seen_whatever_it_is() {
    let place = AskedRegister::new();
    let changes: &[&dyn Fn()] = &[
        &|| place.write(&file(3), text(9).as_bytes()),
        &|| place.commit(),
        &|| place.git(&["update-ref", "refs/remotes/origin/main", "HEAD~1"]),
        &|| place.git(&["pack-refs", "--all"]),
        &|| place.git(&["config", "liandong.unit", "yingji"]),
        &|| fs::write(place.root().join(".git/MERGE_HEAD"), "0000000000000000000000000000000000000000\n").expect("writable"),
        &|| place.write("hazards/2025/yingji/说明.md", b"x"),
        &|| fs::remove_file(place.root().join(file(4))).expect("there"),
        &|| place.git(&["checkout", "-q", "--detach"]),
    ];
    for (at, change) in changes.iter().enumerate() {
        // What is no record keeps all from being known, until it goes.
        let _ = fs::remove_file(place.root().join("hazards/2025/yingji/说明.md"));
        a_tick();
        place.is_known(&year(2025));
        assert!(place.is_known(&year(2025)), "before {at}");
        change();
        assert!(!place.is_known(&year(2025)), "{at}");
    }
}

#[test]
fn another_folder_or_cache_knows_nothing() {
    let place = AskedRegister::new();
    place.is_known(&year(2025));
    let copy = place.home.path().join("copy");
    assert!(Command::new("cp").arg("-a").arg(place.root()).arg(&copy).status().expect("cp").success());
    assert!(!place.is_known_at(&copy, &year(2025)));
    fs::rename(place.root(), place.home.path().join("away")).expect("movable");
    fs::rename(&copy, place.root()).expect("movable");
    assert!(!place.is_known(&year(2025)), "in the same place");
    a_tick();
    place.is_known(&year(2025));
    assert!(place.is_known(&year(2025)));
    for cached in fs::read_dir(place.home.path().join("cache")).expect("a cache") {
        let cached = cached.expect("an entry").path();
        let mut bytes = fs::read(&cached).expect("readable");
        let last = bytes.len() - 70;
        bytes[last] ^= 1;
        fs::write(&cached, bytes).expect("writable");
    }
    assert!(!place.is_known(&year(2025)), "what nobody here sealed");
    let off = place.home.path().join("cache");
    fs::remove_dir_all(&off).expect("removable");
    fs::write(&off, "").expect("writable");
    assert!(!place.is_known(&year(2025)) && !place.is_known(&year(2025)), "where no cache can be");
}

/// What may be done between two commands.
#[derive(Debug, Clone)]
enum AskedDeed {
    /// Other bytes of the same number, and the time of change set back.
    Forge(Index, usize),
    Write(usize, usize),
    Remove(Index),
    /// One file takes the place of another.
    Rename(Index, Index),
    Link(Index),
    Commit,
    Back,
    Sent(usize),
    Flip(Index, Index),
    Wait,
    Look(bool),
}

fn deeds() -> impl Strategy<Value = Vec<AskedDeed>> {
    let index = any::<Index>;
    let deed = prop_oneof![
        3 => (index(), 0..28usize).prop_map(|(at, day)| AskedDeed::Forge(at, day)),
        2 => (0..20usize, 0..28usize).prop_map(|(no, day)| AskedDeed::Write(no, day)),
        1 => index().prop_map(AskedDeed::Remove),
        2 => (index(), index()).prop_map(|(one, other)| AskedDeed::Rename(one, other)),
        1 => index().prop_map(AskedDeed::Link),
        2 => Just(AskedDeed::Commit),
        1 => Just(AskedDeed::Back),
        1 => (0..3usize).prop_map(AskedDeed::Sent),
        1 => (index(), index()).prop_map(|(file, at)| AskedDeed::Flip(file, at)),
        2 => Just(AskedDeed::Wait),
        6 => any::<bool>().prop_map(AskedDeed::Look),
    ];
    prop::collection::vec(deed, 1..20)
}

impl AskedRegister {
    fn hazards(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = (0..20).map(|no| self.root().join(file(no))).filter(|file| file.is_file()).collect();
        files.sort();
        files
    }

    fn suffer(&self, deed: &AskedDeed) {
        let files = self.hazards();
        match deed {
            AskedDeed::Wait => a_tick(),
            AskedDeed::Look(this) => drop(self.is_known(&year(if *this { 2026 } else { 2025 }))),
            AskedDeed::Write(no, day) => self.write(&file(*no), text(*day).as_bytes()),
            AskedDeed::Commit => self.commit(),
            AskedDeed::Back => self.git(&["checkout", "-q", "HEAD~1", "--", "."]),
            AskedDeed::Sent(back) => self.git(&["update-ref", "refs/remotes/origin/main", &format!("HEAD~{back}")]),
            AskedDeed::Flip(file, at) => {
                let cached: Vec<PathBuf> = fs::read_dir(self.home.path().join("cache"))
                    .map(|entries| entries.map(|entry| entry.expect("an entry").path()).collect())
                    .unwrap_or_default();
                if !cached.is_empty() {
                    let cached = file.get(&cached);
                    let mut bytes = fs::read(cached).expect("readable");
                    let at = at.index(bytes.len());
                    bytes[at] ^= 4;
                    fs::write(cached, bytes).expect("writable");
                }
            }
            _ if files.is_empty() => {}
            AskedDeed::Forge(index, day) => {
                let file = index.get(&files);
                let times = fs::metadata(file).and_then(|found| found.modified()).expect("there");
                fs::write(file, text(*day)).expect("writable");
                fs::File::options().write(true).open(file).and_then(|file| file.set_modified(times)).expect("own");
            }
            AskedDeed::Remove(index) => fs::remove_file(index.get(&files)).expect("there"),
            AskedDeed::Rename(one, other) => fs::rename(one.get(&files), other.get(&files)).expect("movable"),
            AskedDeed::Link(index) => {
                fs::remove_file(index.get(&files)).expect("there");
                std::os::unix::fs::symlink("elsewhere", index.get(&files)).expect("a link");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_answer_is_the_same(deeds in deeds()) {
        let place = AskedRegister::new();
        place.is_known(&year(2025));
        for deed in &deeds {
            place.suffer(deed);
        }
        place.is_known(&year(2025));
        place.is_known(&year(2026));
    }
}
