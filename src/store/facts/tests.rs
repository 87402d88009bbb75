//! With a cache and without it the index is the same, whatever was done to the files, the folder or the cache itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use proptest::sample::Index;
use sha2::{Digest as _, Sha256};

use super::coding::{decode, encode};
use super::folder::{mechanism_bytes, read_folder};
use super::*;
use crate::git::{History, Id, RegisterFolder};
use crate::store::{Source, TextPolicy, load};

/// A register of invented records in a folder of its own, and a cache beside it.
struct Place {
    home: tempfile::TempDir,
}

const UNITS: [&str; 3] = ["yingji", "gongan", "linye"];

/// A record that differs from others of its kind in its bytes and not in their number.
fn text(kind: &str, day: u32) -> String {
    match kind {
        "hazards" => format!(
            "mine = \"dashan\"\nfound = 2025-03-{day:02}\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"边坡（虚构）\"\n"
        ),
        "notices" => format!(
            "content = 2\nabout = [\"hazards/2025/yingji/0{day:02}\", \"mines/dashan\"]\ntitle = \"甲\"\nissued = 2025-03-{day:02}\ndoc_number = \"甲函〔2025〕{day:02}号\"\n\n[[to]]\nwho = \"gongan\"\n"
        ),
        _ => format!(
            "kind = \"close\"\nat = 2025-03-{day:02}T10:00:00\nmine = \"dashan\"\nhazard = \"hazards/2025/yingji/0{day:02}\"\n"
        ),
    }
}

impl Place {
    fn new(count: u32) -> Self {
        let place = Self { home: tempfile::tempdir().expect("a folder") };
        for (path, bytes) in crate::store::shipped() {
            place.write(path, bytes);
        }
        for no in 1..=count {
            place.write(&file(no), text(kind(no), no % 28 + 1).as_bytes());
        }
        place
    }

    fn root(&self) -> PathBuf {
        self.home.path().join("register")
    }

    fn cache(&self) -> FactsCache {
        self.cache_of("build")
    }

    /// The cache of a build: the program's file is one of ours.
    fn cache_of(&self, build: &str) -> FactsCache {
        let program = self.home.path().join(build);
        if !program.exists() {
            fs::write(&program, build).expect("writable");
        }
        FactsCache::new(Some(self.home.path().join("cache")), ProgramBuild::from_program(&program))
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let file = self.root().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
        fs::write(file, bytes).expect("writable");
    }

    fn cache_files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.home.path().join("cache")).into_iter().flatten();
        entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.extension().is_some()).collect()
    }

    /// How many files were read with the cache; the index must be that without it, and that of the register as it is loaded.
    fn holds(&self) -> usize {
        Self::holds_with(&self.root(), &self.cache())
    }

    fn holds_with(root: &Path, cache: &FactsCache) -> usize {
        let (index, read) = read_folder(&root.into(), &mechanism_bytes(root), cache).expect("readable");
        assert_eq!(index, facts_of_folder(&root.into(), &mechanism_bytes(root), &FactsCache::off()).expect("readable"));
        let loaded = load(&Source::Folder(root.into()), TextPolicy::Keep).expect("readable");
        assert_eq!(index, facts_of_loaded(&loaded));
        read
    }
}

fn kind(no: u32) -> &'static str {
    ["hazards", "notices", "orders"][no as usize % 3]
}

fn file(no: u32) -> String {
    format!("{}/{}/{}/{no:03}.toml", kind(no), 2025 + no % 2, UNITS[no as usize % UNITS.len()])
}

/// Longer than a tick of the file system's clock.
fn a_tick() {
    std::thread::sleep(Duration::from_millis(25));
}

#[test]
fn what_is_known_is_not_read_again() {
    let place = Place::new(90);
    a_tick();
    let all = place.holds();
    assert!(all > 90);
    assert_eq!(place.holds(), 0);
    place.write(&file(3), text(kind(3), 9).as_bytes());
    assert_eq!(place.holds(), 1);
    fs::remove_file(place.root().join(file(4))).expect("there");
    assert_eq!(place.holds(), 1, "a few are read again before a cache is written for them");
    for no in 10..80 {
        place.write(&file(no), text(kind(no), 9).as_bytes());
    }
    a_tick();
    assert_eq!(place.holds(), 71);
    assert_eq!(place.holds(), 0);
}

#[test]
fn what_was_written_when_it_was_read_is_forgotten_whoever_asks() {
    let place = Place::new(30);
    a_tick();
    place.write(&file(3), text(kind(3), 9).as_bytes());
    // As late as any reading of it may come, on a machine that has much else to do.
    let written = fs::File::options().write(true).open(place.root().join(file(3))).expect("a file");
    let time = written.metadata().and_then(|file| file.modified()).expect("a time");
    written.set_modified(time + Duration::from_mins(1)).expect("a time");
    place.holds();
    let mechanism = fs::read(place.root().join("mechanism.toml")).expect("readable");
    let known = place.cache().open(&place.root(), &mechanism).expect("a cache").take();
    let stamped = |no: u32| known.iter().find(|known| known.path.file() == file(no)).expect("known").stamp.is_some();
    assert!(stamped(4) && !stamped(3));
}

#[test]
fn another_folder_build_or_mechanism_knows_nothing() {
    let place = Place::new(30);
    a_tick();
    let all = place.holds();
    assert_eq!(Place::holds_with(&place.root(), &place.cache_of("another")), all);
    assert_eq!(place.holds(), all, "one cache a folder: that of the last build");
    // A copy with its times, under another name and then under the same.
    let (root, copy) = (place.root(), place.home.path().join("copy"));
    let copied = std::process::Command::new("cp").arg("-a").arg(&root).arg(&copy).status().expect("cp");
    assert!(copied.success());
    assert_eq!(Place::holds_with(&copy, &place.cache()), all);
    fs::rename(&root, place.home.path().join("away")).expect("movable");
    fs::rename(&copy, &root).expect("movable");
    assert_eq!(place.holds(), all);
    a_tick();
    let mechanism = root.join("mechanism.toml");
    let newer = fs::read_to_string(&mechanism).expect("readable").replace("format = 2", "format = 3");
    fs::write(&mechanism, newer).expect("writable");
    place.write("hazards/2025/linye/777.toml", format!("{}unheard_of = 1\n", text("hazards", 7)).as_bytes());
    a_tick();
    assert_eq!(place.holds(), all + 1);
    assert_eq!(place.holds(), 0);
}

#[test]
fn a_cache_in_the_register_or_of_others_is_none() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let place = Place::new(30);
    a_tick();
    let all = place.holds();
    let inside =
        FactsCache::new(Some(place.root().join("hazards/cache")), ProgramBuild::from_program(&place.home.path().join("build")));
    assert_eq!(Place::holds_with(&place.root(), &inside), all);
    assert_eq!(Place::holds_with(&place.root(), &inside), all);
    assert!(!place.root().join("hazards/cache").exists(), "nothing is made in the register");
    assert_eq!(Place::holds_with(&place.root(), &FactsCache::new(Some(place.home.path().join("cache")), None)), all);
    let [cached] = &place.cache_files()[..] else { panic!("one cache") };
    assert_eq!(fs::metadata(cached).expect("there").permissions().mode() & 0o777, 0o600);
    fs::set_permissions(cached, fs::Permissions::from_mode(0o644)).expect("own");
    assert_eq!(place.holds(), all);
    let elsewhere = place.home.path().join("elsewhere");
    fs::rename(cached, &elsewhere).expect("movable");
    symlink(&elsewhere, cached).expect("a link");
    assert_eq!(place.holds(), all, "a link is not followed");
    assert!(fs::symlink_metadata(cached).expect("there").is_file(), "and makes way");
    assert_eq!(place.holds(), 0);
    fs::set_permissions(place.home.path().join("cache"), fs::Permissions::from_mode(0o777)).expect("own");
    assert_eq!(place.holds(), all, "others may write there");
}

/// What may be done to a register or a cache between two commands.
#[derive(Debug, Clone)]
enum Deed {
    /// Other bytes of the same number, and the time of change set back.
    Forge(Index, u32),
    Write(u32, u32),
    WriteBadly(Index, Vec<u8>),
    Touch(Index),
    Remove(Index),
    /// One file takes the place of another.
    Rename(Index, Index),
    Link(Index),
    /// A newer format, and back.
    Format(bool),
    FlipCache(Index, u8),
    TruncateCache(Index),
    Wait,
    Look,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let index = any::<Index>;
    let deed = prop_oneof![
        4 => (index(), 1..28u32).prop_map(|(at, day)| Deed::Forge(at, day)),
        2 => (1..40u32, 1..28u32).prop_map(|(no, day)| Deed::Write(no, day)),
        1 => (index(), prop::collection::vec(any::<u8>(), 0..40)).prop_map(|(at, bytes)| Deed::WriteBadly(at, bytes)),
        1 => index().prop_map(Deed::Touch),
        1 => index().prop_map(Deed::Remove),
        2 => (index(), index()).prop_map(|(one, other)| Deed::Rename(one, other)),
        1 => index().prop_map(Deed::Link),
        1 => any::<bool>().prop_map(Deed::Format),
        1 => (index(), 0..8u8).prop_map(|(at, bit)| Deed::FlipCache(at, bit)),
        1 => index().prop_map(Deed::TruncateCache),
        1 => Just(Deed::Wait),
        6 => Just(Deed::Look),
    ];
    prop::collection::vec(deed, 1..24)
}

impl Place {
    fn records(&self) -> Vec<PathBuf> {
        let loaded = load(&Source::Folder(self.root().into()), TextPolicy::Keep).expect("readable");
        let paths = loaded.records.iter().map(|(path, _)| path).chain(&loaded.unreadable);
        paths.filter(|path| path.kind().is_happening()).map(|path| self.root().join(path.file())).collect()
    }

    fn suffer(&self, deed: &Deed) {
        let records = self.records();
        let at = |index: &Index| index.get(&records);
        match deed {
            Deed::Wait => a_tick(),
            Deed::Look => drop(self.holds()),
            Deed::Write(no, day) => self.write(&file(*no), text(kind(*no), *day).as_bytes()),
            Deed::Format(newer) => {
                let mechanism = self.root().join("mechanism.toml");
                let text = fs::read_to_string(&mechanism).expect("readable").replace("format = 3", "format = 2");
                fs::write(&mechanism, if *newer { text.replace("format = 2", "format = 3") } else { text }).expect("writable");
            }
            Deed::FlipCache(index, bit) => self.spoil(|bytes| {
                let at = index.index(bytes.len());
                bytes[at] ^= 1 << bit;
            }),
            Deed::TruncateCache(index) => self.spoil(|bytes| bytes.truncate(index.index(bytes.len()))),
            _ if records.is_empty() => {}
            Deed::Forge(index, day) => {
                let (file, kind) = (at(index), at(index).strip_prefix(self.root()).expect("below").components().next());
                let Ok(times) = fs::metadata(file).and_then(|found| found.modified()) else { return };
                let kind = kind.expect("a kind").as_os_str().to_str().expect("UTF-8").to_owned();
                fs::write(file, text(&kind, *day)).expect("writable");
                set_modified(file, times);
            }
            Deed::WriteBadly(index, bytes) => fs::write(at(index), bytes).expect("writable"),
            Deed::Touch(index) => {
                // The clock of the file system: what was just written has it.
                let touched = tempfile::NamedTempFile::new().expect("writable");
                set_modified(at(index), touched.as_file().metadata().expect("there").modified().expect("a time"));
            }
            Deed::Remove(index) => fs::remove_file(at(index)).expect("there"),
            Deed::Rename(one, other) => fs::rename(at(one), at(other)).expect("movable"),
            Deed::Link(index) => {
                fs::remove_file(at(index)).expect("there");
                std::os::unix::fs::symlink("elsewhere", at(index)).expect("a link");
            }
        }
    }

    fn spoil(&self, how: impl Fn(&mut Vec<u8>)) {
        for cached in self.cache_files() {
            let mut bytes = fs::read(&cached).expect("readable");
            if !bytes.is_empty() {
                how(&mut bytes);
                fs::write(&cached, bytes).expect("writable");
            }
        }
    }
}

fn set_modified(file: &Path, time: SystemTime) {
    fs::File::options().write(true).open(file).and_then(|file| file.set_modified(time)).expect("own");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_index_is_the_same(deeds in deeds()) {
        let place = Place::new(24);
        a_tick();
        place.holds();
        for deed in &deeds {
            place.suffer(deed);
        }
        place.holds();
    }

    /// Bytes of which only the sum is right: anything may come of them but a panic or more memory than the file could hold.
    #[test]
    fn a_hostile_cache_is_read_in_vain(changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..8), cut in any::<Index>()) {
        let known = |no: u32| {
            let path = RecordPath::of_file(&file(no)).expect("a path");
            let bytes = text(kind(no), no % 28 + 1);
            KnownFile { facts: facts_in(&path, bytes.as_bytes(), Keys::Known), blob: Some(Id::from_file_bytes(bytes.as_bytes())), stamp: None, path }
        };
        let mut files: Vec<KnownFile> = (1..=30).map(known).collect();
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let (key, read_at) = ([7; 32], (1, 2));
        let whole = encode(&key, read_at, &files);
        prop_assert_eq!(decode(&whole, &key), Some((read_at, files)));
        prop_assert_eq!(decode(&whole, &[8; 32]), None);
        let mut content = whole[..whole.len() - 32].to_vec();
        prop_assert_eq!(decode(&whole[..cut.index(whole.len())], &key), None);
        for (at, byte) in changes {
            let at = at.index(content.len());
            content[at] = byte;
        }
        content.truncate(content.len() - cut.index(3));
        let sum = Sha256::digest(&content);
        content.extend_from_slice(&sum);
        if let Some((_, files)) = decode(&content, &key) {
            prop_assert!(files.len() <= content.len());
        }
    }
}

fn git(folder: &Path, args: &[&str]) -> String {
    let mut git = std::process::Command::new("git");
    git.current_dir(folder).args(["-c", "user.name=a", "-c", "user.email=a@example.invalid"]).args(args);
    let done = git.env("GIT_CONFIG_GLOBAL", "/dev/null").output().expect("git");
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("UTF-8").trim().to_owned()
}

#[test]
fn a_commit_is_known_by_its_objects() {
    let place = Place::new(90);
    let root = RegisterFolder::from(place.root());
    git(&root, &["init", "-q", "-b", "main"]);
    let commit = |says: &str| {
        git(&root, &["add", "-A"]);
        git(&root, &["commit", "-qm", says]);
        History::open(&root).expect("a repository").find("HEAD").expect("readable").expect("a commit")
    };
    let open = || History::open(&root);
    let files = CommitFiles { open: &open, folder: &root };
    let (first, off) = (commit("0"), FactsCache::off());
    a_tick();
    // What the folder taught is known of the commit, and the other way round.
    for cache in [&off, &place.cache(), &place.cache()] {
        assert_eq!(
            facts_of_commit(files, first, cache).expect("readable"),
            facts_of_folder(&root, &mechanism_bytes(&root), &off).expect("readable")
        );
    }
    place.holds();
    place.write(&file(3), text(kind(3), 9).as_bytes());
    place.write(&file(5), b"conflict\n<<<<<<< \n>>>>>>> \n");
    fs::remove_file(root.join(file(4))).expect("there");
    place.write(&file(400), text(kind(400), 9).as_bytes());
    let second = commit("1");
    let now = facts_of_folder(&root, &mechanism_bytes(&root), &off).expect("readable");
    assert_eq!(facts_of_commit(files, second, &place.cache()).expect("readable"), now);
    assert_eq!(facts_of_commit(files, second, &off).expect("readable"), now);
    let mut index = facts_of_commit(files, first, &place.cache()).expect("readable");
    follow_commit(&mut index, files, first, second).expect("readable");
    assert_eq!(index, now);
    let mechanism = fs::read_to_string(root.join("mechanism.toml")).expect("readable").replace("format = 2", "format = 3");
    place.write("mechanism.toml", mechanism.as_bytes());
    place.write(&file(6), format!("{}unheard_of = 1\n", text(kind(6), 7)).as_bytes());
    let third = commit("2");
    follow_commit(&mut index, files, second, third).expect("readable");
    assert_eq!(index, facts_of_folder(&root, &mechanism_bytes(&root), &off).expect("readable"));
    // The same register below the top of another repository, and a bare one.
    let bare = place.home.path().join("bare.git");
    git(place.home.path(), &["clone", "-q", "--bare", "register", "bare.git"]);
    let open = || History::open(&bare.as_path().into());
    let files = CommitFiles { open: &open, folder: &bare };
    assert_eq!(facts_of_commit(files, third, &place.cache()).expect("readable"), index);
}
